// Package pdf writes composed pages as a PDF file: tagged, archival and accessible
// (PDF/A-2a and PDF/UA-1 in one file), small, and the same bytes for the same pages.
// Sheets of imposed pages and covers become PDF/A-2b. Check reads any PDF and says what
// in it departs from those standards.
//
// Pages of items at fixed points and the Volume go in; a file goes out. The package
// never measures text, breaks lines or moves anything: what is drawn where was
// decided before. gofpdf assembles the container; finish links it anew with
// everything that gofpdf has no notion of.
//
// The way of a page: document.go walks its items, slot.go gives glyphs their codes,
// pen.go their places, canvas.go writes operators, structure.go gathers what belongs to
// which element, compress.go and container.go take the content; then finish.go writes the
// file through emit.go. The way of a check: file.go finds objects with lexer.go and
// filter.go, check.go runs the parts, one file each.
package pdf

import (
	"io"

	"cahier/book"
	"cahier/book/layout"
	"cahier/book/typeset"
)

// Options says what a file says besides its pages. The zero value works.
type Options struct {
	// Program names who wrote the file, with its version: "cahier 1.2". "" for "cahier".
	Program string
	// Spreads opens the document with two pages side by side, recto right, instead of
	// one page after another.
	Spreads bool
	// Duplex is how sheets are to be turned by a printer of both sides.
	Duplex Duplex
}

// Write writes the composition of a volume as a tagged PDF. The problems are warnings
// and errors that only drawing can find: a figure without alternative text (the file
// then claims neither PDF/UA nor level A), an image that cannot be embedded, a link to
// nowhere. The error is one of writing to w, or of a composition without pages. When there
// are problems of severity Error nothing is written.
func Write(w io.Writer, c *typeset.Composition, v *layout.Volume, opt Options) (book.Problems, error) {
	d := newDocument(v, opt)
	d.tree = newTree(c.Root)
	d.tree.about = describe(v)
	d.survey(c.Pages)
	for _, p := range c.Pages {
		d.drawPage(p)
	}
	return d.write(w)
}
