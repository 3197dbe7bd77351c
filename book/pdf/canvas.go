package pdf

import (
	"cahier/book/typeface"
	"cahier/book/typeset"
	"cahier/book/unit"
)

// canvas writes the content stream of one page. It remembers the text state that a reader
// has at this point, and writes only what changes. Coordinates are thousandths of a
// point, y up from the bottom.
type canvas struct {
	buf    []byte
	height int64
	inText bool
	x, y   int64 // of the text line matrix, inside a text object
	state  textState
}

// textState is the part of the graphics state that runs set (ISO 32000-1, 9.3). It
// outlives text objects.
type textState struct {
	font    string
	size    int64 // thousandths of a point
	stretch int64 // thousandths
	track   int64 // hundred-thousandths of a point
	rise    int64 // thousandths of a point
	grey    uint8
}

// newCanvas starts a page of the height with a reader's initial state.
func newCanvas(buf []byte, height unit.Length) canvas {
	return canvas{buf: buf[:0], height: milli(height), state: textState{stretch: 1000}}
}

// op writes an operator, or any bytes that need no formatting.
func (c *canvas) op(s string) { c.buf = append(c.buf, s...) }

// number writes v / 10^decimals and a space.
func (c *canvas) number(v int64, decimals int) {
	c.buf = append(appendFixed(c.buf, v, decimals), ' ')
}

// beginText opens a text object unless one is open. Its line matrix starts at the origin.
func (c *canvas) beginText() {
	if !c.inText {
		c.op("BT\n")
		c.inText, c.x, c.y = true, 0, 0
	}
}

func (c *canvas) endText() {
	if c.inText {
		c.op("ET\n")
		c.inText = false
	}
}

// beginMarked opens a marked-content sequence; text objects never straddle one.
func (c *canvas) beginMarked(tag string, mcid int) {
	c.endText()
	c.op("/" + tag + "<</MCID ")
	c.buf = appendFixed(c.buf, int64(mcid), 0)
	c.op(">>BDC\n")
}

func (c *canvas) beginArtifact(kind string) {
	c.endText()
	c.op("/Artifact<<" + kind + ">>BDC\n")
}

func (c *canvas) endMarked() {
	c.endText()
	c.op("EMC\n")
}

// run draws a run. A glyph that has no slot is left out, and counted.
func (c *canvas) run(r *typeset.Run, f *fontSlots) (missing int) {
	p := newPen(r, f.upem)
	if p.size <= 0 {
		return 0
	}
	c.beginText()
	c.setState(textState{f.label, p.size, p.stretch, p.track, 0, r.Grey})
	x, y := milli(r.X), c.height-milli(r.Y)
	c.number(x-c.x, 3)
	c.number(y-c.y, 3)
	c.op("Td[")
	c.x, c.y = x, y
	s := showing{c: c, p: p, f: f}
	for i := range r.Pieces {
		s.piece(&r.Pieces[i])
	}
	s.close()
	c.op("]TJ\n")
	return s.missing
}

// setState brings the text state to t, writing what differs.
func (c *canvas) setState(t textState) {
	s := &c.state
	if t.font != s.font || t.size != s.size {
		c.op("/" + t.font + " ")
		c.number(t.size, 3)
		c.op("Tf ")
	}
	if t.stretch != s.stretch {
		c.number(t.stretch, 1)
		c.op("Tz ")
	}
	if t.track != s.track {
		c.number(t.track, 5)
		c.op("Tc ")
	}
	if t.rise != s.rise {
		c.number(t.rise, 3)
		c.op("Ts ")
	}
	c.setGrey(t.grey)
	*s = t
}

// setGrey sets the fill colour in DeviceGray: 0 is black, which is pure black in print.
func (c *canvas) setGrey(g uint8) {
	if g == c.state.grey {
		return
	}
	c.number(divRound(int64(g)*1000, 255), 3)
	c.op("g ")
	c.state.grey = g
}

// showing is the writing of one TJ operand: strings of two-byte codes and numbers.
type showing struct {
	c       *canvas
	p       pen
	f       *fontSlots
	inside  bool // a string is open
	missing int
}

// piece draws glyphs, the word space behind them and the kern. A face without a space glyph only
// moves: then the words are told apart by the distance alone.
func (s *showing) piece(piece *typeset.Piece) {
	for i := range piece.Glyphs {
		s.glyph(&piece.Glyphs[i])
	}
	if piece.Space > 0 {
		if s.f.space != 0 {
			s.rise(0)
			s.draw(s.f.space, " ", 0)
		}
		s.p.move(int64(piece.Space))
	}
	s.p.move(int64(piece.Kern))
}

// glyph draws a glyph and moves the place wanted by its advance.
func (s *showing) glyph(g *typeface.Glyph) {
	height := int64(0)
	if g.YOffset != 0 { // few glyphs have one, and dividing takes its time
		height = divRound(int64(g.YOffset)*s.p.size, s.f.upem)
	}
	s.rise(height)
	s.draw(g.ID, g.Text, int64(g.XOffset))
	s.p.advance(int64(g.Advance))
}

// rise brings the baseline to its place for the glyphs that follow.
func (s *showing) rise(height int64) {
	if height == s.c.state.rise {
		return
	}
	s.close()
	s.c.op("]TJ ")
	s.c.number(height, 3)
	s.c.op("Ts[")
	s.c.state.rise = height
}

// draw writes a glyph's code at the place wanted, moved by an offset in font units.
func (s *showing) draw(glyph uint16, text string, offset int64) {
	n := s.f.of(glyph, text)
	if n == 0 || glyph == 0 {
		s.missing++
		return
	}
	c := s.c
	if move := s.p.adjust(offset); move != 0 {
		s.close()
		c.buf = appendFixed(c.buf, move, 0)
	}
	if !s.inside {
		c.buf = append(c.buf, '(')
		s.inside = true
	}
	c.buf = appendStringByte(appendStringByte(c.buf, byte(n>>8)), byte(n))
	s.p.drawn(s.f.slots[n-1].width)
}

// close ends the string, so that a number or the end of the operand can follow.
func (s *showing) close() {
	if s.inside {
		s.c.buf = append(s.c.buf, ')')
		s.inside = false
	}
}

// rule fills a rectangle.
func (c *canvas) rule(r *typeset.Rule) {
	c.endText()
	c.setGrey(r.Grey)
	x, y := milli(r.X), c.height-milli(r.Y+r.H)
	c.rectangle(rect{x, y, x + milli(r.W), y + milli(r.H)})
	c.op("re f\n")
}

// picture paints an image; its unit square is brought to the picture's place.
func (c *canvas) picture(p *typeset.Picture, label string) {
	c.endText()
	c.op("q ")
	c.number(milli(p.W), 3)
	c.op("0 0 ")
	c.number(milli(p.H), 3)
	c.number(milli(p.X), 3)
	c.number(c.height-milli(p.Y+p.H), 3)
	c.op("cm/" + label + " Do Q\n")
}
