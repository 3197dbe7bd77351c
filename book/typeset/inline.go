package typeset

import (
	"strings"

	"cahier/book"
	"cahier/book/typeface"
	"cahier/book/typeset/linebreak"
)

// inlineLabel sets the number of a note before its first words.
func (c *compositor) inlineLabel(l *label) {
	s := state{key: l.look.lookKey, look: l.look, element: l.element}
	if l.target != "" {
		s.link = &area{target: l.target, element: l.element}
	}
	c.box(l.text+"\u00a0", s, -1)
}

func (c *compositor) inlines(list []book.Inline, s state) {
	for _, n := range list {
		c.inline(n, s)
	}
}

func (c *compositor) inline(n book.Inline, s state) {
	switch n := n.(type) {
	case *book.Text:
		c.run(n.Value, s, n)
	case *book.Emphasis:
		c.inlines(n.Inlines, c.with(s, func(k *lookKey) { k.style = emphasised(k.style) }))
	case *book.Strong:
		c.inlines(n.Inlines, c.with(s, func(k *lookKey) { k.style = strong(k.style) }))
	case *book.Strikeout:
		c.inlines(n.Inlines, c.with(s, func(k *lookKey) { k.strike = true }))
	case *book.Span:
		c.span(n, s)
	case *book.Superscript:
		c.shifted(n.Inlines, s, typeface.Superior)
	case *book.Subscript:
		c.shifted(n.Inlines, s, typeface.Inferior)
	case *book.CodeSpan:
		code := c.with(s, inCode)
		code.element = c.kid(RoleCode, s.element)
		c.run(n.Value, code, n)
	case *book.Link:
		c.link(n, s)
	case *book.Image:
		c.image(n, s)
	case *book.LineBreak:
		c.lineBreak()
	case *book.NoteCall:
		c.noteCall(n, s)
	case *book.Citation:
		c.inlines(n.Text, s)
	default:
		panic("typeset: unknown inline")
	}
}

// inCode changes a key to that of code inside the text.
func inCode(k *lookKey) {
	k.code, k.caps, k.spaced, k.size = true, typeface.PlainCaps, 0, k.size.MulDiv(codeSpanSize, 100)
}

// codeSpanSize brings the x-height of the code face near that of the text, in per cent.
const codeSpanSize = 84

func (c *compositor) with(s state, change func(*lookKey)) state {
	change(&s.key)
	s.look = c.job.looks.get(s.key)
	return s
}

// kid is the next inline element: made the first time, found again afterwards.
func (c *compositor) kid(role Role, parent *Element) *Element {
	if parent == nil {
		return nil
	}
	if c.first {
		c.t.kids = append(c.t.kids, parent.Add(role))
	}
	c.kids++
	return c.t.kids[c.kids-1]
}

func (c *compositor) span(n *book.Span, s state) {
	if n.Attr.ID != "" {
		c.anchors = append(c.anchors, n.Attr.ID)
	}
	in := c.with(s, func(k *lookKey) {
		if n.Attr.Has("smallcaps") {
			k.caps = typeface.SmallCaps
		}
		if n.Attr.Lang != "" {
			k.lang = n.Attr.Lang
		}
	})
	if n.Attr.Lang != "" && n.Attr.Lang != s.key.lang {
		if c.first && !c.job.looks.patterns.known(n.Attr.Lang) {
			c.problems.Add(n.Pos, book.CodeLangUnknown, "", "%s", noPatterns(n.Attr.Lang))
		}
		in.element = c.kid(RoleSpan, s.element)
		if in.element != nil {
			in.element.Lang = n.Attr.Lang
		}
	}
	c.inlines(n.Inlines, in)
}

// shifted sets superiors and inferiors: with the face's own glyphs if it has all of them,
// else with smaller letters raised or lowered.
func (c *compositor) shifted(list []book.Inline, s state, level typeface.Level) {
	plain := book.PlainText(list)
	c.inlines(list, c.with(s, func(k *lookKey) { c.job.looks.shift(k, level, plain) }))
}

func (c *compositor) link(n *book.Link, s state) {
	in := s
	in.element = c.kid(RoleLink, s.element)
	in.link = &area{element: in.element}
	if target, inside := strings.CutPrefix(n.Href, "#"); inside {
		in.link.target = target
	} else {
		in.link.uri = n.Href
		in.address = isAddress(book.PlainText(n.Inlines))
	}
	c.inlines(n.Inlines, in)
}

// lineBreak ends the line where the author asked for it.
func (c *compositor) lineBreak() {
	c.pending = false
	c.offset++ // PlainText has a newline there
	if len(c.items) == 0 {
		return
	}
	c.add(linebreak.Item{Kind: linebreak.Break, Penalty: linebreak.Must}, atom{look: c.atoms[len(c.atoms)-1].look, drop: true, offset: -1})
}

// noteCall sets the mark of a note, which no line end parts from its word.
func (c *compositor) noteCall(n *book.NoteCall, s state) {
	if n.Note == nil || n.Note.Label == "" {
		return
	}
	mark := c.with(s, func(k *lookKey) {
		k.style, k.caps, k.spaced = uprightOf(k.style), typeface.PlainCaps, 0
		k.figures = typeface.LiningFigures
		c.job.looks.shift(k, typeface.Superior, n.Note.Label)
	})
	reference := c.kid(RoleReference, s.element)
	mark.element = c.kid(RoleLink, reference)
	mark.link = &area{target: n.Note.Anchor, element: mark.element}
	if n.Ref != "" {
		c.anchors = append(c.anchors, n.Ref)
	}
	if c.pending && len(c.items) > 0 { // a space before a mark is the author's slip: the mark stays with its word
		c.pending = false
	}
	if k := len(c.items); k > 0 && c.items[k-1].Kind == linebreak.Box {
		c.add(linebreak.Item{Kind: linebreak.Kern, Width: s.key.size.MulDiv(markGap, 1000)}, atom{look: s.look, offset: -1})
	}
	if c.marking {
		c.t.marks = append(c.t.marks, noteMark{int32(len(c.items)), n.Ref})
		for _, f := range c.t.notes {
			if f.note == n.Note && len(n.Note.Calls) > 0 && n.Note.Calls[0] == n {
				c.t.calls = append(c.t.calls, int32(len(c.items)))
			}
		}
	}
	c.box(n.Note.Label, mark, -1)
}

// markGap is the white before the mark of a note, in thousandths of an em.
const markGap = 25
