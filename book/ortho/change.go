package ortho

import (
	"strings"

	"cahier/book"
)

// Change is one repair, for the person who wants to see what was done.
type Change struct {
	Pos  book.Pos // of the text in which it stands
	Kind Kind
	// From and To are the place with the words around it, before and after; in To
	// raised letters follow a ^.
	From, To string
}

// String formats the change as "file:line:col: kind: from → to", with a sign for each
// space that does not break (U+237D, ISO/IEC 9995-7).
func (c Change) String() string {
	return c.Pos.String() + ": " + string(c.Kind) + ": " + seen.Replace(c.From) + " → " + seen.Replace(c.To)
}

var seen = strings.NewReplacer("\u00A0", "⍽", "\u202F", "⍽", "\u2009", "⍽", "\u00AD", "·", "\u200B", "·", "\u2060", "·", "\uFEFF", "·")

// Kind names a sort of repair.
type Kind string

// The kinds of repairs. A change of several kinds at one place has the first that
// applies.
const (
	QuotationMark Kind = "quotation mark"
	Apostrophe    Kind = "apostrophe"
	Ellipsis      Kind = "ellipsis"
	Dash          Kind = "dash"
	Space         Kind = "space"
	Hidden        Kind = "hidden character"
	Raised        Kind = "raised letters"
)

// report compares the leaf as written with what the rules made of it. Words are the
// same in both, so what differs is between two words, or is raised.
func (s *setter) report() {
	a, b := s.before, s.cells
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		ai, bj := i, j
		for i < len(a) && !isWord(a[i].r) {
			i++
		}
		for j < len(b) && !isWord(b[j].r) {
			j++
		}
		if k, differs := compare(a[ai:i], b[bj:j]); differs {
			s.note(k, ai, i, bj, j)
		}
		for i < len(a) && j < len(b) && isWord(a[i].r) && isWord(b[j].r) {
			if b[j].up && (j == 0 || !b[j-1].up) {
				s.note(Raised, i, i, j, j)
			}
			i++
			j++
		}
	}
}

// compare says how what stands between two words changed.
func compare(a, b []cell) (Kind, bool) {
	from, to := cellText(a), cellText(b)
	if from == to {
		return "", false
	}
	for _, k := range [...]struct {
		kind  Kind
		signs string
	}{
		{QuotationMark, "\"«»“”„‚″″‹›<>`‘"},
		{Apostrophe, "'’′´"},
		{Ellipsis, "."},
		{Dash, "-"},
	} {
		if signsOf(from, k.signs) != signsOf(to, k.signs) {
			return k.kind, true
		}
	}
	for _, r := range from {
		if isHidden(r) {
			return Hidden, true
		}
	}
	return Space, true
}

// signsOf keeps of a text only the given signs.
func signsOf(text, signs string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(signs, r) {
			return r
		}
		return -1
	}, text)
}

// note records that [ai, aj) became [bi, bj).
func (s *setter) note(kind Kind, ai, aj, bi, bj int) {
	c := Change{Kind: kind, From: excerpt(s.before, ai, aj), To: excerpt(s.cells, bi, bj)}
	near := ai
	if near == len(s.before) {
		near--
	}
	for p := s.before[near].piece; p >= 0; p-- {
		if t := s.pieces[p].text; t != nil {
			c.Pos = t.Pos
			break
		}
	}
	if !c.Pos.IsZero() { // what a stage of cahier wrote is not the author's concern
		s.changes = append(s.changes, c)
	}
}

// excerpt is the cells with the word on each side.
func excerpt(cells []cell, from, to int) string {
	const around = 16 // characters shown of a word
	for n := 0; n < around && from > 0 && isWord(cells[from-1].r); n++ {
		from--
	}
	for n := 0; n < around && to < len(cells) && isWord(cells[to].r); n++ {
		to++
	}
	var sb strings.Builder
	for i, c := range cells[from:to] {
		if c.up && (i == 0 || !cells[from+i-1].up) {
			sb.WriteByte('^')
		}
		if c.r <= maxText && c.r != lineEnd {
			sb.WriteRune(c.r)
		}
	}
	return sb.String()
}
