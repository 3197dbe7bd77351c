package clean

import (
	"strings"
	"unicode/utf8"
)

// plainTabs makes spaces of the tabs that begin or end a line or stand after a
// list's sign; those between texts part the cells of a table.
func plainTabs(text string) string {
	if !strings.Contains(text, "\t") {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		body := strings.Trim(l, " \t")
		lead, _, _ := strings.Cut(l, body)
		if head, rest, ok := strings.Cut(body, "\t"); ok && isListSign(strings.TrimSpace(head)) {
			body = head + " " + strings.ReplaceAll(rest, "\t", " ")
		}
		lines[i] = strings.ReplaceAll(lead, "\t", "    ") + body
	}
	return strings.Join(lines, "\n")
}

// isListSign reports whether a text is the sign of a list's item or of a note.
func isListSign(s string) bool {
	if lead, _ := itemLead(s + " x"); lead != "" {
		return true
	}
	label, rest := leadLabel(defLine{text: s + " x"})
	return label != "" && rest == "x" && !isNumber(s)
}

// splitGrids parts the rows of tables from the lines around them: two lines or
// more with the same number of tabs.
func splitGrids(lines []string) (parts [][]string) {
	start := 0
	for i := 0; i < len(lines); {
		end := i
		for end < len(lines) && cells(lines[end]) > 1 && cells(lines[end]) == cells(lines[i]) {
			end++
		}
		if end-i < 2 {
			i = max(end, i+1)
			continue
		}
		if i > start {
			parts = append(parts, lines[start:i])
		}
		parts = append(parts, lines[i:end])
		i, start = end, end
	}
	if start < len(lines) {
		parts = append(parts, lines[start:])
	}
	return parts
}

func cells(l string) int { return strings.Count(l, "\t") + 1 }

// isGrid reports whether lines are the rows of a table.
func isGrid(lines []string) bool {
	if len(lines) < 2 || cells(lines[0]) < 2 {
		return false
	}
	for _, l := range lines {
		if cells(l) != cells(lines[0]) || utf8.RuneCountInString(l) > 600 {
			return false
		}
	}
	return true
}

// writeGrid writes the rows of a table; the first is its head.
func writeGrid(text string) string {
	var b strings.Builder
	for i, row := range strings.Split(text, "\n") {
		for c := range strings.SplitSeq(row, "\t") {
			b.WriteString("| " + strings.ReplaceAll(writeText(squeeze(c)), "|", `\|`) + " ")
		}
		b.WriteString("|\n")
		if i == 0 {
			b.WriteString(strings.Repeat("|---", cells(row)) + "|\n")
		}
	}
	return strings.TrimRight(b.String(), "\n")
}
