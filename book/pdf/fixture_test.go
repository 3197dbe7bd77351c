package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strconv"
	"strings"
	"testing"

	"cahier/book"
	"cahier/book/layout"
	"cahier/book/picture"
	"cahier/book/typeface"
	"cahier/book/typeset"
	"cahier/book/unit"
	"cahier/fonts"
)

// The tests' own compositor: greedy lines, justified, on as many pages as it takes. It makes
// the items that typeset makes, of every kind, and keeps the text that it set.

const (
	pt        = unit.Point
	pageWide  = 419*pt + pt/2
	pageHigh  = 595 * pt
	margin    = 50 * pt
	leading   = 14 * pt
	textSize  = 11 * pt
	noteSize  = 9 * pt
	bottomAt  = pageHigh - 110*pt // above it text, below it notes
	lineBreak = "\u00ad"
)

type setter struct {
	tb     testing.TB
	c      *typeset.Composition
	v      *layout.Volume
	faces  map[string]*typeface.Face
	page   *typeset.Page
	y      unit.Length
	noteY  unit.Length
	text   strings.Builder // what was set in structure order, words divided by spaces
	folio  func(n int) string
	indent unit.Length
}

// piece of text with what it belongs to: an element, a face, a link.
type span struct {
	text   string
	elem   *typeset.Element
	face   string
	to     string // "#anchor" or an address
	rise   unit.Length
	size   unit.Length
	track  unit.Length
	expand int
}

var faceFiles = map[string]string{
	"roman":  "eb-garamond/EBGaramond_400Regular.ttf",
	"italic": "eb-garamond/EBGaramond_400Regular_Italic.ttf",
	"bold":   "eb-garamond/EBGaramond_700Bold.ttf",
	"code":   "source-code-pro/SourceCodePro_400Regular.ttf",
}

// loadedFaces are shared by all tests: loading takes longer than setting.
var loadedFaces = map[string]*typeface.Face{}

func testFaces(tb testing.TB) map[string]*typeface.Face {
	tb.Helper()
	for style, file := range faceFiles {
		if loadedFaces[style] != nil {
			continue
		}
		data, err := fonts.FS.ReadFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		if loadedFaces[style], err = typeface.Load(data, file); err != nil {
			tb.Fatal(err)
		}
	}
	return loadedFaces
}

func newSetter(tb testing.TB, lang string) *setter {
	root := &typeset.Element{Role: typeset.RoleDocument}
	return &setter{
		tb: tb, c: &typeset.Composition{Root: root}, faces: testFaces(tb),
		v: &layout.Volume{
			Front: book.FrontMatter{
				Title: []book.Inline{&book.Text{Value: "Un petit livre"}}, Lang: lang,
				Contributors: []book.Contributor{
					{Name: book.Name{Given: "Zoé", Family: "Ferrand"}, Role: book.RoleAuthor},
					{Name: book.Name{Literal: "A & B"}, Role: book.RoleTranslator},
				},
			},
			Identifier: "urn:uuid:8d2d1f6e-5f0e-5c57-9d5b-0e6d1d2a3b4c", Modified: "2018-01-02T00:00:00Z",
		},
		folio: strconv.Itoa,
	}
}

func (s *setter) newPage() {
	s.page = &typeset.Page{Number: len(s.c.Pages) + 1, Width: pageWide, Height: pageHigh}
	s.page.Folio = s.folio(s.page.Number)
	s.c.Pages = append(s.c.Pages, s.page)
	s.y, s.noteY = margin, bottomAt+20*pt
	s.put(s.run(span{text: "Kopfzeile " + s.page.Folio, face: "italic"}, margin, 30*pt, 0))
	s.put(&typeset.Rule{X: margin, Y: 34 * pt, W: pageWide - 2*margin, H: pt / 2})
}

func (s *setter) put(it typeset.Item) { s.page.Items = append(s.page.Items, it) }

// run sets a span without breaking it; words are divided by spaces of the given length.
func (s *setter) run(sp span, x, y, space unit.Length) *typeset.Run {
	if sp.face == "" {
		sp.face = "roman"
	}
	if sp.size == 0 {
		sp.size = textSize
	}
	face := s.faces[sp.face]
	if space == 0 {
		space = sp.size / 4
	}
	r := &typeset.Run{
		Face: face, Size: sp.size, X: x, Y: y - sp.rise, Stretch: 1000 + sp.expand, Track: sp.track, Element: sp.elem,
	}
	fields := strings.SplitAfter(sp.text, " ")
	for _, f := range fields {
		word, spaced := strings.CutSuffix(f, " ")
		p := typeset.Piece{Glyphs: face.Shape(word, typeface.Setting{}).Glyphs}
		if spaced {
			p.Space = space
		}
		if len(p.Glyphs) > 0 || p.Space > 0 {
			r.Pieces = append(r.Pieces, p)
		}
	}
	return r
}

