package markdown

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"cahier/book"
)

var update = flag.Bool("update", false, "rewrite the dumps in testdata")

// TestGolden reads testdata/*.txtar: a construct's Markdown, the tree that it becomes,
// and the problems it has. See testdata/README.md.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no fixtures", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if len(archive.Files) == 0 || archive.Files[0].Name != "input.md" {
				t.Fatal("the first file is not input.md")
			}
			input := archive.Files[0]
			art, problems := Read("input.md", input.Data)
			got := &txtar.Archive{Comment: archive.Comment, Files: []txtar.File{input, {Name: "dump", Data: []byte(dumpArticle(art))}}}
			if len(problems) > 0 {
				got.Files = append(got.Files, txtar.File{Name: "problems", Data: []byte(dumpProblems(problems))})
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want, have := string(txtar.Format(archive)), string(txtar.Format(got)); want != have {
				t.Errorf("want:\n%s\ngot:\n%s", want, have)
			}
		})
	}
}

// dumpArticle prints the body and the notes that it never calls.
func dumpArticle(a *book.Article) string {
	s := dump(a.Body)
	for _, n := range a.Notes {
		if len(n.Calls) == 0 {
			s += fmt.Sprintf("note never called id=%q @%d:%d\n%s", n.ID, n.Pos.Line, n.Pos.Col, dump(n.Blocks))
		}
	}
	return s
}

func dumpProblems(problems book.Problems) string {
	var sb strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&sb, "%s: %s [%s] %s\n", p.Severity(), p.String(), p.Code, p.Hint)
	}
	return sb.String()
}

func goldenInputs(t testing.TB) [][]byte {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no fixtures", err)
	}
	var inputs [][]byte
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		inputs = append(inputs, archive.Files[0].Data)
	}
	return inputs
}
