package ortho

import "unicode/utf8"

// spaces gives each space its kind and puts the language's spaces where none is
// written.
func (s *setter) spaces() {
	in, out := s.cells, s.spare[:0]
	aside := false // inside – an aside – between dashes
	for i := range in {
		c := in[i]
		switch {
		case c.keep || isPlainLetter(c.r):
			out = append(out, c)
			continue
		case !s.lang(i).known:
			out = append(out, c)
			continue
		case isSpace(c.r):
			r := s.gap(i, aside)
			if r == space && isSentenceEnd(s.at(i-1)) && !isLower(s.at(i+1)) || isBreak(s.at(i-1)) {
				aside = false
			}
			if s.opt.Plain && r != 0 {
				r = space
			}
			if r != c.r {
				s.touch(c.piece)
				c.r = r
			}
			if r != 0 {
				out = append(out, c)
			}
			continue
		case isDash(c.r) && isSpace(s.at(i-1)) && !isBreak(s.at(i-2)):
			aside = !aside && isSpace(s.at(i+1)) && (!s.lang(i).lone || s.hasPartner(i+1))
		case c.r == lineEnd:
			aside = false
		}
		if r := s.missingBefore(i); r != 0 {
			out = append(out, s.inserted(c, r))
		}
		out = append(out, c)
		if r := s.missingAfter(i); r != 0 {
			out = append(out, s.inserted(c, r))
		}
	}
	s.cells, s.spare = out, in
}

func (s *setter) inserted(beside cell, r rune) cell {
	if s.opt.Plain {
		r = space
	}
	s.touch(beside.piece)
	return cell{r: r, piece: beside.piece}
}

func isSentenceEnd(r rune) bool { return r == '.' || r == '!' || r == '?' || r == '…' }

// gap returns the space to be written for the one at i, 0 for none. In the order of
// the cases the sign that follows comes first, then the one before.
func (s *setter) gap(i int, aside bool) rune {
	as := s.cells[i].r
	before, after := s.at(i-1), s.at(i+1)
	if isBreak(before) || isBreak(after) {
		return as
	}
	ru := s.lang(i)
	if i+1 < len(s.cells) && !isWord(after) {
		ru = s.lang(i + 1)
	}
	if before == '«' {
		if r, ok := insideGuillemets(s.lang(i - 1)); ok && (r != 0 || !isWord(s.at(i-2))) {
			return r
		}
	}
	switch after {
	case ';', '!', '?', ',':
		if ru.high != 0 && after != ',' {
			return ru.high
		}
		if (ru.tight || ru.addHigh) && s.isLoose(i) {
			return 0
		}
		return as
	case ':':
		if ru.colon != 0 {
			return ru.colon
		}
		if ru.tight && isLetter(before) && isSpace(s.at(i+2)) {
			return 0
		}
		return as
	case '»':
		if r, ok := insideGuillemets(ru); ok && (r != 0 || !isWord(s.at(i+2))) {
			return r
		}
	case '%', '‰':
		if isDigit(before) && ru.percent != 0 {
			return ru.percent
		}
	case '…':
		if isWord(before) {
			return nbsp
		}
	case '«':
		if ru.inside != 0 && !isDash(before) {
			return space // an outer space is an ordinary one, whatever was pasted
		}
	case noteRune:
		return narrow
	case '–', '—':
		return s.beforeDash(i, ru, aside)
	}
	return s.gapAfter(i, ru, aside)
}

// gapAfter decides by what stands before the space.
func (s *setter) gapAfter(i int, ru *rules, aside bool) rune {
	as := s.cells[i].r
	before, after := s.at(i-1), s.at(i+1)
	switch {
	case before == '»' && ru.inside != 0 && isWord(after):
		return space
	case isDash(before):
		return s.afterDash(i, ru, aside)
	case isDigit(before):
		if isDigit(after) && ru.group != 0 && s.isGroup(i) {
			return ru.group
		}
		if s.isUnit(i + 1) {
			return nbsp
		}
	}
	if s.ties(i, ru, before, after) {
		if ru.letters == narrow && s.isLetterPair(i) {
			return narrow
		}
		return nbsp
	}
	return as
}

// isLoose reports whether the space at i parts a word from its punctuation for no
// reason: it follows a word and the sign ends one.
func (s *setter) isLoose(i int) bool {
	return (isLetter(s.at(i-1)) || s.at(i-1) == '»' || s.at(i-1) == '”') && (isSpace(s.at(i+2)) || isBreak(s.at(i+2)))
}

// insideGuillemets returns the space inside guillemets, and whether the
// language has a rule: French sets one, languages without it lose it, and where guillemets
// may point either way nothing is certain.
func insideGuillemets(ru *rules) (rune, bool) {
	switch {
	case ru.inside != 0:
		return ru.inside, true
	case ru.known && !ru.swapped && !ru.byShape:
		return 0, true
	}
	return 0, false
}

// beforeDash is the space at i, with a dash next. A dash that closes an aside, or that
// stands where asides do not come in pairs, stays on the line of the word before it.
func (s *setter) beforeDash(i int, ru *rules, aside bool) rune {
	if isDigit(s.at(i-1)) && isSpace(s.at(i+2)) && isDigit(s.at(i+3)) {
		return nbsp // a range
	}
	if aside || !ru.incise && isSpace(s.at(i+2)) || ru.lone && isSpace(s.at(i+2)) && !s.hasPartner(i+2) {
		return nbsp
	}
	return space
}

