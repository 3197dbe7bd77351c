package press

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"cahier/book"
	"cahier/book/cover"
	"cahier/book/impose"
	"cahier/book/pdf"
	"cahier/book/picture"
	"cahier/book/typeface"
	"cahier/book/typeset"
	"cahier/book/unit"
)

// coverKeys are what an output of kind cover may say, besides stock and caliper.
var coverKeys = []string{"spine", "bleed"}

// The bleed that printers ask for, the white around it that holds the marks, and what is
// too much.
const (
	usualBleed = 3 * unit.Millimetre
	coverSlug  = 10 * unit.Millimetre
	bleedMost  = 20 * unit.Millimetre
	spineMost  = 100 * unit.Millimetre
)

// Cover makes the printed cover of the book's first output of kind cover, or of its PDF:
// back, spine and front in one sheet. It says how wide the spine is, and why.
func (r *Run) Cover() (File, string) {
	for _, o := range r.ms.Book.Outputs {
		if o.Kind == "cover" {
			return r.coverSheet(o)
		}
	}
	return r.coverSheet(book.Output{Kind: "cover"})
}

func (r *Run) coverSheet(o book.Output) (File, string) {
	f := File{Name: bookletName(r.name(o), o, "cover") + ".pdf"}
	given, rest := coverSettings(slices.Concat(o.Settings, r.options.Sheets))
	paper, rest, ps := impose.Read(rest)
	r.found(ps)
	bleed, spine := r.coverLength(given["bleed"], usualBleed, bleedMost), r.coverLength(given["spine"], -1, spineMost)
	if r.problems.Errors() > 0 {
		r.lookAtOptions()
		return f, ""
	}
	o.Settings = rest
	if !r.hasPages(o) {
		base := r.printed()
		o.Style, o.Settings = cmp.Or(o.Style, base.Style), slices.Concat(base.Settings, o.Settings)
	}
	e := r.composed(r.outputEdition(o))
	if e == nil || !r.Sound() {
		return f, ""
	}
	said := fmt.Sprintf("spine %s mm, as given", inMillimetres(spine))
	if spine < 0 {
		spine, said = spineOf(len(e.composition.Pages), paper.Stock)
	}
	r.stage("cover", func() { f.Data, said = r.wrap(e, spine, bleed, said) })
	return f, said
}

// spineOf is how thick so many pages are on a paper, office paper if none is known, and the
// words that say it.
func spineOf(pages int, stock impose.Stock) (unit.Length, string) {
	if stock.Caliper == 0 {
		stock, _ = impose.ParseStock(fmt.Sprintf("%dg", officeGrammage))
	}
	spine := stock.Caliper * unit.Length((pages+1)/2)
	return spine, fmt.Sprintf("spine %s mm: %s on leaves of %s mm", inMillimetres(spine), number(pages, "page"), inMillimetres(stock.Caliper))
}

// hasPages reports whether an output of kind cover says what the pages look like.
func (r *Run) hasPages(o book.Output) bool { return o.Style != "" || len(o.Settings) > 0 }

// coverSettings takes the settings of covers out of a list; the last of a key wins.
func coverSettings(settings []book.Setting) (given map[string]book.Setting, rest []book.Setting) {
	given = map[string]book.Setting{}
	for _, s := range settings {
		if slices.Contains(coverKeys, s.Key) {
			given[s.Key] = s
		} else {
			rest = append(rest, s)
		}
	}
	return given, rest
}

func (r *Run) coverLength(s book.Setting, usual, most unit.Length) unit.Length {
	if s.Key == "" {
		return usual
	}
	l, err := unit.Parse(s.Value)
	switch {
	case err != nil:
		r.report(s.Pos, book.CodeSheet, book.HintOf(err), "%v", err)
	case l < 0:
		r.report(s.Pos, book.CodeSheet, "such as 3mm", "%s cannot be negative: %s", s.Key, s.Value)
	case l > most:
		r.report(s.Pos, book.CodeSheet, fmt.Sprintf("at most %s mm", inMillimetres(most)), "%s of %s is more than any cover has", s.Key, s.Value)
	}
	return l
}

// wrap draws a cover and lays it on its sheet, with marks for cut and folds.
func (r *Run) wrap(e *edition, spine, bleed unit.Length, said string) ([]byte, string) {
	image := r.frontImage(e)
	w, ps := cover.NewWrap(e.volume, cover.WrapOptions{
		Width: e.design.Print.Paper.Width, Height: e.design.Print.Paper.Height,
		Spine: spine, Bleed: bleed, Hand: e.hand(), Image: image, Digits: e.codeFamily(),
	})
	if r.found(ps); !r.Sound() {
		return nil, said
	}
	if !w.Titled {
		said += "; too narrow for its title"
	}
	var buf bytes.Buffer
	ps, err := pdf.WriteSheets(&buf, []pdf.Sheet{coverPage(w)}, e.volume, pdf.Options{Program: "cahier " + Version})
	r.found(ps)
	r.err = err
	return buf.Bytes(), said
}

// frontImage is the user's cover, nil for none.
func (r *Run) frontImage(e *edition) *picture.Image {
	if e.volume.Front.Cover == "" {
		return nil
	}
	return r.coverOf(e, 0)
}

// codeFamily sets the digits under the bars: of one width, as scanners' operators know
// them.
func (e *edition) codeFamily() *typeface.Family {
	f, err := e.library.Family(e.design.Print.Faces.Code)
	if err != nil {
		return nil
	}
	return f
}

// coverPage lays a wrap on a sheet with room for marks.
func coverPage(w *cover.Wrap) pdf.Sheet {
	edge := w.Bleed + coverSlug
	s := pdf.Sheet{
		Width: w.Width + 2*edge, Height: w.Height + 2*edge,
		Trim:  pdf.Box{X: edge, Y: edge, W: w.Width, H: w.Height},
		Bleed: pdf.Box{X: coverSlug, Y: coverSlug, W: w.Width + 2*w.Bleed, H: w.Height + 2*w.Bleed},
	}
	for _, p := range w.Parts {
		pl := pdf.Placement{Page: p.Page, X: edge + p.X, Y: edge + p.Y, Rotate: p.Rotate}
		if p.Wide > 0 {
			pl.Clip = pdf.Box{X: p.Left, Y: p.Top, W: p.Wide, H: p.High}
		}
		s.Placements = append(s.Placements, pl)
	}
	page := (w.Width - w.Spine) / 2
	s.Marks = coverMarks(&s, edge+page, edge+page+w.Spine)
	return s
}

// coverMarks are hairlines at the corners of the cut and at the folds of the spine, all of
// them beyond the bleed.
func coverMarks(s *pdf.Sheet, folds ...unit.Length) []typeset.Item {
	const hair, gap = unit.Point / 4, unit.Millimetre
	long := coverSlug - 2*gap
	var items []typeset.Item
	rule := func(x, y, w, h unit.Length) { items = append(items, &typeset.Rule{X: x, Y: y, W: w, H: h}) }
	for _, x := range append([]unit.Length{s.Trim.X, s.Trim.X + s.Trim.W}, folds...) {
		rule(x-hair/2, gap, hair, long)
		rule(x-hair/2, s.Height-gap-long, hair, long)
	}
	for _, y := range []unit.Length{s.Trim.Y, s.Trim.Y + s.Trim.H} {
		rule(gap, y-hair/2, long, hair)
		rule(s.Width-gap-long, y-hair/2, long, hair)
	}
	return items
}

// inMillimetres words a length to a hundredth of a millimetre.
func inMillimetres(l unit.Length) string {
	s := fmt.Sprintf("%.2f", l.Points()*25.4/72)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}
