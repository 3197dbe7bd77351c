package layout

import (
	"fmt"

	"cahier/book"
)

// text makes a run of text out of a string; nothing out of "".
func text(s string) []book.Inline {
	if s == "" {
		return nil
	}
	return []book.Inline{&book.Text{Value: s}}
}

// paragraph makes a paragraph of a class.
func paragraph(class string, content []book.Inline) *book.Paragraph {
	p := &book.Paragraph{Inlines: content}
	if class != "" {
		p.Attr.Classes = []string{class}
	}
	return p
}

// group makes a div of a class.
func group(class string, blocks []book.Block) *book.Div {
	d := &book.Div{Blocks: blocks}
	d.Attr.Classes = []string{class}
	return d
}

// heading makes a heading with an anchor.
func heading(level int, id, class string, content []book.Inline) *book.Heading {
	h := &book.Heading{Level: level, Inlines: content}
	h.Attr.ID = id
	if class != "" {
		h.Attr.Classes = []string{class}
	}
	return h
}

// address makes an address lead to itself.
func address(url string) []book.Inline {
	return []book.Inline{&book.Link{Href: url, Inlines: text(url)}}
}

// fill replaces the one %s of a worded form by inlines.
func fill(form string, content []book.Inline) []book.Inline {
	for i := 0; i+1 < len(form); i++ {
		if form[i] == '%' && form[i+1] == 's' {
			out := text(form[:i])
			out = append(out, content...)
			return append(out, text(form[i+2:])...)
		}
	}
	return append(text(form), content...)
}

// withoutNotes copies inlines, leaving out note calls, images, links and anchors: what
// stands in contents, heads and outlines.
func withoutNotes(list []book.Inline) []book.Inline {
	var out []book.Inline
	for _, n := range list {
		switch n := n.(type) {
		case *book.NoteCall, *book.Image:
		case *book.LineBreak:
			out = append(out, text(" ")...)
		case *book.Link:
			out = append(out, withoutNotes(n.Inlines)...)
		case *book.Citation:
			out = append(out, withoutNotes(n.Text)...)
		case *book.Emphasis:
			out = append(out, &book.Emphasis{Place: n.Place, Inlines: withoutNotes(n.Inlines)})
		case *book.Strong:
			out = append(out, &book.Strong{Place: n.Place, Inlines: withoutNotes(n.Inlines)})
		case *book.Span:
			attr := n.Attr
			attr.ID = ""
			out = append(out, &book.Span{Place: n.Place, Attr: attr, Inlines: withoutNotes(n.Inlines)})
		case *book.Superscript:
			out = append(out, &book.Superscript{Place: n.Place, Inlines: withoutNotes(n.Inlines)})
		case *book.Subscript:
			out = append(out, &book.Subscript{Place: n.Place, Inlines: withoutNotes(n.Inlines)})
		case *book.Strikeout:
			out = append(out, &book.Strikeout{Place: n.Place, Inlines: withoutNotes(n.Inlines)})
		case *book.Text:
			out = append(out, &book.Text{Place: n.Place, Value: n.Value})
		case *book.CodeSpan:
			out = append(out, &book.CodeSpan{Place: n.Place, Value: n.Value})
		default:
			panic(fmt.Sprintf("layout: unknown inline %T", n))
		}
	}
	return out
}
