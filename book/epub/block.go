package epub

import (
	"fmt"
	"strconv"

	"cahier/book"
)

// blocks prints blocks; the first paragraph of a passage is marked as such, for engines
// without sibling selectors.
func (p *printer) blocks(list []book.Block) {
	first := true
	for _, b := range list {
		if par, ok := b.(*book.Paragraph); ok && first && len(par.Attr.Classes) == 0 {
			p.paragraph(par, nil, "first")
		} else {
			p.block(b)
		}
		first = opens(b)
	}
}

// opens reports whether a paragraph after the block begins a passage.
func opens(b book.Block) bool {
	switch b := b.(type) {
	case *book.Heading, *book.SectionBreak:
		return true
	case *book.Paragraph:
		return len(b.Attr.Classes) > 0
	case *book.Div:
		return b.Attr.Has(book.ClassEpigraph) || b.Attr.Has(book.ClassAbstract) || b.Attr.Has(book.ClassCaption)
	}
	return false
}

func (p *printer) block(b book.Block) {
	switch b := b.(type) {
	case *book.Paragraph:
		p.paragraph(b, nil)
	case *book.Heading:
		p.heading(b)
	case *book.CodeBlock:
		p.code(b)
	case *book.BlockQuote:
		p.quote(b)
	case *book.Div:
		p.div(b)
	case *book.List:
		p.list(b)
	case *book.DefinitionList:
		p.definitions(b)
	case *book.Verse:
		p.verse(b)
	case *book.Table:
		p.table(b)
	case *book.Figure:
		p.figure(b)
	case *book.SectionBreak:
		p.empty("hr", p.attrs(&b.Attr, "break")...)
		p.WriteByte('\n')
	case *book.WorkList:
		p.works(b)
	case *book.Contents:
		p.contents(b)
	case *book.NoteList:
		// The print edition's: here each article's file ends with its notes.
	default:
		panic(fmt.Sprintf("epub: unknown block %T", b))
	}
}

// group prints an element that holds blocks.
func (p *printer) group(name string, list []book.Block, attrs []string) {
	p.open(name, attrs...)
	p.WriteByte('\n')
	p.blocks(list)
	p.line()
}

// quote prints a quotation, in which the line that says whose it is has a class of its own.
func (p *printer) quote(b *book.BlockQuote) {
	outer := p.by
	p.by = book.Attribution(b.Blocks)
	p.group("blockquote", b.Blocks, p.attrs(&b.Attr))
	p.by = outer
}

// paragraph prints a paragraph; before, if not nil, prints what goes before its text.
func (p *printer) paragraph(b *book.Paragraph, before func(), classes ...string) {
	if p.epigraph && book.IsAttribution(b) || p.by == b {
		classes = append(classes, "attribution")
	}
	attrs := p.attrs(&b.Attr, classes...)
	if b.Attr.Has(book.ClassSubtitle) {
		attrs = append(attrs, "epub:type", "subtitle", "role", "doc-subtitle")
	}
	p.open("p", attrs...)
	if before != nil {
		before()
	}
	if b.Number > 0 {
		p.element("span", strconv.Itoa(b.Number), "class", "number")
		p.WriteByte(' ')
	}
	if iso := p.dateOf(b); iso != "" {
		p.open("time", "datetime", iso)
		p.content(b, b.Inlines)
		p.close()
	} else {
		p.content(b, b.Inlines)
	}
	p.line()
}

// dateOf is the machine's form of the date on the title page, "" for another paragraph.
func (p *printer) dateOf(b *book.Paragraph) string {
	date := p.edition.volume.Front.Date
	if b.Attr.Has(book.ClassDate) && date.Year > 0 && date.Year <= 9999 && plain(b.Inlines) == strconv.Itoa(date.Year) {
		return date.ISO()
	}
	return ""
}

// content prints the inlines of a leaf.
func (p *printer) content(leaf book.Block, list []book.Inline) {
	p.edition.kobo.paragraph++
	p.leaf(leaf)
	p.inlines(list)
	p.endLeaf()
}

// heading prints a heading. A page that begins with it begins before its element, so
// that the page's number is no part of the heading's name.
func (p *printer) heading(b *book.Heading) {
	p.leaf(b)
	for len(p.marks) > 0 && p.marks[0].Offset <= 0 {
		p.mark()
		p.WriteByte('\n')
	}
	attrs := p.attrs(&b.Attr)
	if b == p.doc.heading && b.Attr.ID == "" {
		attrs = append(attrs, "id", p.id(p.doc.headingID))
	}
	p.open("h"+strconv.Itoa(min(max(b.Level, 1), 6)), attrs...)
	p.edition.kobo.paragraph++
	p.inlines(b.Inlines)
	p.endLeaf()
	p.line()
}

func (p *printer) code(b *book.CodeBlock) {
	p.open("pre", p.attrs(&b.Attr)...)
	p.open("code", "class", classNames([]string{"language-" + b.Language}))
	p.edition.kobo.paragraph++
	p.leaf(b)
	p.running(b.Text)
	p.endLeaf()
	p.close()
	p.line()
}

// divSemantics are the types and roles of the divs that a manuscript may write.
var divSemantics = map[string][2]string{
	book.ClassEpigraph:   {"epigraph", "doc-epigraph"},
	book.ClassDedication: {"dedication", "doc-dedication"},
	book.ClassAbstract:   {"abstract", "doc-abstract"},
}

func (p *printer) div(b *book.Div) {
	attrs := p.attrs(&b.Attr)
	for _, c := range b.Attr.Classes {
		if s, ok := divSemantics[c]; ok {
			attrs = append(attrs, "epub:type", s[0], "role", s[1])
			break
		}
	}
	outer := p.epigraph
	p.epigraph = outer || b.Attr.Has(book.ClassEpigraph)
	p.group("div", b.Blocks, attrs)
	p.epigraph = outer
}

func (p *printer) figure(b *book.Figure) {
	p.open("figure", p.attrs(&b.Attr)...)
	p.WriteByte('\n')
	p.image(b.Image)
	p.WriteByte('\n')
	if b.Caption != nil {
		p.open("figcaption", p.attrs(&b.Caption.Attr)...)
		p.content(b.Caption, b.Caption.Inlines)
		p.line()
	}
	p.line()
}

// contents prints the articles of a meeting. The printed contents of the volume stand in a
// section of the print edition's: here nav.xhtml is the contents.
func (p *printer) contents(b *book.Contents) {
	if len(b.Entries) == 0 {
		return
	}
	p.open("ul", p.attrs(&b.Attr, "contents")...)
	p.WriteByte('\n')
	for _, e := range b.Entries {
		p.open("li")
		p.content(e.Text, []book.Inline{&book.Link{Href: "#" + e.Target, Inlines: e.Text.Inlines}})
		if e.By != nil {
			p.WriteString(", ")
			p.content(e.By, e.By.Inlines)
		}
		p.line()
	}
	p.line()
}

// works prints a list of works. An entry has no doc-biblioentry, which DPUB-ARIA 1.1
// deprecates: it is an item of a list.
func (p *printer) works(b *book.WorkList) {
	if len(b.Entries) == 0 {
		return
	}
	p.open("ul", p.attrs(&b.Attr, "works")...)
	p.WriteByte('\n')
	for _, entry := range b.Entries {
		p.open("li", "id", p.id(entry.ID))
		p.content(entry.Text, entry.Text.Inlines)
		p.line()
	}
	p.line()
}
