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
	perSheet int // pages on both sides of a sheet: 4 of a booklet, 2 of anything larger
	sheet    impose.Paper
	stock    impose.Stock
}

// officeGrammage is the weight of ordinary paper, in grams per square metre.
const officeGrammage = 80

// paperwork reads sheet and stock from the run's settings. A trim of which two do not fit
// on the sheet is printed as it is, on both sides.
func (r *Run) paperwork(p *style.Print) paperwork {
	opt, _, _ := impose.Read(r.options.Sheets)
	w := paperwork{perSheet: 4, sheet: opt.Sheet, stock: opt.Stock}
	if w.stock.Grammage == 0 {
		w.stock.Grammage = officeGrammage
	}
	page := []*typeset.Page{{Width: p.Paper.Width, Height: p.Paper.Height}}
	plan, _ := impose.Make(page, impose.Options{Sheet: opt.Sheet})
	if plan == nil {
		w.perSheet = 2
		w.sheet = impose.Paper{Name: p.Paper.Name, Width: p.Paper.Width, Height: p.Paper.Height}
		return w
	}
	w.sheet = plan.Options.Sheet
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
	for _, t := range r.savings(e) {
		if r.cramped(e, t) {
			continue
		}
		if n := r.trial(e, t.style, t.settings); n > 0 && work.sheets(n) < work.sheets(pages) {
			fmt.Fprintf(w, "  %s: %s\n", t.name, work.say(n))
			if t.style == e.style {
				break // smaller type saves more, and is no easier to read
			}
		}
	}
}

// variant is another way to set an edition.
type variant struct {
	name, style string
	settings    []book.Setting
}

// savings are the other styles on the same paper, and the text's size by half points down
// to the style's least.
func (r *Run) savings(e *edition) []variant {
	var list []variant
	p := &e.design.Print
	paper := book.Setting{Key: "paper", Value: p.Paper.Name}
	for _, name := range style.Names(r.folders("styles", styles.FS)) {
		d, ps := style.Load(r.folders("styles", styles.FS), name, nil)
		if name == e.style || ps.Errors() > 0 {
			continue
		}
		said := "--style " + name
		if d.Print.Paper.Name != p.Paper.Name {
			said += " --paper " + p.Paper.Name
		}
		list = append(list, variant{said, name, []book.Setting{paper}})
	}
	const half = unit.Point / 2
	for size := (p.Blocks.Text.Size - 1) / half * half; size >= p.Fit.SizeMin && size > 0; size -= half {
		s := append(slices.Clone(e.settings), book.Setting{Key: "size", Value: size.String()})
		list = append(list, variant{"--size " + size.String(), e.style, s})
	}
	return list
}

// trial counts the pages of an edition's volume set otherwise; 0 if it cannot be.
func (r *Run) trial(e *edition, name string, settings []book.Setting) int {
	d, ps := style.Load(r.folders("styles", styles.FS), name, settings)
	if ps.Errors() > 0 || r.ctx.Err() != nil {
		return 0
	}
	c, ps := typeset.Compose(e.volume, &d.Print, e.library, typeset.Options{Images: r.ms.Dir})
	if c == nil || ps.Errors() > 0 {
		return 0
	}
	return len(c.Pages)
}

// cramped reports whether so much less stands on a page of a variant that it needs no trial.
func (r *Run) cramped(e *edition, t variant) bool {
	d, ps := style.Load(r.folders("styles", styles.FS), t.style, t.settings)
	return ps.Errors() > 0 || capacity(&d.Print)*10 < capacity(&e.design.Print)*9
}

// capacity is how much text a page holds, in ems.
func capacity(p *style.Print) int64 {
	return int64(p.Lines*p.Columns) * int64(p.Column()/max(1, p.Blocks.Text.Size/100)) / 100
}

// saidBy reports whether a value was given for this run.
func saidBy(settings []book.Setting, key string) bool {
	return slices.ContainsFunc(settings, func(s book.Setting) bool { return s.Key == key })
}
