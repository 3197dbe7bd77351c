package clean

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the expected Markdown in testdata")

// TestGolden cleans every source in testdata and compares the Markdown; each is
// a page of one system, or a text as it is pasted. It also holds that cleaning again
// changes nothing, and that no note is lost.
func TestGolden(t *testing.T) {
	for _, f := range fixtures(t) {
		t.Run(f.name, func(t *testing.T) {
			src, want := f.source(), []byte(nil)
			if len(f.Files) > 1 {
				want = f.Files[1].Data
			}
			r, problems := Clean(src.Data, Options{Name: src.Name})
			if problems.Errors() > 0 {
				t.Fatal(problems.Err())
			}
			if *update {
				f.Files = []txtar.File{src, {Name: "article.md", Data: r.Markdown}}
				if err := os.WriteFile(f.file, txtar.Format(f.Archive), 0o644); err != nil {
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

// BenchmarkSigns cleans a page of nothing but signs, once and ten times as long: a sign
// should not cost more in the longer.
func BenchmarkSigns(b *testing.B) {
	for _, n := range []int{20_000, 200_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			page := []byte("<html lang=en><title>Signs</title><p>Words.</p><b " + strings.Repeat("/>", n))
			for b.Loop() {
				Clean(page, Options{})
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/sign")
		})
	}
}
