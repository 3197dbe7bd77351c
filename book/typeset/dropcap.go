package typeset

import (
	"unicode"
	"unicode/utf8"

	"cahier/book"
	"cahier/book/typeset/linebreak"
	"cahier/book/unit"
)

// dropCapital is the first letter of a text, as high as some lines.
type dropCapital struct {
	letter  string
	look    *look
	lines   int
	without []linebreak.Measure // should the text have fewer lines
}

// dropGap is the white between a drop capital and its lines, in thousandths of an em.
const dropGap = 120

// dropCapital takes the first letter of a text out of its lines. Its cap height reaches
// from that of the first line to the baseline of the last one beside it.
func (s *setter) dropCapital(t *text) {
	letter := firstLetter(t.inlines)
	if letter == "" {
		return
	}
	lines := s.job.print.Opening.Drop
	m := t.look.shaper.Face().Metrics()
	caps := t.look.width(int32(m.CapHeight))
	height := unit.Length(lines-1)*t.block.Leading + caps
	k := t.look.lookKey
	k.size = height.MulDiv(int64(m.UnitsPerEm), int64(max(1, m.CapHeight)))
	d := &dropCapital{letter: letter, look: s.job.looks.get(k), lines: lines, without: t.measures}
	width := s.width(d.look, letter) + t.look.size.MulDiv(dropGap, 1000)
	full := t.measures[len(t.measures)-1]
	if width > full.Width/3 {
		return
	}
	t.drop = d
	t.measures = nil
	for range lines {
		t.measures = append(t.measures, linebreak.Measure{Indent: full.Indent + width, Width: full.Width - width})
	}
	t.measures = append(t.measures, full)
}

// firstLetter is the letter that a text begins with, "" if it begins with anything else.
func firstLetter(list []book.Inline) string {
	if len(list) == 0 {
		return ""
	}
	first, ok := list[0].(*book.Text)
	if !ok {
		return ""
	}
	r, n := utf8.DecodeRuneInString(first.Value)
	if !unicode.IsLetter(r) || !unicode.IsUpper(r) {
		return ""
	}
	return first.Value[:n]
}

// shortest is the fewest lines that the text may come to.
func (t *text) shortest() int { return len(t.settings[0].Lines) }

// dropCapital paints a drop capital beside the lines of a text, y the baseline of the
// first.
func (c *compositor) dropCapital(cv *canvas, t *text, x, y unit.Length) {
	if t.drop == nil {
		return
	}
	d := t.drop
	w := c.word(d.look, d.letter)
	left, _ := d.look.hangs(w.glyphs)
	cv.Items = append(cv.Items, &Run{
		Face: d.look.shaper.Face(), Size: d.look.size, X: x - left, Y: y + unit.Length(d.lines-1)*t.block.Leading, Stretch: 1000,
		Pieces: []Piece{{Glyphs: w.glyphs}}, Element: t.element,
	})
}
