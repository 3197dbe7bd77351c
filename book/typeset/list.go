package typeset

import (
	"strconv"
	"strings"

	"cahier/book"
	"cahier/book/style"
	"cahier/book/typeface"
	"cahier/book/unit"
)

// list sets a list, its signs or numbers hanging to the left of the items.
func (s *setter) list(b *book.List, p place) {
	st := s.job.print.Blocks.List
	if !p.inNote {
		p.block.Size, p.block.Leading = st.Size, st.Leading
	}
	p.block.Above, p.block.Below = 0, 0
	s.around(st, p, func() { s.items(b, p, nil) })
}

// around puts a block's white above and below what set sets, unless it stands in a list or
// a note itself.
func (s *setter) around(b style.Block, p place, set func()) {
	if p.depth == 0 && !p.inNote {
		s.lead(b.Above)
	}
	set()
	if p.depth == 0 && !p.inNote {
		s.below = max(s.below, b.Below)
	}
}

// items sets the items of a list; after, if not nil, is called after each.
func (s *setter) items(b *book.List, p place, after func()) {
	e := p.parent.Add(RoleL)
	s.tag(e, b, &p)
	e.Ordered, e.Start = b.Ordered, b.Start
	look := s.job.looks.block(upright(p.block), p.lang)
	indent := s.job.print.Detail.ListIndent
	if b.Ordered {
		widest := s.width(look, strconv.Itoa(b.Start+len(b.Items)-1)+".") + look.size/2
		indent = max(indent, widest)
	}
	gap := unit.Length(0)
	if !b.Tight {
		gap = s.job.print.Blocks.Text.Below
	}
	for i, item := range b.Items {
		li := e.Add(RoleLI)
		in := p
		in.left += indent
		in.left = min(in.left, s.measure-p.right-minimalMeasure)
		in.depth++
		in.first = true
		in.notes = nil
		l := &label{look: look, element: li.Add(RoleLbl), x: p.left, text: s.bullet(p.depth)}
		if b.Ordered {
			l.text = strconv.Itoa(b.Start+i) + "."
			l.width = in.left - p.left - look.size/2
		}
		in.parent = li.Add(RoleLBody)
		if i > 0 {
			s.below = max(s.below, gap)
		}
		s.labelled(l, item.Blocks, in)
		if after != nil {
			after()
		}
	}
}

// labelled sets blocks of which the first text has a label before it.
func (s *setter) labelled(l *label, list []book.Block, p place) {
	from := len(s.g.texts)
	s.blocks(list, p)
	for _, t := range s.g.texts[from:] {
		if t.element != nil {
			t.labels = append(t.labels, l)
			return
		}
	}
	// nothing was set beside the label: it stands alone
	t := s.text(nil, nil, p, RoleP)
	t.labels = append(t.labels, l)
	s.paragraph(t)
}

func upright(b style.Block) style.Block {
	if b.Shape == style.Italic {
		b.Shape = style.Roman
	}
	return b
}

// bullet is the sign of an unordered list at a depth.
func (s *setter) bullet(depth int) string {
	signs := s.job.print.Detail.Bullets
	if len(signs) == 0 {
		return "–"
	}
	return signs[min(depth, len(signs)-1)]
}

// width is that of a short text in a look.
func (s *setter) width(l *look, text string) unit.Length {
	return l.width(l.shaper.Shape(text).Advance)
}

// definitions sets a list of terms, the details indented under each.
func (s *setter) definitions(b *book.DefinitionList, p place) {
	s.around(s.job.print.Blocks.List, p, func() { s.terms(b, p) })
}

func (s *setter) terms(b *book.DefinitionList, p place) {
	st := &s.job.print.Blocks
	e := p.parent.Add(RoleL)
	s.tag(e, b, &p)
	for i := range b.Items {
		d := &b.Items[i]
		li := e.Add(RoleLI)
		lbl, body := li.Add(RoleLbl), li.Add(RoleLBody)
		in := p
		if !p.inNote {
			in.block = st.Term
		} else {
			in.block.Shape = st.Term.Shape
		}
		in.parent, in.notes, in.indent = lbl, body, 0
		s.paragraph(s.text(d.Term, d.Term.Inlines, in, RoleSpan)).keepNext = true
		in = p
		in.parent, in.notes = body, nil
		for _, detail := range d.Details {
			in.first = true
			own := in
			own.left += st.Definition.Left
			own.right += st.Definition.Right
			if !p.inNote {
				own.block.Size, own.block.Leading = st.Definition.Size, st.Definition.Leading
			}
			s.blocks(detail, own)
		}
	}
}

// verse sets lines whose ends are the author's; one that is too long turns over, hanging.
func (s *setter) verse(b *book.Verse, p place) {
	v := s.job.print.Blocks.Verse
	d := &s.job.print.Detail
	p.parent = p.parent.Add(RoleDiv)
	s.tag(p.parent, b, &p)
	p.left, p.right = p.left+v.Left, p.right+v.Right
	if !p.inNote {
		p.block = v
	}
	p.block.Above, p.block.Below, p.block.Align = 0, 0, v.Align
	s.lead(v.Above)
	stanza := &lines{}
	flush := func() {
		if len(stanza.texts) > 0 {
			s.space(0, s.onGrid(p.block))
			s.add(stanza)
			s.off = s.off || !s.onGrid(p.block)
		}
		stanza = &lines{}
	}
	for i := range b.Lines {
		l := &b.Lines[i]
		if l.Text == nil || len(l.Text.Inlines) == 0 {
			flush()
			s.below = max(s.below, p.block.Leading)
			continue
		}
		in := p
		in.left += unit.Length(min(l.Indent, maxVerseIndent)) * d.VerseStep
		in.indent = -d.Turnover
		t := s.text(l.Text, l.Text.Inlines, in, RoleP)
		t.counted, t.verse = s.counts(p), true
		stanza.texts = append(stanza.texts, t)
	}
	flush()
	s.below = max(s.below, v.Below)
}

// maxVerseIndent bounds the spaces before a line of verse that are taken for an indent.
const maxVerseIndent = 40

// code sets preformatted text.
func (s *setter) code(b *book.CodeBlock, p place) {
	c := s.job.print.Blocks.Code
	if p.inNote {
		c.Size, c.Leading, c.Above, c.Below = p.block.Size*9/10, p.block.Leading, 0, 0
	}
	p.left, p.right, p.indent = p.left+c.Left, p.right+c.Right, 0
	p.block = c
	p.parent = p.parent.Add(RoleP)
	t := s.text(b, nil, p, RoleCode)
	p.parent.Block = b
	t.look = s.job.looks.get(lookKey{code: true, size: c.Size, lang: "", whole: true, figures: typeface.DefaultFigures})
	t.code = strings.Split(strings.ReplaceAll(b.Text, "\t", "    "), "\n")
	n := s.paragraph(t)
	n.loose = true
	t.vary = false
}
