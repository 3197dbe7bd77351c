package manuscript

import (
	"strings"

	"cahier/book"
)

// Limits of YAML, for front matter, book.yaml and libraries. The library that parses it is
// recursive, and its time grows with the square of some lengths; the limits bound those.
// No honest file comes near them, but for the first: a larger library of sources is
// exported as JSON.
const (
	maxYAML       = 1 << 20 // bytes
	maxYAMLDepth  = 32      // values in values
	maxYAMLMarks  = 1_000   // marks such as ": " and "&" in a line
	maxYAMLCommas = 5_000   // between one bracket and its end
	maxYAMLEmpty  = 1_000   // keys and items without a value
)

// weight adds up what makes YAML costly to parse.
type weight struct {
	depth  int // brackets open
	commas int // since the first of them
	empty  int
	begun  bool // a line has been read
}

// checkWeight looks at the lines before the library does.
func (y *yamlFile) checkWeight(src []byte) bool {
	pos := book.Pos{File: y.name, Line: y.line, Col: 1}
	if len(src) > maxYAML {
		y.problems.Add(pos, book.CodeLimit, "export a large library as CSL-JSON", "%d KB of YAML; the limit is %d KB", len(src)>>10, maxYAML>>10)
		return false
	}
	var w weight
	for i, row := range y.rows {
		next := ""
		if i+1 < len(y.rows) {
			next = y.rows[i+1]
		}
		if complaint, code := w.add(row, next); complaint != "" {
			pos.Line = y.line + i
			y.problems.Add(pos, code, "", "%s", complaint)
			return false
		}
	}
	return true
}

// add weighs a line; it returns what is wrong with it.
func (w *weight) add(row, next string) (complaint string, code book.Code) {
	trimmed := strings.TrimSpace(row)
	if strings.HasPrefix(row, "---") && w.begun {
		return "a second YAML document begins here", book.CodeYAML
	}
	w.begun = w.begun || trimmed != "" && trimmed[0] != '#'
	w.depth += strings.Count(row, "[") + strings.Count(row, "{")
	if w.depth > maxYAMLDepth || dashes(row) > maxYAMLDepth {
		return "values are nested too deep", book.CodeLimit
	}
	if w.depth > 0 {
		w.commas += strings.Count(row, ",")
	}
	if w.depth = max(0, w.depth-strings.Count(row, "]")-strings.Count(row, "}")); w.depth == 0 {
		w.commas = 0
	}
	if isEmptyValue(trimmed) && indent(next) <= indent(row) {
		w.empty++
	}
	switch {
	case w.commas > maxYAMLCommas || strings.Count(row, ",") > maxYAMLCommas:
		return "a list in brackets is too long", book.CodeLimit
	case w.empty > maxYAMLEmpty:
		return "too many keys without a value", book.CodeLimit
	case marks(row) > maxYAMLMarks:
		return "too many marks in one line", book.CodeLimit
	}
	return "", ""
}

// dashes counts the items of lists that a line begins.
func dashes(row string) int {
	start := row[:len(row)-len(strings.TrimLeft(row, "-? \t"))]
	return strings.Count(start, "- ") + strings.Count(start, "? ")
}

// isEmptyValue reports whether a line has a key or a dash and nothing behind.
func isEmptyValue(trimmed string) bool {
	return trimmed == "-" || trimmed == "?" || strings.HasSuffix(trimmed, ":")
}

// indent is how far a line is moved in; an item's dash moves its value in as well.
func indent(row string) int { return len(row) - len(strings.TrimLeft(row, " -")) }

// marks counts the places in a line where YAML might begin something.
func marks(row string) int {
	n := 0
	for i := 0; i < len(row); i++ {
		if strings.IndexByte(":&!*@%?|>`", row[i]) >= 0 && (i == 0 || row[i-1] == ' ' || i+1 == len(row) || row[i+1] == ' ') {
			n++
		}
	}
	return n
}
