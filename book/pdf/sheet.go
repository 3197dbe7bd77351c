package pdf

import (
	"io"
	"strconv"

	"cahier/book"
	"cahier/book/layout"
	"cahier/book/typeset"
	"cahier/book/unit"
)

// Sheet is one side of a sheet of paper, or a cover: pages placed on it, and marks.
// Points on it are measured from its top left corner, x to the right and y down.
type Sheet struct {
	Width, Height unit.Length // of the paper
	// Trim is what is left after cutting, Bleed what may be printed beyond it. The zero
	// Box is the whole sheet for Trim, and Trim for Bleed.
	Trim, Bleed Box
	Placements  []Placement
	// Marks are drawn over the pages: cut, fold and signature marks, a spine's text.
	// Links and anchors among them are passed over.
	Marks []typeset.Item
	Label string // page label; "" is the number of the sheet's side, from 1
}

// Box is a rectangle; X, Y is its top left corner.
type Box struct{ X, Y, W, H unit.Length }

// Placement puts a page on a sheet. The page is scaled, then turned, and the result's top
// left corner laid on X, Y.
type Placement struct {
	Page   *typeset.Page
	X, Y   unit.Length
	Rotate int // clockwise: 0, 90, 180 or 270 degrees
	Scale  int // thousandths; 0 is 1000, the natural size
	// Clip cuts off what lies outside it, in points of the page; the zero Box cuts nothing.
	Clip Box
}

// Duplex says how a printer turns the sheet for its second side.
type Duplex string

// The ways to turn a sheet; the zero value leaves it to whoever prints.
const (
	FlipShortEdge Duplex = "DuplexFlipShortEdge"
	FlipLongEdge  Duplex = "DuplexFlipLongEdge"
)

// WriteSheets writes sheets for printing as PDF/A-2b: untagged, without links and outline,
// with the trim and bleed boxes of each sheet, to be printed without scaling. The items of
// the placed pages are drawn again in their place, with the same fonts: a page that stands
// on one sheet takes no more bytes than in a tagged reading edition. Problems and error are
// as for Write.
func WriteSheets(w io.Writer, sheets []Sheet, v *layout.Volume, opt Options) (book.Problems, error) {
	d := newDocument(v, opt)
	d.print = true
	d.ring.fast()
	for i := range sheets {
		d.drawSheet(&sheets[i])
	}
	return d.write(w)
}

// drawSheet draws the placed pages, then the marks over them.
func (d *document) drawSheet(s *Sheet) {
	d.canvas = newCanvas(d.ring.begin(d.container), s.Height)
	for i := range s.Placements {
		d.place(&s.Placements[i], s.Height)
	}
	d.drawItems(s.Marks, s.Height)
	media := rect{0, 0, milli(s.Width), milli(s.Height)}
	info := pageInfo{media: media, trim: media, folio: s.Label}
	if s.Trim != (Box{}) {
		info.trim = s.Trim.on(s.Height)
	}
	if info.bleed = info.trim; s.Bleed != (Box{}) {
		info.bleed = s.Bleed.on(s.Height)
	}
	if info.folio == "" {
		info.folio = strconv.Itoa(len(d.pages) + 1)
	}
	d.endPage(s.Width, s.Height, info)
}

func (b Box) on(height unit.Length) rect { return pageRect(b.X, b.Y, b.W, b.H, height) }

// place draws a page's items inside a saved graphics state with the placement's matrix.
func (d *document) place(p *Placement, height unit.Length) {
	c := &d.canvas
	outer := *c
	c.op("q ")
	c.matrix(p, milli(height))
	c.height = milli(p.Page.Height)
	if p.Clip != (Box{}) {
		c.rectangle(p.Clip.on(p.Page.Height))
		c.op("re W n\n")
	}
	d.drawItems(p.Page.Items, p.Page.Height)
	c.op("Q\n")
	c.height, c.state = outer.height, outer.state
}

// matrix writes the cm of a placement: y up, about the sheet's bottom left corner.
func (c *canvas) matrix(p *Placement, height int64) {
	scale := int64(p.Scale)
	if scale <= 0 {
		scale = 1000
	}
	w, h := milli(p.Page.Width)*scale/1000, milli(p.Page.Height)*scale/1000
	x, y := milli(p.X), height-milli(p.Y)
	var m [6]int64
	switch ((p.Rotate % 360) + 360) % 360 {
	case 90:
		m = [6]int64{0, -scale, scale, 0, x, y}
	case 180:
		m = [6]int64{-scale, 0, 0, -scale, x + w, y}
	case 270:
		m = [6]int64{0, scale, -scale, 0, x + h, y - w}
	default:
		m = [6]int64{scale, 0, 0, scale, x, y - h}
	}
	for _, v := range m {
		c.number(v, 3)
	}
	c.op("cm\n")
}

func (c *canvas) rectangle(r rect) {
	for _, v := range []int64{r.x0, r.y0, r.x1 - r.x0, r.y1 - r.y0} {
		c.number(v, 3)
	}
}
