package clean

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// unseen are the names, of those in unwanted, of words that a reader of the page does
// not see or can press; they go from within a sentence as well.
var unseen = []string{"screen-reader", "sr-only", "visually-hidden", "visuallyhidden", "skip-link", "jump-link", "noprint", "ws-noexport", "print-", "printonly", "editsection", "share", "sharing", "social", "comment", "toolbar", "speech", "listen", "audio-", "timestamp", "callout-emoji", "callout-icon", "flag"}

// spared lists the names that a page gives to its own paragraphs, a third of the
// article or more: "paywall" on what subscribers read.
func (t *trimmer) spared(root *html.Node) []string {
	sizes := map[string]int{}
	for _, p := range tags(root, atom.P) {
		if size := len(textOf(p)); size >= minSentence && linkShare(p) < 30 {
			sizes[unwantedName(p)] += size
		}
	}
	var list []string
	for _, name := range sortedKeys(sizes) {
		if name != "" && sizes[name]*3 >= t.total {
			list = append(list, name)
		}
	}
	return list
}

// inSentence reports whether an element holds words of the sentence around it: text
// stands on both sides of it, or goes on after it in lower case, or it says where a
// report was sent from. Of what it holds the first is the word, the rest opens on it.
func inSentence(n *html.Node, name string) bool {
	if isBlock(n) || hasBlock(n) || slices.Contains(unseen, name) || len(textOf(n)) < minSentence && chromeScore(textOf(n)) > 0 {
		return false
	}
	if !isBlock(n.Parent) {
		around := unwantedName(n.Parent)
		return around != "" && n == n.Parent.FirstChild && inSentence(n.Parent, around)
	}
	before, after := "", ""
	at := &before
	for _, c := range children(n.Parent) {
		switch {
		case c == n:
			at = &after
		case c.Type == html.TextNode:
			*at += c.Data
		}
	}
	before, after = strings.TrimSpace(before), strings.TrimSpace(after)
	next := firstRune(after)
	switch {
	case unicode.IsLower(next) || name == "dateline" && unicode.IsLetter(next):
		return true
	case strings.IndexFunc(before, unicode.IsLetter) < 0:
		return false
	}
	return unicode.IsLetter(next) || next == '(' || strings.ContainsRune(",.;:?!)’", next) && !endsSentence(before)
}

// ownsHeading reports whether a name is that of a section, made of the words of its
// heading; it does not say what the page has it for. Nor does that of a box with a title,
// which text systems set beside their text.
func ownsHeading(n *html.Node) bool {
	isTitle := func(c *html.Node) bool {
		return hasClass(c, "titlepage", "sidebar-title", "topic-title", "admonition-title")
	}
	if isTitle(n) || is(n, atom.Div, atom.Aside) && slices.ContainsFunc(children(n), isTitle) {
		return !hasClass(n, "contents", "toc")
	}
	if !is(n, atom.Div, atom.Section) || !hasClass(n, sectionClasses...) {
		return false
	}
	if hasClass(n, textSection) {
		return true
	}
	id := strings.Trim(attr(n, "id"), "0123456789-")
	for c := n.FirstChild; c != nil && id != ""; c = c.NextSibling {
		if isHeading(c) {
			return strings.HasSuffix(bare(textOf(c)), bare(id))
		}
	}
	return false
}
