package pdf

import (
	"errors"
	"io"

	"cahier/book"
	"cahier/book/layout"
	"cahier/book/picture"
	"cahier/book/typeface"
	"cahier/book/typeset"
	"cahier/book/unit"
)

// document is a file in the making.
type document struct {
	volume    *layout.Volume
	options   Options
	problems  book.Problems
	container *container
	fonts     []*fontSlots
	byFace    map[*typeface.Face]*fontSlots
	images    map[*picture.Image]int // number in the container, 0 for one that cannot be embedded
	pages     []pageInfo
	places    map[string]destination
	tree      *tree // nil: untagged
	print     bool  // sheets, not pages to be read
	// lacksAlt says that a figure has neither alternative text nor a caption.
	lacksAlt bool

	ring     ring
	canvas   canvas
	inMark   bool   // a marked-content sequence is open:
	current  *node  // of this node,
	artifact string // or of this kind of artifact
}

// pageInfo is what finish needs to know of a page besides its content.
type pageInfo struct {
	media, trim, bleed rect
	folio              string
}

func newDocument(v *layout.Volume, opt Options) *document {
	if opt.Program == "" {
		opt.Program = "cahier"
	}
	return &document{
		volume: v, options: opt, container: newContainer(),
		byFace: map[*typeface.Face]*fontSlots{}, images: map[*picture.Image]int{},
		places: map[string]destination{},
	}
}

// survey notes, before anything is drawn, where the anchors are and which elements are
// links.
func (d *document) survey(pages []*typeset.Page) {
	for i, p := range pages {
		for _, item := range p.Items {
			switch item := item.(type) {
			case *typeset.Anchor:
				if _, ok := d.places[item.Name]; !ok {
					d.places[item.Name] = destination{i, milli(p.Height - item.Y)}
				}
			case *typeset.LinkArea:
				if item.Element != nil {
					d.tree.linked[item.Element] = true
				}
			}
		}
	}
}

// drawPage draws a page of a reading edition: tagged.
func (d *document) drawPage(p *typeset.Page) {
	d.canvas = newCanvas(d.ring.begin(d.container), p.Height)
	d.drawItems(p.Items, p.Height)
	trim := rect{0, 0, milli(p.Width), milli(p.Height)}
	d.endPage(p.Width, p.Height, pageInfo{media: trim, trim: trim, bleed: trim, folio: p.Folio})
}

// endPage hands the finished content over to be compressed: it is the bulk of the document, and
// is held in no other form from here on.
func (d *document) endPage(width, height unit.Length, info pageInfo) {
	d.ring.end(d.canvas.buf, width, height)
	d.pages = append(d.pages, info)
}

// drawItems draws items in order, each in the marked content of its element.
func (d *document) drawItems(items []typeset.Item, height unit.Length) {
	for _, item := range items {
		switch item := item.(type) {
		case *typeset.Run:
			if drawsNothing(item) {
				continue
			}
			d.enter(item.Element, furniture(item.Y, height))
			d.drawRun(item)
		case *typeset.Rule:
			d.enter(item.Element, layoutArtifact)
			d.canvas.rule(item)
		case *typeset.Picture:
			d.drawPicture(item, height)
		case *typeset.LinkArea:
			if d.tree != nil {
				d.tree.addLink(item, len(d.pages), height)
			}
		case *typeset.Anchor:
		default:
			panic("pdf: unknown item")
		}
	}
	d.leave()
	d.canvas.endText()
}

// drawsNothing reports whether a run leaves no trace; such a run must not open marked content
// that would hold nothing.
func drawsNothing(r *typeset.Run) bool {
	for i := range r.Pieces {
		if len(r.Pieces[i].Glyphs) > 0 || r.Pieces[i].Space > 0 {
			return false
		}
	}
	return true
}

// The kinds of artifacts (ISO 32000-1, 14.8.2.2.2).
const (
	headerArtifact = "/Type/Pagination/Subtype/Header"
	footerArtifact = "/Type/Pagination/Subtype/Footer"
	layoutArtifact = "/Type/Layout"
)

// furniture tells running heads and feet, which must be named as such (ISO 14289-1, 7.8), from
// what stands beside the text: line numbers, the sign of a wrapped line of code.
func furniture(y, height unit.Length) string {
	switch {
	case y < height/6:
		return headerArtifact
	case y > height*5/6:
		return footerArtifact
	}
	return layoutArtifact
}

