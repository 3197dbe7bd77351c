package layout_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"cahier/book"
	"cahier/book/cite"
	"cahier/book/layout"
	"cahier/book/manuscript"
)

var update = flag.Bool("update", false, "rewrite the golden dumps")

// Each testdata/*.txtar holds a book's files and the dump of its volume: for every section
// its kind, id, language, title and heads, then its leaves with class, anchor and text, its
// notes with number, anchor and calls, and last the outline and the problems. A section
// "cards" is the dump of its cards.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no fixtures", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) { golden(t, file) })
	}
}

func golden(t *testing.T, file string) {
	ar, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	fsys, err := txtar.FS(ar)
	if err != nil {
		t.Fatal(err)
	}
	name := "book.yaml"
	if !slices.ContainsFunc(ar.Files, func(f txtar.File) bool { return f.Name == name }) {
		name = "article.md"
	}
	b, problems := manuscript.Read(fsys, name)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	problems = append(problems, cite.Word(b)...)
	v, more := layout.Arrange(b, layout.Options{Faces: []string{"EB Garamond"}})
	dumped := false
	for i := range ar.Files {
		switch f := &ar.Files[i]; f.Name {
		case "dump":
			dumped = true
			compare(t, f, dump(v, append(problems, more...)))
		case "cards":
			compare(t, f, dump(layout.Cards(v), nil))
		}
	}
	if !dumped {
		t.Fatal("no dump section")
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(ar), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// compare fails at the first line that differs, or takes what it got with -update.
func compare(t *testing.T, f *txtar.File, got string) {
	t.Helper()
	if *update {
		f.Data = []byte(got)
		return
	}
	want := strings.Split(string(f.Data), "\n")
	for n, line := range strings.Split(got, "\n") {
		if n >= len(want) || line != want[n] {
			t.Fatalf("line %d of the %s is\n\t%s\nwant\n\t%s", n+1, f.Name, line, at(want, n))
		}
	}
}

func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return "(nothing)"
}

// visible writes the spaces that cannot be told apart: ~ for U+00A0, ' for U+202F.
var visible = strings.NewReplacer("\u00a0", "~", "\u202f", "'")

func dump(v *layout.Volume, problems book.Problems) string {
	var sb strings.Builder
	fmt.Fprintf(&sb, "%s %s\n", v.Identifier, v.Modified)
	for _, s := range v.Sections {
		fmt.Fprintf(&sb, "%s #%s %s %q", s.Kind, s.ID, s.Lang, book.PlainText(s.Title))
		if len(s.Verso)+len(s.Recto) > 0 {
			fmt.Fprintf(&sb, " [%s | %s]", book.PlainText(s.Verso), book.PlainText(s.Recto))
		}
		if s.PrintOnly {
			sb.WriteString(" print")
		}
		sb.WriteByte('\n')
		dumpBlocks(&sb, "  ", s.Blocks)
		if s.NotesHeading != nil {
			dumpBlocks(&sb, "  ", []book.Block{s.NotesHeading})
		}
		for _, n := range s.Notes {
			dumpNote(&sb, n)
		}
		dumpBlocks(&sb, "  ", s.After)
	}
	dumpOutline(&sb, "", v.Outline)
	for _, p := range problems {
		fmt.Fprintf(&sb, "%s: %s [%s]\n", p.Severity(), p, p.Code)
	}
	return visible.Replace(sb.String())
}

func dumpBlocks(sb *strings.Builder, indent string, list []book.Block) {
	book.Blocks(list, func(b book.Block) bool {
		a := b.Attributes()
		name := strings.TrimPrefix(fmt.Sprintf("%T", b), "*book.")
		if h, ok := b.(*book.Heading); ok {
			name = fmt.Sprintf("H%d", h.Level)
		}
		if l, ok := b.(*book.List); ok && l.Ordered && l.Start != 1 {
			name = fmt.Sprintf("List from %d", l.Start)
		}
		fmt.Fprintf(sb, "%s%s", indent, name)
		if a.ID != "" {
			fmt.Fprintf(sb, " #%s", a.ID)
		}
		for _, c := range a.Classes {
			fmt.Fprintf(sb, " .%s", c)
		}
		if p, ok := b.(*book.Paragraph); ok && p.Number > 0 {
			fmt.Fprintf(sb, " (%d)", p.Number)
		}
		if c := book.Content(b); c != nil {
			fmt.Fprintf(sb, ": %s", marked(*c))
		}
		sb.WriteByte('\n')
		switch b := b.(type) {
		case *book.Contents:
			for _, e := range b.Entries {
				fmt.Fprintf(sb, "%s  %d → #%s\n", indent, e.Depth, e.Target)
			}
		case *book.Table:
			for _, n := range b.Notes {
				dumpNote(sb, n)
			}
		}
		return true
	})
}

// marked is text with calls as ^label, links as {text→target} and raised letters as ^x.
func marked(list []book.Inline) string {
	var sb strings.Builder
	for _, n := range list {
		switch n := n.(type) {
		case *book.NoteCall:
			fmt.Fprintf(&sb, "^%s(%s)", n.Note.Label, n.Ref)
		case *book.Link:
			fmt.Fprintf(&sb, "{%s→%s}", marked(n.Inlines), n.Href)
		case *book.Superscript:
			fmt.Fprintf(&sb, "^%s", marked(n.Inlines))
		default:
			if inner := book.Within(n); inner != nil {
				sb.WriteString(marked(*inner))
			} else {
				sb.WriteString(book.PlainText([]book.Inline{n}))
			}
		}
	}
	return sb.String()
}

func dumpNote(sb *strings.Builder, n *book.Note) {
	fmt.Fprintf(sb, "  note %s #%s called %d times\n", n.Label, n.Anchor, len(n.Calls))
	dumpBlocks(sb, "    ", n.Blocks)
}

func dumpOutline(sb *strings.Builder, indent string, list []*layout.OutlineEntry) {
	for _, e := range list {
		fmt.Fprintf(sb, "%s- %s → #%s", indent, book.PlainText(e.Title), e.Target)
		if e.PrintOnly {
			sb.WriteString(" print")
		}
		if e.ScreenOnly {
			sb.WriteString(" screen")
		}
		sb.WriteByte('\n')
		dumpOutline(sb, indent+"  ", e.Entries)
	}
}