func runWidth(r *typeset.Run) unit.Length {
	w := unit.Length(0)
	for _, p := range r.Pieces {
		for _, g := range p.Glyphs {
			w += (unit.Length(g.Advance).MulDiv(int64(r.Size), int64(r.Face.UnitsPerEm())) + r.Track).MulDiv(int64(r.Stretch), 1000)
		}
		w += p.Space + p.Kern
	}
	return w
}

// word is the least that a line takes or leaves.
type word struct {
	span
	last bool // of its span: no space after it
}

func split(spans []span) []word {
	var words []word
	for _, sp := range spans {
		parts := strings.SplitAfter(sp.text, " ")
		for i, p := range parts {
			if p == "" {
				continue
			}
			w := word{sp, i == len(parts)-1}
			w.text = p
			words = append(words, w)
		}
	}
	return words
}

// paragraph sets spans line by line. An element of the span's own is an inline kid; the
// rest belongs to e.
func (s *setter) paragraph(e *typeset.Element, spans ...span) {
	for i := range spans {
		if spans[i].elem == nil {
			spans[i].elem = e
		}
	}
	var line []word
	width := unit.Length(0)
	limit := pageWide - 2*margin - s.indent
	for _, w := range split(spans) {
		n := runWidth(s.run(w.span, 0, 0, 0))
		if width+n > limit && len(line) > 0 {
			if head, tail, ok := strings.Cut(w.text, lineBreak); ok {
				h := w
				h.text = head + lineBreak
				line = append(line, h)
				w.text = tail
				n = runWidth(s.run(w.span, 0, 0, 0))
			}
			s.line(line)
			line, width = nil, 0
		}
		line, width = append(line, w), width+n
	}
	s.line(line)
	s.text.WriteString(" ")
}

// line draws the words of a line, those of one element as one run.
func (s *setter) line(words []word) {
	if s.page == nil || s.y > bottomAt {
		s.newPage()
	}
	s.y = s.drawLine(words, s.y)
}

func (s *setter) drawLine(words []word, y unit.Length) unit.Length {
	x := margin + s.indent
	for i := 0; i < len(words); {
		sp := words[i].span
		sp.text = ""
		for ; i < len(words) && words[i].elem == sp.elem && words[i].face == sp.face && words[i].to == sp.to; i++ {
			sp.text += words[i].text
		}
		r := s.run(sp, x, y, 0)
		s.put(r)
		w := runWidth(r)
		if sp.to != "" {
			area := &typeset.LinkArea{X: x, Y: y - 9*pt, W: w, H: 12 * pt, Element: sp.elem}
			if anchor, ok := strings.CutPrefix(sp.to, "#"); ok {
				area.Target = anchor
			} else {
				area.URI = sp.to
			}
			s.put(area)
		}
		x += w
		s.text.WriteString(strings.TrimSuffix(sp.text, lineBreak))
	}
	return y + leading
}

func (s *setter) anchor(id string) {
	if s.page == nil || s.y > bottomAt {
		s.newPage()
	}
	s.put(&typeset.Anchor{Name: id, Y: s.y - leading})
}

func (s *setter) picture(e *typeset.Element, img *picture.Image, w, h unit.Length) {
	if s.page == nil || s.y+h > bottomAt {
		s.newPage()
	}
	s.put(&typeset.Picture{X: margin, Y: s.y, W: w, H: h, Image: img, Element: e})
	s.y += h + leading
}

func write(tb testing.TB, s *setter) []byte {
	tb.Helper()
	var out bytes.Buffer
	problems, err := Write(&out, s.c, s.v, Options{Program: "cahier test"})
	if err != nil {
		tb.Fatal(err)
	}
	for _, p := range problems {
		tb.Error(p)
	}
	return out.Bytes()
}

func pngImage(tb testing.TB, m image.Image) *picture.Image {
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		tb.Fatal(err)
	}
	return &picture.Image{Src: "figure.png", Width: m.Bounds().Dx(), Height: m.Bounds().Dy(), Format: picture.PNG, Data: b.Bytes()}
}

func jpegImage(tb testing.TB, m image.Image) *picture.Image {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		tb.Fatal(err)
	}
	return &picture.Image{Src: "photo.jpg", Width: m.Bounds().Dx(), Height: m.Bounds().Dy(), Format: picture.JPEG, Data: b.Bytes()}
}

