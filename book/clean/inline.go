package clean

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// inlineClasses name elements that hold a note's text where it is called.
var inlineClasses = []string{"sidenote", "side-note", "marginnote", "margin-note", "footnote__note", "footnote-text", "footnote-content", "footnote_tooltip",
	"footnote-tooltip", "tooltiptext", "tooltip-text", "tooltip-content", "tooltip__content", "ltx_note_outer", "popover-content", "inline-footnote",
	"footnote-inline", "fn-text", "note-text", "notetext", "refbody", "margin-aside", "footnote-popup", "footnote-body", "note-content", "bulle-note", "infobulle"}

// inlineAttrs hold a note's text on the mark itself, the surest first.
var inlineAttrs = []string{"data-footnote-content", "data-footnote", "data-footnote-text", "data-note", "data-content", "data-bs-content", "data-tippy-content", "data-tooltip",
	"data-bs-original-title", "data-original-title", "data-bs-title", "data-mfn-content", "data-tip", "title"}

// inline lifts the notes whose text is written at the call: in an element beside
// the mark, in one that the mark names, or in one of its attributes.
func (l *lifter) inline() {
	for _, n := range elements(l.doc, isInlineNote) {
		if f := within(n, atom.Figure); f != nil && first(f, atom.Img) != nil && first(f, atom.Figcaption) == nil { // the caption, in the margin
			rename(n, atom.Figcaption)
			n.Attr = nil
			continue
		}
		if n.Parent != nil && !insideNote(n) {
			l.takeInline(n, n, "inline", 95)
		}
	}
	for _, n := range tags(l.doc, atom.A, atom.Sup, atom.Span, atom.Button, atom.Abbr, atom.Cite, atom.Label, atom.I) {
		if n.Parent == nil || hasMark(rawText(n)) {
			continue
		}
		if t := l.named(n); t != nil {
			l.takeInline(n, t, "inline", 93)
		} else if text := l.attrNote(n); text != "" {
			l.takeAttr(n, text)
		}
	}
	for _, n := range elements(l.doc, isToggle) {
		remove(n)
	}
	l.dropLists()
}

// isToggle reports the boxes by which side notes are opened on narrow screens.
func isToggle(n *html.Node) bool {
	return is(n, atom.Input, atom.Label) && (hasClass(n, "margin-toggle") || strings.HasPrefix(attr(n, "id"), "sn-") || strings.HasPrefix(attr(n, "for"), "sn-"))
}

// isInlineNote reports whether an element is a note's text within a paragraph.
func isInlineNote(n *html.Node) bool {
	if is(n, atom.Sup, atom.A, atom.Label, atom.Input, atom.Button, atom.Body, atom.Article, atom.Main, atom.Section, atom.Ol, atom.Ul, atom.Table) {
		return false
	}
	class := " " + strings.ToLower(attr(n, "class")) + " "
	named := is(n, atom.Span, atom.Small) && (hasClass(n, "footnote") || hasClass(n, "fn", "note") && markBefore(n) != nil)
	for _, c := range inlineClasses {
		if i := strings.Index(class, c); i > 0 && !strings.Contains(class, c+"-number") && !strings.Contains(class, c+"s") && !strings.Contains(class, c+"-ref") && !strings.Contains(class, c+"-wrapper") {
			named = true
		}
	}
	if named = named || isTooltip(n); !named {
		return false
	}
	text := textOf(n)
	return noteLabel(text) == "" && len(text) >= 4 && !hasMark(text) && (markBefore(n) != nil || strings.TrimSpace(textBefore(n)) != "" && within(n.Parent, atom.A) == nil || strings.Contains(class, "sidenote") || strings.Contains(class, "marginnote"))
}

