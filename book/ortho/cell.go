package ortho

import (
	"strings"
	"unicode"

	"cahier/book"
)

// cell is a character of a leaf's text with the piece it stands in. A leaf is set as
// one row of cells, whatever markup divides it, since quotations and spaces do not stop
// at an emphasis.
type cell struct {
	r     rune
	piece int32
	keep  bool // part of an address: not to be touched
	up    bool // to be raised
}

// Characters outside Unicode that stand for what is not text, so that no manuscript
// can hold them.
const (
	noRune     rune = -1 // before the first cell and after the last
	objectRune rune = unicode.MaxRune + 1
	noteRune   rune = unicode.MaxRune + 2
	lineEnd    rune = '\n'
)

// piece is one Text node of the leaf, or something that is not text (then text is nil).
type piece struct {
	text  *book.Text
	rules *rules
	fixed bool // nothing in it is raised: it is raised or lowered already
	small bool // in small capitals: lower-case Roman numerals count
	dirty bool
	end   int // index of the first cell after the piece; set when all rules have run
}

// setter holds the leaf being set, and buffers that serve the next one.
type setter struct {
	opt        Options
	rules      *ruleSet
	cells      []cell // what the rules have made so far
	spare      []cell // what the rule at work is making
	before     []cell // the text as written, for the report
	pieces     []piece
	dirty      bool
	hidden     bool // the text holds characters that are not seen
	address    bool // the text may hold an address
	next       int  // piece that rebuild comes to next
	open       []quote
	arrowsOpen int // guillemets written << that wait for their >>
	nextSingle int // the next single mark that may close, at or after where it was asked for
	changes    []Change
	asides     asides // of the line at hand
}

func (s *setter) reset() {
	s.cells, s.pieces, s.open = s.cells[:0], s.pieces[:0], s.open[:0]
	s.dirty, s.hidden, s.address, s.arrowsOpen = false, false, false, 0
}

// flatten appends inlines to the leaf. The piece carries what they inherit.
func (s *setter) flatten(list []book.Inline, ru *rules, in piece) {
	for _, n := range list {
		switch n := n.(type) {
		case *book.Text:
			s.addText(n, ru, in)
			continue
		case *book.CodeSpan, *book.Image:
			s.addObject(objectRune)
			continue
		case *book.NoteCall:
			s.addObject(noteRune)
			continue
		case *book.LineBreak:
			s.addObject(lineEnd)
			continue
		}
		ru, in := ru, in
		switch n := n.(type) {
		case *book.Superscript, *book.Subscript:
			in.fixed = true
		case *book.Span:
			in.small = in.small || n.Attr.Has("smallcaps")
			if n.Attr.Lang != "" {
				ru = s.rules.find(n.Attr.Lang)
			}
		}
		s.flatten(*book.Within(n), ru, in)
	}
}

func (s *setter) addText(t *book.Text, ru *rules, in piece) {
	p := int32(len(s.pieces))
	s.pieces = append(s.pieces, piece{text: t, rules: ru, fixed: in.fixed, small: in.small})
	for _, r := range t.Value {
		s.cells = append(s.cells, cell{r: r, piece: p})
		s.hidden = s.hidden || r >= 0x80 && isHidden(r)
	}
	if strings.Contains(t.Value, "://") || strings.Contains(t.Value, "www.") || strings.Contains(t.Value, "@") {
		s.address = true
	}
}

func (s *setter) addObject(r rune) {
	s.cells = append(s.cells, cell{r: r, piece: int32(len(s.pieces))})
	s.pieces = append(s.pieces, piece{rules: s.rules.other})
}

// set runs the rules over the leaf, in the order in which they build on each other.
func (s *setter) set() {
	if len(s.cells) == 0 {
		return
	}
	if s.opt.Report {
		s.before = append(s.before[:0], s.cells...)
	}
	if s.hidden {
		s.dropHidden()
	}
	if s.address {
		keepAddresses(s.cells)
	}
	s.normalise()
	s.quotes()
	s.spaces()
	if !s.opt.Plain {
		s.raise()
	}
	end := 0
	for i := range s.pieces {
		for end < len(s.cells) && int(s.cells[end].piece) == i {
			end++
		}
		s.pieces[i].end = end
	}
	if s.opt.Report && s.dirty {
		s.report()
	}
}