// hasPartner reports whether the sentence that goes on at i, after a dash, has another dash
// after a space, which closes what the first one opens.
func (s *setter) hasPartner(i int) bool {
	for end := min(i+reach, len(s.cells)); i < end; i++ {
		switch r := s.cells[i].r; {
		case r == lineEnd, isSentenceEnd(r) && isSpace(s.at(i+1)) && !isLower(s.at(i+2)) && !isDash(s.at(i+2)) && !s.isInitial(i+1):
			return false
		case isDash(r) && isSpace(s.at(i-1)) && !isPlainLetter(r):
			return true
		}
	}
	return false
}

// afterDash is the space at i, with a dash before it: no break after the dash that
// opens an aside or a speech.
func (s *setter) afterDash(i int, ru *rules, aside bool) rune {
	lead := s.at(i - 2)
	if isSpace(lead) && s.at(i-3) == '«' {
		lead = '«'
	}
	speech := isBreak(lead) || lead == '«'
	if speech && (ru.dialogue || ru.incise) || aside && ru.incise && isSpace(s.at(i-2)) {
		return nbsp
	}
	return space
}

// missingBefore is the space that French puts before the sign at i and that is not
// there, 0 if none is missing.
func (s *setter) missingBefore(i int) rune {
	ru := s.lang(i)
	if !ru.addHigh {
		return 0
	}
	before, after := s.at(i-1), s.at(i+1)
	if isBreak(before) || isSpace(before) {
		return 0
	}
	switch s.cells[i].r {
	case '»':
		if ru.inside != 0 && before != '«' && before != '(' && before != '[' {
			return ru.inside
		}
	case '!', '?':
		if ru.high != 0 && isClosing(after) && after != '/' && after != '-' && s.endsWord(i-1) {
			return ru.high
		}
	case ';':
		if ru.high != 0 && (isSpace(after) || isBreak(after) || after == '»') && s.endsWord(i-1) {
			return ru.high
		}
	case ':':
		if ru.colon != 0 && (isSpace(after) || isBreak(after) || after == '«' || after == '»' || after == noteRune) && s.endsWord(i-1) {
			return ru.colon
		}
	case '%', '‰':
		if isDigit(before) && !isWord(after) && after != '-' {
			return ru.percent
		}
	}
	return 0
}

// missingAfter is the space that belongs after « at i.
func (s *setter) missingAfter(i int) rune {
	ru := s.lang(i)
	if s.cells[i].r != '«' || !ru.addHigh || ru.inside == 0 {
		return 0
	}
	if after := s.at(i + 1); isBreak(after) || isSpace(after) || after == '»' || after == ')' || after == ']' {
		return 0
	}
	return ru.inside
}

// endsWord reports whether the character at i ends a word, as opposed to another sign of
// the kind that takes a space: only the first of "?!" takes one.
func (s *setter) endsWord(i int) bool {
	switch r := s.at(i); r {
	case ')', ']', '»', '”', '’', '…', '%', '°', '€', '$', '*', objectRune, noteRune, '\uFFFC', '.', '″', '′', '§', '£':
		return true
	default:
		return isWord(r)
	}
}

// isGroup reports whether the space at i divides a number into groups of three: one to
// three digits, then only groups of exactly three.
func (s *setter) isGroup(i int) bool {
	start, ok := s.groupsBefore(i)
	if !ok {
		return false
	}
	if p := s.at(start - 1); isWord(p) || p == '.' || p == ',' || p == '/' || p == '-' {
		return false
	}
	end := i
	for n := 0; isSpace(s.at(end)) && isDigit(s.at(end+1)); n++ {
		if n == mostGroups || s.digitsFrom(end+1) != end+4 {
			return false
		}
		end += 4
	}
	return !isWord(s.at(end))
}

// mostGroups of three digits make a number that somebody writes out; longer rows are
// tables or codes.
const mostGroups = 10

// groupsBefore returns where the number begins whose digits end at i, and whether it is
// made of groups.
func (s *setter) groupsBefore(i int) (start int, ok bool) {
	start = i
	for range mostGroups {
		n := 0
		for n <= 3 && isDigit(s.at(start-1)) {
			start--
			n++
		}
		if n == 0 || n > 3 {
			return start, false
		}
		if n != 3 || !isSpace(s.at(start-1)) || !isDigit(s.at(start-2)) {
			return start, true
		}
		start--
	}
	return start, false
}

// isUnit reports whether a sign of a unit stands at i.
func (s *setter) isUnit(i int) bool {
	var buf [48]byte
	b := buf[:0]
	for n := 0; n < 10; n++ {
		r := s.at(i + n)
		if !isLetter(r) && r != '°' && r != '²' && r != '³' && r != '/' && r != '€' && r != '$' && r != '£' && r != '¥' && r != '.' {
			if isWord(r) || r == '\'' || r == '’' || r > maxText {
				return false
			}
			break
		}
		b = utf8.AppendRune(b, r)
	}
	return units[string(b)] || len(b) > 1 && b[len(b)-1] == '.' && units[string(b[:len(b)-1])]
}

const maxText = utf8.MaxRune
