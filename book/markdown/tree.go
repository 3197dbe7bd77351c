package markdown

import "github.com/yuin/goldmark/ast"

// goldmark wants a type with a kind for each node. The closed set of those that are
// ours is told apart by what they carry instead.

// blockNode is a block of ours in goldmark's tree.
type blockNode struct {
	ast.BaseBlock
	what any // *divMark, noteMark, verseMark, lineMark, *tableMark, rowMark, cellMark, *openComment, commentMark
}

// inlineNode is an inline of ours in goldmark's tree.
type inlineNode struct {
	ast.BaseInline
	what any // *opener, noteCallMark, noteMark, spanMark, linkMark, imageMark, groupMark, *keyMark, scriptMark, semicolonMark
}

var (
	blockKind  = ast.NewNodeKind("CahierBlock")
	inlineKind = ast.NewNodeKind("CahierInline")
)

// Kind and Dump make the two nodes of goldmark.
func (*blockNode) Kind() ast.NodeKind               { return blockKind }
func (*inlineNode) Kind() ast.NodeKind              { return inlineKind }
func (n *blockNode) Dump(source []byte, level int)  { ast.DumpHelper(n, source, level, nil, nil) }
func (n *inlineNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// newBlock makes a block of ours that begins at an offset.
func newBlock(what any, offset int) *blockNode {
	n := &blockNode{what: what}
	n.SetPos(offset)
	return n
}

// newInline makes an inline of ours that begins at an offset.
func newInline(what any, offset int) *inlineNode {
	n := &inlineNode{what: what}
	n.SetPos(offset)
	return n
}

// adopt moves the siblings after a node up to the end of the parent into another.
func adopt(into, after ast.Node) {
	parent := after.Parent()
	for c := after.NextSibling(); c != nil; {
		next := c.NextSibling()
		parent.RemoveChild(parent, c)
		into.AppendChild(into, c)
		c = next
	}
}
