package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// scanMarks lists the places of a text that could be marks of the labels, in
// order. Paragraphs of the text are divided by line feeds.
func scanMarks(text string, labels map[string]int) []candidate {
	var list []candidate
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '[' || r == '(':
			list = append(list, bracketMarks(text, i, labels)...)
		case isDigit(r):
			end := i + len(text[i:]) - len(strings.TrimLeft(text[i:], "0123456789"))
			list = append(list, digitMarks(text, i, end, labels)...)
			i = end
			continue
		case strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹", r):
			end := i + len(text[i:]) - len(strings.TrimLeft(text[i:], "⁰¹²³⁴⁵⁶⁷⁸⁹"))
			if n, ok := labels[superscripts.Replace(text[i:end])]; ok && i > 0 && text[i-1] != '\n' {
				list = append(list, candidate{i, end, n, styleSuper, 2 + unitCost(lettersBefore(text, i))})
			}
			i = end
			continue
		case strings.ContainsRune("*†‡∗⁎", r):
			end := i + len(text[i:]) - len(strings.TrimLeft(text[i:], "*†‡∗⁎"))
			if n, ok := labels[superscripts.Replace(text[i:end])]; ok && signFits(text, i, end) {
				list = append(list, candidate{i, end, n, styleSign, 10})
			}
			i = end
			continue
		}
		i += size
	}
	return list
}

// bracketMarks reads "[1]", "[1, 2]" and "(1)" at i.
func bracketMarks(text string, i int, labels map[string]int) []candidate {
	closer, st, cost := "]", styleBracket, 3
	if text[i] == '(' {
		closer, st, cost = ")", styleParen, 22
	}
	if i == 0 || text[i-1] == '\n' {
		cost += 60 // an enumeration
	}
	end := strings.Index(text[i:min(len(text), i+40)], closer)
	if end < 0 {
		return nil
	}
	end += i
	var list []candidate
	start := i
	for part := range strings.SplitSeq(text[i+1:end], ",") {
		stop := start + 1 + len(part)
		n, ok := labels[noteLabel(part)]
		if !ok || noteLabel(part) == "" {
			return nil
		}
		list = append(list, candidate{start, stop, n, st, cost})
		start = stop
	}
	list[len(list)-1].end = end + 1
	return list
}

// digitMarks reads the digits from i to end: all of them or the last ones may be
// a mark.
func digitMarks(text string, i, end int, labels map[string]int) []candidate {
	if i == 0 || !markMayEnd(text, end) {
		return nil
	}
	var list []candidate
	for k := i; k < end; k++ {
		n, ok := labels[text[k:end]]
		if !ok {
			continue
		}
		st, cost := styleGlued, 0
		if k == i {
			st, cost = wholeCost(text, i, end)
		} else {
			cost = splitCost(text, i, k, end)
		}
		if cost < skipCost {
			list = append(list, candidate{k, end + openParen(text, i, end), n, st, cost})
		}
	}
	return list
}

// openParen is 1 if a parenthesis that nothing opens follows a mark, as in
// "word1)", and belongs to it.
func openParen(text string, i, end int) int {
	if !strings.HasPrefix(text[end:], ")") {
		return 0
	}
	line := text[strings.LastIndexByte(text[:i], '\n')+1 : i]
	if strings.Count(line, "(") > strings.Count(line, ")") {
		return 0
	}
	return 1
}

// markMayEnd reports whether a mark may end before what stands at end: not
// before letters (ordinals), units of per cent and degree, decimals and ranges.
func markMayEnd(text string, end int) bool {
	r, size := utf8.DecodeRuneInString(text[end:])
	next, _ := utf8.DecodeRuneInString(text[min(len(text), end+size):])
	switch {
	case unicode.IsLetter(r), r == '%', r == '°', r == 'º', r == 'ª', r == '€', r == '$':
		return false
	case (r == '.' || r == ',' || r == ':' || r == '/' || r == '-' || r == '–' || r == '\'') && isDigit(next):
		return false
	case (r == '\u00a0' || r == '\u202f') && (next == '%' || next == '€' || isDigit(next)):
		return false
	}
	return true
}

