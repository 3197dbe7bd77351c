package generate

import (
	"fmt"
	"strings"
)

// deepest is how deep quotations, lists and divs are nested.
const deepest = 12

// block writes one block of running text.
func (w *writer) block() {
	w.b.WriteString(w.blockAt(0))
	w.b.WriteString("\n")
}

// blockAt is a block at a depth of nesting; it ends with a newline.
func (w *writer) blockAt(depth int) string {
	n := w.r.IntN(30)
	if depth >= deepest {
		n = 0
	}
	switch n {
	case 1, 2, 3:
		if depth == 0 {
			return w.heading()
		}
	case 4, 5:
		return indent(w.some(depth), "> ", "> ")
	case 6, 7:
		return w.list(depth)
	case 8:
		return "Terme " + w.text() + "\n: Définition " + w.text() + "\n\n    " + strings.ReplaceAll(w.text(), "\n", "\n    ") + "\n"
	case 9, 10:
		return w.verse()
	case 11, 12:
		return w.table()
	case 13:
		return "![" + w.text() + "](picture.png){alt=\"alt & <x>\"}\n"
	case 14:
		return "```" + w.pick("go", "", "c++ <b>") + "\n" + "</code> ]]> & \" '\n\ttab\n" + strings.Repeat("x", 300) + "\n```\n"
	case 15:
		return "***\n"
	case 16, 17, 18:
		fence := strings.Repeat(":", 3+deepest-depth)
		return fence + " " + w.pick("epigraph", "questions", "dedication", "{.note lang=de}", "{.a-class #div-"+w.next()+"}", "caption", "abstract") + "\n" + w.some(depth) + fence + "\n"
	}
	return w.text() + "\n"
}

func (w *writer) next() string {
	w.count++
	return fmt.Sprint(w.count)
}

// some is one to three blocks inside another.
func (w *writer) some(depth int) string {
	var parts []string
	for range 1 + w.r.IntN(3) {
		parts = append(parts, w.blockAt(depth+1+w.r.IntN(2)))
	}
	return strings.Join(parts, "\n")
}

// heading goes at most one level deeper than the last.
func (w *writer) heading() string {
	w.head = 2 + w.r.IntN(min(w.head, 5))
	h := strings.Repeat("#", w.head) + " " + strings.ReplaceAll(w.text(), "\n", " ")
	if w.chance(30) {
		h += " " + w.place("{#%s}")
	}
	return h + "\n"
}

func (w *writer) list(depth int) string {
	var b strings.Builder
	mark, pad := "- ", "  "
	if w.chance(40) {
		mark, pad = w.pick("1. ", "7. "), "   "
	}
	for range 1 + w.r.IntN(4) {
		b.WriteString(indent(w.some(depth), mark, pad))
		if w.chance(50) {
			b.WriteString("\n")
		}
	}
	return b.String()
}

func (w *writer) verse() string {
	var b strings.Builder
	for range 1 + w.r.IntN(8) {
		if w.chance(15) {
			b.WriteString("|\n")
		}
		b.WriteString("| " + strings.Repeat(" ", w.r.IntN(25)) + strings.ReplaceAll(w.text(), "\\\n", " ") + "\n")
	}
	return b.String()
}

func (w *writer) table() string {
	columns := 1 + w.r.IntN(5)
	row := func(cell func() string) string {
		cells := make([]string, columns)
		for i := range cells {
			cells[i] = strings.NewReplacer("\\\n", " ", "\n", " ", "|", "/").Replace(cell())
		}
		return "| " + strings.Join(cells, " | ") + " |\n"
	}
	var b strings.Builder
	b.WriteString(row(func() string { return w.pick("", "En-tête", "Mot &amp; mot") }))
	b.WriteString(row(func() string { return w.pick("---", ":--", "--:", ":-:") }))
	for range w.r.IntN(6) {
		b.WriteString(row(func() string {
			if w.chance(15) {
				return ""
			}
			return w.pick("mot", "12", w.call())
		}))
	}
	if w.chance(50) {
		b.WriteString("\n: Légende " + w.words(3) + "\n")
	}
	return b.String()
}

// note writes the first of the notes that were called. Notes call no notes.
func (w *writer) note() {
	id := w.notes[0]
	w.notes = w.notes[1:]
	head := w.head
	w.head = 0
	body := w.text()
	if w.chance(30) {
		body += "\n\n" + w.pick(w.text(), "> "+strings.ReplaceAll(w.text(), "\n", "\n> "), "- un\n- deux", "| un vers\n|   un autre")
	}
	if w.chance(5) {
		body = "Ibid."
	}
	w.head = head
	w.b.WriteString(indent(body+"\n", "[^"+id+"]: ", "    ") + "\n")
}

// indent puts one string before the first line and another before the rest.
func indent(s, first, rest string) string {
	lines := strings.Split(strings.TrimSuffix(s, "\n"), "\n")
	for i, l := range lines {
		switch {
		case i == 0:
			lines[i] = first + l
		case l != "" || strings.TrimSpace(rest) != "":
			lines[i] = rest + l
		}
	}
	return strings.Join(lines, "\n") + "\n"
}
