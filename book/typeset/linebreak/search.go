package linebreak

import "cahier/book/unit"

// node is the best way found to come to a place in some state: after so many lines, the
// last one of some fitness class, ending a row of so many hyphens.
type node struct {
	cost  int64
	place int32
	prev  int32 // index in nodes, −1 for the start
	line  int32
	class uint8
	row   uint8
}

// search is one pass over a paragraph. Places come in the order of the text, so those at
// which the line to the current place may begin are neighbours: from lo on, until one is
// too near. Every place between them that can be reached is in places.
type search struct {
	b *Breaker
	p *Paragraph
	r *Rules
	pass
	tight           int64
	expand, share   unit.Length // thousandths; 0 unless justified
	shrink, stretch unit.Length // of gaps, in thousandths
	trackIn         unit.Length
	trackOut        unit.Length
	narrow, slack   unit.Length

	places []place
	nodes  []node
	lo     int

	at, solid sum         // up to the current item; up to the end of the last box or kern
	solidTo   int         // the item after that
	hang      unit.Length // its hang
	last      uint32      // its last word
}

func newSearch(b *Breaker, p *Paragraph, ps pass) *search {
	s := &search{b: b, p: p, r: &b.Rules, pass: ps, places: b.places[:0], nodes: b.nodes[:0]}
	if p.Align == Justified {
		s.tight = int64(s.r.TightMax)
		s.expand, s.share = unit.Length(s.r.Expand), unit.Length(s.r.GapShare)
		s.shrink, s.stretch = unit.Length(s.r.TightMax), unit.Length(ps.loose)
		s.trackIn, s.trackOut = s.r.TrackIn, s.r.TrackOut
	}
	var wide unit.Length
	s.narrow, wide = p.extent()
	// What hangs, and what a hyphen or a broken ligature adds, makes the end of lines
	// differ a little from the order of places: look so much further on either side.
	s.slack = wide / 32
	var left, right unit.Length
	for i := range p.Items {
		left, right = max(left, p.Items[i].HangLeft), max(right, p.Items[i].HangRight)
	}
	s.slack += left + right
	return s
}

// run finds the best ways through the paragraph; false if there is none in this pass.
func (s *search) run() bool {
	s.open()
	items := s.p.Items
	for i := range items {
		it := &items[i]
		switch it.Kind {
		case Box:
			s.divide(i, it)
		case Glue:
			first := i > 0 && (items[i-1].Kind != Glue || items[i-1].Penalty >= Never)
			if first && it.Penalty < Never {
				s.offer(i, it)
			}
		case Break:
			if it.Penalty < Never {
				s.offer(i, it)
			}
		}
		s.add(&s.at, it)
		if it.Kind == Box || it.Kind == Kern {
			s.solid, s.solidTo, s.hang, s.last = s.at, i+1, it.HangRight, it.Last
		}
		if s.lo == len(s.places) {
			break
		}
	}
	ok := s.try(place{end: s.solid, hangRight: s.hang, to: int32(s.solidTo), last: s.last, must: true, stop: true})
	s.b.places, s.b.nodes = s.places, s.nodes
	return ok
}

// open makes the place before the first line.
func (s *search) open() {
	var c place
	s.begin(&c, 0)
	c.n1, c.widest = 1, s.p.measure(0).Width
	s.places = append(s.places, c)
	s.nodes = append(s.nodes, node{prev: -1, class: decent})
}

// begin notes where the next line begins: at the first item from i that is not glue.
func (s *search) begin(c *place, i int) {
	items := s.p.Items
	c.start = s.at
	for ; i < len(items) && items[i].Kind == Glue && items[i].Penalty > Must; i++ {
		s.add(&c.start, &items[i])
	}
	c.from = int32(i)
	if i < len(items) {
		c.hangLeft, c.first = items[i].HangLeft, items[i].First
	}
}

