package manuscript

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"cahier/book"
)

// TestLinksOut reads a book whose images are symbolic links, through os.Root, which
// refuses to leave the folder, and through os.DirFS, which does not.
func TestLinksOut(t *testing.T) {
	outside := t.TempDir()
	dir := filepath.Join(outside, "livre")
	write := func(name, text string) {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	link := func(target, name string) {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Skip("no symbolic links here: ", err)
		}
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	write(filepath.Join(outside, "secret.jpg"), "x")
	write(filepath.Join(dir, "vraie.jpg"), "x")
	write(filepath.Join(dir, "article.md"), "---\ntitle: T\nlang: fr\n---\n"+
		"![a](dehors.jpg){alt=a}\n![b](absolu.jpg){alt=b}\n![c](dossier/secret.jpg){alt=c}\n![d](deux.jpg){alt=d}\n![e](dedans.jpg){alt=e}\n![f](boucle.jpg){alt=f}\n")
	link("../secret.jpg", "dehors.jpg")
	link(filepath.Join(outside, "secret.jpg"), "absolu.jpg")
	link("..", "dossier")
	link("dehors.jpg", "deux.jpg")
	link("vraie.jpg", "dedans.jpg")
	link("boucle.jpg", "boucle.jpg")
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for name, read := range map[string]func() (*book.Book, book.Problems){
		"os.Root":  func() (*book.Book, book.Problems) { return Read(root.FS(), "article.md") },
		"os.DirFS": func() (*book.Book, book.Problems) { return Read(os.DirFS(dir), "article.md") },
	} {
		t.Run(name, func(t *testing.T) {
			_, problems := read()
			refused := map[int]bool{}
			for _, p := range problems {
				if p.Code != book.CodeFileForbidden {
					t.Errorf("%s [%s]", p, p.Code)
				}
				refused[p.Pos.Line] = true
			}
			for line := 5; line <= 10; line++ {
				if want := line != 9; refused[line] != want {
					t.Errorf("line %d: refused %v, want %v", line, refused[line], want)
				}
			}
		})
	}
}

// TestCodes holds the fixtures to show every kind of problem that reading finds.
func TestCodes(t *testing.T) {
	seen := map[book.Code]bool{}
	for _, file := range fixtures(t) {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name, fsys, _ := bookOf(archive)
		_, problems := Read(fsys, name)
		for _, p := range problems {
			seen[p.Code] = true
		}
	}
	for _, code := range []book.Code{
		book.CodeUnreadable, book.CodeEncoding, book.CodeYAML, book.CodeUnknownKey, book.CodeUnknownField, book.CodeBadValue, book.CodeTitleMissing,
		book.CodeLangMissing, book.CodeFileMissing, book.CodeFileForbidden, book.CodeFileRepeated, book.CodeLinkMissing, book.CodeActiveLink,
		book.CodeSourceRepeated, book.CodeSourceBad, book.CodeLimit,
	} {
		if !seen[code] {
			t.Errorf("no fixture in testdata has the problem %s", code)
		}
	}
}
