package clean

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// plain lifts notes without links out of the article's tree: definitions at its
// end, marks in superscript, brackets, or glued to a word. It runs after the
// extraction, since only there the end of the article is known.
func (l *lifter) plain(body *html.Node) (doubts []doubt) {
	splitDefinitions(body)
	blocks, lines := defBlocks(body)
	defs, headed := findDefinitions(lines)
	if len(defs) == 0 {
		return nil
	}
	stream := newStream(body, blocks[defs[0].first])
	list := stream.candidates(labelIndex(defs))
	found := align(list, len(defs))
	if set := countSure(found); !enough(set, len(defs), headed) {
		if headed || set > 0 {
			doubts = append(doubts, doubt{what: "paragraphs at the end look like notes, but their marks were not found", near: lines[defs[0].first].text})
		}
		return doubts
	}
	stream.put(found, list, len(l.notes))
	for i, d := range defs {
		n := &note{label: d.label, how: "no link, " + found[i].style.String(), sure: found[i].sure, tree: element(atom.Div)}
		if !found[i].isSure() {
			n.how, n.sure = "definition without a mark", 0
		}
		for _, b := range blocks[d.first : d.last+1] {
			n.tree.AppendChild(cloneAs(b))
		}
		stripLabel(n.tree, d.label)
		l.notes = append(l.notes, n)
	}
	if i := defs[0].first; i > 0 && (headed || isPause(lines[i-1].text)) {
		remove(blocks[i-1])
	}
	for _, b := range blocks[defs[0].first : defs[len(defs)-1].last+1] {
		p := b.Parent
		remove(b)
		l.dropEmpty(p)
	}
	return doubts
}

// splitDefinitions makes a paragraph of every line of a block in which notes are
// divided by line breaks, their heading perhaps among them.
func splitDefinitions(body *html.Node) {
	for _, n := range leafBlocks(body) {
		if first(n, atom.Br) == nil || is(n, atom.Pre, atom.Td, atom.Th) {
			continue
		}
		labelled, all := 0, 0
		for l := range strings.SplitSeq(breakLines(n), "\n") {
			if l = squeeze(l); l == "" {
				continue
			}
			all++
			if _, rest := leadLabel(defLine{text: l}); rest != "" || isNoteHead(l) {
				labelled++
			}
		}
		if labelled >= 2 && labelled*2 > all || labelled == all && all > 0 {
			splitLines(n)
		}
	}
}

// splitLines makes a paragraph of every line of a block.
func splitLines(n *html.Node) {
	list := children(n)
	for _, c := range list {
		remove(c)
	}
	if is(n, atom.P) {
		rename(n, atom.Div)
	}
	para := element(atom.P)
	for _, c := range append(list, element(atom.Br)) {
		if !is(c, atom.Br) {
			para.AppendChild(c)
			continue
		}
		if !isBlank(para) {
			n.AppendChild(para)
		}
		para = element(atom.P)
	}
}

// enough reports whether enough of the definitions have their marks to believe
// that they are notes.
func enough(set, defs int, headed bool) bool {
	if headed {
		return set > 0 && set*2 >= defs
	}
	return set > 0 && set*4 >= defs*3
}

func (s style) String() string {
	return [...]string{"superscript", "brackets", "parentheses", "glued to the word", "sign", "standing apart"}[s]
}

// cloneAs copies a paragraph of definitions; a list item becomes a plain block.
func cloneAs(b *html.Node) *html.Node {
	c := cloneTree(b)
	if is(c, atom.Li, atom.Dd, atom.Td, atom.Dt) {
		rename(c, atom.Div)
	}
	return c
}

// defBlocks lists the paragraphs of an article with their texts: the blocks that
// hold no other block.
func defBlocks(body *html.Node) (blocks []*html.Node, lines []defLine) {
	walk(body, func(n *html.Node) bool {
		if !isBlock(n) || is(n, atom.Table, atom.Pre, atom.Figure) {
			return n.Type == html.ElementNode && !is(n, atom.Table, atom.Pre, atom.Figure)
		}
		if len(elements(n, func(c *html.Node) bool { return c != n && isBlock(c) })) > 0 && !is(n, atom.Li) {
			return true
		}
		text := textOf(n)
		if text == "" {
			return true
		}
		d := defLine{text: text}
		if is(n, atom.Li) && is(n.Parent, atom.Ol) {
			d.label = noteLabel(itoa(itemNumber(n)))
		}
		blocks, lines = append(blocks, n), append(lines, d)
		return false
	})
	return blocks, lines
}

// stream is the text of an article before its notes, with the text nodes that it
// is made of.
type stream struct {
	text  strings.Builder
	nodes []*html.Node
	start []int
}

// newStream gathers the texts below body that come before the block end.
func newStream(body, end *html.Node) *stream {
	s := &stream{}
	done := false
	walk(body, func(n *html.Node) bool {
		switch done = done || n == end; {
		case done || is(n, atom.Pre, atom.Code, atom.Math):
			return false
		case n.Type == html.TextNode:
			s.nodes, s.start = append(s.nodes, n), append(s.start, s.text.Len())
			s.text.WriteString(strings.ReplaceAll(n.Data, "\n", " "))
		case isBlock(n) || is(n, atom.Br):
			s.text.WriteByte('\n')
		}
		return true
	})
	return s
}

// candidates lists the places for marks: superscripts as a whole, and what
// scanMarks finds in the rest.
func (s *stream) candidates(labels map[string]int) []candidate {
	text := s.text.String()
	var list []candidate
	supers := map[int]int{}
	for i, n := range s.nodes {
		if within(n, atom.Sup) != nil {
			supers[s.start[i]] = s.start[i] + len(n.Data)
		}
	}
	all := scanMarks(text, labels)
	k := 0
	for i, n := range s.nodes {
		from, to := s.start[i], s.start[i]+len(n.Data)
		for ; k < len(all) && all[k].start < to; k++ {
			if _, super := supers[from]; !super && all[k].start >= from && all[k].end <= to {
				list = append(list, all[k])
			}
		}
		if _, super := supers[from]; super {
			if n, ok := labels[noteLabel(n.Data)]; ok {
				list = append(list, candidate{from, to, n, styleSuper, 0})
			}
		}
	}
	return list
}

// put writes the marks into the tree, from the last to the first. A mark in
// superscript or brackets that repeats a label calls the same note again.
func (s *stream) put(found []aligned, list []candidate, base int) {
	places := map[int]candidate{}
	used := map[style]bool{}
	for _, f := range found {
		if f.isSure() {
			places[f.start] = f.candidate
			used[f.style] = true
		}
	}
	for _, c := range list {
		if _, taken := places[c.start]; !taken && used[c.style] && (c.style == styleSuper || c.style == styleBracket) && c.cost < 20 {
			places[c.start] = c
		}
	}
	for i := len(s.nodes) - 1; i >= 0; i-- {
		n := s.nodes[i]
		for at := s.start[i] + len(n.Data) - 1; at >= s.start[i]; at-- {
			if c, ok := places[at]; ok {
				from := at - s.start[i]
				n.Data = n.Data[:from] + mark(base+c.label) + n.Data[min(len(n.Data), from+c.end-c.start):]
			}
		}
		if p := n.Parent; is(p, atom.Sup) && hasMark(n.Data) && p.FirstChild == n && n.NextSibling == nil {
			unwrap(p)
		}
	}
}