// offer tries to end a line at glue or a break.
func (s *search) offer(i int, it *Item) {
	c := place{end: s.solid, hangRight: s.hang, to: int32(s.solidTo), last: s.last, penalty: it.Penalty,
		hyphen: it.Kind == Break && it.Hyphen, must: it.Penalty <= Must}
	if c.must {
		c.penalty = 0
	}
	at := s.at
	if it.Kind == Glue {
		s.add(&s.at, it)
	}
	s.begin(&c, i+1)
	s.at = at
	s.try(c)
}

// divide tries to end a line inside the box, if one may have to end there.
func (s *search) divide(i int, it *Item) {
	if !s.hyphens || !it.Hyphenate || s.p.Hyphens == nil || !s.near(it) {
		return
	}
	a := &s.b.splits[i]
	if !a.done {
		a.done, a.splits = true, s.p.Hyphens(i)
	}
	for k := range a.splits {
		s.try(s.splitAt(i, it, k, &a.splits[k]))
	}
}

// near says whether a line that is still open can reach into the box.
func (s *search) near(it *Item) bool {
	end := s.at
	s.add(&end, it)
	s.drop(s.at.least)
	for k := s.lo; k < len(s.places); k++ {
		a := &s.places[k]
		if s.long(end.most - a.start.most + a.hangLeft) {
			return true
		}
	}
	return false
}

func (s *search) splitAt(i int, it *Item, k int, sp *Split) place {
	c := place{end: s.at, start: s.at, hangRight: sp.Pre.Hang, hangLeft: sp.Post.Hang,
		from: int32(i), to: int32(i + 1), split: int32(k + 1),
		penalty: sp.Penalty, hyphen: !sp.Bare, priced: !sp.Bare}
	s.addText(&c.end, sp.Pre.Width, sp.Pre.Glyphs)
	s.addText(&c.start, it.Width-sp.Post.Width, it.Glyphs-sp.Post.Glyphs)
	return c
}

// long says that a line stretched to w is not too short for the narrowest measure.
func (s *search) long(w unit.Length) bool {
	if s.force {
		return true
	}
	if s.p.Align != Justified {
		w += s.r.Rag.MulDiv(s.loose, 100)
	}
	return w+s.slack >= s.narrow
}

// drop gives up the places from which a line can end no more, at least being the sum of
// least widths here.
func (s *search) drop(least unit.Length) {
	for s.lo < len(s.places) {
		if s.force && s.lo == len(s.places)-1 {
			return
		}
		a := &s.places[s.lo]
		if least-a.start.least <= a.widest+a.hangLeft+s.slack {
			return
		}
		s.lo++
	}
}

// try ends lines at c. It is false if no line can end here.
func (s *search) try(c place) bool {
	s.b.fresh = s.b.fresh[:0]
	s.drop(s.solid.least)
	for k := s.lo; k < len(s.places); k++ {
		a := &s.places[k]
		if c.to <= a.from && !c.must {
			continue // nothing would stand on the line
		}
		v := c.end.minus(a.start)
		if c.to <= a.from {
			v = sum{}
		}
		if !c.must && !s.long(v.most+a.hangLeft+c.hangRight) {
			break
		}
		s.lines(k, a, &c, &v)
	}
	if len(s.b.fresh) == 0 {
		return false
	}
	s.keep(c)
	return true
}

// lines sets the line from a to c after each of the ways to come to a.
func (s *search) lines(k int, a, c *place, v *sum) {
	var f fit
	var base int64
	var wide unit.Length = -1
	var first bool
	for n := a.n0; n < a.n1; n++ {
		from := &s.nodes[n]
		line := int(from.line)
		if m := s.p.measure(line).Width; m != wide || first != (line == 0) {
			wide, first = m, line == 0
			avail := wide + a.hangLeft + c.hangRight
			if c.must {
				f, base, _ = s.closing(v, avail, line, a, c)
			} else {
				f = s.fit(v, avail)
				base = s.r.gapCost(f.off)
			}
			if !f.ok && s.force && (f.off > 0 || k == len(s.places)-1) {
				f.ok = true
				if f.off < 0 {
					base = overCost
				}
			}
			base += s.pairCost(a, c)
		}
		if f.ok {
			s.reach1(n, from, a, c, f, base)
		}
	}
}

