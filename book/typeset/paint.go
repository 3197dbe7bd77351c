package typeset

import (
	"cahier/book/style"
	"cahier/book/typeset/pagebreak"
	"cahier/book/unit"
)

// paint gives everything its place on the pages.
func (j *job) paint(plans []*plan) *Composition {
	pages := make([]*Page, len(plans))
	heads := j.heads(plans)
	// Neighbours go to one compositor, which has their paragraph at hand.
	j.parallel(len(plans), min(16, max(1, len(plans)/8)), func(c *compositor, i int) {
		pages[i] = c.page(plans[i], heads)
	})
	out := &Composition{Pages: pages}
	for _, p := range plans {
		if p.start.Leaf != nil {
			out.Map = append(out.Map, p.start)
		}
		out.Stats.add(p.counts)
	}
	out.Stats.Pages = len(pages)
	return out
}

// canvas is a page while it is painted.
type canvas struct {
	*Page
	plan   *plan
	area   unit.Length // left of the type area
	top    unit.Length // of the type area
	column int         // the one at hand
	left   unit.Length // of it
	number int         // of the last line that was counted for the margin
}

// page paints one page.
func (c *compositor) page(p *plan, heads heads) *Page {
	pr := c.job.print
	pg := &Page{Number: p.index + 1, Folio: p.folio, Width: pr.Paper.Width, Height: pr.Paper.Height}
	if p.galley == nil {
		return pg
	}
	cv := &canvas{Page: pg, plan: p, area: pr.Inner, top: pr.Top, number: p.numbered}
	if !p.recto() {
		cv.area = pr.Outer
	}
	if p.first {
		pg.Items = append(pg.Items, &Anchor{Name: p.galley.section.ID, Y: cv.top})
	}
	for i := range p.columns {
		cv.enter(i, pr)
		c.body(cv)
	}
	c.aside() // the next page often goes on with the last paragraph
	for i := range p.columns {
		cv.enter(i, pr)
		c.foot(cv)
	}
	c.furniture(cv, heads)
	c.aside()
	return pg
}

// enter takes the canvas to a column.
func (cv *canvas) enter(column int, pr *style.Print) {
	cv.column = column
	cv.left = cv.area + unit.Length(column)*(cv.plan.galley.column+pr.Gutter)
}

// body paints what stands above the notes of a column.
func (c *compositor) body(cv *canvas) {
	line := c.job.print.Blocks.Text.Leading
	y := cv.plan.sunk(cv.column, line)
	for i, part := range cv.plan.columns[cv.column].Parts {
		switch n := cv.plan.galley.nodes[part.Item].(type) {
		case *white:
			y += n.height
			if n.grid {
				y = (y + line - 1) / line * line
			}
		case *lines:
			n.each(part, func(t *text, setting, from, to int) {
				c.text(cv, t, setting, from, to, cv.left, cv.top+y, true)
				y += unit.Length(max(1, to-from)) * t.block.Leading
			})
		case *slab:
			if i == 0 && n.repeat != nil {
				y += c.slab(cv, n.repeat, cv.top+y, true)
			}
			y += c.slab(cv, n, cv.top+y, false)
		}
	}
}

// slab paints a slab with its top at y and returns its height. A repeated one is
// furniture.
func (c *compositor) slab(cv *canvas, n *slab, y unit.Length, repeated bool) unit.Length {
	line := c.job.print.Blocks.Text.Leading
	return n.arrange(line, func(p *part, dy unit.Length) {
		switch {
		case p.text != nil:
			from := len(cv.Items)
			c.text(cv, p.text, p.text.best, 0, len(p.text.lines()), cv.left, y+dy, !repeated)
			if repeated {
				cv.Items = furnish(cv.Items, from)
			}
		case p.slab != nil:
			c.slab(cv, p.slab, y+dy, repeated)
		case p.image != nil:
			cv.Items = append(cv.Items, &Picture{X: cv.left + p.x, Y: y + dy, W: p.w, H: p.h, Image: p.image, Element: p.owner})
		case p.rule:
			cv.Items = append(cv.Items, &Rule{X: cv.left + p.x, Y: y + dy, W: p.w, H: p.h, Grey: p.grey})
		}
	})
}

// furnish turns items that were painted again into furniture: they have been read once.
func furnish(items []Item, from int) []Item {
	kept := items[:from]
	for _, it := range items[from:] {
		switch it := it.(type) {
		case *Run:
			it.Element = nil
			kept = append(kept, it)
		case *Rule:
			it.Element = nil
			kept = append(kept, it)
		case *Picture:
			it.Element = nil
			kept = append(kept, it)
		}
	}
	return kept
}

