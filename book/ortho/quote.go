package ortho

import "slices"

// quote is a quotation that is open: the mark that will close it.
type quote struct {
	close  rune
	single bool // opened by a straight single mark
}

// gone takes the place of a cell that the quotation rules drop, until they are done.
const gone rune = noRune - 1

// quotes gives straight quotation marks and apostrophes the language's form. Marks
// that have a form already keep it, but they count for the nesting.
func (s *setter) quotes() {
	s.open, s.nextSingle = s.open[:0], -1
	for i := range s.cells {
		c := s.cells[i]
		if isPlainLetter(c.r) || c.keep || !s.lang(i).known {
			continue
		}
		switch c.r {
		case '"':
			s.double(i, 1)
		case '\'', '’', '‘', '`', ',':
			s.single(i)
		case '«', '“', '„', '‚', '»', '”', '‹', '›':
			s.existing(i)
		}
	}
	s.cells = slices.DeleteFunc(s.cells, func(c cell) bool { return c.r == gone })
}

// single reads a mark that may be one half of a doubled one, an apostrophe or a
// single quotation mark.
func (s *setter) single(i int) {
	r := s.cells[i].r
	if s.at(i+1) == r && s.at(i+2) != r && s.at(i-1) != r && s.cells[i+1].piece == s.cells[i].piece {
		if r == '\'' || r == '’' || (r == '‘' || r == '`' || r == ',' && s.lang(i).swapped) && isOpening(s.at(i-1)) && !isSpace(s.at(i+2)) {
			s.double(i, 2)
			return
		}
	}
	switch r {
	case '\'':
		s.change(i, s.straightSingle(i))
	case '’':
		if s.wasClosed(i) {
			s.open = s.open[:len(s.open)-1]
		}
	case '‘':
		if ru := s.lang(i); ru.elided != nil && isOpening(s.at(i-1)) && s.isElision(i, ru) && !s.hasClosingSingle(i+1, i+40) {
			s.change(i, '’')
			return
		}
		s.existing(i)
	}
}

// wasClosed reports whether the mark ’ at i ends the innermost quotation and not an
// elision.
func (s *setter) wasClosed(i int) bool {
	return len(s.open) > 0 && s.open[len(s.open)-1].close == '’' && !isWord(s.at(i+1)) && !isSpace(s.at(i-1))
}

// double sets a straight double mark, or one made of n single ones, at i.
func (s *setter) double(i, n int) {
	ru, before, after := s.lang(i), s.at(i-1), s.at(i+n)
	if n == 1 && s.isInch(i) {
		s.change(i, '″')
		return
	}
	// An opening mark has room before it, a closing one after it. Where both sides agree the
	// answer is plain; else what is open already decides.
	opens := isOpening(before)
	if isClosing(after) && after != '\'' && after != '"' { // a mark that follows says nothing
		if opens { // alone between spaces, or between dashes and the like
			opens = len(s.open) == 0 && !isBreak(after)
		}
	} else if !opens { // inside a word, or before something that may not end one
		opens = len(s.open) == 0 && !isBreak(after) && after != '"' && after != '\'' && !isWord(before)
	}
	for k := i + 1; k < i+n; k++ {
		s.change(k, gone)
	}
	if !opens {
		s.change(i, s.popDouble(ru))
		return
	}
	level := len(s.open)
	if ru.byShape {
		level = 0
	} else if n == 2 && s.cells[i].r != ',' {
		// A writer who doubles the apostrophe has another mark for the first level.
		level = max(level, 1)
	}
	s.push(i, ru, level, false)
}

// isInch reports whether the mark at i follows a figure and closes nothing: inches
// or seconds.
func (s *setter) isInch(i int) bool {
	if !isDigit(s.at(i-1)) || isWord(s.at(i+1)) {
		return false
	}
	k := i - 1
	for isDigit(s.at(k)) || s.at(k) == ' ' && isDigit(s.at(k+1)) && s.at(k-1) == '′' {
		k--
	}
	if s.at(k) == '′' {
		return true
	}
	return len(s.open) == 0 && i-k <= 4 && !isBreak(s.at(i+1)) && !s.hasStraightDouble(i+1)
}

func (s *setter) hasStraightDouble(i int) bool {
	for end := min(i+200, len(s.cells)); i < end; i++ {
		if s.cells[i].r == '"' && !isDigit(s.at(i-1)) {
			return true
		}
	}
	return false
}

// straightSingle decides what a straight single mark is.
func (s *setter) straightSingle(i int) rune {
	ru, before, after := s.lang(i), s.at(i-1), s.at(i+1)
	// In the order of certainty: inside a word, after a figure, before a word, after one.
	switch {
	case isDigit(before) && isDigit(after) && s.isFoot(i):
		return '′'
	case isWord(before) && isWord(after):
		return '’'
	case isDigit(before) && len(s.open) == 0 && !isBreak(after) && s.isFoot(i):
		return '′'
	case isOpening(before) && !isSpace(after) && !isBreak(after):
		if isDigit(after) && !s.hasClosingSingle(i+1, i+40) || s.isElision(i, ru) || !s.hasClosingSingle(i+1, i+reach) {
			return '’'
		}
		level := 1
		if !ru.byShape {
			level = max(1, len(s.open))
		}
		s.push(i, ru, level, true)
		return s.cells[i].r
	case len(s.open) > 0 && s.open[len(s.open)-1].single && !isSpace(before):
		if (before == 's' || before == 'z') && s.hasClosingSingle(i+1, i+400) {
			return '’' // a possessive inside the quotation
		}
		return s.pop(ru, 1)
	}
	return '’'
}