// enter opens the marked content of an element, or an artifact of the kind for none,
// unless it is open already. Untagged documents mark nothing.
func (d *document) enter(e *typeset.Element, kind string) {
	if d.tree == nil {
		return
	}
	var n *node
	if e != nil {
		n, kind = d.tree.node(e), ""
	}
	if d.inMark && d.current == n && d.artifact == kind {
		return
	}
	d.leave()
	d.inMark, d.current, d.artifact = true, n, kind
	if n == nil {
		d.canvas.beginArtifact(kind)
		return
	}
	d.canvas.beginMarked(string(e.Role), d.tree.mark(n, len(d.pages)))
}

func (d *document) leave() {
	if d.inMark {
		d.canvas.endMarked()
		d.inMark, d.current, d.artifact = false, nil, ""
	}
}

// drawRun draws a run, and gathers its words for the link that they may belong to.
func (d *document) drawRun(r *typeset.Run) {
	if missing := d.canvas.run(r, d.font(r.Face)); missing > 0 {
		d.problems.Add(position(r.Element), book.CodeGlyphMissing, "", "%d characters have no glyph in %s", missing, r.Face.PostScriptName())
	}
	if d.current != nil && d.current.label != nil {
		d.current.label.words = appendWords(d.current.label.words, r)
	}
}

// position is where the nearest block around an element stands in the manuscript.
func position(e *typeset.Element) book.Pos {
	for ; e != nil; e = e.Parent {
		if e.Block != nil {
			return e.Block.Position()
		}
	}
	return book.Pos{}
}

// appendWords adds the text of a run: a line's end is a space, unless the word was
// divided there.
func appendWords(b []byte, r *typeset.Run) []byte {
	for i := range r.Pieces {
		for _, g := range r.Pieces[i].Glyphs {
			b = append(b, g.Text...)
		}
		if r.Pieces[i].Space > 0 {
			b = append(b, ' ')
		}
	}
	if s, divided := cutSuffix(b, "\u00ad"); divided {
		return s
	}
	return b
}

func cutSuffix(b []byte, suffix string) ([]byte, bool) {
	if n := len(b) - len(suffix); n >= 0 && string(b[n:]) == suffix {
		return b[:n], true
	}
	return b, false
}

// font returns the slots of a face; faces are numbered in the order of their first use.
func (d *document) font(face *typeface.Face) *fontSlots {
	f := d.byFace[face]
	if f == nil {
		f = newFontSlots(face, len(d.fonts)+1)
		d.byFace[face] = f
		d.fonts = append(d.fonts, f)
	}
	return f
}

// drawPicture paints an image, which is embedded once however often it is painted.
func (d *document) drawPicture(p *typeset.Picture, height unit.Length) {
	number, ok := d.images[p.Image]
	if !ok {
		number = d.addImage(p)
		d.images[p.Image] = number
	}
	if number == 0 {
		return
	}
	d.enter(p.Element, layoutArtifact)
	d.canvas.picture(p, imageLabel(number))
	if d.current != nil {
		d.noteFigure(d.current, p, height)
	}
}

// addImage embeds an image; 0, and a problem, when it cannot be.
func (d *document) addImage(p *typeset.Picture) int {
	kind, data, err := embeddable(p.Image)
	number := 0
	if err == nil {
		number, err = d.container.image(kind, data)
	}
	if err != nil {
		d.problems.Add(position(p.Element), book.CodeImageBad, "save the image again as PNG or JPEG", "%s", err.Error())
	}
	return number
}

// noteFigure keeps the box of a figure, and finds out whether it can be told to those who do not
// see it.
func (d *document) noteFigure(n *node, p *typeset.Picture, height unit.Length) {
	for n.elem.Role != typeset.RoleFigure && n.parent != nil {
		n = n.parent
	}
	if n.elem.Role != typeset.RoleFigure {
		return
	}
	if n.box.empty() || n.boxPage == len(d.pages) {
		n.box, n.boxPage = n.box.union(pageRect(p.X, p.Y, p.W, p.H, height)), len(d.pages)
	}
	if a := n.alt(); a == "" || a == p.Image.Src { // the typesetter's last resort is the file's name
		d.lacksAlt = true
		d.problems.Add(position(n.elem), book.CodeImageAlt, `write what it shows: ![caption](file){alt="…"}`,
			"%s has neither alternative text nor a caption: the PDF claims neither PDF/UA nor PDF/A level A", p.Image.Src)
	}
}

// write closes the container and links it anew.
func (d *document) write(w io.Writer) (book.Problems, error) {
	if len(d.pages) == 0 {
		return d.problems, errors.New("a PDF needs at least one page")
	}
	if d.tree != nil {
		d.tree.dropLinks(d.places, &d.problems)
	}
	d.ring.drain(d.container)
	d.problems.Sort()
	if d.problems.Errors() > 0 {
		return d.problems, nil
	}
	raw, err := d.container.write()
	if err != nil {
		return d.problems, err
	}
	d.container = nil
	return d.problems, finish(w, raw, d)
}
