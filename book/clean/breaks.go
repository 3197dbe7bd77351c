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
