package clean

import (
	"slices"
	"strings"
)

// feet reads the notes at the feet of pages. A foot begins with the label after
// the last one, or the first again; all its labels must have their marks on the same
// page, else the page stays as it is.
type feet struct {
	words wordSet
	last  string
}

// lift takes the notes from the foot of a page and sets their marks in its text.
func (f *feet) lift(page []string, d *draft) []string {
	for i := len(page) - 1; i > 0; i-- {
		label, rest := leadLabel(defLine{text: strings.TrimSpace(page[i])})
		first := f.last == "0" && isNumber(label) && !follow(page[:i], label) // a part of a book may begin with any number
		if rest == "" || !follows(f.last, label) && !isFirstLabel(label) && !first || len(label) == 1 && isAlpha(label) {
			continue
		}
		defs, lines := f.read(page[i:])
		if len(defs) == 0 {
			continue
		}
		stream := strings.Join(page[:i], "\n")
		list := scanMarks(stream, labelIndex(defs))
		found := align(list, len(defs))
		if countSure(found) < len(defs) {
			continue
		}
		base := len(d.notes)
		d.addNotes(defs, lines, found)
		f.last = defs[len(defs)-1].label
		above := trimBlank(strings.Split(putMarks(stream, found, list, base), "\n"))
		if n := len(above) - 1; n > 0 && isPause(above[n]) { // the rule over the notes
			above = above[:n]
		}
		return above
	}
	return page
}

// follow reports whether one of the lines has the label before another.
func follow(lines []string, label string) bool {
	return slices.ContainsFunc(lines, func(l string) bool {
		before, rest := leadLabel(defLine{text: strings.TrimSpace(l)})
		return rest != "" && follows(before, label)
	})
}

// read reads the lines of a foot: a line with the label after the last begins a
// note, any other goes on with it. An empty line within ends the reading without any.
func (f *feet) read(lines []string) (defs []definition, joined []defLine) {
	for i, l := range lines {
		l = squeeze(l)
		label, rest := leadLabel(defLine{text: l})
		n := len(defs)
		switch {
		case l == "":
			if i+1 < len(lines) {
				if next, _ := leadLabel(defLine{text: squeeze(lines[i+1])}); n == 0 || !follows(defs[n-1].label, next) {
					return nil, nil
				}
			}
		case n == 0 || rest != "" && follows(defs[n-1].label, label):
			defs = append(defs, definition{label, rest, n, n})
			joined = append(joined, defLine{text: l})
		default:
			defs[n-1].text = joinLines(defs[n-1].text, l, f.words)
			joined[n-1].text = defs[n-1].text
		}
	}
	return defs, joined
}
