package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// calmName writes the words of a name that a page prints in capitals with one
// capital each: "Hélène MARCHAND", "JEAN-PIERRE DE LA CRUZ". Initials and words
// without a vowel, such as "PD", stay.
func calmName(s string) string {
	words := strings.Fields(s)
	all := strings.ToUpper(s) == s
	for i, w := range words {
		switch {
		case !isShouted(w):
		case all && i > 0 && strings.Contains(particles, " "+strings.ToLower(w)+" "):
			words[i] = strings.ToLower(w)
		default:
			words[i] = calmWord(w)
		}
	}
	return strings.Join(words, " ")
}

// isShouted reports whether a word of a name is in capitals and no initials.
func isShouted(w string) bool {
	return utf8.RuneCountInString(w) > 1 && strings.ToUpper(w) == w && strings.ToLower(w) != w && !strings.Contains(strings.TrimSuffix(w, "."), ".") && strings.ContainsAny(w, "AEIOUYÀÁÂÃÄÅÆÈÉÊËÌÍÎÏÒÓÔÕÖØŒÙÚÛÜ")
}

// calmWord leaves the first letter and those after a hyphen or an apostrophe in
// capitals.
func calmWord(w string) string {
	up := true
	return strings.Map(func(r rune) rune {
		was := up
		up = strings.ContainsRune("-'’‑", r)
		if was {
			return r
		}
		return unicode.ToLower(r)
	}, w)
}
