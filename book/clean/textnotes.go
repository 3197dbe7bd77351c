package clean

import (
	"slices"
	"strings"
)

// chapterNotes takes the notes of every chapter: a text may have several groups
// of definitions, each under a heading of its own and numbered from the first again.
// A group is set against the text between it and the group before.
func (d *draft) chapterNotes(blocks []textBlock) []textBlock {
	var out []textBlock
	for {
		end := firstGroup(blocks)
		if end < 0 {
			return append(out, d.plainNotes(blocks)...)
		}
		out = append(out, d.plainNotes(slices.Clone(blocks[:end]))...)
		blocks = blocks[end:]
	}
}

// firstGroup is where the first of several groups of definitions ends, -1 if there
// is but one: its labels stand without a gap under a heading of notes, and another
// such heading follows.
func firstGroup(blocks []textBlock) int {
	for i := 1; i+1 < len(blocks); i++ {
		label, _ := blockLabel(blocks[i])
		if !isFirstLabel(label) || !isNoteHead(blocks[i-1].text) {
			continue
		}
		end := i + 1
		for end < len(blocks) {
			next, _ := blockLabel(blocks[end])
			if !follows(label, next) {
				break
			}
			label, end = next, end+1
		}
		if slices.ContainsFunc(blocks[end:], func(b textBlock) bool { return isNoteHead(b.text) }) {
			return end
		}
		return -1
	}
	return -1
}

// blockLabel is the label that a block begins with, "" if none, and what follows.
func blockLabel(b textBlock) (label, rest string) {
	label, rest = leadLabel(defLine{text: b.lead + b.text})
	if rest == "" {
		return "", ""
	}
	return label, rest
}

// plainNotes takes the definitions from the end of a text and sets their marks.
func (d *draft) plainNotes(blocks []textBlock) []textBlock {
	lines := make([]defLine, len(blocks))
	for i, b := range blocks {
		lines[i].text = b.lead + b.text
	}
	defs, headed := findDefinitions(lines)
	if len(defs) == 0 {
		d.doubtNoteHead(blocks)
		return blocks
	}
	body := make([]string, defs[0].first)
	for i := range body { // the lines of a poem are one paragraph here
		body[i] = strings.ReplaceAll(blocks[i].text, "\n", string(signBreak))
	}
	stream := strings.Join(body, "\n")
	list := scanMarks(stream, labelIndex(defs))
	found := align(list, len(defs))
	d.readLast(defs, lines)
	if set := countSure(found); !enough(set, len(defs), headed) {
		if headed || set > 0 {
			d.doubts = append(d.doubts, doubt{what: "paragraphs at the end look like notes, but their marks were not found; nothing was changed", near: defs[0].text})
		}
		return blocks
	}
	base := len(d.notes)
	d.addNotes(defs, lines, found)
	stream = putMarks(stream, found, list, base)
	for i, text := range strings.Split(stream, "\n") {
		blocks[i].text = strings.ReplaceAll(text, string(signBreak), "\n")
	}
	end := defs[0].first
	if headed && end > 0 {
		end--
	}
	return append(blocks[:end:end], blocks[defs[len(defs)-1].last+1:]...)
}

// readLast gives the last note the paragraphs after it if an earlier note has
// several as well, and else reports them: nothing tells whose they are.
func (d *draft) readLast(defs []definition, lines []defLine) {
	last := &defs[len(defs)-1]
	after := lines[last.last+1:]
	if len(after) == 0 || len(after) > maxContinued || slices.ContainsFunc(after, func(l defLine) bool { return !endsSentence(l.text) || isPause(l.text) }) {
		return
	}
	if slices.ContainsFunc(defs, func(def definition) bool { return def.last > def.first }) {
		last.last += len(after)
		return
	}
	d.doubts = append(d.doubts, doubt{what: "a paragraph after the last note was left in the text; it may belong to the note", near: after[0].text})
}

// doubtNoteHead reports a heading of notes with a label below it that was not
// read as notes.
func (d *draft) doubtNoteHead(blocks []textBlock) {
	for i := range blocks {
		if i+1 < len(blocks) && isNoteHead(blocks[i].text) {
			if label, _ := blockLabel(blocks[i+1]); label != "" {
				d.doubts = append(d.doubts, doubt{what: "paragraphs under a heading of notes were not read as notes; nothing was changed", near: blocks[i+1].text})
				return
			}
		}
	}
}

// labelIndex finds the definition of a label; of two with one label the first.
func labelIndex(defs []definition) map[string]int {
	labels := map[string]int{}
	for i, def := range defs {
		if _, ok := labels[def.label]; !ok {
			labels[def.label] = i
		}
	}
	return labels
}

