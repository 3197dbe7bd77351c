package book

import (
	"regexp"
	"strings"
)

// Letters counts a, b, … z, aa, ab, …, from 1: the notes of a table, the works of one year.
func Letters(n int) string {
	s := ""
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('a'+(n-1)%26)) + s
	}
	return s
}

// romanFigures are the signs of Roman numerals, the greatest first.
var romanFigures = [...]struct {
	value int
	sign  string
}{
	{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"},
	{50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"},
}

// Roman is a number in lower-case Roman numerals, "" below 1. Thousands repeat their
// sign: readers expect no more than three.
func Roman(n int) string {
	var b strings.Builder
	for _, f := range romanFigures {
		for ; n >= f.value; n -= f.value {
			b.WriteString(f.sign)
		}
	}
	return b.String()
}

// RomanValue is the number that a lower-case Roman numeral says, 0 if it is not
// written as Roman writes one.
func RomanValue(s string) int {
	n, rest := 0, s
	for _, f := range romanFigures {
		for strings.HasPrefix(rest, f.sign) {
			n, rest = n+f.value, rest[len(f.sign):]
		}
	}
	if Roman(n) != s {
		return 0
	}
	return n
}

// numberCell is a number as tables have it: a sign, digits in groups, money or per cent.
var numberCell = regexp.MustCompile(`^[-−–+±~]?[$€£]?[\s\x{a0}\x{202f}]?\d[\d.,’'\s\x{a0}\x{202f}]*[%‰€£$]?$`)

// IsNumeric reports whether the cells of a column hold two numbers or more, and nothing
// else but dashes, or nothing, for what is missing.
func IsNumeric(cells []string) bool {
	count := 0
	for _, text := range cells {
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