// pairCost is what the two ends of a line cost.
func (s *search) pairCost(a, c *place) int64 {
	cost := int64(c.penalty)
	switch {
	case c.priced:
		cost += s.r.Hyphen
	case c.hyphen:
		cost += s.r.Hyphen * 3 / 4
	}
	if c.stop && a.hyphen {
		cost += s.r.HyphenLast
	}
	if a.first != 0 && a.first == c.first && !c.stop {
		cost += s.r.Stack
	}
	if a.last != 0 && a.last == c.last {
		cost += s.r.Stack
	}
	return cost
}

// reach1 takes the line from node n to c into account.
func (s *search) reach1(n int32, from *node, a, c *place, f fit, base int64) {
	to := node{cost: from.cost + base, prev: n, line: from.line + 1, class: f.class}
	if d := int(f.class) - int(from.class); d > 1 || d < -1 {
		to.cost += s.r.Mismatch
	}
	if c.hyphen {
		to.row = min(from.row+1, 3)
		switch to.row {
		case 2:
			to.cost += s.r.HyphenPair
		case 3:
			to.cost += s.r.HyphenRow
		}
		if s.isSolid(int(from.line)) {
			to.cost += solidCost
		}
	}
	for i := range s.b.fresh {
		if g := &s.b.fresh[i]; g.class == to.class && g.row == to.row && s.sameLine(g.line, to.line) {
			if to.cost < g.cost {
				*g = to
			}
			return
		}
	}
	s.b.fresh = append(s.b.fresh, to)
}

// sameLine says that what follows does not depend on which of the two numbers of lines
// stand before it.
func (s *search) sameLine(a, b int32) bool {
	if a == b {
		return true
	}
	n := int32(len(s.p.Measures) - 1)
	return s.p.Vary == 0 && len(s.p.Solid) == 0 && a >= n && b >= n
}

func (s *search) isSolid(line int) bool {
	for _, k := range s.p.Solid {
		if k == line {
			return true
		}
	}
	return false
}

// keep makes a place of c with the fresh nodes that may be part of a best setting: a node
// that costs more than another of the same line and all that its better state can save
// is not. Numbers of lines far from that of the cheapest node cannot lead to a setting of
// about as many lines as the best: without this a paragraph of n lines would take n²
// memory.
func (s *search) keep(c place) {
	fresh := s.b.fresh
	best := 0
	for i := range fresh {
		if fresh[i].cost < fresh[best].cost {
			best = i
		}
	}
	saving := s.r.Mismatch
	if c.hyphen {
		saving += s.r.HyphenPair + s.r.HyphenRow
	}
	c.n0 = int32(len(s.nodes))
	for i := range fresh {
		g := &fresh[i]
		if d := g.line - fresh[best].line; !c.stop && (d > s.spread() || d < -s.spread()) || s.beaten(g, saving) {
			continue
		}
		g.place = int32(len(s.places))
		c.widest = max(c.widest, s.p.measure(int(g.line)).Width)
		s.nodes = append(s.nodes, *g)
	}
	c.n1 = int32(len(s.nodes))
	if c.must {
		s.lo = len(s.places)
	}
	s.places = append(s.places, c)
}

func (s *search) spread() int32 { return int32(s.p.Vary) + 1 }

// beaten says that a fresh node of the same line is cheaper by more than the saving.
func (s *search) beaten(g *node, saving int64) bool {
	for i := range s.b.fresh {
		if o := &s.b.fresh[i]; s.sameLine(o.line, g.line) && o.cost+saving < g.cost {
			return true
		}
	}
	return false
}
