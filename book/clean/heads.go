package clean

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// headings gives each heading of the body the level of its nesting, from two on
// and without gaps: it stands below the last one before it that is of a higher rank.
// So a postscript whose heading outranks those of the text before it is of their
// level. A heading that repeats the title goes. A page without headings may have set
// them as bold paragraphs.
func (p *page) headings(root *html.Node) {
	for _, h := range tags(root, atom.H1, atom.H2, atom.H3) {
		if sameText(textOf(h), p.meta.title) && !hasMark(textOf(h)) {
			p.remove(h, "title, now in the front matter")
		}
	}
	list := elements(root, func(n *html.Node) bool { return isHeading(n) && textOf(n) != "" })
	if len(list) == 0 {
		list = p.boldHeadings(root)
	}
	levels := [...]atom.Atom{atom.H2, atom.H3, atom.H4, atom.H5, atom.H6}
	var open []string // the ranks of the headings around the place
	for _, h := range list {
		for len(open) > 0 && open[len(open)-1] >= h.Data {
			open = open[:len(open)-1]
		}
		open = append(open, h.Data)
		rename(h, levels[min(len(open), len(levels))-1])
		for _, b := range tags(h, atom.B, atom.Strong) {
			if textOf(b) == textOf(h) {
				unwrap(b)
			}
		}
		for _, b := range tags(h, atom.Br) {
			replaceWithText(b, " ")
		}
	}
}

// boldHeadings makes headings of short paragraphs that are bold throughout, if
// text follows each; one alone must also stand well within the article.
func (p *page) boldHeadings(root *html.Node) []*html.Node {
	var list []*html.Node
	for _, n := range tags(root, atom.P, atom.Div) {
		text := textOf(n)
		if text == "" || utf8.RuneCountInString(text) > 100 || slices.ContainsFunc(children(n), isBlock) || within(n, atom.Li, atom.Td, atom.Blockquote, atom.Figure) != nil || strings.ContainsAny(lastOf(text), ".,;:!?»”\"") {
			continue
		}
		bold := 0
		for _, b := range tags(n, atom.B, atom.Strong) {
			bold += len(textOf(b))
		}
		s := nextElement(n)
		for s != nil && isBlank(s) { // the empty line of an editor
			s = nextElement(s)
		}
		if bold >= len(text) && is(s, atom.P, atom.Div, atom.Ul, atom.Ol, atom.Blockquote) && len(textOf(s)) > 60 {
			list = append(list, n)
		}
	}
	if len(list) == 1 && len(textBeforeIn(root, list[0])) < 60 {
		return nil
	}
	for _, n := range list {
		rename(n, atom.H2)
	}
	return list
}

func lastOf(s string) string { return string(lastRune(s)) }

// selfLinks takes out the signs by which one copies the address of a heading, a term or
// a caption: links to what they stand in. They are no calls of notes, whatever they say
// to who points at them. Headings that lead to their place in the contents are no links
// to anything that a reader of the book has.
func selfLinks(doc *html.Node) {
	for _, a := range ownLinks(doc) {
		frag, h := attr(a, "href")[1:], headOf(a)
		if strings.Trim(textOf(a), "#¶§ \u00a0\u200b🔗∞\uf0c1") == "" && (h != nil || frag != "" && textOf(a) != "" && standsAt(a, frag)) {
			remove(a)
			ownSection(h, frag)
		}
	}
	for _, a := range ownLinks(doc) {
		if h := headOf(a); h != nil && textOf(a) == textOf(h) && noteLabel(textOf(a)) == "" {
			unwrap(a)
		}
	}
}

// ownLinks lists the links to places of the page itself.
func ownLinks(doc *html.Node) []*html.Node {
	return slices.DeleteFunc(tags(doc, atom.A), func(a *html.Node) bool {
		return !strings.HasPrefix(attr(a, "href"), "#") || first(a, atom.Img) != nil
	})
}

// headOf is the heading that n stands in, nil if it stands in none.
func headOf(n *html.Node) *html.Node {
	return within(n, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6)
}

// ownSection marks the section of a heading that has a sign for its address as one of the
// text: its name, as "related-bugs", says what it is about.
func ownSection(h *html.Node, name string) {
	if h != nil && is(h.Parent, atom.Section, atom.Div) && attr(h.Parent, "id") == name && name != "" && firstHeading(h.Parent) {
		setAttr(h.Parent, "class", "section "+textSection)
	}
}

// textSection is the class of sections that are the text's for certain.
const textSection = "cahier-section"

// standsAt reports whether n stands in what a fragment names, or in one block with it.
func standsAt(n *html.Node, frag string) bool {
	named := func(e *html.Node) bool { return attr(e, "id") == frag || is(e, atom.A) && attr(e, "name") == frag }
	for p := n.Parent; p != nil; p = p.Parent {
		if named(p) {
			return true
		}
	}
	return slices.ContainsFunc(elements(blockOf(n), named), func(e *html.Node) bool { return e != n })
}

// crossheads makes headings of paragraphs that are named as such.
func crossheads(root *html.Node) {
	for _, p := range tags(root, atom.P, atom.Div) {
		if hasBlock(p) || utf8.RuneCountInString(textOf(p)) > 140 || textOf(p) == "" {
			continue
		}
		if hasClass(p, "intertitulo", "intertítulo", "intertitre", "inter-titre", "intertitle", "zwischentitel", "zwischenueberschrift", "crosshead", "cross-head", "subhead", "subheading", "titoletto", "ladillo") {
			rename(p, atom.H3)
		}
	}
}
