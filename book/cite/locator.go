package cite

import (
	"strings"
	"unicode"

	"cahier/book"
)

// locator words the place cited in a work: "pp. 33–35, 40".
func locator(loc book.Locator, l *language) string {
	value := ranges(strings.TrimSpace(loc.Value))
	if value == "" {
		return ""
	}
	label := loc.Label
	if label == "" {
		label = "page"
	}
	words, ok := l.locators[label]
	if !ok {
		return value
	}
	word := words[0]
	if isSeveral(value) {
		word = words[1]
	}
	return word + "\u00A0" + value
}

// pages words the extent of a part of a work: "pp. 1–20".
func pages(s string, l *language) string { return locator(book.Locator{Value: s}, l) }

// ranges writes a hyphen between two numbers, Arabic or Roman, as an en dash.
func ranges(s string) string {
	r := []rune(s)
	for i, c := range r {
		if c == '-' && i > 0 && i+1 < len(r) && isNumber(wordBefore(r[:i])) && isNumber(wordAfter(r[i+1:])) {
			r[i] = '–'
		}
	}
	return strings.NewReplacer(" – ", "–", "–-", "–", "--", "–").Replace(string(r))
}

func wordBefore(r []rune) string {
	end := len(r)
	for end > 0 && r[end-1] == ' ' {
		end--
	}
	start := end
	for start > 0 && (unicode.IsLetter(r[start-1]) || unicode.IsDigit(r[start-1])) {
		start--
	}
	return string(r[start:end])
}

func wordAfter(r []rune) string {
	start := 0
	for start < len(r) && r[start] == ' ' {
		start++
	}
	end := start
	for end < len(r) && (unicode.IsLetter(r[end]) || unicode.IsDigit(r[end])) {
		end++
	}
	return string(r[start:end])
}

// isNumber reports whether a word is digits, perhaps with a letter after them (12a, 3n),
// or a Roman numeral.
func isNumber(s string) bool {
	if s == "" {
		return false
	}
	if rest := strings.TrimLeft(s, "0123456789"); len(rest) < len(s) && len(rest) <= 1 {
		return true
	}
	return strings.Trim(s, "ivxlcdm") == "" || strings.Trim(s, "IVXLCDM") == ""
}

// isSeveral reports whether a locator names more than one place.
func isSeveral(s string) bool {
	return strings.ContainsAny(s, "–,&;") || strings.Contains(s, " and ") || strings.Contains(s, " et ") || strings.Contains(s, " und ") ||
		strings.Contains(s, " y ") || strings.Contains(s, " e ") || strings.HasSuffix(s, " ff.") || strings.HasSuffix(s, " sq.")
}
