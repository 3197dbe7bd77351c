package hyphen

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// word is the letters of one word as the patterns are written: lower case, composed
// (NFC), with a straight apostrophe.
type word struct {
	letters  []rune
	at       []int // the byte offset in the text of each letter; equal for letters of one cluster
	stem     int   // where the letters after the last apostrophe begin
	capitals int   // of the stem
	roman    int   // capitals of the stem that are Roman numerals

	scratch scratch
	keys    []byte
}

func (w *word) reset() {
	w.letters, w.at = w.letters[:0], w.at[:0]
	w.stem, w.capitals, w.roman = 0, 0, 0
}

// read appends the letters of text from at on, up to what is no letter, and returns where
// that is. An apostrophe belongs to the word when letters stand on both sides.
func (w *word) read(text string, at int, turkic bool) int {
	for at < len(text) {
		r, size := rune(text[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[at:])
		}
		switch {
		case r >= 'a' && r <= 'z':
			w.add(r, at)
		case isApostrophe(r):
			if len(w.letters) == 0 || !startsWithLetter(text[at+size:]) {
				return at
			}
			w.add('\'', at)
			if len(w.letters) <= elidedArticle {
				w.stem, w.capitals, w.roman = len(w.letters), 0, 0
			}
		case r == utf8.RuneError || !unicode.IsLetter(r):
			return at
		default:
			w.count(r)
			w.add(lower(r, turkic), at)
		}
		if at+size < len(text) && text[at+size] >= 0xcc { // the first byte of U+0300 and all after
			size = w.marks(text, at, size, turkic)
		}
		at += size
	}
	return at
}

func (w *word) add(r rune, at int) {
	w.letters, w.at = append(w.letters, r), append(w.at, at)
}

func (w *word) count(r rune) {
	if !unicode.IsUpper(r) {
		return
	}
	w.capitals++
	switch r {
	case 'I', 'V', 'X', 'L', 'C', 'D', 'M':
		w.roman++
	}
}

// marks joins the combining marks after a letter with it, and returns the length of all.
func (w *word) marks(text string, at, size int, turkic bool) int {
	end := at + size
	for end < len(text) {
		r, n := utf8.DecodeRuneInString(text[end:])
		if !unicode.Is(unicode.M, r) {
			break
		}
		end += n
	}
	if end == at+size {
		return size
	}
	w.letters, w.at = w.letters[:len(w.letters)-1], w.at[:len(w.at)-1]
	for _, r := range norm.NFC.String(text[at:end]) {
		w.add(lower(r, turkic), at)
	}
	return end - at
}

// lower folds case. In Turkish and its kin a capital I is the dotless one.
func lower(r rune, turkic bool) rune {
	switch {
	case r == 'I' && turkic:
		return 'ı'
	case r == 'İ':
		return 'i'
	}
	return unicode.ToLower(r)
}

// isApostrophe knows the characters that texts and pattern files use for an apostrophe,
// the Greek ones included.
func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == 'ʼ' || r == '\u1fbd' || r == '\u1fbf'
}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// shortAcronym is the most letters of a word in capitals that is taken for an acronym and
// kept whole; a longer one is a word set in capitals.
const shortAcronym = 6

// elidedArticle is the length of the longest article with its apostrophe.
const elidedArticle = 3

func (w *word) isAcronym() bool {
	return w.capitals == len(w.letters)-w.stem && (w.capitals <= shortAcronym || w.roman == w.capitals)
}

func (w *word) key() string { return string(w.keyOf(w.letters)) }

// keyOf is the letters as the map of exceptions has them.
func (w *word) keyOf(letters []rune) []byte {
	w.keys = w.keys[:0]
	for _, r := range letters {
		w.keys = utf8.AppendRune(w.keys, r)
	}
	return w.keys
}

// kind is what a text is to hyphenation.
type kind int

const (
	breakable kind = iota
	unbreakable
	marked // with soft hyphens
)

// scan reads a text for digits, signs of an address and soft hyphens.
func scan(text string) kind {
	kind := breakable
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c >= 'a' && c <= 'z':
		case c >= '0' && c <= '9':
			return unbreakable
		case c == '.' || c == '/' || c == '@' || c == '_' || c == '\\':
			if i > 0 && i+1 < len(text) && isWordByte(text[i-1]) && isWordByte(text[i+1]) {
				return unbreakable
			}
			if c == '/' && i > 0 && text[i-1] == ':' {
				return unbreakable
			}
		case c == 0xc2 && i+1 < len(text) && text[i+1] == 0xad:
			kind = marked
		}
	}
	return kind
}

// isWordByte takes every byte outside ASCII for a part of a letter, except the first of
// the general punctuation U+2000–2FFF.
func isWordByte(c byte) bool {
	return c >= utf8.RuneSelf && c != 0xe2 || c|0x20 >= 'a' && c|0x20 <= 'z'
}

func softHyphens(dst []int, text string) []int {
	for i, r := range text {
		if r == '\u00ad' && i > 0 && i+2 < len(text) {
			dst = append(dst, i)
		}
	}
	return dst
}

func runeLength(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}
