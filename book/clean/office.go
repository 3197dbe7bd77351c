package clean

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// wordLists makes lists of the paragraphs by which Word writes them: each has a
// class of list paragraphs and a bullet or number set in it.
func wordLists(root *html.Node) {
	var list *html.Node
	for _, p := range elements(root, func(n *html.Node) bool { return is(n, atom.P) && strings.HasPrefix(attr(n, "class"), "MsoList") }) {
		bullet, ordered := cutBullet(p)
		if !bullet {
			list = nil
			continue
		}
		kind := atom.Ul
		if ordered {
			kind = atom.Ol
		}
		if !is(list, kind) || nextElement(list) != p {
			list = element(kind)
			p.Parent.InsertBefore(list, p)
		}
		remove(p)
		rename(p, atom.Li)
		list.AppendChild(p)
	}
}

// cutBullet takes the bullet or the number off the beginning of a paragraph.
func cutBullet(p *html.Node) (found, ordered bool) {
	for _, n := range tags(p, atom.Span) {
		sign := textOf(n)
		if strings.TrimSpace(between(p, n)) != "" || sign == "" {
			continue
		}
		isNum := isNumber(strings.TrimRight(sign, ".)"))
		if len([]rune(sign)) <= 4 && (isNum || strings.Trim(sign, "·•o§-–*") == "") {
			remove(n)
			return true, isNum
		}
	}
	return false, false
}

// wordQuotes makes quotations of paragraphs that are styled as such, or set in
// from both margins.
func wordQuotes(root *html.Node) {
	for _, p := range tags(root, atom.P) {
		if within(p, atom.Blockquote, atom.Li, atom.Table, atom.Figure) != nil || textOf(p) == "" {
			continue
		}
		if !strings.HasPrefix(attr(p, "class"), "MsoQuote") && !strings.HasPrefix(attr(p, "class"), "MsoIntenseQuote") && !(setIn(p, "margin-left") && setIn(p, "margin-right")) && !setIn(p, "padding-left") {
			continue
		}
		wrap(p, atom.Blockquote)
	}
	for _, q := range tags(root, atom.Blockquote) { // what was quoted in a row is one quotation
		if prev := prevElement(q); is(prev, atom.Blockquote) && len(prev.Attr) == 0 && len(q.Attr) == 0 {
			moveChildren(prev, q)
			remove(q)
		}
	}
}

// setIn reports whether a paragraph's style gives it a margin of half a
// centimetre or more; WordPress sets quotations in by a padding.
func setIn(p *html.Node, side string) bool {
	style := styleOf(p)
	_, v, ok := strings.Cut(style, side+":")
	if !ok {
		return false
	}
	v, _, _ = strings.Cut(v, ";")
	for unit, least := range map[string]float64{"cm": 0.5, "mm": 5, "in": 0.2, "pt": 14, "px": 18, "em": 1} {
		if num, ok := strings.CutSuffix(v, unit); ok {
			k, err := strconv.ParseFloat(num, 64)
			return err == nil && k >= least
		}
	}
	return false
}

// prevElement is the element before n, if nothing but space stands between.
func prevElement(n *html.Node) *html.Node {
	for p := n.PrevSibling; p != nil; p = p.PrevSibling {
		if p.Type == html.ElementNode {
			return p
		}
		if p.Type == html.TextNode && strings.TrimSpace(p.Data) != "" {
			return nil
		}
	}
	return nil
}
