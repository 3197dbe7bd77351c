package impose

import (
	"strings"

	"cahier/book/lettering"
	"cahier/book/pdf"
	"cahier/book/typeface"
	"cahier/book/typeset"
	"cahier/book/unit"
)

// The type of the page of instructions.
const (
	instructionMargin = 20 * unit.Millimetre
	instructionGap    = 8 * unit.Millimetre
)

// instructionSizes are tried from the largest: a plan of many sheets takes the smallest,
// and beyond that is cut short.
var instructionSizes = []unit.Length{11 * unit.Point, 9 * unit.Point, 7 * unit.Point}

// instructions is a page of its own with the explanation, as large as the sheets.
func (p *Plan) instructions(pages []*typeset.Page, hand lettering.Hand) (pdf.Sheet, error) {
	sheet := pdf.Sheet{Width: p.frame.sheet.w, Height: p.frame.sheet.h, Label: "?"}
	lines := p.lines(pages, hand.Lang)
	for i, sz := range instructionSizes {
		columns := 1 + i
		items, fits, err := p.column(lines, hand, sz, columns)
		if err != nil {
			return sheet, err
		}
		if sheet.Marks = items; fits {
			break
		}
	}
	return sheet, nil
}

// column sets lines in columns; false if they do not all fit.
func (p *Plan) column(lines []string, hand lettering.Hand, size unit.Length, columns int) ([]typeset.Item, bool, error) {
	w := p.frame.sheet.w - 2*instructionMargin
	measure := (w - instructionGap*unit.Length(columns-1)) / unit.Length(columns)
	leading := size.MulDiv(135, 100)
	x, y := instructionMargin, instructionMargin
	var items []typeset.Item
	for _, text := range lines {
		if strings.TrimSpace(text) == "" {
			y += leading / 2
			continue
		}
		set, err := hand.Lines(text, typeface.Roman, size, measure)
		if err != nil {
			return nil, false, err
		}
		for _, l := range set {
			if y+leading > p.frame.sheet.h-instructionMargin {
				x, y = x+measure+instructionGap, instructionMargin
			}
			if x+measure > p.frame.sheet.w-instructionMargin+unit.Point {
				return items, false, nil
			}
			y += leading
			items = append(items, l.Items(x, y, 0)...)
		}
	}
	return items, true, nil
}
