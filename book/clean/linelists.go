package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// listSign is the sign by which a line begins as the item of a list: a dash, or
// the number k; "" if it does not.
func listSign(line string, k int) string {
	for _, s := range [...]string{itoa(k) + ") ", itoa(k) + ". ", "- ", "– ", "— ", "• ", "· "} {
		if strings.HasPrefix(line, s) {
			return s
		}
	}
	return ""
}

// drawnSigns takes the signs off items that have them as text, where the style sheet
// draws none.
func drawnSigns(root *html.Node) {
	for _, li := range tags(root, atom.Li) {
		n := li.FirstChild
		for n != nil && n.Type == html.TextNode && strings.TrimSpace(n.Data) == "" {
			n = n.NextSibling
		}
		if !is(n, atom.Span) {
			continue
		}
		if text := textOf(n); text != "" && (strings.Trim(text, "•–▪◦·∗⁃■□●○") == "" || strings.TrimRight(text, ".)") == itoa(itemNumber(li)) && is(li.Parent, atom.Ol)) {
			remove(n)
		}
	}
}

// lineLists makes a list of the last lines of a paragraph that begin with dashes
// or with numbers from one on, as pages wrote them with breaks.
func lineLists(root *html.Node) {
	for _, p := range tags(root, atom.P) {
		parts := lineParts(p)
		k, from := 1, -1
		for i, part := range parts {
			if s := listSign(partText(part), k); s == "" {
				k, from = 1, -1
			} else {
				if from < 0 {
					from = i
				}
				k++
			}
		}
		if from < 0 || len(parts)-from < 2 || first(p, atom.Img) != nil {
			continue
		}
		if s := listSign(partText(parts[from]), 1); strings.HasPrefix(s, "—") || strings.HasPrefix(s, "–") {
			if !strings.HasSuffix(strings.TrimSpace(partText(parts[max(0, from-1)])), ":") {
				continue // persons who speak
			}
		}
		makeLineList(p, parts, from)
	}
}

// paragraphLists makes a list of paragraphs in a row that are short and begin
// with the signs of one.
func paragraphLists(root *html.Node) {
	for _, p := range tags(root, atom.P) {
		if p.Parent == nil || !isItem(p, 1) || isItem(prevElement(p), 1) && !isDigit(firstRune(textOf(p))) {
			continue
		}
		row := []*html.Node{p}
		for n := nextElement(p); n != nil && isItem(n, len(row)+1) && isDigit(firstRune(textOf(n))) == isDigit(firstRune(textOf(p))); n = nextElement(n) {
			row = append(row, n)
		}
		if len(row) < 2 {
			continue
		}
		kind := atom.Ul
		if isDigit(firstRune(textOf(p))) {
			kind = atom.Ol
		}
		list := element(kind)
		p.Parent.InsertBefore(list, p)
		for i, n := range row {
			cutLead(n, listSign(textOf(n), i+1))
			remove(n)
			rename(n, atom.Li)
			list.AppendChild(n)
		}
	}
}

// isItem reports whether a block is a short paragraph that begins as the item k
// of a list.
func isItem(n *html.Node, k int) bool {
	if !is(n, atom.P) || within(n, atom.Li, atom.Table, atom.Blockquote) != nil {
		return false
	}
	text := textOf(n)
	sign := listSign(text, k)
	return sign != "" && !strings.ContainsAny(sign, "—–") && utf8.RuneCountInString(text) < 250
}

// makeLineList puts the parts of a paragraph from one on into a list after it.
func makeLineList(p *html.Node, parts [][]*html.Node, from int) {
	kind := atom.Ul
	if isDigit(firstRune(partText(parts[from]))) {
		kind = atom.Ol
	}
	list := element(kind)
	p.Parent.InsertBefore(list, p.NextSibling)
	for i, part := range parts[from:] {
		li := element(atom.Li)
		sign := listSign(partText(part), i+1)
		for _, c := range part {
			remove(c)
			li.AppendChild(c)
		}
		cutLead(li, sign)
		list.AppendChild(li)
	}
	for c := p.LastChild; c != nil && (is(c, atom.Br) || c.Type == html.TextNode && strings.TrimSpace(c.Data) == ""); c = p.LastChild {
		remove(c)
	}
	if p.FirstChild == nil {
		remove(p)
	}
}

// cutLead takes a sign off the first text below n.
func cutLead(n *html.Node, sign string) {
	done := false
	walk(n, func(c *html.Node) bool {
		if !done && c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" {
			c.Data = strings.TrimPrefix(strings.TrimLeftFunc(c.Data, unicode.IsSpace), strings.TrimSpace(sign))
			c.Data = strings.TrimLeftFunc(c.Data, unicode.IsSpace)
			done = true
		}
		return !done
	})
}

// lineParts lists the lines of a paragraph: what its breaks divide.
func lineParts(p *html.Node) [][]*html.Node {
	var parts [][]*html.Node
	var part []*html.Node
	for _, c := range children(p) {
		if is(c, atom.Br) {
			parts, part = append(parts, part), nil
			continue
		}
		part = append(part, c)
	}
	return append(parts, part)
}

func partText(part []*html.Node) string {
	var b strings.Builder
	for _, c := range part {
		b.WriteString(rawText(c))
	}
	return squeeze(strings.ReplaceAll(b.String(), "\u00a0", " "))
}
