package press

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"cahier/book"
	"cahier/book/style"
	"cahier/book/unit"
)

// Fit looks for the size, leading and measure nearest to the style's, inside the limits
// that the style allows (fit: in print.yaml), with which the book ends on exactly so many
// full sheets. The run then goes on with them. It says what it changed; values of the
// command line stay. When there is no such way a problem says how many sheets there are.
// What is fitted is the book's booklet, or its PDF.
func (r *Run) Fit(sheets int, booklet bool) string {
	o := r.printed()
	if booklet {
		o = sheetSettings(r.bookletOutput())
	}
	e := r.outputEdition(o)
	if !r.compose(e) {
		if e != nil {
			r.found(e.problems)
		}
		return ""
	}
	work := r.paperwork(&e.design.Print)
	f := &fitting{run: r, edition: e, want: sheets * work.perSheet}
	found, ok := f.search()
	if !ok {
		r.report(book.Pos{File: "--fit-sheets"}, book.CodeSheet, f.otherWays(work, sheets),
			"the book cannot be made to end on %s", number(sheets, "full sheet"))
		return ""
	}
	r.options.Settings = append(slices.Clone(r.options.Settings), found.settings()...)
	return fmt.Sprintf("%s: %s", work.say(f.want), found.changes(f.base))
}

// otherWays says what would come to so many sheets: the styles that do, else what the style's
// limits are.
func (f *fitting) otherWays(work paperwork, sheets int) string {
	var styles []string
	for _, v := range f.run.otherStyles(f.edition) {
		if n := f.run.pages(f.edition, v.print); n > 0 && work.sheets(n) == sheets {
			styles = append(styles, v.name)
		}
	}
	if len(styles) > 0 {
		return fmt.Sprintf("%s takes %s", strings.Join(styles, " or "), number(sheets, "sheet"))
	}
	takes := number(work.sheets(f.fewest), "sheet")
	if most := work.sheets(f.most); most != work.sheets(f.fewest) {
		takes = fmt.Sprintf("%d to %d sheets", work.sheets(f.fewest), most)
	}
	return fmt.Sprintf("inside the style's limits the book takes %s; another style, paper or --set fit.size-min=… changes that", takes)
}

// shape is what Fit may change.
type shape struct{ size, leading, measure unit.Length }

func shapeOf(p *style.Print) shape {
	return shape{p.Blocks.Text.Size, p.Blocks.Text.Leading, p.Measure}
}

func (s shape) settings() []book.Setting {
	at := book.Pos{File: "--fit-sheets"}
	return []book.Setting{
		{Pos: at, Key: "size", Value: s.size.String()}, {Pos: at, Key: "leading", Value: s.leading.String()}, {Pos: at, Key: "measure", Value: s.measure.String()},
	}
}

// changes words how a shape differs from another.
func (s shape) changes(from shape) string {
	var list []string
	say := func(what string, a, b unit.Length, words func(unit.Length) string) {
		if a != b {
			list = append(list, fmt.Sprintf("%s %s → %s", what, words(a), words(b)))
		}
	}
	say("size", from.size, s.size, unit.Length.String)
	say("leading", from.leading, s.leading, unit.Length.String)
	say("measure", from.measure, s.measure, unit.Length.Millimetres)
	if len(list) == 0 {
		return "nothing had to be changed"
	}
	return strings.Join(list, ", ")
}

// fitting is one search.
type fitting struct {
	run          *Run
	edition      *edition
	base         shape
	want         int
	fewest, most int // pages found
}

// candidate is a shape, how far it is from the style's, and how much of a page a text
// takes in it: lines' length over lines, in parts of the style's own.
type candidate struct {
	shape
	cost  int
	fill  int64
	print *style.Print
}

// maxTrials bounds how often a book is composed to make it fit.
const maxTrials = 40

