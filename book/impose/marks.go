package impose

import (
	"strings"

	"cahier/book"
	"cahier/book/lettering"
	"cahier/book/pdf"
	"cahier/book/typeface"
	"cahier/book/typeset"
	"cahier/book/unit"
)

// Marks is a set of marks for whoever folds, binds and cuts. All stand outside the trim
// of the pages, save collation marks: they order the backs of folded signatures, so the trade
// puts them across the fold, where a sewn book's cover hides them.
type Marks uint8

// The marks. Collation draws a bar on the back of each signature, a step lower on each,
// and its number: out of order or missing, the stairs show it.
const (
	Fold Marks = 1 << iota
	Staple
	Crop
	Registration
	Collation
)

// markNames are the marks as users write them.
var markNames = []struct {
	name string
	mark Marks
}{{"fold", Fold}, {"staple", Staple}, {"crop", Crop}, {"registration", Registration}, {"collation", Collation}}

// ParseMarks reads names of marks, separated by commas.
func ParseMarks(s string) (Marks, error) {
	var m Marks
	for _, word := range strings.Split(s, ",") {
		word = strings.TrimSpace(word)
		found := word == ""
		for _, n := range markNames {
			if n.name == word {
				m |= n.mark
				found = true
			}
		}
		if !found {
			return 0, book.Fault("fold, staple, crop, registration, collation", "there are no marks %q", word)
		}
	}
	return m, nil
}

// The measures of marks.
const (
	markRoom   = 5 * unit.Millimetre // white that marks outside the trim need
	markGap    = 1500 * unit.Millimetre / 1000
	markMost   = 5 * unit.Millimetre
	hairline   = unit.Point / 4
	stapleBar  = unit.Point
	target     = 3 * unit.Millimetre // the arm's length of a registration mark, across
	backHalf   = 6 * unit.Millimetre / 10
	barHeight  = 4 * unit.Millimetre
	numberSize = 5 * unit.Point
)

// marker draws the marks of one side, as one reads it.
type marker struct {
	frame
	left, top, right, bottom unit.Length // of what the pages cover, after creep
	items                    []typeset.Item
}

func (p *Plan) marker(s Side) *marker {
	f := p.frame
	creep := unit.Length(0)
	if p.Options.Scheme == Booklet {
		creep = p.Creep(s)
	}
	return &marker{frame: f,
		left: f.x + creep, right: f.x + f.cell.w*unit.Length(f.cols) - creep,
		top: f.y, bottom: f.y + f.cell.h*unit.Length(f.rows),
	}
}

// draw draws the marks that a side carries: those for the binder stand on the outside of
// each signature alone.
func (m *marker) draw(p *Plan, s Side) []typeset.Item {
	marks := p.Options.Marks
	if marks&Crop != 0 || p.Options.Scheme == Cards {
		m.crop()
	}
	if marks&Fold != 0 {
		m.fold()
	}
	if marks&Registration != 0 {
		m.registration()
	}
	outside := s.Depth == 0 && !s.Back
	if marks&Staple != 0 && outside {
		m.staple()
	}
	if marks&Collation != 0 && outside {
		m.bar(s.Signature, p.Signatures())
	}
	return m.items
}

func (m *marker) rule(x, y, w, h unit.Length) {
	m.items = append(m.items, &typeset.Rule{X: x, Y: y, W: w, H: h})
}

// upright draws a hairline at x above and below the pages, level one at y beside them.
func (m *marker) upright(x unit.Length) {
	n := min(markMost, m.top-markGap)
	m.rule(x-hairline/2, m.top-markGap-n, hairline, n)
	m.rule(x-hairline/2, m.bottom+markGap, hairline, n)
}

func (m *marker) level(y, thick unit.Length) {
	n := min(markMost, min(m.left, m.sheet.w-m.right)-markGap)
	m.rule(m.left-markGap-n, y-thick/2, n, thick)
	m.rule(m.right+markGap, y-thick/2, n, thick)
}

// crop marks where to cut: around all pages of a booklet, between them elsewhere.
func (m *marker) crop() {
	m.upright(m.left)
	m.upright(m.right)
	for c := 1; c < m.cols && m.cols*m.rows > 2; c++ {
		m.upright(m.x + m.cell.w*unit.Length(c))
	}
	m.level(m.top, hairline)
	m.level(m.bottom, hairline)
	for r := 1; r < m.rows; r++ {
		m.level(m.y+m.cell.h*unit.Length(r), hairline)
	}
}

// fold marks the fold by dashes, which set it apart from a cut.
func (m *marker) fold() {
	x := m.x + m.cell.w
	n := min(markMost, m.top-markGap)
	const dashes = 5 // every other one is white
	for i := 0; i < dashes; i += 2 {
		at := n * unit.Length(i) / dashes
		m.rule(x-hairline/2, m.top-markGap-n+at, hairline, n/dashes)
		m.rule(x-hairline/2, m.bottom+markGap+at, hairline, n/dashes)
	}
}

// staple marks the height of two staples, a quarter of the page from head and foot.
func (m *marker) staple() {
	m.level(m.top+m.cell.h/4, stapleBar)
	m.level(m.bottom-m.cell.h/4, stapleBar)
}

// registration draws a cross in a square in the middle of each side of the sheet, off the
// fold at head and foot, by which fronts and backs are compared.
func (m *marker) registration() {
	off := markGap + target/2
	for _, at := range []size{
		{m.left - off, (m.top + m.bottom) / 2}, {m.right + off, (m.top + m.bottom) / 2},
		{m.left + m.cell.w/2, m.top - off}, {m.right - m.cell.w/2, m.bottom + off},
	} {
		m.rule(at.w-target/2, at.h-hairline/2, target, hairline)
		m.rule(at.w-hairline/2, at.h-target/2, hairline, target)
		const half = target / 4
		m.rule(at.w-half, at.h-half, 2*half, hairline)
		m.rule(at.w-half, at.h+half-hairline, 2*half, hairline)
		m.rule(at.w-half, at.h-half, hairline, 2*half)
		m.rule(at.w+half-hairline, at.h-half, hairline, 2*half)
	}
}

// bar is a signature's step of the stairs on the backs of all.
func (m *marker) bar(signature, of int) {
	m.rule(m.x+m.cell.w-backHalf, m.barTop(signature, of), 2*backHalf, m.step(of))
}

// step is the height of a bar: the stairs take at most half of the back.
func (m *marker) step(of int) unit.Length {
	return min(barHeight, m.cell.h/2/unit.Length(max(of, 1)))
}

func (m *marker) barTop(signature, of int) unit.Length {
	return m.top + m.cell.h/6 + m.step(of)*unit.Length(signature-1)
}

// number sets a signature's number below its bar, along the fold.
func (m *marker) number(hand lettering.Hand, signature, of int) ([]pdf.Placement, error) {
	line, err := hand.Line(decimal(signature), typeface.Roman, numberSize)
	if err != nil {
		return nil, err
	}
	// The figures' height must stay within the back.
	page := &typeset.Page{Width: line.Width, Height: 2 * backHalf, Items: line.Items(0, 2*backHalf, 0)}
	x, y := m.x+m.cell.w-backHalf, m.barTop(signature, of)+m.step(of)+backHalf
	return []pdf.Placement{{Page: page, X: x, Y: y, Rotate: 90}}, nil
}
