package clean

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"cahier/book"
)

// defLine is a paragraph that may be a note's definition.
type defLine struct {
	text  string
	label string // shown by a list's numbering and not in the text
}

// definition is a definition found among paragraphs: those from first to last.
type definition struct {
	label       string
	text        string // the first paragraph without its label
	first, last int
}

// findDefinitions looks from the end for a run of paragraphs that begin with
// labels rising from the first: 1, 2, 3 … or *, **, ***. A paragraph without a
// label within the run continues a note. tail paragraphs after the run may be
// left over; a note heading before the run speaks for it.
func findDefinitions(lines []defLine) (defs []definition, headed bool) {
	for i := len(lines) - 1; i >= 0; i-- {
		label, rest := leadLabel(lines[i])
		headed := i > 0 && isNoteHead(lines[i-1].text)
		if rest == "" || !(isFirstLabel(label) || headed) {
			continue
		}
		if before, rest := earlierLabel(lines, i); rest != "" && isSign(label) && follows(before, label) { // "†" after "*"
			continue
		}
		run, weak := runFrom(lines, i, label, rest)
		after := len(lines) - 1 - run[len(run)-1].last
		if headed && after <= 8 || !weak && after <= 8 && tailIsShort(lines[len(lines)-after:]) {
			return run, headed
		}
	}
	return nil, false
}

// earlierLabel is the label of the line before i and what follows it.
func earlierLabel(lines []defLine, i int) (label, rest string) {
	if i == 0 {
		return "", ""
	}
	return leadLabel(lines[i-1])
}

// isFirstLabel reports labels that a row of notes begins with.
func isFirstLabel(s string) bool {
	return s == "1" || s == "*" || s == "†" || s == "a" || s == "i" || s == "A"
}

// maxContinued is the number of paragraphs that a note may have between two
// labels.
const maxContinued = 4

// runFrom reads definitions from line i on. A run is weak if most of its
// paragraphs have no label.
func runFrom(lines []defLine, i int, label, rest string) (run []definition, weak bool) {
	run = []definition{{label, rest, i, i}}
	for j := i + 1; j < len(lines); j++ {
		next, rest := leadLabel(lines[j])
		last := &run[len(run)-1]
		switch {
		case rest != "" && follows(last.label, next) && !(isBareLabel(lines[j], next) && !isBareLabel(lines[i], label)):
			last.last = j - 1
			run = append(run, definition{next, rest, j, j})
		case j-last.first > maxContinued:
			return run, len(run) < 2
		}
	}
	return run, false
}

// isBareLabel reports whether nothing but a space parts a label from its note:
// among "1." and "2." the "3" of "3 comments" is no label.
func isBareLabel(l defLine, label string) bool {
	rest, ok := strings.CutPrefix(l.text, label)
	return ok && l.label == "" && isNumber(label) && (strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, "\u00a0"))
}

// tailIsShort reports whether what follows the notes is no more than a signature
// or remains of a site.
func tailIsShort(lines []defLine) bool {
	for _, l := range lines {
		if len(l.text) > 160 {
			return false
		}
	}
	return true
}

// leadLabel is the label at the beginning of a paragraph and what follows it.
func leadLabel(l defLine) (label, rest string) {
	if l.label != "" {
		return l.label, l.text
	}
	s := plainLead(strings.TrimLeft(l.text, " \t\u00a0"))
	bulleted := strings.TrimLeft(s, "•·◦▪– \t\u00a0")
	if bulleted != s {
		s = bulleted
	} else if r, ok := strings.CutPrefix(s, "- "); ok {
		s = strings.TrimLeft(r, " ")
	}
	if r, ok := strings.CutPrefix(s, "["); ok {
		if in, rest, ok := strings.Cut(r, "]"); ok && noteLabel(in) != "" {
			return noteLabel(in), strings.TrimLeft(rest, " \t\u00a0.:–—-")
		}
		return "", ""
	}
	if r, ok := strings.CutPrefix(s, "("); ok {
		if in, rest, ok := strings.Cut(r, ")"); ok && noteLabel(in) != "" {
			return noteLabel(in), strings.TrimLeft(rest, " \t\u00a0.:–—-")
		}
		return "", ""
	}
	if r := strings.TrimLeft(s, "*†‡"); r != s {
		return s[:len(s)-len(r)], strings.TrimLeft(r, " \t\u00a0.:)")
	}
	r := strings.TrimLeft(s, "0123456789")
	label = s[:len(s)-len(r)]
	if label == "" || len(label) > 3 || label[0] == '0' {
		return "", ""
	}
	if after, ok := strings.CutPrefix(r, "."); ok && isDigit(firstRune(after)) { // "1.2K" and "3.071", but "1.6 November"
		if tail := strings.TrimLeft(after, "0123456789"); unicode.IsLetter(firstRune(tail)) || len(after)-len(tail) == 3 {
			return "", ""
		}
	}
	rest = strings.TrimLeft(r, ".):–—- \t\u00a0\u202f")
	if rest == r { // glued: "1Les textes", but not "1er" or "20e"
		if c, _ := utf8.DecodeRuneInString(r); !unicode.IsUpper(c) && !strings.ContainsRune("«“\"‘'„", c) {
			return "", ""
		}
	}
	return label, rest
}

// follows reports whether b is the label after a.
func follows(a, b string) bool {
	if m, err := strconv.Atoi(a); err == nil {
		n, err := strconv.Atoi(b)
		return err == nil && n == m+1
	}
	switch {
	case b == "":
		return false
	case isSign(a):
		return b == a+a[:1] || a == "*" && b == "†" || a == "†" && b == "‡" || a == "*" && b == "1"
	case len(a) == 1 && len(b) == 1:
		return b[0] == a[0]+1
	case isRoman(a) && isRoman(b):
		n := book.RomanValue(a)
		return n > 0 && book.RomanValue(b) == n+1
	}
	return false
}

// dropEmbedded takes the copy of the following note from the end of a note's
// text: pages that were pasted together repeat it there.
func dropEmbedded(defs []definition, bodies []string) (dropped []int) {
	for i := 0; i+1 < len(bodies); i++ {
		copied := defs[i+1].label + " " + bodies[i+1]
		if head, ok := strings.CutSuffix(bodies[i], " "+copied); ok && len(bodies[i+1]) > 12 {
			bodies[i] = strings.TrimRight(head, " \u00a0")
			dropped = append(dropped, i)
		}
	}
	return dropped
}
