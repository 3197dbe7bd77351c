package clean

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// standfirstWords are the ends of names of elements that hold a standfirst.
var standfirstWords = []string{"standfirst", "chapo", "chapeau", "lede", "lead", "dek", "deck", "vorspann", "entradilla", "intro", "introtext", "teaser-text", "sommario", "gravata", "linha-fina", "bajada", "entrada", "excerpt"}

// leads lists what belongs to the article and stands between its title and the
// element that holds its text: the standfirst, and pictures with captions. A sentence
// set as a heading becomes the abstract.
func (p *page) leads(root *html.Node) []*html.Node {
	var list []*html.Node
	on, done := false, false
	walk(p.doc, func(n *html.Node) bool {
		switch {
		case done || n == root:
			done = true
			return false
		case isHeading(n) && p.meta.title != "" && strings.HasSuffix(bare(withoutMarks(n)), bare(p.meta.title)): // a kicker may stand in it
			on, list = true, nil
			return false
		case !on || n.Type != html.ElementNode:
			return true
		case is(n, atom.Nav, atom.Aside, atom.Footer) || unwantedName(n) != "" && !is(n, atom.Header):
			return false
		case is(n, atom.Figure) && first(n, atom.Img) != nil && first(n, atom.Figcaption) != nil:
			list = append(list, n)
			return false
		case p.isStandfirst(n) && !hasMark(textOf(n)) && p.meta.isAbstract(n):
			set(&p.meta.abstract, textOf(n))
			return false
		case p.isStandfirst(n):
			list = append(list, n)
			return false
		case isHeading(n) && len(textOf(n)) >= minSentence && endsSentence(textOf(n)) && linkShare(n) == 0 && !sameText(textOf(n), p.meta.subtitle): // a standfirst without a name
			set(&p.meta.abstract, textOf(n))
			return false
		}
		return !contains(root, n)
	})
	if !done {
		return nil
	}
	return list
}

// isStandfirst reports whether a block is named as the standfirst and reads as
// one.
func (p *page) isStandfirst(n *html.Node) bool {
	if !is(n, atom.P, atom.Div, atom.H2, atom.H3) || contains(n, p.root) {
		return false
	}
	text := textOf(n)
	return readsAsStandfirst(n) && !sameText(text, p.meta.subtitle) && !isByline(text) && isNamed(n, standfirstWords)
}

// readsAsStandfirst reports whether a block is as long as a standfirst: a sentence or a few,
// in one paragraph or two, that lead nowhere.
func readsAsStandfirst(n *html.Node) bool {
	size := utf8.RuneCountInString(textOf(n))
	return size >= 25 && size <= 700 && linkShare(n) <= 30 && len(tags(n, atom.P)) <= 2
}

// isNamed reports whether a class of an element is one of the words, or ends with one.
func isNamed(n *html.Node, words []string) bool {
	for token := range strings.FieldsSeq(strings.ToLower(attr(n, "class"))) {
		if slices.ContainsFunc(words, func(w string) bool {
			return token == w || strings.HasSuffix(token, "-"+w) || strings.HasSuffix(token, "_"+w)
		}) {
			return true
		}
	}
	return false
}

// abstractWords are those of standfirstWords that no first paragraph is named by.
var abstractWords = []string{"standfirst", "chapo", "chapeau", "dek", "deck", "vorspann", "entradilla", "sommario", "gravata", "linha-fina", "bajada", "excerpt"}

// isAbstract reports whether a standfirst is the article's abstract and not its first
// paragraph: it is named so, or is named as a beginning and the page describes itself in its words.
func (m *metadata) isAbstract(n *html.Node) bool {
	return isNamed(n, abstractWords) || isNamed(n, standfirstWords) && sameText(textOf(n), m.description)
}

// takeStandfirst takes the standfirst out of the article if it is the abstract and
// nothing but what leads to it stands before.
func (t *trimmer) takeStandfirst(root *html.Node) {
	done := false
	walk(root, func(n *html.Node) bool {
		switch {
		case done:
		case is(n, atom.Figure, atom.Blockquote, atom.Ul, atom.Ol, atom.Table):
			return false
		case is(n, atom.P, atom.Div, atom.H2, atom.H3) && t.meta.isAbstract(n) && t.presents(n):
			done = true
			text := textOf(n)
			if t.drop(n, "standfirst, now in the front matter"); n.Parent == nil {
				t.meta.abstract = text
			}
		case is(n, atom.P):
			done = isParagraph(n)
		}
		return !done
	})
}

// presents reports whether a block reads as a standfirst, of text alone and a small part of
// the article.
func (t *trimmer) presents(n *html.Node) bool {
	text := textOf(n)
	return readsAsStandfirst(n) && utf8.RuneCountInString(text)*3 <= t.total && !hasMark(text) &&
		len(tags(n, atom.Ul, atom.Ol, atom.Table, atom.Blockquote, atom.Figure)) == 0
}

// standBefore puts copies of what leads into the article before its text.
func standBefore(root *html.Node, list []*html.Node) {
	at := root.FirstChild
	text := bare(textOf(root))
	for _, n := range list {
		if img := first(n, atom.Img); img != nil && slices.ContainsFunc(tags(root, atom.Img), func(o *html.Node) bool { return imageSource(o) == imageSource(img) }) {
			continue
		}
		if strings.Contains(text, bare(textOf(n))) {
			continue
		}
		c := cloneTree(n)
		if isHeading(c) {
			rename(c, atom.P)
		}
		for _, line := range tags(c, atom.P) {
			if line != c && isByline(textOf(line)) {
				remove(line)
			}
		}
		c.Attr = nil
		root.InsertBefore(c, at)
	}
}
