package impose

import (
	"strconv"

	"cahier/book/lettering"
	"cahier/book/pdf"
	"cahier/book/typeset"
	"cahier/book/unit"
)

// Draw gives the sides of all sheets in the order of printing, for pdf.WriteSheets. pages
// are those that the plan was made of. The hand letters numbers of signatures and the
// instructions; the error is its own.
func (p *Plan) Draw(pages []*typeset.Page, hand lettering.Hand) ([]pdf.Sheet, error) {
	var sheets []pdf.Sheet
	for _, s := range p.Sides {
		sheet, err := p.side(s, pages, hand)
		if err != nil {
			return nil, err
		}
		sheets = append(sheets, sheet)
	}
	if p.Options.Instructions {
		last, err := p.instructions(pages, hand)
		if err != nil {
			return nil, err
		}
		sheets = append(sheets, last)
	}
	return sheets, nil
}

// Apart divides drawn sides into fronts and backs, for printers that print one side; the
// instructions, if there are any, end the fronts.
func (p *Plan) Apart(sides []pdf.Sheet) (fronts, backs []pdf.Sheet) {
	for i := range sides {
		if i < len(p.Sides) && p.Sides[i].Back {
			backs = append(backs, sides[i])
		} else {
			fronts = append(fronts, sides[i])
		}
	}
	return fronts, backs
}

// Duplex is how a printer of both sides is to turn the sheets; "" if it must not.
func (p *Plan) Duplex() pdf.Duplex {
	switch {
	case p.Options.OneSided || p.Options.Scheme == Cards:
		return ""
	case p.Options.Flip == FlipLong:
		return pdf.FlipLongEdge
	}
	return pdf.FlipShortEdge
}

func (p *Plan) side(s Side, pages []*typeset.Page, hand lettering.Hand) (pdf.Sheet, error) {
	f := &p.frame
	m := p.marker(s)
	sheet := pdf.Sheet{
		Width: f.sheet.w, Height: f.sheet.h,
		Trim:  pdf.Box{X: m.left, Y: m.top, W: m.right - m.left, H: m.bottom - m.top},
		Label: label(s),
	}
	for cell, number := range s.Cells {
		if number > 0 {
			sheet.Placements = append(sheet.Placements, p.place(pages[number-1], cell, s))
		} else if p.Options.Ruled {
			sheet.Placements = append(sheet.Placements, p.place(ruled(pages[0]), cell, s))
		}
	}
	sheet.Marks = m.draw(p, s)
	if p.Options.Marks&Collation != 0 && s.Depth == 0 && !s.Back {
		number, err := m.number(hand, s.Signature, p.Signatures())
		if err != nil {
			return sheet, err
		}
		sheet.Placements = append(sheet.Placements, number...)
	}
	if s.Back && f.turned {
		turn(&sheet)
	}
	return sheet, nil
}

// label numbers the sides as binders do: leaf and side, "3 r" and "3 v".
func label(s Side) string {
	if s.Back {
		return strconv.Itoa(s.Sheet) + " v"
	}
	return strconv.Itoa(s.Sheet) + " r"
}

// place puts a page into a cell, moved aside where its kind of sheet asks for it. What would
// reach over the fold or out of the trim is cut off.
func (p *Plan) place(page *typeset.Page, cell int, s Side) pdf.Placement {
	f := &p.frame
	col, row := cell%f.cols, cell/f.cols
	pl := pdf.Placement{
		Page: page, Scale: f.scale,
		X: f.x + f.cell.w*unit.Length(col), Y: f.y + f.cell.h*unit.Length(row),
		Clip: pdf.Box{W: page.Width, H: page.Height},
	}
	by := p.aside(page, col, s)
	cut := max(by, -by).MulDiv(1000, int64(f.scale))
	pl.X += by
	pl.Clip.W -= cut
	if by < 0 {
		pl.Clip.X = cut
	}
	return pl
}

// aside is how far a page is moved to the right: that of a booklet towards the spine by the
// side's creep, that of a handout, which has no spine, until its margins are the same.
func (p *Plan) aside(page *typeset.Page, col int, s Side) unit.Length {
	half := (p.Options.Outer - p.Options.Inner).MulDiv(int64(p.frame.scale), 2*1000)
	switch creep := p.Creep(s); {
	case p.Options.Scheme == Booklet && col == 0:
		return creep
	case p.Options.Scheme == Booklet:
		return -creep
	case p.Options.Scheme != Handout || page.Number == 0: // a blank has no margins
		return 0
	case page.Number%2 == 1:
		return half
	default:
		return -half
	}
}

// turn turns a side head over heels.
func turn(s *pdf.Sheet) {
	s.Trim.X, s.Trim.Y = s.Width-s.Trim.X-s.Trim.W, s.Height-s.Trim.Y-s.Trim.H
	for i := range s.Placements {
		pl := &s.Placements[i]
		w, h := pl.Page.Width, pl.Page.Height
		if pl.Rotate%180 != 0 {
			w, h = h, w
		}
		if pl.Scale > 0 {
			w, h = w.MulDiv(int64(pl.Scale), 1000), h.MulDiv(int64(pl.Scale), 1000)
		}
		pl.X, pl.Y = s.Width-pl.X-w, s.Height-pl.Y-h
		pl.Rotate = (pl.Rotate + 180) % 360
	}
	for _, it := range s.Marks {
		if r, ok := it.(*typeset.Rule); ok {
			r.X, r.Y = s.Width-r.X-r.W, s.Height-r.Y-r.H
		}
	}
}

// The lines of a ruled page: their distance, and the margin around them.
const (
	ruledStep   = 8 * unit.Millimetre
	ruledMargin = 16 * unit.Millimetre
	ruledGrey   = 150
)

// ruled is an empty page with lines to write on.
func ruled(like *typeset.Page) *typeset.Page {
	p := &typeset.Page{Width: like.Width, Height: like.Height}
	margin := min(ruledMargin, like.Width/8)
	for y := margin + ruledStep; y <= like.Height-margin; y += ruledStep {
		p.Items = append(p.Items, &typeset.Rule{X: margin, Y: y, W: like.Width - 2*margin, H: hairline, Grey: ruledGrey})
	}
	return p
}

func decimal(n int) string { return strconv.Itoa(n) }
