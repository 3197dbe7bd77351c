package typeset

import (
	"hash/fnv"
	"strings"
	"unicode"
	"unicode/utf8"

	"cahier/book/typeface"
	"cahier/book/typeset/linebreak"
	"cahier/book/unit"
)

// word is a shaped box with all that a paragraph asks of it. It is a pure function of its
// look and text, so that every compositor may keep its own.
type word struct {
	text        string
	glyphs      []typeface.Glyph
	width       unit.Length // with letterspacing
	left, right unit.Length // protrusion
	first, last uint32
	letters     int32
	divisible   bool
	missing     bool
	splits      []split
	offers      []linebreak.Split // the same, as the line breaker takes them
	asked       bool
	brittle     *word // the same with breaks between all letters, once it was wanted
	pliant      *word // the same with divisions of last resort, ditto
}

// words is the cache of one look.
type words map[string]*word

// word shapes a text in a look, or finds it.
func (c *compositor) word(l *look, s string) *word {
	for l.id >= len(c.words) {
		c.words = append(c.words, nil)
	}
	cache := c.words[l.id]
	if cache == nil {
		cache = words{}
		c.words[l.id] = cache
	}
	if w := cache[s]; w != nil {
		return w
	}
	w := c.shape(l, s)
	cache[w.text] = w
	return w
}

func (c *compositor) shape(l *look, s string) *word {
	shaped := l.shaper.Shape(s)
	w := &word{text: s, glyphs: shaped.Glyphs, missing: shaped.Missing}
	w.width = l.width(shaped.Advance) + l.track*unit.Length(len(w.glyphs))
	if c.job.print.Spacing.Protrude && !l.code {
		w.left, w.right = l.hangs(w.glyphs)
	}
	w.first, w.last = ends(s)
	w.letters = letters(s)
	w.divisible = (l.hyphens != nil || strings.ContainsRune(s, softHyphen)) && utf8.RuneCountInString(s) >= 4 || isAddress(s)
	return w
}

const softHyphen = '\u00ad'

// ends numbers the first and the last word of a text, for finding lines that begin or end
// alike. A single letter does not count.
func ends(s string) (first, last uint32) {
	isLetter := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	notLetter := func(r rune) bool { return !isLetter(r) }
	start := strings.IndexFunc(s, isLetter)
	if start < 0 {
		return 0, 0
	}
	head := s[start:]
	if end := strings.IndexFunc(head, notLetter); end >= 0 {
		head = head[:end]
	}
	stop := strings.LastIndexFunc(s, isLetter)
	_, n := utf8.DecodeRuneInString(s[stop:])
	tail := s[:stop+n]
	if begin := strings.LastIndexFunc(tail, notLetter); begin >= 0 {
		_, n := utf8.DecodeRuneInString(tail[begin:])
		tail = tail[begin+n:]
	}
	return sum(head), sum(tail)
}

// letters counts the letters and digits of a text.
func letters(s string) (n int32) {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

func sum(s string) uint32 {
	if utf8.RuneCountInString(s) < 2 {
		return 0
	}
	h := fnv.New32a()
	h.Write([]byte(strings.ToLower(s)))
	return max(1, h.Sum32())
}
