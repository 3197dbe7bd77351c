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
			s.arrive(n, from, a, c, f, base)
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

// arrive takes the line from node n to c into account.
func (s *search) arrive(n int32, from *node, a, c *place, f fit, base int64) {
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
