package markdown

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// TestNothingLost writes articles of every construct, nested at random, whose words are
// all different, and looks for each of them in the tree.
func TestNothingLost(t *testing.T) {
	for seed := range uint64(400) {
		w := &writer{rand: rand.New(rand.NewPCG(seed, 1))}
		src := w.blocks(3, "") + strings.Join(w.notes, "\n")
		art, problems := Read("a.md", []byte(src))
		for _, p := range problems {
			t.Errorf("seed %d: %s\n%s", seed, p, src)
		}
		tree := dumpArticle(art)
		for i := range w.words {
			if word := wordOf(i); !strings.Contains(tree, word) {
				t.Fatalf("seed %d: %q is lost\n%s\n%s", seed, word, src, tree)
			}
		}
	}
}

func wordOf(i int) string { return fmt.Sprintf("mot%dx", i) }

// writer writes Markdown at random.
type writer struct {
	rand  *rand.Rand
	words int
	notes []string
}

func (w *writer) word() string {
	w.words++
	return wordOf(w.words - 1)
}

// blocks writes one to four blocks, each line after the indent or mark given.
func (w *writer) blocks(depth int, margin string) string {
	var sb strings.Builder
	for range 1 + w.rand.IntN(4) {
		block := w.block(depth)
		for line := range strings.Lines(block) {
			sb.WriteString(margin + line)
		}
		sb.WriteString(strings.TrimRight(margin, " ") + "\n")
	}
	return sb.String()
}

func (w *writer) block(depth int) string {
	n := 14
	if depth == 0 {
		n = 9
	}
	switch w.rand.IntN(n) {
	case 0, 1, 2:
		return w.line(2) + "\n" + w.line(1) + "\n"
	case 3:
		return "## " + w.line(1) + "\n"
	case 4:
		return "| " + w.line(1) + "\n|   " + w.line(1) + "\n| " + w.word() + "\n  " + w.line(1) + "\n"
	case 5:
		return "| " + w.line(1) + " | " + w.word() + " |\n|:--|---|\n| " + w.word() + " | " + w.line(1) + " |\n\n: " + w.line(1) + "\n"
	case 6:
		return "![" + w.line(1) + "](a.png){alt=\"" + w.word() + "\"}\n"
	case 7:
		return "```\n" + w.word() + "\n" + w.word() + "\n```\n"
	case 8:
		return w.word() + "\n:   " + w.line(1) + "\n\n    " + w.line(1) + "\n"
	case 9, 10:
		return w.blocks(depth-1, "> ")
	case 11:
		return "- " + strings.TrimPrefix(w.blocks(depth-1, "  "), "  ")
	case 12:
		return "::: div\n" + w.blocks(depth-1, "") + ":::\n"
	}
	id := w.word()
	w.notes = append(w.notes, "[^"+id+"]: "+w.flat()+"\n\n    "+w.flat()+"\n")
	return w.word() + "[^" + id + "] " + w.line(1) + "\n"
}

// line writes words and marked-up words. Headings and cells are written with it too, so
// that it never begins a block.
func (w *writer) line(depth int) string {
	parts := []string{w.word()}
	for range w.rand.IntN(4) {
		parts = append(parts, w.inline(depth))
	}
	return strings.Join(parts, " ") + " " + w.word()
}

// flat is a line without notes.
func (w *writer) flat() string {
	return w.word() + " *" + w.word() + "* [voir @" + w.word() + ", " + w.word() + "]"
}

func (w *writer) inline(depth int) string {
	inner := func() string {
		if depth > 0 {
			return w.line(depth - 1)
		}
		return w.word()
	}
	switch w.rand.IntN(12) {
	case 0:
		return "*" + inner() + "*"
	case 1:
		return "**" + inner() + "**"
	case 2:
		return "[" + w.word() + "](https://exemple.org/" + w.word() + " \"" + w.word() + "\")"
	case 3:
		return "[" + inner() + "]{." + w.word() + " k=\"" + w.word() + "\"}"
	case 4:
		return "[" + w.word() + " @" + w.word() + ", " + w.word() + "; -@" + w.word() + "]"
	case 5:
		return "@" + w.word() + " [" + w.word() + "]"
	case 6:
		return "`" + w.word() + "`"
	case 7:
		return w.word() + "^" + w.word() + "^"
	case 8:
		return w.word() + "~" + w.word() + "~"
	case 9:
		return "~~" + inner() + "~~"
	case 10:
		return "<https://exemple.org/" + w.word() + ">"
	}
	return w.word() + "!^[" + w.flat() + "]"
}
