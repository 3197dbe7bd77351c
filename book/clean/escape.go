package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// escapeTexts marks, in the texts of a tree, the signs that Markdown would read
// as its own. Only what would be misread is marked, so that a person reads the
// manuscript without stumbling.
func escapeTexts(root *html.Node) {
	start := true
	walk(root, func(n *html.Node) bool {
		switch {
		case n.Type == html.TextNode:
			if start {
				if strings.TrimSpace(n.Data) == "" {
					return true
				}
				start = false
				link := within(n, atom.A)
				if within(n, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Em, atom.I, atom.Strong, atom.B) == nil && (link == nil || attr(link, "href") == "") {
					n.Data = escapeStart(n.Data)
				}
			}
			n.Data = escapeInline(protect(n.Data), n)
		case is(n, atom.Pre, atom.Code, atom.Kbd, atom.Samp, atom.Tt, atom.Var):
			start = start && !is(n, atom.Pre) && textOf(n) == ""
			walk(n, func(c *html.Node) bool {
				if c.Type == html.TextNode {
					c.Data = codeSigns.Replace(protect(c.Data))
				}
				return true
			})
			return false
		case isBlock(n) || is(n, atom.Br):
			start = true
		}
		return true
	})
}

// codeSigns keep angle brackets of code as they are.
var codeSigns = strings.NewReplacer("<", string(signCode), ">", string(signMore))

// escapeStart marks what would begin a block: a heading, a list, a quotation, a
// rule, a line block, a definition, a fence, a division.
func escapeStart(s string) string {
	trimmed := strings.TrimLeft(s, " \t\n\u00a0")
	lead := s[:len(s)-len(trimmed)]
	if trimmed == "" {
		return s
	}
	mark := func(at int) string { return lead + trimmed[:at] + string(signEscape) + trimmed[at:] }
	next := rune(' ')
	if len(trimmed) > 1 {
		next, _ = utf8.DecodeRuneInString(trimmed[1:])
	}
	switch trimmed[0] {
	case '#':
		if rest := strings.TrimLeft(trimmed, "#"); rest == "" || rest[0] == ' ' {
			return mark(0)
		}
	case '>', '|':
		return mark(0)
	case '-', '+', '*', '=':
		if next == ' ' || next == '\n' || strings.Trim(trimmed, string(trimmed[0])+" ") == "" {
			return mark(0)
		}
	case ':':
		if next == ' ' || strings.HasPrefix(trimmed, ":::") {
			return mark(0)
		}
	case '~', '`':
		return mark(0)
	}
	digits := strings.TrimLeft(trimmed, "0123456789")
	if k := len(trimmed) - len(digits); k > 0 && k <= 9 && (strings.HasPrefix(digits, ". ") || strings.HasPrefix(digits, ") ") || digits == "." || digits == ")") {
		return mark(k)
	}
	return s
}

// escapeInline marks what would be read as emphasis, code, a link, a note, a
// citation, an entity or raw HTML.
func escapeInline(s string, n *html.Node) string {
	if !strings.ContainsAny(s, "\\*_`[]!<>^~@&{$") {
		return s
	}
	var b strings.Builder
	prev := rune(0) // what stands beside a text is no space
	for i, r := range s {
		next := rune(0)
		if rest := s[i+utf8.RuneLen(r):]; rest != "" {
			next = firstRune(rest)
		}
		switch {
		case r == '<':
			r = signLess
		case r == '>':
			r = signMore
		case prev == signEscape:
		case needsEscape(r, prev, next, s, i, n):
			b.WriteRune(signEscape)
		}
		b.WriteRune(r)
		prev = r
	}
	return b.String()
}

// escapedLine is a text within a line of Markdown, such as a heading or a value of
// the front matter: it is read as it stands.
func escapedLine(s string) string { return restore(escapeInline(s, &html.Node{})) }

// needsEscape reports whether a sign would be read as Markdown where it stands.
func needsEscape(r, prev, next rune, s string, i int, n *html.Node) bool {
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	switch r {
	case '\\':
		return !word(next) // a sign, a space that would not break, or an end of a line
	case '*':
		return !(unicode.IsSpace(prev) && unicode.IsSpace(next))
	case '_':
		return !(word(prev) && word(next)) && !(unicode.IsSpace(prev) && unicode.IsSpace(next))
	case '`':
		return true
	case '[':
		return within(n, atom.A) != nil && !balanced(s) || next == '^' || next == '@' || strings.Contains(s[i:], "](") || strings.Contains(s[i:], "]{") || refersToCitation(s[i:])
	case ']':
		return within(n, atom.A) != nil && !balanced(s) || next == '(' || next == '{' || next == ':' && strings.LastIndexByte(s[:i], '[') == 0
	case '!':
		return next == '[' || i == len(s)-1 && is(n.NextSibling, atom.A)
	case '^', '~':
		return next == '[' || next == r || strings.Count(s, string(r)) > 1
	case '@':
		return !word(prev) && (word(next) || next == '_' || next == '{' || next == 0)
	case '&':
		name, _, ok := strings.Cut(s[i+1:], ";")
		return ok && len(name) <= 32 && name != "" && strings.IndexFunc(name, func(r rune) bool { return !word(r) && r != '#' }) < 0
	}
	return false
}

// refersToCitation reports whether a bracket holds something that Pandoc reads
// as citation keys.
func refersToCitation(s string) bool {
	in, _, ok := strings.Cut(s, "]")
	return ok && strings.Contains(in, "@")
}

// balanced reports whether every bracket of a text has its partner.
func balanced(s string) bool {
	depth := 0
	for i := 0; i < len(s) && depth >= 0; i++ {
		switch s[i] {
		case '[':
			depth++
		case ']':
			depth--
		}
	}
	return depth == 0
}
