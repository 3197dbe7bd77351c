package cite

import (
	"strings"
	"unicode"

	"cahier/book"
	"cahier/book/ortho"
)

// nest gives the quotation marks inside a title that is quoted itself the form of their
// level: a quotation in it takes the inner marks, one inside that the outer ones again.
// Straight marks get their form first, since the orthotypography of the whole text would
// take them for the outermost ones where a language tells its levels by shape. Marks of
// another language stay: they cannot be taken for those around the title.
func nest(list []book.Inline, l *language) []book.Inline {
	if strings.ContainsAny(book.PlainText(list), `"'`) {
		list = ortho.Inlines(list, l.tag)
	}
	n := nesting{outer: trimmed(l.quote), inner: trimmed(l.inner)}
	book.Inlines(list, func(in book.Inline) bool {
		if t, ok := in.(*book.Text); ok {
			t.Value = n.text(t.Value)
		}
		return true
	})
	return list
}

// trimmed are marks without the spaces that a language sets inside them.
func trimmed(marks [2]string) [2]string {
	const spaces = " \u00A0\u202F"
	return [2]string{strings.Trim(marks[0], spaces), strings.Trim(marks[1], spaces)}
}

// nesting follows the quotations of a title through its inlines.
type nesting struct {
	outer, inner [2]string
	open         []bool // the quotations that are open; true for one written with outer marks
}

// text gives one run of a title its marks. Spaces inside the outer marks go with them.
func (n *nesting) text(s string) string {
	var sb strings.Builder
	for s != "" {
		mark, to, size := n.mark(s)
		if mark == none {
			// A space before a closing mark belongs to the mark.
			if rest := strings.TrimLeft(s, " \u00A0\u202F"); len(rest) < len(s) && n.innermost(true) && strings.HasPrefix(rest, n.outer[1]) {
				s = rest
				continue
			}
			size = 1
			for size < len(s) && s[size]&0xC0 == 0x80 {
				size++
			}
			to = s[:size]
		}
		sb.WriteString(to)
		switch s = s[size:]; mark {
		case opensOuter:
			n.open = append(n.open, true)
			s = strings.TrimLeft(s, " \u00A0\u202F")
		case opensInner:
			n.open = append(n.open, false)
		case closes:
			n.open = n.open[:len(n.open)-1]
		}
	}
	return sb.String()
}

const (
	none = iota
	opensOuter
	opensInner
	closes
)

// mark says what begins a text, what is set for it, and the bytes that it takes. A closing mark
// is looked for before an opening one, since German closes with what English opens with. An
// inner mark outside every quotation stays as it is: the title's own marks stand around it.
func (n *nesting) mark(s string) (mark int, to string, size int) {
	has := func(m string) bool { return strings.HasPrefix(s, m) }
	switch {
	case n.innermost(true) && has(n.outer[1]):
		return closes, n.inner[1], len(n.outer[1])
	case n.innermost(false) && has(n.inner[1]) && !isLetterAt(s[len(n.inner[1]):]):
		return closes, n.outer[1], len(n.inner[1])
	case has(n.outer[0]):
		return opensOuter, n.inner[0], len(n.outer[0])
	case len(n.open) > 0 && has(n.inner[0]):
		return opensInner, n.outer[0], len(n.inner[0])
	}
	return none, "", 0
}

// innermost reports whether the innermost quotation was written with the outer marks, or
// with the inner ones.
func (n *nesting) innermost(outer bool) bool {
	return len(n.open) > 0 && n.open[len(n.open)-1] == outer
}

// isLetterAt reports whether a letter begins a text: ’ before one is an apostrophe.
func isLetterAt(s string) bool {
	for _, r := range s {
		return unicode.IsLetter(r)
	}
	return false
}
