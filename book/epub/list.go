package epub

import (
	"strconv"

	"cahier/book"
)

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
