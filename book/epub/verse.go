package epub

import (
	"strconv"

	"cahier/book"
)

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
