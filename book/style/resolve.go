package style

import (
	"fmt"
	"slices"
	"strings"

	"cahier/book"
	"cahier/book/unit"
)

// value is what was last written for a key.
type value struct {
	text string
	pos  book.Pos
}

// sheet is a style before it is resolved: the last value of every key.
type sheet map[string]value

// pageKeys are the keys that the others are measured by; resolve reads them first.
var pageKeys = []string{"paper", "size", "leading", "measure", "measure-max", "columns", "gutter", "canon.inner", "canon.top", "canon.outer", "canon.bottom"}

// allKeys lists every key in a fixed order.
func allKeys() []string {
	list := slices.Clone(pageKeys)
	for _, k := range keys {
		list = append(list, k.name)
	}
	for _, b := range blocks {
		for _, k := range blockKeys {
			list = append(list, b.name+"."+k.name)
		}
	}
	return list
}

// put records a value, or reports a key that no style has.
func (sh sheet) put(name, text string, pos book.Pos, ps *book.Problems) {
	if known[name] {
		sh[name] = value{text, pos}
		return
	}
	ps.Add(pos, book.CodeUnknownKey, nearKey(name), "a style has no key %q", name)
}

// nearKey says what an unknown key may mean: the nearest, the one that ends alike, or those
// that begin alike.
func nearKey(name string) string {
	if near := book.Nearest(name, allKeys()); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	group, last, _ := strings.Cut(name, ".")
	var begin, end []string
	for _, k := range allKeys() {
		if strings.HasPrefix(k, group+".") {
			begin = append(begin, strings.TrimPrefix(k, group+"."))
		}
		if last != "" && strings.HasSuffix(k, "."+last) {
			end = append(end, k)
		}
	}
	switch {
	case len(end) == 1:
		return fmt.Sprintf("did you mean %q?", end[0])
	case len(begin) > 0:
		return fmt.Sprintf("%s has %s", group, strings.Join(begin, ", "))
	}
	return "`cahier help style` lists every key"
}

var known = func() map[string]bool {
	m := map[string]bool{}
	for _, k := range allKeys() {
		m[k] = true
	}
	return m
}()

// resolver turns a sheet into a Print, collecting problems. own is the style before
// anything was put over it.
type resolver struct {
	sheet
	scale
	own sheet
	ps  *book.Problems
}

// read applies f to the value of a key, if it has one, and reports what f says.
func (r *resolver) read(name string, f func(v string) error) {
	v, ok := r.sheet[name]
	if !ok {
		return
	}
	if err := f(v.text); err != nil {
		if v.pos.File != "--"+name { // a flag of this name says it already
			err = fmt.Errorf("%s: %w", name, err)
		}
		r.ps.Fail(v.pos, book.CodeBadValue, err)
	}
}

// resolve reads every key of the sheet; own is the style before it was overridden.
func (sh sheet) resolve(own sheet, ps *book.Problems) Print {
	p := Print{}
	r := &resolver{sheet: sh, own: own, ps: ps}
	r.page(&p)
	for _, k := range keys {
		r.read(k.name, func(v string) error { return k.set(&p, r.scale, v) })
	}
	text := Block{Size: r.em, Leading: r.line, Shape: Roman, Align: Ragged, Hyphenate: p.Hyphens.On}
	if p.Spacing.Justify {
		text.Align = Justified
	}
	for i, b := range blocks {
		target := b.field(&p.Blocks)
		*target = text
		for _, k := range blockKeys {
			r.read(b.name+"."+k.name, func(v string) error { return k.set(target, r.scale, v) })
		}
		if !p.Spacing.Justify && target.Align == Justified {
			target.Align = Ragged
		}
		if !p.Hyphens.On {
			target.Hyphenate = false
		}
		if i == 0 { // what belongs to the text's own paragraphs is not handed on
			text = *target
			text.Indent, text.Left, text.Right, text.Above, text.Below = 0, 0, 0, 0, 0
		}
		r.indents(b.name, target, p.Column())
	}
	return p
}

// indents sees to it that a block's indents leave it a column: those of the style give way
// to a narrow measure, those that were asked for are a problem.
func (r *resolver) indents(name string, b *Block, measure unit.Length) {
	room := measure - b.Left - b.Right
	if room >= measureMin {
		return
	}
	for _, side := range []string{".left", ".right"} {
		if r.changed(name + side) {
			r.ps.Add(r.sheet[name+side].pos, book.CodeStyle, "make the indents smaller or the measure wider", "indents leave %s a measure of %s", name, max(0, room).Millimetres())
			return
		}
	}
	most := max(0, measure-measureMin)
	if sum := b.Left + b.Right; sum > 0 {
		b.Left, b.Right = b.Left.MulDiv(int64(most), int64(sum)), b.Right.MulDiv(int64(most), int64(sum))
	}
}

// The narrowest measure that a block may be set in, the fewest lines of a page, and the most and
// the narrowest columns.
const (
	measureMin = 15 * unit.Millimetre
	linesMin   = 6
	columnsMax = 4
	columnMin  = 25 * unit.Millimetre
	marginMin  = 3 * unit.Millimetre // a printer's grip
)

