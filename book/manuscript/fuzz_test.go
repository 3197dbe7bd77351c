package manuscript

import (
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"cahier/book"
)

// FuzzRead reads any bytes as an article, as book.yaml and as a library: no panic, and
// every problem and every text of front matter has a place inside its file.
func FuzzRead(f *testing.F) {
	for _, file := range fixtures(f) {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, input := range archive.Files {
			if input.Name != "dump" && input.Name != "problems" {
				f.Add(input.Data)
			}
		}
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		fsys := fstest.MapFS{
			"article.md": {Data: src}, "book.yaml": {Data: src}, "a.json": {Data: src}, "b.yaml": {Data: src},
			"works.md": {Data: []byte("---\ntitle: T\nlang: fr\nbibliography: [a.json, b.yaml]\n---\nx\n")},
		}
		for _, name := range []string{"article.md", "book.yaml", "works.md"} {
			b, problems := Read(fsys, name)
			for _, p := range problems {
				checkPlace(t, fsys, p.Pos)
			}
			for _, a := range b.Articles() {
				checkFront(t, fsys, &a.Front)
			}
			checkFront(t, fsys, &b.Front)
		}
	})
}

func checkFront(t *testing.T, fsys fstest.MapFS, front *book.FrontMatter) {
	if r := front.Republished; r != nil {
		checkPlace(t, fsys, r.Pos)
	}
	texts := []book.Block{&book.Paragraph{Inlines: front.Title}, &book.Paragraph{Inlines: front.Subtitle}}
	for _, list := range [][]book.Block{texts, front.Abstract, front.Epigraph, front.Dedication} {
		book.AllInlines(list, func(n book.Inline) bool {
			checkPlace(t, fsys, n.Position())
			return true
		})
	}
}

func checkPlace(t *testing.T, fsys fstest.MapFS, p book.Pos) {
	t.Helper()
	if p.Line == 0 {
		return // the file as a whole
	}
	src := string(fsys[p.File].Data)
	src = strings.ReplaceAll(strings.TrimPrefix(src, "\uFEFF"), "\r\n", "\n")
	rows := strings.Split(strings.ReplaceAll(src, "\r", "\n"), "\n")
	if p.Line < 1 || p.Line > len(rows) || p.Col < 1 || p.Col > utf8.RuneCountInString(rows[p.Line-1])+1 {
		t.Fatalf("place %v is outside the file", p)
	}
}
