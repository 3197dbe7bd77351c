package clean

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxPulls bounds the blocks that are compared with the whole text.
const maxPulls = 300

// pullQuotes drops blocks that repeat words of a paragraph to adorn the page.
func (t *trimmer) pullQuotes(root *html.Node) {
	var prose []string
	tried := 0
	leaves := leafBlocks(root)
	for _, n := range leaves {
		prose = append(prose, bare(textOf(n)))
	}
	for i, n := range leaves {
		text := prose[i]
		if len(text) < 20 || len(text) > 300 || isHeading(n) || hasMark(rawText(n)) || is(n, atom.Li, atom.Td, atom.Th, atom.Pre, atom.Figcaption, atom.Dt, atom.Dd) {
			continue
		}
		if tried++; tried > maxPulls {
			return
		}
		adorned := len(n.Attr) > 0 || within(n, atom.Blockquote, atom.Aside, atom.Figure) != nil
		if adorned && slices.ContainsFunc(prose, func(o string) bool { return len(o) > len(text)+10 && strings.Contains(o, text) }) {
			t.drop(n, "repeats words of the text")
		}
	}
}
