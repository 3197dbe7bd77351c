package markdown

import (
	"fmt"
	"strings"

	"cahier/book"
)

// dump prints a tree, one node a line, with its place and what it holds.
func dump(blocks []book.Block) string {
	d := &dumper{notes: map[*book.Note]string{}}
	d.blocks(0, blocks)
	return d.sb.String()
}

type dumper struct {
	sb    strings.Builder
	notes map[*book.Note]string
}

func (d *dumper) line(depth int, pos book.Pos, format string, args ...any) {
	fmt.Fprintf(&d.sb, "%s%s @%d:%d\n", strings.Repeat("  ", depth), strings.TrimRight(fmt.Sprintf(format, args...), " "), pos.Line, pos.Col)
}

func attrs(a book.Attr) string {
	var parts []string
	if a.ID != "" {
		parts = append(parts, "#"+a.ID)
	}
	for _, c := range a.Classes {
		parts = append(parts, "."+c)
	}
	if a.Lang != "" {
		parts = append(parts, "lang="+a.Lang)
	}
	for _, kv := range a.Values {
		parts = append(parts, fmt.Sprintf("%s=%q", kv.Key, kv.Value))
	}
	if len(parts) == 0 {
		return ""
	}
	return "{" + strings.Join(parts, " ") + "}"
}

func (d *dumper) blocks(depth int, list []book.Block) {
	for _, b := range list {
		d.block(depth, b)
	}
}

func (d *dumper) block(depth int, b book.Block) {
	pos, a := b.Position(), attrs(*b.Attributes())
	switch b := b.(type) {
	case *book.Paragraph:
		d.line(depth, pos, "paragraph %s", a)
		d.inlines(depth+1, b.Inlines)
	case *book.Heading:
		d.line(depth, pos, "heading %d %s", b.Level, a)
		d.inlines(depth+1, b.Inlines)
	case *book.CodeBlock:
		d.line(depth, pos, "code %s %s %q", b.Language, a, b.Text)
	case *book.BlockQuote:
		d.line(depth, pos, "quote %s", a)
		d.blocks(depth+1, b.Blocks)
	case *book.Div:
		d.line(depth, pos, "div %s", a)
		d.blocks(depth+1, b.Blocks)
	case *book.SectionBreak:
		d.line(depth, pos, "break")
	case *book.List:
		d.line(depth, pos, "list ordered=%v start=%d tight=%v %s", b.Ordered, b.Start, b.Tight, a)
		for _, it := range b.Items {
			d.line(depth+1, it.Pos, "item")
			d.blocks(depth+2, it.Blocks)
		}
	case *book.DefinitionList:
		d.line(depth, pos, "definitions tight=%v", b.Tight)
		for _, it := range b.Items {
			d.line(depth+1, it.Term.Pos, "term")
			d.inlines(depth+2, it.Term.Inlines)
			for _, det := range it.Details {
				d.sb.WriteString(strings.Repeat("  ", depth+1) + "details\n")
				d.blocks(depth+2, det)
			}
		}
	case *book.Verse:
		d.line(depth, pos, "verse")
		for _, l := range b.Lines {
			d.line(depth+1, l.Text.Pos, "line indent=%d", l.Indent)
			d.inlines(depth+2, l.Text.Inlines)
		}
	case *book.Table:
		d.line(depth, pos, "table %v %s", b.Columns, a)
		if b.Caption != nil {
			d.line(depth+1, b.Caption.Pos, "caption")
			d.inlines(depth+2, b.Caption.Inlines)
		}
		d.rows(depth+1, "head", b.Head)
		d.rows(depth+1, "row", b.Rows)
	case *book.Figure:
		d.line(depth, pos, "figure %s", a)
		d.inlines(depth+1, []book.Inline{b.Image})
		if b.Caption != nil {
			d.line(depth+1, b.Caption.Pos, "caption")
			d.inlines(depth+2, b.Caption.Inlines)
		}
	default:
		panic(fmt.Sprintf("dump: %T", b))
	}
}

func (d *dumper) rows(depth int, what string, rows [][]book.Cell) {
	for _, row := range rows {
		d.sb.WriteString(strings.Repeat("  ", depth) + what + "\n")
		for _, c := range row {
			d.line(depth+1, c.Pos, "cell")
			d.blocks(depth+2, c.Blocks)
		}
	}
}

func (d *dumper) inlines(depth int, list []book.Inline) {
	for _, n := range list {
		d.inline(depth, n)
	}
}

func (d *dumper) inline(depth int, n book.Inline) {
	pos := n.Position()
	switch n := n.(type) {
	case *book.Text:
		d.line(depth, pos, "%q", n.Value)
	case *book.CodeSpan:
		d.line(depth, pos, "code %q", n.Value)
	case *book.LineBreak:
		d.line(depth, pos, "newline")
	case *book.Image:
		d.line(depth, pos, "image %s alt=%q decorative=%v %s", n.Src, n.Alt, n.Decorative, attrs(n.Attr))
	case *book.NoteCall:
		d.note(depth, n)
	case *book.Citation:
		d.line(depth, pos, "citation mode=%d", n.Mode)
		for _, c := range n.Items {
			d.line(depth+1, c.Pos, "cite %s locator=%s:%q suppress=%v", c.Key, c.Locator.Label, c.Locator.Value, c.SuppressAuthor)
			if len(c.Prefix) > 0 {
				d.sb.WriteString(strings.Repeat("  ", depth+2) + "prefix\n")
				d.inlines(depth+3, c.Prefix)
			}
			if len(c.Suffix) > 0 {
				d.sb.WriteString(strings.Repeat("  ", depth+2) + "suffix\n")
				d.inlines(depth+3, c.Suffix)
			}
		}
	case *book.Link:
		d.line(depth, pos, "link %s %q", n.Href, n.Title)
		d.inlines(depth+1, n.Inlines)
	case *book.Span:
		d.line(depth, pos, "span %s", attrs(n.Attr))
		d.inlines(depth+1, n.Inlines)
	default:
		d.line(depth, pos, "%s", strings.ToLower(strings.TrimPrefix(fmt.Sprintf("%T", n), "*book.")))
		d.inlines(depth+1, *book.Within(n))
	}
}

func (d *dumper) note(depth int, call *book.NoteCall) {
	if call.Note == nil {
		d.line(depth, call.Pos, "call nil")
		return
	}
	id, seen := d.notes[call.Note]
	if !seen {
		id = fmt.Sprint(len(d.notes) + 1)
		d.notes[call.Note] = id
	}
	d.line(depth, call.Pos, "call note %s", id)
	if !seen {
		d.line(depth+1, call.Note.Pos, "note %s id=%q calls=%d", id, call.Note.ID, len(call.Note.Calls))
		d.blocks(depth+2, call.Note.Blocks)
	}
}