// text paints lines from to to, less one, of a text, the top of the first at y. main says
// that the text stands in the column itself, and a page may begin with it.
func (c *compositor) text(cv *canvas, t *text, setting, from, to int, x, y unit.Length, main bool) {
	c.collect(t)
	x += t.x
	if len(t.settings) == 0 {
		baseline := y + t.block.Leading - c.depth()
		for _, a := range t.anchors {
			cv.Items = append(cv.Items, &Anchor{Name: a, Y: baseline})
		}
		c.labels(cv, t, baseline)
		return
	}
	all := t.settings[setting].Lines
	for i := from; i < to; i++ {
		l := &all[i]
		baseline := y + unit.Length(i-from+1)*t.block.Leading - c.depth()
		if i == 0 {
			c.labels(cv, t, baseline)
			c.dropCapital(cv, t, x, baseline)
		}
		if main {
			c.start(cv, t, i, l.From, l.Head)
		}
		c.line(cv.Page, t, l, x, baseline, i == len(all)-1)
		c.overfull(cv, t, l)
		cv.plan.counts.count(l)
		c.margin(cv, t, i, baseline)
	}
}

// depth is how far a line's foot lies under its baseline, for every line alike, so that
// lines of all sizes can stand on one grid.
func (c *compositor) depth() unit.Length { return c.job.print.Blocks.Text.Leading / 4 }

// start notes the first text of a page.
func (c *compositor) start(cv *canvas, t *text, line, item, head int) {
	p := cv.plan
	if p.start.Leaf != nil || t.leaf == nil || !p.galley.mapped {
		return
	}
	p.start = PageStart{Page: p.index, Leaf: t.leaf}
	if line == 0 {
		return
	}
	for i := item; i < len(c.atoms); i++ {
		if a := &c.atoms[i]; a.offset >= 0 && a.word != nil {
			p.start.Offset = int(a.offset)
			if head > 0 && i == item {
				p.start.Offset += c.division(a.look, a.word)[head-1].at
			}
			return
		}
	}
}

// labels paints the signs and numbers that hang before a text.
func (c *compositor) labels(cv *canvas, t *text, y unit.Length) {
	for _, l := range t.labels {
		if !l.inline {
			c.label(cv, l, y)
		}
	}
}

func (c *compositor) label(cv *canvas, l *label, y unit.Length) {
	w := c.word(l.look, l.text)
	x := cv.left + l.x
	if l.width > 0 {
		x += max(0, l.width-w.width)
	}
	cv.Items = append(cv.Items, &Run{
		Face: l.look.shaper.Face(), Size: l.look.size, X: x, Y: y - l.look.rise, Stretch: 1000, Track: l.look.track,
		Pieces: []Piece{{Glyphs: w.glyphs, Space: l.look.gap}}, Element: l.element,
	})
}

// foot paints the notes of a column, the last line on the last line of the page.
func (c *compositor) foot(cv *canvas) {
	notes := cv.plan.columns[cv.column].Notes
	if len(notes) == 0 {
		return
	}
	pr := c.job.print
	g := cv.plan.galley
	height := unit.Length(len(notes)-1) * pr.Notes.Gap
	for _, n := range notes {
		for _, r := range g.notes[n.Note].rows[n.From:n.To] {
			height += r.height
		}
	}
	y := cv.top + unit.Length(pr.Lines)*pr.Blocks.Text.Leading - height
	if pr.Notes.Rule > 0 {
		cv.Items = append(cv.Items, &Rule{
			X: cv.left, Y: y - pr.Notes.Below - pr.Notes.RuleWeight, W: min(pr.Notes.Rule, g.column), H: pr.Notes.RuleWeight,
		})
	}
	for i, n := range notes {
		if i > 0 {
			y += pr.Notes.Gap
		}
		y = c.note(cv, g.notes[n.Note], n, y)
	}
}

// note paints rows of a footnote from y down and returns its foot.
func (c *compositor) note(cv *canvas, f *footnote, n pagebreak.NotePart, y unit.Length) unit.Length {
	for i := n.From; i < n.To; {
		r := &f.rows[i]
		y += r.above
		if r.slab != nil {
			y += c.slab(cv, r.slab, y, false)
			i++
			continue
		}
		to := i + 1
		for to < n.To && f.rows[to].text == r.text {
			to++
		}
		c.text(cv, r.text, r.text.best, r.line, r.line+to-i, cv.left, y, false)
		y += unit.Length(to-i) * r.text.block.Leading
		i = to
	}
	return y
}
