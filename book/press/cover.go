package press

import (
	"cahier/book"
	"cahier/book/cover"
	"cahier/book/picture"
	"cahier/book/typeface"
	"cahier/book/typeset"
)

// cover is the cover of an edition, nil for none.
func (r *Run) cover(e *edition) *picture.Image {
	if r.options.NoCover {
		return nil
	}
	var image *picture.Image
	r.stage("cover", func() { image = r.coverOf(e, 0) })
	return image
}

// coverOf is the user's cover, or one that is drawn so many pixels high; 0 for the usual
// shape of screens.
func (r *Run) coverOf(e *edition, height int) *picture.Image {
	image, ps := cover.Of(e.volume, cover.Options{Files: r.ms.Dir, Families: e.families(), Height: height})
	r.found(ps)
	return image
}

// families are those of the style's text: its own, then those that it falls back on.
func (e *edition) families() []*typeface.Family {
	var list []*typeface.Family
	for _, name := range append([]string{e.design.Print.Faces.Text}, e.design.Print.Faces.Fallback...) {
		if f, err := e.library.Family(name); err == nil {
			list = append(list, f)
		}
	}
	return list
}

// withCover puts the cover before the pages of a composition, on a leaf of its own so that
// recto stays recto.
func (r *Run) withCover(e *edition) *typeset.Composition {
	c := e.composition
	if len(c.Pages) == 0 {
		return c
	}
	first := c.Pages[0]
	image := r.coverOf(e, int(int64(cover.Width)*int64(first.Height)/int64(first.Width)))
	if image == nil {
		return c
	}
	word := e.volume.Words.Cover
	root := &typeset.Element{Role: typeset.RoleDocument, Lang: c.Root.Lang, Title: c.Root.Title}
	figure := root.Add(typeset.RoleFigure)
	figure.Alt = word + ": " + book.PlainText(e.volume.Front.Title)
	root.Kids = append(root.Kids, c.Root.Kids...)
	for _, kid := range c.Root.Kids {
		kid.Parent = root
	}
	front := filled(first, image, figure)
	front.Number, front.Folio = 1, word
	out := &typeset.Composition{Root: root, Stats: c.Stats}
	out.Pages = append(out.Pages, front, &typeset.Page{Number: 2, Folio: word + " 2", Width: first.Width, Height: first.Height})
	for _, p := range c.Pages {
		shifted := *p
		shifted.Number += 2
		out.Pages = append(out.Pages, &shifted)
	}
	for _, start := range c.Map {
		start.Page += 2
		out.Map = append(out.Map, start)
	}
	return out
}

// filled is a page of the size of another with an image on it, as large as it can be whole.
func filled(like *typeset.Page, image *picture.Image, e *typeset.Element) *typeset.Page {
	w, h := like.Width, like.Height
	if int64(image.Width)*int64(h) > int64(image.Height)*int64(w) { // wider than the page
		h = w.MulDiv(int64(image.Height), int64(image.Width))
	} else {
		w = h.MulDiv(int64(image.Width), int64(image.Height))
	}
	return &typeset.Page{Width: like.Width, Height: like.Height, Items: []typeset.Item{
		&typeset.Picture{X: (like.Width - w) / 2, Y: (like.Height - h) / 2, W: w, H: h, Image: image, Element: e},
	}}
}
