package press

import (
	"fmt"
	"io"
	"slices"

	"cahier/book"
	"cahier/book/impose"
	"cahier/book/style"
	"cahier/book/typeset"
	"cahier/book/unit"
	"cahier/styles"
)

// paperwork is what an edition takes of paper.
type paperwork struct {
	perSheet int // pages of the book on a sheet: 4 of a booklet, 2 of anything larger
	sheet    impose.Paper
	stock    impose.Stock
}

// officeGrammage is the weight of ordinary paper, in grams per square metre.
const officeGrammage = 80

// paperwork reads sheet and stock from the run's settings. A trim of which two do not fit
// on the sheet is printed as it is, on both sides.
func (r *Run) paperwork(p *style.Print) paperwork {
	opt, _, _ := impose.Read(r.options.Sheets)
	w := paperwork{stock: opt.Stock}
	if w.stock.Grammage == 0 {
		w.stock.Grammage = officeGrammage
	}
	page := []*typeset.Page{{Width: p.Paper.Width, Height: p.Paper.Height}}
	plan, _ := impose.Make(page, impose.Options{Scheme: opt.Scheme, PerSide: opt.PerSide, Sheet: opt.Sheet, Fit: opt.Fit, Grip: opt.Grip})
	if plan == nil {
		w.perSheet = 2
		w.sheet = impose.Paper{Name: p.Paper.Name, Width: p.Paper.Width, Height: p.Paper.Height}
		return w
	}
	w.sheet, w.perSheet = plan.Options.Sheet, 2*len(plan.Sides[0].Cells)
	if opt.OneSided && opt.Scheme == impose.Handout {
		w.perSheet /= 2 // its backs stay white
	}
	return w
}

func (w paperwork) sheets(pages int) int { return (pages + w.perSheet - 1) / w.perSheet }

// say says what so many pages take.
func (w paperwork) say(pages int) string {
	n := w.sheets(pages)
	s := fmt.Sprintf("%s, %s of %s", number(pages, "page"), number(n, "sheet"), w.sheet.Name)
	if blank := n*w.perSheet - pages; blank > 0 {
		s += fmt.Sprintf(", %d blank", blank)
	}
	return s + fmt.Sprintf(", %d g at %d g/m²", w.stock.Grams(w.sheet, n), w.stock.Grammage)
}

// number words how many there are of a thing.
func number(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return fmt.Sprintf("%d %s", n, thing)
}

// budget says what an edition takes of paper, and what style or size would save a sheet.
func (r *Run) budget(w io.Writer, e *edition) {
	work := r.paperwork(&e.design.Print)
	pages := len(e.composition.Pages)
	fmt.Fprintf(w, "%s: %s\n", e.style, work.say(pages))
	r.options.Progress("what would save paper")
	saves := func(v variant) bool {
		n := r.trial(e, v)
		if n == 0 || work.sheets(n) >= work.sheets(pages) {
			return false
		}
		fmt.Fprintf(w, "  %s: %s\n", v.name, work.say(n))
		return true
	}
	for _, v := range r.otherStyles(e) {
		saves(v)
	}
	for _, v := range r.smallerSizes(e) {
		if saves(v) {
			break // smaller type saves more, and is no easier to read
		}
	}
}

// variant is another way to set an edition, named by the flags that ask for it.
type variant struct {
	name  string
	print *style.Print
}

// otherStyles are the other styles on the same paper.
func (r *Run) otherStyles(e *edition) []variant {
	var list []variant
	paper := e.design.Print.Paper.Name
	for _, name := range style.Names(r.folders("styles", styles.FS)) {
		if name == e.style {
			continue
		}
		said := "--style " + name
		d, ps := r.load(name, nil)
		if d.Print.Paper.Name != paper {
			said += " --paper " + paper
			d, ps = r.load(name, []book.Setting{{Key: "paper", Value: paper}})
		}
		if ps.Errors() == 0 {
			list = append(list, variant{said, &d.Print})
		}
	}
	return list
}

// smallerSizes are the text's sizes by half points down to the style's least.
func (r *Run) smallerSizes(e *edition) []variant {
	const half = unit.Point / 2
	var list []variant
	p := &e.design.Print
	for size := (p.Blocks.Text.Size - 1) / half * half; size >= p.Fit.SizeMin && size > 0; size -= half {
		d, ps := r.load(e.style, append(slices.Clone(e.settings), book.Setting{Key: "size", Value: size.String()}))
		if ps.Errors() == 0 {
			list = append(list, variant{"--size " + size.String(), &d.Print})
		}
	}
	return list
}

// trial counts the pages of an edition set otherwise; 0 if it cannot be, or if so much less
// stands on a page that nothing is saved.
func (r *Run) trial(e *edition, v variant) int {
	if capacity(v.print)*10 < capacity(&e.design.Print)*9 {
		return 0
	}
	return r.pages(e, v.print)
}

// capacity is how much text a page holds, in ems.
func capacity(p *style.Print) int64 {
	return int64(p.Lines*p.Columns) * int64(p.Column()) / int64(p.Blocks.Text.Size)
}

// pages counts the pages of an edition's volume in another design; 0 if it cannot be set.
func (r *Run) pages(e *edition, p *style.Print) int {
	if r.ctx.Err() != nil {
		return 0
	}
	c, ps := typeset.Compose(e.volume, p, e.library, typeset.Options{Images: r.ms.Dir})
	if c == nil || ps.Errors() > 0 {
		return 0
	}
	return len(c.Pages)
}

// saidBy reports whether a value was given for this run.
func saidBy(settings []book.Setting, key string) bool {
	return slices.ContainsFunc(settings, func(s book.Setting) bool { return s.Key == key })
}
