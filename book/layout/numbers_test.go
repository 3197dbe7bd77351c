package layout

import (
	"testing"

	"cahier/book"
)

// Columns of numbers are read from their ends; what an author aligned stays, and years
// beside words, or one number alone, are no column of numbers.
func TestAlignNumbers(t *testing.T) {
	rows := [][]string{{"Rome", "12", "1 430", "€5.20", "1848", "–", "3"}, {"Bari", "−3,5", "7\u202f000", "12 %", "c. 1850", "4", ""}, {"Pisa", "200", "8", "–", "1851", "5", ""}}
	table := &book.Table{}
	for _, r := range rows {
		var cells []book.Cell
		for _, c := range r {
			cells = append(cells, book.Cell{Blocks: []book.Block{&book.Paragraph{Inlines: text(c)}}})
		}
		table.Rows = append(table.Rows, cells)
	}
	table.Columns = make([]book.Column, len(rows[0]))
	table.Columns[2].Align = book.AlignCenter
	alignNumbers(&Volume{Sections: []*Section{{Blocks: []book.Block{table}}}})
	want := []book.Align{book.AlignDefault, book.AlignRight, book.AlignCenter, book.AlignRight, book.AlignDefault, book.AlignRight, book.AlignDefault}
	for i, c := range table.Columns {
		if c.Align != want[i] {
			t.Errorf("column %d is aligned %d, want %d", i+1, c.Align, want[i])
		}
	}
}
