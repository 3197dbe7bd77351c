package clean

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// prepare brings the article's tree to the shape that conversion expects:
// paragraphs for double breaks, verse, headings from level two on, addresses
// that lead somewhere.
func (p *page) prepare(root *html.Node) {
	p.links(root)
	p.images(root)
	for _, n := range tags(root, atom.Details, atom.Summary, atom.Font, atom.Center, atom.Nobr, atom.Ins, atom.Small, atom.Big, atom.U, atom.Abbr, atom.Time, atom.Label, atom.Address) {
		if !isBlock(n) {
			unwrap(n)
		}
	}
	p.mathText(root)
	joinTexts(root)
	for _, n := range elements(root, func(n *html.Node) bool {
		return is(n, atom.P, atom.Div, atom.Blockquote, atom.Td, atom.Li, atom.Section) || n == root
	}) {
		splitBreaks(n)
	}
	for _, n := range tags(root, atom.Blockquote) {
		if first(n, atom.Br) != nil && !slices.ContainsFunc(children(n), isBlock) {
			para := element(atom.P)
			moveChildren(para, n)
			n.AppendChild(para)
		}
	}
	for _, n := range tags(root, atom.P, atom.Div) {
		if isVerse(n) {
			n.Data, n.DataAtom = "cahier-verse", 0
		}
	}
	for _, n := range tags(root, atom.P, atom.Div) {
		if text := textOf(n); text != "" && isPause(text) && first(n, atom.Img) == nil {
			for _, c := range children(n) {
				remove(c)
			}
			rename(n, atom.Hr)
		}
	}
	p.headings(root)
	attachMarks(root)
}

// links keeps links to the web and takes the others off their text.
func (p *page) links(root *html.Node) {
	for _, a := range tags(root, atom.A) {
		href := strings.TrimSpace(attr(a, "href"))
		low := strings.ToLower(href)
		address := ""
		switch {
		case strings.HasPrefix(low, "mailto:"):
			address = href
		case !strings.HasPrefix(href, "#") && href != "":
			address = p.resolve(href)
		}
		if i := strings.IndexByte(address, '#'); i >= 0 && p.base != nil && address[:i] == p.base.String() {
			address = ""
		}
		if p.base == nil && address != "" && !strings.Contains(address, ":") { // relative, with nothing to be relative to
			address = ""
		}
		if address == "" || first(a, atom.Img) != nil && textOf(a) == "" || hasBlock(a) {
			if strings.Contains(low, "script:") {
				*p.doubts = append(*p.doubts, doubt{what: "a link that runs a script was taken off its text", near: textOf(a)})
			}
			unwrap(a)
			continue
		}
		setAttr(a, "href", address)
	}
}

// mathText puts a formula's text in its place.
func (p *page) mathText(root *html.Node) {
	for _, m := range tags(root, atom.Math) {
		text := attr(m, "alttext")
		if text == "" {
			text = textOf(m)
		}
		*p.doubts = append(*p.doubts, doubt{what: "a formula was reduced to its text", near: text})
		replaceWithText(m, text)
	}
}
