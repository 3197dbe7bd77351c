package clean

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// isVerse reports whether a block is a poem: named so, or several short lines
// that each begin with a capital.
func isVerse(n *html.Node) bool {
	if slices.ContainsFunc(children(n), isBlock) || len(tags(n, atom.Br)) == 0 || within(n, atom.Table, atom.Li) != nil {
		return false
	}
	var lines []string
	for l := range strings.SplitSeq(strings.ReplaceAll(breakLines(n), "\n\n", "\n"), "\n") {
		if l = squeeze(l); l != "" {
			lines = append(lines, l)
		}
	}
	s := names(n)
	for p := n; p != nil; p = p.Parent {
		s += names(p)
	}
	for _, w := range [...]string{"poem", "verse", "stanza", "poesie", "poetry", "strophe", "gedicht", "poema", "spip_poesie", "vers "} {
		if strings.Contains(s, w) {
			return len(lines) >= 2
		}
	}
	return looksLikeVerse(lines)
}

// breakLines is the text of a block with a line feed for each break alone.
func breakLines(n *html.Node) string {
	var b strings.Builder
	walk(n, func(c *html.Node) bool {
		if c.Type == html.TextNode {
			b.WriteString(strings.ReplaceAll(c.Data, "\n", " "))
		}
		if is(c, atom.Br) {
			b.WriteByte('\n')
		}
		return true
	})
	return b.String()
}

// looksLikeVerse asks for four lines or more, none long, most beginning with a
// capital, hardly any with figures, and some that end with a sign, which tells a poem
// from a menu.
func looksLikeVerse(lines []string) bool {
	capital, stops, marked := 0, 0, 0
	for _, l := range lines {
		if utf8.RuneCountInString(l) > 64 || strings.ContainsAny(l, "@:|") && strings.Contains(l, "http") {
			return false
		}
		if r := firstRune(strings.TrimLeft(l, "«“\"'’—– \u00a0")); unicode.IsUpper(r) {
			capital++
		}
		if strings.ContainsRune(",;.!?…:—–", lastRune(strings.TrimRight(l, " »”\"’"))) {
			marked++
		}
		if strings.HasSuffix(l, ":") || strings.ContainsAny(l, "0123456789") {
			stops++
		}
	}
	return len(lines) >= 4 && capital*4 >= len(lines)*3 && stops*4 <= len(lines) && marked*4 >= len(lines)
}
