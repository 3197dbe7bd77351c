package linebreak

import "cahier/book/unit"

// result reads the settings off the nodes at the end of the paragraph.
func (s *search) result() Result {
	end := &s.places[len(s.places)-1]
	best := end.n0
	for n := end.n0; n < end.n1; n++ {
		if s.nodes[n].cost < s.nodes[best].cost {
			best = n
		}
	}
	var r Result
	lines, vary := int(s.nodes[best].line), s.p.Vary
	for n := max(1, lines-vary); n <= lines+vary; n++ {
		k := s.cheapest(end, int32(n))
		if n == lines {
			k = best
			r.Best = len(r.Settings)
		}
		if k >= 0 {
			r.Settings = append(r.Settings, s.setting(k))
		}
	}
	return r
}

// cheapest is the best node at the end after so many lines, −1 if there is none.
func (s *search) cheapest(end *place, line int32) int32 {
	best := int32(-1)
	for n := end.n0; n < end.n1; n++ {
		if g := &s.nodes[n]; g.line == line && (best < 0 || g.cost < s.nodes[best].cost) {
			best = n
		}
	}
	return best
}

// setting follows the nodes back to the start.
func (s *search) setting(n int32) Setting {
	set := Setting{Lines: make([]Line, s.nodes[n].line), Demerits: s.nodes[n].cost}
	for i := len(set.Lines) - 1; i >= 0; i-- {
		prev := s.nodes[n].prev
		s.fill(&set.Lines[i], i, &s.places[s.nodes[prev].place], &s.places[s.nodes[n].place])
		n = prev
	}
	return set
}

// fill sets the line from a to b.
func (s *search) fill(l *Line, line int, a, b *place) {
	v := b.end.minus(a.start)
	*l = Line{From: int(a.from), To: int(b.to), Head: int(a.split), Tail: int(b.split), Measure: s.p.measure(line),
		HangLeft: a.hangLeft, HangRight: b.hangRight, Hyphen: b.hyphen, Stretch: 1000}
	if b.to <= a.from {
		v, l.To = sum{}, l.From
		l.HangLeft, l.HangRight = 0, 0
	}
	l.Text, l.Glyphs, l.Gap, l.Gaps, l.Space = v.text, v.glyphs, v.gap, v.gaps, v.gap
	avail := l.Width + l.HangLeft + l.HangRight
	f, filled := s.fit(&v, avail), s.p.Align == Justified
	if b.must {
		f, _, filled = s.closing(&v, avail, line, a, b)
	}
	over := !f.ok && f.off < 0
	if filled {
		s.adjust(l, &v, avail, over)
	}
	rest := avail - l.set() - v.kern
	l.Empty = max(rest, 0)
	if over {
		l.Over = max(-rest, 0)
	}
	l.Runt = b.stop && line > 0 && s.runt(&v, a)
	l.Loose = f.ok && filled && f.off > looseOff
}

// looseOff is how far off the gaps of a loose line are, in thousandths.
const looseOff = 500

// set is the width of the line's boxes and gaps as set.
func (l *Line) set() unit.Length {
	return (l.Text+unit.Length(l.Glyphs)*l.Track).MulDiv(int64(l.Stretch), 1000) + l.Space
}

// adjust shares out what the line lacks, or has too much: first to expansion and tracking
// by their proportion of the whole, in whole steps, and then exactly to the gaps, which an
// overfull line makes no tighter than the rules allow. Lines without gaps keep what
// rounding leaves.
func (s *search) adjust(l *Line, v *sum, avail unit.Length, over bool) {
	d := avail - v.width()
	limit, track := s.expand, s.trackOut
	font := s.reach(v, d > 0)
	if d < 0 {
		limit, track = -s.expand, -s.trackIn
	}
	all := max(font+v.gap*s.share/1000, 1)
	part := min(max(d, -d), all)
	l.Stretch += int(floorMulDiv(limit, part, all))
	l.Track = floorMulDiv(track, part, all)
	if v.gap == 0 {
		return
	}
	l.Space += avail - l.set() - v.kern
	if over {
		l.Space = v.gap - v.gap*s.shrink/1000
	}
	l.Off = int((l.Space - v.gap) * 1000 / v.gap)
}