// isFoot reports whether the mark after a figure says feet or minutes: a figure of at
// most three digits, and another figure or a space next.
func (s *setter) isFoot(i int) bool {
	k := i - 1
	for isDigit(s.at(k)) {
		k--
	}
	return i-k <= 4 && (isSpace(s.at(i+1)) || isDigit(s.at(i+1))) && s.at(k) != '\''
}

// isElision reports whether the word after the mark at i is one that begins with an
// apostrophe (’tis, ’n’, ’20s), and not a quotation of that one word.
func (s *setter) isElision(i int, ru *rules) bool {
	end := i + 1
	for isWord(s.at(end)) {
		end++
	}
	word := cellText(s.cells[i+1 : min(end, i+16, len(s.cells))])
	next := s.at(end)
	if len(word) >= 2 && isDigit(rune(word[0])) && isDigit(rune(word[1])) {
		return (len(word) == 2 || word[2:] == "s") && next != '\'' && next != '’'
	}
	if word == "n" && ru.elided["n"] {
		return true
	}
	return ru.elided[lowerFirst(word)] && next != '\'' && next != '’'
}

func lowerFirst(s string) string {
	if s != "" && 'A' <= s[0] && s[0] <= 'Z' {
		return string(s[0]+'a'-'A') + s[1:]
	}
	return s
}

// hasClosingSingle reports whether a single mark that may close stands in [i, end). The
// rules ask from left to right, so the next such mark is looked for once.
func (s *setter) hasClosingSingle(i, end int) bool {
	if s.nextSingle < i {
		s.nextSingle = i
		for s.nextSingle < len(s.cells) && !s.mayClose(s.nextSingle) {
			s.nextSingle++
		}
	}
	return s.nextSingle < end && s.nextSingle < len(s.cells)
}

// mayClose reports whether a single mark stands at i that follows a word and ends one.
// Half of a doubled mark is none.
func (s *setter) mayClose(i int) bool {
	r := s.cells[i].r
	if r != '\'' && r != '’' {
		return false
	}
	before, after := s.at(i-1), s.at(i+1)
	return before != r && after != r && !isSpace(before) && !isBreak(before) && isClosing(after)
}

// existing counts a quotation mark that has its form.
func (s *setter) existing(i int) {
	r, ru := s.cells[i].r, s.lang(i)
	before, after := s.at(i-1), s.at(i+1)
	opens := r == '«' || r == '“' || r == '‘' || r == '„' || r == '‚' || r == '‹'
	switch {
	case r == '“' && ru.swapped:
		opens = len(s.open) == 0 && isOpening(before)
	case r == '‘' && ru.swapped:
		opens = isOpening(before) && (len(s.open) == 0 || s.open[len(s.open)-1].close != '‘')
	case (r == '«' || r == '»' || r == '‹' || r == '›') && ru.swapped:
		opens = isOpening(before) && !isSpace(after) && !isBreak(after)
	}
	if opens {
		s.open = append(s.open, quote{close: partner(r, ru)})
		return
	}
	s.shut(func(q quote) bool { return q.close == r })
}

// shut closes the innermost quotation that answers the description with all inside it; if
// none does, the innermost one.
func (s *setter) shut(is func(quote) bool) {
	const deepest = 8 // quotations in one another that somebody writes
	for k := len(s.open) - 1; k >= max(0, len(s.open)-deepest); k-- {
		if is(s.open[k]) {
			s.open = s.open[:k]
			return
		}
	}
	if len(s.open) > 0 {
		s.open = s.open[:len(s.open)-1]
	}
}

// partner is the mark that closes what r opens.
func partner(r rune, ru *rules) rune {
	switch r {
	case '«':
		return '»'
	case '»':
		return '«'
	case '‹':
		return '›'
	case '›':
		return '‹'
	case '„':
		if ru.swapped {
			return '“'
		}
		return '”'
	case '‚':
		if ru.swapped {
			return '‘'
		}
		return '’'
	case '‘':
		return '’'
	}
	return '”'
}

// push opens a quotation of a level at i.
func (s *setter) push(i int, ru *rules, level int, single bool) {
	p := ru.pairs[min(level, len(ru.pairs)-1)]
	s.change(i, p[0])
	s.open = append(s.open, quote{close: p[1], single: single})
}

// popDouble closes the innermost quotation that no straight single mark opened; one that
// such a mark opened inside it was never closed and may have been an apostrophe.
func (s *setter) popDouble(ru *rules) rune {
	for k := len(s.open) - 1; k >= 0; k-- {
		if q := s.open[k]; !q.single {
			s.open = s.open[:k]
			return q.close
		}
	}
	s.open = s.open[:0]
	return ru.pairs[0][1]
}

// pop closes the innermost quotation and returns its mark; with none open it is the
// mark of the level, for a quotation that began in an earlier paragraph.
func (s *setter) pop(ru *rules, level int) rune {
	if len(s.open) == 0 {
		return ru.pairs[level][1]
	}
	q := s.open[len(s.open)-1]
	s.open = s.open[:len(s.open)-1]
	return q.close
}
