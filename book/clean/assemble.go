package clean

import (
	"slices"
	"strings"
)

// draft is an article before its notes are numbered and its parts put together.
type draft struct {
	head     string // front matter as the source has it, between its fences; "" if it is to be written
	meta     metadata
	body     string // Markdown with marks
	notes    []*note
	how      string // how the article was found
	doubts   []doubt
	removed  []Removal
	citation string     // how the page says that the article is cited
	seen     []seenWord // words of the chosen element of a page
}

// leaveOut notes that a text is not in the article, and why.
func (d *draft) leaveOut(text, why string) {
	d.removed = append(d.removed, Removal{Text: excerpt(text), Why: why})
}

// assemble numbers the notes by their calls and writes the Markdown.
func (d *draft) assemble() Result {
	d.unnest()
	ids := d.number()
	d.body = setBody(d.body, d.meta.lang)
	for _, n := range d.notes {
		n.body = setBody(n.body, d.meta.lang)
	}
	if a := bare(d.meta.abstract); a != "" && strings.Contains(bare(d.body), a) { // it stands in the text
		d.meta.abstract = ""
	}
	for _, s := range [...]*string{&d.meta.title, &d.meta.subtitle, &d.meta.abstract} {
		*s = setBody(*s, d.meta.lang)
	}
	var b strings.Builder
	b.WriteString(d.frontMatter())
	body := replaceMarks(collapseBlank(d.body), func(i int) string { return "[^" + ids[i] + "]" })
	b.WriteString(body)
	b.WriteString("\n")
	for _, i := range d.order(ids) {
		text := replaceMarks(d.notes[i].body, func(k int) string { return d.noteInNote(ids, k) })
		b.WriteString("\n[^" + ids[i] + "]: " + indent(collapseBlank(strings.TrimSpace(text)), 4) + "\n")
	}
	r := Result{Markdown: []byte(b.String())}
	r.Report = d.report(b.String(), ids)
	r.Images = imageAddresses(b.String())
	return r
}

// unnest writes a short note that notes alone call into them, in parentheses.
func (d *draft) unnest() {
	called := d.called()
	for _, n := range d.notes {
		n.body = replaceMarks(n.body, func(k int) string {
			if k >= len(d.notes) || slices.Contains(called, k) || d.notes[k] == n || hasMark(d.notes[k].body) || strings.Contains(d.notes[k].body, "\n\n") || d.notes[k].body == "" {
				return mark(k)
			}
			return " (" + d.notes[k].body + ")"
		})
	}
	for k, n := range d.notes {
		inner := !slices.Contains(called, k) && strings.TrimSpace(n.body) != ""
		if inner && slices.ContainsFunc(d.notes, func(o *note) bool {
			return o != n && strings.Contains(o.body, " ("+n.body+")")
		}) {
			n.body = ""
		}
	}
}

// number gives the notes their ids: the labels of the source if they are numbers
// that differ, else 1, 2, 3 … in the order of the calls.
func (d *draft) number() map[int]string {
	ids := map[int]string{}
	called := d.called()
	labels := map[string]bool{}
	plain := true
	for _, i := range called {
		l := d.notes[i].label
		plain = plain && isNumber(l) && l[0] != '0' && !labels[l]
		labels[l] = true
	}
	next := len(called)
	for k, i := range called {
		if ids[i] = itoa(k + 1); plain {
			ids[i] = d.notes[i].label
		}
	}
	for i, n := range d.notes { // definitions that nothing calls come after
		if _, ok := ids[i]; ok || strings.TrimSpace(n.body) == "" {
			continue
		}
		for next++; plain && labels[itoa(next)]; next++ {
		}
		ids[i] = itoa(next)
		if plain && isNumber(n.label) && !labels[n.label] {
			ids[i] = n.label
			next--
		}
		labels[ids[i]] = true
		d.doubts = append(d.doubts, doubt{what: "note " + n.label + " has no mark in the text", near: n.body})
	}
	return ids
}

