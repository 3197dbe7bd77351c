package typeset

import (
	"fmt"
	"strconv"

	"cahier/book"
	"cahier/book/layout"
	"cahier/book/style"
	"cahier/book/typeset/linebreak"
	"cahier/book/unit"
)

// heads are the running heads by section.
type heads map[*galley]*sectionHeads

type sectionHeads struct{ verso, recto *text }

// heads sets the running heads of all sections.
func (j *job) heads(plans []*plan) heads {
	h := heads{}
	c := j.compositor()
	defer j.release(c)
	for _, p := range plans {
		if p.galley == nil || p.galley.display || h[p.galley] != nil || j.print.Heads.Place == style.HeadNone {
			continue
		}
		sec := p.galley.section
		h[p.galley] = &sectionHeads{c.head(sec.Verso, sec.Lang), c.head(sec.Recto, sec.Lang)}
	}
	return h
}

// head sets one running head; nil for none. Its first line is all that is shown.
func (c *compositor) head(inlines []book.Inline, lang string) *text {
	if len(inlines) == 0 {
		return nil
	}
	pr := c.job.print
	b := pr.Blocks.Running
	b.Hyphenate = false
	t := &text{inlines: inlines, block: b, look: c.job.looks.block(b, lang), align: linebreak.Ragged}
	width := pr.Measure
	if pr.Heads.Folio == style.FolioHead {
		width -= 2 * folioRoom(pr.Blocks.Folio, false)
	}
	t.measures = []linebreak.Measure{{Width: width}}
	c.set(t)
	t.problems = nil // it was reported where it stands in the text
	return t
}

// notesHead is the running head of a page of notes gathered at an end: the pages on which
// they are called. nil for a page that begins with anything else.
func (c *compositor) notesHead(p *plan) *text {
	if c.job.volume.Notes.Place == book.NotesOnPage {
		return nil
	}
	first, last, begins, seen := -1, -1, false, false
	p.texts(func(t *text, _, _, _ int) {
		if !seen {
			seen, begins = true, t.note != nil || p.galley.section.Kind == layout.Notes
		}
		if t.note == nil {
			return
		}
		for _, call := range t.note.Calls {
			if page, ok := c.job.where[call.Ref]; ok {
				if first < 0 {
					first = page
				}
				first, last = min(first, page), max(last, page)
			}
		}
	})
	w := &c.job.volume.Words
	if !begins || first < 0 || w.NotesToPage == "" {
		return nil
	}
	s := fmt.Sprintf(w.NotesToPage, c.job.labels[first])
	if last > first {
		s = fmt.Sprintf(w.NotesToPages, c.job.labels[first], c.job.labels[last])
	}
	return c.head([]book.Inline{&book.Text{Value: s}}, p.galley.section.Lang)
}

// furniture paints running head and folio. Openings, blank pages and pages of display
// have none.
func (c *compositor) furniture(cv *canvas, h heads) {
	p := cv.plan
	if p.first || p.galley.display {
		return
	}
	pr := c.job.print
	headline := cv.top + pr.Blocks.Text.Leading - c.depth() - pr.Heads.Rise
	footline := cv.top + unit.Length(pr.Lines)*pr.Blocks.Text.Leading - c.depth() + pr.Heads.Drop
	if own := h[p.galley]; own != nil {
		t := own.verso
		if p.recto() {
			t = own.recto
		}
		if own := c.notesHead(p); own != nil {
			t = own
		}
		if t != nil && len(t.settings) > 0 {
			c.runningHead(cv, t, headline)
		}
	}
	switch pr.Heads.Folio {
	case style.FolioHead:
		c.folio(cv, cv.outer(pr), headline)
	case style.FolioFootOuter:
		c.folio(cv, cv.outer(pr), footline)
	case style.FolioFootCentre:
		c.folio(cv, style.Centred, footline)
	}
}

// outer is the alignment that puts a line at the fore-edge.
func (cv *canvas) outer(*style.Print) style.Align {
	if cv.plan.recto() {
		return style.FlushRight
	}
	return style.Ragged
}

func (c *compositor) runningHead(cv *canvas, t *text, y unit.Length) {
	pr := c.job.print
	lines := t.settings[t.best].Lines
	l := lines[0]
	width := l.Measure.Width - l.Empty
	x := cv.area
	align := style.Centred
	switch pr.Heads.Place {
	case style.HeadOuter:
		align = cv.outer(pr)
	case style.HeadInner:
		if align = style.Ragged; !cv.plan.recto() {
			align = style.FlushRight
		}
	}
	switch align {
	case style.Centred:
		x += (pr.Measure - width) / 2
	case style.FlushRight:
		x += pr.Measure - width
	}
	c.collect(t)
	c.line(cv.Page, t, &l, x, y, true)
	if len(lines) > 1 { // too long for a head
		more := c.word(t.look, "…")
		cv.Items = append(cv.Items, &Run{Face: t.look.shaper.Face(), Size: t.look.size, X: x + width, Y: y, Stretch: 1000, Pieces: []Piece{{Glyphs: more.glyphs}}})
	}
}

func (c *compositor) folio(cv *canvas, align style.Align, y unit.Length) {
	pr := c.job.print
	look := c.job.looks.block(pr.Blocks.Folio, c.job.volume.Front.Lang)
	w := c.word(look, cv.plan.folio)
	x := cv.area
	switch align {
	case style.Centred:
		x += (pr.Measure - w.width) / 2
	case style.FlushRight:
		x += pr.Measure - w.width
	}
	cv.Items = append(cv.Items, &Run{Face: look.shaper.Face(), Size: look.size, X: x, Y: y, Stretch: 1000, Track: look.track, Pieces: []Piece{{Glyphs: w.glyphs}}})
}

// margin paints the number of a paragraph, or of every few lines, at the fore-edge; beside
// columns, left of them but for the last.
func (c *compositor) margin(cv *canvas, t *text, line int, y unit.Length) {
	n := 0
	switch c.job.volume.Numbering {
	case book.NumberParagraphs:
		if line == 0 {
			n = t.number
		}
	case book.NumberLines:
		if cv.plan.galley.section.Kind == layout.Article && t.tally(line, line+1) > 0 {
			cv.number++
			if cv.number%c.job.print.Detail.NumberEvery == 0 {
				n = cv.number
			}
		}
	}
	if n == 0 {
		return
	}
	pr := c.job.print
	look := c.job.looks.block(pr.Blocks.Number, c.job.volume.Front.Lang)
	w := c.word(look, strconv.Itoa(n))
	if middle := cv.column > 0 && cv.column < cv.plan.galley.columns-1; middle && pr.Detail.NumberGap+w.width > pr.Gutter {
		c.job.cramped.Do(func() {
			c.job.problem(c.job.volume.Front.Pos, book.CodeOverfull, "make gutter: wider or numbers: gap: smaller", "there is no room for numbers between the columns")
		})
		return
	}
	x := cv.left - pr.Detail.NumberGap - w.width
	if g := cv.plan.galley; g.columns > 1 && cv.column == g.columns-1 || g.columns == 1 && cv.plan.recto() {
		x = cv.left + g.column + pr.Detail.NumberGap
	}
	cv.Items = append(cv.Items, &Run{Face: look.shaper.Face(), Size: look.size, X: x, Y: y, Stretch: 1000, Pieces: []Piece{{Glyphs: w.glyphs}}})
}
