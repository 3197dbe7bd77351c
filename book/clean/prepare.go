package clean

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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

// attachMarks takes away the spaces before marks, so that a call stands at its
// word, and the commas between marks.
func attachMarks(root *html.Node) {
	var before *html.Node // the text before, in the same block
	walk(root, func(n *html.Node) bool {
		if isBlock(n) || is(n, atom.Br) {
			before = nil
		}
		if n.Type != html.TextNode {
			return true
		}
		if before != nil && strings.HasPrefix(strings.TrimLeft(n.Data, " \n\t\u00a0\u202f"), string(markOpen)) {
			n.Data = strings.TrimLeft(n.Data, " \n\t\u00a0\u202f")
			before.Data = strings.TrimRight(before.Data, " \n\t\u00a0\u202f")
		}
		n.Data = attachIn(n.Data)
		if strings.TrimSpace(n.Data) != "" {
			before = n
		} else if before != nil {
			before = n
		}
		return true
	})
	for _, s := range tags(root, atom.Sup, atom.Sub, atom.Small, atom.A, atom.Span) { // a superscript of marks alone
		if text := rawText(s); hasMark(text) && strings.Trim(replaceMarks(text, func(int) string { return "" }), " ,;[]()\u00a0-–") == "" {
			if is(s, atom.Sup, atom.Sub) {
				var b strings.Builder
				for _, i := range marks(text) {
					b.WriteString(mark(i))
				}
				replaceWithText(s, b.String())
			} else {
				unwrap(s)
			}
		}
	}
	joinTexts(root)
	walk(root, func(n *html.Node) bool {
		if n.Type == html.TextNode && hasMark(n.Data) {
			n.Data = unbracketMarks(attachIn(n.Data))
		}
		return true
	})
}

// attachIn takes spaces before marks out of a text, and signs between marks.
func attachIn(s string) string {
	if !hasMark(s) {
		return s
	}
	var b strings.Builder
	rest := s
	for i := 0; ; i++ {
		text, after, ok := strings.Cut(rest, string(markOpen))
		if !ok {
			b.WriteString(text)
			return b.String()
		}
		num, after, _ := strings.Cut(after, string(markClose))
		if trimmed := strings.TrimRight(text, " \n\t\u00a0\u202f"); trimmed != "" || i > 0 {
			text = trimmed
		}
		if i > 0 && strings.Trim(text, " ,;\u00a0") == "" {
			text = ""
		}
		b.WriteString(text + string(markOpen) + num + string(markClose))
		rest = after
	}
}

// unbracketMarks takes away brackets that hold nothing but marks.
func unbracketMarks(s string) string {
	for _, pair := range [...][2]string{{"[", "]"}, {"(", ")"}} {
		for from := 0; ; {
			i := strings.Index(s[from:], pair[0]+string(markOpen))
			if i < 0 {
				break
			}
			i += from
			end := i + len(pair[0])
			for strings.HasPrefix(s[end:], string(markOpen)) {
				k := strings.IndexRune(s[end:], markClose)
				if k < 0 {
					break
				}
				end += k + len(string(markClose))
			}
			if !strings.HasPrefix(s[end:], pair[1]) {
				from = i + 1
				continue
			}
			s = strings.TrimRight(s[:i], " \u00a0\u202f") + s[i+len(pair[0]):end] + s[end+len(pair[1]):]
			from = 0
		}
	}
	return s
}

