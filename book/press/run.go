package press

import (
	"context"
	"fmt"
	"io"
	"slices"
	"time"

	"cahier/book"
	"cahier/book/layout"
	"cahier/book/ortho"
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
