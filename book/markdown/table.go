package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"cahier/book"
)

// tables makes a pipe table of a paragraph: a row of heads, a row of dashes with
// colons for the alignment, rows of cells. It ends at the first line without a bar,
// so that no word is taken for a cell by mistake.
type tables struct{ r *reading }

// The nodes of a table in goldmark's tree: the table holds rows, a row cells, a cell its line.
type (
	tableMark struct{ columns []book.Column }
	rowMark   struct{}
	cellMark  struct{}
)

// Transform makes it a paragraph transformer of goldmark: it looks for the row of dashes.
func (t *tables) Transform(node *ast.Paragraph, reader text.Reader, _ parser.Context) {
	lines := node.Lines()
	src := reader.Source()
	for i := 1; i < lines.Len(); i++ {
		dashes := lines.At(i)
		columns := parseDashes(dashes.Value(src))
		if columns == nil {
			continue
		}
		head := trimmed(lines, i-1, src)
		cells := splitCells(src, head)
		if len(cells) != len(columns) || !hasBar(head.Value(src)) {
			continue
		}
		if len(columns) > maxColumns {
			t.r.add(head.Start, book.CodeLimit, hintHostile, "a table of %d columns; the limit is %d", len(columns), maxColumns)
			return
		}
		t.make(node, i-1, columns, cells)
		return
	}
}

// make puts the table that begins at the line head in the place of the paragraph,
// with what stands before and after it as paragraphs of their own.
func (t *tables) make(node *ast.Paragraph, head int, columns []book.Column, cells []text.Segment) {
	lines, parent, src := node.Lines(), node.Parent(), t.r.src
	table := newBlock(&tableMark{columns}, trimmed(lines, head, src).Start)
	table.AppendChild(table, newRow(cells))
	i := head + 2
	for ; i < lines.Len(); i++ {
		l := trimmed(lines, i, src)
		if value := l.Value(src); !hasBar(value) {
			break
		}
		table.AppendChild(table, t.row(l, len(columns)))
	}
	parent.InsertBefore(parent, node, table)
	if head > 0 {
		before := ast.NewParagraph()
		for j := range head {
			before.Lines().Append(trimmed(lines, j, src))
		}
		last := before.Lines().At(head - 1)
		before.Lines().Set(head-1, last.TrimRightSpace(src))
		parent.InsertBefore(parent, table, before)
	}
	if i == lines.Len() {
		parent.RemoveChild(parent, node)
		return
	}
	lines.SetSliced(i, lines.Len())
}

// row makes a row of as many cells as the table has columns.
func (t *tables) row(line text.Segment, columns int) *blockNode {
	cells := splitCells(t.r.src, line)
	if len(cells) > columns {
		t.r.add(cells[columns].Start, book.CodeBadValue, `a "|" that is meant as a character is written "\|"`, "the row has %d cells, but the table %d columns", len(cells), columns)
		cells = cells[:columns]
	}
	for len(cells) < columns {
		cells = append(cells, text.NewSegment(line.Stop, line.Stop))
	}
	return newRow(cells)
}

// newRow makes a row's node of the places of its cells.
func newRow(cells []text.Segment) *blockNode {
	row := newBlock(rowMark{}, cells[0].Start)
	for _, c := range cells {
		cell := newBlock(cellMark{}, c.Start)
		if !c.IsEmpty() {
			cell.Lines().Append(c)
		}
		row.AppendChild(row, cell)
	}
	return row
}

// splitCells cuts a line at its bars, the outer ones left out, and trims the cells.
func splitCells(src []byte, line text.Segment) []text.Segment {
	line = line.TrimRightSpace(src)
	start, stop := line.Start, line.Stop
	if start < stop && src[start] == '|' {
		start++
	}
	if stop > start && src[stop-1] == '|' && (stop-2 < start || src[stop-2] != '\\') {
		stop--
	}
	var cells []text.Segment
	for from, i := start, start; i <= stop; i++ {
		if i < stop && (src[i] != '|' || src[i-1] == '\\') {
			continue
		}
		cells = append(cells, trimCell(src, from, i))
		from = i + 1
	}
	return cells
}

