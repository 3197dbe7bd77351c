package typeset

import (
	"cahier/book"
	"cahier/book/style"
	"cahier/book/unit"
)

// contents sets the table of contents. The page numbers are painted at the end, when
// every anchor has its page; room is left for them.
func (s *setter) contents(b *book.Contents, p place) {
	st := &s.job.print.Blocks
	toc := p.parent.Add(RoleTOC)
	s.tag(toc, b, &p)
	unsigned := lastSigned(b.Entries) + 1
	for i := range b.Entries {
		entry := &b.Entries[i]
		item := toc.Add(RoleTOCI)
		in := p
		in.block = entryBlock(st, entry)
		in.parent = item.Add(RoleReference)
		in.right += folioRoom(in.block, entry.Whole)
		in.left += in.block.Left
		in.indent = -in.block.Size
		if i > 0 && (i == unsigned || b.Entries[i-1].By != nil && entry.Depth <= b.Entries[i-1].Depth) {
			s.below = max(s.below, s.line()) // a name belongs to the title above it
		}
		t := s.text(nil, entry.Text.Inlines, in, RoleLink)
		t.target, t.whole = entry.Target, entry.Whole
		t.leads = &area{target: entry.Target, element: t.element}
		n := s.paragraph(t)
		n.whole = true
		n.keepNext = entry.Text.Attr.Has("part")
		if entry.By != nil {
			in.block = st.ContentsName
			in.parent = item
			in.indent = 0
			s.paragraph(s.text(nil, entry.By.Inlines, in, RoleP))
			n.keepNext = true
		}
	}
}

// lastSigned is the index of the last entry that opens with its author's name below, or a
// heading inside it; −1 for none. What follows, the lists at the volume's end, stands apart.
func lastSigned(list []book.ContentsEntry) int {
	last := -1
	for i := range list {
		inside := list[i].Depth > 0 && !list[i].Text.Attr.Has("article") && !list[i].Text.Attr.Has("part")
		if list[i].By != nil || inside && last == i-1 && i > 0 && last >= 0 {
			last = i
		}
	}
	return last
}

// folioRoom is what a line of the contents leaves for its page number, or for the first and
// the last.
func folioRoom(b style.Block, whole bool) unit.Length {
	if whole {
		return 5 * b.Size
	}
	return 3 * b.Size
}

func entryBlock(st *style.Blocks, entry *book.ContentsEntry) style.Block {
	switch {
	case entry.Text.Attr.Has("part"):
		return st.ContentsPart
	case entry.Depth == 0, entry.Text.Attr.Has("article"):
		return st.ContentsArticle
	}
	return st.ContentsHeading
}

// leader paints the dots and the page number of a line of the contents, after its text.
func (c *compositor) leader(pen *pencil, t *text, x unit.Length) {
	page, ok := c.job.where[t.target]
	if !ok {
		return
	}
	label := c.job.labels[page]
	if last := c.job.ends[t.target]; t.whole && last > page {
		label += "–" + c.job.labels[last]
	}
	right := x + t.measures[0].Width + folioRoom(t.block, t.whole)
	look := c.job.looks.block(c.job.print.Blocks.ContentsArticle, t.look.lang)
	number := c.word(look, label)
	start := right - number.width
	d := &c.job.print.Detail
	if pen.run != nil {
		pen.space(&atom{look: t.look, element: t.element, link: pen.link}, t.look.gap)
	}
	text := pen.x
	if dot := c.word(look, d.Leader); d.Leader != "" && d.LeaderStep > 0 && t.block.Shape != style.SmallCaps {
		run := &Run{Face: look.shaper.Face(), Size: look.size, Y: pen.y, Stretch: 1000, Grey: leaderGrey}
		first := start - d.LeaderStep
		n := int((first - text) / d.LeaderStep)
		run.X = first - unit.Length(n)*d.LeaderStep + (d.LeaderStep-dot.width)/2
		for range n {
			run.Pieces = append(run.Pieces, Piece{Glyphs: dot.glyphs, Kern: d.LeaderStep - dot.width})
		}
		if n > 0 {
			pen.page.Items = append(pen.page.Items, run)
		}
	}
	pen.page.Items = append(pen.page.Items, &Run{
		Face: look.shaper.Face(), Size: look.size, X: start, Y: pen.y, Stretch: 1000,
		Pieces: []Piece{{Glyphs: number.glyphs}}, Element: t.element,
	})
	pen.x = right
}

// leaderGrey keeps the dots lighter than the text that they lead through.
const leaderGrey = 90
