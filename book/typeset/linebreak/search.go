package linebreak

import "cahier/book/unit"

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
	offered   int         // solidTo at the last offer of a break
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
		case Glue, Break:
			// Of several breaks with nothing between, the first one decides.
			if it.Penalty <= Must || it.Penalty < Never && s.offered < s.solidTo {
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

// begin notes where the next line begins: at the first item from i that is neither glue nor
// a break that need not be.
func (s *search) begin(c *place, i int) {
	items := s.p.Items
	c.start = s.at
	for ; i < len(items) && (items[i].Kind == Glue || items[i].Kind == Break) && items[i].Penalty > Must; i++ {
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
	s.offered = s.solidTo
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
		penalty: sp.Penalty, hyphen: !sp.Bare || sp.Hyphen, priced: !sp.Bare}
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
		v := c.end.minus(a.start)
		if !c.must && !s.long(v.most+a.hangLeft+c.hangRight) {
			break
		}
		if c.to <= a.from { // nothing would stand on the line
			if !c.must {
				continue
			}
			v = sum{}
		}
		s.lines(k, a, &c, &v)
	}
	if len(s.b.fresh) == 0 {
		return false
	}
	s.keep(c)
	return true
}
