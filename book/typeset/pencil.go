package typeset

import (
	"strings"

	"cahier/book/typeface"
	"cahier/book/unit"
)

// pencil draws from left to right on one baseline. It gathers pieces into a run for as
// long as face, size and element stay the same.
type pencil struct {
	page    *Page
	x, y    unit.Length
	stretch int
	track   unit.Length
	grey    uint8

	run     *Run
	look    *look
	element *Element
	link    *area
	from    unit.Length // where the link began
	strike  unit.Length // where striking out began
	struck  *look
}

// begin opens a run for the atom unless the current one serves.
func (p *pencil) begin(l *look, e *Element, a *area) {
	if p.link != a {
		p.endLink()
		p.link, p.from = a, p.x
	}
	if p.struck != nil && !l.strike {
		p.endStrike()
	} else if p.struck == nil && l.strike {
		p.struck, p.strike = l, p.x
	}
	if p.run != nil && p.look == l && p.element == e {
		return
	}
	p.run = &Run{
		Face: l.shaper.Face(), Size: l.size, X: p.x, Y: p.y - l.rise, Stretch: p.stretch, Track: p.track + l.track,
		Grey: p.grey, Element: e,
	}
	p.look, p.element = l, e
	p.page.Items = append(p.page.Items, p.run)
}

func (p *pencil) glyphs(a *atom, glyphs []typeface.Glyph) {
	if len(glyphs) == 0 {
		return
	}
	p.begin(a.look, a.element, a.link)
	p.run.Pieces = append(p.run.Pieces, Piece{Glyphs: glyphs})
	p.x += advance(glyphs, a.look, p.track+a.look.track, p.stretch)
}

// advance is how far glyphs move the pen.
func advance(glyphs []typeface.Glyph, l *look, track unit.Length, stretch int) unit.Length {
	return (l.width(sumOf(glyphs)) + unit.Length(len(glyphs))*track).MulDiv(int64(stretch), 1000)
}

func (p *pencil) space(a *atom, width unit.Length) {
	if a.link == nil && p.link != nil {
		p.endLink()
	}
	if p.run == nil || p.element != a.element || p.look != a.look && a.look.shaper.Face() != p.look.shaper.Face() {
		p.begin(a.look, a.element, a.link)
		p.run.Pieces = append(p.run.Pieces, Piece{})
	}
	last := &p.run.Pieces[len(p.run.Pieces)-1]
	if last.Space != 0 || last.Kern != 0 {
		p.run.Pieces = append(p.run.Pieces, Piece{})
		last = &p.run.Pieces[len(p.run.Pieces)-1]
	}
	last.Space = width
	p.x += width
}

func (p *pencil) kern(width unit.Length) {
	p.x += width
	p.run = nil // the next run begins where the pen stands
}

// picture draws an inline picture, standing on the baseline.
func (p *pencil) picture(a *atom) {
	p.begin(a.look, a.element, a.link)
	p.page.Items = p.page.Items[:len(p.page.Items)-1] // the run was only wanted for links
	h := a.drawn.MulDiv(int64(a.picture.Height), int64(max(1, a.picture.Width)))
	p.page.Items = append(p.page.Items, &Picture{X: p.x, Y: p.y - h, W: a.drawn, H: h, Image: a.picture, Element: a.element})
	p.kern(a.drawn)
}

func (p *pencil) anchor(names string) {
	if names == "" {
		return
	}
	for _, name := range strings.Split(names, "\x00") {
		p.page.Items = append(p.page.Items, &Anchor{Name: name, Y: p.y})
	}
}

// mark draws the sign of a wrapped line of code: furniture, not text.
func (p *pencil) mark(c *compositor, l *look) {
	sign := c.job.print.Detail.CodeMark
	if sign == "" {
		return
	}
	runs, err := l.chain.Split(nil, sign)
	if err != nil || len(runs) != 1 || runs[0].Missing {
		return
	}
	in := l.lookKey
	if runs[0].Face != l.shaper.Face() {
		in.face = runs[0].Face
	}
	in.size = in.size.MulDiv(8, 10)
	marked := c.job.looks.get(in)
	p.begin(marked, nil, nil)
	p.run.Grey = markGrey
	p.run.Pieces = append(p.run.Pieces, Piece{Glyphs: c.word(marked, sign).glyphs})
}

// markGrey keeps the sign of a wrapped line from being read as code.
const markGrey = 110

// newline puts a space where a line of code ends, for those who extract the text.
func (p *pencil) newline(a *atom) {
	if p.run != nil {
		a.element = p.element
		p.space(a, a.look.gap)
	}
}

func (p *pencil) endLink() {
	if p.link != nil && p.x > p.from {
		size := p.look.size
		p.page.Items = append(p.page.Items, &LinkArea{
			X: p.from, Y: p.y - size*8/10, W: p.x - p.from, H: size * 11 / 10,
			URI: p.link.uri, Target: p.link.target, Element: p.link.element,
		})
	}
	p.link = nil
}

func (p *pencil) endStrike() {
	l := p.struck
	m := l.shaper.Face().Metrics()
	weight := l.width(int32(m.StrikeoutThickness))
	p.page.Items = append(p.page.Items, &Rule{
		X: p.strike, Y: p.y - l.rise - l.width(int32(m.StrikeoutPosition)) - weight/2, W: p.x - p.strike, H: weight,
	})
	p.struck = nil
}

func (p *pencil) close() {
	p.endLink()
	if p.struck != nil {
		p.endStrike()
	}
}
