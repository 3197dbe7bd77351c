package typeset

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"unicode/utf8"

	"cahier/book"
	"cahier/book/typeface"
)

// unset is a character that cannot be set.
type unset struct {
	at     book.Pos // of the text that holds it
	char   rune
	system string // the writing system that the PDF cannot show; "" if only a face is wanted
}

// noteUnset notes the characters of a text whose writing system the PDF cannot show.
func (c *compositor) noteUnset(value string, at book.Inline) {
	for rest := value; ; {
		r, system, found := typeface.Unsettable(rest)
		if !found {
			return
		}
		c.t.unset = append(c.t.unset, unset{at.Position(), r, system})
		rest = rest[strings.IndexRune(rest, r)+utf8.RuneLen(r):]
	}
}

// noteMissing notes the characters of a text that no face has.
func (c *compositor) noteMissing(value string, at book.Inline) {
	for _, r := range value {
		if _, _, found := typeface.Unsettable(string(r)); !found {
			c.t.unset = append(c.t.unset, unset{at.Position(), r, ""})
		}
	}
}

// reportUnset reports each writing system and each character that cannot be set once for
// each file of the manuscript: where it stands first, and how often it is met.
func (j *job) reportUnset(galleys []*galley) {
	type kind struct {
		file, system string
		char         rune // of no system
	}
	count := map[kind]int{}
	first := map[kind]unset{}
	var order []kind
	for _, g := range galleys {
		for _, t := range g.texts {
			for _, u := range t.unset {
				k := kind{u.at.File, u.system, 0}
				if u.system == "" {
					k.char = u.char
				}
				if count[k]++; count[k] == 1 {
					order = append(order, k)
				}
				if had, ok := first[k]; !ok || before(u.at, had.at) {
					first[k] = u
				}
			}
		}
	}
	for _, k := range order {
		u := first[k]
		at := j.locate(u)
		if k.system != "" {
			j.problems.Add(at, book.CodeScript, "leave it out, write it in Latin letters, or make the EPUB alone, which can show it",
				"%s text cannot be set in the PDF: %q%s", k.system, string(u.char), times(count[k], "the first of %d such characters"))
			continue
		}
		j.problems.Add(at, book.CodeGlyphMissing,
			"put a TrueType font that has it into fonts/ beside the book and name it under face: fallback: in the print: of the book, or use another character",
			"no face has the character %q (U+%04X)%s", string(u.char), u.char, times(count[k], "which stands in %d places"))
	}
}

// before reports whether a place comes before another of the same file.
func before(a, b book.Pos) bool { return a.Line < b.Line || a.Line == b.Line && a.Col < b.Col }

func times(n int, format string) string {
	if n == 1 {
		return ""
	}
	return ", " + fmt.Sprintf(format, n)
}

// locate finds the character in the manuscript: a text goes on over several lines, and only
// its beginning is known. Without the manuscript, that is all there is to say.
func (j *job) locate(u unset) book.Pos {
	if j.images == nil || u.at.Line == 0 {
		return u.at
	}
	data, err := fs.ReadFile(j.images, u.at.File)
	if err != nil {
		return u.at
	}
	lines := bytes.Split(data, []byte("\n"))
	for n := u.at.Line; n <= len(lines); n++ {
		col := 1
		for _, r := range string(lines[n-1]) {
			if r == u.char && (n > u.at.Line || col >= u.at.Col) {
				return book.Pos{File: u.at.File, Line: n, Col: col}
			}
			col++
		}
	}
	return u.at
}
