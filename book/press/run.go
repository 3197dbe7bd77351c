package press

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"cahier/book"
	"cahier/book/epub"
	"cahier/book/layout"
	"cahier/book/ortho"
	"cahier/book/pdf"
)

// Options are what a run changes of what the book and its style say.
type Options struct {
	Style        string         // "" for the book's
	Settings     []book.Setting // over the book's own
	Sheets       []book.Setting // of imposed sheets and covers, over the output's own
	Epoch        *time.Time
	NoPages      bool // an EPUB without the print edition's page numbers
	NoCover      bool // an EPUB without a cover
	Cover        bool // a PDF that begins with its cover
	NarrowSpaces bool
	EmbedFonts   bool               // an EPUB that carries the style's faces
	Report       bool               // collect what orthotypography changes
	Progress     func(stage string) // told what begins; may be nil
}

// File is an output that has been made and not yet written.
type File struct {
	Name string // without folder
	Part string // "fronts" or "backs" of an output that is two files, else ""
	Data []byte
}

// Write writes the file's bytes.
func (f File) Write(w io.Writer) error {
	_, err := w.Write(f.Data)
	return err
}

// Run takes one manuscript to its outputs. Stages that several outputs share run once.
// Problems of all stages gather in it; outputs are made in memory, so that the caller can
// decide to write none.
type Run struct {
	ctx      context.Context
	ms       *Manuscript
	options  Options
	problems book.Problems
	err      error // of reading or writing, not of the manuscript
	volumes  map[string]*layout.Volume
	editions []*edition
	times    []stageTime
}

type stageTime struct {
	name string
	took time.Duration
}

// Start begins a run with what reading found.
func Start(ctx context.Context, m *Manuscript, problems book.Problems, opt Options) *Run {
	if opt.Progress == nil {
		opt.Progress = func(string) {}
	}
	r := &Run{ctx: ctx, ms: m, options: opt}
	r.found(problems)
	if problems.Errors() > 0 {
		r.lookFurther()
	}
	return r
}

// Sound reports whether nothing found so far keeps the outputs from being made.
func (r *Run) Sound() bool {
	return r.err == nil && r.problems.Errors() == 0 && r.ms != nil && r.ms.Book != nil
}

// Problems are those of all stages, sorted, with the files named as the user named them.
func (r *Run) Problems() book.Problems {
	r.ms.hintAtBook(r.problems)
	r.problems.Sort()
	return r.problems
}

// Err is a failure to read or write, or the end of the run's context.
func (r *Run) Err() error {
	if r.err != nil {
		return r.err
	}
	return r.ctx.Err()
}

// stage runs one stage unless something before it went wrong.
func (r *Run) stage(name string, do func()) {
	if !r.Sound() || r.ctx.Err() != nil {
		return
	}
	r.options.Progress(name)
	start := time.Now()
	do()
	r.times = append(r.times, stageTime{name, time.Since(start)})
}

// report adds a problem of the run itself.
func (r *Run) report(pos book.Pos, code book.Code, hint, format string, args ...any) {
	var ps book.Problems
	ps.Add(pos, code, hint, format, args...)
	r.found(ps)
}

// found adds the problems of a stage, their files named as the user named the book's folder.
func (r *Run) found(ps book.Problems) {
	for _, p := range ps {
		p.Pos = r.ms.place(p.Pos)
		r.problems = append(r.problems, p)
	}
}

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

// printed is the first PDF that the book asks for, else the first booklet.
func (r *Run) printed() book.Output {
	for _, kind := range []string{"pdf", "booklet"} {
		for _, o := range r.ms.Book.Outputs {
			if o.Kind == kind {
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

// Check runs every stage up to the pages and makes nothing.
func (r *Run) Check() { r.composed(r.outputEdition(r.printed())) }

// Changes is what orthotypography changed, if Options.Report asked for it.
func (r *Run) Changes() []ortho.Change {
	if len(r.editions) == 0 {
		return nil
	}
	list := slices.Clone(r.editions[0].volume.Changes)
	for i := range list {
		list[i].Pos = r.ms.place(list[i].Pos)
	}
	return list
}

// Stats says what each edition came to and how long each stage took.
func (r *Run) Stats(w io.Writer) {
	for _, e := range r.editions {
		if e.composition == nil {
			continue
		}
		s := e.composition.Stats
		fmt.Fprintf(w, "%s: %s, %s, %s, %d loose, %d overfull\n", e.style, number(s.Pages, "page"), number(s.Lines, "line"), number(s.Hyphens, "hyphen"), s.Loose, s.Overfull)
		r.budget(w, e)
	}
	for _, t := range r.times {
		fmt.Fprintf(w, "%-8s %7.1f ms\n", t.name, float64(t.took.Microseconds())/1000)
	}
}
