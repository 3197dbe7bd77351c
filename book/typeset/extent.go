package typeset

import (
	"strings"

	"cahier/book"
	"cahier/book/typeface"
	"cahier/book/unit"
)

// extent is the width of the longest word of a cell and that of its longest line.
func (s *setter) extent(c book.Cell, l *look) (word, line unit.Length) {
	book.Blocks(c.Blocks, func(b book.Block) bool {
		if !book.IsLeaf(b) {
			return true
		}
		m := measurer{s: s, left: maxExtent}
		if content := book.Content(b); content != nil {
			m.inlines(*content, l.lookKey)
		} else {
			m.text(book.LeafText(b), l)
		}
		m.endLine()
		word, line = max(word, m.longest), max(line, m.line)
		return true
	})
	const slack = unit.Point // what a line break may add
	if word > 0 {
		word, line = word+slack, line+slack
	}
	return word, line
}

// maxExtent is how many bytes of a cell are measured for the width of its column: very long
// texts fill any column.
const maxExtent = 4000

// measurer adds up the widths of a leaf's words, each in the look that it will have.
type measurer struct {
	s             *setter
	left          int         // bytes still to be measured
	sum, word     unit.Length // of the line and the word at hand
	blank         unit.Length // the space after the last word
	line, longest unit.Length
}

func (m *measurer) inlines(list []book.Inline, k lookKey) {
	for _, n := range list {
		in := k
		switch n := n.(type) {
		case *book.Text:
			m.text(n.Value, m.s.job.looks.get(k))
			continue
		case *book.CodeSpan:
			inCode(&in)
			m.text(n.Value, m.s.job.looks.get(in))
			continue
		case *book.NoteCall, *book.Image:
			m.word += k.size
			continue
		case *book.LineBreak:
			m.endLine()
			continue
		case *book.Emphasis:
			in.style = emphasised(in.style)
		case *book.Strong:
			in.style = strong(in.style)
		case *book.Span:
			if n.Attr.Has("smallcaps") {
				in.caps = typeface.SmallCaps
			}
		}
		m.inlines(*book.Within(n), in)
	}
}

// text measures a text word by word.
func (m *measurer) text(value string, l *look) {
	value = value[:min(len(value), m.left)]
	m.left -= len(value)
	for {
		i := strings.IndexAny(value, " \n")
		if i < 0 {
			m.word += m.s.width(l, value)
			return
		}
		m.word += m.s.width(l, value[:i])
		m.endWord()
		m.blank = l.gap
		value = value[i+1:]
	}
}

func (m *measurer) endWord() {
	if m.word == 0 {
		return
	}
	if m.sum > 0 {
		m.sum += m.blank
	}
	m.sum += m.word
	m.longest = max(m.longest, m.word)
	m.word = 0
}

func (m *measurer) endLine() {
	m.endWord()
	m.line = max(m.line, m.sum)
	m.sum = 0
}
