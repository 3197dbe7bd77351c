package book

import "strings"

// PlainText is the text of inlines: the values of Text and CodeSpan, a newline for a
// LineBreak, nothing for images and note calls. Offsets in a book's text are byte
// offsets into the PlainText of a leaf.
func PlainText(list []Inline) string {
	var sb strings.Builder
	Inlines(list, func(n Inline) bool {
		switch n := n.(type) {
		case *Text:
			sb.WriteString(n.Value)
		case *CodeSpan:
			sb.WriteString(n.Value)
		case *LineBreak:
			sb.WriteByte('\n')
		}
		return true
	})
	return sb.String()
}

// LeafText is the PlainText of a leaf, or the text of a code block; "" for another
// block.
func LeafText(b Block) string {
	if c, ok := b.(*CodeBlock); ok {
		return c.Text
	}
	if c := Content(b); c != nil {
		return PlainText(*c)
	}
	return ""
}

// IsLeaf reports whether the block holds text itself.
func IsLeaf(b Block) bool {
	switch b.(type) {
	case *Paragraph, *Heading, *CodeBlock:
		return true
	}
	return false
}
