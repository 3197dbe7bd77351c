package typeset

import (
	"fmt"
	"strconv"
	"unicode"
	"unicode/utf8"

	"cahier/book"
	"cahier/book/style"
	"cahier/book/unit"
)

// blocks sets blocks one under the other and returns the place as the last one left it.
func (s *setter) blocks(list []book.Block, p place) place {
	for _, b := range list {
		p = s.blockAt(b, p)
	}
	return p
}

func (s *setter) blockAt(b book.Block, p place) place {
	st := &s.job.print.Blocks
	switch b := b.(type) {
	case *book.Paragraph:
		return s.prose(b, p)
	case *book.Heading:
		s.heading(b, p)
		p.first = true
	case *book.BlockQuote:
		s.quote(b, p)
		p.after = true
	case *book.List:
		s.list(b, p)
		p.after = true
	case *book.DefinitionList:
		s.definitions(b, p)
		p.after = true
	case *book.Verse:
		s.verse(b, p)
		p.after = true
	case *book.Table:
		s.table(b, p)
		p.after = true
	case *book.Figure:
		s.figure(b, p)
		p.after = true
	case *book.CodeBlock:
		s.code(b, p)
		p.after = true
	case *book.SectionBreak:
		s.sectionBreak(st.Break, p)
		p.first = true
	case *book.Div:
		return s.div(b, p)
	case *book.Contents:
		s.contents(b, p)
	case *book.NoteList:
		s.noteList(b.Notes, p)
	case *book.WorkList:
		s.works(b, p)
	default:
		panic(fmt.Sprintf("typeset: unknown block %T", b))
	}
	return p
}

// prose sets a paragraph of running text, or of what its class says.
func (s *setter) prose(b *book.Paragraph, p place) place {
	st := &s.job.print.Blocks
	if b.Attr.Has(book.ClassCaption) {
		p.block = st.Caption
		s.paragraph(s.text(b, b.Inlines, p, RoleP))
		return p
	}
	if b.Attr.Has("work") || b.Attr.Has(book.ClassSource) {
		s.provenance(b, p)
		return p
	}
	if p.epigraph && book.IsAttribution(b) || p.by == b {
		left, right := p.left, p.right
		size := p.block
		p.block = st.Attribution
		if p.inNote {
			p.block.Size, p.block.Leading = size.Size, size.Leading
		}
		p.left, p.right, p.indent = left+p.block.Left, right+p.block.Right, 0
		s.keepLast()
		s.paragraph(s.text(b, b.Inlines, p, RoleP))
		p.left, p.right = left, right
		return p
	}
	if !s.flush(b, p) || p.block.Indent < 0 {
		p.indent = p.block.Indent
	}
	t := s.text(b, b.Inlines, p, RoleP)
	t.number = b.Number
	t.counted = s.counts(p)
	if p.block == st.Text && s.opens > 0 {
		s.opening(t)
	}
	s.paragraph(t)
	p.indent, p.first, p.after = 0, false, false
	return p
}

// counts reports whether the numbers in the margin count lines that are set here: those of
// paragraphs, quotations, lists and verse, not of notes, tables and questions.
func (s *setter) counts(p place) bool { return s.g.mapped && !p.inNote && !p.narrow && !p.uncounted }

// flush reports whether a paragraph is set without its indent: the first one, and one after
// a display (a quotation, verse, a list, a table, a figure, code, a div) where the style
// wants it, or where it goes on in the middle of a sentence.
func (s *setter) flush(b *book.Paragraph, p place) bool {
	if p.first {
		return true
	}
	if !p.after {
		return false
	}
	r, _ := utf8.DecodeRuneInString(book.PlainText(b.Inlines))
	return s.job.print.Detail.AfterDisplay == style.Flush || unicode.IsLower(r)
}

// provenance sets a line of the sources and permissions: the article's title hanging, what
// is said of it indented below.
func (s *setter) provenance(b *book.Paragraph, p place) {
	w := s.job.print.Blocks.Work
	w.Align = style.Ragged
	p.indent = w.Indent
	if b.Attr.Has(book.ClassSource) {
		p.left += max(w.Indent, -w.Indent)
		p.indent = 0
	} else {
		s.below = max(s.below, s.line()/2)
	}
	p.block = w
	t := s.text(b, b.Inlines, p, RoleP)
	s.paragraph(t).keepNext = b.Attr.Has("work")
}

// keepLast keeps the last paragraph on the page of what follows.
func (s *setter) keepLast() {
	for i := len(s.g.nodes) - 1; i >= 0; i-- {
		switch n := s.g.nodes[i].(type) {
		case *lines:
			n.keepNext = true
			return
		case *slab:
			n.keepNext = true
			return
		}
	}
}

func (s *setter) heading(b *book.Heading, p place) {
	st := &s.job.print.Blocks
	level := min(max(b.Level, 1), 6)
	p.block = [...]style.Block{st.Title, st.H2, st.H3, st.H4, st.H5, st.H6}[level-1]
	switch {
	case b.Attr.Has("notes"), b.Attr.Has("works"):
		p.block = st.NotesHead
	}
	p.indent = 0
	t := s.text(b, b.Inlines, p, Role("H"+strconv.Itoa(level)))
	s.solid(t, true, true)
}

func (s *setter) quote(b *book.BlockQuote, p place) {
	q := s.job.print.Blocks.Quote
	p.parent = p.parent.Add(RoleBlockQuote)
	s.tag(p.parent, b, &p)
	p.by = book.Attribution(b.Blocks)
	s.group(b.Blocks, q, p)
}

