package clean

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// countedParagraphs drops the numbers that reviews set before their paragraphs:
// 1, 2, 3 … in elements of their own.
func (t *trimmer) countedParagraphs(root *html.Node) {
	var found []*html.Node
	for _, p := range tags(root, atom.P, atom.Div) {
		if isWordItem(p) {
			continue
		}
		c := p.FirstChild
		for c != nil && c.Type == html.TextNode && strings.TrimSpace(c.Data) == "" {
			c = c.NextSibling
		}
		if is(c, atom.Span, atom.A, atom.B, atom.Small, atom.Strong) && strings.Trim(textOf(c), "[]§. ") == itoa(len(found)+1) && len(textOf(p)) > len(textOf(c)) {
			found = append(found, c)
		}
	}
	if len(found) < 3 {
		return
	}
	for _, c := range found {
		t.drop(c, "paragraph number")
	}
}
