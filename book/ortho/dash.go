package ortho

import (
	"slices"
	"strings"
	"unicode"
)

// hyphens reads a run of hyphens at i and returns the dash it stands for, 0 to leave
// it, and its length. Two are an en dash and three an em dash, as Pandoc's users know them.
func (s *setter) hyphens(i int) (rune, int) {
	n := 1
	for s.at(i+n) == '-' {
		n++
	}
	before, after := s.at(i-1), s.at(i+n)
	switch n {
	case 1:
		return s.hyphen(i, before, after), 1
	case 2:
		return s.twoHyphens(i, before, after), 2
	case 3:
		if isBreak(before) && isBreak(after) {
			return 0, 3 // a rule, not a dash
		}
		return '—', 3
	}
	return 0, n
}

// hyphen reads one hyphen: a dash if it stands between spaces, or between the figures
// of a range where the language is certain of it.
func (s *setter) hyphen(i int, before, after rune) rune {
	ru := s.lang(i)
	if isBreak(before) && isAnySpace(after) && ru.dialogue && !s.opt.Plain && !isBreak(s.at(i+2)) {
		return '—'
	}
	if ru.clings && !s.opt.Plain && s.isClinging(i, before, after) {
		return '—'
	}
	if isAnySpace(before) && isAnySpace(after) {
		b, a := s.at(i-2), s.at(i+2)
		if isBreak(b) || isBreak(a) || isAnySpace(b) || isAnySpace(a) || isDigit(b) && isDigit(a) || a == '-' || b == '-' {
			return 0
		}
		return '–'
	}
	if ru.ranges && isDigit(before) && isDigit(after) && s.isRange(i) {
		return '–'
	}
	return 0
}

// isClinging reports whether the hyphen at i stands for a dash that clings to what it
// encloses, «dijo -según cuentan- la patrona», or to what somebody says, «-Hola -dijo»
// (Ortografía de la lengua española, III.3.4.8). In a line that is no speech all such hyphens
// must come in pairs: others belong to suffixes and prefixes.
func (s *setter) isClinging(i int, before, after rune) bool {
	opens, closes := opensAside(before, after), closesAside(before, after)
	if !opens && !closes {
		return false
	}
	if l := &s.asides; i < l.from || i >= l.to {
		s.readAsides(i)
	}
	return s.asides.paired || s.asides.speech
}

// asides is what a line says of the hyphens in it that may be dashes.
type asides struct {
	from, to int  // cells of the line
	paired   bool // they come in pairs
	speech   bool // the line begins with one that opens speech
}

// readAsides reads the line of cell i.
func (s *setter) readAsides(i int) {
	l := asides{from: i, to: i}
	for l.from > 0 && !isBreak(s.at(l.from-1)) {
		l.from--
	}
	open, sound := false, true
	for l.to = l.from; l.to < len(s.cells) && !isBreak(s.at(l.to)); l.to++ {
		if r := s.at(l.to); r != '-' && r != '—' {
			continue
		}
		before, after := s.at(l.to-1), s.at(l.to+1)
		switch {
		case closesAside(before, after):
			sound = sound && open
			open = false
		case opensAside(before, after):
			sound = sound && !open
			open = true
		}
	}
	grammar := s.onAffixes(l.from, l.to)
	l.paired = sound && !open && !grammar
	first, next := s.at(l.from), s.at(l.from+1)
	l.speech = !grammar && (first == '-' || first == '—') && (isUpper(next) || next == '¿' || next == '¡' || next == '«' || next == '"')
	l.to = max(l.to, i+1)
	s.asides = l
}

// affixes are parts of the words of grammar: in a line with one of them a hyphen belongs to
// what is talked about.
var affixes = []string{"fijo", "morfema", "desinencia", "terminaci", "radical", "raíz", "opci", "variable"}

// onAffixes reports whether a line speaks of parts of words or of options, or holds an
// option: a hyphen with one letter.
func (s *setter) onAffixes(from, to int) bool {
	var line strings.Builder
	for i := from; i < to; i++ {
		line.WriteRune(unicode.ToLower(s.cells[i].r))
		if s.cells[i].r != '-' {
			continue
		}
		if r := s.at(i + 1); isLetter(r) && !isLetter(s.at(i+2)) && !strings.ContainsRune("yoeuaó", r) && !isLetter(s.at(i-1)) {
			return true
		}
	}
	return slices.ContainsFunc(affixes, func(w string) bool { return strings.Contains(line.String(), w) })
}

// opensAside reports whether a hyphen between the two characters would open an aside.
func opensAside(before, after rune) bool {
	return (isBreak(before) || isAnySpace(before) || before == '(' || before == '«') && (isLetter(after) || after == '¿' || after == '¡' || after == '«' || after == '"')
}

// closesAside reports whether a hyphen between the two characters would close an aside.
func closesAside(before, after rune) bool {
	return (isLetter(before) || isDigit(before) || isClosing(before) && !isAnySpace(before) && !isBreak(before)) && isClosing(after)
}

// isRange reports whether the figures around the hyphen at i are two years, or stand
// after "pp." or its like.
func (s *setter) isRange(i int) bool {
	start, end := i, i+1
	for isDigit(s.at(start - 1)) {
		start--
	}
	for isDigit(s.at(end)) {
		end++
	}
	if before := s.at(start - 1); !isBreak(before) && !isAnySpace(before) && before != '(' && before != '[' && before != '“' && before != '‘' && before != '"' && before != '\'' {
		return false
	}
	if after := s.at(end); isWord(after) || after == '-' || isDash(after) || after == '/' || (after == '.' || after == ',') && isDigit(s.at(end+1)) {
		return false
	}
	if isAnySpace(s.at(start-1)) && s.lang(i).counters.hasBefore(s.cells, start-1) {
		return true
	}
	return i-start == 4 && end-i-1 == 4 && s.year(start) > 1000 && s.year(start) < s.year(i+1) && s.year(i+1) < 2200
}

func (s *setter) year(i int) int {
	y := 0
	for _, c := range s.cells[i : i+4] {
		y = y*10 + int(c.r-'0')
	}
	return y
}

// twoHyphens reads "--". Before a letter and after a space it is an option of a command,
// unless a partner closes it.
func (s *setter) twoHyphens(i int, before, after rune) rune {
	switch {
	case isOpening(before) && isWord(after) && before != '-':
		if !s.hasClosingHyphens(i + 2) {
			return 0
		}
	case s.lang(i).joined && isLetter(before) && isLower(after):
		return '—'
	}
	return '–'
}

// hasClosingHyphens reports whether "--" after a word comes before the next "--" that
// opens.
func (s *setter) hasClosingHyphens(i int) bool {
	for end := min(i+reach, len(s.cells)-1); i < end; i++ {
		if s.cells[i].r != '-' || s.cells[i+1].r != '-' || s.at(i-1) == '-' || s.at(i+2) == '-' {
			continue
		}
		if isAnySpace(s.at(i - 1)) {
			return false
		}
		if isClosing(s.at(i + 2)) {
			return true
		}
	}
	return false
}
