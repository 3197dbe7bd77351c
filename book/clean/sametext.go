package clean

import "strings"

// sameText reports whether two texts differ in nothing but case, punctuation and
// spaces.
func sameText(a, b string) bool {
	a, b = bare(a), bare(b)
	return a != "" && a == b
}

// bare keeps the letters and digits of a text, in lower case.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if r > ' ' && (r < '0' || r > '9') && strings.ContainsRune("«»“”‘’\"'„‚‹›.,;:!?…–—-()[]{}|/*_#`\u00a0\u202f\u2009\\", r) || r <= ' ' || r == '\u00a0' || r == '\u202f' {
			return -1
		}
		return r
	}, strings.ToLower(replaceMarks(s, func(int) string { return "" })))
}
