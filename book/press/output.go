package press

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"cahier/book"
	"cahier/book/epub"
	"cahier/book/impose"
	"cahier/book/layout"
	"cahier/book/pdf"
)

// PDF makes the typeset PDF of the book's style.
func (r *Run) PDF() File { return r.pdf(book.Output{Kind: "pdf"}) }

func (r *Run) pdf(o book.Output) File {
	f := File{Name: r.name(o) + ".pdf"}
	e := r.composed(r.outputEdition(o))
	if e == nil {
		return f
	}
	r.stage("PDF", func() {
		var buf bytes.Buffer
		c := e.composition
		if r.options.Cover {
			c = r.withCover(e)
		}
		ps, err := pdf.Write(&buf, c, e.volume, pdf.Options{Program: "cahier " + Version})
		r.found(ps)
		r.err = err
		f.Data = buf.Bytes()
	})
	return f
}

// outputEdition is the edition of an output: the command line goes before the output, the
// output before the book.
func (r *Run) outputEdition(o book.Output) *edition {
	settings := slices.Concat(r.ms.Book.Print, o.Settings, r.options.Settings)
	return r.edition(cmp.Or(r.options.Style, o.Style), settings)
}

// EPUB makes the EPUB of the book's style, or a Kobo's own variant of it.
func (r *Run) EPUB(kepub bool) File {
	if kepub {
		return r.epub(book.Output{Kind: "kepub"})
	}
	return r.epub(book.Output{Kind: "epub"})
}

// epub makes an EPUB. Its look is that of its own style; its page numbers are those of the
// first PDF that the book asks for, else of the book's style.
func (r *Run) epub(o book.Output) File {
	f := File{Name: r.name(o) + ".epub"}
	if o.Kind == "kepub" {
		f.Name = r.name(o) + ".kepub.epub"
	}
	look, printed := r.outputEdition(o), r.outputEdition(r.printed())
	if look == nil || printed == nil {
		return f
	}
	opt := epub.Options{Files: r.ms.Dir, Kepub: o.Kind == "kepub", NarrowSpaces: r.options.NarrowSpaces}
	if !r.options.NoPages {
		opt.Pages = r.pageMap(printed)
	}
	opt.Cover = r.cover(look)
	opt.Fonts = r.embedded(look)
	r.stage("EPUB", func() {
		var buf bytes.Buffer
		ps, err := epub.Write(&buf, printed.volume, look.design.CSS, opt)
		r.found(ps)
		r.err = err
		f.Data = buf.Bytes()
	})
	return f
}

// printed is the first PDF that the book asks for, else the first booklet or handout.
func (r *Run) printed() book.Output {
	for _, kind := range []string{"pdf", "booklet"} {
		for _, o := range r.ms.Book.Outputs {
			sheets, _, _ := impose.Read(o.Settings)
			if o.Kind == kind && sheets.Scheme != impose.Cards {
				return sheetSettings(o)
			}
		}
	}
	return book.Output{Kind: "pdf"}
}

// pageMap is where the pages of an edition begin; nil, with a warning, if they cannot be
// set.
func (r *Run) pageMap(e *edition) *layout.PageMap {
	if !r.compose(e) {
		if len(e.problems) > 0 {
			first := e.problems[0]
			r.report(first.Pos, book.CodePagesMissing, "--no-pages leaves them out without this warning",
				"the EPUB has no page numbers, since the pages cannot be set: %s", first.Message)
		}
		return nil
	}
	m := &layout.PageMap{Source: e.source()}
	for _, start := range e.composition.Map {
		m.Marks = append(m.Marks, layout.PageMark{Folio: e.composition.Pages[start.Page].Folio, Leaf: start.Leaf, Offset: start.Offset})
	}
	return m
}

// source identifies a print edition: the volume's identifier with style and paper.
func (e *edition) source() string {
	return fmt.Sprintf("%s %s %s", e.volume.Identifier, e.style, e.design.Print.Paper.Name)
}

// name is an output's file name without extension: the book's, with the style where it is
// not the book's own and with the paper where the output names one.
func (r *Run) name(o book.Output) string {
	name := r.ms.Name
	if o.Name != "" {
		return withoutEnding(o.Name)
	}
	if o.Style != "" && o.Style != r.ms.Book.Style {
		name += "-" + o.Style
	}
	for _, s := range o.Settings {
		if s.Key == "paper" {
			name += "-" + s.Value
		}
	}
	return name
}

// withoutEnding takes the ending of a finished book off a name.
func withoutEnding(name string) string {
	for _, ending := range []string{".kepub.epub", ".epub", ".pdf"} {
		if n := len(name) - len(ending); n > 0 && strings.EqualFold(name[n:], ending) {
			return name[:n]
		}
	}
	return name
}

// All makes every output that the book asks for; an EPUB and a PDF if it names none. Two of
// one name are an error.
func (r *Run) All() []File {
	outputs := r.ms.Book.Outputs
	if len(outputs) == 0 {
		outputs = []book.Output{{Kind: "epub"}, {Kind: "pdf"}}
	}
	var files []File
	names := map[string]bool{}
	for _, o := range outputs {
		for _, f := range r.output(o) {
			if names[f.Name] {
				r.report(o.Pos, book.CodeOutputRepeated, "give one of them a name: {kind: "+o.Kind+", name: other}", "two outputs are called %s", f.Name)
			}
			names[f.Name] = true
			files = append(files, f)
		}
	}
	return files
}

func (r *Run) output(o book.Output) []File {
	switch o.Kind {
	case "epub", "kepub":
		return []File{r.epub(o)}
	case "pdf":
		return []File{r.pdf(o)}
	case "booklet":
		files, _ := r.booklet(o)
		return files
	case "cover":
		f, _ := r.coverSheet(o)
		return []File{f}
	}
	r.report(o.Pos, book.CodeBadValue, "cahier makes epub, kepub, pdf, booklet and cover", "there is no output of kind %q", o.Kind)
	return nil
}
