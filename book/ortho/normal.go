package ortho

import "slices"

// dropHidden takes out the characters that are not seen.
func (s *setter) dropHidden() {
	s.cells = slices.DeleteFunc(s.cells, func(c cell) bool {
		if isHidden(c.r) {
			s.touch(c.piece)
			return true
		}
		return false
	})
}

// normalise brings what is written in several ways to one: a run of spaces is one
// space, dots become ellipses, hyphens dashes.
func (s *setter) normalise() {
	s.asides = asides{}
	in, out := s.cells, s.spare[:0]
	for i := 0; i < len(in); {
		c := in[i]
		if c.keep || isPlainLetter(c.r) {
			out = append(out, c)
			i++
			continue
		}
		if isAnySpace(c.r) {
			i, out = s.spaceRun(i, out)
			continue
		}
		if !s.lang(i).known {
			out = append(out, c)
			i++
			continue
		}
		var r rune
		n := 1
		switch c.r {
		case '.':
			r, n = s.dots(i)
		case '-':
			r, n = s.hyphens(i)
		case '<', '>':
			r, n = s.arrows(i)
		case '´', '′', '`':
			if isLetter(s.at(i-1)) && isLetter(s.at(i+1)) {
				r = '’'
			}
		}
		if r == 0 { // as written, n characters
			out = append(out, in[i:i+n]...)
		} else {
			s.touch(c.piece)
			for _, gone := range in[i+1 : i+n] {
				s.touch(gone.piece)
			}
			c.r = r
			out = append(out, c)
		}
		i += n
	}
	s.cells, s.spare = out, in
}

// isPlainLetter is the fast answer for most of a text.
func isPlainLetter(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

// isHidden reports characters that print nothing and only do harm in a book: soft
// hyphen, zero-width space, word joiner, byte order mark. The joiners of scripts and
// emoji (U+200C, U+200D) stay.
func isHidden(r rune) bool {
	return r == '\u00AD' || r == '\u200B' || r == '\u2060' || r == '\uFEFF'
}

// isAnySpace reports every space of general use, U+2000 to U+200A among them. The
// ideographic space is a letter's width of Chinese and Japanese and stays.
func isAnySpace(r rune) bool {
	return isSpace(r) || r == '\t' || r == '\r' || '\u2000' <= r && r <= '\u200A' || r == '\u205F'
}

func isThin(r rune) bool {
	return r == '\u2006' || r == '\u2008' || r == '\u2009' || r == '\u200A' || r == '\u205F'
}

// spaceRun writes a run of spaces as one and returns where it ends. A run of no-break spaces
// stays one; a thin space beside a sign or a figure was meant not to break.
func (s *setter) spaceRun(i int, out []cell) (int, []cell) {
	first, start := s.cells[i], i
	breaks, thin := false, false
	for ; i < len(s.cells) && !s.cells[i].keep && isAnySpace(s.cells[i].r); i++ {
		switch r := s.cells[i].r; {
		case isThin(r):
			thin = true
		case r != nbsp && r != narrow && r != '\u2007':
			breaks = true
		}
	}
	r := rune(space)
	switch {
	case s.opt.Plain || breaks:
	case thin:
		if !isLetter(s.at(start-1)) || !isLetter(s.at(i)) {
			r = narrow
		}
	case first.r == '\u2007':
		r = nbsp
	default:
		r = first.r
	}
	if i-start > 1 || r != first.r {
		for _, c := range s.cells[start:i] {
			s.touch(c.piece)
		}
	}
	first.r = r
	return i, append(out, first)
}

// dots reads a run of full stops: three are an ellipsis, spaced or not. Four are left to
// English, which writes a stop and an ellipsis; longer runs are leaders.
func (s *setter) dots(i int) (rune, int) {
	n := 1
	for s.at(i+n) == '.' {
		n++
	}
	switch {
	case n == 3:
		return '…', 3
	case n == 4 && s.lang(i).byShape:
		return 0, 1 // the stop; the three that follow come next
	case n == 1 && isSpace(s.at(i+1)) && s.at(i+2) == '.' && isSpace(s.at(i+3)) && s.at(i+4) == '.' && s.at(i+5) != '.' &&
		!(isSpace(s.at(i+5)) && s.at(i+6) == '.'):
		return '…', 5
	}
	return 0, n
}

// arrows reads << and >> that are meant as guillemets: they come in pairs, and a
// letter or a space stands inside.
func (s *setter) arrows(i int) (rune, int) {
	r := s.at(i)
	if !s.lang(i).arrows || s.at(i+1) != r || s.at(i+2) == r {
		return 0, 1
	}
	if r == '<' && isOpening(s.at(i-1)) && !isBreak(s.at(i+2)) && s.hasClosingArrows(i+2) {
		s.arrowsOpen++
		return '«', 2
	}
	if r == '>' && s.arrowsOpen > 0 {
		s.arrowsOpen--
		return '»', 2
	}
	return 0, 2
}

// reach is how far a rule looks ahead for a partner, in characters: a long paragraph.
const reach = 4000

// hasClosingArrows reports whether >> comes before another <<.
func (s *setter) hasClosingArrows(i int) bool {
	for end := min(i+reach, len(s.cells)-1); i < end && !(s.cells[i].r == '<' && s.cells[i+1].r == '<'); i++ {
		if s.cells[i].r == '>' && s.cells[i+1].r == '>' {
			return true
		}
	}
	return false
}
