package book

import "fmt"

// Blocks calls visit for each block and every block inside it, in reading order, a
// block before those that it holds. It does not enter notes. If visit returns false
// the blocks inside are passed over.
func Blocks(list []Block, visit func(Block) bool) {
	for _, b := range list {
		if !visit(b) {
			continue
		}
		for _, inner := range Children(b) {
			Blocks(inner, visit)
		}
	}
}

// Children returns the lists of blocks that a block holds, in reading order, with
// terms, verse lines and captions as paragraphs. A leaf has none.
func Children(b Block) [][]Block {
	switch b := b.(type) {
	case *Paragraph, *Heading, *CodeBlock, *SectionBreak, *NoteList:
		return nil
	case *BlockQuote:
		return [][]Block{b.Blocks}
	case *Div:
		return [][]Block{b.Blocks}
	case *List:
		lists := make([][]Block, len(b.Items))
		for i, it := range b.Items {
			lists[i] = it.Blocks
		}
		return lists
	case *DefinitionList:
		var lists [][]Block
		for _, it := range b.Items {
			lists = append(lists, []Block{it.Term})
			lists = append(lists, it.Details...)
		}
		return lists
	case *Verse:
		lists := make([][]Block, len(b.Lines))
		for i, l := range b.Lines {
			lists[i] = []Block{l.Text}
		}
		return lists
	case *Table:
		return tableChildren(b)
	case *Figure:
		if b.Caption == nil {
			return nil
		}
		return [][]Block{{b.Caption}}
	case *Contents:
		var lists [][]Block
		for _, e := range b.Entries {
			lists = append(lists, []Block{e.Text})
			if e.By != nil {
				lists = append(lists, []Block{e.By})
			}
		}
		return lists
	case *WorkList:
		lists := make([][]Block, len(b.Entries))
		for i, e := range b.Entries {
			lists[i] = []Block{e.Text}
		}
		return lists
	}
	panic(fmt.Sprintf("book: unknown block %T", b))
}

func tableChildren(t *Table) [][]Block {
	var lists [][]Block
	if t.Caption != nil {
		lists = append(lists, []Block{t.Caption})
	}
	for _, rows := range [][][]Cell{t.Head, t.Rows} {
		for _, row := range rows {
			for _, c := range row {
				lists = append(lists, c.Blocks)
			}
		}
	}
	return lists
}

// Content returns a pointer to the inlines of a leaf, nil for another block and for
// a CodeBlock.
func Content(b Block) *[]Inline {
	switch b := b.(type) {
	case *Paragraph:
		return &b.Inlines
	case *Heading:
		return &b.Inlines
	}
	return nil
}

// Within returns a pointer to the inlines that an inline holds, nil for one that
// holds none. A worded citation holds its Text.
func Within(n Inline) *[]Inline {
	switch n := n.(type) {
	case *Text, *CodeSpan, *LineBreak, *Image, *NoteCall:
		return nil
	case *Emphasis:
		return &n.Inlines
	case *Strong:
		return &n.Inlines
	case *Span:
		return &n.Inlines
	case *Superscript:
		return &n.Inlines
	case *Subscript:
		return &n.Inlines
	case *Strikeout:
		return &n.Inlines
	case *Link:
		return &n.Inlines
	case *Citation:
		return &n.Text
	}
	panic(fmt.Sprintf("book: unknown inline %T", n))
}

// Inlines calls visit for each inline and every inline inside it, in reading order. If
// visit returns false the inlines inside are passed over.
func Inlines(list []Inline, visit func(Inline) bool) {
	for _, n := range list {
		if !visit(n) {
			continue
		}
		if inner := Within(n); inner != nil {
			Inlines(*inner, visit)
		}
	}
}

// AllInlines calls visit for every inline of every leaf of the blocks.
func AllInlines(list []Block, visit func(Inline) bool) {
	Blocks(list, func(b Block) bool {
		if c := Content(b); c != nil {
			Inlines(*c, visit)
		}
		return true
	})
}
