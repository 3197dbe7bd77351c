package press

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"cahier/book"
	"cahier/book/impose"
	"cahier/book/layout"
	"cahier/book/lettering"
	"cahier/book/pdf"
)

// Booklet makes the pages imposed on sheets, by what the book's first output of kind
// booklet for such sheets says of them and by Options.Sheets over it: one file, or the
// fronts and the backs apart. With them comes the explanation of which pages stand where.
func (r *Run) Booklet() ([]File, string) {
	o := r.bookletOutput()
	o.Pos = book.Pos{} // the command asks for it, not the book
	return r.booklet(o)
}

// bookletOutput is the first output of kind booklet that the book asks for and that is for the
// same sheets as the run's: to be folded, a handout, or cards.
func (r *Run) bookletOutput() book.Output {
	wanted, _, _ := impose.Read(r.options.Sheets)
	for _, o := range r.ms.Book.Outputs {
		if own, _, _ := impose.Read(o.Settings); o.Kind == "booklet" && own.Scheme == wanted.Scheme {
			return o
		}
	}
	return book.Output{Kind: "booklet"}
}

func (r *Run) booklet(o book.Output) ([]File, string) {
	opt, rest, ps := impose.Read(slices.Concat(o.Settings, r.options.Sheets))
	if r.found(ps); len(ps) > 0 {
		r.lookAtOptions()
		return nil, ""
	}
	o.Settings = rest
	var e *edition
	if opt.Scheme == impose.Cards {
		e = r.cards(o)
	} else {
		e = r.composed(r.outputEdition(o))
	}
	if e == nil {
		return nil, ""
	}
	opt.Tail, opt.Inner, opt.Outer = e.tail(), e.design.Print.Inner, e.design.Print.Outer
	name := bookletName(r.name(o), o, opt.Scheme)
	var files []File
	var explanation string
	r.stage("sheets", func() {
		plan, ps := impose.Make(e.composition.Pages, opt)
		if r.found(r.asked(ps, o, opt.Scheme)); plan == nil || len(ps) > 0 {
			return
		}
		files = r.sheets(e, plan, name)
		explanation = plan.Explain(e.composition.Pages, e.volume.Front.Lang)
	})
	return files, explanation
}

// asked gives problems that have no place the one where the sheets were asked for: the paper
// of the command line, the entry in book.yaml, or the flag.
func (r *Run) asked(ps book.Problems, o book.Output, s impose.Scheme) book.Problems {
	at := o.Pos
	if at.IsZero() {
		at.File = "--" + string(cmp.Or(s, impose.Booklet))
	}
	for _, set := range r.options.Settings {
		if set.Key == "paper" && !set.Pos.IsZero() {
			at = set.Pos
		}
	}
	for i := range ps {
		if ps[i].Pos.IsZero() {
			ps[i].Pos = at
		}
	}
	return ps
}

// sheets draws a plan and writes its sides, together or apart.
func (r *Run) sheets(e *edition, plan *impose.Plan, name string) []File {
	sides, err := plan.Draw(e.composition.Pages, e.hand())
	if err != nil {
		r.found(letteringProblem(e, err))
		return nil
	}
	if !plan.Options.OneSided || plan.Options.Scheme != impose.Booklet {
		return []File{r.sheetFile(e, sides, plan, name, "")}
	}
	fronts, backs := plan.Apart(sides)
	return []File{r.sheetFile(e, fronts, plan, name, "fronts"), r.sheetFile(e, backs, plan, name, "backs")}
}

func (r *Run) sheetFile(e *edition, sheets []pdf.Sheet, plan *impose.Plan, name, part string) File {
	f := File{Name: name + ".pdf", Part: part}
	if part != "" {
		f.Name = name + "-" + part + ".pdf"
	}
	var buf bytes.Buffer
	ps, err := pdf.WriteSheets(&buf, sheets, e.volume, pdf.Options{Program: "cahier " + Version, Duplex: plan.Duplex()})
	r.found(ps)
	if r.err == nil {
		r.err = err
	}
	f.Data = buf.Bytes()
	return f
}

// bookletName is the name of imposed sheets: the book's with what they are, or the
// output's own.
func bookletName(name string, o book.Output, s impose.Scheme) string {
	if o.Name != "" {
		return strings.TrimSuffix(o.Name, ".pdf")
	}
	if s == "" {
		s = impose.Booklet
	}
	return name + "-" + string(s)
}

// hand letters in the edition's own faces.
func (e *edition) hand() lettering.Hand {
	return lettering.Hand{Families: e.families(), Lang: e.volume.Front.Lang}
}

func letteringProblem(e *edition, err error) book.Problems {
	var ps book.Problems
	ps.Add(e.volume.Front.Pos, book.CodeGlyphMissing, "choose another face for the text", "what stands beside the pages cannot be set: %v", err)
	return ps
}

// tail is the number of pages that end a booklet, on its back: that of the colophon, if it
// stands on one page.
func (e *edition) tail() int {
	sections := e.volume.Sections
	last := sections[len(sections)-1]
	if last.Kind != layout.Colophon {
		return 0
	}
	for _, start := range e.composition.Map {
		if slices.Contains(last.Blocks, start.Leaf) && start.Page == len(e.composition.Pages)-1 {
			return 1
		}
	}
	return 0
}

// sheetSettings takes the settings of sheets out of those of an output that is imposed.
func sheetSettings(o book.Output) book.Output {
	if o.Kind == "booklet" {
		_, o.Settings, _ = impose.Read(o.Settings)
	}
	return o
}