// isTooltip reports whether an element right after a mark is shown when one
// points at it: by its role, or a name that speaks of notes, tips or bubbles.
func isTooltip(n *html.Node) bool {
	if !is(n, atom.Span, atom.Small, atom.Em, atom.I, atom.Div, atom.Aside) || markBefore(n) == nil {
		return false
	}
	if attr(n, "role") == "tooltip" || attr(n, "role") == "note" || attr(n, "role") == "doc-footnote" || hasAttr(n, "popover") {
		return true
	}
	s := names(n)
	for _, w := range [...]string{"note", "nota", "tooltip", "popover", "popup", "bulle", "bubble"} {
		if i := strings.Index(s, w); i >= 0 && beginsWord(s, i) {
			return true
		}
	}
	return false
}

// insideNote reports whether a note element stands within another.
func insideNote(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.Type == html.ElementNode && isInlineNote(p) {
			return true
		}
	}
	return false
}

// takeInline lifts a note whose text is in body and whose call is at n.
func (l *lifter) takeInline(n, body *html.Node, how string, sure int) {
	anchor := n
	if n == body {
		anchor = markBefore(n)
	}
	label := ""
	if anchor != nil {
		label = noteLabel(textOf(anchor))
	}
	if prev := lastMark(n, body); prev >= 0 { // lifted already: this is a copy for the pointer to hover on
		remove(body)
		if l.notes[prev].tree == nil || isBlank(l.notes[prev].tree) {
			l.fill(prev, body)
		}
		return
	}
	index := len(l.notes)
	l.notes = append(l.notes, &note{label: label, how: how, sure: sure})
	switch {
	case anchor != nil && anchor != body:
		l.putMark(anchor, index)
	case isBlock(n):
		l.markPreceding(n, index)
	default:
		n.Parent.InsertBefore(textNode(mark(index)), n)
	}
	remove(body)
	l.fill(index, body)
}

// fill gives a note its text.
func (l *lifter) fill(index int, body *html.Node) {
	tree := element(atom.Div)
	moveChildren(tree, body)
	l.notes[index].tree = tree
	for _, t := range elements(tree, func(n *html.Node) bool {
		return isToggle(n) || is(n, atom.Button) || hasClass(n, "ltx_note_mark", "ltx_tag_note", "close", "sidenote-number")
	}) {
		remove(t)
	}
	l.dropBacklinks(tree)
	if label := l.notes[index].label; label != "" {
		stripLabel(tree, label)
	}
}

// markBefore is the mark right before an inline note: a superscript, a link, a
// button or a toggle with a short label; nil if there is none.
func markBefore(n *html.Node) *html.Node {
	p := n.PrevSibling
	for p != nil && (p.Type == html.TextNode && strings.TrimSpace(p.Data) == "" || isToggle(p) || p.Type == html.CommentNode) {
		p = p.PrevSibling
	}
	if p != nil && p.Type == html.ElementNode && !isBlock(p) && noteLabel(textOf(p)) != "" {
		return p
	}
	if p != nil && is(p, atom.P) && p.LastChild != nil {
		last := p.LastChild
		for last != nil && last.Type == html.TextNode && strings.TrimSpace(last.Data) == "" {
			last = last.PrevSibling
		}
		if is(last, atom.Sup, atom.A, atom.Label) && noteLabel(textOf(last)) != "" {
			return last
		}
	}
	return nil
}

// lastMark is the index of the mark that ends the text right before n, or that
// ends n itself if n is not the note's body; -1 if there is none.
func lastMark(n, body *html.Node) int {
	if n != body {
		return -1
	}
	for p := n.PrevSibling; p != nil; p = p.PrevSibling {
		text := strings.TrimRight(rawText(p), " \n\t\u00a0)]")
		if text == "" {
			continue
		}
		if list := marks(text); strings.HasSuffix(text, string(markClose)) && len(list) > 0 {
			return list[len(list)-1]
		}
		return -1
	}
	if p := n.Parent; p != nil && !isBlock(p) {
		return lastMark(p, p)
	}
	return -1
}

// markPreceding puts a mark at the end of the paragraph before a block.
func (l *lifter) markPreceding(n *html.Node, index int) {
	p := n.PrevSibling
	for p != nil && isBlank(p) {
		p = p.PrevSibling
	}
	m := textNode(mark(index))
	if is(p, atom.P, atom.Blockquote) {
		p.AppendChild(m)
		return
	}
	n.Parent.InsertBefore(m, n)
}

