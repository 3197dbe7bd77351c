package pagebreak

import "cahier/book/unit"

// finish is the trace of the cheapest way to the end of the flow.
func (p *pager) finish() int32 {
	states := p.keep(&p.cur)
	if len(states) == 0 {
		panic("pagebreak: no way through the flow")
	}
	best := -1
	var least int64
	for k := range states {
		s := &states[k]
		cost := s.cost
		if missing := int64(p.r.LastLines)*10 - lines(s.used, p.r.Line); s.page > 0 && missing > 0 {
			cost += p.r.LastCost * missing / 10
		}
		pl := p.notes.place(s.mark, len(p.f.Notes), p.height(s.page)-s.used, false)
		cost += p.noteCost(&pl)
		if best < 0 || cost < least {
			best, least = k, cost
		}
	}
	return states[best].trace
}

// pages follows the traces back to the start and sets the pages.
func (p *pager) pages(last int32) []Page {
	var steps []step
	for t := last; t >= 0; t = p.traces[t].prev {
		steps = append(steps, p.traces[t])
	}
	b := &binder{pager: p, page: Page{}}
	for k := len(steps) - 1; k >= 0; k-- {
		s := &steps[k]
		if s.item >= 0 {
			b.part(s)
		}
		if s.ended {
			b.end()
		}
	}
	b.end()
	for int(b.mark.note) < len(p.f.Notes) {
		b.end() // notes that are left over have pages of their own
	}
	return b.pages
}

// binder makes Pages of steps.
type binder struct {
	*pager
	pages  []Page
	page   Page
	mark   mark
	called int
}

// part sets a part, and the spaces that stand before it.
func (b *binder) part(s *step) {
	items, i := b.f.Items, int(s.item)
	top := len(b.page.Parts) == 0
	if s.from == 0 {
		for k := before(items, i) + 1; k < i; k++ {
			if sp := items[k].(*Space); !top || sp.Stays {
				b.page.Parts = append(b.page.Parts, Part{Item: k})
				b.page.Text += sp.Height
				b.page.Stretch += sp.Stretch
			}
		}
	}
	b.page.Parts = append(b.page.Parts, Part{Item: i, Setting: int(s.setting), From: int(s.from), To: int(s.to)})
	switch it := items[i].(type) {
	case *Block:
		b.page.Text += it.Height - unit.Length(s.setting)*b.r.Line
		if top {
			b.page.Text += it.Top
		}
		b.called += it.Notes
	case *Paragraph:
		for _, l := range it.Settings[s.setting].Lines[s.from:s.to] {
			b.page.Text += l.Height
			b.called += l.Notes
		}
	}
	b.called = min(b.called, len(b.f.Notes))
}

// end ends the page.
func (b *binder) end() {
	pg := &b.page
	h := b.height(int32(len(b.pages)))
	called := b.called
	if b.done() {
		called = len(b.f.Notes)
	}
	pl := b.notes.place(b.mark, called, h-pg.Text, len(pg.Parts) == 0)
	for m := b.mark; m != pl.next; {
		to := len(b.f.Notes[m.note].Lines)
		if m.note == pl.next.note {
			to = int(pl.next.line)
		}
		pg.Notes = append(pg.Notes, NotePart{int(m.note), int(m.line), to})
		if m.note == pl.next.note {
			break
		}
		m = mark{m.note + 1, 0}
	}
	b.mark = pl.next
	pg.Foot, pg.NoteAway = pl.height, pl.away > 0
	rest := h - pg.Text - pg.Foot
	pg.Slack, pg.Over = max(rest, 0), max(-rest, 0)
	b.faults()
	b.pages = append(b.pages, *pg)
	b.page = Page{}
}

// done says that the last item is set in full.
func (b *binder) done() bool {
	if len(b.page.Parts) == 0 {
		return true
	}
	end := b.page.Parts[len(b.page.Parts)-1]
	if p, ok := b.f.Items[end.Item].(*Paragraph); ok && end.To < len(p.Settings[end.Setting].Lines) {
		return false
	}
	return before(b.f.Items, len(b.f.Items)) == end.Item
}

// faults marks what is wrong with the end of the page.
func (b *binder) faults() {
	pg := &b.page
	if len(pg.Parts) == 0 || b.done() {
		return
	}
	end := pg.Parts[len(pg.Parts)-1]
	f := faultBefore(b.f.Items, end.Item+1)
	if b.forced(end.Item + 1) {
		f = 0
	}
	if p, ok := b.f.Items[end.Item].(*Paragraph); ok {
		lines := p.Settings[end.Setting].Lines
		if end.To < len(lines) {
			f = p.faultInside(end.To, len(lines))
			if end.To > 0 && lines[end.To-1].Hyphen {
				f |= hyphen
			}
		}
	}
	pg.Widow, pg.Orphan = f&widow != 0, f&orphan != 0
	pg.Stranded, pg.Hyphen = f&stranded != 0, f&hyphen != 0
}
