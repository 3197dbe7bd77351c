package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"cahier/book"
)

var captionMarks = [][]byte{[]byte("Table:"), []byte("table:"), []byte(":")}

// isCaption reports whether a paragraph begins with the mark of a caption.
func (r *reading) isCaption(n ast.Node) bool {
	if n == nil || n.Lines().Len() == 0 {
		return false
	}
	line := n.Lines().At(0)
	return captionSize(string(bytes.TrimSpace(line.Value(r.src)))) > 0
}

// captionSize is the size of the mark and the spaces that begin a caption, 0 if s is
// none.
func captionSize(s string) int {
	for _, m := range captionMarks {
		if rest, ok := strings.CutPrefix(s, string(m)); ok {
			return len(s) - len(strings.TrimLeft(rest, " "))
		}
	}
	return 0
}

// captionOf takes the mark off a caption's beginning and the table's attributes off
// its end.
func (r *reading) captionOf(t *book.Table, n ast.Node) {
	list := t.Caption.Inlines
	first, ok := list[0].(*book.Text)
	if !ok {
		return
	}
	size := captionSize(first.Value)
	first.Value = first.Value[size:]
	first.Pos = r.afterMark(n)
	t.Caption.Pos = first.Pos
	if last, ok := list[len(list)-1].(*book.Text); ok && strings.HasSuffix(last.Value, "}") {
		if before, inner, found := cutLast(strings.TrimSuffix(last.Value, "}"), "{"); found {
			if attr, ok := parseAttr(inner); ok {
				t.Attr, last.Value = attr, strings.TrimRight(before, " ")
			}
		}
	}
	t.Caption.Inlines = dropEmpty(list)
	if len(t.Caption.Inlines) == 0 {
		t.Caption = nil
	}
}

// afterMark is where a caption's text begins: behind its mark, or on the next line.
func (r *reading) afterMark(n ast.Node) book.Pos {
	line := n.Lines().At(0)
	value := bytes.TrimRight(line.Value(r.src), " \t\n")
	offset := captionSize(string(value))
	if offset == len(value) && n.Lines().Len() > 1 {
		return r.Pos(n.Lines().At(1).Start)
	}
	return r.Pos(line.Start + offset)
}

// cutLast is strings.Cut around the last separator.
func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// dropEmpty leaves out texts that have become empty, at either end.
func dropEmpty(list []book.Inline) []book.Inline {
	kept := list[:0]
	for _, n := range list {
		if t, ok := n.(*book.Text); !ok || t.Value != "" {
			kept = append(kept, n)
		}
	}
	return kept
}