// page reads paper, size, leading and measure, and divides what is left of the paper.
func (r *resolver) page(p *Print) {
	r.read("paper", func(v string) (err error) { p.Paper, err = ParsePaper(v); return })
	r.read("size", func(v string) (err error) { r.em, err = r.size(v); return })
	r.read("leading", func(v string) (err error) { r.line, err = r.size(v); return })
	r.read("measure", func(v string) (err error) { p.Measure, err = r.length(v); return })
	canon := [4]int{1, 1, 1, 1}
	for i, side := range []string{"inner", "top", "outer", "bottom"} {
		r.read("canon."+side, func(v string) (err error) { canon[i], err = count(v, 1, 1000); return })
	}
	if p.Paper.Width == 0 || r.em == 0 || r.line == 0 {
		if r.ps.Errors() == 0 {
			r.ps.Add(book.Pos{}, book.CodeStyle, `let it inherit from "classic"`, "the style names no paper, size or leading")
		}
		p.Paper, r.em, r.line, p.Measure = papers[1], 11*unit.Point, 14*unit.Point, 112*unit.Millimetre
	}
	r.rescale(p)
	r.columns(p)
	r.margins(p, canon)
}

// rescale lets an overridden size carry the leading with it, and an overridden paper the
// measure, unless those are overridden too. The measure stops at measure-max, beyond
// which lines are too long to read.
func (r *resolver) rescale(p *Print) {
	size, err := r.size(r.own["size"].text)
	if err == nil && r.changed("size") && !r.changed("leading") {
		const quarter = unit.Point / 4
		r.line = (r.line.MulDiv(int64(r.em), int64(size)) + quarter/2) / quarter * quarter
	}
	paper, err := ParsePaper(r.own["paper"].text)
	if err == nil && r.changed("paper") && !r.changed("measure") {
		p.Measure = p.Measure.MulDiv(int64(p.Paper.Width), int64(paper.Width))
		r.read("measure-max", func(v string) error {
			widest, err := r.length(v)
			p.Measure = min(p.Measure, widest)
			return err
		})
	}
}

// columns divides the measure.
func (r *resolver) columns(p *Print) {
	p.Columns = 1
	r.read("columns", func(v string) (err error) { p.Columns, err = count(v, 1, columnsMax); return })
	r.read("gutter", func(v string) (err error) { p.Gutter, err = r.between(v, 0, unit.Max); return })
	p.Columns = max(1, p.Columns)
	if wide := p.Column(); p.Columns > 1 && wide < columnMin {
		r.ps.Add(r.changedAt("columns", "gutter", "measure", "paper"), book.CodeStyle, "take fewer columns, a narrower gutter or a wider paper",
			"%d columns with a gutter of %s leave each %s of the measure, less than %s", p.Columns, p.Gutter.Millimetres(), max(0, wide).Millimetres(), columnMin.Millimetres())
		p.Columns = 1
	}
}

// changedAt is where the first of the keys was overridden, else where the style has the first.
func (r *resolver) changedAt(names ...string) book.Pos {
	for _, name := range names {
		if r.changed(name) {
			return r.sheet[name].pos
		}
	}
	return r.sheet[names[0]].pos
}

// changed reports whether a key was overridden.
func (r *resolver) changed(name string) bool { return r.sheet[name] != r.own[name] }

// margins divides what the measure leaves of the width between inner and outer margin
// by the canon, and takes top and bottom from the same canon; the lines that fit between
// are the page, and what is left over goes to the foot.
func (r *resolver) margins(p *Print, canon [4]int) {
	left := p.Paper.Width - p.Measure
	if left < 2*marginMin {
		r.ps.Add(r.sheet["measure"].pos, book.CodeStyle, "make the measure narrower or the paper wider",
			"a measure of %s does not fit on paper %s wide", p.Measure.Millimetres(), p.Paper.Width.Millimetres())
		return
	}
	if p.Measure < measureMin {
		r.ps.Add(r.sheet["measure"].pos, book.CodeStyle, "make the measure wider", "a measure of %s is too narrow for any text", p.Measure.Millimetres())
		return
	}
	parts := int64(canon[0] + canon[2])
	p.Inner = left.MulDiv(int64(canon[0]), parts)
	p.Outer = left - p.Inner
	p.Top = left.MulDiv(int64(canon[1]), parts)
	bottom := left.MulDiv(int64(canon[3]), parts)
	p.Lines = int((p.Paper.Height - p.Top - bottom) / r.line)
	p.Bottom = p.Paper.Height - p.Top - unit.Length(p.Lines)*r.line
	if p.Lines < linesMin {
		r.ps.Add(r.sheet["leading"].pos, book.CodeStyle, "make the type smaller or the paper larger",
			"a page of %s holds %d lines, fewer than %d", p.Paper.Name, p.Lines, linesMin)
	}
}
