package typeset

import (
	"cahier/book"
	"cahier/book/style"
	"cahier/book/unit"
)

// table sets a table with rules at head and foot only, its columns as wide as what they
// hold.
func (s *setter) table(b *book.Table, p place) {
	st := &s.job.print.Blocks
	d := &s.job.print.Detail
	body, head := st.Table, st.TableHead
	if p.inNote {
		body.Size, body.Leading = p.block.Size, p.block.Leading
		head.Size, head.Leading = p.block.Size, p.block.Leading
	}
	e := p.parent.Add(RoleTable)
	outer := p
	s.tag(e, b, &p)
	s.space(body.Above, false)
	s.off = true
	if b.Caption != nil {
		in := p
		in.block, in.parent, in.indent, in.notes = st.Caption, e, 0, outer.parent
		t := s.text(b.Caption, b.Caption.Inlines, in, RoleCaption)
		s.add(&slab{parts: []part{{text: t}}, keepNext: true, below: st.Text.Leading / 4})
	}
	size, lead := body.Size, body.Leading
	widths, fits := s.columns(b, p, body, head)
	if !fits { // columns too narrow for words: smaller type, as far as it can be read
		body.Size, body.Leading = size*4/5, lead*4/5
		head.Size, head.Leading = body.Size, body.Leading
		widths, _ = s.columns(b, p, body, head)
	}
	if st.Caption.Align == style.Centred { // the table stands as its caption does
		p.left += max(0, s.measure-p.left-p.right-total(widths, d.TableGap)) / 2
	}
	rule := part{rule: true, x: p.left, w: total(widths, d.TableGap), h: d.TableRule, gap: lead / 4}
	grid := &tableGrid{widths: widths, gap: d.TableGap, left: p.left, columns: b.Columns}
	var repeat *slab
	if len(b.Head) > 0 {
		group := e.Add(RoleTHead)
		repeat = &slab{}
		for i, row := range b.Head {
			n := s.row(row, head, grid, group.Add(RoleTR), RoleTH, p, outer)
			if i == 0 {
				n.parts = append([]part{rule}, n.parts...)
			}
			n.keepNext = true
			if i == len(b.Head)-1 {
				n.parts = append(n.parts, part{rule: true, column: true, x: p.left, w: rule.w, h: d.TableRule / 2, foot: true})
				n.below = lead / 4
			}
			s.add(n)
			repeat.parts = append(repeat.parts, part{slab: n})
		}
	}
	group := e.Add(RoleTBody)
	for i, row := range b.Rows {
		n := s.row(row, body, grid, group.Add(RoleTR), RoleTD, p, outer)
		n.repeat = repeat
		if repeat == nil && i == 0 {
			n.parts = append([]part{rule}, n.parts...)
		}
		if i == len(b.Rows)-1 {
			n.parts = append(n.parts, part{rule: true, column: true, x: p.left, w: rule.w, h: d.TableRule, foot: true})
			n.below = lead / 4
		}
		n.keepNext = i == 0 && len(b.Rows) > 1 || i == len(b.Rows)-2
		s.add(n)
	}
	outer.left = p.left
	s.tableNotes(b, outer)
	s.below = max(s.below, body.Below)
}

func (s *setter) tableNotes(b *book.Table, p place) {
	for i, n := range b.Notes {
		in := p
		in.block = s.job.print.Blocks.TableNote
		if i == 0 {
			s.below = max(s.below, in.block.Leading/4)
		}
		in.indent, in.depth = 0, 0
		s.noteBody(n, p.parent.Add(RoleNote), in)
	}
}

// tableGrid is where the columns of a table stand.
type tableGrid struct {
	widths  []unit.Length
	gap     unit.Length
	left    unit.Length
	columns []book.Column
}

func total(widths []unit.Length, gap unit.Length) unit.Length {
	sum := unit.Length(len(widths)-1) * gap
	for _, w := range widths {
		sum += w
	}
	return sum
}

// row sets the cells of one row side by side.
func (s *setter) row(cells []book.Cell, b style.Block, g *tableGrid, tr *Element, role Role, p, outer place) *slab {
	n := &slab{}
	x := g.left
	for i, c := range cells {
		if i == len(g.widths) {
			break
		}
		e := tr.Add(role)
		if role == RoleTH {
			e.Scope = "Column"
		}
		in := p
		in.block = b
		in.block.Above, in.block.Below, in.block.Indent = 0, 0, 0
		in.parent, in.notes, in.indent = e, outer.parent, 0
		in.left, in.right = x, s.measure-x-g.widths[i]
		switch g.columns[i].Align {
		case book.AlignRight:
			in.block.Align = style.FlushRight
		case book.AlignCenter:
			in.block.Align = style.Centred
		case book.AlignLeft:
			in.block.Align = style.Ragged
		}
		n.parts = append(n.parts, s.cell(c, in)...)
		x += g.widths[i] + g.gap
	}
	return n
}

// cell is the texts of one cell, as a column of parts.
func (s *setter) cell(c book.Cell, p place) []part {
	own := &setter{job: s.job, g: &galley{mapped: s.g.mapped, column: s.g.column}, measure: s.measure, hung: s.hung}
	p.narrow = true
	own.blocks(c.Blocks, p)
	s.g.texts = append(s.g.texts, own.g.texts...)
	s.g.notes = append(s.g.notes, own.g.notes...)
	parts := flatten(own.g.nodes)
	if len(parts) == 0 {
		return []part{{column: true}}
	}
	parts[0].column = true
	return parts
}

// flatten lists what nodes hold as parts, one under the other.
func flatten(nodes []node) []part {
	var parts []part
	gap := unit.Length(0)
	for _, n := range nodes {
		switch n := n.(type) {
		case *white:
			gap += n.height
		case *lines:
			for _, t := range n.texts {
				parts = append(parts, part{text: t, gap: gap})
				gap = 0
			}
		case *slab:
			parts = append(parts, part{slab: n, gap: gap})
			gap = 0
		}
	}
	return parts
}

// columns divides the measure between the columns of a table. Each wants the width of
// its longest cell on one line, and cannot be narrower than its longest word. fits is
// false if not even the words have room; columns are then equal.
func (s *setter) columns(b *book.Table, p place, body, head style.Block) (widths []unit.Length, fits bool) {
	n := len(b.Columns)
	gap := s.job.print.Detail.TableGap
	room := s.measure - p.left - p.right - unit.Length(n-1)*gap
	least, most := make([]unit.Length, n), make([]unit.Length, n)
	for _, group := range []struct {
		rows  [][]book.Cell
		block style.Block
	}{{b.Head, head}, {b.Rows, body}} {
		l := s.job.looks.cell(group.block, p.lang)
		for _, row := range group.rows {
			for i := range min(n, len(row)) {
				word, line := s.extent(row[i], l)
				least[i], most[i] = max(least[i], word), max(most[i], line)
			}
		}
	}
	var sumLeast, sumMost unit.Length
	for i := range n {
		sumLeast, sumMost = sumLeast+least[i], sumMost+most[i]
	}
	widths = make([]unit.Length, n)
	switch {
	case sumMost <= room:
		copy(widths, most)
	case sumLeast <= room: // what is left over the words goes by how much more each column wants
		rest, want := room-sumLeast, sumMost-sumLeast
		for i := range n {
			widths[i] = least[i] + rest.MulDiv(int64(most[i]-least[i]), int64(max(1, want)))
		}
	default:
		room = max(room, unit.Length(n)*4*unit.Point)
		for i := range n {
			widths[i] = room / unit.Length(n)
		}
		return widths, false
	}
	return widths, true
}
