package clean

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the expected Markdown in testdata")

// TestGolden cleans every source in testdata and compares the Markdown; each is
// a page of one system, or a text as it is pasted. It also holds that cleaning again
// changes nothing, and that no note is lost.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no fixtures", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			src, want := ar.Files[0], []byte(nil)
			if len(ar.Files) > 1 {
				want = ar.Files[1].Data
			}
			r, problems := Clean(src.Data, Options{Name: src.Name})
			if problems.Errors() > 0 {
				t.Fatal(problems.Err())
			}
			if *update {
				ar.Files = []txtar.File{src, {Name: "article.md", Data: r.Markdown}}
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				want = r.Markdown
			}
			if !bytes.Equal(r.Markdown, want) {
				t.Errorf("got:\n%s\nwant:\n%s\nreport:\n%s", r.Markdown, want, r.Report.Text())
			}
			again, problems := Clean(r.Markdown, Options{Name: "article.md"})
			if problems.Errors() > 0 || !bytes.Equal(again.Markdown, r.Markdown) {
				t.Errorf("cleaning again gave:\n%s", again.Markdown)
			}
			checkNotes(t, r)
		})
	}
}

// checkNotes holds that every note is written, and called unless the report says
// that it is not.
func checkNotes(t *testing.T, r Result) {
	t.Helper()
	md := string(r.Markdown)
	for _, n := range r.Report.Notes {
		if called := strings.Count(md, "[^"+n.ID+"]") > 1; called != (n.Line > 0) {
			t.Errorf("note %s: called %v, but reported on line %d", n.ID, called, n.Line)
		}
	}
	for rest := md; ; {
		_, after, ok := strings.Cut(rest, "[^")
		if !ok {
			return
		}
		id, tail, _ := strings.Cut(after, "]")
		if !strings.Contains(md, "\n[^"+id+"]: ") {
			t.Errorf("note %s is not written", id)
		}
		rest = tail
	}
}

// BenchmarkClean cleans a page of about 100 KB.
func BenchmarkClean(b *testing.B) {
	ar, err := txtar.ParseFile("testdata/newspaper.txtar")
	if err != nil {
		b.Fatal(err)
	}
	page := string(ar.Files[0].Data)
	head, rest, _ := strings.Cut(page, "<h2>Un règlement de papier</h2>")
	page = head + strings.Repeat("<h2>Un règlement de papier</h2><p>La mairie parle d’agrandir, mais <em>personne</em> ne sait de quel côté ; on en a parlé longtemps, et l’on en parlera encore.</p><ul><li>un</li><li>deux</li></ul>", 430) + rest
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		Clean([]byte(page), Options{})
	}
}
