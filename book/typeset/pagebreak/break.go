package pagebreak

import "cahier/book/unit"

// reach is how many lines short a page may be ended of free choice. A page is ended shorter
// only if nothing that follows could be set on it up to the next sound break.
const reach = 3

// pager looks for the best pages. It goes through the flow once, item by item, with the
// states that can be reached at each.
type pager struct {
	f      *Flow
	r      *Rules
	notes  notes
	called []int // notes called before each item
	traces []step
	cur    bucket   // before the current item
	next   bucket   // after it
	tops   []bucket // at the tops of pages: [0] before the item, [k] before line k of it
	free   []bucket // empty ones, for tops
}

// Break divides the flow into pages. There is one at least, unless the flow is empty.
func Break(f Flow, r Rules) []Page {
	if len(f.Items) == 0 {
		return nil
	}
	if len(f.Heights) == 0 || r.Line <= 0 {
		panic("pagebreak: flow without a page height or rules without a line")
	}
	p := &pager{f: &f, r: &r, notes: newNotes(&f)}
	p.tops = make([]bucket, 1)
	p.count()
	p.cur.put(state{step: step{prev: -1, item: -1}})
	for i := range f.Items {
		p.item(i)
		p.cur, p.next = p.next, p.cur
		p.next.clear()
	}
	return p.pages(p.finish())
}

// count finds the notes called before each item.
func (p *pager) count() {
	p.called = make([]int, len(p.f.Items)+1)
	for i, it := range p.f.Items {
		n := p.called[i]
		switch it := it.(type) {
		case *Block:
			n += it.Notes
		case *Paragraph:
			for _, l := range it.Settings[0].Lines {
				n += l.Notes
			}
		}
		p.called[i+1] = min(n, len(p.f.Notes))
	}
}

func (p *pager) height(page int32) unit.Length {
	return p.f.Heights[min(int(page), len(p.f.Heights)-1)]
}

// recto says that the page is a right-hand one.
func (p *pager) recto(page int32) bool { return (page%2 == 0) != p.f.Verso }

// fits says that the page holds text of the height with the notes called up to there.
func (p *pager) fits(s *state, used unit.Length, called int) bool {
	return used+p.notes.least(s.mark, min(called, len(p.f.Notes))) <= p.height(s.page)
}

// item takes the states before item i over it.
func (p *pager) item(i int) {
	states := p.keep(&p.cur)
	if i > 0 {
		p.tops[0].clear()
		p.endBefore(i, states)
		states = append(states, p.keep(&p.tops[0])...)
	}
	switch it := p.f.Items[i].(type) {
	case *Space:
		for k := range states {
			p.space(it, states[k])
		}
	case *Block:
		for k := range states {
			for lower := unit.Length(0); lower*p.r.Line <= it.Give; lower++ {
				p.block(i, it, states[k], lower)
			}
		}
	case *Paragraph:
		for v := range it.Settings {
			p.paragraph(i, v, it, states)
		}
	default:
		panic("pagebreak: unknown item")
	}
}

func (p *pager) space(it *Space, s state) {
	s.step = step{prev: s.trace, item: -1}
	if s.begun || it.Stays {
		s.space += it.Height
		s.spaceStretch += it.Stretch
	}
	p.next.put(s)
}

// set puts content of the height on the state's page.
func (s *state) set(h unit.Length) {
	s.used += s.space + h
	s.stretch += s.spaceStretch
	s.space, s.spaceStretch, s.begun = 0, 0, true
}

// block sets a block that is so many lines lower than it might be.
func (p *pager) block(i int, it *Block, s state, lower unit.Length) {
	if it.NewPage && s.begun {
		return
	}
	h := it.Height - lower*p.r.Line
	if !s.begun {
		h += it.Top
	}
	if s.begun && !p.fits(&s, s.used+s.space+h, p.called[i+1]) {
		return
	}
	s.set(h)
	s.cost += int64(lower) * p.r.Give
	s.step = step{prev: s.trace, item: int32(i), setting: int32(lower)}
	p.next.put(s)
}

