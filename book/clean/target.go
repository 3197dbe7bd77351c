package clean

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// block is the block that a link's target stands for: itself, the block it
// stands in, or the one after it if it is an empty signpost.
func (l *lifter) block(t *html.Node) *html.Node {
	if !isBlock(t) {
		return l.afterSignpost(t, blockOf(t))
	}
	if !isBlank(t) {
		return t
	}
	return l.afterSignpost(t, t)
}

// afterSignpost passes over blocks with nothing in them.
func (l *lifter) afterSignpost(t, b *html.Node) *html.Node {
	for b != nil && isBlank(b) {
		next := b.NextSibling
		for next != nil && next.Type != html.ElementNode {
			next = next.NextSibling
		}
		b = next
	}
	return b
}

// splits reports whether a target stands inside a larger block, after a line
// break or another target, so that the block is not the note but holds it.
func (l *lifter) splits(t, b *html.Node) bool {
	return !isBlock(t) && contains(b, t) && b != t && strings.Trim(between(b, t), " \t\n\u00a0[(^") != ""
}

// between is the text of block b before n.
func between(b, n *html.Node) string {
	var s strings.Builder
	done := false
	walk(b, func(c *html.Node) bool {
		if c == n {
			done = true
		}
		if done {
			return false
		}
		if c.Type == html.TextNode {
			s.WriteString(c.Data)
		}
		return true
	})
	return s.String()
}

// textBefore is what stands before n in its block.
func textBefore(n *html.Node) string { return between(blockOf(n), n) }

// textFrom is the text of block b from n on.
func textFrom(n, b *html.Node) string {
	var s strings.Builder
	on := false
	walk(b, func(c *html.Node) bool {
		on = on || c == n
		if on && c.Type == html.TextNode {
			s.WriteString(c.Data)
		}
		if on && is(c, atom.Br) {
			s.WriteByte('\n')
		}
		return true
	})
	return s.String()
}

// startsBlock reports whether n begins its block or a line of it.
func (l *lifter) startsBlock(n *html.Node) bool {
	if isBlock(n) {
		return true
	}
	top := n
	for top.Parent != nil && !isBlock(top.Parent) {
		top = top.Parent
	}
	for s := top.PrevSibling; s != nil; s = s.PrevSibling {
		if is(s, atom.Br) || isBlock(s) {
			break
		}
		if !onlyLabels(rawText(s)) {
			return false
		}
	}
	before := ""
	walk(top, func(c *html.Node) bool {
		if l.order[c] < l.order[n] && c.Type == html.TextNode {
			before += c.Data
		}
		return c != n
	})
	return onlyLabels(before)
}

// firstHeading reports whether a block begins with a heading: then it is a
// section and the link to it an entry of a table of contents.
func firstHeading(b *html.Node) bool {
	for c := b.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) == "" || c.Type == html.CommentNode || c.Type == html.ElementNode && isBlank(c) {
			continue
		}
		return isHeading(c) || isBlock(c) && firstHeading(c)
	}
	return false
}

// lift takes the definitions out of the page and puts marks for the calls.
func (l *lifter) lift(calls []call) {
	slices.SortStableFunc(calls, func(a, b call) int { return l.order[a.target] - l.order[b.target] })
	type found struct {
		index int
		tree  []*html.Node
	}
	defs := map[*html.Node]*found{}
	var order []*found
	for i, c := range calls {
		if defs[c.target] == nil {
			var next *html.Node
			for _, d := range calls[i+1:] {
				if d.target != c.target {
					next = d.target
					break
				}
			}
			f := &found{index: len(l.notes), tree: l.extent(c.target, next)}
			if !l.says(f.tree, c.label) {
				continue
			}
			l.notes = append(l.notes, &note{label: c.label, how: "link", sure: c.sure})
			defs[c.target], order = f, append(order, f)
		}
	}
	for _, c := range calls {
		if f := defs[c.target]; f != nil {
			l.putMark(c.anchor, f.index)
		}
	}
	var heads []*html.Node
	for i, f := range order {
		if h := headBefore(f.tree, i > 0); h != nil && !slices.Contains(heads, h) {
			heads = append(heads, h)
		}
		l.take(l.notes[f.index], f.tree)
	}
	l.dropNoteHeads(heads)
}

