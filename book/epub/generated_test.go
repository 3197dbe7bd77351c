package epub_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"cahier/book"
	"cahier/book/cite"
	"cahier/book/cover"
	"cahier/book/epub"
	"cahier/book/internal/generate"
	"cahier/book/layout"
	"cahier/book/manuscript"
	"cahier/book/typeface"
	"cahier/fonts"
	"cahier/styles"
)

// folder turns generated files into a file system.
func folder(files generate.Files) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, data := range files {
		fsys[name] = &fstest.MapFile{Data: data}
	}
	return fsys
}

// arranged reads and arranges a book; a problem of severity error ends the test.
func arranged(t testing.TB, fsys fstest.MapFS, file string) *layout.Volume {
	t.Helper()
	b, problems := manuscript.Read(fsys, file)
	if problems.Err() != nil {
		t.Fatal(errorsOf(problems))
	}
	problems = cite.Word(b)
	v, more := layout.Arrange(b, layout.Options{Faces: []string{"EB Garamond"}})
	if problems = append(problems, more...); problems.Err() != nil {
		t.Fatal(errorsOf(problems))
	}
	return v
}

func errorsOf(problems book.Problems) string {
	var lines []string
	for _, p := range problems {
		if p.Severity() == book.Error {
			lines = append(lines, p.String())
		}
	}
	return strings.Join(lines, "\n")
}

// pageMap sets a page break every so many bytes of text, as a typesetter would.
func pageMap(v *layout.Volume) *layout.PageMap {
	m := &layout.PageMap{Source: v.Identifier + " classic a5"}
	room := 0
	for _, s := range v.Sections {
		room = 0
		leaf := func(b book.Block) bool {
			text := book.LeafText(b)
			for at := room; at < len(text); at += 700 {
				m.Marks = append(m.Marks, layout.PageMark{Folio: strconv.Itoa(len(m.Marks) + 1), Leaf: b, Offset: wordStart(text, at)})
				room = at + 700
			}
			room -= len(text)
			return true
		}
		book.Blocks(s.Blocks, leaf)
	}
	return m
}

// wordStart is the beginning of the word at an offset.
func wordStart(text string, at int) int {
	return strings.LastIndexAny(text[:at], " \n") + 1
}

func classicCSS(t testing.TB) []byte {
	t.Helper()
	css, err := styles.FS.ReadFile("classic/epub.css")
	if err != nil {
		t.Fatal(err)
	}
	return css
}

func written(t testing.TB, v *layout.Volume, opt epub.Options) []byte {
	t.Helper()
	var out bytes.Buffer
	problems, err := epub.Write(&out, v, classicCSS(t), opt)
	if err != nil || problems.Err() != nil {
		t.Fatal(err, errorsOf(problems))
	}
	return out.Bytes()
}

// TestGeneratedBooks binds 300 generated manuscripts into 20 books (3 of them with
// -short) and checks each. CAHIER_GENERATED names a folder to write them into, for
// judges outside.
func TestGeneratedBooks(t *testing.T) {
	const books, articles = 20, 15
	library, err := typeface.Open(fonts.FS)
	if err != nil {
		t.Fatal(err)
	}
	garamond, err := library.Family("EB Garamond")
	if err != nil {
		t.Fatal(err)
	}
	for i := range books {
		if testing.Short() && i == 3 {
			break
		}
		t.Run(strconv.Itoa(i), func(t *testing.T) {
			fsys := folder(generate.Book(uint64(i+1), articles))
			v := arranged(t, fsys, "book.yaml")
			opt := epub.Options{Files: fsys, NarrowSpaces: i%4 == 3}
			if i%2 == 0 {
				opt.Pages = pageMap(v)
			}
			if i%3 == 0 {
				opt.Cover, _ = cover.Make(v, cover.Options{Families: []*typeface.Family{garamond}})
			}
			data := written(t, v, opt)
			checkBook(t, data)
			if dir := os.Getenv("CAHIER_GENERATED"); dir != "" {
				if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("book-%02d.epub", i)), data, 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// checkBook runs our own check; what a manuscript may lack is passed over.
func checkBook(t *testing.T, data []byte) {
	t.Helper()
	problems, err := epub.Check(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		if !strings.Contains(p.Message, "there is no ") && !strings.Contains(p.Message, "shorter than 9") && !strings.Contains(p.Message, "names no author") &&
			!strings.Contains(p.Message, "stand before their call") {
			t.Errorf("%s: %s: %s", p.Pos.File, p.Code, p.Message)
		}
	}
}