// gradient is a picture in colour whose right half fades out when alpha is set.
func gradient(w, h int, alpha bool) image.Image {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.NRGBA{uint8(255 * x / w), uint8(255 * y / h), 128, 255}
			if alpha && x > w/2 {
				c.A = uint8(255 - 255*x/w)
			}
			m.SetNRGBA(x, y, c)
		}
	}
	return m
}

// fixture is a small book with everything in it: three articles in two languages, notes
// that run on over pages, nested lists, a table, figures with and without transparency,
// code, links of all kinds.
func fixture(tb testing.TB) *setter {
	s := newSetter(tb, "fr")
	s.folio = func(n int) string {
		if n <= 2 {
			return book.Roman(n)
		}
		return strconv.Itoa(n - 2)
	}
	root := s.c.Root
	s.contents(root)
	titles := []string{"L’office efficace", "Der Fluß", "AVATAR, To, VAW"}
	for i, title := range titles {
		s.article(root, i+1, title)
	}
	return s
}

func (s *setter) contents(root *typeset.Element) {
	sect := root.Add(typeset.RoleSect)
	s.paragraph(sect.Add(typeset.RoleH1), span{text: "Table", face: "bold", size: 16 * pt})
	toc := sect.Add(typeset.RoleTOC)
	for i := range 3 {
		item := toc.Add(typeset.RoleTOCI)
		link := item.Add(typeset.RoleReference).Add(typeset.RoleLink)
		id := "a" + strconv.Itoa(i+1)
		s.paragraph(link, span{text: "Article " + id + " 12", elem: link, to: "#" + id})
	}
	s.v.Outline = append(s.v.Outline, &layout.OutlineEntry{Title: []book.Inline{&book.Text{Value: "Table"}}, Target: "nowhere"})
	s.page = nil
}

func (s *setter) article(root *typeset.Element, n int, title string) {
	id := "a" + strconv.Itoa(n)
	sect := root.Add(typeset.RoleSect)
	if n == 2 {
		sect.Lang = "de"
	}
	s.page = nil
	s.anchor(id)
	h1 := sect.Add(typeset.RoleH1)
	s.paragraph(h1, span{text: title, face: "bold", size: 18 * pt, track: pt / 20})
	entry := &layout.OutlineEntry{Title: []book.Inline{&book.Text{Value: title}}, Target: id}
	s.v.Outline = append(s.v.Outline, entry)
	for k := range 3 {
		s.anchor(id + "-h" + strconv.Itoa(k))
		s.paragraph(sect.Add(typeset.RoleH2), span{text: "Chapitre " + strconv.Itoa(k+1), face: "bold", size: 13 * pt})
		entry.Entries = append(entry.Entries, &layout.OutlineEntry{
			Title: []book.Inline{&book.Text{Value: "Chapitre " + strconv.Itoa(k+1)}}, Target: id + "-h" + strconv.Itoa(k),
		})
		s.prose(sect, id, k)
	}
	s.lists(sect)
	s.table(sect)
	s.figures(sect)
}

const sample = "Quand la rivière monte, les pêcheurs affûtent leurs filets et attendent. Les eaux " +
	"inoffen\u00adsives du matin deviennent, vers midi, un fleuve diffi\u00adcile à fran\u00adchir; on ne " +
	"traverse plus qu’à deux, main\u00adtenus par une corde, et l’on parle peu. Wer AVATAR liest, Töne und " +
	"Wolken, der irrt sich nicht: Va, vis et deviens. "

func (s *setter) prose(sect *typeset.Element, id string, k int) {
	p := sect.Add(typeset.RoleP)
	note := sect.Add(typeset.RoleNote) // after its paragraph
	note.ID = id + "-n" + strconv.Itoa(k)
	call := p.Add(typeset.RoleReference).Add(typeset.RoleLink)
	foreign := p.Add(typeset.RoleSpan)
	foreign.Lang = "en"
	abbreviation := p.Add(typeset.RoleSpan)
	abbreviation.Expand = "Société anonyme"
	s.anchor(id + "-r" + strconv.Itoa(k))
	s.paragraph(p,
		span{text: sample + sample, expand: k},
		span{text: strconv.Itoa(k + 1), elem: call, to: "#" + note.ID, size: 7 * pt, rise: 4 * pt},
		span{text: " as they say: "}, span{text: "time and tide", elem: foreign, face: "italic"},
		span{text: ", la "}, span{text: "S.A.", elem: abbreviation}, span{text: " " + sample},
	)
	lbl := note.Add(typeset.RoleLbl)
	back := lbl.Add(typeset.RoleLink)
	body := note.Add(typeset.RoleP)
	s.note(note.ID, back, body, k+1, "#"+id+"-r"+strconv.Itoa(k))
	address := sect.Add(typeset.RoleP)
	s.paragraph(address, span{text: sample}, span{text: "https://example.org/é?a=b", elem: address.Add(typeset.RoleLink), to: "https://example.org/é?a=b"})
	quote := sect.Add(typeset.RoleBlockQuote)
	s.indent = 20 * pt
	s.paragraph(quote.Add(typeset.RoleP), span{text: sample, face: "italic"})
	s.indent = 0
}

