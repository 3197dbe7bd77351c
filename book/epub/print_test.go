package epub_test

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"cahier/book"
	"cahier/book/epub"
	"cahier/book/layout"
	"cahier/book/style"
	"cahier/book/typeface"
	"cahier/book/typeset"
	"cahier/fonts"
	"cahier/styles"
)

// set sets the pages of a volume in the classic style.
func set(t *testing.T, v *layout.Volume) *typeset.Composition {
	t.Helper()
	design, problems := style.Load([]fs.FS{styles.FS}, style.DefaultName, nil)
	if problems.Err() != nil {
		t.Fatal(problems)
	}
	library, err := typeface.Open(fonts.FS)
	if err != nil {
		t.Fatal(err)
	}
	c, problems := typeset.Compose(v, &design.Print, library, typeset.Options{})
	if problems.Err() != nil {
		t.Fatal(problems)
	}
	return c
}

// pageText is the text of a page's own leaf from its first word on: the runs of the
// element of that leaf, as they stand on the page.
func pageText(p *typeset.Page, leaf book.Block) string {
	var b strings.Builder
	for _, it := range p.Items {
		run, ok := it.(*typeset.Run)
		if !ok || run.Element == nil || !stands(run.Element, leaf) {
			continue
		}
		for _, piece := range run.Pieces {
			for _, g := range piece.Glyphs {
				b.WriteString(g.Text)
			}
			if piece.Space > 0 {
				b.WriteByte(' ')
			}
		}
	}
	return b.String()
}

// stands reports whether an element stands for the leaf or is inside its element, the
// call of a note excepted.
func stands(e *typeset.Element, leaf book.Block) bool {
	for ; e != nil; e = e.Parent {
		if e.Role == typeset.RoleReference || e.Role == typeset.RoleNote {
			return e.Block == leaf
		}
		if e.Block == leaf {
			return true
		}
	}
	return false
}

// TestPagesAreThoseOfThePrintEdition: the first words after each mark are the first
// words of that page, on every page of the seed and of a long book.
func TestPagesAreThoseOfThePrintEdition(t *testing.T) {
	seed := os.DirFS("../../seeds/1917-1924-apogee-et-declin")
	files := map[string][]byte{}
	for _, name := range []string{"book.yaml", "article.md"} {
		data, err := fs.ReadFile(seed, name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = data
	}
	t.Run("seed", func(t *testing.T) { comparePages(t, arranged(t, folder(files), "book.yaml"), 10) })
	if !testing.Short() {
		t.Run("long", func(t *testing.T) { comparePages(t, arranged(t, folder(longBook(60_000)), "a.md"), 100) })
	}
}

func comparePages(t *testing.T, v *layout.Volume, least int) {
	c := set(t, v)
	m := &layout.PageMap{Source: "the print edition"}
	pages := map[string]*typeset.Page{}
	leaves := map[string]book.Block{}
	for _, start := range c.Map {
		p := c.Pages[start.Page]
		m.Marks = append(m.Marks, layout.PageMark{Folio: p.Folio, Leaf: start.Leaf, Offset: start.Offset})
		pages[p.Folio], leaves[p.Folio] = p, start.Leaf
	}
	files := unzipped(t, written(t, v, epub.Options{Pages: m}))
	list := pageList(t, files["EPUB/nav.xhtml"])
	if len(list) < least {
		t.Fatalf("%d pages in the list, want %d or more", len(list), least)
	}
	for _, entry := range list {
		file, id, _ := strings.Cut(entry[0], "#")
		s := streamOf(t, files["EPUB/"+file])
		const enough = 30
		printed := bare(pageText(pages[entry[1]], leaves[entry[1]]))
		if printed == "" {
			t.Errorf("page %s has no text of its leaf", entry[1])
			continue
		}
		printed = printed[:min(enough, len(printed))]
		if got := s.text[s.ids[id]:]; !strings.HasPrefix(got, printed) {
			t.Errorf("page %s: %s", entry[1], difference(got, printed))
		}
	}
}
