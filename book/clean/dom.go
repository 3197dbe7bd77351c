package clean

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// attr is the value of an attribute, "" if it is not there.
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// hasAttr reports whether the attribute is there, empty or not.
func hasAttr(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

// setAttr writes an attribute over an earlier one.
func setAttr(n *html.Node, key, val string) {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			n.Attr[i].Val = val
			return
		}
	}
	n.Attr = append(n.Attr, html.Attribute{Key: key, Val: val})
}

// names is the text by which pages name what an element is for: id, class, role
// and component, in lower case, between spaces.
func names(n *html.Node) string {
	return " " + strings.ToLower(attr(n, "id")+" "+attr(n, "class")+" "+attr(n, "role")+" "+attr(n, "data-component-name")) + " "
}

// styleOf is what an element's style attribute says, in lower case and without
// spaces.
func styleOf(n *html.Node) string {
	return strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
}

// hasClass reports whether the element has one of the classes.
func hasClass(n *html.Node, classes ...string) bool {
	for c := range strings.FieldsSeq(attr(n, "class")) {
		if slices.Contains(classes, c) {
			return true
		}
	}
	return false
}

// is reports whether n is an element of one of the kinds.
func is(n *html.Node, kinds ...atom.Atom) bool {
	return n != nil && n.Type == html.ElementNode && slices.Contains(kinds, n.DataAtom)
}

// walk visits n and all below it in document order; visit returns false to pass
// over what lies below. The children are read before the visit, so visit may
// take its node out of the tree.
func walk(n *html.Node, visit func(*html.Node) bool) {
	if !visit(n) {
		return
	}
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		walk(c, visit)
		c = next
	}
}

// elements lists the elements below n for which ok holds, in document order.
func elements(n *html.Node, ok func(*html.Node) bool) []*html.Node {
	var list []*html.Node
	walk(n, func(c *html.Node) bool {
		if c.Type == html.ElementNode && ok(c) {
			list = append(list, c)
		}
		return true
	})
	return list
}

// tags lists the elements of the kinds below n.
func tags(n *html.Node, kinds ...atom.Atom) []*html.Node {
	return elements(n, func(c *html.Node) bool { return slices.Contains(kinds, c.DataAtom) })
}

// first is the first element of a kind below n, nil if there is none.
func first(n *html.Node, kind atom.Atom) *html.Node {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if is(c, kind) {
			return c
		}
		if f := first(c, kind); f != nil {
			return f
		}
	}
	return nil
}

// rawText is the text below n as it stands, spaces included.
func rawText(n *html.Node) string {
	var b strings.Builder
	walk(n, func(c *html.Node) bool {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case is(c, atom.Br):
			b.WriteByte('\n')
		case isBlock(c) && c != n:
			b.WriteByte(' ')
		}
		return true
	})
	return b.String()
}

// textOf is the text below n with its spaces made single and trimmed.
func textOf(n *html.Node) string {
	if n.FirstChild == nil && n.Type != html.TextNode {
		return ""
	}
	var w spaced
	w.node(n, n)
	return w.b.String()
}

// spaced writes text with its spaces made single.
type spaced struct {
	b       strings.Builder
	pending bool // a space is due before the next letter
}

func (w *spaced) node(n, top *html.Node) {
	switch {
	case n.Type == html.TextNode:
		w.text(n.Data)
	case is(n, atom.Br) || n != top && isBlock(n):
		w.pending = true
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c, top)
	}
}

func (w *spaced) text(s string) {
	for s != "" {
		end := strings.IndexFunc(s, unicode.IsSpace)
		if end < 0 {
			end = len(s)
		}
		if end > 0 {
			if w.pending && w.b.Len() > 0 {
				w.b.WriteByte(' ')
			}
			w.b.WriteString(s[:end])
			w.pending = false
		}
		if end == len(s) {
			return
		}
		_, size := utf8.DecodeRuneInString(s[end:])
		s, w.pending = s[end+size:], true
	}
}

// squeeze makes every run of white space one space and trims the ends.
func squeeze(s string) string {
	var w spaced
	w.text(s)
	return w.b.String()
}

// remove takes n out of its tree.
func remove(n *html.Node) {
	if n.Parent != nil {
		n.Parent.RemoveChild(n)
	}
}

// replaceWithText puts text where n stands.
func replaceWithText(n *html.Node, text string) {
	if n.Parent == nil {
		return
	}
	n.Parent.InsertBefore(textNode(text), n)
	remove(n)
}

// unwrap puts what lies below n in its place.
func unwrap(n *html.Node) {
	if n.Parent == nil {
		return
	}
	for c := n.FirstChild; c != nil; c = n.FirstChild {
		n.RemoveChild(c)
		n.Parent.InsertBefore(c, n)
	}
	remove(n)
}

// wrap puts n into a new element of a kind, which stands where n stood.
func wrap(n *html.Node, kind atom.Atom) *html.Node {
	box := element(kind)
	n.Parent.InsertBefore(box, n)
	remove(n)
	box.AppendChild(n)
	return box
}

// rename makes n an element of another kind.
func rename(n *html.Node, kind atom.Atom) {
	n.DataAtom, n.Data = kind, kind.String()
}

// element makes an element.
func element(kind atom.Atom) *html.Node {
	return &html.Node{Type: html.ElementNode, DataAtom: kind, Data: kind.String()}
}

// textNode makes a text.
func textNode(s string) *html.Node {
	return &html.Node{Type: html.TextNode, Data: s}
}

// moveChildren puts all that lies below from at the end of to.
func moveChildren(to, from *html.Node) {
	for c := from.FirstChild; c != nil; c = from.FirstChild {
		from.RemoveChild(c)
		to.AppendChild(c)
	}
}

// cloneTree copies n and all below it, out of its tree.
func cloneTree(n *html.Node) *html.Node {
	c := &html.Node{Type: n.Type, DataAtom: n.DataAtom, Data: n.Data, Namespace: n.Namespace, Attr: slices.Clone(n.Attr)}
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		c.AppendChild(cloneTree(k))
	}
	return c
}

// isBlock reports whether n begins a line of its own (HTML, section 15.3).
func isBlock(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return false
	}
	switch n.DataAtom {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Center, atom.Dd, atom.Details, atom.Div, atom.Dl,
		atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4,
		atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr, atom.Html, atom.Li, atom.Main, atom.Nav, atom.Ol, atom.P,
		atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul, atom.Caption:
		return true
	}
	return false
}

// isHeading reports whether n is one of h1 to h6.
func isHeading(n *html.Node) bool {
	return is(n, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6)
}

// blockOf is the nearest block that n is or stands in.
func blockOf(n *html.Node) *html.Node {
	for ; n.Parent != nil; n = n.Parent {
		if isBlock(n) {
			return n
		}
	}
	return n
}

// contains reports whether n is or stands below a.
func contains(a, n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == a {
			return true
		}
	}
	return false
}

// within is the nearest element of the kinds that n is or stands in, nil if none.
func within(n *html.Node, kinds ...atom.Atom) *html.Node {
	for ; n != nil; n = n.Parent {
		if is(n, kinds...) {
			return n
		}
	}
	return nil
}

// isBlank reports whether nothing readable lies below n.
func isBlank(n *html.Node) bool {
	blank := true
	walk(n, func(c *html.Node) bool {
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) != "":
			blank = false
		case is(c, atom.Img, atom.Svg, atom.Video, atom.Audio, atom.Math, atom.Object, atom.Iframe, atom.Hr):
			blank = false
		}
		return blank
	})
	return blank
}
