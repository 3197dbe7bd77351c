package typeset_test

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"cahier/book"
	"cahier/book/layout"
	"cahier/book/manuscript"
	"cahier/book/style"
	"cahier/book/typeface"
	"cahier/book/typeset"
	"cahier/fonts"
	"cahier/styles"
)

var update = flag.Bool("update", false, "rewrite the pages in testdata")

// volume reads a book and arranges it. Its front matter may leave out what every book
// needs.
func volume(t testing.TB, files fs.FS, name string) *layout.Volume {
	t.Helper()
	b, ps := manuscript.Read(files, name)
	if err := ps.Err(); err != nil {
		t.Fatal(err)
	}
	v, ps := layout.Arrange(b, layout.Options{})
	if err := ps.Err(); err != nil {
		t.Fatal(err)
	}
	return v
}

// article is the volume of one article with the least front matter.
func article(t testing.TB, lang, body string) *layout.Volume {
	t.Helper()
	head := "---\ntitle: Essay\nauthor: A. Writer\nlang: " + lang + "\ndate: 2020-01-01\n---\n\n"
	return volume(t, fstest.MapFS{"a.md": {Data: []byte(head + body)}}, "a.md")
}

// design resolves a style with settings "key=value".
func design(t testing.TB, name string, settings ...string) *style.Print {
	t.Helper()
	var list []book.Setting
	for _, s := range settings {
		k, v, _ := strings.Cut(s, "=")
		list = append(list, book.Setting{Key: k, Value: v})
	}
	d, ps := style.Load([]fs.FS{styles.FS}, name, list)
	if err := ps.Err(); err != nil {
		t.Fatal(err)
	}
	return &d.Print
}

func library(t testing.TB) *typeface.Library {
	t.Helper()
	l, err := typeface.Open(fonts.FS)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func compose(t testing.TB, v *layout.Volume, p *style.Print, images fs.FS) *typeset.Composition {
	t.Helper()
	c, ps := typeset.Compose(v, p, library(t), typeset.Options{Images: images})
	if err := ps.Err(); err != nil {
		t.Fatal(err)
	}
	checkStructure(t, c)
	return c
}

// TestPages composes the books in testdata and compares their pages with the ones there.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { testPages(t, file) })
	}
}

func testPages(t *testing.T, file string) {
	ar, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	files, name, settings := unpack(t, ar)
	golden := slices.IndexFunc(ar.Files, func(f txtar.File) bool { return f.Name == "pages" })
	v := volume(t, files, name)
	c := compose(t, v, design(t, settings[0], settings[1:]...), files)
	if got, want := fold(typeset.Text(c)), fold(volumeText(v, c)); got != want {
		t.Errorf("the text of the pages is not that of the volume: %s", difference(got, want))
	}
	got := dump(c)
	if *update {
		if golden < 0 {
			ar.Files = append(ar.Files, txtar.File{Name: "pages"})
			golden = len(ar.Files) - 1
		}
		ar.Files[golden].Data = []byte(got)
		if err := os.WriteFile(file, txtar.Format(ar), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if golden < 0 || got != string(ar.Files[golden].Data) {
		t.Errorf("the pages differ; -update rewrites them:\n%s", got)
	}
}

// square is an image of 300 by 300 grey pixels.
func square(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/square.png")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// The same volume gives the same pages on any number of processors.
func TestProcessors(t *testing.T) {
	var sb strings.Builder
	for i := range 60 {
		fmt.Fprintf(&sb, "## Chapter %d\n\n", i)
		for k := range 5 {
			fmt.Fprintf(&sb, "%s[^n%d-%d]\n\n[^n%d-%d]: %s\n\n", prose(40+20*k, i*7+k), i, k, i, k, prose(9, i+k))
		}
	}
	text := sb.String()
	dumps := map[string]bool{}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, n := range []int{1, 2, 5} {
		runtime.GOMAXPROCS(n)
		dumps[dump(compose(t, article(t, "en", text), design(t, "classic"), nil))] = true
	}
	if len(dumps) != 1 {
		t.Errorf("%d different compositions of one volume", len(dumps))
	}
}

var vocabulary = strings.Fields(`the of quiet river and under a stone bridge where early light falls slowly across
	water reeds an old ferryman counts his coins while swallows turn above the mill nobody remembers who built it
	though everyone crosses it twice a day carrying bread letters umbrellas complaints extraordinarily notwithstanding`)

// prose makes n words that no one has written before.
func prose(n, seed int) string {
	var sb strings.Builder
	x := uint32(seed)*2654435761 + 12345
	for i := range n {
		x = x*1664525 + 1013904223
		w := vocabulary[(x>>8)%uint32(len(vocabulary))]
		if i > 0 {
			sb.WriteByte(' ')
		} else {
			w = strings.ToUpper(w[:1]) + w[1:]
		}
		sb.WriteString(w)
	}
	sb.WriteByte('.')
	return sb.String()
}
