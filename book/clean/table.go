package clean

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"cahier/book"
)

// maxSpan bounds colspan and rowspan: pages ask for thousands.
const maxSpan = 40

// renderTable writes a table of data as a pipe table, and one that only places
// things on the page as its contents.
func renderTable(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	rows, head := tableRows(ctx, n)
	if isLayout(n, rows) {
		w.WriteString("\n\n")
		for _, c := range tags(n, atom.Caption, atom.Td, atom.Th) {
			if within(c.Parent, atom.Td, atom.Th) == nil || within(c.Parent, atom.Table) == n {
				if within(c, atom.Table) == n {
					w.WriteString("\n\n" + inner(ctx, c) + "\n\n")
				}
			}
		}
		return converter.RenderSuccess
	}
	width := 0
	for _, r := range rows {
		width = max(width, len(r))
	}
	w.WriteString("\n\n")
	if !head && !headsNumbers(rows, width) {
		rows = append([][]string{make([]string, width)}, rows...)
	}
	for i, r := range rows {
		w.WriteString("|")
		for k := range width {
			cell := ""
			if k < len(r) {
				cell = r[k]
			}
			w.WriteString(" " + cell + strings.Repeat(" ", min(1, len(cell))) + "|")
		}
		w.WriteString("\n")
		if i == 0 {
			w.WriteString("|" + strings.Repeat(" --- |", width) + "\n")
		}
	}
	w.WriteString("\n")
	if c := first(n, atom.Caption); c != nil && within(c, atom.Table) == n {
		if text := strings.TrimSpace(inner(ctx, c)); text != "" {
			w.WriteString("Table: " + strings.ReplaceAll(text, "\n", " ") + "\n\n")
		}
	}
	return converter.RenderSuccess
}

// headsNumbers reports whether the first row, though it is not marked as the
// head, stands in words over a column of numbers.
func headsNumbers(rows [][]string, width int) bool {
	if len(rows) < 3 || len(rows[0]) < width {
		return false
	}
	over := false
	for k, c := range rows[0] {
		if strings.IndexFunc(c, unicode.IsLetter) < 0 && (c != "" || k > 0) {
			return false
		}
		var column []string
		for _, r := range rows[1:] {
			if k < len(r) {
				column = append(column, r[k])
			}
		}
		over = over || book.IsNumeric(column)
	}
	return over
}

// tableRows reads the cells of a table, repeating a spanned cell as empty ones,
// and says whether the first row is a head.
func tableRows(ctx converter.Context, n *html.Node) (rows [][]string, head bool) {
	down := map[int]int{} // columns that a cell of an earlier row still fills
	for _, tr := range tags(n, atom.Tr) {
		if within(tr, atom.Table) != n {
			continue
		}
		var row []string
		skip := func() {
			for down[len(row)] > 0 {
				down[len(row)]--
				row = append(row, "")
			}
		}
		all, bold := true, allBold(tr)
		for _, c := range children(tr) {
			if !is(c, atom.Td, atom.Th) {
				continue
			}
			skip()
			all = all && is(c, atom.Th)
			if bold && len(rows) == 0 {
				for _, b := range tags(c, atom.B, atom.Strong) {
					unwrap(b)
				}
			}
			at := len(row)
			row = append(row, cellText(inner(ctx, c)))
			for range span(c, "colspan") - 1 {
				row = append(row, "")
			}
			for k := at; k < len(row); k++ {
				down[k] = span(c, "rowspan") - 1
			}
		}
		skip()
		if len(row) == 0 || strings.Join(row, "") == "" {
			continue
		}
		if len(rows) == 0 {
			head = all || within(tr, atom.Thead) != nil || bold
		}
		rows = append(rows, row)
	}
	return rows, head
}

// allBold reports whether every cell of a row is set in bold: word processors
// write the head of a table so.
func allBold(tr *html.Node) bool {
	for _, c := range children(tr) {
		if !is(c, atom.Td, atom.Th) {
			continue
		}
		bold := ""
		for _, b := range tags(c, atom.B, atom.Strong) {
			bold += textOf(b)
		}
		if bold == "" || bold != textOf(c) {
			return false
		}
	}
	return true
}

func span(c *html.Node, key string) int {
	k, err := strconv.Atoi(strings.TrimSpace(attr(c, key)))
	if err != nil {
		return 1
	}
	return min(max(k, 1), maxSpan)
}

// cellText is a cell's text on one line, with its bars escaped.
func cellText(s string) string {
	s = squeeze(strings.ReplaceAll(s, "\\\n", " "))
	return strings.ReplaceAll(s, "|", `\|`)
}

// isLayout reports whether a table places things: one column or one cell, or
// cells that hold headings, lists, pictures or long paragraphs, or other tables.
func isLayout(n *html.Node, rows [][]string) bool {
	width, long := 0, 0
	for _, r := range rows {
		width = max(width, len(r))
		for _, c := range r {
			if len(c) > 600 {
				long++
			}
		}
	}
	if width < 2 || attr(n, "role") == "presentation" && first(n, atom.Th) == nil {
		return true
	}
	inCells := elements(n, func(c *html.Node) bool {
		return c != n && (is(c, atom.Table, atom.Blockquote, atom.Pre) || isHeading(c) || is(c, atom.Ul, atom.Ol))
	})
	return first(n, atom.Th) == nil && (long > 0 || len(inCells) > 0)
}

// renderDefinitions writes a definition list.
func renderDefinitions(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	if first(n, atom.Dt) == nil || first(n, atom.Dd) == nil {
		w.WriteString("\n\n" + inner(ctx, n) + "\n\n")
		return converter.RenderSuccess
	}
	w.WriteString("\n\n")
	for _, c := range elements(n, func(c *html.Node) bool { return is(c, atom.Dt, atom.Dd) && within(c, atom.Dl) == n }) {
		text := collapseBlank(strings.TrimSpace(inner(ctx, c)))
		if text == "" {
			continue
		}
		if is(c, atom.Dt) {
			w.WriteString("\n" + strings.ReplaceAll(text, "\n", " ") + "\n")
		} else {
			w.WriteString(":   " + indent(text, 4) + "\n")
		}
	}
	w.WriteString("\n")
	return converter.RenderSuccess
}
