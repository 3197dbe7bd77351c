package typeset

import (
	"strings"

	"cahier/book/typeface"
	"cahier/book/typeset/linebreak"
	"cahier/book/unit"
)

// line paints one line of the text that was collected last. x is the left edge of the
// text, y its baseline. last says that the text ends with it.
func (c *compositor) line(p *Page, t *text, l *linebreak.Line, x, y unit.Length, last bool) {
	pen := pencil{page: p, x: x + l.Indent - l.HangLeft, y: y, stretch: l.Stretch, track: l.Track}
	if t.flush {
		pen.x += l.Empty
	} else if t.align == linebreak.Centred {
		pen.x = x + l.Indent + l.Empty/2
	}
	c.spaces = l.Spaces(c.items, c.spaces[:0])
	gap := 0
	for i := l.From; i < l.To; i++ {
		a := &c.atoms[i]
		pen.anchor(a.anchor)
		switch c.items[i].Kind {
		case linebreak.Box:
			glyphs := a.word.glyphs
			if i == l.From && l.Head > 0 || i == l.To-1 && l.Tail > 0 {
				glyphs = c.piece(a, l, i)
			}
			pen.glyphs(a, glyphs)
		case linebreak.Glue:
			pen.space(a, c.spaces[gap])
			gap++
		case linebreak.Kern:
			switch {
			case a.picture != nil:
				pen.picture(a)
			case a.fixed:
				pen.space(a, c.items[i].Width)
			default:
				pen.kern(c.items[i].Width)
			}
		}
	}
	if last && t.target != "" {
		c.leader(&pen, t, x)
	}
	if !last && l.Tail == 0 {
		c.lineEnd(&pen, l.To)
	}
	pen.close()
}

// lineEnd draws what stands between this line and the next in the text: the space at
// which the line ends, so that whoever extracts the text finds the words apart; the sign
// of a line of code that is wrapped.
func (c *compositor) lineEnd(pen *pencil, next int) {
	for i := next; i < len(c.items) && c.items[i].Kind != linebreak.Box; i++ {
		a := &c.atoms[i]
		switch {
		case a.wrapped:
			pen.mark(c, a.look)
			return
		case a.newline:
			pen.newline(a)
			return
		case a.drop:
			if a.element == nil {
				a.element = pen.element
			}
			pen.space(a, a.look.gap)
			return
		}
	}
}

// piece is the glyphs of a divided word that stand on the line.
func (c *compositor) piece(a *atom, l *linebreak.Line, item int) []typeface.Glyph {
	splits := c.division(a.look, a.word)
	head, tail := 0, 0
	if item == l.From {
		head = l.Head
	}
	if item == l.To-1 {
		tail = l.Tail
	}
	switch {
	case head > 0 && tail > 0:
		from, to := splits[head-1], splits[tail-1]
		text := strings.TrimPrefix(a.word.text[from.at:to.at], "\u00ad")
		if !to.Bare {
			text += "\u00ad"
		}
		return a.look.shaper.Shape(text).Glyphs
	case head > 0:
		return splits[head-1].post
	case tail > 0:
		return splits[tail-1].pre
	}
	return a.word.glyphs
}
