package linebreak

import "cahier/book/unit"

// Breaker sets paragraphs by its Rules. It only keeps memory for reuse: the result for
// one paragraph does not depend on those before. Not for use by two goroutines at once.
type Breaker struct {
	Rules Rules

	places []place
	nodes  []node
	fresh  []node
	splits []asked
}

// asked holds what Paragraph.Hyphens said of an item.
type asked struct {
	done   bool
	splits []Split
}

// A pass searches with some tolerance for how loose a line may be, in thousandths.
type pass struct {
	loose   int64
	hyphens bool
	// force accepts any line that fits, however loose, and an overfull one where no
	// break could be nearer: it always finds a setting.
	force bool
}

// Break finds the best setting, and with Vary those of more and fewer lines. Each pass
// takes what the one before would not: hyphens, then emergency stretch, then lines
// however bad.
func (b *Breaker) Break(p Paragraph) Result {
	p.Items = trim(p.Items)
	if len(p.Items) == 0 {
		return Result{}
	}
	if len(p.Measures) == 0 {
		panic("linebreak: paragraph without a measure")
	}
	b.forget(len(p.Items))
	loose := int64(b.Rules.LooseMax)
	first := loose
	if p.Vary == 0 {
		first = min(first, int64(b.Rules.Good))
	}
	passes := []pass{{loose: first}, {loose: loose, hyphens: true}, {loose: 4 * loose, hyphens: true},
		{loose: offMax, hyphens: true, force: true}}
	if p.Vary > 0 && !b.promising(p) {
		passes = passes[1:]
	}
	for _, ps := range passes {
		s := newSearch(b, &p, ps)
		if !s.run() {
			continue
		}
		r := s.result()
		if ps.hyphens || r.Settings[r.Best].good(b.Rules.Good) {
			return r
		}
	}
	panic("linebreak: the forced pass found no setting")
}

// promising says that the paragraph can be set without hyphens and with good gaps, which is
// what its first pass is for. A long one cannot, as the search finds out within some lines.
func (b *Breaker) promising(p Paragraph) bool {
	p.Vary = 0
	s := newSearch(b, &p, pass{loose: min(int64(b.Rules.Good), int64(b.Rules.LooseMax))})
	return s.run()
}

// trim drops the glue and breaks at the end, which set nothing.
func trim(items []Item) []Item {
	n := len(items)
	for n > 0 && (items[n-1].Kind == Glue || items[n-1].Kind == Break) {
		n--
	}
	return items[:n]
}

// forget empties the memory of splits for a paragraph of n items.
func (b *Breaker) forget(n int) {
	clear(b.splits)
	if cap(b.splits) < n {
		b.splits = make([]asked, n)
	}
	b.splits = b.splits[:n]
}

// good says that no line's gaps are off by more than the limit, and none is a runt.
func (s *Setting) good(limit int) bool {
	for i := range s.Lines {
		if l := &s.Lines[i]; l.Off > limit || l.Off < -limit || l.Over > 0 || l.Runt {
			return false
		}
	}
	return true
}

// measure is where the line stands.
func (p *Paragraph) measure(line int) Measure {
	return p.Measures[min(line, len(p.Measures)-1)]
}

// extent is the narrowest and the widest line of the paragraph.
func (p *Paragraph) extent() (narrow, wide unit.Length) {
	narrow, wide = p.Measures[0].Width, p.Measures[0].Width
	for _, m := range p.Measures[1:] {
		narrow, wide = min(narrow, m.Width), max(wide, m.Width)
	}
	return narrow, wide
}
