package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"cahier/book"
)

// divs reads fenced divs: "::: name" or "::: {#id .class}" up to a line of colons
// alone. They nest; a line of colons closes the innermost one that is open there.
type divs struct{ r *reading }

// divMark is a div in goldmark's tree.
type divMark struct {
	attr   book.Attr
	closed bool
}

// Trigger and the methods below make it a block parser of goldmark. Pandoc wants an empty
// line before a div; one that is forgotten is forgiven.
func (*divs) Trigger() []byte             { return []byte{':'} }
func (*divs) CanInterruptParagraph() bool { return true }
func (*divs) CanAcceptIndentedLine() bool { return false }

func (d *divs) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	at := segment.Start + pc.BlockOffset() - segment.Padding
	rest, ok := colons(line[pc.BlockOffset():])
	if !ok {
		return nil, parser.NoChildren
	}
	if len(rest) == 0 {
		d.r.add(at, book.CodeDivUnclosed, `open a div with a name, as in "::: epigraph"`, "this ::: closes nothing")
		reader.AdvanceToEOL()
		return newBlock(commentMark{}, at), parser.NoChildren
	}
	attr, ok := divAttr(rest)
	if !ok {
		d.r.add(at, book.CodeBadValue, `write one name, as in "::: epigraph", or attributes, as in "::: {.epigraph lang=la}"`, "a div cannot be called %q", rest)
	}
	reader.AdvanceToEOL()
	return newBlock(&divMark{attr: attr}, at), parser.HasChildren
}

// colons takes three or more colons and the spaces around the rest of a line.
func colons(line []byte) (rest []byte, ok bool) {
	rest = bytes.TrimLeft(line, ":")
	return bytes.TrimSpace(rest), len(line)-len(rest) >= 3
}

// divAttr reads what stands between the colons of an opening line.
func divAttr(rest []byte) (book.Attr, bool) {
	rest = bytes.TrimRight(rest, ": \t")
	if len(rest) > 1 && rest[0] == '{' && rest[len(rest)-1] == '}' {
		return parseAttr(string(rest[1 : len(rest)-1]))
	}
	if len(rest) == 0 || bytes.ContainsAny(rest, " \t{}") {
		return book.Attr{}, false
	}
	return book.Attr{Classes: []string{string(rest)}}, true
}

// Continue takes every line until the one that closes the div.
func (d *divs) Continue(n ast.Node, reader text.Reader, pc parser.Context) parser.State {
	m, ok := mark[*divMark](n)
	if !ok {
		return parser.Close // an end without a beginning
	}
	line, _ := reader.PeekLine()
	width, pos := util.IndentWidth(line, reader.LineOffset())
	if pos >= len(line) || line[pos] != ':' || width > 3 && !innerList(n, pc) {
		return parser.Continue | parser.HasChildren
	}
	rest, ok := colons(line[pos:])
	if !ok || len(rest) > 0 || !closes(n, width, pc) {
		return parser.Continue | parser.HasChildren
	}
	m.closed = true
	reader.AdvanceToEOL()
	return parser.Close
}

// closes reports whether a line of colons, indented by width, closes the div: not if
// it is code or a comment, nor if a div inside can be reached by the line.
func closes(n ast.Node, width int, pc parser.Context) bool {
	inside := false
	for _, b := range pc.OpenedBlocks() {
		switch node := b.Node.(type) {
		case *ast.FencedCodeBlock:
			if inside {
				return false
			}
		case *ast.Blockquote:
			if inside {
				return true // the line has no ">": it leaves the quotation
			}
		case *ast.ListItem:
			if inside && width < node.Offset {
				return true // it leaves the list
			}
			if inside {
				width -= node.Offset
			}
		case *blockNode:
			switch node.what.(type) {
			case *divMark, *openComment:
				if inside {
					return false
				}
			case noteMark:
				if inside && width < noteIndent {
					return true // it leaves the note
				}
			}
		}
		inside = inside || b.Node == n
	}
	return true
}

// innerList reports whether a list is open inside the div, so that an indented line may
// be its.
func innerList(n ast.Node, pc parser.Context) bool {
	opened := pc.OpenedBlocks()
	for i := len(opened) - 1; i >= 0 && opened[i].Node != n; i-- {
		if opened[i].Node.Kind() == ast.KindListItem {
			return true
		}
	}
	return false
}

// Close reports a div that its surroundings have ended.
func (d *divs) Close(n ast.Node, _ text.Reader, _ parser.Context) {
	if m, ok := mark[*divMark](n); ok && !m.closed {
		d.r.add(n.Pos(), book.CodeDivUnclosed, `end it with a line ":::"`, "this div is never closed")
	}
}
