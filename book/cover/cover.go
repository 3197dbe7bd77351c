// Package cover gives a volume its cover: the image that its front matter names, or one
// made of title, people and source, drawn with our own faces.
//
// A Volume, the book's files and the families of the style go in; an image comes out.
// What is drawn is reckoned in integers throughout, so that the same volume gives the
// same bytes on every machine.
package cover

import (
	"bytes"
	"fmt"
	"image/jpeg"
	"io/fs"
	"strings"

	"cahier/book"
	"cahier/book/layout"
	"cahier/book/picture"
	"cahier/book/typeface"
)

// The size of a made cover in pixels: two to three, which shops and readers expect.
const (
	Width  = 1400
	Height = 2100
)

// Options say how a cover is made. Families must not be empty when one has to be made.
type Options struct {
	// Files holds the image that the front matter names: the book's folder.
	Files fs.FS
	// Families set the text: the style's own first, then those that it falls back on.
	Families []*typeface.Family
	// Height in pixels of a made cover that is Width wide, 0 for Height: a page of the
	// PDF has other proportions.
	Height int
}

// Of returns the volume's cover. With it, or instead of it, come problems: those of
// picture.Load for the image that the front matter names (errors), and cover-missing
// (a warning) when none can be made because no face has the characters of the title.
func Of(v *layout.Volume, opt Options) (*picture.Image, book.Problems) {
	if src := v.Front.Cover; src != "" && opt.Files != nil {
		return given(opt.Files, src, v.Front.CoverPos)
	}
	img, err := Make(v, opt)
	if err != nil {
		return nil, book.Problems{{Pos: v.Front.Pos, Code: book.CodeCoverMissing, Message: fmt.Sprintf("no cover can be made: %v", err),
			Hint: "give an image as cover:, or write the book with --no-cover"}}
	}
	return img, nil
}

// given loads the user's image. A cover is a raster image (EPUB 3.3, Kobo, Kindle).
func given(fsys fs.FS, src string, pos book.Pos) (*picture.Image, book.Problems) {
	img, problems := picture.Load(fsys, src, pos)
	if img != nil && img.Format == picture.SVG {
		return nil, book.Problems{{Pos: pos, Code: book.CodeImageBad, Message: "the cover " + src + " is an SVG, which shops and e-readers refuse as cover",
			Hint: "save it as JPEG or PNG, about 1400 × 2100 pixels"}}
	}
	return img, problems
}

// Make draws a cover: people and title in white on a dark panel, the source below it.
// The title is as large as it can be, for it must be read at the size of a stamp.
func Make(v *layout.Volume, opt Options) (*picture.Image, error) {
	if len(opt.Families) == 0 {
		return nil, fmt.Errorf("there is no face to set it in")
	}
	height := opt.Height
	if height <= 0 {
		height = Height
	}
	s := sheet{canvas: newCanvas(Width, min(height, 2*Height)), families: opt.Families, lang: v.Front.Lang}
	if err := s.draw(v); err != nil {
		return nil, err
	}
	var buf bytes.Buffer
	if err := jpeg.Encode(&buf, s.canvas.img, &jpeg.Options{Quality: 85}); err != nil {
		return nil, err
	}
	b := s.canvas.img.Bounds()
	return &picture.Image{Src: "cover.jpg", Width: b.Dx(), Height: b.Dy(), Format: picture.JPEG, Data: buf.Bytes()}, nil
}

// people names the authors, else the editors: on a spine, which has no room for what they did.
func people(f *book.FrontMatter) string {
	list := f.By(book.RoleAuthor)
	if len(list) == 0 {
		list = f.By(book.RoleEditor)
	}
	return strings.Join(someNames(list), ", ")
}

// byline names the authors; of a book that has none it says who edited it, as the title page does.
func byline(f *book.FrontMatter) string {
	editors := f.By(book.RoleEditor)
	if len(f.By(book.RoleAuthor)) > 0 || len(editors) == 0 {
		return people(f)
	}
	names := someNames(editors)
	if len(editors) > maxPeople {
		names = []string{strings.Join(names, ", ")}
	}
	return layout.EditedBy(names, f.Lang)
}

// maxPeople is how many people a cover names before it ends in an ellipsis.
const maxPeople = 4

func someNames(list []book.Contributor) []string {
	var names []string
	for _, c := range list[:min(len(list), maxPeople)] {
		names = append(names, c.Name.String())
	}
	if len(list) > maxPeople {
		names = append(names, "…")
	}
	return names
}

// source is the publisher, else where the text appeared first, and the year as the title page
// has it.
func source(f *book.FrontMatter) string {
	name := f.Publisher
	if r := f.Republished; name == "" && r != nil {
		name = r.Publication
	}
	year := layout.Year(f.Date, f.Lang)
	if name == "" || year == "" {
		return name + year
	}
	return name + ", " + year
}
