package press

import (
	"cahier/book/cover"
	"cahier/book/picture"
	"cahier/book/typeface"
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
