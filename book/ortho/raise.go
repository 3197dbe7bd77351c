package ortho

import "unicode/utf8"

// raiser decides which letters of the word [i, j) are raised: those from the index it
// returns to the word's end; -1 for none.
type raiser func(s *setter, i, j int) int

// raise marks the letters that stand above the line in ordinals and abbreviations.
func (s *setter) raise() {
	for i := 0; i < len(s.cells); {
		if !isWord(s.cells[i].r) {
			i++
			continue
		}
		j := i + 1
		for isWord(s.at(j)) {
			j++
		}
		if ru := s.lang(i); ru.raise != nil && j-i <= 16 && !s.cells[i].keep {
			if k := ru.raise(s, i, j); k >= 0 {
				s.lift(k, j)
			}
		}
		i = j
	}
}

// lift raises the cells [k, j) if they are of one piece that may be raised.
func (s *setter) lift(k, j int) {
	p := s.cells[k].piece
	if s.pieces[p].fixed || s.cells[j-1].piece != p {
		return
	}
	for c := k; c < j; c++ {
		s.cells[c].up = true
	}
	s.touch(p)
}

// digitsFrom returns the end of the digits that begin at i.
func (s *setter) digitsFrom(i int) int {
	for isDigit(s.at(i)) {
		i++
	}
	return i
}

// is reports whether the cells [i, j) spell one of the words.
func (s *setter) is(i, j int, w words) bool {
	const longest = 8 // letters of the longest word listed
	if j-i > longest {
		return false
	}
	var buf [4 * longest]byte
	b := buf[:0]
	for _, c := range s.cells[i:j] {
		b = utf8.AppendRune(b, c.r)
	}
	return w[string(b)]
}

var (
	frenchOrdinal      = list("e es er ers re res d nd de nde ds nds des ndes ème èmes ième ièmes ère ères")
	frenchRomanOrdinal = list("e es er ers re res ème èmes ième ièmes ère ères")
	frenchFirst        = list("er ers re res ère ères")
	frenchAlways       = list("Mme Mmes Mlle Mlles Mgr Mgrs Cie Vve")
	frenchTitle        = list("Me Dr Drs Pr Prs")
	frenchNumber       = list("no No")
)

// raiseFrench raises 1er, 20e, XIXe, Mme, no 3 and their like (Lexique, "abréviations").
func raiseFrench(s *setter, i, j int) int {
	first := s.cells[i].r
	switch {
	case isLower(first) && first != 'n' && !s.pieces[s.cells[i].piece].small:
		return -1 // most words
	case isDigit(first):
		k := s.digitsFrom(i)
		if k < j && s.is(k, j, frenchOrdinal) && s.fitsFigure(i, k, j) {
			return k
		}
		return -1
	case s.is(i, j, frenchAlways):
		return i + 1
	case s.is(i, j, frenchTitle) && isSpace(s.at(j)) && isUpper(s.at(j+1)):
		return i + 1
	case s.is(i, j, frenchNumber) && isSpace(s.at(j)) && isDigit(s.at(j+1)):
		return i + 1
	}
	return s.raiseRoman(i, j)
}

// fitsFigure reports whether the ending [k, j) belongs to the number [i, k): only one
// is 1er, only two is 2nd.
func (s *setter) fitsFigure(i, k, j int) bool {
	switch s.cells[k].r {
	case 'd', 'n':
		return k-i == 1 && s.cells[i].r == '2'
	case 'r':
		return k-i == 1 && s.cells[i].r == '1'
	}
	if s.at(k+1) == 'r' {
		return k-i == 1 && s.cells[i].r == '1'
	}
	return true
}

// raiseRoman finds the ending of a Roman ordinal. A single letter counts only where the
// word can be nothing else: Ve and Xe, but not Ce, De, Le, Me; only I takes er and re.
func (s *setter) raiseRoman(i, j int) int {
	var buf [16]rune
	letters := buf[:0]
	k := i
	for ; k < j && len(letters) < cap(buf); k++ {
		r := s.cells[k].r
		if !isRomanSign(r) && s.pieces[s.cells[k].piece].small && isLower(r) && r < 0x80 {
			r -= 'a' - 'A'
		}
		if !isRomanSign(r) {
			break
		}
		letters = append(letters, r)
	}
	if k == i || k == j || !isRoman(letters) || !s.is(k, j, frenchRomanOrdinal) {
		return -1
	}
	one := len(letters) == 1
	switch {
	case s.is(k, j, frenchFirst):
		if !one || letters[0] != 'I' {
			return -1
		}
	case one && (letters[0] != 'V' && letters[0] != 'X' || s.at(k) == 'e' && j-k == 2):
		return -1
	}
	return k
}

var (
	iberianOrdinal = list("o os a as er ero era")
	iberianNumber  = list("o os")
	afterFeminine  = list("edição edición ed edizione parte vez volta série serie feira República Guerra Internacional Internazionale secção sección sezione ronda")
)

// raiseIberian raises 1.o, 1.a, 1.er, n.o 3; without the stop a feminine ending only
// before a word that makes it sure ("2a edição": "figura 2a" is none).
func raiseIberian(s *setter, i, j int) int {
	if s.at(i-1) == '.' {
		if isDigit(s.at(i-2)) && s.is(i, j, iberianOrdinal) {
			return i
		}
		if n := s.at(i - 2); (n == 'n' || n == 'N') && !isWord(s.at(i-3)) && s.is(i, j, iberianNumber) && isSpace(s.at(j)) && isDigit(s.at(j+1)) {
			return i
		}
		return -1
	}
	return raiseItalian(s, i, j)
}

// raiseItalian raises 1o, 3a parte.
func raiseItalian(s *setter, i, j int) int {
	k := s.digitsFrom(i)
	if k == i || k == j || !s.is(k, j, iberianOrdinal) {
		return -1
	}
	if s.at(k) == 'a' && !s.beforeFeminine(j) {
		return -1
	}
	return k
}

func (s *setter) beforeFeminine(j int) bool {
	if !isSpace(s.at(j)) {
		return false
	}
	end := j + 1
	for isLetter(s.at(end)) && end-j < 20 {
		end++
	}
	return afterFeminine[cellText(s.cells[j+1:end])]
}