// search tries the shapes that ought to fit, the nearest first. How many pages a shape
// takes is foretold from those composed so far: pages grow evenly with what the text
// fills of them.
func (f *fitting) search() (shape, bool) {
	p := &f.edition.design.Print
	f.base = shapeOf(p)
	own := len(f.edition.composition.Pages)
	f.fewest, f.most = own, own
	if own == f.want {
		return f.base, true
	}
	list := f.candidates(p)
	end := slices.MaxFunc(list, func(a, b candidate) int { return cmp.Compare(a.fill, b.fill) })
	if own > f.want {
		end = slices.MinFunc(list, func(a, b candidate) int { return cmp.Compare(a.fill, b.fill) })
	}
	far := f.count(end)
	if far == f.want && len(list) == 1 {
		return end.shape, true
	}
	if far == 0 || far == own || (far-f.want)*(own-f.want) > 0 {
		return shape{}, false
	}
	// foretold is the number of pages of a shape, times 100
	foretold := func(c candidate) int64 {
		return int64(own)*100 + (c.fill-fillUnit)*int64(far-own)*100/(end.fill-fillUnit)
	}
	slices.SortStableFunc(list, func(a, b candidate) int { return cmp.Compare(a.cost, b.cost) })
	trials := 0
	for _, c := range list {
		if off := foretold(c) - int64(f.want)*100; off > 120 || off < -120 {
			continue
		}
		if trials++; trials > maxTrials {
			break
		}
		if f.count(c) == f.want {
			return c.shape, true
		}
	}
	return end.shape, far == f.want
}

// count composes a shape.
func (f *fitting) count(c candidate) int {
	n := f.run.pages(f.edition, c.print)
	if n > 0 {
		f.fewest, f.most = min(f.fewest, n), max(f.most, n)
	}
	return n
}

const fillUnit = 1 << 20

// The steps in which shapes are tried.
const (
	sizeStep    = unit.Point / 4
	leadingStep = unit.Point / 4
	measureStep = 20 // thousandths
)

// candidates are the shapes inside the style's limits; what the command line says stays.
func (f *fitting) candidates(p *style.Print) []candidate {
	b, own := f.base, f.run.options.Settings
	var list []candidate
	for _, size := range steps(b.size, min(p.Fit.SizeMin, b.size), max(p.Fit.SizeMax, b.size), sizeStep, saidBy(own, "size")) {
		low, high := size.MulDiv(int64(p.Fit.LeadingMin), 1000), size.MulDiv(int64(p.Fit.LeadingMax), 1000)
		for _, leading := range steps(b.leading, low, high, leadingStep, saidBy(own, "leading")) {
			least, most := max(p.Fit.MeasureMin, 1), max(p.Fit.MeasureMax, 1)
			if saidBy(own, "measure") {
				least, most = 1000, 1000
			}
			for m := least; m <= most; m += measureStep {
				s := shape{size, leading, b.measure.MulDiv(int64(m), 1000)}
				if c, ok := f.candidate(s, m-1000); ok {
					list = append(list, c)
				}
			}
		}
	}
	return list
}

// steps are the lengths from low to high by whole steps, with the base where it lies
// between; the base alone if it is fixed.
func steps(base, low, high, step unit.Length, fixed bool) []unit.Length {
	if fixed {
		return []unit.Length{base}
	}
	var list []unit.Length
	for l := (low + step - 1) / step * step; l <= high; l += step {
		list = append(list, l)
	}
	if base >= low && base <= high && !slices.Contains(list, base) {
		list = append(list, base)
	}
	return list
}

// candidate weighs a shape: a quarter point of size counts most, for it is seen most. A
// leading is measured against the one that the size would bring with it.
func (f *fitting) candidate(s shape, measure int) (candidate, bool) {
	d, ps := f.run.load(f.edition.style, slices.Concat(f.edition.settings, s.settings()))
	if len(ps) > 0 {
		return candidate{}, false
	}
	b := f.base
	p := &f.edition.design.Print
	due := b.leading.MulDiv(int64(s.size), int64(b.size))
	cost := 4*int(abs(s.size-b.size)/sizeStep) + 3*int(abs(s.leading-due)/leadingStep) + 2*max(measure, -measure)/measureStep
	fill := unit.Length(fillUnit).MulDiv(int64(s.size), int64(b.size)).MulDiv(int64(b.measure), int64(s.measure)).MulDiv(int64(p.Lines), int64(d.Print.Lines))
	design := d.Print // without the rest of the design, of which there would be hundreds
	return candidate{s, cost, int64(fill), &design}, true
}

func abs(l unit.Length) unit.Length { return max(l, -l) }