// trimCell is a cell without the spaces around it.
func trimCell(src []byte, from, to int) text.Segment {
	for from < to && (src[from] == ' ' || src[from] == '\t') {
		from++
	}
	for to > from && (src[to-1] == ' ' || src[to-1] == '\t') {
		to--
	}
	return text.NewSegment(from, to)
}

// hasBar reports whether a line has a bar that is not escaped.
func hasBar(line []byte) bool {
	for i, c := range line {
		if c == '|' && (i == 0 || line[i-1] != '\\') {
			return true
		}
	}
	return false
}

// parseDashes reads the alignments of a table, nil if the line is not their row.
func parseDashes(line []byte) []book.Column {
	s := strings.TrimSpace(string(line))
	if !strings.Contains(s, "-") || strings.Trim(s, "|:- \t") != "" || !strings.ContainsAny(s, "|:") {
		return nil
	}
	s = strings.TrimSuffix(strings.TrimPrefix(s, "|"), "|")
	var columns []book.Column
	for _, cell := range strings.Split(s, "|") {
		align, ok := parseAlign(strings.TrimSpace(cell))
		if !ok {
			return nil
		}
		columns = append(columns, book.Column{Align: align})
	}
	return columns
}

// parseAlign reads one cell of the row of dashes: ":--", "--:", ":-:" or "--".
func parseAlign(s string) (book.Align, bool) {
	rest, left := strings.CutPrefix(s, ":")
	rest, right := strings.CutSuffix(rest, ":")
	if rest == "" || strings.Trim(rest, "-") != "" {
		return 0, false
	}
	switch {
	case left && right:
		return book.AlignCenter, true
	case left:
		return book.AlignLeft, true
	case right:
		return book.AlignRight, true
	}
	return book.AlignDefault, true
}

// table adds a table to the list and gives it the caption that stands after or before
// it; used is the node of the caption after it, nil if there is none.
func (r *reading) table(list []book.Block, n ast.Node, m *tableMark) (_ []book.Block, used ast.Node) {
	t := &book.Table{Node: book.Node{Pos: r.Pos(n.Pos())}, Columns: m.columns}
	head := n.FirstChild()
	if cells := r.cells(head); !blankRow(cells) {
		t.Head = [][]book.Cell{cells}
	}
	for row := head.NextSibling(); row != nil; row = row.NextSibling() {
		t.Rows = append(t.Rows, r.cells(row))
	}
	if next := n.NextSibling(); next != nil && next.Kind() == ast.KindParagraph && r.isCaption(next) {
		t.Caption, used = r.paragraph(next), next
		r.captionOf(t, next)
	} else if len(list) > 0 {
		if p, ok := list[len(list)-1].(*book.Paragraph); ok && r.isCaption(n.PreviousSibling()) {
			t.Caption, list = p, list[:len(list)-1]
			r.captionOf(t, n.PreviousSibling())
		}
	}
	return append(list, t), used
}

// cells reads a row. A cell is one paragraph, or nothing.
func (r *reading) cells(row ast.Node) []book.Cell {
	var cells []book.Cell
	for n := row.FirstChild(); n != nil; n = n.NextSibling() {
		cell := book.Cell{Pos: r.Pos(n.Pos())}
		if list := r.inlines(n); len(list) > 0 {
			inCells(list)
			cell.Blocks = []book.Block{&book.Paragraph{Node: book.Node{Pos: cell.Pos}, Inlines: list}}
		}
		cells = append(cells, cell)
	}
	return cells
}

// inCells takes the backslash from bars in code, where Markdown keeps it but a table
// needs it.
func inCells(list []book.Inline) {
	book.Inlines(list, func(n book.Inline) bool {
		if c, ok := n.(*book.CodeSpan); ok {
			c.Value = strings.ReplaceAll(c.Value, `\|`, "|")
		}
		return true
	})
}

// blankRow reports whether a row says nothing: Pandoc's way to write a table without a head.
func blankRow(cells []book.Cell) bool {
	for _, c := range cells {
		if len(c.Blocks) > 0 {
			return false
		}
	}
	return true
}