// tag gives an element of a group its block, language and anchor.
func (s *setter) tag(e *Element, b book.Block, p *place) {
	e.Block = b
	a := b.Attributes()
	if a.Lang != "" && a.Lang != p.lang {
		e.Lang, p.lang = a.Lang, a.Lang
	}
	if a.ID != "" {
		s.anchors = append(s.anchors, a.ID)
	}
	p.notes = nil
}

// group sets blocks with indents and white around them. In a note or an indented place
// the indents add up.
func (s *setter) group(list []book.Block, b style.Block, p place) {
	indent := b.Indent
	p.left, p.right = p.left+b.Left, p.right+b.Right
	if p.inNote { // inside a note everything has the size of notes
		left, right := p.left, p.right
		size := p.block
		size.Shape, size.Align = b.Shape, b.Align
		b, p.left, p.right = size, left, right
	}
	p.block = b
	p.block.Above, p.block.Below = 0, 0
	p.block.Indent = s.job.print.Blocks.Text.Indent
	if indent != 0 {
		p.block.Indent = indent
	}
	p.first, p.after = true, false
	s.lead(b.Above)
	s.blocks(list, p)
	s.below = max(s.below, b.Below)
}

// lead asks for white above a block, unless a heading above it has its own.
func (s *setter) lead(above unit.Length) {
	if k := len(s.g.nodes); k > 0 {
		if n, ok := s.g.nodes[k-1].(*slab); ok && n.heading {
			return
		}
	}
	s.below = max(s.below, above)
}

func (s *setter) div(b *book.Div, p place) place {
	st := &s.job.print.Blocks
	a := b.Attributes()
	in := p
	in.parent = p.parent.Add(RoleDiv)
	s.tag(in.parent, b, &in)
	switch {
	case a.Has(book.ClassEpigraph):
		in.epigraph = true
		s.group(b.Blocks, st.Epigraph, in)
	case a.Has(book.ClassDedication):
		s.group(b.Blocks, st.Dedication, in)
	case a.Has(book.ClassAbstract):
		s.group(b.Blocks, st.Abstract, in)
	case a.Has(book.ClassCaption):
		s.group(b.Blocks, st.Caption, in)
	case a.Has(book.ClassQuestions):
		s.questions(b, in)
	default:
		out := s.blocks(b.Blocks, in)
		p.first, p.after = out.first, out.after
		return p
	}
	p.after = true
	return p
}

// sectionBreak sets the sign of a pause, or white alone. It is no text of the book.
func (s *setter) sectionBreak(b style.Block, p place) {
	sign := s.job.print.Detail.Break
	line := s.job.print.Blocks.Text.Leading
	if sign == "" {
		s.below = max(s.below, b.Above, line)
		return
	}
	p.block, p.parent, p.indent, p.notes = b, nil, 0, nil
	t := s.text(nil, []book.Inline{&book.Text{Value: sign}}, p, "")
	s.space(b.Above, true)
	s.add(&slab{parts: []part{{text: t}}, keepNext: true, grid: true})
	s.below = b.Below
}

// questions sets a list of questions for discussion, with room to write when the style
// wants it. Paragraphs are numbered as a list is.
func (s *setter) questions(b *book.Div, p place) {
	q := s.job.print.Blocks.Question
	room := s.job.print.Detail.QuestionRoom
	if v := b.Attr.Value("room"); v != "" {
		if n, err := strconv.Atoi(v); err == nil && n >= 0 && n <= maxRoom {
			room = n
		}
	}
	list := &book.List{Node: book.Node{Pos: b.Pos}, Ordered: true, Start: 1}
	for _, inner := range b.Blocks {
		switch inner := inner.(type) {
		case *book.Paragraph:
			list.Items = append(list.Items, book.ListItem{Pos: inner.Pos, Blocks: []book.Block{inner}})
		case *book.List:
			list.Items, list.Tight = append(list.Items, inner.Items...), inner.Tight
		default:
			s.questionList(list, q, room, p)
			list = &book.List{Node: book.Node{Pos: b.Pos}, Ordered: true, Start: list.Start + len(list.Items)}
			s.blocks([]book.Block{inner}, p)
		}
	}
	s.questionList(list, q, room, p)
}

// The lines to write on are thin, lighter than what is written, and as far apart as a
// hand needs.
const (
	roomRule = unit.Point / 4
	roomGrey = 140
	roomLine = 2 // lines of text
)

// maxRoom bounds the lines that one question may leave for its answer.
const maxRoom = 60

func (s *setter) questionList(list *book.List, q style.Block, room int, p place) {
	if len(list.Items) == 0 {
		return
	}
	p.block, p.uncounted = q, true
	p.block.Above, p.block.Below = 0, 0
	s.lead(q.Above)
	s.items(list, p, func() {
		if n, ok := s.g.nodes[len(s.g.nodes)-1].(*lines); ok && room > 0 {
			n.keepNext = true
		}
		s.ruled(room, true, p)
		if room > 0 || !list.Tight {
			s.below = max(s.below, q.Below)
		}
	})
	s.below = max(s.below, q.Below)
}

// ruled adds lines to write on, on one page if they are kept together.
func (s *setter) ruled(n int, together bool, p place) {
	for i := range n {
		rule := part{rule: true, x: p.left, w: s.measure - p.left - p.right, h: roomRule, grey: roomGrey}
		s.add(&slab{parts: []part{rule}, above: roomLine*s.line() - roomRule, keepNext: together && i+1 < n})
	}
}
