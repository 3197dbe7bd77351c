package typeset

import (
	"slices"
	"strings"

	"cahier/book"
	"cahier/book/hyphen"
	"cahier/book/typeface"
	"cahier/book/typeset/linebreak"
)

// A word that is longer than its line, and cannot be divided as others are, is broken
// where the line ends: as a last resort, and with a warning. With a hyphen where the
// patterns of its language have one, though the style hyphenates nothing; else between any
// two letters, without a hyphen.

// brittlePenalty is the price of breaking a word where nothing permits it: more than any
// loose line or row of hyphens.
const brittlePenalty = 40_000_000

// maxBrittle is the longest word, in bytes, that is one box of its paragraph: a longer one
// fits no line and is cut into several, so that the work on it grows with its length alone.
const maxBrittle = 320

// mend makes the words brittle that stand out of their lines, and reports whether there
// were any new ones. The settings are then to be made again.
func (c *compositor) mend(t *text) bool {
	found := false
	for _, l := range t.settings[t.best].Lines {
		if l.Over < visibleOver {
			continue
		}
		for i := l.From; i < l.To; i++ {
			if at, had := slices.BinarySearch(t.brittle, int32(i)); !had && c.atoms[i].word != nil {
				t.brittle = slices.Insert(t.brittle, at, int32(i))
				found = true
			}
		}
	}
	return found
}

// brittle is the word with breaks between all its letters.
func (c *compositor) brittle(l *look, w *word) *word {
	if w.brittle != nil {
		return w.brittle
	}
	b := *w
	b.asked, b.divisible, b.splits, b.offers = true, true, nil, nil
	permitted := slices.Clone(c.division(l, w))
	if len(permitted) == 0 && !l.code && !isAddress(w.text) {
		for _, p := range divide(c.job.looks.patterns.find(l.lang), w.text) {
			permitted = append(permitted, c.split(l, w, p.at, "\u00ad", p.penalty))
		}
	}
	at := 0
	for i := range w.glyphs {
		g := &w.glyphs[i]
		if i > 0 && g.Text != "" {
			for len(permitted) > 0 && permitted[0].at < at {
				b.splits, permitted = append(b.splits, permitted[0]), permitted[1:]
			}
			if len(permitted) == 0 || permitted[0].at != at {
				b.splits = append(b.splits, between(l, w, i, at))
			}
		}
		at += len(g.Text)
	}
	b.splits = append(b.splits, permitted...)
	for i := range b.splits {
		b.offers = append(b.offers, b.splits[i].Split)
	}
	w.brittle = &b
	return &b
}

// between is the break before glyph i, at an offset of the text. The letters are not shaped
// again: there may be hundreds of such breaks in a word, and one or two are used.
func between(l *look, w *word, i, at int) split {
	s := split{at: at, pre: w.glyphs[:i], post: w.glyphs[i:]}
	s.Bare, s.Penalty = true, brittlePenalty
	s.Pre = half(l, typeface.Word{Glyphs: s.pre, Advance: sumOf(s.pre)})
	s.Post = half(l, typeface.Word{Glyphs: s.post, Advance: sumOf(s.post)})
	return s
}

// sumOf is how far glyphs advance, in font units.
func sumOf(glyphs []typeface.Glyph) (sum int32) {
	for i := range glyphs {
		sum += glyphs[i].Advance
	}
	return sum
}

// find is the language of a tag even where nothing is hyphenated, nil if there are no
// patterns for it.
func (l *languages) find(tag string) *hyphen.Language {
	found, _ := l.found.Find(tag)
	return found
}

// cut places a very long word in pieces.
func (c *compositor) cut(value string, s state, offset int32) {
	for len(value) > maxBrittle {
		n := 0
		for n < maxBrittle {
			n += typeface.ClusterLength(value[n:])
		}
		if n == len(value) {
			break
		}
		c.place(c.word(s.look, value[:n]), s, offset)
		c.add(linebreak.Item{Kind: linebreak.Break, Penalty: brittlePenalty}, atom{look: s.look, offset: -1, broken: true})
		value, offset = value[n:], offset+int32(n)
	}
	c.place(c.word(s.look, value), s, offset)
}

// reportBroken reports a word that is broken for want of room, at its first break.
func (c *compositor) reportBroken(cv *canvas, t *text, l *linebreak.Line) {
	last := l.To - 1
	if last < 0 || c.atoms[last].word == nil || l.Head > 0 && l.From == last || last > 0 && c.atoms[last-1].broken {
		return // the word began on another line
	}
	_, brittle := slices.BinarySearch(t.brittle, int32(last))
	if !(brittle && l.Tail > 0) && !(l.To < len(c.atoms) && c.atoms[l.To].broken) {
		return
	}
	word := strings.ReplaceAll(c.atoms[last].word.text, "\u00ad", "")
	c.job.problem(t.position(), book.CodeOverfull, "say where it may be divided with soft hyphens (U+00AD)",
		"a word is longer than its line on page %s and is broken: %q", cv.Folio, clip(word, 40))
}
