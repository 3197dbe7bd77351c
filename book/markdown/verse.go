package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"cahier/book"
)

// lineBlocks makes verse of a paragraph whose lines begin with "| ": each keeps its
// break and its indent. A line that begins with a space goes on the one before, as in
// Pandoc; any other line ends the verse.
type lineBlocks struct{}

// The nodes of verse in goldmark's tree.
type (
	verseMark struct{}
	lineMark  struct{ indent int }
)

// Transform makes it a paragraph transformer of goldmark. Each line of verse becomes a block
// with lines of its own, so that no emphasis runs over its end.
func (*lineBlocks) Transform(node *ast.Paragraph, reader text.Reader, _ parser.Context) {
	lines := node.Lines()
	src := reader.Source()
	verse := newBlock(verseMark{}, trimmed(lines, 0, src).Start)
	used := 0
	for ; used < lines.Len(); used++ {
		l := trimmed(lines, used, src)
		if value := l.Value(src); isVerseLine(value) {
			verse.AppendChild(verse, verseLine(l, value))
		} else if used > 0 && src[l.Start-1] == ' ' {
			verse.LastChild().Lines().Append(l)
		} else {
			break
		}
	}
	if used == 0 {
		return
	}
	parent := node.Parent()
	parent.InsertBefore(parent, node, verse)
	if used == lines.Len() {
		parent.RemoveChild(parent, node)
		return
	}
	lines.SetSliced(used, lines.Len())
}

// trimmed is a line of a paragraph without its indent, which goldmark takes off only
// after the transformers.
func trimmed(lines *text.Segments, i int, src []byte) text.Segment {
	l := lines.At(i)
	return l.TrimLeftSpace(src)
}

// isVerseLine reports whether a line begins with a bar and a space, or is a bar alone.
func isVerseLine(line []byte) bool {
	return len(line) > 0 && line[0] == '|' && (len(line) == 1 || line[1] == ' ' || line[1] == '\n')
}

// verseLine cuts the bar and counts the spaces after its first one.
func verseLine(l text.Segment, value []byte) *blockNode {
	rest := bytes.TrimLeft(value[1:], " ")
	indent := max(len(value)-len(rest)-2, 0)
	n := newBlock(lineMark{indent}, l.Start)
	if len(bytes.TrimSpace(rest)) > 0 {
		n.Lines().Append(text.NewSegment(l.Stop-len(rest), l.Stop))
	}
	return n
}

// verse makes verse of its lines; an empty one is a break between stanzas.
func (r *reading) verse(n *blockNode) *book.Verse {
	v := &book.Verse{Node: book.Node{Pos: r.Pos(n.Pos())}}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		line, _ := mark[lineMark](c)
		text := &book.Paragraph{Node: book.Node{Pos: r.Pos(offsetOf(c))}, Inlines: trimEnd(r.inlines(c))}
		v.Lines = append(v.Lines, book.VerseLine{Indent: line.indent, Text: text})
	}
	return v
}

// trimEnd drops a break at the end of a line of verse, which ends there anyway.
func trimEnd(list []book.Inline) []book.Inline {
	if len(list) > 0 {
		if _, ok := list[len(list)-1].(*book.LineBreak); ok {
			return list[:len(list)-1]
		}
	}
	return list
}
