package typeset

import (
	"cahier/book/typeset/pagebreak"
	"cahier/book/unit"
)

// Where the type area holds several columns, each is a page to the page breaker, so that
// what holds at the foot of a page holds at the foot of a column: no widow, no hyphen, notes
// with their calls. Only three things are not as with pages: the opening stands across the
// columns, which begin under it; the last page ends on one line; and a plan has several.

// sunk is how far under the top of the type area a column begins: beside the first, which
// holds it, under an opening that stands across all.
func (p *plan) sunk(column int, line unit.Length) unit.Length {
	if !p.first || column == 0 || p.galley.span == nil {
		return 0
	}
	return p.galley.span.height(line)
}

// heights are those of a galley's columns, in order; the last is that of all further ones.
func (j *job) heights(g *galley) []unit.Length {
	line := j.print.Blocks.Text.Leading
	full := unit.Length(j.print.Lines) * line
	heights := []unit.Length{full}
	if g.span == nil {
		return heights
	}
	for range g.columns - 1 {
		heights = append(heights, max(line, full-g.span.height(line)))
	}
	return append(heights, full)
}

// levelRounds is how many lines more than their mean the columns of a last page may take
// until they are left as they came.
const levelRounds = 8

// level ends the columns of the last page on about the same line: it divides the galley
// again with ever higher columns there, until they hold what they must.
func (j *job) level(g *galley, columns []pagebreak.Page) []pagebreak.Page {
	if g.columns < 2 {
		return columns
	}
	line := j.print.Blocks.Text.Leading
	whole := j.heights(g)
	at := func(i int) unit.Length { return whole[min(i, len(whole)-1)] }
	before := (len(columns) - 1) / g.columns * g.columns
	full := unit.Length(j.print.Lines) * line
	used := unit.Length(0)
	for i := range g.columns {
		used += full - at(before+i)
		if before+i < len(columns) {
			used += columns[before+i].Text + columns[before+i].Foot
		}
	}
	least := (used/unit.Length(g.columns) + line - 1) / line * line
	for foot := least; foot < min(full, least+levelRounds*line); foot += line {
		var heights []unit.Length
		for i := range before {
			heights = append(heights, at(i))
		}
		for i := range g.columns {
			heights = append(heights, max(line, foot-(full-at(before+i))))
		}
		if next := j.divide(g, true, heights); len(next) <= before+g.columns && !worse(next, columns) {
			return next
		}
	}
	return columns
}

// worse reports whether pages have faults that others do not have.
func worse(pages, than []pagebreak.Page) bool {
	count := func(list []pagebreak.Page) (n int) {
		for i := range list {
			p := &list[i]
			for _, fault := range [...]bool{p.Widow, p.Orphan, p.Stranded, p.Hyphen, p.NoteAway, p.Over > 0} {
				if fault {
					n++
				}
			}
		}
		return n
	}
	return count(pages) > count(than)
}
