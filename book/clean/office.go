package clean

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// wordLists makes lists of the paragraphs by which Word writes them: each is named or
// styled as an item, has a bullet or number set in it, and may say its level.
func wordLists(root *html.Node) {
	var open []*html.Node // the lists that hold the last item, outermost first
	for _, p := range elements(root, isWordItem) {
		bullet, ordered := cutBullet(p)
		if !bullet || len(open) > 0 && nextElement(open[0]) != p {
			open = nil
		}
		if !bullet {
			continue
		}
		kind := atom.Ul
		if ordered {
			kind = atom.Ol
		}
		level := min(wordLevel(p), len(open)+1)
		open = open[:min(level, len(open))]
		if level == len(open) && !is(open[level-1], kind) {
			open = open[:level-1]
		}
		if level > len(open) {
			list := element(kind)
			if level == 1 {
				p.Parent.InsertBefore(list, p)
			} else {
				open[level-2].LastChild.AppendChild(list)
			}
			open = append(open, list)
		}
		remove(p)
		rename(p, atom.Li)
		open[level-1].AppendChild(p)
	}
}

// isWordItem reports whether a paragraph is named or styled as an item of a list of
// Word's.
func isWordItem(n *html.Node) bool {
	style := styleOf(n)
	return is(n, atom.P) && (strings.HasPrefix(attr(n, "class"), "MsoList") || strings.Contains(style, "mso-list:l") && strings.Contains(style, "level"))
}

// wordLevel is the level that the style of an item says, 1 for the outermost.
func wordLevel(p *html.Node) int {
	_, s, ok := strings.Cut(styleOf(p), "level")
	if ok && s != "" && s[0] >= '2' && s[0] <= '9' {
		return int(s[0] - '0')
	}
	return 1
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

// quoteStyles begin the classes of Word's styles for quotations.
var quoteStyles = []string{"MsoQuote", "MsoIntenseQuote", "MsoBlockText"}

// wordQuotes makes quotations of paragraphs that are styled as such, or set in
// from both margins.
func wordQuotes(root *html.Node) {
	for _, p := range tags(root, atom.P) {
		if within(p, atom.Blockquote, atom.Li, atom.Table, atom.Figure) != nil || textOf(p) == "" {
			continue
		}
		class := attr(p, "class")
		styled := slices.ContainsFunc(quoteStyles, func(s string) bool { return strings.HasPrefix(class, s) })
		if !styled && !(setIn(p, "margin-left") && setIn(p, "margin-right")) && !setIn(p, "padding-left") {
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
