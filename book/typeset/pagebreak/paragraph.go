package pagebreak

// paragraph takes the states before paragraph i over it in setting v: lines are set until
// the page is full, pages ended, and so on from the states at their tops.
func (p *pager) paragraph(i, v int, it *Paragraph, states []state) {
	n := len(it.Settings[v].Lines)
	if n == 0 {
		for _, s := range states {
			s.step = step{prev: s.trace, item: -1}
			p.next.put(s)
		}
		return
	}
	for len(p.tops) < n {
		p.tops = append(p.tops, bucket{})
	}
	for k := range states {
		s := states[k]
		s.cost += it.Settings[v].Cost
		p.fill(i, v, it, s, 0, p.called[i])
	}
	called := p.called[i]
	for k := 1; k < n; k++ {
		called = min(called+it.Settings[v].Lines[k-1].Notes, len(p.f.Notes))
		if len(p.tops[k].states) == 0 {
			continue
		}
		for _, s := range p.keep(&p.tops[k]) {
			p.fill(i, v, it, s, k, called)
		}
		p.tops[k].clear()
		p.free, p.tops[k] = append(p.free, p.tops[k]), bucket{}
	}
}

// top is the bucket at the top of a page that begins with line j. Only those of the lines
// of one page ahead are in use at a time: they take each other's memory.
func (p *pager) top(j int) *bucket {
	b := &p.tops[j]
	if last := len(p.free) - 1; b.at == nil && last >= 0 {
		*b, p.free = p.free[last], p.free[:last]
	}
	return b
}

// fill sets lines from k on, as many as the page holds, and ends the page after any of
// them that it may end after.
func (p *pager) fill(i, v int, it *Paragraph, s state, k, called int) {
	lines := it.Settings[v].Lines
	n, to := len(lines), k
	t, c := s, called
	for to < n {
		h := lines[to].Height
		after := min(c+lines[to].Notes, len(p.f.Notes))
		if !p.fits(&s, t.used+t.space+h, after) && (s.begun || to > k) {
			break
		}
		t.set(h)
		c = after
		to++
	}
	if to == k {
		return // the page had to end before
	}
	t.step = step{prev: s.trace, item: int32(i), setting: int32(v), from: int32(k), to: int32(to)}
	if to == n {
		p.next.put(t)
	}
	p.endInside(i, v, it, t, k, c)
}

// endInside ends the page of a state that has set lines k to t.to at that place or some
// lines above it.
func (p *pager) endInside(i, v int, it *Paragraph, t state, k, called int) {
	lines := it.Settings[v].Lines
	n, to := len(lines), int(t.to)
	sound := to == n // a sound break was found, or is not needed
	for j := to; j > k; j-- {
		if j < to {
			t.used -= lines[j].Height
			called -= lines[j].Notes
			t.to = int32(j)
		}
		if j == n {
			continue
		}
		f := it.faultInside(j, n)
		near := p.slack(&t, called) <= reach*p.r.Line
		if !near && sound {
			return
		}
		if f != 0 && !near && j < to {
			continue
		}
		if lines[j-1].Hyphen {
			p.top(j).put(p.end(t, called, f|hyphen, false))
		} else {
			p.top(j).put(p.end(t, called, f, false))
		}
		sound = sound || f == 0
	}
}