// endBefore ends pages before item i; the states at the tops of the next ones go to tops[0].
func (p *pager) endBefore(i int, states []state) {
	if _, ok := p.f.Items[i-1].(*Space); ok {
		return // the page was ended before the space
	}
	f, forced, called := faultBefore(p.f.Items, i), p.forced(i), p.called[i]
	for _, s := range states {
		if !s.begun {
			continue
		}
		near := p.slack(&s, called) <= reach*p.r.Line
		if !forced && !near && p.follows(i, &s, f != 0) {
			continue
		}
		if forced {
			f = 0
		}
		s.step = step{prev: s.trace, item: -1}
		p.tops[0].put(p.end(s, called, f, forced))
	}
}

// forced says that a page must end before item i.
func (p *pager) forced(i int) bool {
	for ; i < len(p.f.Items); i++ {
		switch it := p.f.Items[i].(type) {
		case *Space:
			continue
		case *Block:
			return it.NewPage
		}
		return false
	}
	return false
}

// follows says that the items from i can be set on the state's page: up to the next sound
// break or, with one, only up to the end of the next line or block.
func (p *pager) follows(i int, s *state, one bool) bool {
	used := s.used + s.space
	for ; i < len(p.f.Items); i++ {
		switch it := p.f.Items[i].(type) {
		case *Space:
			used += it.Height
			continue
		case *Block:
			used += it.Height - it.Give/p.r.Line*p.r.Line
			if it.NewPage || !p.fits(s, used, p.called[i+1]) {
				return it.NewPage
			}
		case *Paragraph:
			h, ok := p.opening(i, it, s, used, one)
			if !ok {
				return false
			}
			used += h
		}
		if one || faultBefore(p.f.Items, i+1) == 0 {
			return true
		}
	}
	return true
}

// opening is the height of a paragraph up to its first sound break, and whether it can be
// set in one of the settings.
func (p *pager) opening(i int, it *Paragraph, s *state, used unit.Length, one bool) (unit.Length, bool) {
	for v := range it.Settings {
		lines := it.Settings[v].Lines
		var h unit.Length
		called := p.called[i]
		for k := range lines {
			h, called = h+lines[k].Height, called+lines[k].Notes
			if one || k+1 < len(lines) && it.faultInside(k+1, len(lines)) == 0 {
				break
			}
		}
		if p.fits(s, used+h, called) {
			return h, true
		}
	}
	return 0, false
}

// slack is what is left of the page if it ends here.
func (p *pager) slack(s *state, called int) unit.Length {
	h := p.height(s.page)
	pl := p.notes.place(s.mark, called, h-s.used, false)
	return max(0, h-s.used-pl.height-s.stretch)
}

// end closes the state's page and opens the next one. A free page may be of any height.
func (p *pager) end(s state, called int, f fault, free bool) state {
	h := p.height(s.page)
	pl := p.notes.place(s.mark, called, h-s.used, false)
	rest := max(0, h-s.used-pl.height-s.stretch)
	s.cost += p.r.cost(f, p.recto(s.page)) + p.noteCost(&pl)
	foot := rest
	if pl.height > 0 || free {
		foot = 0
	}
	if !free {
		s.cost += p.shortCost(rest, pl.height > 0)
		if p.recto(s.page) && s.page > 0 {
			s.cost += p.r.Facing * lines(max(foot-s.foot, s.foot-foot), p.r.Line) / 10
		}
	}
	if p.recto(s.page) {
		foot = 0
	}
	s.key = key{page: s.page + 1, mark: pl.next, foot: foot}
	s.ended = true
	return s
}

// lines is a height in tenths of a line.
func lines(h, line unit.Length) int64 { return int64(h * 10 / line) }

// shortMax bounds the tenths of lines that count as short, so that costs cannot overflow.
const shortMax = 1000

func (p *pager) shortCost(rest unit.Length, noted bool) int64 {
	q := min(shortMax, lines(rest, p.r.Line))
	short := p.r.Short
	if noted {
		q, short = max(0, q-10), short/4
	}
	return short * q * q * q / 1000
}

func (p *pager) noteCost(pl *placed) int64 {
	c := int64(pl.away) * p.r.Away
	if pl.left > 0 {
		c += p.r.Split + p.r.Split*int64(pl.left)/50
	}
	return c
}
