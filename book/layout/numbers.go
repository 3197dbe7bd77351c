package layout

import (
	"regexp"
	"strings"

	"cahier/book"
)

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
				if c := &t.Columns[i]; c.Align == book.AlignDefault && isNumeric(t.Rows, i) {
					c.Align = book.AlignRight
				}
			}
		}
		return true
	})
}

// numberCell is a number as tables have it: a sign, digits in groups, money or per cent.
var numberCell = regexp.MustCompile(`^[-−–+±~]?[$€£]?[\s\x{a0}\x{202f}]?\d[\d.,’'\s\x{a0}\x{202f}]*[%‰€£$]?$`)

// isNumeric reports whether a column holds two numbers or more, and nothing else but dashes
// for what is missing.
func isNumeric(rows [][]book.Cell, column int) bool {
	count := 0
	for _, row := range rows {
		if column >= len(row) {
			continue
		}
		text := ""
		for _, b := range row[column].Blocks {
			text += book.LeafText(b)
		}
		switch text = strings.TrimSpace(text); {
		case strings.Trim(text, "-–—") == "":
		case !numberCell.MatchString(text):
			return false
		default:
			count++
		}
	}
	return count > 1
}