// named is the element that a mark names as its description or its popup.
func (l *lifter) named(n *html.Node) *html.Node {
	if noteLabel(textOf(n)) == "" {
		return nil
	}
	for _, key := range [...]string{"aria-describedby", "aria-controls", "popovertarget", "data-target", "data-bs-target", "data-footnote-id", "data-template"} {
		for _, t := range l.ids[strings.TrimPrefix(attr(n, key), "#")] {
			text := textOf(t)
			if t.Parent != nil && len(text) >= 4 && noteLabel(text) == "" && !isHeading(t) && !contains(t, n) && t.Parent.Type == html.ElementNode {
				return t
			}
		}
	}
	return nil
}

// attrNote is the text of a note that stands in an attribute of its mark.
func (l *lifter) attrNote(n *html.Node) string {
	label := noteLabel(textOf(n))
	if label == "" && !(textOf(n) == "" && noteLike(attr(n, "class"))) {
		return ""
	}
	if is(n, atom.Abbr, atom.I) && within(n, atom.Sup) == nil && !noteLike(names(n)) {
		return ""
	}
	href := attr(n, "href")
	leads := href != "" && !strings.HasPrefix(href, "#") && !strings.HasPrefix(href, "javascript:") && !strings.HasPrefix(href, "void")
	if (leads || len(label) == 1 && isAlpha(label)) && within(n, atom.Sup) == nil && first(n, atom.Sup) == nil && !noteLike(names(n)) {
		return "" // a link with a title, such as an encyclopedia's "v t e"
	}
	for _, key := range inlineAttrs {
		v := strings.TrimSpace(attr(n, key))
		if len(v) >= 12 && strings.ContainsAny(v, " \u00a0") && !strings.HasPrefix(strings.ToLower(v), "note ") && !isBackWord(v) {
			return v
		}
	}
	return ""
}

// takeAttr lifts a note that is written in an attribute, as text or as HTML.
func (l *lifter) takeAttr(n *html.Node, text string) {
	index := len(l.notes)
	l.notes = append(l.notes, &note{label: noteLabel(textOf(n)), how: "attribute", sure: 90})
	l.putMark(n, index)
	tree := element(atom.Div)
	nodes, err := html.ParseFragment(strings.NewReader(text), tree)
	if err != nil {
		nodes = []*html.Node{textNode(text)}
	}
	for _, c := range nodes {
		tree.AppendChild(c)
	}
	l.notes[index].tree = tree
	if label := l.notes[index].label; label != "" {
		stripLabel(tree, label)
	}
}

// dropLists takes away lists and tables that repeat, below the text, the notes
// that were lifted from within it, and the box around them.
func (l *lifter) dropLists() {
	known := map[string]bool{}
	for _, n := range l.notes {
		if n.tree != nil && n.how != "link" {
			known[bare(textOf(n.tree))] = true
		}
	}
	for _, n := range tags(l.doc, atom.Table, atom.Ol, atom.Ul, atom.Dl) {
		if n.Parent == nil || len(known) == 0 || !l.repeats(n, known) {
			continue
		}
		for p := n.Parent; p != nil && is(p, atom.Div, atom.Section, atom.Aside) && noteLike(names(p)) && len(textOf(p)) < len(textOf(n))+80; p = n.Parent {
			n = p
		}
		remove(n)
	}
}

// repeats reports whether every row of a list is the text of a known note.
func (l *lifter) repeats(list *html.Node, known map[string]bool) bool {
	rows := 0
	for _, r := range tags(list, atom.Li, atom.Tr, atom.Dd) {
		text := textOf(r)
		if text == "" {
			continue
		}
		text = strings.TrimLeftFunc(text, func(r rune) bool { return strings.ContainsRune(backSigns+"[]().", r) || unicode.IsDigit(r) })
		if rows++; !known[bare(text)] {
			return false
		}
	}
	return rows > 0
}
