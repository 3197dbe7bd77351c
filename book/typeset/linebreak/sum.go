package linebreak

import "cahier/book/unit"

// sum is what a stretch of items comes to. Sums from the start of the paragraph let the
// content of any line be had by one subtraction.
type sum struct {
	text, kern, gap unit.Length // natural widths of boxes, kerns and glue
	// least and most are the width when shrunk and stretched as far as the pass allows.
	least, most  unit.Length
	glyphs, gaps int32
}

func (a sum) minus(b sum) sum {
	return sum{a.text - b.text, a.kern - b.kern, a.gap - b.gap, a.least - b.least, a.most - b.most,
		a.glyphs - b.glyphs, a.gaps - b.gaps}
}

// width is the natural width.
func (a sum) width() unit.Length { return a.text + a.kern + a.gap }

// add counts an item in.
func (s *search) add(a *sum, it *Item) {
	switch it.Kind {
	case Box:
		s.addText(a, it.Width, it.Glyphs)
	case Glue:
		a.gap, a.gaps = a.gap+it.Width, a.gaps+1
		a.least += it.Width - it.Width*s.shrink/1000
		a.most += it.Width + it.Width*s.stretch/1000
	case Kern:
		a.kern, a.least, a.most = a.kern+it.Width, a.least+it.Width, a.most+it.Width
	}
}

// addText counts text of the width with so many glyphs in; both may be negative.
func (s *search) addText(a *sum, w unit.Length, glyphs int32) {
	a.text, a.glyphs = a.text+w, a.glyphs+glyphs
	n := unit.Length(glyphs)
	a.least += w - w*s.expand/1000 - n*s.trackIn
	a.most += w + w*s.expand/1000 + n*s.trackOut
}

// place is where a line may end and the next one begin.
type place struct {
	end, start sum         // up to the end of the one, and to the start of the other
	hangRight  unit.Length // of the line that ends here
	hangLeft   unit.Length // of the one that begins here
	from, to   int32       // the one ends before item to, the other begins at item from
	split      int32       // 0, or 1 + the split of the box from = to−1
	first      uint32      // the word that begins the next line
	last       uint32      // the word that ends this one
	penalty    int32
	hyphen     bool // the line that ends here ends in a hyphen
	priced     bool // … which has been put in, and costs Rules.Hyphen
	must, stop bool // a forced break; the end of the paragraph
	// nodes[n0:n1] are the ways to come here; widest is the widest line that begins here.
	n0, n1 int32
	widest unit.Length
}
