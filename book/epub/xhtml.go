package epub

import (
	"strings"
	"unicode/utf8"

	"cahier/book"
)

// xhtml writes markup that is well-formed whatever it is given: elements close in the
// order in which they open, and text and values are escaped.
type xhtml struct {
	strings.Builder
	elements []string
	narrow   bool // keep U+202F
}

// open begins an element. attrs are names and values in turn; an attribute without
// value is left out, but for alt, where emptiness says something.
func (x *xhtml) open(name string, attrs ...string) {
	x.tag(name, attrs)
	x.WriteByte('>')
	x.elements = append(x.elements, name)
}

// empty writes an element that has no content.
func (x *xhtml) empty(name string, attrs ...string) {
	x.tag(name, attrs)
	x.WriteString("/>")
}

func (x *xhtml) tag(name string, attrs []string) {
	x.WriteByte('<')
	x.WriteString(name)
	for i := 0; i+1 < len(attrs); i += 2 {
		if attrs[i+1] == "" && attrs[i] != "alt" {
			continue
		}
		x.WriteByte(' ')
		x.WriteString(attrs[i])
		x.WriteString(`="`)
		x.text(attrs[i+1])
		x.WriteByte('"')
	}
}

// close ends the innermost open element.
func (x *xhtml) close() {
	last := len(x.elements) - 1
	x.WriteString("</")
	x.WriteString(x.elements[last])
	x.WriteByte('>')
	x.elements = x.elements[:last]
}

// line ends the innermost open element and the line.
func (x *xhtml) line() {
	x.close()
	x.WriteByte('\n')
}

// element writes an element that holds text alone.
func (x *xhtml) element(name, text string, attrs ...string) {
	x.open(name, attrs...)
	x.text(text)
	x.close()
}

// text writes characters, escaped, and those that an EPUB had better not hold replaced
// (see substitute).
func (x *xhtml) text(s string) {
	from := 0
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf && plainASCII[c] {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		with, changed := x.substitute(r, n)
		if changed {
			x.WriteString(s[from:i])
			x.WriteString(with)
			from = i + n
		}
		i += n
	}
	x.WriteString(s[from:])
}

// plainASCII are the characters that stand for themselves.
var plainASCII = func() (t [utf8.RuneSelf]bool) {
	for c := range t {
		t[c] = c >= ' ' && c != 0x7f && !strings.ContainsRune(`&<>"`, rune(c)) || c == '\n' || c == '\t'
	}
	return t
}()

// substitute returns what is written in place of a character of n bytes, and whether
// it is another.
func (x *xhtml) substitute(r rune, n int) (string, bool) {
	switch {
	case r == '&':
		return "&amp;", true
	case r == '<':
		return "&lt;", true
	case r == '>':
		return "&gt;", true
	case r == '"':
		return "&quot;", true
	case r == '\u202f' || r == '\u2009': // narrow no-break and thin space
		if x.narrow {
			return "\u202f", r != '\u202f'
		}
		return "\u00a0", true
	case r == '\u2060': // word joiner, which few fonts have
		return "\ufeff", true
	case r == '\u00ad': // soft hyphen, which breaks words in readers' dictionaries
		return "", true
	case r < ' ' || r >= 0x7f && r < 0xa0: // controls: no XML, or no HTML
		return "", true
	case r == utf8.RuneError && n == 1, r == 0xfffe, r == 0xffff: // no XML (XML 1.0, 2.2)
		return "\ufffd", true
	}
	return "", false
}

// plain is the text of inlines in one line, for titles that hold no markup.
func plain(list []book.Inline) string {
	return strings.Trim(strings.ReplaceAll(book.PlainText(list), "\n", " "), " ")
}
