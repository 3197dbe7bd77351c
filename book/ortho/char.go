package ortho

import "unicode"

// The spaces that leave this package.
const (
	space  = ' '
	nbsp   = '\u00A0' // no-break
	narrow = '\u202F' // narrow no-break
)

func isSpace(r rune) bool { return r == space || r == nbsp || r == narrow }

// isBreak reports whether the text ends or a line begins there.
func isBreak(r rune) bool { return r == noRune || r == lineEnd }

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isLower(r rune) bool {
	return 'a' <= r && r <= 'z' || r >= 0x80 && r <= unicode.MaxRune && unicode.IsLower(r)
}

func isUpper(r rune) bool {
	return 'A' <= r && r <= 'Z' || r >= 0x80 && r <= unicode.MaxRune && unicode.IsUpper(r)
}

func isLetter(r rune) bool {
	if r < 0x80 {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	return r <= unicode.MaxRune && (unicode.IsLetter(r) || unicode.IsMark(r))
}

// isWord reports whether the character is of a word: what this package never changes.
func isWord(r rune) bool {
	if r < 0x80 {
		return isDigit(r) || isLetter(r)
	}
	return r <= unicode.MaxRune && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r))
}

func isDash(r rune) bool { return r == '–' || r == '—' }

// isOpening reports whether a word may begin right after the character, so that a
// straight quotation mark there opens.
func isOpening(r rune) bool {
	switch r {
	case noRune, lineEnd, space, nbsp, narrow, '(', '[', '{', '«', '“', '‘', '„', '‚', '‹', '—', '–', '-', '/', '¿', '¡', '=', '<':
		return true
	}
	return false
}

// isClosing reports whether a word may end right before the character.
func isClosing(r rune) bool {
	switch r {
	case noRune, lineEnd, space, nbsp, narrow, ')', ']', '}', '»', '”', '’', '›', '—', '–', '-', '/', '.', ',', ';', ':', '!', '?', '…', noteRune, '\uFFFC', '\'', '"', '>':
		return true
	}
	return false
}

// isRoman reports whether the letters are a Roman numeral in its usual form.
func isRoman(letters []rune) bool {
	if len(letters) == 0 || len(letters) > 15 {
		return false
	}
	rest := letters
	for _, place := range [...][3]rune{{'M', 0, 0}, {'C', 'D', 'M'}, {'X', 'L', 'C'}, {'I', 'V', 'X'}} {
		rest = rest[romanPlace(rest, place[0], place[1], place[2]):]
	}
	return len(rest) == 0
}

// romanPlace returns how many letters make one decimal place of a Roman numeral with
// the signs of one, five and ten.
func romanPlace(l []rune, one, five, ten rune) int {
	if len(l) > 1 && l[0] == one && five != 0 && (l[1] == five || l[1] == ten) {
		return 2
	}
	n := 0
	if len(l) > 0 && five != 0 && l[0] == five {
		n = 1
	}
	for ones := 0; n < len(l) && l[n] == one && ones < 3; ones++ {
		n++
	}
	return n
}
