package clean

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// note is a note lifted out of a source.
type note struct {
	label string     // as the source has it: "1", "*", "iv"
	how   string     // the rule that found it, for the report
	sure  int        // percent
	tree  *html.Node // body, out of the page's tree; nil for text sources
	body  string     // Markdown
}

// superscripts are the digits that some pages write for marks.
var superscripts = strings.NewReplacer("⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9",
	"＊", "*", "∗", "*", "⁎", "*")

// labelWords may stand before a label within its mark: "note 3", "[n. 4]".
var labelWords = []string{"footnote", "endnote", "fussnote", "fußnote", "note", "nota", "anm.", "nbp", "ref.", "ref", "nb", "fn", "n."}

// noteLabel is the label that a mark's text holds, "" if the text is no mark: a
// number of up to three digits, a letter, a small roman number, asterisks and
// daggers, or a group's letter with a number, in brackets or not.
func noteLabel(text string) string {
	s := strings.Trim(squeeze(superscripts.Replace(text)), "[](){}⟦⟧.,:;↑^ \u00a0\u202f")
	if s == "" || len(s) > 16 {
		return ""
	}
	low := strings.ToLower(s)
	for _, w := range labelWords {
		if rest, ok := strings.CutPrefix(low, w); ok && rest != "" && (rest[0] == ' ' || isDigit(rune(rest[0]))) {
			s, low = strings.TrimSpace(rest), strings.TrimSpace(rest)
			break
		}
	}
	if n, ordinal, ok := strings.Cut(s, ":"); ok && isNumber(n) && isNumber(ordinal) { // second call of one note
		s = n
	}
	switch {
	case isNumber(s) && len(s) <= 3, isSign(s), isRoman(low):
		return s
	case len([]rune(s)) == 1 && unicode.IsLetter([]rune(s)[0]):
		return s
	case len(s) <= 4 && isNumber(s[1:]) && s[0] >= 'A' && s[0] <= 'Z':
		return s
	case len(s) <= 4 && len(s) > 2 && s[0] >= 'A' && s[0] <= 'Z' && s[1] == ' ' && isNumber(s[2:]): // a group's letter and number
		return s[:1] + s[2:]
	case len(s) <= 4 && isNumber(s[:len(s)-1]) && s[len(s)-1] >= 'a' && s[len(s)-1] <= 'z':
		return s
	case strings.HasSuffix(low, "bis") && isNumber(strings.TrimSpace(low[:len(low)-3])):
		return s
	}
	return ""
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// isNumber reports whether s is digits alone.
func isNumber(s string) bool {
	return s != "" && strings.TrimLeft(s, "0123456789") == ""
}

// isSign reports whether s is asterisks, daggers and such.
func isSign(s string) bool {
	return s != "" && strings.Trim(s, "*†‡§¶#") == "" && len([]rune(s)) <= 4
}

// isRoman reports whether s is a small roman number.
func isRoman(s string) bool {
	return s != "" && len(s) <= 6 && strings.Trim(s, "ivxlc") == ""
}

// noteLike reports whether an id, a class or a fragment names a note.
func noteLike(name string) bool {
	low := strings.ToLower(name)
	for _, w := range [...]string{"footnote", "fnref", "endnote", "_ftn", "ftnt", "ftn", "sdfootnote", "sdendnote", "cite_note", "cite-note", "cite_ref",
		"sidenote", "_edn", "fn-", "fn:", "fn_", "note-", "note_", "noteref", "reference-", "bodyftn", "nota", "anmerkung", "fussnote", "user-content-fn"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	for _, w := range [...]string{"fn", "nb", "nh", "note", "notes", "n", "no", "ref", "anm", "f", "en", "r", "rp"} {
		if rest, ok := strings.CutPrefix(low, w); ok && rest != "" && (isNumber(rest) || isNumber(strings.Trim(rest, "-_.")) || isNumber(strings.SplitN(strings.Trim(rest, "-_."), "-", 2)[0])) {
			return true
		}
	}
	return false
}
