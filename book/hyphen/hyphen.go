// Package hyphen finds where words may be broken, by Liang's patterns: a word and its
// language go in, byte offsets come out. It embeds the patterns of the hyph-utf8 project
// for the languages whose licence allows it, and reads a language's when it is first
// asked for.
//
// It never inserts a hyphen, never changes a word, and says nothing of breaks that need
// no hyphen: after a hyphen or dash that is already there, inside an address.
//
// The method is that of Franklin M. Liang, "Word Hy-phen-a-tion by Com-put-er" (Stanford,
// 1983), with the rules of TeX (The TeXbook, appendix H) for what a word is, save that
// each part of a compound with an explicit hyphen is a word of its own.
package hyphen

import (
	"embed"
	"fmt"
	"strings"
	"sync"
)

// files are the pattern files as hyph-utf8 distributes them, complete and unchanged, each
// with its licence in its head. Reading them takes from 0.1 to 20 ms.
//
//go:embed patterns
var files embed.FS

// Languages finds languages. The zero value is ready; it may be shared between
// goroutines.
type Languages struct {
	mu   sync.Mutex
	read map[string]*Language
}

// Language is what is known of the hyphenation of one language.
type Language struct {
	info       info
	trie       *trie
	exceptions map[string][]int // a folded word's breaks, counted in letters
	limits     Limits
	words      *sync.Pool // of *word, for their memory
}

// Limits are the fewest letters that may stand before and after a break.
type Limits struct{ Left, Right int }

// Find returns the language of a BCP 47 tag: the nearest whose patterns are embedded
// ("fr-CA" is fr, "en-AU" is en-GB). False means there are none, and words of that
// language stay whole.
func (l *Languages) Find(tag string) (*Language, bool) {
	info, ok := lookup(tag)
	if !ok {
		return nil, false
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if had := l.read[info.tag]; had != nil {
		return had, true
	}
	language := info.load()
	if l.read == nil {
		l.read = map[string]*Language{}
	}
	l.read[info.tag] = language
	return language, true
}

// Tag is the language's BCP 47 tag as the patterns are filed under.
func (l *Language) Tag() string { return l.info.tag }

// Name is the language's English name.
func (l *Language) Name() string { return l.info.name }

// Limits are the letters that Breaks keeps together at either end of a word.
func (l *Language) Limits() Limits { return l.limits }

// With is the language with other limits and with further exceptions. A limit of 0 is
// the language's own. An exception is a word with its breaks written as hyphens,
// "cru-ci-ver-biste"; one without hyphens is never broken. The error names an exception
// that is no single word.
func (l *Language) With(limits Limits, exceptions []string) (*Language, error) {
	made := *l
	if limits.Left > 0 {
		made.limits.Left = limits.Left
	}
	if limits.Right > 0 {
		made.limits.Right = limits.Right
	}
	made.exceptions = make(map[string][]int, len(l.exceptions)+len(exceptions))
	for word, breaks := range l.exceptions {
		made.exceptions[word] = breaks
	}
	for _, e := range exceptions {
		if !made.addException(e) {
			return nil, fmt.Errorf("hyphenation exception %q is not a word with hyphens", e)
		}
	}
	return &made, nil
}

// addException reads "ta-ble". False if there is anything but letters and hyphens.
func (l *Language) addException(s string) bool {
	var w word
	var breaks []int
	for i, part := range strings.Split(s, "-") {
		if i > 0 {
			breaks = append(breaks, len(w.letters))
		}
		rest := w.read(part, 0, l.info.turkic)
		if rest != len(part) || part == "" {
			return false
		}
	}
	l.exceptions[w.key()] = breaks
	return true
}

// Breaks appends to dst the byte offsets of text, in ascending order, at which a hyphen
// may be inserted. The text is a word as it stands between spaces, with its punctuation.
// Each run of letters in it is a word; the parts of a compound (grand-mère) are words of
// their own, and a caller may want to break at the hyphen that is there rather than
// inside them.
//
// No breaks are found in a text with a digit, in an address (a stop, slash, at sign or
// underscore between letters), in acronyms of up to six capitals and in Roman numerals.
// A text with soft hyphens (U+00AD) may be broken there and nowhere else; the offsets are
// then those of the soft hyphens.
func (l *Language) Breaks(dst []int, text string) []int {
	switch scan(text) {
	case unbreakable:
		return dst
	case marked:
		return softHyphens(dst, text)
	}
	w, _ := l.words.Get().(*word)
	if w == nil {
		w = &word{}
	}
	defer l.words.Put(w)
	for at := 0; at < len(text); {
		w.reset()
		end := w.read(text, at, l.info.turkic)
		if end == at {
			at += runeLength(text[at:])
			continue
		}
		dst = l.word(dst, w)
		at = end
	}
	return dst
}

// word appends the breaks of one word.
func (l *Language) word(dst []int, w *word) []int {
	if len(w.letters) < l.limits.Left+l.limits.Right || w.isAcronym() {
		return dst
	}
	if !l.trie.has('\'') {
		return l.parts(dst, w)
	}
	return l.part(dst, w, 0, len(w.letters))
}

// parts hyphenates what stands between apostrophes, for a language whose patterns do not
// know them.
func (l *Language) parts(dst []int, w *word) []int {
	from := 0
	for i, r := range w.letters {
		if r == '\'' {
			dst = l.part(dst, w, from, i)
			from = i + 1
		}
	}
	return l.part(dst, w, from, len(w.letters))
}

// part appends the breaks of the letters from, up to to.
func (l *Language) part(dst []int, w *word, from, to int) []int {
	letters := w.letters[from:to]
	first, last := l.room(letters)
	if first > last {
		return dst
	}
	if len(l.exceptions) > 0 {
		if breaks, ok := l.exceptions[string(w.keyOf(letters))]; ok {
			for _, b := range breaks {
				if b >= first && b <= last {
					dst = append(dst, w.at[from+b])
				}
			}
			return dst
		}
	}
	values := l.trie.values(&w.scratch, letters)
	for b := first; b <= last; b++ {
		// values[0] is the place before the stop that begins the word.
		if values[b+1]&1 != 0 && w.at[from+b] > w.at[from+b-1] && l.leaves(letters, b) {
			dst = append(dst, w.at[from+b])
		}
	}
	return dst
}

// room is the first and the last place of a break that keep the limits.
func (l *Language) room(letters []rune) (first, last int) {
	return l.limits.Left, len(letters) - l.limits.Right
}

// leaves reports whether a break keeps enough letters after an elision: l’a-mi leaves one.
// No word is broken beside an apostrophe.
func (l *Language) leaves(letters []rune, b int) bool {
	if letters[b] == '\'' || letters[b-1] == '\'' {
		return false
	}
	if !l.info.elides {
		return true
	}
	for i := b - 1; i >= 0 && b-i <= l.limits.Left; i-- {
		if letters[i] == '\'' {
			return false
		}
	}
	return true
}