// touch marks the cell's piece as changed.
func (s *setter) touch(piece int32) {
	s.pieces[piece].dirty = true
	s.dirty = true
}

// change gives cell i another character.
func (s *setter) change(i int, r rune) {
	if s.cells[i].r != r {
		s.cells[i].r = r
		s.touch(s.cells[i].piece)
	}
}

// at is the character i, noRune outside the text.
func (s *setter) at(i int) rune {
	if i < 0 || i >= len(s.cells) {
		return noRune
	}
	return s.cells[i].r
}

// lang is the language of cell i.
func (s *setter) lang(i int) *rules { return s.pieces[s.cells[i].piece].rules }

func (s *setter) pieceCells(i int) []cell {
	start := 0
	if i > 0 {
		start = s.pieces[i-1].end
	}
	return s.cells[start:s.pieces[i].end]
}

func (s *setter) pieceText(i int) string {
	if !s.pieces[i].dirty {
		return s.pieces[i].text.Value
	}
	return cellText(s.pieceCells(i))
}

func cellText(cells []cell) string {
	var sb strings.Builder
	sb.Grow(len(cells) + 8)
	for _, c := range cells {
		sb.WriteRune(c.r)
	}
	return sb.String()
}

// rebuild returns the inlines with the text of their cells, and whether anything
// differs from the list given. It goes through the pieces in the order of flatten.
func (s *setter) rebuild(list []book.Inline) ([]book.Inline, bool) {
	out := make([]book.Inline, 0, len(list)+2)
	changed := false
	for _, n := range list {
		switch n := n.(type) {
		case *book.Text:
			p := s.next
			s.next++
			if s.pieces[p].dirty {
				out = appendRuns(out, n, s.pieceCells(p))
				changed = true
			} else {
				out = append(out, n)
			}
			continue
		case *book.CodeSpan, *book.Image, *book.NoteCall, *book.LineBreak:
			s.next++
			out = append(out, n)
			continue
		}
		inner, differs := s.rebuild(*book.Within(n))
		if differs {
			n = withInner(n, inner)
			changed = true
		}
		out = append(out, n)
	}
	if !changed {
		return list, false
	}
	return out, true
}

// appendRuns appends the cells of one Text as texts and raised texts.
func appendRuns(out []book.Inline, t *book.Text, cells []cell) []book.Inline {
	for len(cells) > 0 {
		n := 1
		for n < len(cells) && cells[n].up == cells[0].up {
			n++
		}
		var in book.Inline = &book.Text{Place: t.Place, Value: cellText(cells[:n])}
		if cells[0].up {
			in = &book.Superscript{Place: t.Place, Inlines: []book.Inline{in}}
		}
		out = append(out, in)
		cells = cells[n:]
	}
	return out
}

// withInner is a copy of the inline that holds other inlines. A citation is itself
// changed, since entries of works point to it.
func withInner(n book.Inline, inner []book.Inline) book.Inline {
	switch n := n.(type) {
	case *book.Emphasis:
		return &book.Emphasis{Place: n.Place, Inlines: inner}
	case *book.Strong:
		return &book.Strong{Place: n.Place, Inlines: inner}
	case *book.Span:
		return &book.Span{Place: n.Place, Attr: n.Attr, Inlines: inner}
	case *book.Superscript:
		return &book.Superscript{Place: n.Place, Inlines: inner}
	case *book.Subscript:
		return &book.Subscript{Place: n.Place, Inlines: inner}
	case *book.Strikeout:
		return &book.Strikeout{Place: n.Place, Inlines: inner}
	case *book.Link:
		return &book.Link{Place: n.Place, Href: n.Href, Title: n.Title, Inlines: inner}
	case *book.Citation:
		n.Text = inner
		return n
	}
	panic("ortho: inline without inlines")
}
