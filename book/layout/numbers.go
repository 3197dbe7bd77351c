package layout

import "cahier/book"

// alignNumbers has the columns of tables that hold nothing but numbers read from their
// ends, where the author said nothing about them.
func alignNumbers(v *Volume) {
	for _, s := range v.Sections {
		align(s.Blocks)
		for _, n := range s.Notes {
			align(n.Blocks)
		}
	}
}

func align(list []book.Block) {
	book.Blocks(list, func(b book.Block) bool {
		if t, ok := b.(*book.Table); ok {
			for i := range t.Columns {
				if c := &t.Columns[i]; c.Align == book.AlignDefault && book.IsNumeric(columnText(t.Rows, i)) {
					c.Align = book.AlignRight
				}
			}
		}
		return true
	})
}

// columnText is what the cells of a column say, row by row.
func columnText(rows [][]book.Cell, column int) []string {
	var list []string
	for _, row := range rows {
		if column >= len(row) {
			continue
		}
		text := ""
		for _, b := range row[column].Blocks {
			text += book.LeafText(b)
		}
		list = append(list, text)
	}
	return list
}