// wholeCost is what it costs to take a whole number as a mark.
func wholeCost(text string, i, end int) (style, int) {
	r, size := utf8.DecodeLastRuneInString(text[:i])
	before := text[:i-size]
	prev, _ := utf8.DecodeLastRuneInString(before)
	switch {
	case r == '\n', strings.ContainsRune("-–—/([{#$€£+=<>_", r), r == '°' || r == 'º':
		return styleGlued, skipCost
	case unicode.IsLetter(r):
		return styleGlued, 12 + wordCost(lettersBefore(text, i))
	case strings.ContainsRune("»”\"’'!?…)]", r):
		return styleGlued, 8
	case strings.ContainsRune("“‘«‹", r) && before != "" && !unicode.IsSpace(prev): // closes in German
		return styleGlued, 8
	case strings.ContainsRune(".,;:", r) && isDigit(prev):
		digits := before[len(strings.TrimRight(before, "0123456789")):]
		if after, _ := utf8.DecodeRuneInString(text[end:]); isYear(digits) && (after == ' ' || after == '\n' || after == utf8.RuneError) { // "in 1994,3 when"
			return styleGlued, 18
		}
		return styleGlued, skipCost
	case r == '.':
		return styleGlued, 8 + abbreviationCost(lettersBefore(text, i-size))
	case strings.ContainsRune(",;:", r):
		return styleGlued, 10
	case r == ' ' || r == '\u00a0' || r == '\u202f':
		return styleLoose, looseCost(text, prev, end)
	}
	return styleGlued, skipCost
}

// splitCost is what it costs to take the last digits of a number as a mark:
// after a year it happens, elsewhere hardly.
func splitCost(text string, i, k, end int) int {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	if unicode.IsLetter(r) || r == '.' || r == ',' {
		return skipCost
	}
	if isYear(text[i:k]) && !strings.HasPrefix(text[k:end], "0") {
		return 20
	}
	if isYear(text[i:end]) {
		return 95
	}
	return 75
}

// isYear reports whether digits read as a year of the common era's second
// thousand or our century.
func isYear(s string) bool { return len(s) == 4 && s >= "1000" && s < "2101" }

// looseCost is the price of a mark that stands apart: bearable after the end of
// a sentence, dear within one.
func looseCost(text string, prev rune, end int) int {
	rest := text[end:]
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " \u00a0"))
	switch {
	case !strings.ContainsRune(".!?»”…)", prev) && !(rest == "" || rest[0] == '\n'):
		return 92
	case rest == "" || rest[0] == '\n':
		return 45
	case unicode.IsUpper(r) || r == '«' || r == '“':
		return 42
	}
	return 88
}

// lettersBefore is the word that ends at i.
func lettersBefore(text string, i int) string {
	start := i
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if !unicode.IsLetter(r) {
			break
		}
		start -= size
	}
	return text[start:i]
}

// wordCost is dear where a digit belongs to the word: units, formulae, and
// names such as G7, MI6, COVID19.
func wordCost(word string) int {
	n := utf8.RuneCountInString(word)
	switch {
	case unitCost(word) > 0:
		return unitCost(word)
	case n == 1:
		return 58
	case strings.ToUpper(word) == word && n <= 5:
		return 48
	}
	return 0
}

// unitCost is dear after units of length and chemical symbols.
func unitCost(word string) int {
	switch word {
	case "m", "km", "cm", "mm", "dm", "hm", "dam", "µm", "ft", "yd", "mi", "CO", "H", "O", "N", "SO", "NO", "CH", "NH", "sec", "s":
		return 68
	}
	return 0
}

// abbreviationCost is dear after the stop of an abbreviation: "p.33", "art.5".
func abbreviationCost(word string) int {
	n := utf8.RuneCountInString(word)
	switch {
	case n == 0:
		return 0
	case n == 1:
		return 60
	case n <= 3 && strings.ToLower(word) == word:
		return 38
	}
	return 0
}

// signFits reports whether a sign stands where a mark does: after a word or its
// punctuation, and not before one, where it would be emphasis.
func signFits(text string, i, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[end:])
	return i > 0 && (unicode.IsLetter(before) || isDigit(before) || strings.ContainsRune("»”\"’'!?….,;:)]", before)) && !unicode.IsLetter(after) && !isDigit(after)
}
