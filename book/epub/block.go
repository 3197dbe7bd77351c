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
		p.group("blockquote", b.Blocks, p.attrs(&b.Attr))
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
	case *book.Contents, *book.NoteList:
		// The print edition's: here nav.xhtml is the contents, and each article's file
		// ends with its notes.
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

// paragraph prints a paragraph; before, if not nil, prints what goes before its text.
func (p *printer) paragraph(b *book.Paragraph, before func(), classes ...string) {
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

func (p *printer) heading(b *book.Heading) {
	attrs := p.attrs(&b.Attr)
	if b == p.doc.heading && b.Attr.ID == "" {
		attrs = append(attrs, "id", p.id(p.doc.headingID))
	}
	p.open("h"+strconv.Itoa(min(max(b.Level, 1), 6)), attrs...)
	p.content(b, b.Inlines)
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
	name := "div"
	if b.Attr.Has(book.ClassAbstract) {
		name = "section"
	}
	p.group(name, b.Blocks, attrs)
}

func (p *printer) list(b *book.List) {
	if len(b.Items) == 0 {
		return
	}
	name, start := "ul", ""
	if b.Ordered {
		name = "ol"
		if b.Start != 1 {
			start = strconv.Itoa(b.Start)
		}
	}
	p.open(name, append(p.attrs(&b.Attr), "start", start)...)
	p.WriteByte('\n')
	for _, item := range b.Items {
		p.open("li")
		p.items(item.Blocks, b.Tight)
		p.line()
	}
	p.line()
}

// items prints the blocks of an item or a cell. In a tight one, a plain paragraph is
// printed without its element.
func (p *printer) items(list []book.Block, tight bool) {
	for i, b := range list {
		if par, ok := b.(*book.Paragraph); ok && tight && i == 0 && par.Attr.ID == "" && len(par.Attr.Classes) == 0 && par.Attr.Lang == "" && par.Number == 0 {
			p.content(par, par.Inlines)
			continue
		}
		p.block(b)
	}
}

func (p *printer) definitions(b *book.DefinitionList) {
	if len(b.Items) == 0 {
		return
	}
	p.open("dl", p.attrs(&b.Attr)...)
	p.WriteByte('\n')
	for _, item := range b.Items {
		p.open("dt", p.attrs(&item.Term.Attr)...)
		p.content(item.Term, item.Term.Inlines)
		p.line()
		if len(item.Details) == 0 { // a term wants at least one (HTML, the dl element)
			p.open("dd")
			p.line()
		}
		for _, d := range item.Details {
			p.open("dd")
			p.items(d, b.Tight)
			p.line()
		}
	}
	p.line()
}

// verse prints each stanza as a paragraph and each line as a block of its own, so that
// a line too long for the screen can hang. The br is for readers without style sheets.
func (p *printer) verse(b *book.Verse) {
	p.open("div", p.attrs(&b.Attr, "verse")...)
	p.WriteByte('\n')
	open := false
	for _, l := range b.Lines {
		if blank := l.Text == nil || len(l.Text.Inlines) == 0; blank {
			if l.Text != nil {
				p.blankLine(l.Text)
			}
			if open {
				p.line()
			}
			open = false
			continue
		}
		if open {
			p.empty("br")
		} else {
			p.open("p", "class", "stanza")
		}
		open = true
		p.open("span", p.attrs(&l.Text.Attr, "line", indentClass(l.Indent))...)
		p.content(l.Text, l.Text.Inlines)
		p.close()
	}
	if open {
		p.line()
	}
	p.line()
}

// blankLine keeps the page-break marks of a line without text.
func (p *printer) blankLine(b *book.Paragraph) {
	if len(p.edition.marks[b]) > 0 {
		p.leaf(b)
		p.endLeaf()
	}
}

// indentClass is the class of a line's indent: an em for every two spaces, at most ten.
func indentClass(spaces int) string {
	if spaces <= 0 {
		return ""
	}
	return "in" + strconv.Itoa(min((spaces+1)/2, 10))
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
