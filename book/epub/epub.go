// Package epub writes a Volume as an EPUB 3.3 that keeps EPUB Accessibility 1.1.
//
// A Volume, a style sheet and, if the print edition has been set, its page map go in;
// the bytes of the book come out. A printer of the model makes the body of each
// section; go-epub, confined to container.go, assembles the container; finish then
// writes package document, navigation and heads anew from the model and packs
// everything in a fixed order under a fixed date, so that the same volume gives the
// same bytes. Check reads any EPUB and says what the validators do not.
//
// The package never uses the network or a clock, and reads files only through the
// fs.FS that it is given.
package epub

import (
	"io"
	"io/fs"

	"cahier/book"
	"cahier/book/layout"
	"cahier/book/picture"
)

// Options say what a volume does not. The zero value writes a plain EPUB without
// cover and page list, of a volume without images.
type Options struct {
	// Files holds the images that the volume names: the book's folder.
	Files fs.FS
	// Cover is the cover image, nil for none.
	Cover *picture.Image
	// Pages is where the pages of the print edition begin, nil for no page list.
	Pages *layout.PageMap
	// Kepub writes the variant that Kobo's own reader understands best
	// (kobolabs/epub-spec): sentences in spans, note calls typed endnote.
	Kepub bool
	// NarrowSpaces keeps U+202F. Without it every fixed space is U+00A0, which all
	// fonts of all readers have.
	NarrowSpaces bool
	// Fonts are faces to embed, none for the reader's own.
	Fonts []Font
}

// Font is a face to embed, with its licence.
type Font struct {
	Family string // "EB Garamond"
	Italic bool
	Weight int    // 400, 700
	Data   []byte // TrueType, subset if wished
	// Licence is the text that must travel with the face; one file is written for each
	// family.
	Licence []byte
}

// Limits on what is written. Readers stated in kobolabs/epub-spec refuse longer files.
const (
	// MaxFile bounds one XHTML file in bytes.
	MaxFile = 10 << 20
)

// Write writes the volume to w with css as its style sheet. Nothing is written when
// there are problems of severity error: an image that cannot be used (see
// picture.Load), an active link, a section beyond MaxFile. Problems of severity
// warning: a link whose address cannot be one, which becomes plain text. The error is
// that of w, or of a container that did not come out as it went in.
func Write(w io.Writer, v *layout.Volume, css []byte, opt Options) (book.Problems, error) {
	e := newEdition(v, css, opt)
	e.print()
	e.problems.Sort()
	if e.problems.Errors() > 0 {
		return e.problems, nil
	}
	packed, err := e.container()
	if err != nil {
		return e.problems, err
	}
	return e.problems, e.finish(packed, w)
}
