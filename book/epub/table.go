package epub

import "cahier/book"

// table prints a table with its caption, and below it the notes called in it: a
// note's mark in a table leads to where the eye is.
func (p *printer) table(b *book.Table) {
	if len(b.Head)+len(b.Rows) > 0 {
		p.open("div", "class", "table")
		p.WriteByte('\n')
		p.grid(b)
		p.line()
	} else if b.Caption != nil {
		p.paragraph(b.Caption, nil)
	}
	if len(b.Notes) == 0 {
		return
	}
	p.open("div", "class", "table-notes")
	p.WriteByte('\n')
	for _, n := range b.Notes {
		p.note(n)
	}
	p.line()
}

func (p *printer) grid(b *book.Table) {
	p.open("table", p.attrs(&b.Attr)...)
	p.WriteByte('\n')
	if b.Caption != nil {
		p.open("caption", p.attrs(&b.Caption.Attr)...)
		p.content(b.Caption, b.Caption.Inlines)
		p.line()
	}
	p.rows("thead", b, b.Head)
	p.rows("tbody", b, b.Rows)
	p.line()
}

func (p *printer) rows(name string, b *book.Table, rows [][]book.Cell) {
	if len(rows) == 0 {
		return
	}
	p.open(name)
	p.WriteByte('\n')
	for _, row := range rows {
		p.open("tr")
		for i, c := range row {
			p.cell(name == "thead", alignment(b, i), c)
		}
		p.line()
	}
	p.line()
}

// cell prints a cell. A heading cell without text is no heading (axe, empty-table-header).
func (p *printer) cell(head bool, align string, c book.Cell) {
	if head && len(c.Blocks) > 0 && hasText(c.Blocks) {
		p.open("th", "scope", "col", "class", align)
	} else {
		p.open("td", "class", align)
	}
	p.items(c.Blocks, true)
	p.close()
}

func hasText(list []book.Block) bool {
	found := false
	book.Blocks(list, func(b book.Block) bool {
		found = found || book.LeafText(b) != ""
		return !found
	})
	return found
}

// alignment is the class of a column's cells.
func alignment(b *book.Table, column int) string {
	if column >= len(b.Columns) {
		return ""
	}
	switch b.Columns[column].Align {
	case book.AlignLeft:
		return "left"
	case book.AlignCenter:
		return "center"
	case book.AlignRight:
		return "right"
	}
	return ""
}
