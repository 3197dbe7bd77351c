package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// stripLabel takes the label from the beginning of a definition.
func stripLabel(tree *html.Node, label string) {
	var lead []*html.Node
	text := ""
	walk(tree, func(c *html.Node) bool {
		if c.Type == html.TextNode && utf8.RuneCountInString(text) < 40 {
			if strings.TrimSpace(text) == "" {
				c.Data = plainLead(c.Data)
			}
			lead, text = append(lead, c), text+c.Data
		}
		return true
	})
	rest, ok := cutLabel(text, label)
	if !ok {
		rest = strings.TrimLeftFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("^:.", r) })
		if trimmed := strings.TrimLeft(rest, "[]()"); trimmed != rest && len(rest)-len(trimmed) >= 2 { // "[]" or "()" left by a link back
			rest = strings.TrimLeft(trimmed, " .:\u00a0")
		}
	}
	cut := len(text) - len(rest)
	for _, n := range lead {
		k := min(cut, len(n.Data))
		n.Data, cut = n.Data[k:], cut-k
	}
	for _, s := range tags(tree, atom.Sup, atom.Span, atom.A, atom.Small, atom.Strong, atom.B, atom.Dt, atom.Td, atom.P, atom.Div) {
		if s != tree && isBlank(s) && first(s, atom.Br) == nil {
			remove(s)
		}
	}
}

// cutLabel takes a label with its brackets and stop from the beginning of text.
func cutLabel(text, label string) (rest string, ok bool) {
	s := strings.TrimLeft(text, " \t\n\u00a0\u202f[({^↑")
	low := strings.ToLower(s)
	for _, w := range labelWords {
		if r, found := strings.CutPrefix(low, w); found && len(low) == len(s) && strings.HasPrefix(strings.TrimLeft(r, " \u00a0"), strings.ToLower(label)) {
			s = strings.TrimLeft(s[len(w):], " \u00a0")
			break
		}
	}
	if len(s) < len(label) || !strings.EqualFold(s[:len(label)], label) {
		return text, false
	}
	s = s[len(label):]
	r, _ := utf8.DecodeRuneInString(s)
	if isNumber(label) && isDigit(r) || isAlpha(label) && unicode.IsLetter(r) || isSign(label) && strings.HasPrefix(s, label[:1]) {
		return text, false
	}
	return strings.TrimLeft(s, " \t\n\u00a0\u202f])}.:–—-/"), true
}

// plainLead writes the superscript digits and signs at the beginning of a text
// as plain ones.
func plainLead(s string) string {
	end := 0
	for i, r := range s {
		if !strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹＊∗⁎ \n\t", r) {
			break
		}
		end = i + utf8.RuneLen(r)
	}
	return superscripts.Replace(s[:end]) + s[end:]
}

func isAlpha(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}
