package typeset

import (
	"cahier/book"
	"cahier/book/picture"
	"cahier/book/typeset/linebreak"
	"cahier/book/typeset/pagebreak"
	"cahier/book/unit"
)

// figure sets an image, no larger than the page, with its caption below.
func (s *setter) figure(b *book.Figure, p place) {
	st := &s.job.print.Blocks
	group := p.parent.Add(RoleDiv)
	outer := p
	s.tag(group, b, &p)
	width := s.measure - p.left - p.right
	gap := s.job.print.Detail.ImageGap
	n := &slab{grid: true, above: gap, below: gap}
	img := s.job.image(b.Image.Src, b.Image.Pos)
	if img != nil {
		w, h := s.fit(img, b.Image, width)
		pt := part{image: img, x: p.left + (width-w)/2, w: w, h: h}
		if !b.Image.Decorative {
			e := group.Add(RoleFigure)
			e.Alt = alternative(b)
			pt.owner = e
		}
		s.job.checkResolution(img, w, b.Image)
		n.parts = append(n.parts, pt)
		if b.Image.Attr.Value("width") == "" {
			n.give = h.MulDiv(imageGive, 100)
		}
	}
	if b.Caption != nil {
		in := p
		in.block, in.parent, in.indent, in.notes = st.Caption, group, 0, outer.parent
		t := s.text(b.Caption, b.Caption.Inlines, in, RoleCaption)
		n.parts = append(n.parts, part{text: t, gap: gap / 2})
	}
	if len(n.parts) == 0 {
		return
	}
	s.space(0, true)
	s.add(n)
	s.off = false
}

// imageGive is by how much an image without a size of its own may be made smaller where its
// page, or the next one, comes out better: nobody sees so little, in per cent.
const imageGive = 15

// lower makes the image of a slab smaller by a height, and keeps it in the middle.
func (n *slab) lower(by unit.Length) {
	p := &n.parts[0]
	w := p.w.MulDiv(int64(p.h-by), int64(p.h))
	p.x, p.w, p.h = p.x+(p.w-w)/2, w, p.h-by
}

// lower makes the images smaller that are so in the pages chosen.
func (j *job) lower(g *galley, pages []pagebreak.Page) {
	for i := range pages {
		for _, part := range pages[i].Parts {
			if n, ok := g.nodes[part.Item].(*slab); ok && part.Setting > 0 {
				n.lower(unit.Length(part.Setting) * j.print.Blocks.Text.Leading)
			}
		}
	}
}

// alternative is the text that stands for an image: the author's, else its caption.
func alternative(b *book.Figure) string {
	switch {
	case b.Image.Alt != "":
		return b.Image.Alt
	case b.Caption != nil:
		return book.PlainText(b.Caption.Inlines)
	}
	return b.Image.Src
}

// fit is the size of an image on the page: as wide as it asks to be, else as its pixels
// make it at screenResolution, at most the measure, and no higher than what leaves room
// for a caption.
func (s *setter) fit(img *picture.Image, at *book.Image, measure unit.Length) (w, h unit.Length) {
	pw, ph := int64(max(1, img.Width)), int64(max(1, img.Height))
	w = unit.Inch.MulDiv(pw, screenResolution)
	if v := at.Attr.Value("width"); v != "" {
		if share, ok := percentage(v); ok {
			w = measure.MulDiv(share, 100)
		} else if l, err := unit.Parse(v); err == nil && l > 0 {
			w = l
		}
	}
	w = min(w, measure)
	h = w.MulDiv(ph, pw)
	line := s.job.print.Blocks.Text.Leading
	highest := unit.Length(max(3, s.job.print.Lines-captionRoom)) * line
	if h > highest {
		h = highest
		w = h.MulDiv(pw, ph)
	}
	return max(w, unit.Point), max(h, unit.Point)
}

const (
	// screenResolution is what images without a size are taken to be made for, in
	// pixels to the inch.
	screenResolution = 150
	// captionRoom is how many lines of the page an image leaves free.
	captionRoom = 4
)

func percentage(v string) (int64, bool) {
	n, end := int64(0), 0
	for end < len(v) && v[end] >= '0' && v[end] <= '9' && end < 4 {
		n = 10*n + int64(v[end]-'0')
		end++
	}
	return n, end > 0 && v[end:] == "%" && n > 0 && n <= 100
}

// image sets a picture inside a line, as high as the line allows.
func (c *compositor) image(n *book.Image, s state) {
	img := c.job.image(n.Src, n.Pos)
	if img == nil || img.Width == 0 || img.Height == 0 {
		return
	}
	h := s.key.size
	w := min(h.MulDiv(int64(img.Width), int64(img.Height)), c.t.measures[len(c.t.measures)-1].Width)
	in := s
	if n.Decorative {
		in.element = nil
	} else if in.element = c.kid(RoleFigure, s.element); in.element != nil {
		in.element.Alt = n.Alt
		if n.Alt == "" {
			in.element.Alt = n.Src
		}
	}
	if c.pending {
		c.pending = false
		c.add(linebreak.Item{Kind: linebreak.Glue, Width: c.space.look.gap}, c.space)
	}
	c.add(linebreak.Item{Kind: linebreak.Kern, Width: w}, atom{look: s.look, element: in.element, link: s.link, picture: img, drawn: w, offset: -1})
}

// checkResolution reports an image with too few pixels for the size it is printed at.
func (j *job) checkResolution(img *picture.Image, w unit.Length, at *book.Image) {
	least := j.print.Detail.ImageMinimum
	if img.Format == picture.SVG || least == 0 || w <= 0 {
		return
	}
	if got := unit.Length(img.Width) * unit.Inch / w; int(got) < least {
		j.problem(at.Pos, book.CodeImageLow, "use an image with more pixels, or give it a smaller width",
			"image %s has %d pixels to the inch where it is printed, %d are wanted", at.Src, got, least)
	}
}
