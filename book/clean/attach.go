package clean

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// attachMarks takes away the spaces before marks, so that a call stands at its
// word, and the commas between marks.
func attachMarks(root *html.Node) {
	var before *html.Node // the text before, in the same block
	walk(root, func(n *html.Node) bool {
		if isBlock(n) || is(n, atom.Br) {
			before = nil
		}
		if n.Type != html.TextNode {
			return true
		}
		if before != nil && strings.HasPrefix(strings.TrimLeft(n.Data, " \n\t\u00a0\u202f"), string(markOpen)) {
			n.Data = strings.TrimLeft(n.Data, " \n\t\u00a0\u202f")
			before.Data = strings.TrimRight(before.Data, " \n\t\u00a0\u202f")
		}
		n.Data = attachIn(n.Data)
		if strings.TrimSpace(n.Data) != "" {
			before = n
		} else if before != nil {
			before = n
		}
		return true
	})
	for _, s := range tags(root, atom.Sup, atom.Sub, atom.Small, atom.A, atom.Span) { // a superscript of marks alone
		if text := rawText(s); hasMark(text) && strings.Trim(replaceMarks(text, func(int) string { return "" }), " ,;[]()\u00a0-–") == "" {
			if is(s, atom.Sup, atom.Sub) {
				var b strings.Builder
				for _, i := range marks(text) {
					b.WriteString(mark(i))
				}
				replaceWithText(s, b.String())
			} else {
				unwrap(s)
			}
		}
	}
	joinTexts(root)
	walk(root, func(n *html.Node) bool {
		if n.Type == html.TextNode && hasMark(n.Data) {
			n.Data = unbracketMarks(attachIn(n.Data))
		}
		return true
	})
}

// attachIn takes spaces before marks out of a text, and signs between marks.
func attachIn(s string) string {
	if !hasMark(s) {
		return s
	}
	var b strings.Builder
	rest := s
	for i := 0; ; i++ {
		text, after, ok := strings.Cut(rest, string(markOpen))
		if !ok {
			b.WriteString(text)
			return b.String()
		}
		num, after, _ := strings.Cut(after, string(markClose))
		if trimmed := strings.TrimRight(text, " \n\t\u00a0\u202f"); trimmed != "" || i > 0 {
			text = trimmed
		}
		if i > 0 && strings.Trim(text, " ,;\u00a0") == "" {
			text = ""
		}
		b.WriteString(text + string(markOpen) + num + string(markClose))
		rest = after
	}
}

// unbracketMarks takes away brackets that hold nothing but marks.
func unbracketMarks(s string) string {
	for _, pair := range [...][2]string{{"[", "]"}, {"(", ")"}} {
		for from := 0; ; {
			i := strings.Index(s[from:], pair[0]+string(markOpen))
			if i < 0 {
				break
			}
			i += from
			end := i + len(pair[0])
			for strings.HasPrefix(s[end:], string(markOpen)) {
				k := strings.IndexRune(s[end:], markClose)
				if k < 0 {
					break
				}
				end += k + len(string(markClose))
			}
			if !strings.HasPrefix(s[end:], pair[1]) {
				from = i + 1
				continue
			}
			s = strings.TrimRight(s[:i], " \u00a0\u202f") + s[i+len(pair[0]):end] + s[end+len(pair[1]):]
			from = 0
		}
	}
	return s
}

// joinTexts makes one text of texts that stand side by side.
func joinTexts(root *html.Node) {
	walk(root, func(n *html.Node) bool {
		for n.Type == html.TextNode && n.NextSibling != nil && n.NextSibling.Type == html.TextNode {
			n.Data += n.NextSibling.Data
			remove(n.NextSibling)
		}
		return true
	})
}
