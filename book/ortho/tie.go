package ortho

import "unicode/utf8"

// ties reports whether what stands on both sides of the space at i must stay on one
// line: an abbreviated title and a name, an abbreviation and its number, initials, a name and
// its Roman numeral.
func (s *setter) ties(i int, ru *rules, before, after rune) bool {
	switch {
	case isDigit(after):
		return ru.counters.hasBefore(s.cells, i)
	case ru.letters != 0 && s.isLetterPair(i):
		return true
	case isUpper(after):
		if isRomanSign(after) && s.isRomanWord(i+1) {
			return s.isNumeral(i, ru)
		}
		return s.isInitial(i) && before == '.' || ru.titles.hasBefore(s.cells, i)
	case after == 'd' || after == 'v' || after == 'l':
		return s.isParticle(i+1) && ru.titles.hasBefore(s.cells, i)
	}
	return false
}

var particles = list("de du des d le la van von der del della di da do dos das")

// isParticle reports whether the word at i is one that a name may begin with ("M. de
// Gaulle") or a title ("M. le président").
func (s *setter) isParticle(i int) bool {
	end := i
	for isLetter(s.at(end)) && end-i < 8 {
		end++
	}
	return s.is(i, end, particles)
}

// isNumeral reports whether the Roman numeral after the space at i belongs to the
// word before it. One letter alone may be an initial or a word.
func (s *setter) isNumeral(i int, ru *rules) bool {
	if ru.counters.hasBefore(s.cells, i) {
		return true
	}
	if !isRomanSign(s.at(i+2)) && s.at(i+3) != 'r' { // but François Ier
		return s.isInitial(i) && s.at(i-1) == '.' || ru.titles.hasBefore(s.cells, i)
	}
	k := i
	for isLetter(s.at(k - 1)) {
		k--
	}
	return k < i && isUpper(s.at(k))
}

// isInitial reports whether one capital and a stop precede the space at i.
func (s *setter) isInitial(i int) bool {
	b := s.at(i - 3)
	return isUpper(s.at(i-2)) && (isOpening(b) || b == '.')
}

// isLetterPair reports whether the space at i stands between single letters with stops,
// as in "z. B." and "a. C."; after a capital they are initials.
func (s *setter) isLetterPair(i int) bool {
	return s.at(i-1) == '.' && isLower(s.at(i-2)) && (isOpening(s.at(i-3)) || s.at(i-3) == '.') &&
		isLetter(s.at(i+1)) && s.at(i+2) == '.'
}

func isRomanSign(r rune) bool {
	return r == 'I' || r == 'V' || r == 'X' || r == 'L' || r == 'C' || r == 'D' || r == 'M'
}

// isRomanWord reports whether a whole word at i is a Roman numeral, perhaps with the
// ending of an ordinal.
func (s *setter) isRomanWord(i int) bool {
	var letters []rune
	var buf [16]rune
	letters = buf[:0]
	for isRomanSign(s.at(i)) && len(letters) < cap(buf) {
		letters = append(letters, s.at(i))
		i++
	}
	if !isRoman(letters) {
		return false
	}
	if len(letters) == 1 && letters[0] == 'I' && s.at(i) == 'e' && s.at(i+1) == 'r' {
		i++
	}
	return !isWord(s.at(i)) || (s.at(i) == 'e' || s.at(i) == 'r') && !isWord(s.at(i+1))
}

// hasBefore reports whether the word that ends right before i is one of the words.
func (w words) hasBefore(cells []cell, i int) bool {
	const longest = 10 // characters of the longest word listed
	start := i
	for start > 0 && i-start <= longest {
		r := cells[start-1].r
		if !isLetter(r) && r != '.' && r != '°' && r != '§' {
			break
		}
		start--
	}
	if start == i || i-start > longest {
		return false
	}
	var buf [4 * longest]byte
	b := buf[:0]
	for _, c := range cells[start:i] {
		b = utf8.AppendRune(b, c.r)
	}
	return w[string(b)]
}
