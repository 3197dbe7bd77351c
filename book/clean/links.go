package clean

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// linkShare is the part of the text below n that stands in links, in percent.
func linkShare(n *html.Node) int {
	all, linked := 0, 0
	walk(n, func(c *html.Node) bool {
		if c.Type == html.TextNode {
			k := utf8.RuneCountInString(strings.TrimSpace(c.Data))
			all += k
			if a := within(c, atom.A); a != nil && (hasAttr(a, "href") || !hasAttr(a, "id") && !hasAttr(a, "name")) { // not a place that links lead to
				linked += k
			}
		}
		return true
	})
	if all == 0 {
		return 0
	}
	return linked * 100 / all
}

// hasCitations reports whether a list reads as references: items with much text
// around their links.
func hasCitations(n *html.Node) bool {
	items := tags(n, atom.Li)
	long := 0
	for _, li := range items {
		if linkShare(li) < 60 && len(textOf(li)) > 40 {
			long++
		}
	}
	return long*2 > len(items)
}

// inHeading reports whether a link stands in a heading.
func inHeading(a *html.Node) bool {
	return within(a, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6) != nil
}

func inVerse(n *html.Node) bool { return len(tags(n, atom.Br)) > 2 }

// speaksOfSite reports whether a paragraph is the site's by its words: a short one has one
// of them, a longer one two. One alone, such as "advertisement", any author may write.
func speaksOfSite(text string) bool {
	n := utf8.RuneCountInString(text)
	return n < 400 && chromeScore(text) > 1 || n < 160 && chromeScore(text) > 0
}

// chromeScore counts the site's words in a text.
func chromeScore(text string) int {
	score := 0
	low := strings.ToLower(text)
	for _, w := range chromeWords {
		if strings.Contains(low, w) && hasWord(low, []string{w}) {
			score++
		}
	}
	return score
}