// headBefore is the heading over the definitions of which one begins with the nodes, nil
// if none is right before them: one of notes, below others the name of a group, or a term
// without its description, as wikis set such names.
func headBefore(nodes []*html.Node, belowOthers bool) *html.Node {
	if len(nodes) == 0 {
		return nil
	}
	n := nodes[0]
	for n.Parent != nil && prevElement(n) == nil && !is(n, atom.Body, atom.Article, atom.Main) {
		n = n.Parent
	}
	h := prevElement(n)
	if h != nil && (isNoteHead(textOf(h)) || belowOthers && isGroupName(h) || is(h, atom.Dl) && first(h, atom.Dd) == nil && len(textOf(h)) < 60) {
		return h
	}
	return nil
}

// isGroupName reports whether a block between notes is bold alone and no sentence: the name
// of the part whose notes follow.
func isGroupName(n *html.Node) bool {
	text := textOf(n)
	if !is(n, atom.P) || text == "" || len(text) > 60 || endsSentence(text) {
		return false
	}
	c := children(n)
	return len(c) == 1 && is(c[0], atom.B, atom.Strong)
}

// dropNoteHeads takes away the headings over notes that were lifted, and the rules before
// them, unless other notes are left below them.
func (l *lifter) dropNoteHeads(heads []*html.Node) {
	for _, h := range heads {
		if h.Parent != nil && !opensLabel(nextText(h)) {
			if r := prevElement(h); is(r, atom.Hr) {
				remove(r)
			}
			l.heads = append(l.heads, textOf(h))
			remove(h)
		}
	}
}

// nextText is the text of the next element after n that has one.
func nextText(n *html.Node) string {
	for s := nextElement(n); s != nil; s = nextElement(s) {
		if text := textOf(s); text != "" || is(s, atom.Hr) {
			return text
		}
	}
	return ""
}

// opensLabel reports whether a text begins as a definition does, such as one that no
// link leads to.
func opensLabel(text string) bool {
	word, rest, _ := strings.Cut(text, " ")
	label := noteLabel(word)
	return rest != "" && (isNumber(label) || isSign(label) || label != "" && word[0] == '[')
}

// says reports whether a definition has more to say than its label: the letter to
// which an index leads has not.
func (l *lifter) says(nodes []*html.Node, label string) bool {
	text := ""
	for _, n := range nodes {
		if text += " " + rawText(n); n.Type == html.ElementNode && first(n, atom.Img) != nil {
			return true
		}
	}
	text = squeeze(text)
	rest, ok := cutLabel(plainLead(text), label)
	return strings.Trim(rest, backSigns) != "" && (!ok || rest != "")
}

// lowerHeads moves labels that stand as headings of their own, over the paragraphs of
// the notes, to the beginning of these.
func (l *lifter) lowerHeads() {
	for _, h := range tags(l.doc, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6) {
		if a := first(h, atom.A); a == nil || noteLabel(textOf(h)) == "" || !is(nextElement(h), atom.P) || !inNotes(h) && !noteLike(attr(a, "id")) && !noteLike(attr(a, "name")) {
			continue
		}
		p := nextElement(h)
		p.InsertBefore(textNode(" "), p.FirstChild)
		for c := h.LastChild; c != nil; c = h.LastChild {
			h.RemoveChild(c)
			p.InsertBefore(c, p.FirstChild)
		}
		remove(h)
	}
}

// extent lists the nodes that make up the definition at a target, up to the next
// definition.
func (l *lifter) extent(t, next *html.Node) []*html.Node {
	b := l.block(t)
	if !isBlock(t) && contains(b, t) && (next != nil && contains(b, next) || l.splits(t, b)) {
		return l.slice(t, next, b)
	}
	for l.climbs(b) {
		b = b.Parent
	}
	nodes := []*html.Node{b}
	if is(b, atom.Dt) {
		return append(nodes, followers(b, func(s *html.Node) bool { return is(s, atom.Dd) })...)
	}
	if next == nil || !contains(b.Parent, next) {
		if !inNotes(b) || is(b, atom.Li, atom.Tr) {
			return nodes
		}
		return append(nodes, followers(b, l.continues)...)
	}
	more := followers(b, func(s *html.Node) bool { return !contains(s, next) && l.continues(s) })
	if end := len(more); end > 0 {
		if s := nextElement(more[end-1]); s == nil || !contains(s, next) && !isGroupName(s) {
			return nodes
		}
	}
	return append(nodes, more...)
}

