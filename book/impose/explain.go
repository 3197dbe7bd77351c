package impose

import (
	"fmt"
	"strings"

	"cahier/book/typeset"
	"cahier/book/unit"
)

// Explain says in the language which pages stand on which side of which sheet, and how to
// print, fold and bind them. Pages are named by their folios. A language without words
// gets English.
func (p *Plan) Explain(pages []*typeset.Page, lang string) string {
	var sb strings.Builder
	for _, line := range p.lines(pages, lang) {
		sb.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return sb.String()
}

// lines are the explanation's; an empty one stands between its parts.
func (p *Plan) lines(pages []*typeset.Page, lang string) []string {
	w := wordsFor(lang)
	lines := []string{p.summary(w), ""}
	rows := p.table(w, pages)
	lines = append(lines, rows...)
	lines = append(lines, "")
	for i, step := range p.steps(w, pages) {
		lines = append(lines, fmt.Sprintf("%d. %s", i+1, step))
	}
	return lines
}

func (p *Plan) summary(w *words) string {
	s := fmt.Sprintf(w.summary, w.count(p.Pages, w.page, w.pages), w.count(p.Sheets, w.sheet, w.sheets), p.Options.Sheet.Name)
	if p.Blanks > 0 {
		s += ", " + w.count(p.Blanks, w.blank, w.blanks)
	}
	if n := p.Signatures(); n > 1 {
		s += ", " + w.count(n, w.signature, w.signatures)
	}
	if g := p.Options.Stock.Grams(p.Options.Sheet, p.Sheets); g > 0 {
		s += fmt.Sprintf(", %d\u00a0g", g)
	}
	if p.frame.scale != 1000 {
		s += ", " + fmt.Sprintf(w.scaled, w.decimal(int64(p.frame.scale), 10, "%d"))
	}
	return s + "."
}

// table has a line for each side: its sheet, which side it is, and its pages as they
// stand beside each other.
func (p *Plan) table(w *words, pages []*typeset.Page) []string {
	var list []string
	signature := 0
	for _, s := range p.Sides {
		if p.Signatures() > 1 && s.Signature != signature {
			signature = s.Signature
			list = append(list, fmt.Sprintf("— %s %d —", w.signature, signature))
		}
		side := w.front
		if s.Back {
			side = w.back
		}
		line := fmt.Sprintf("%s %d, %s%s%s", w.sheet, s.Sheet, side, w.colon, p.cells(s, w, pages))
		if creep := p.Creep(s); creep > 0 {
			line += fmt.Sprintf("  (%s)", fmt.Sprintf(w.creep, w.decimal(int64(creep.MulDiv(100, int64(unit.Millimetre))), 100, "%02d")))
		}
		list = append(list, line)
	}
	return list
}

func (p *Plan) cells(s Side, w *words, pages []*typeset.Page) string {
	var rows []string
	for from := 0; from < len(s.Cells); from += p.frame.cols {
		var row []string
		for _, n := range s.Cells[from:min(from+p.frame.cols, len(s.Cells))] {
			if n == 0 {
				row = append(row, w.white)
			} else {
				row = append(row, pages[n-1].Folio)
			}
		}
		rows = append(rows, strings.Join(row, " | "))
	}
	return strings.Join(rows, " / ")
}

// steps tell how to print, fold and bind.
func (p *Plan) steps(w *words, pages []*typeset.Page) []string {
	o := &p.Options
	edge := w.short
	if o.Flip == FlipLong {
		edge = w.long
	}
	paper := o.Sheet.Name
	switch {
	case o.Scheme == Cards:
		return []string{fmt.Sprintf(w.printOne, paper), w.cut}
	case o.Scheme == Handout && o.OneSided:
		return []string{fmt.Sprintf(w.printOne, paper)}
	case o.Scheme == Handout:
		return []string{fmt.Sprintf(w.printBoth, paper, edge)}
	}
	var steps []string
	if o.OneSided {
		steps = append(steps, fmt.Sprintf(w.printFronts, paper), fmt.Sprintf(w.feed, edge), w.printBacks)
	} else {
		steps = append(steps, fmt.Sprintf(w.printBoth, paper, edge))
	}
	if len(pages) > 1 {
		steps = append(steps, fmt.Sprintf(w.proof, pages[0].Folio, pages[1].Folio))
	}
	if p.Signatures() > 1 {
		return append(steps, w.foldEach, w.sew)
	}
	return append(steps, w.fold, w.staple)
}
