package markdown

import (
	"bytes"
	"sort"
	"strings"
	"unicode/utf8"

	"cahier/book"
)

// MaxFile is the largest article or book.yaml that is read, in bytes: ten times the
// longest novel.
const MaxFile = 32 << 20

// Text is Markdown and the places that its lines have in the manuscript.
type Text struct {
	src   []byte
	lines []lineStart // in order; the first is at offset 0
	fixed bool        // every offset has the place of the first line
	// seen is the place asked for last: places are mostly asked for in order, and
	// columns are then counted once.
	seen struct{ line, offset, col int }
}

// lineStart is where a line begins, in the text and in the manuscript.
type lineStart struct {
	offset int
	pos    book.Pos
}

// NewText places a piece of front matter: where it stands and where each of its lines
// begins. If it has more or fewer lines than places are given for, as YAML's folded text
// has, where it stands serves for all of it. NUL becomes U+FFFD, as in a file.
func NewText(s string, at book.Pos, lines ...book.Pos) Text {
	t := Text{src: []byte(strings.ReplaceAll(s, "\x00", "\uFFFD"))}
	offsets := lineOffsets(t.src)
	t.fixed = len(lines) != len(offsets)
	for i, offset := range offsets {
		if !t.fixed {
			at = lines[i]
		}
		t.lines = append(t.lines, lineStart{offset, at})
	}
	return t
}

// fileText places a text whose first line is the given line of a file.
func fileText(name string, src []byte, line int) Text {
	t := Text{src: src}
	for i, offset := range lineOffsets(src) {
		t.lines = append(t.lines, lineStart{offset, book.Pos{File: name, Line: line + i, Col: 1}})
	}
	return t
}

// lineOffsets are the offsets of the lines of a text; what follows its last line end is none.
func lineOffsets(src []byte) []int {
	offsets := make([]int, 1, 1+bytes.Count(src, []byte{'\n'}))
	for i, c := range src {
		if c == '\n' && i+1 < len(src) {
			offsets = append(offsets, i+1)
		}
	}
	return offsets
}

// Pos is the place of a byte offset in the manuscript.
func (t *Text) Pos(offset int) book.Pos {
	if t.fixed {
		return t.lines[0].pos
	}
	offset = min(max(offset, 0), len(t.src))
	line, from, col := t.seen.line, t.seen.offset, t.seen.col
	if offset < from || line+1 < len(t.lines) && offset >= t.lines[line+1].offset {
		line = sort.Search(len(t.lines), func(i int) bool { return t.lines[i].offset > offset }) - 1
		from, col = t.lines[line].offset, 0
	}
	col += utf8.RuneCount(t.src[from:offset])
	t.seen.line, t.seen.offset, t.seen.col = line, offset, col
	pos := t.lines[line].pos
	pos.Col += col
	return pos
}

// Normalize checks that a manuscript's file can be read and makes its line ends
// "\n", without changing the line or column of any character: a byte order mark goes,
// NUL becomes U+FFFD as in CommonMark 0.31 section 2.3. Other control characters, which no
// book can hold, are replaced or left out, and told.
func Normalize(name string, src []byte) ([]byte, book.Problems) {
	var problems book.Problems
	start := book.Pos{File: name, Line: 1, Col: 1}
	if len(src) > MaxFile {
		problems.Add(start, book.CodeLimit, "split it into several articles", "the file is too large; the limit is %d MB", MaxFile>>20)
		return nil, problems
	}
	src = bytes.TrimPrefix(src, []byte("\uFEFF"))
	if bytes.IndexByte(src, '\r') >= 0 {
		src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
		src = bytes.ReplaceAll(src, []byte("\r"), []byte("\n"))
	}
	if !utf8.Valid(src) {
		problems.Add(invalidAt(name, src), book.CodeEncoding, "save the file as UTF-8, or let `cahier clean FILE -o article.md` convert it", "not valid UTF-8")
		return nil, problems
	}
	if len(bytes.TrimSpace(src)) == 0 {
		problems.Add(start, book.CodeUnreadable, "", "the file is empty")
		return nil, problems
	}
	if bytes.IndexByte(src, 0) >= 0 {
		src = bytes.ReplaceAll(src, []byte{0}, []byte("\uFFFD"))
	}
	return replaceControls(name, src)
}

// invalidAt is the place of the first byte that is not UTF-8.
func invalidAt(name string, src []byte) book.Pos {
	offset := 0
	for offset < len(src) {
		r, size := utf8.DecodeRune(src[offset:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		offset += size
	}
	return placeIn(name, src, offset)
}

// placeIn is the place of an offset in a file.
func placeIn(name string, src []byte, offset int) book.Pos {
	t := fileText(name, src[:offset], 1)
	pos := t.Pos(offset)
	if offset > 0 && src[offset-1] == '\n' {
		pos.Line, pos.Col = pos.Line+1, 1
	}
	return pos
}

// Split parts an article in its YAML head and its body, and says on which line the
// body begins. The head's fences, "---" and "---" or "...", belong to neither; the head
// begins on line 2. As in Pandoc a first "---" before a blank line is no head. A head
// that never ends is all of the file, and body is nil.
func Split(src []byte) (head, body []byte, line int) {
	first, rest, found := bytes.Cut(src, []byte{'\n'})
	if !found || !isFence(first, "---") {
		return nil, src, 1
	}
	if next, _, _ := bytes.Cut(rest, []byte{'\n'}); len(bytes.TrimSpace(next)) == 0 {
		return nil, src, 1
	}
	line = 2
	for start := 0; start < len(rest); line++ {
		end := bytes.IndexByte(rest[start:], '\n')
		if end < 0 {
			end = len(rest) - start
		}
		if l := rest[start : start+end]; isFence(l, "---") || isFence(l, "...") {
			return rest[:start], rest[min(start+end+1, len(rest)):], line + 1
		}
		start += end + 1
	}
	return rest, nil, line
}

// isFence reports whether a line is a fence of front matter; spaces may follow.
func isFence(line []byte, fence string) bool {
	return string(bytes.TrimRight(line, " \t")) == fence
}
