package typeset

import (
	"fmt"
	"strings"

	"cahier/book"
	"cahier/book/style"
	"cahier/book/typeset/linebreak"
	"cahier/book/unit"
)

// set divides a text into lines.
func (c *compositor) set(t *text) {
	t.calls, t.marks = t.calls[:0], t.marks[:0]
	c.t, c.other.t, c.marking = nil, nil, true
	c.collect(t)
	c.marking = false
	if len(c.items) == 0 {
		t.settings, t.best = []linebreak.Setting{}, 0
		return
	}
	p := linebreak.Paragraph{Items: c.items, Measures: t.measures, Align: t.align, Hyphens: c.hyphens, Solid: t.solid}
	if t.vary {
		p.Vary = 1
	}
	c.breaker.Rules = c.job.rules(t)
	r := c.breaker.Break(p)
	t.settings, t.best = r.Settings, r.Best
	if c.mend(t) || t.ease(c.breaker.Rules.LooseMax) {
		c.set(t)
		return
	}
	if t.drop != nil && t.shortest() < t.drop.lines {
		t.measures, t.drop = t.drop.without, nil
		c.set(t)
		return
	}
	if t.balanced && t.shortest() > 1 {
		t.settings, t.best = c.balance(p, r)
	}
}

// balance sets a title of several lines so that they are about equally long: in the
// narrowest measure that needs no more of them.
func (c *compositor) balance(p linebreak.Paragraph, r linebreak.Result) ([]linebreak.Setting, int) {
	full := p.Measures[len(p.Measures)-1]
	lines := len(r.Settings[r.Best].Lines)
	for share := int64(95); share >= 50; share -= 5 {
		m := linebreak.Measure{Indent: full.Indent, Width: full.Width.MulDiv(share, 100)}
		if p.Align == linebreak.Centred {
			m.Indent += (full.Width - m.Width) / 2
		}
		p.Measures = []linebreak.Measure{m}
		next := c.breaker.Break(p)
		if s := next.Settings[next.Best]; len(s.Lines) > lines || hyphenated(s) {
			break
		}
		r = next
	}
	return r.Settings, r.Best
}

func hyphenated(s linebreak.Setting) bool {
	for i := range s.Lines {
		if s.Lines[i].Hyphen || s.Lines[i].Over > 0 {
			return true
		}
	}
	return false
}

// hyphens is asked by the line breaker for the divisions of a box.
func (c *compositor) hyphens(item int) []linebreak.Split {
	a := &c.atoms[item]
	c.division(a.look, a.word)
	return a.word.offers
}

// rules are the prices of a text: those of book text at its size, with the limits of the
// style.
func (j *job) rules(t *text) linebreak.Rules {
	r := linebreak.Classic(t.block.Size)
	sp := &j.print.Spacing
	r.Expand = sp.Expand
	r.TrackOut = t.block.Size.MulDiv(int64(sp.TrackMax), 10000)
	r.TrackIn = t.block.Size.MulDiv(int64(-sp.TrackMin), 10000)
	r.TightMax = 1000 * (sp.Space - sp.SpaceMin) / sp.Space
	r.LooseMax = 1000 * (sp.SpaceMax - sp.Space) / sp.Space
	if price, ok := hyphenPrices[baseLanguage(t.look.lang)]; ok {
		r.Hyphen = price
	}
	if j.print.Hyphens.Run == 1 {
		r.HyphenPair = r.HyphenRow
	}
	if t.block.Indent > 0 {
		r.Room = t.block.Indent
	}
	t.eased.bend(&r)
	return r
}

// hyphenPrices are the prices of a hyphen in languages where linebreak's is not right: at
// these about nine lines in two hundred end in one. English has fewer places to divide words
// at than others, French more short ones. In German even gaps take more hyphens than that
// at any price; linebreak's gives the gaps the preference.
var hyphenPrices = map[string]int64{"en": 225_000, "fr": 480_000}

// baseLanguage is the first subtag of a language tag.
func baseLanguage(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	return strings.ToLower(base)
}

// visibleOver is by how much a line may stand out before anyone sees it.
const visibleOver = unit.Point / 2

// overfull reports a line that stands out into the margin, with its longest word and its
// page.
func (c *compositor) overfull(cv *canvas, t *text, l *linebreak.Line) {
	if l.Over < visibleOver {
		c.reportBroken(cv, t, l)
		return
	}
	word := ""
	for _, a := range c.atoms[l.From:l.To] {
		if a.word != nil && len(a.word.text) > len(word) {
			word = a.word.text
		}
	}
	at := ""
	if word != "" {
		at = fmt.Sprintf(", at %q", clip(word, 40))
	}
	c.job.problem(t.position(), book.CodeOverfull, "", "overfull line on page %s (%.1f pt)%s", cv.Folio, l.Over.Points(), at)
}

// clip shortens a text for a message.
func clip(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i] + "…"
		}
		n--
	}
	return s
}

// position is where the text stands in the manuscript.
func (t *text) position() book.Pos {
	if t.leaf != nil {
		return t.leaf.Position()
	}
	for _, n := range t.inlines {
		if p := n.Position(); !p.IsZero() {
			return p
		}
	}
	return book.Pos{}
}

// alignment is what linebreak calls a style's alignment.
func alignment(a style.Align) linebreak.Align {
	switch a {
	case style.Justified:
		return linebreak.Justified
	case style.Centred:
		return linebreak.Centred
	}
	return linebreak.Ragged
}

// codeLines makes the items of preformatted text: a box for each line, or for each part
// of it that fits the measure.
func (c *compositor) codeLines(s state) {
	columns := max(8, int(c.t.measures[0].Width/max(1, s.look.gap))-1)
	for i, line := range c.t.code {
		if i > 0 {
			c.add(linebreak.Item{Kind: linebreak.Break, Penalty: linebreak.Must}, atom{look: s.look, offset: -1, newline: true})
		}
		if line == "" {
			c.add(linebreak.Item{Kind: linebreak.Kern}, atom{look: s.look, offset: c.offset})
		}
		for line != "" {
			n := codeBreak(line, columns)
			if c.first {
				c.noteUnset(line[:n], c.t.source())
			}
			c.settable(line[:n], s, c.offset, c.t.source())
			c.offset += int32(n)
			if line = line[n:]; line != "" {
				c.add(linebreak.Item{Kind: linebreak.Break, Penalty: linebreak.Must}, atom{look: s.look, offset: -1, wrapped: true})
			}
		}
		c.offset++
	}
}

// codeBreak is how much of a line of code is set before it is wrapped: what fits, up to its
// last space unless that leaves less than half.
func codeBreak(line string, columns int) int {
	n := prefix(line, columns)
	if n == len(line) {
		return n
	}
	if i := strings.LastIndexByte(line[:n], ' '); i > n/2 {
		return i + 1
	}
	return n
}

// prefix is the length of the first n characters.
func prefix(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

// source is an inline that stands for the place of a block of code in problems.
func (t *text) source() book.Inline { return &book.Text{Place: book.Place{Pos: t.position()}} }
