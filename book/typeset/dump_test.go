package typeset_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"cahier/book"
	"cahier/book/layout"
	"cahier/book/typeset"
	"cahier/book/unit"
)

// dump writes pages as text, one line of type to a line: y and x in points, stretch in
// thousandths and the first word space, then the words. Furniture is marked with ~.
func dump(c *typeset.Composition) string {
	var sb strings.Builder
	starts := map[int]typeset.PageStart{}
	for _, s := range c.Map {
		starts[s.Page] = s
	}
	for i, p := range c.Pages {
		side := "recto"
		if p.Number%2 == 0 {
			side = "verso"
		}
		fmt.Fprintf(&sb, "page %d %s %s", p.Number, side, p.Folio)
		if s, ok := starts[i]; ok {
			fmt.Fprintf(&sb, " begins at %d of %q", s.Offset, start(book.LeafText(s.Leaf)))
		}
		sb.WriteByte('\n')
		dumpItems(&sb, p)
	}
	fmt.Fprintf(&sb, "%d pages, %d lines, %d hyphens, %d loose, %d overfull\n", c.Stats.Pages, c.Stats.Lines, c.Stats.Hyphens, c.Stats.Loose, c.Stats.Overfull)
	return sb.String()
}

func start(s string) string {
	words := strings.Fields(s)
	return strings.Join(words[:min(4, len(words))], " ")
}

type dumped struct {
	x, y unit.Length
	text string
	head string
}

func dumpItems(sb *strings.Builder, p *typeset.Page) {
	var lines []dumped
	for _, it := range p.Items {
		switch it := it.(type) {
		case *typeset.Run:
			text, space := runText(it)
			if k := len(lines) - 1; k >= 0 && lines[k].y == it.Y && lines[k].x < it.X && strings.Contains(lines[k].head, mark(it)) && lines[k].text != "" {
				lines[k].text += text
				continue
			}
			head := fmt.Sprintf("%s%4d %5.2f", mark(it), it.Stretch, space.Points())
			lines = append(lines, dumped{it.X, it.Y, text, head})
		case *typeset.Rule:
			lines = append(lines, dumped{it.X, it.Y, "", fmt.Sprintf("rule %.2f × %.2f", it.W.Points(), it.H.Points())})
		case *typeset.Picture:
			lines = append(lines, dumped{it.X, it.Y, "", fmt.Sprintf("picture %.1f × %.1f %s", it.W.Points(), it.H.Points(), it.Image.Src)})
		case *typeset.LinkArea:
			lines = append(lines, dumped{it.X, it.Y, "", fmt.Sprintf("link %.1f × %.1f %s%s", it.W.Points(), it.H.Points(), it.URI, it.Target)})
		case *typeset.Anchor:
			lines = append(lines, dumped{0, it.Y, "", "anchor " + it.Name})
		}
	}
	slices.SortStableFunc(lines, func(a, b dumped) int { return cmp.Or(cmp.Compare(a.y, b.y), cmp.Compare(a.x, b.x)) })
	for _, l := range lines {
		fmt.Fprintf(sb, "%7.2f %6.2f %s", l.y.Points(), l.x.Points(), l.head)
		if l.text != "" {
			fmt.Fprintf(sb, " | %s", strings.TrimRight(l.text, " "))
		}
		sb.WriteByte('\n')
	}
}

func mark(r *typeset.Run) string {
	if r.Element == nil {
		return "~"
	}
	return " "
}

func runText(r *typeset.Run) (string, unit.Length) {
	var sb strings.Builder
	space := unit.Length(0)
	for _, p := range r.Pieces {
		for _, g := range p.Glyphs {
			sb.WriteString(g.Text)
		}
		if p.Space != 0 {
			sb.WriteByte(' ')
			if space == 0 {
				space = p.Space
			}
		}
	}
	return strings.ReplaceAll(sb.String(), "\u00ad", "-"), space
}

// fold folds white space.
func fold(s string) string { return strings.Join(strings.Fields(s), " ") }

// difference shows where two texts part.
func difference(got, want string) string {
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	cut := func(s string) string { return s[max(0, i-60):min(len(s), i+60)] }
	if i > len(got) || i > len(want) {
		return "one is longer"
	}
	return fmt.Sprintf("\n got …%q\nwant …%q", cut(got), cut(want))
}

// volumeText is the text of a volume in reading order, notes after the block of their
// first call, with the labels of notes and lists. It is written apart from the typesetter,
// from the model alone.
// Page numbers in the contents are those of the pages that hold the anchors.
func volumeText(v *layout.Volume, c *typeset.Composition) string {
	t := &textWriter{place: v.Notes.Place, folios: map[string]string{}}
	for _, p := range c.Pages {
		for _, it := range p.Items {
			if a, ok := it.(*typeset.Anchor); ok {
				t.folios[a.Name] = p.Folio
			}
		}
	}
	for _, s := range v.Sections {
		t.blocks(s.Blocks)
		var rest []*book.Note
		for _, n := range s.Notes {
			if n.Kind != book.NoteTable && (v.Notes.Place == book.NotesAfterArticle || v.Notes.Place == book.NotesOnPage && len(n.Calls) == 0) {
				rest = append(rest, n)
			}
		}
		if len(rest) > 0 && v.Notes.Place == book.NotesAfterArticle {
			t.leaf(s.NotesHeading)
		}
		for _, n := range rest {
			t.note(n)
		}
		t.blocks(s.After)
	}
	return t.sb.String()
}