// called lists the notes in the order of their first calls.
func (d *draft) called() []int {
	var list []int
	for _, i := range marks(d.body) {
		if i < len(d.notes) && !slices.Contains(list, i) {
			list = append(list, i)
		}
	}
	return list
}

// order lists the notes as they are written: by their calls, then those that
// nothing calls.
func (d *draft) order(ids map[int]string) []int {
	list := d.called()
	for i := range d.notes {
		if _, ok := ids[i]; ok && !slices.Contains(list, i) {
			list = append(list, i)
		}
	}
	return list
}

// noteInNote is what stands in a note for the call of another: notes do not nest.
func (d *draft) noteInNote(ids map[int]string, k int) string {
	d.doubts = append(d.doubts, doubt{what: "a note calls a note; the call became its number", near: d.notes[k].body})
	return " (" + ids[k] + ")"
}

// report gathers the report with the lines of the finished Markdown.
func (d *draft) report(md string, ids map[int]string) Report {
	r := Report{Found: d.how, Removed: d.removed}
	for _, i := range d.order(ids) {
		n := d.notes[i]
		nr := NoteReport{ID: ids[i], Label: n.label, How: n.how, Sure: n.sure, Line: lineOf(md, "[^"+ids[i]+"]")}
		if strings.HasPrefix(md[max(0, strings.Index(md, "[^"+ids[i]+"]")):], "[^"+ids[i]+"]: ") {
			nr.Line = 0
		}
		r.Notes = append(r.Notes, nr)
		if n.sure > 0 && n.sure < 70 && nr.Line > 0 {
			d.doubts = append(d.doubts, doubt{what: "is this the place of note " + n.label + "?", near: "[^" + ids[i] + "]"})
		}
	}
	d.doubts = append(d.doubts, misprints(md)...)
	d.doubts = append(d.doubts, foreignSpans(md)...)
	d.doubts = append(d.doubts, privateDoubts(md)...)
	var labels []string
	for _, n := range d.notes {
		labels = append(labels, strings.ToLower(n.label))
	}
	d.doubts = append(d.doubts, lost(d.seen, newWritten(md, d.removed), labels)...)
	for _, x := range d.doubts {
		if x.line == 0 {
			x.line = lineOf(md, x.near)
		}
		r.Doubts = append(r.Doubts, Doubt{Line: x.line, What: x.what, Text: excerpt(squeeze(x.near))})
	}
	slices.SortStableFunc(r.Doubts, func(a, b Doubt) int { return a.Line - b.Line })
	r.Doubts = slices.Compact(r.Doubts)
	return r
}

// lineOf is the line of the Markdown on which a text stands, 0 if it cannot be
// found.
func lineOf(md, near string) int {
	near = replaceMarks(near, func(int) string { return string(markOpen) })
	near, _, _ = strings.Cut(near, string(markOpen))
	if r := []rune(strings.TrimSpace(near)); len(r) > 40 {
		near = string(r[:40])
	}
	if near = strings.TrimSpace(near); near == "" {
		return 0
	}
	i := strings.Index(md, near)
	if i < 0 {
		return 0
	}
	return 1 + strings.Count(md[:i], "\n")
}

// cutImage cuts a text after the opening of the next image's address.
func cutImage(s string) (before, after string, ok bool) {
	i := strings.Index(s, "![")
	if i < 0 {
		return s, "", false
	}
	depth := 0
	for k := i + 1; k < len(s); k++ {
		switch s[k] {
		case '\\':
			k++
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				if strings.HasPrefix(s[k+1:], "(") {
					return s[:i], s[k+2:], true
				}
				return s[:i], s[k+1:], true
			}
		case '\n':
			if strings.HasPrefix(s[k:], "\n\n") {
				return s[:i], s[k:], true
			}
		}
	}
	return s, "", false
}
