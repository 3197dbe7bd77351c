package markdown

import (
	"strings"
	"testing"
	"unicode/utf8"

	"cahier/book"
)

// FuzzRead holds the reader to its promises on any input: no panic, every place inside
// the file, no empty text and no two texts that touch, levels without gaps, no note in a
// note, every call answered unless a problem says so.
func FuzzRead(f *testing.F) {
	for _, src := range goldenInputs(f) {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		art, problems := Read("f.md", src)
		src, unfit := Normalize("f.md", src)
		if unfit != nil {
			return
		}
		c := &checker{t: t, rows: strings.Split(string(src), "\n")}
		for _, p := range problems {
			c.place(p.Pos)
		}
		c.blocks(art.Body)
		c.levels(art.Body)
		for _, n := range art.Notes {
			c.place(n.Pos)
			c.inNote = true
			c.blocks(n.Blocks)
			c.levels(n.Blocks)
		}
		if problems.Err() == nil && c.unanswered > 0 {
			t.Error("a call without a note, and no problem")
		}
	})
}

type checker struct {
	t          *testing.T
	rows       []string
	inNote     bool
	unanswered int
}

func (c *checker) place(p book.Pos) {
	c.t.Helper()
	if p.File != "f.md" || p.Line < 1 || p.Line > max(len(c.rows), 1) || p.Col < 1 {
		c.t.Fatalf("place %v is outside the file", p)
	}
	if width := utf8.RuneCountInString(c.rows[p.Line-1]); p.Col > width+1 {
		c.t.Fatalf("place %v is behind the end of its line, %d", p, width)
	}
}

func (c *checker) blocks(list []book.Block) {
	book.Blocks(list, func(b book.Block) bool {
		c.place(b.Position())
		switch b := b.(type) {
		case *book.List:
			if len(b.Items) == 0 {
				c.t.Fatal("a list without items")
			}
			for _, item := range b.Items {
				c.place(item.Pos)
			}
		case *book.Table:
			for _, row := range append(b.Head, b.Rows...) {
				if len(row) != len(b.Columns) {
					c.t.Fatalf("a row of %d cells in a table of %d columns", len(row), len(b.Columns))
				}
			}
		case *book.Figure:
			c.inline(b.Image)
		}
		if content := book.Content(b); content != nil {
			c.inlines(*content)
		}
		return true
	})
}

func (c *checker) inlines(list []book.Inline) {
	for i, n := range list {
		c.inline(n)
		if i > 0 {
			_, isText := n.(*book.Text)
			if _, wasText := list[i-1].(*book.Text); isText && wasText {
				c.t.Fatalf("two texts touch at %v", n.Position())
			}
		}
		if inner := book.Within(n); inner != nil {
			c.inlines(*inner)
		}
	}
}

func (c *checker) inline(n book.Inline) {
	c.place(n.Position())
	switch n := n.(type) {
	case *book.Text:
		if n.Value == "" || !utf8.ValidString(n.Value) {
			c.t.Fatalf("an empty or broken text at %v", n.Pos)
		}
	case *book.NoteCall:
		if c.inNote {
			c.t.Fatalf("a note in a note at %v", n.Pos)
		}
		if n.Note == nil {
			c.unanswered++
		}
	case *book.Citation:
		if len(n.Items) == 0 {
			c.t.Fatalf("an empty citation at %v", n.Pos)
		}
		for _, item := range n.Items {
			c.place(item.Pos)
			c.inlines(item.Prefix)
			c.inlines(item.Suffix)
		}
	}
}

func (c *checker) levels(list []book.Block) {
	level := 1
	book.Blocks(list, func(b book.Block) bool {
		if h, ok := b.(*book.Heading); ok {
			if h.Level < 2 || h.Level > 6 || h.Level > level+1 {
				c.t.Fatalf("level %d after %d at %v", h.Level, level, h.Pos)
			}
			level = h.Level
		}
		return true
	})
}
