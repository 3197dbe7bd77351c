package clean

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// splitBreaks makes paragraphs of what double line breaks divide, and takes away
// breaks at the beginning and the end.
func splitBreaks(n *html.Node) {
	if is(n, atom.P) {
		edgeBreaks(n)
	}
	for _, c := range children(n) { // beside a block it breaks nothing
		if is(c, atom.Br) && besideBlock(c) {
			remove(c)
		}
	}
	parts := breakParts(n)
	if len(parts) < 2 {
		inside := trimBreaks(children(n))
		for _, c := range children(n) {
			if is(c, atom.Br) && !slices.Contains(inside, c) {
				remove(c)
			}
		}
		return
	}
	for _, c := range children(n) {
		remove(c)
	}
	if is(n, atom.P) {
		rename(n, atom.Div)
	}
	for _, list := range parts {
		outer := n
		if !slices.ContainsFunc(list, isBlock) {
			outer = element(atom.P)
			n.AppendChild(outer)
		}
		for _, c := range list {
			outer.AppendChild(c)
		}
	}
}

// besideBlock reports whether nothing stands between a break and a block before or
// after it, nor another break: two divide paragraphs.
func besideBlock(n *html.Node) bool {
	before, after := prevElement(n), nextElement(n)
	return !is(before, atom.Br) && !is(after, atom.Br) && (before != nil && isBlock(before) || after != nil && isBlock(after))
}

// edgeBreaks takes out the breaks with which a paragraph begins, also within its spans.
func edgeBreaks(p *html.Node) {
	for c := p.FirstChild; c != nil; {
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) == "":
			c = c.NextSibling
		case is(c, atom.Br):
			next := c.NextSibling
			remove(c)
			c = next
		case is(c, atom.Span, atom.B, atom.Strong, atom.I, atom.Em) && first(c, atom.Br) != nil:
			edgeBreaks(c)
			return
		default:
			return
		}
	}
}

// breakParts lists what two or more breaks divide right below n, without the
// breaks at the ends of the parts.
func breakParts(n *html.Node) [][]*html.Node {
	var parts [][]*html.Node
	var part []*html.Node
	breaks := 0
	end := func() {
		if part = trimBreaks(part); len(part) > 0 {
			parts = append(parts, part)
		}
		part = nil
	}
	for _, c := range children(n) {
		blank := c.Type == html.TextNode && strings.TrimSpace(c.Data) == ""
		switch {
		case is(c, atom.Br):
			breaks++
		case blank && breaks > 0:
			continue
		default:
			if breaks >= 2 {
				end()
			}
			breaks = 0
		}
		part = append(part, c)
	}
	end()
	return parts
}

// trimBreaks takes line breaks and blank texts off both ends of a list of nodes.
func trimBreaks(list []*html.Node) []*html.Node {
	empty := func(c *html.Node) bool {
		return is(c, atom.Br) || c.Type == html.TextNode && strings.TrimSpace(c.Data) == ""
	}
	for len(list) > 0 && empty(list[len(list)-1]) {
		list = list[:len(list)-1]
	}
	for len(list) > 0 && empty(list[0]) {
		list = list[1:]
	}
	return list
}