// climbs reports whether the element around a definition belongs to it alone.
func (l *lifter) climbs(b *html.Node) bool {
	p := b.Parent
	if p == nil || !is(p, atom.Div, atom.Li, atom.Section, atom.Aside, atom.Dd, atom.Tr, atom.P, atom.Span) || is(p.Parent, atom.Html) {
		return false
	}
	for s := b.PrevSibling; s != nil; s = s.PrevSibling {
		if s.Type == html.ElementNode && !isBlank(s) || s.Type == html.TextNode && strings.TrimSpace(s.Data) != "" {
			return false
		}
	}
	held := 0
	for t := range l.targets {
		if contains(p, t) {
			held++
		}
	}
	return held == 1 && (is(p, atom.Li, atom.Tr, atom.Dd) || noteLike(attr(p, "id")) || noteLike(attr(p, "class")) || inNotes(p) || strings.Contains(attr(p, "style"), "mso-element"))
}

// continues reports whether a block may be a later paragraph of a note.
func (l *lifter) continues(s *html.Node) bool {
	if !is(s, atom.P, atom.Blockquote, atom.Ul, atom.Ol, atom.Pre, atom.Table, atom.Dl) || hasMark(rawText(s)) || isGroupName(s) {
		return false
	}
	for t := range l.targets {
		if contains(s, t) {
			return false
		}
	}
	return true
}

// followers lists the elements right after n as long as ok holds.
func followers(n *html.Node, ok func(*html.Node) bool) []*html.Node {
	var list []*html.Node
	for s := nextElement(n); s != nil && ok(s); s = nextElement(s) {
		list = append(list, s)
	}
	return list
}

// onlyLabels reports whether a text is nothing but labels and signs: the ways
// back from a note that is called more than once, "1. a. b."
func onlyLabels(s string) bool {
	for f := range strings.FieldsSeq(s) {
		if strings.Trim(f, "[]()^.,") != "" && (len(f) > 5 || noteLabel(f) == "") {
			return false
		}
	}
	return true
}

// nextElement is the element after n among its siblings, nil if text stands
// between or none follows.
func nextElement(n *html.Node) *html.Node {
	for s := n.NextSibling; s != nil; s = s.NextSibling {
		if s.Type == html.ElementNode {
			return s
		}
		if s.Type == html.TextNode && strings.TrimSpace(s.Data) != "" {
			return nil
		}
	}
	return nil
}

// slice cuts the part of block b from target t up to the next target: notes
// that stand in one block, divided by line breaks.
func (l *lifter) slice(t, next, b *html.Node) []*html.Node {
	top := func(n *html.Node) *html.Node {
		for n.Parent != b {
			n = n.Parent
		}
		return n
	}
	var stop *html.Node
	if next != nil && contains(b, next) {
		stop = top(next)
	}
	var nodes []*html.Node
	if p := top(t).PrevSibling; p != nil && p.Type == html.TextNode { // the bracket before the label
		p.Data = strings.TrimRight(p.Data, " \n\u00a0[(")
	}
	for n := top(t); n != nil && n != stop; n = n.NextSibling {
		nodes = append(nodes, n)
	}
	return nodes
}

// take moves a definition out of the page and cleans it of its label and its
// ways back.
func (l *lifter) take(n *note, nodes []*html.Node) {
	if len(nodes) == 0 {
		return
	}
	around := nodes[0].Parent
	n.tree = element(atom.Div)
	for _, c := range nodes {
		remove(c)
		n.tree.AppendChild(c)
	}
	l.dropBacklinks(n.tree)
	stripLabel(n.tree, n.label)
	l.dropEmpty(around)
}

// dropEmpty takes away what held definitions and holds nothing any more.
func (l *lifter) dropEmpty(n *html.Node) {
	for n != nil && n.Parent != nil && !is(n, atom.Body, atom.Html, atom.Article, atom.Main) && (isBlank(n) || onlyNoteHead(n)) {
		p := n.Parent
		remove(n)
		n = p
	}
}

// onlyNoteHead reports whether nothing but a heading of notes is left.
func onlyNoteHead(n *html.Node) bool {
	return isNoteHead(textOf(n)) && len(tags(n, atom.Img)) == 0
}

// putMark puts the mark of a note for its call, with the brackets and the
// superscript around it.
func (l *lifter) putMark(a *html.Node, index int) {
	if a.Parent == nil {
		return
	}
	n := a
	for p := n.Parent; p != nil && !isBlock(p) && noteLabel(textOf(p)) != "" && noteLabel(textOf(p)) == noteLabel(textOf(a)); p = p.Parent {
		n = p
	}
	trimAround(n)
	replaceWithText(n, mark(index))
}