// countSure counts the labels whose places are sure enough to be set.
func countSure(found []aligned) int {
	set := 0
	for _, f := range found {
		if f.isSure() {
			set++
		}
	}
	return set
}

// joinLabels joins labels that stand on a line of their own, 1, 2, 3 …, with the
// paragraph after each, and numbers the definitions that an encyclopedia begins with
// an arrow.
func joinLabels(blocks []textBlock) []textBlock {
	last := -1
	for i := range blocks { // the last "1" that a row begins with
		if noteLabel(blocks[i].text) == "1" && isNumber(blocks[i].text) {
			last = i
		}
	}
	if last > len(blocks)/3 {
		n := 0
		for i := last; i+1 < len(blocks); i++ {
			if blocks[i].text == itoa(n+1) && !isNumber(blocks[i+1].text) {
				n++
				blocks[i+1].text = itoa(n) + ". " + blocks[i+1].text
				blocks[i].spare = true
				i++
			}
		}
	}
	arrow := 0
	for i := range blocks {
		text := blocks[i].text
		rest := withoutArrow(text)
		if rest == text || arrow == 0 && (i == 0 || !isNoteHead(blocks[i-1].text)) {
			continue
		}
		arrow++
		if label, _ := leadLabel(defLine{text: rest}); label != itoa(arrow) {
			blocks[i].text = itoa(arrow) + ". " + rest
		}
	}
	return slices.DeleteFunc(blocks, func(b textBlock) bool { return b.spare })
}

// withoutArrow takes the arrow of an encyclopedia's definition off, with the
// letters "a b c" after it, one for each call.
func withoutArrow(s string) string {
	if !strings.HasPrefix(s, "^") && !strings.HasPrefix(s, "↑") {
		return s
	}
	rest := strings.TrimLeft(s, "^↑ \u00a0")
	for _, w := range [...]string{"Jump up to:", "Jump up", "Aller à :", "Hochspringen nach:", "Hochspringen", "Saltar a:", "Ir para:", "Vai a:"} {
		if r, ok := strings.CutPrefix(rest, w); ok {
			rest = strings.TrimLeft(r, "^↑ \u00a0")
			break
		}
	}
	for c := byte('a'); len(rest) > 2 && rest[0] == c && (rest[1] == ' ' || rest[1] == ','); c++ {
		rest = strings.TrimLeft(rest[1:], ", ↑")
	}
	return rest
}

// addNotes makes notes of definitions.
func (d *draft) addNotes(defs []definition, lines []defLine, found []aligned) {
	bodies := make([]string, len(defs))
	for i, def := range defs {
		parts := []string{withoutBack(withoutArrow(def.text))}
		for _, l := range lines[def.first+1 : def.last+1] {
			parts = append(parts, withoutBack(l.text))
		}
		bodies[i] = strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "\n\n")
	}
	for _, i := range dropEmbedded(defs, bodies) {
		d.doubts = append(d.doubts, doubt{what: "note " + defs[i].label + " ended with a copy of the next note, which was taken out", near: bodies[i]})
	}
	for i, def := range defs {
		n := &note{label: def.label, how: "no link, " + found[i].style.String(), sure: found[i].sure, body: bodies[i]}
		if !found[i].isSure() {
			n.how, n.sure = "definition without a mark", 0
		}
		d.notes = append(d.notes, n)
	}
}

// withoutBack takes the sign of a way back off the end of a definition.
func withoutBack(s string) string {
	for {
		t := strings.TrimRight(s, " \u00a0\ufe0e\ufe0f")
		r := lastRune(t)
		if !strings.ContainsRune("↩↑⏎↵⤴⇑↥⮐▲", r) {
			return t
		}
		s = strings.TrimSuffix(t, string(r))
	}
}

// putMarks writes the marks into a text, those of the notes from base on; one in
// superscript or brackets that repeats a label calls the same note again.
func putMarks(text string, found []aligned, list []candidate, base int) string {
	var places []candidate
	used := map[style]bool{}
	for _, f := range found {
		if f.isSure() {
			places = append(places, f.candidate)
			used[f.style] = true
		}
	}
	for _, c := range list {
		if used[c.style] && (c.style == styleSuper || c.style == styleBracket) && c.cost < 20 && !slices.ContainsFunc(places, func(p candidate) bool { return p.start < c.end && c.start < p.end }) {
			places = append(places, c)
		}
	}
	slices.SortFunc(places, func(a, b candidate) int { return b.start - a.start })
	for _, c := range places {
		text = strings.TrimRight(text[:c.start], " \u00a0\u202f") + mark(base+c.label) + text[c.end:]
	}
	return text
}
