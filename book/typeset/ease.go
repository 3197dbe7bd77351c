package typeset

import (
	"strings"
	"unicode"

	"cahier/book/typeset/linebreak"
)

// A paragraph whose best setting has a hole in it, a line with gaps half as wide again as
// they should be and more, is eased: set once more with what is too ugly for others. Words
// that no pattern divides may be divided between their syllables, or without a hyphen after
// a sign that they hold, and the glyphs give half as much again.

const (
	// holeOff is how far off the gaps of a line are that is a hole, in thousandths.
	holeOff = 600
	// easedReach is how far the glyphs of an eased paragraph are stretched and tracked, in
	// tenths of what they are elsewhere. They are narrowed no further: that closes no hole.
	easedReach = 15
)

// ease reports whether the text has a hole and was not eased yet. It is then to be set
// again.
func (t *text) ease() bool {
	if t.eased || t.align != linebreak.Justified {
		return false
	}
	for i := range t.lines() {
		if t.lines()[i].Off > holeOff {
			t.eased = true
		}
	}
	return t.eased
}

// pliant is the word with the divisions of an eased paragraph: the word itself unless it
// has none at all.
func (c *compositor) pliant(l *look, w *word) *word {
	if l.hyphens == nil || len(c.division(l, w)) > 0 {
		return w
	}
	if w.pliant != nil {
		return w.pliant
	}
	p := *w
	for _, at := range signBreaks(w.text) {
		p.splits = append(p.splits, c.split(l, w, at, "", namePenalty))
	}
	if len(p.splits) == 0 && !strings.ContainsFunc(w.text, unicode.IsDigit) {
		for _, at := range syllables(w.text, easedSides) {
			p.splits = append(p.splits, c.split(l, w, at, "\u00ad", namePenalty+shortness(w.text, at)))
		}
	}
	for i := range p.splits {
		p.offers = append(p.offers, p.splits[i].Split)
	}
	p.divisible = len(p.splits) > 0
	w.pliant = &p
	return &p
}

// signBreaks are the offsets after a sign between two letters or more and a letter or a
// digit: RAID-10, example.org.
func signBreaks(s string) []int {
	var list []int
	for _, at := range addressBreaks(s) {
		after := s[at:]
		if lettersBefore(s[:at-1]) >= 2 && (lettersAfter(after) >= 2 || unicode.IsDigit(rune(after[0]))) {
			list = append(list, at)
		}
	}
	return list
}