type textWriter struct {
	sb      strings.Builder
	place   book.NotePlace
	pending []*book.Note
	hold    bool
	folios  map[string]string
	inNote  bool
	depth   int
}

func (t *textWriter) blocks(list []book.Block) {
	for _, b := range list {
		t.block(b)
	}
}

func (t *textWriter) block(b book.Block) {
	switch b := b.(type) {
	case *book.Paragraph, *book.Heading, *book.CodeBlock:
		t.leaf(b)
	case *book.List:
		t.list(b)
	case *book.Div:
		if b.Attr.Has(book.ClassQuestions) {
			list := &book.List{Ordered: true, Start: 1}
			for _, inner := range b.Blocks {
				if inner, ok := inner.(*book.List); ok {
					list.Items = append(list.Items, inner.Items...)
					continue
				}
				list.Items = append(list.Items, book.ListItem{Blocks: []book.Block{inner}})
			}
			t.list(list)
			return
		}
		t.blocks(b.Blocks)
	case *book.DefinitionList:
		for _, d := range b.Items {
			t.leaf(d.Term)
			for _, details := range d.Details {
				t.blocks(details)
			}
		}
	case *book.Verse:
		for _, l := range b.Lines {
			if l.Text != nil {
				t.leaf(l.Text)
			}
		}
	case *book.Figure, *book.Table:
		t.hold = true
		for _, inner := range book.Children(b) {
			t.blocks(inner)
		}
		t.hold = false
		if table, ok := b.(*book.Table); ok {
			for _, n := range table.Notes {
				t.note(n)
			}
		}
		t.flush()
	case *book.Contents:
		for _, e := range b.Entries {
			t.leaf(e.Text)
			t.sb.WriteString(" " + t.folios[e.Target])
			if e.By != nil {
				t.leaf(e.By)
			}
		}
	case *book.NoteList:
		for _, n := range b.Notes {
			t.note(n)
		}
	default:
		for _, inner := range book.Children(b) {
			t.blocks(inner)
		}
	}
}

func (t *textWriter) list(l *book.List) {
	for i, item := range l.Items {
		label := []string{"–", "•", "·"}[min(t.depth, 2)]
		if l.Ordered {
			label = fmt.Sprintf("%d.", l.Start+i)
		}
		fmt.Fprintf(&t.sb, "\n%s ", label)
		t.depth++
		t.blocks(item.Blocks)
		t.depth--
	}
}

func (t *textWriter) leaf(b book.Block) {
	t.sb.WriteByte('\n')
	if c := book.Content(b); c != nil {
		t.inlines(*c)
	} else {
		t.sb.WriteString(book.LeafText(b))
	}
	t.sb.WriteByte('\n')
	if !t.hold {
		t.flush()
	}
}

func (t *textWriter) inlines(list []book.Inline) {
	book.Inlines(list, func(n book.Inline) bool {
		switch n := n.(type) {
		case *book.Text:
			t.sb.WriteString(n.Value)
		case *book.CodeSpan:
			t.sb.WriteString(n.Value)
		case *book.LineBreak:
			t.sb.WriteByte('\n')
		case *book.NoteCall:
			t.sb.WriteString(n.Note.Label)
			if n.Note.Calls[0] == n && n.Note.Kind != book.NoteTable && t.place == book.NotesOnPage && !t.inNote {
				t.pending = append(t.pending, n.Note)
			}
		}
		return true
	})
}

func (t *textWriter) flush() {
	list := t.pending
	t.pending = nil
	for _, n := range list {
		t.note(n)
	}
}

func (t *textWriter) note(n *book.Note) {
	t.sb.WriteByte('\n')
	if n.Label != "" {
		t.sb.WriteString(n.Label + ". ")
	}
	t.inNote = true
	t.blocks(n.Blocks)
	t.inNote = false
}

// checkStructure checks what a writer relies on: every item's element hangs in the tree,
// kids know their parents, a figure has an alternative, ids are unique.
func checkStructure(t testing.TB, c *typeset.Composition) {
	t.Helper()
	in := map[*typeset.Element]bool{}
	ids := map[string]bool{}
	var walk func(e *typeset.Element)
	walk = func(e *typeset.Element) {
		in[e] = true
		if e.Role == typeset.RoleFigure && e.Alt == "" {
			t.Errorf("a figure has no alternative text")
		}
		if e.ID != "" {
			if ids[e.ID] {
				t.Errorf("two elements are called %q", e.ID)
			}
			ids[e.ID] = true
		}
		for _, kid := range e.Kids {
			if kid.Parent != e {
				t.Errorf("a %s in a %s has another parent", kid.Role, e.Role)
			}
			walk(kid)
		}
	}
	walk(c.Root)
	anchors := map[string]int{}
	for _, p := range c.Pages {
		if p.Folio == "" {
			t.Errorf("page %d has no label", p.Number)
		}
		for _, it := range p.Items {
			var e *typeset.Element
			switch it := it.(type) {
			case *typeset.Run:
				e = it.Element
			case *typeset.Picture:
				e = it.Element
			case *typeset.LinkArea:
				e = it.Element
			case *typeset.Anchor:
				anchors[it.Name]++
			}
			if e != nil && !in[e] {
				t.Errorf("page %d: a %s hangs in no tree", p.Number, e.Role)
			}
		}
	}
	for name, n := range anchors {
		if n > 1 {
			t.Errorf("anchor %q stands in %d places", name, n)
		}
	}
}
