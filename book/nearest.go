package book

import (
	"slices"
	"strings"
)

// Nearest is the known word that can be made of a word with the fewest changes, for "did you
// mean …?"; "" if none is near: one letter of three may differ, large and small count the
// same. One that only goes on where the word ends ("short" for "short-title"), or of which the
// word is the last part ("size" for "notes.size"), is one change away. Of equals the first in
// the alphabet is taken.
func Nearest(word string, known []string) string {
	s := []rune(strings.ToLower(word))
	most := len(s) / 3
	if len(s) > maxCompared {
		return ""
	}
	best := ""
	for _, name := range slices.Sorted(slices.Values(known)) {
		lower := strings.ToLower(name)
		d := 1
		if !strings.HasPrefix(lower, string(s)+"-") && !strings.HasSuffix(lower, "."+string(s)) {
			d = distance(s, []rune(lower), most)
		}
		if d < most || d == most && best == "" {
			best, most = name, d
		}
	}
	return best
}

// maxCompared is the length of the longest word that is compared: a longer one is no slip.
const maxCompared = 100

// distance counts the letters to insert, drop, replace or swap with the next (Damerau 1964,
// the restricted form); more than most if there are more.
func distance(s, t []rune, most int) int {
	if len(s)-len(t) > most || len(t)-len(s) > most {
		return most + 1
	}
	before, last, row := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(s); i++ {
		row[0] = i
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(t)]
}