// joinTexts makes one text of texts that stand side by side.
func joinTexts(root *html.Node) {
	walk(root, func(n *html.Node) bool {
		for n.Type == html.TextNode && n.NextSibling != nil && n.NextSibling.Type == html.TextNode {
			n.Data += n.NextSibling.Data
			remove(n.NextSibling)
		}
		return true
	})
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

// splitBreaks makes paragraphs of what double line breaks divide.
func splitBreaks(n *html.Node) {
	var parts [][]*html.Node
	var part []*html.Node
	breaks, doubles := 0, 0
	for _, c := range children(n) {
		switch {
		case is(c, atom.Br):
			breaks++
			part = append(part, c)
			continue
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) == "" && breaks > 0:
			continue
		}
		if breaks >= 2 {
			doubles++
			parts, part = append(parts, part), nil
		}
		breaks = 0
		part = append(part, c)
	}
	parts = append(parts, part)
	trimBreaks := func(list []*html.Node) []*html.Node {
		for len(list) > 0 && is(list[len(list)-1], atom.Br) {
			list = list[:len(list)-1]
		}
		for len(list) > 0 && is(list[0], atom.Br) {
			list = list[1:]
		}
		return list
	}
	if doubles == 0 {
		for _, c := range children(n) {
			if is(c, atom.Br) && !slices.Contains(trimBreaks(part), c) {
				remove(c)
			}
		}
		return
	}
	for _, c := range children(n) {
		remove(c)
	}
	outer := n
	if is(n, atom.P) {
		rename(n, atom.Div)
	}
	for _, list := range parts {
		list = trimBreaks(list)
		if len(list) == 0 {
			continue
		}
		if slices.ContainsFunc(list, isBlock) {
			for _, c := range list {
				outer.AppendChild(c)
			}
			continue
		}
		para := element(atom.P)
		for _, c := range list {
			para.AppendChild(c)
		}
		outer.AppendChild(para)
	}
}

// isVerse reports whether a block is a poem: named so, or several short lines
// that each begin with a capital.
func isVerse(n *html.Node) bool {
	if slices.ContainsFunc(children(n), isBlock) || len(tags(n, atom.Br)) == 0 || within(n, atom.Table, atom.Li) != nil {
		return false
	}
	var lines []string
	for l := range strings.SplitSeq(strings.ReplaceAll(breakLines(n), "\n\n", "\n"), "\n") {
		if l = squeeze(l); l != "" {
			lines = append(lines, l)
		}
	}
	s := names(n)
	for p := n; p != nil; p = p.Parent {
		s += names(p)
	}
	for _, w := range [...]string{"poem", "verse", "stanza", "poesie", "poetry", "strophe", "gedicht", "poema", "spip_poesie", "vers "} {
		if strings.Contains(s, w) {
			return len(lines) >= 2
		}
	}
	return looksLikeVerse(lines)
}

// breakLines is the text of a block with a line feed for each break alone.
func breakLines(n *html.Node) string {
	var b strings.Builder
	walk(n, func(c *html.Node) bool {
		if c.Type == html.TextNode {
			b.WriteString(strings.ReplaceAll(c.Data, "\n", " "))
		}
		if is(c, atom.Br) {
			b.WriteByte('\n')
		}
		return true
	})
	return b.String()
}

// looksLikeVerse asks for four lines or more, none long, most beginning with a
// capital, hardly any with figures, and some that end with a sign, which tells a poem
// from a menu.
func looksLikeVerse(lines []string) bool {
	capital, stops, marked := 0, 0, 0
	for _, l := range lines {
		if utf8.RuneCountInString(l) > 64 || strings.ContainsAny(l, "@:|") && strings.Contains(l, "http") {
			return false
		}
		if r := firstRune(strings.TrimLeft(l, "«“\"'’—– \u00a0")); unicode.IsUpper(r) {
			capital++
		}
		if strings.ContainsRune(",;.!?…:—–", lastRune(strings.TrimRight(l, " »”\"’"))) {
			marked++
		}
		if strings.HasSuffix(l, ":") || strings.ContainsAny(l, "0123456789") {
			stops++
		}
	}
	return len(lines) >= 4 && capital*4 >= len(lines)*3 && stops*4 <= len(lines) && marked*4 >= len(lines)
}

// headings gives the shallowest heading of the body level two and the rest the
// levels below without gaps; a heading that repeats the title goes. A page
// without headings may have set them as bold paragraphs.
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
	used := map[string]int{}
	for _, h := range list {
		used[h.Data] = 0
	}
	for i, level := range sortedKeys(used) {
		used[level] = min(i+2, 6)
	}
	levels := [...]atom.Atom{atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6}
	for _, h := range list {
		rename(h, levels[used[h.Data]-1])
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
// several stand in the article and text follows each.
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
		if s := nextElement(n); bold >= len(text) && is(s, atom.P, atom.Div, atom.Ul, atom.Ol, atom.Blockquote) && len(textOf(s)) > 60 {
			list = append(list, n)
		}
	}
	if len(list) < 2 {
		return nil
	}
	for _, n := range list {
		rename(n, atom.H2)
	}
	return list
}

func lastOf(s string) string { return string(lastRune(s)) }