// note sets a note at the foot of the page, its last line on a page of its own.
func (s *setter) note(id string, lbl, body *typeset.Element, n int, back string) {
	s.put(&typeset.Anchor{Name: id, Y: s.noteY})
	num := word{span: span{text: strconv.Itoa(n) + " ", elem: lbl, to: back, size: noteSize}}
	first := word{span: span{text: "Une note qui commence ici et continue, ", elem: body, size: noteSize}}
	s.noteY = s.drawLine([]word{num, first}, s.noteY)
	s.newPage()
	s.noteY = s.drawLine([]word{{span: span{text: "plus loin, à la page suivante. ", elem: body, size: noteSize}}}, s.noteY)
	s.text.WriteString(" ")
}

func (s *setter) lists(sect *typeset.Element) {
	list := sect.Add(typeset.RoleL)
	for i := range 2 {
		item := list.Add(typeset.RoleLI)
		lbl, body := item.Add(typeset.RoleLbl), item.Add(typeset.RoleLBody)
		p := body.Add(typeset.RoleP)
		s.paragraph(p, span{text: "• ", elem: lbl}, span{text: "premier rang"})
		inner := body.Add(typeset.RoleL)
		inner.Ordered, inner.Start = true, 4
		for k := range 2 {
			li := inner.Add(typeset.RoleLI)
			lbl, body := li.Add(typeset.RoleLbl), li.Add(typeset.RoleLBody)
			s.indent = 15 * pt
			s.paragraph(body.Add(typeset.RoleP), span{text: strconv.Itoa(4+k) + ". ", elem: lbl}, span{text: "second rang " + strconv.Itoa(i)})
			s.indent = 0
		}
	}
}

func (s *setter) table(sect *typeset.Element) {
	t := sect.Add(typeset.RoleTable)
	caption := t.Add(typeset.RoleCaption)
	s.paragraph(caption, span{text: "Tableau des crues", face: "italic"})
	head := t.Add(typeset.RoleTHead).Add(typeset.RoleTR)
	cells := []word{}
	for _, name := range []string{"Année ", "Hauteur "} {
		th := head.Add(typeset.RoleTH)
		th.Scope = "Column"
		cells = append(cells, word{span: span{text: name, elem: th.Add(typeset.RoleP), face: "bold"}})
	}
	s.line(cells)
	body := t.Add(typeset.RoleTBody)
	for i := range 3 {
		row := body.Add(typeset.RoleTR)
		td1, td2 := row.Add(typeset.RoleTD), row.Add(typeset.RoleTD)
		if i == 2 { // the last cell is empty
			s.line([]word{{span: span{text: "1999 ", elem: td1.Add(typeset.RoleP)}}})
			continue
		}
		s.line([]word{{span: span{text: strconv.Itoa(1910+i) + " ", elem: td1.Add(typeset.RoleP)}}, {span: span{text: "8,6 m ", elem: td2.Add(typeset.RoleP)}}})
	}
	code := sect.Add(typeset.RoleP).Add(typeset.RoleCode)
	s.paragraph(code, span{text: "if a < b { return }", elem: code, face: "code", size: 9 * pt})
}

func (s *setter) figures(sect *typeset.Element) {
	for _, img := range []*picture.Image{pngImage(s.tb, gradient(60, 40, true)), jpegImage(s.tb, gradient(60, 40, false))} {
		fig := sect.Add(typeset.RoleFigure)
		fig.Alt = "Un dégradé"
		s.picture(fig, img, 120*pt, 80*pt)
		s.paragraph(fig.Add(typeset.RoleCaption), span{text: "Légende de la figure", face: "italic"})
	}
	s.put(&typeset.Picture{X: margin, Y: s.y, W: 20 * pt, H: 20 * pt, Image: pngImage(s.tb, image.NewGray(image.Rect(0, 0, 4, 4)))})
}
