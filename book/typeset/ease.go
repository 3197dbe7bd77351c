package typeset

import (
	"strings"
	"unicode"

	"cahier/book/typeset/linebreak"
)

// A paragraph whose best setting has a hole in it, a line with gaps half as wide again as
// they should be and more, is eased: set once more with what is too ugly for others. Words
// that no pattern divides may be divided between their syllables, or without a hyphen after
// a sign that they hold. Where a line then still has the widest gaps that the style permits, or
// wider ones, its glyphs give half as much again.

const (
	// holeOff is how far off the gaps of a line are that is a hole, in thousandths.
	holeOff = 600
	// nearLoosest is how near to the widest gap of the style a line counts as having it: to
	// the eye the kerning of the words' edges adds to a gap.
	nearLoosest = 40
	// easedReach is how far the glyphs of a paragraph that has too wide gaps however its
	// words are divided are stretched and tracked, in tenths of what they are elsewhere.
	// They are narrowed no further: that closes no hole.
	easedReach = 15
	// easedSteep is how much earlier the cost of gaps begins to grow with the fourth power
	// in an eased paragraph: its widest gap is what matters.
	easedSteep = 2
)

// easing is what is allowed for the sake of a text's gaps.
type easing uint8

const (
	uneased easing = iota
	easedWords
	easedGlyphs
)

// ease reports whether the text has a hole that may be closed by more than was allowed yet,
// and allows it. It is then to be set again.
func (t *text) ease(loosest int) bool {
	if t.eased == easedGlyphs || t.align != linebreak.Justified {
		return false
	}
	limit := holeOff
	if t.eased == easedWords {
		limit = max(limit, loosest-nearLoosest)
	}
	for i := range t.lines() {
		if t.lines()[i].Off > limit {
			t.eased++
			return true
		}
	}
	return false
}

// bend changes the prices and limits of a text as it is eased: wide gaps cost more than
// hyphens do, but no more beside a runt or a ladder than elsewhere.
func (e easing) bend(r *linebreak.Rules) {
	if e > uneased {
		r.Steep /= easedSteep
		r.RuntCost *= easedSteep * easedSteep
		r.HyphenRow *= easedSteep * easedSteep
	}
	if e == easedGlyphs {
		r.Expand, r.TrackOut = r.Expand*easedReach/10, r.TrackOut*easedReach/10
	}
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
