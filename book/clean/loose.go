package clean

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// wrapLoose makes a paragraph of every run of text and inline elements that
// stands between blocks, so that each is read as the block that a reader sees
// (CSS 2.2, 9.2.1.1: anonymous block boxes).
func wrapLoose(root *html.Node) {
	for _, n := range elements(root, func(n *html.Node) bool {
		return n == root || is(n, atom.Div, atom.Section, atom.Article, atom.Main, atom.Blockquote, atom.Td)
	}) {
		if hasBlock(n) {
			wrapRuns(n)
		}
	}
}

// wrapRuns puts the loose runs among a block's children into paragraphs; a run
// that itself holds blocks or breaks of lines is left to those who read them.
func wrapRuns(n *html.Node) {
	var run []*html.Node
	flush := func() {
		run = trimBreaks(run)
		if len(run) > 0 && !allBlank(run) && !brokenRun(run) {
			para := element(atom.P)
			n.InsertBefore(para, run[0])
			for _, c := range run {
				n.RemoveChild(c)
				para.AppendChild(c)
			}
		}
		run = nil
	}
	for _, c := range children(n) {
		if isBlock(c) {
			flush()
		} else {
			run = append(run, c)
		}
	}
	flush()
}

// allBlank reports whether a run says and shows nothing.
func allBlank(run []*html.Node) bool {
	for _, c := range run {
		if !isBlank(c) {
			return false
		}
	}
	return true
}

// brokenRun reports whether a run holds blocks, or much text with breaks of
// lines, which divide paragraphs.
func brokenRun(run []*html.Node) bool {
	size, breaks := 0, false
	for _, c := range run {
		if hasBlock(c) {
			return true
		}
		size += len(textOf(c))
		breaks = breaks || is(c, atom.Br) || first(c, atom.Br) != nil
	}
	return breaks && size > 200
}
