package press

import (
	"cmp"
	"io/fs"
	"slices"

	"cahier/book"
	"cahier/book/epub"
	"cahier/book/layout"
	"cahier/book/style"
	"cahier/book/typeface"
	"cahier/book/typeset"
	"cahier/fonts"
	"cahier/styles"
)

// edition is the volume set in one style.
type edition struct {
	style       string
	settings    []book.Setting
	design      style.Design
	library     *typeface.Library
	volume      *layout.Volume
	composition *typeset.Composition
	problems    book.Problems // of composing: errors for a PDF, no page list for an EPUB
}

// edition gives the volume in a style with its overrides; each is made once.
func (r *Run) edition(name string, settings []book.Setting) *edition {
	if name == "" {
		name = cmp.Or(r.ms.Book.Style, style.DefaultName)
	}
	for _, e := range r.editions {
		if e.style == name && slices.Equal(e.settings, settings) {
			return e
		}
	}
	e := &edition{style: name, settings: settings}
	r.stage("style", func() {
		var ps book.Problems
		e.design, ps = r.load(name, settings)
		ps = r.styled(name, ps)
		r.found(ps)
		e.library, r.err = typeface.Open(r.folders("fonts", fonts.FS)...)
	})
	r.stage("layout", func() { e.volume = r.volume(e.faces()) })
	if !r.Sound() || e.volume == nil {
		return nil
	}
	r.editions = append(r.editions, e)
	return e
}

// load reads a style, of the book's own or embedded, with values over its own.
func (r *Run) load(name string, settings []book.Setting) (style.Design, book.Problems) {
	return style.Load(r.folders("styles", styles.FS), name, settings)
}

// styled gives the problems of a style their place: a style that is not there stands where
// it was asked for, a value in the file below the folder of the book's own styles.
func (r *Run) styled(name string, ps book.Problems) book.Problems {
	for i := range ps {
		p := &ps[i].Pos
		switch {
		case p.IsZero() && name == r.options.Style:
			p.File = "--style"
		case p.IsZero():
			*p = r.ms.Book.StylePos
		case r.owns("styles/" + p.File):
			p.File = "styles/" + p.File
		}
	}
	return ps
}

func (r *Run) owns(file string) bool {
	_, err := fs.Stat(r.ms.Dir, file)
	return err == nil
}

// folders are the book's own folder of a name, if it has one, then the embedded one.
func (r *Run) folders(name string, embedded fs.FS) []fs.FS {
	if info, err := fs.Stat(r.ms.Dir, name); err != nil || !info.IsDir() {
		return []fs.FS{embedded}
	}
	own, err := fs.Sub(r.ms.Dir, name)
	if err != nil {
		return []fs.FS{embedded}
	}
	return []fs.FS{own, embedded}
}

// faces names the families that the style sets with, for the colophon.
func (e *edition) faces() string {
	if e.library == nil {
		return ""
	}
	family, err := e.library.Family(e.design.Print.Faces.Text)
	if err != nil {
		return ""
	}
	return family.Name
}

// volume arranges the book. The colophon names its faces, so a second edition with other
// faces reads the book again: arranging takes a book over.
func (r *Run) volume(face string) *layout.Volume {
	if v := r.volumes[face]; v != nil {
		return v
	}
	ms := r.ms
	if len(r.volumes) > 0 {
		again, err := ms.again()
		if err != nil {
			r.err = err
			return nil
		}
		ms = again
	}
	var faces []string
	if face != "" {
		faces = []string{face}
	}
	v, ps := ms.arrange(layout.Options{Epoch: r.options.Epoch, Faces: faces, Report: r.options.Report})
	if len(r.volumes) == 0 {
		r.found(ps)
	}
	if r.volumes == nil {
		r.volumes = map[string]*layout.Volume{}
	}
	r.volumes[face] = v
	return v
}

// compose sets the pages of an edition, once. It reports whether they can be printed.
func (r *Run) compose(e *edition) bool {
	if e == nil {
		return false
	}
	if e.composition == nil {
		r.stage("pages", func() {
			e.composition, e.problems = typeset.Compose(e.volume, &e.design.Print, e.library, typeset.Options{Images: r.ms.Dir})
		})
	}
	return e.composition != nil && e.problems.Errors() == 0
}

// composed is an edition whose pages can be printed; nil, as for no edition, if they cannot.
// What is wrong with them is told.
func (r *Run) composed(e *edition) *edition {
	sound := r.compose(e)
	if e != nil {
		r.found(e.problems)
	}
	if !sound {
		return nil
	}
	return e
}

// embedded are the faces of the style's text, when the EPUB is to carry them.
func (r *Run) embedded(e *edition) []epub.Font {
	if !r.options.EmbedFonts {
		return nil
	}
	family, err := e.library.Family(e.design.Print.Faces.Text)
	if err != nil {
		return nil // style and typeset have said so
	}
	var failed error
	for _, files := range r.folders("fonts", fonts.FS) {
		list, err := epub.Embed(e.volume, family, files)
		if err == nil {
			return list
		}
		failed = err
	}
	r.err = failed
	return nil
}
