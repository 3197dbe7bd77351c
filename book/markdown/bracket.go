package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"cahier/book"
)

// brackets reads everything that stands in square brackets: links and images as in
// CommonMark 0.31 sections 6.3 and 6.4, and what Pandoc adds: calls of notes "[^id]",
// notes "^[text]", spans "[text]{.class}", citations "[see @key]". What a bracket is is
// known only when it closes, so an opening one is remembered.
type brackets struct{ r *reading }

// opener is a bracket that is not closed yet.
type opener struct {
	node   *inlineNode
	mark   byte // '[', '!' for an image, '^' for a note
	start  int  // offset of the mark
	stop   int  // offset after the bracket
	dead   bool // a link stands inside: it cannot be one itself
	bottom ast.Node
	cites  int // citation keys met before it
}

type (
	spanMark  struct{ attr book.Attr }
	linkMark  target
	imageMark target
	groupMark struct {
		bare bool // "[p. 33]" after "@key"
		end  int  // offset of the closing bracket
	}
	semicolonMark struct{}
)

// Trigger and Parse make it an inline parser of goldmark. It stands in the place of goldmark's
// parser of links. Semicolons count only in brackets, where they may part citations.
func (*brackets) Trigger() []byte { return []byte{'[', ']', '!', '^', ';'} }

func (b *brackets) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	switch line[0] {
	case '[':
		return b.open(block, line, segment.Start, 1, pc)
	case '!', '^':
		if len(line) < 2 || line[1] != '[' {
			return nil
		}
		if _, size := noteLabel(line[1:]); size > 0 && line[0] == '!' {
			return nil // "Quoi![^1]"
		}
		return b.open(block, line, segment.Start, 2, pc)
	case ';':
		if len(b.r.openers) == 0 {
			return nil
		}
		block.Advance(1)
		return newInline(semicolonMark{}, segment.Start)
	}
	return b.close(block, segment.Start, pc)
}

// open reads the call of a note, or remembers the bracket. The last delimiter before it is
// where the processing of emphasis stops when the bracket closes.
func (b *brackets) open(block text.Reader, line []byte, start, size int, pc parser.Context) ast.Node {
	if label, length := noteLabel(line); length > 0 {
		block.Advance(length)
		return newInline(noteCallMark{label}, start)
	}
	o := &opener{mark: line[0], start: start, stop: start + size, cites: b.r.cites}
	if d := pc.LastDelimiter(); d != nil {
		o.bottom = d
	}
	o.node = newInline(o, start)
	b.r.openers = append(b.r.openers, o)
	block.Advance(size)
	return o.node
}

// close decides what the last open bracket was.
func (b *brackets) close(block text.Reader, end int, pc parser.Context) ast.Node {
	if len(b.r.openers) == 0 {
		return nil
	}
	o := b.r.openers[len(b.r.openers)-1]
	b.r.openers = b.r.openers[:len(b.r.openers)-1]
	parent := o.node.Parent()
	block.Advance(1)
	what := b.resolve(o, block, end, pc)
	if what == nil {
		ast.MergeOrReplaceTextSegment(parent, o.node, text.NewSegment(o.start, o.stop))
		return nil
	}
	n := newInline(what, o.start)
	parser.ProcessDelimiters(o.bottom, pc)
	adopt(n, o.node)
	switch what.(type) {
	case imageMark, noteMark:
		parent.RemoveChild(parent, o.node)
		return n
	case linkMark:
		b.forbidLinks()
	}
	if o.mark == '!' { // a span or a citation after an exclamation mark
		n.SetPos(o.start + 1)
		ast.MergeOrReplaceTextSegment(parent, o.node, text.NewSegment(o.start, o.start+1))
		return n
	}
	parent.RemoveChild(parent, o.node)
	return n
}

// resolve says what the bracket is and goes past what belongs to it; nil if it is text.
func (b *brackets) resolve(o *opener, block text.Reader, end int, pc parser.Context) any {
	if o.mark == '^' {
		return noteMark{}
	}
	line, pos := block.Position()
	if t, ok := b.target(o, block, end, pc); ok {
		t.attr, _ = readAttr(block)
		if o.mark == '!' {
			return imageMark(t)
		}
		return linkMark(t)
	}
	block.SetPosition(line, pos)
	if attr, ok := readAttr(block); ok {
		return spanMark{attr}
	}
	if b.r.cites > o.cites && isGroup(o.node) {
		return groupMark{end: end}
	}
	if b.r.followsKey(o.node) {
		return groupMark{bare: true, end: end}
	}
	b.kept(o, block, end)
	return nil
}

// forbidLinks keeps the brackets that are still open from becoming links, since a
// link holds none. Below one that is forbidden already all are.
func (b *brackets) forbidLinks() {
	for i := len(b.r.openers) - 1; i >= 0; i-- {
		if o := b.r.openers[i]; o.mark == '[' {
			if o.dead {
				return
			}
			o.dead = true
		}
	}
}

// CloseBlock makes text of the brackets that were never closed.
func (b *brackets) CloseBlock(ast.Node, text.Reader, parser.Context) {
	for _, o := range b.r.openers {
		ast.MergeOrReplaceTextSegment(o.node.Parent(), o.node, text.NewSegment(o.start, o.stop))
	}
	b.r.openers = b.r.openers[:0]
}
