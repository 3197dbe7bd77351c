package markdown

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"cahier/book"
)

// blocks makes the model's blocks of a node's children.
func (r *reading) blocks(parent ast.Node) []book.Block {
	if !r.enter(parent) {
		return nil
	}
	defer r.leave()
	var list []book.Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if t, ok := mark[*tableMark](n); ok {
			var used ast.Node
			list, used = r.table(list, n, t)
			if used != nil {
				n = used
			}
			continue
		}
		if b := r.block(n); b != nil {
			list = append(list, b)
		}
	}
	return list
}

// enter goes one level down in the tree, unless that is too deep.
func (r *reading) enter(n ast.Node) bool {
	if r.depth == maxDepth {
		r.deep(offsetOf(n))
		return false
	}
	r.depth++
	return true
}

// leave goes back up.
func (r *reading) leave() { r.depth-- }

// mark returns what a block of ours carries, if it is of the type.
func mark[T any](n ast.Node) (T, bool) {
	if b, ok := n.(*blockNode); ok {
		t, ok := b.what.(T)
		return t, ok
	}
	var none T
	return none, false
}

// block makes a block of a node, nil for one that is not set where it stands: a note,
// a link's definition, a comment.
func (r *reading) block(n ast.Node) book.Block {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return r.paragraphOrFigure(n)
	case *ast.Heading:
		return r.heading(n)
	case *ast.Blockquote:
		return &book.BlockQuote{Node: r.node(n), Blocks: r.blocks(n)}
	case *ast.List:
		if number, ok := r.bareNumber(n); ok {
			return number
		}
		return r.list(n)
	case *ast.CodeBlock:
		return &book.CodeBlock{Node: r.node(n), Text: r.code(n)}
	case *ast.FencedCodeBlock:
		return r.fencedCode(n)
	case *ast.ThematicBreak:
		return &book.SectionBreak{Node: r.node(n)}
	case *ast.HTMLBlock:
		r.rawBlock(n)
		return nil
	case *ast.LinkReferenceDefinition:
		r.checkUsed(n)
		return nil
	case *extast.DefinitionList:
		return r.definitions(n)
	case *blockNode:
		return r.ownBlock(n)
	}
	panic(fmt.Sprintf("markdown: unknown block %s", n.Kind()))
}

// ownBlock makes a block of a node of ours.
func (r *reading) ownBlock(n *blockNode) book.Block {
	switch what := n.what.(type) {
	case commentMark:
		return nil
	case noteMark:
		r.noteDefinition(n, what)
		return nil
	case *divMark:
		d := &book.Div{Node: r.node(n)}
		d.Attr = what.attr
		d.Blocks = r.blocks(n)
		return d
	case verseMark:
		return r.verse(n)
	}
	panic(fmt.Sprintf("markdown: unknown block of ours %T", n.what))
}

// node places a block: where its first line begins if it has lines, else where
// goldmark opened it.
func (r *reading) node(n ast.Node) book.Node {
	return book.Node{Pos: r.Pos(offsetOf(n))}
}

// offsetOf is where a node begins: its first line for what has lines, so that the indent is
// left out, and for the rest where goldmark opened it. A heading begins at its marks.
func offsetOf(n ast.Node) int {
	if n.Type() == ast.TypeBlock {
		if _, isHTML := n.(*ast.HTMLBlock); !isHTML && n.Kind() != ast.KindFencedCodeBlock && n.Lines().Len() > 0 {
			if _, isHeading := n.(*ast.Heading); !isHeading {
				return n.Lines().At(0).Start
			}
		}
	}
	if p := n.Pos(); p >= 0 {
		return p
	}
	if c := n.FirstChild(); c != nil {
		return offsetOf(c)
	}
	return 0
}

// paragraph makes a paragraph of any node that has lines: a paragraph, a term, a caption.
func (r *reading) paragraph(n ast.Node) *book.Paragraph {
	return &book.Paragraph{Node: r.node(n), Inlines: r.gather(n.FirstChild(), nil, true)}
}

// bareNumber reads a list of one numbered item without text as a paragraph: "1855." is a year
// that ends a note, not the 1855th of nothing.
func (r *reading) bareNumber(n *ast.List) (*book.Paragraph, bool) {
	item := n.FirstChild()
	if !n.IsOrdered() || item == nil || item != n.LastChild() || item.HasChildren() {
		return nil, false
	}
	from := item.Pos()
	end := from
	for end < len(r.src) && r.src[end] != n.Marker {
		end++
	}
	pos := r.Pos(from)
	text := &book.Text{Place: book.Place{Pos: pos}, Value: strings.TrimSpace(string(r.src[from:min(end+1, len(r.src))]))}
	return &book.Paragraph{Node: book.Node{Pos: pos}, Inlines: []book.Inline{text}}, true
}

// list keeps whether the items stand apart: writers set tight lists without space between.
func (r *reading) list(n *ast.List) *book.List {
	l := &book.List{Node: r.node(n), Ordered: n.IsOrdered(), Start: n.Start, Tight: n.IsTight}
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		l.Items = append(l.Items, book.ListItem{Pos: r.Pos(item.Pos()), Blocks: r.blocks(item)})
	}
	return l
}

// definitions pairs terms and details. In goldmark's tree the lines of one paragraph
// are terms of one detail; here all but the last of them have none.
func (r *reading) definitions(n *extast.DefinitionList) *book.DefinitionList {
	l := &book.DefinitionList{Node: r.node(n), Tight: true}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() == extast.KindDefinitionTerm {
			l.Items = append(l.Items, book.Definition{Term: r.paragraph(c)})
			continue
		}
		if d, ok := c.(*extast.DefinitionDescription); ok && !d.IsTight {
			l.Tight = false
		}
		last := &l.Items[len(l.Items)-1]
		last.Details = append(last.Details, r.blocks(c))
	}
	return l
}

// fencedCode reads the word after the fence, or Pandoc's attributes, whose first class is the
// language.
func (r *reading) fencedCode(n *ast.FencedCodeBlock) *book.CodeBlock {
	c := &book.CodeBlock{Node: r.node(n), Text: r.code(n)}
	if n.Info == nil {
		return c
	}
	info := string(n.Info.Segment.Value(r.src))
	word, rest, braced := strings.Cut(info, "{")
	c.Language = unescape([]byte(firstWord(word)))
	if attr, ok := parseAttr(strings.TrimSuffix(rest, "}")); braced && ok {
		c.Attr = attr
		if c.Language == "" && len(attr.Classes) > 0 {
			c.Language, c.Attr.Classes = attr.Classes[0], attr.Classes[1:]
		}
	}
	return c
}

// firstWord is the first of the words in s, "" if there are none.
func firstWord(s string) string {
	if words := strings.Fields(s); len(words) > 0 {
		return words[0]
	}
	return ""
}

// code is the lines of a code block as written, without the last line's end.
func (r *reading) code(n ast.Node) string {
	var sb strings.Builder
	lines := n.Lines()
	for i := range lines.Len() {
		l := lines.At(i)
		sb.Write(l.Value(r.src))
	}
	return strings.TrimSuffix(sb.String(), "\n")
}
