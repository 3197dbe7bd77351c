package typeset

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A name from abroad often has no division by the patterns of the language around it:
// Mikháylovna in English. Where a line would else be full of holes, it is divided between
// its syllables as most languages in Latin letters do it: one consonant begins the next
// syllable, of several the last one does.
const (
	// namePenalty makes such a division dearer than gaps half as wide again as they
	// should be: it is the last resort.
	namePenalty = 8_000_000
)

// sides are the fewest letters of a word that is divided between syllables, and the fewest
// before and after the division.
type sides struct{ letters, left, right int }

var (
	nameSides  = sides{letters: 7, left: 3, right: 3}
	easedSides = sides{letters: 6, left: 3, right: 2}
)

// nameBreaks are the offsets at which a text is divided if it is a name: a capital before
// small letters.
func nameBreaks(s string) []int {
	start := strings.IndexFunc(s, unicode.IsLetter)
	if start < 0 || !startsName(s[start:]) {
		return nil
	}
	return syllables(s, nameSides)
}

// syllables are the offsets between the syllables of the first word in a text.
func syllables(s string, min sides) []int {
	start := strings.IndexFunc(s, unicode.IsLetter)
	if start < 0 {
		return nil
	}
	var letters []rune // without their marks, in lower case
	var at []int
	for i, r := range s[start : start+lengthOfLetters(s[start:])] {
		letters, at = append(letters, plainLetter(r)), append(at, start+i)
	}
	if len(letters) < min.letters {
		return nil
	}
	var list []int
	for i := min.left; i+min.right <= len(letters); i++ {
		if beginsSyllable(letters, i) && sounds(letters[i:]) {
			list = append(list, at[i])
		}
	}
	return list
}

// startsName reports whether a word begins with one capital.
func startsName(s string) bool {
	first, n := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[n:])
	return unicode.IsUpper(first) && unicode.IsLower(second)
}

func lengthOfLetters(s string) int {
	if n := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }); n >= 0 {
		return n
	}
	return len(s)
}

// plainLetter is a letter in lower case and without its marks.
func plainLetter(r rune) rune {
	plain, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r)))
	return unicode.ToLower(plain)
}

// beginsSyllable reports whether letter i is the consonant, or the first of two that
// belong together, before a vowel, with a vowel somewhere before it.
func beginsSyllable(w []rune, i int) bool {
	onset := 1
	if i+1 < len(w) && together(w[i], w[i+1]) {
		onset = 2
	}
	if isVowel(w[i]) || i+onset >= len(w) || !isVowel(w[i+onset]) || together(w[i-1], w[i]) {
		return false
	}
	for _, r := range w[:i] {
		if isVowel(r) {
			return true
		}
	}
	return false
}

// sounds reports whether the end of a word has a vowel besides one that is silent in
// English and French: that of stretched, of changes, of étranges.
func sounds(end []rune) bool {
	n := len(end)
	if n > 1 && (end[n-1] == 's' || end[n-1] == 'd') && end[n-2] == 'e' {
		n--
	}
	if end[n-1] == 'e' {
		n--
	}
	return slices.ContainsFunc(end[:n], isVowel)
}

func isVowel(r rune) bool { return strings.ContainsRune("aeiouyæœøı", r) }

// together reports whether two consonants are one sound, or begin a syllable together.
func together(a, b rune) bool {
	switch b {
	case 'h':
		return strings.ContainsRune("cgkprstwz", a)
	case 'l':
		return strings.ContainsRune("bcfgkp", a)
	case 'r':
		return strings.ContainsRune("bcdfgkptv", a)
	case 'k', 'z':
		return a == 'c'
	}
	return false
}
