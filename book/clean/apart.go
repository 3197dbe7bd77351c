package clean

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// quoteClasses name paragraphs that are quotations.
var quoteClasses = []string{"quote", "quoteb", "quotec", "quotation", "block-quote", "blockquote", "zitat", "citazione", "citacao", "cita"}

// quotes makes quotations of paragraphs that are named so.
func quotes(root *html.Node) {
	for _, p := range tags(root, atom.P) {
		if within(p, atom.Blockquote, atom.Li, atom.Table, atom.Figure) == nil && hasClass(p, quoteClasses...) {
			wrap(p, atom.Blockquote)
		}
	}
	wordQuotes(root)
}

// wikiQuotes makes quotations of lists that define nothing: wikis set one in so.
func wikiQuotes(root *html.Node) {
	for _, n := range tags(root, atom.Dl) {
		if first(n, atom.Dt) != nil {
			continue
		}
		rename(n, atom.Blockquote)
		for _, c := range children(n) {
			if is(c, atom.Dd) {
				rename(c, atom.P)
			}
		}
	}
}

// brokenQuotes makes a paragraph of what a quotation holds that is divided by breaks
// alone.
func brokenQuotes(root *html.Node) {
	for _, n := range tags(root, atom.Blockquote) {
		if first(n, atom.Br) != nil && !slices.ContainsFunc(children(n), isBlock) {
			para := element(atom.P)
			moveChildren(para, n)
			n.AppendChild(para)
		}
	}
}

// epigraphs marks the mottoes: what is named so, paragraphs in a row as one.
func epigraphs(root *html.Node) {
	for _, n := range elements(root, func(n *html.Node) bool {
		return is(n, atom.Div, atom.P, atom.Blockquote, atom.Section, atom.Aside) && hasClass(n, "epigraph", "epigraphe", "epigrafe", "epígrafe", "motto", "exergue")
	}) {
		if n.Parent == nil || textOf(n) == "" || len(textOf(n)) > 1200 || inEpigraph(n) {
			continue
		}
		for _, q := range tags(n, atom.Blockquote) {
			if q != n {
				unwrap(q)
			}
		}
		box := prevElement(n)
		if box == nil || box.Data != "cahier-epigraph" {
			box = &html.Node{Type: html.ElementNode, Data: "cahier-epigraph"}
			n.Parent.InsertBefore(box, n)
		}
		remove(n)
		if !is(n, atom.P) {
			rename(n, atom.Div)
		}
		box.AppendChild(n)
	}
}

// inEpigraph reports whether a block around this one is an epigraph already.
func inEpigraph(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.Data == "cahier-epigraph" {
			return true
		}
	}
	return false
}

// bulletImages makes lists of lines that begin with the picture of a bullet, as
// pages had them before style sheets.
func bulletImages(root *html.Node) {
	for _, p := range tags(root, atom.P, atom.Div, atom.Td) {
		var list *html.Node
		for _, c := range children(p) {
			switch {
			case isBulletImage(c):
				if list == nil || nextElement(list) != c {
					list = element(atom.Ul)
					p.InsertBefore(list, c)
					if b := prevElement(list); is(b, atom.Br) {
						remove(b)
					}
				}
				remove(c)
				list.AppendChild(element(atom.Li))
			case is(c, atom.Br) && list != nil && nextElement(list) == c:
				remove(c)
			case list != nil && c.PrevSibling == list && !isBlock(c):
				remove(c)
				list.LastChild.AppendChild(c)
			default:
				list = nil
			}
		}
	}
	for _, p := range tags(root, atom.P) { // a paragraph holds no list
		if first(p, atom.Ul) != nil {
			rename(p, atom.Div)
		}
	}
}

// isBulletImage reports pictures that stand for a bullet.
func isBulletImage(n *html.Node) bool {
	if !is(n, atom.Img) {
		return false
	}
	src := strings.ToLower(attr(n, "src"))
	src = src[strings.LastIndex(src, "/")+1:]
	alt := strings.TrimSpace(attr(n, "alt"))
	return strings.HasPrefix(src, "puce") || strings.HasPrefix(src, "bullet") || strings.HasPrefix(src, "bul.") || (alt == "-" || alt == "*" || alt == "•") && attr(n, "width") != "" && len(attr(n, "width")) <= 2
}
