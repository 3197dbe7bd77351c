package linebreak

import "cahier/book/unit"

// offMax bounds how far gaps are reckoned to be off, in thousandths, so that the demerits
// of a million lines do not overflow.
const offMax = 10_000

// Demerits of what only the last pass accepts, and of a hyphen on a solid line: more
// than any line that another choice could avoid, less than an overflow of the sum.
const (
	overCost  = 1_000_000_000_000
	solidCost = 1_000_000_000
)

// Fitness classes: neighbouring lines should not differ by more than one.
const (
	tight uint8 = iota
	decent
	loose
	veryLoose
)

// fit is how a line would be filled.
type fit struct {
	off   int64 // thousandths by which the gaps are off
	class uint8
	ok    bool // within the tolerance of the pass
}

// reach is by how much font expansion and tracking can lengthen (or shorten) a line.
// Tracking is scaled with the glyphs, hence the last factor.
func (s *search) reach(v *sum, longer bool) unit.Length {
	n := unit.Length(v.glyphs)
	if longer {
		return v.text*s.expand/1000 + n*s.trackOut*(1000+s.expand)/1000
	}
	return v.text*s.expand/1000 + n*s.trackIn*(1000-s.expand)/1000
}

// justify fits content into a line that it misses by d: too short if d > 0. The gaps take
// their share until the glyphs are at their limit, then all the rest.
func (s *search) justify(v *sum, d unit.Length) fit {
	sign, limit := int64(1), s.loose
	if d < 0 {
		sign, limit, d = -1, s.tight, -d
	}
	font := s.reach(v, sign > 0)
	all := font + v.gap*s.share/1000
	f := fit{class: classOf(d, all, sign > 0), off: offMax}
	switch {
	case d <= all && all > 0:
		f.off = int64(d * s.share / all)
	case d == 0:
		f.off = 0
	case v.gap > 0:
		f.off = min(offMax, int64((d-font)*1000/v.gap))
	}
	f.ok = f.off <= limit
	f.off *= sign
	return f
}

func classOf(d, all unit.Length, longer bool) uint8 {
	switch {
	case 2*d <= all:
		return decent
	case !longer:
		return tight
	case d <= all:
		return loose
	}
	return veryLoose
}

// rag fits content into a line that is not filled.
func (s *search) rag(d unit.Length) fit {
	if d < 0 {
		return fit{off: -offMax}
	}
	f := fit{class: decent}
	if s.r.Rag > 0 {
		f.off = min(offMax, int64(d*100/s.r.Rag))
	}
	f.ok = f.off <= s.loose
	return f
}

// fit fits content into a line inside the paragraph.
func (s *search) fit(v *sum, avail unit.Length) fit {
	d := avail - v.width()
	if s.p.Align == Justified {
		return s.justify(v, d)
	}
	return s.rag(d)
}

// gapCost is the cost of gaps that are off by so many thousandths, and of the expansion
// that goes with them.
func (r *Rules) gapCost(off int64) int64 {
	c := off * off
	if share := int64(r.GapShare); share > 0 {
		q := min(max(off, -off), share)
		c += r.Glyphs * q * q / (share * share)
	}
	if r.Steep > 0 {
		c += c * c / int64(r.Steep*r.Steep)
	}
	return c
}

// closing fits the last line: natural if that is not dearer than full. filled says which.
func (s *search) closing(v *sum, avail unit.Length, line int, a, b *place) (f fit, cost int64, filled bool) {
	d := avail - v.width()
	if s.p.Align != Justified {
		f = s.rag(d)
		f.off = min(f.off, 0)
		f.ok = f.off == 0
		return f, s.lastCost(v, d, line, a, b), false
	}
	f = s.justify(v, d)
	cost = s.r.gapCost(f.off)
	if d < 0 {
		return f, cost, true
	}
	if open := s.lastCost(v, d, line, a, b); !f.ok || open <= cost {
		return fit{class: decent, ok: true}, open, false
	}
	return f, cost, true
}

// lastCost is the cost of a last line left open, with d to spare. Paragraphs of one line
// have no runt, and a line before a forced break may be of any length.
func (s *search) lastCost(v *sum, d unit.Length, line int, a, b *place) int64 {
	if !b.stop || line == 0 {
		return 0
	}
	r, w, cost := s.r, v.width(), int64(0)
	switch {
	case s.runt(v, a):
		cost = r.RuntCost
	case w < r.Short:
		cost = int64((r.Short - w).MulDiv(r.ShortCost, int64(r.Short)))
	}
	if d > 0 && d < r.Room && s.p.Align == Justified {
		cost += r.RoomCost
	}
	return cost
}

// runt says that the last line from a has too few letters, or is only the rest of a word.
// Of a divided word's rest the glyphs are counted, which are as many but for ligatures.
func (s *search) runt(v *sum, a *place) bool {
	if a.hyphen && v.gaps == 0 {
		return true
	}
	n, items := 0, s.p.Items[a.from:]
	if a.split > 0 {
		n, items = int(s.b.splits[a.from].splits[a.split-1].Post.Glyphs), items[1:]
	}
	for i := range items {
		if n >= s.r.Runt {
			break
		}
		n += int(items[i].Letters)
	}
	return n < s.r.Runt
}
