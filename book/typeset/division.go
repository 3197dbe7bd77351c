package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"cahier/book/hyphen"
	"cahier/book/typeface"
	"cahier/book/typeset/linebreak"
	"cahier/book/unit"
)

// split is a place where a word may be divided.
type split struct {
	linebreak.Split
	at        int // byte offset in the text
	pre, post []typeface.Glyph
}

// division finds where a word may be divided, once.
func (c *compositor) division(l *look, w *word) []split {
	if w.asked {
		return w.splits
	}
	w.asked = true
	if isAddress(w.text) {
		for _, at := range addressBreaks(w.text) {
			w.splits = append(w.splits, c.split(l, w, at, "", addressPenalty))
		}
	} else {
		for _, p := range divide(l.hyphens, w.text) {
			w.splits = append(w.splits, c.split(l, w, p.at, "\u00ad", p.penalty))
		}
	}
	for i := range w.splits {
		w.offers = append(w.offers, w.splits[i].Split)
	}
	return w.splits
}

// addressPenalty is the price of dividing an address, which has no hyphen to show it.
const addressPenalty = 80_000

func (c *compositor) split(l *look, w *word, at int, hyphen string, penalty int32) split {
	head, tail := w.text[:at], strings.TrimPrefix(w.text[at:], "\u00ad")
	pre, post := l.shaper.Shape(head+hyphen), l.shaper.Shape(tail)
	s := split{at: at, pre: pre.Glyphs, post: post.Glyphs}
	s.Bare, s.Hyphen, s.Penalty = hyphen == "", strings.HasSuffix(w.text[:at], "-"), penalty
	s.Pre = half(l, pre)
	s.Post = half(l, post)
	if c.job.print.Spacing.Protrude {
		_, s.Pre.Hang = l.hangs(pre.Glyphs)
		s.Post.Hang, _ = l.hangs(post.Glyphs)
	}
	return s
}

func half(l *look, w typeface.Word) linebreak.Part {
	n := len(w.Glyphs)
	return linebreak.Part{Width: l.width(w.Advance) + l.track*unit.Length(n), Glyphs: int32(n)}
}

// division is an offset at which a text may be divided, and its price besides that of a
// hyphen.
type division struct {
	at      int
	penalty int32
}

// The prices of divisions besides that of the hyphen: two letters cut off are ugly, a
// soft hyphen is what the author wants.
const (
	shortPenalty = 400_000
	softPenalty  = -100_000
)

// divide finds the divisions of a text as it stands between spaces.
func divide(l *hyphen.Language, s string) []division {
	var offsets [16]int
	var breaks []int
	if l != nil {
		breaks = l.Breaks(offsets[:0], s)
	} else if strings.ContainsRune(s, softHyphen) {
		breaks = softHyphens(s)
	}
	list := make([]division, len(breaks))
	for i, at := range breaks {
		list[i] = division{at, shortness(s, at)}
	}
	if l != nil && len(list) == 0 {
		for _, at := range nameBreaks(s) {
			list = append(list, division{at, namePenalty})
		}
	}
	return list
}

// softHyphens are the offsets of the soft hyphens inside a word.
func softHyphens(s string) []int {
	var list []int
	for i, r := range s {
		if r == softHyphen && i > 0 && i+len("\u00ad") < len(s) {
			list = append(list, i)
		}
	}
	return list
}

// shortness is the price of a division by the letters on its shorter side.
func shortness(s string, at int) int32 {
	if strings.HasPrefix(s[at:], "\u00ad") {
		return softPenalty
	}
	if lettersBefore(s[:at]) <= 2 || lettersAfter(s[at:]) <= 2 {
		return shortPenalty
	}
	return 0
}

func lettersBefore(s string) int {
	n := 0
	for s != "" {
		r, size := utf8.DecodeLastRuneInString(s)
		if !unicode.IsLetter(r) {
			break
		}
		n++
		s = s[:len(s)-size]
	}
	return n
}

func lettersAfter(s string) int {
	for i, r := range s {
		if !unicode.IsLetter(r) {
			return utf8.RuneCountInString(s[:i])
		}
	}
	return utf8.RuneCountInString(s)
}

// isAddress reports whether a text is an address to be divided without a hyphen.
func isAddress(s string) bool {
	return strings.Contains(s, "://") || strings.HasPrefix(s, "www.") || strings.HasPrefix(s, "doi.org/") ||
		len(s) > 12 && strings.Contains(s, ".") && (strings.ContainsAny(s, "/@") || isDotted(s))
}

// isDotted reports whether a text is the name of a machine or a setting: three parts or
// more of two characters each, with stops between them.
func isDotted(s string) bool {
	parts := strings.Split(strings.TrimFunc(s, unicode.IsPunct), ".")
	for _, p := range parts {
		if utf8.RuneCountInString(p) < 2 || strings.ContainsFunc(p, unicode.IsSpace) {
			return false
		}
	}
	return len(parts) > 2
}

// addressBreaks are the offsets after / . - _ @ and before what begins a query, but not
// within "://" and not at the ends.
func addressBreaks(s string) []int {
	var list []int
	for i := 0; i < len(s)-2; i++ {
		switch s[i] {
		case '/', '.', '-', '_', '@', '&', '=', '?', '#', ':':
			if s[i+1] == '/' || s[i] == ':' && s[i+1] != '/' && i < 3 || i < 3 {
				continue
			}
			list = append(list, i+1)
		}
	}
	return list
}
