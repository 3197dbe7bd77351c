package clean

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/JohannesKaufmann/html-to-markdown/v2/marker"
)

// Signs of our own stand in texts for what a step must not see, or must find
// again. They are noncharacters, which no text may hold (Unicode 16, section 23.7):
// tidy takes them out of every source, so that none can be forged and nothing of a source
// is taken for one.
const (
	// A mark stands in the text where a note is called: these two around the note's
	// index. Extraction and conversion see it as a word.
	markOpen  = '\uFDD0'
	markClose = '\uFDD1'

	// Signs that conversion must not see; restore writes them out.
	signEscape  = '\uFDD2' // a backslash before the next sign
	signLess    = '\uFDD3' // <
	signMore    = '\uFDD4' // >
	signBreak   = '\uFDD5' // a line break that stays
	signCode    = '\uFDD6' // < in code
	signOpen    = '\uFDD7' // [ of a span
	signShut    = '\uFDD8' // ]{ of a span
	signEnd     = '\uFDD9' // } of a span
	signLibrary = '\uFDDA' // the private use character that the converter takes for itself
)

// isOwnSign reports the characters that are kept for signs: all noncharacters.
func isOwnSign(r rune) bool { return r >= 0xFDD0 && r <= 0xFDEF || r&0xFFFE == 0xFFFE }

// protect hides from the converter what it would take for a sign of its own: it
// writes line feeds of code as a private use character.
func protect(s string) string {
	return strings.ReplaceAll(s, string(marker.MarkerCodeBlockNewline), string(signLibrary))
}

// signs are what the signs stand for, but for signLess.
var signs = strings.NewReplacer(string(signEscape), `\`, string(signMore), ">", string(signBreak), "\n", string(signCode), "<",
	string(signOpen), "[", string(signShut), "]{", string(signEnd), "}", string(signLibrary), string(marker.MarkerCodeBlockNewline))

// restore writes the signs out; "<" is escaped only where it would open a tag.
func restore(s string) string {
	var b strings.Builder
	for before, rest, ok := strings.Cut(signs.Replace(s), string(signLess)); ; before, rest, ok = strings.Cut(rest, string(signLess)) {
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		if next := firstRune(rest); next == '/' || next == '!' || next == '?' || next < unicode.MaxASCII && unicode.IsLetter(next) {
			b.WriteByte('\\')
		}
		b.WriteByte('<')
	}
}

// mark is the mark of note i.
func mark(i int) string { return string(markOpen) + strconv.Itoa(i) + string(markClose) }

// marks lists the indexes of the notes called in s, in order.
func marks(s string) []int {
	var list []int
	for {
		_, rest, ok := strings.Cut(s, string(markOpen))
		if !ok {
			return list
		}
		num, rest, ok := strings.Cut(rest, string(markClose))
		if i, err := strconv.Atoi(num); ok && err == nil {
			list = append(list, i)
		}
		s = rest
	}
}

// hasMark reports whether a note is called in s.
func hasMark(s string) bool { return strings.ContainsRune(s, markOpen) }

// replaceMarks puts f's text for every mark.
func replaceMarks(s string, f func(i int) string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(s, string(markOpen))
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		num, after, _ := strings.Cut(rest, string(markClose))
		if i, err := strconv.Atoi(num); err == nil {
			b.WriteString(f(i))
		}
		s = after
	}
}
