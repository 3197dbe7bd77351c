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
	r.stage("cover", func() {
		found, ps := cover.Of(e.volume, cover.Options{Files: r.ms.Dir, Families: e.families()})
		r.found(ps)
		image = found
	})
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
	height := int(int64(cover.Width) * int64(first.Height) / int64(first.Width))
	image, ps := cover.Of(e.volume, cover.Options{Files: r.ms.Dir, Families: e.families(), Height: height})
	r.found(ps)
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
	w, h := first.Width, first.Height
	if int64(image.Width)*int64(h) > int64(image.Height)*int64(w) { // wider than the page
		h = w.MulDiv(int64(image.Height), int64(image.Width))
	} else {
		w = h.MulDiv(int64(image.Width), int64(image.Height))
	}
	out := &typeset.Composition{Root: root, Stats: c.Stats}
	out.Pages = append(out.Pages,
		&typeset.Page{Number: 1, Folio: word, Width: first.Width, Height: first.Height, Items: []typeset.Item{
			&typeset.Picture{X: (first.Width - w) / 2, Y: (first.Height - h) / 2, W: w, H: h, Image: image, Element: figure},
		}},
		&typeset.Page{Number: 2, Folio: word + " 2", Width: first.Width, Height: first.Height})
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
