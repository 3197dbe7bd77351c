package manuscript

import (
	"slices"
	"strings"

	"cahier/book"
)

// unknown reports a key that no table has, and names the nearest one that exists.
func (h *head) unknown(p pair, tables ...map[string]key) {
	code := book.CodeUnknownField
	if h.strict {
		code = book.CodeUnknownKey
	}
	hint := ""
	if near := nearest(p.key, names(tables)); near != "" {
		hint = "did you mean " + near + "?"
	}
	h.add(p.pos, code, hint, "unknown key %s", p.key)
}

// names are the keys of tables.
func names(tables []map[string]key) []string {
	var list []string
	for _, t := range tables {
		for name := range t {
			list = append(list, name)
		}
	}
	return list
}

// nearest is the known word that can be made of a word with the fewest changes, "" if
// none is near. One that goes on where the word ends is near; of equals the first in the
// alphabet is taken.
func nearest(word string, known []string) string {
	slices.Sort(known)
	best, least := "", max(1, len(word)/3)
	for _, name := range known {
		d := distance(word, strings.ToLower(name))
		if strings.HasPrefix(name, word+"-") {
			d = 1
		}
		if d < least || d == least && best == "" {
			best, least = name, d
		}
	}
	return best
}

// distance counts the letters to insert, drop, replace or swap with the next
// (Damerau 1964, the restricted form).
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	if len(s) > 64 || len(t) > 64 {
		return 64
	}
	rows := make([][]int, len(s)+1)
	for i := range rows {
		rows[i] = make([]int, len(t)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(s); i++ {
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			d := min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				d = min(d, rows[i-2][j-2]+1)
			}
			rows[i][j] = d
		}
	}
	return rows[len(s)][len(t)]
}
