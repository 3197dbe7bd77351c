package epub_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"flag"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"cahier/book"
	"cahier/book/epub"
	"cahier/book/layout"
	"cahier/book/picture"
)

var update = flag.Bool("update", false, "write the golden files anew")

// sample is the book of testdata/sample: every construct, all of the front matter.
func sample(t testing.TB) (*layout.Volume, fstest.MapFS) {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, name := range []string{"article.md", "second.md", "book.yaml", "picture.png", "drawing.svg"} {
		data, err := os.ReadFile(filepath.Join("testdata", "sample", name))
		if err != nil {
			t.Fatal(err)
		}
		fsys[name] = &fstest.MapFile{Data: data}
	}
	return arranged(t, fsys, "book.yaml"), fsys
}

// aCover is an image to serve as cover.
func aCover(t testing.TB, fsys fstest.MapFS) *picture.Image {
	t.Helper()
	img, problems := picture.Load(fsys, "picture.png", book.Pos{})
	if problems != nil {
		t.Fatal(problems)
	}
	return img
}

func sampleBytes(t testing.TB) []byte {
	v, fsys := sample(t)
	return written(t, v, epub.Options{Files: fsys, Pages: pageMap(v), Cover: aCover(t, fsys)})
}

// add puts a block at the end of the title page.
func add(v *layout.Volume, b book.Block) {
	for _, s := range v.Sections {
		if s.Kind == layout.TitlePage {
			s.Blocks = append(s.Blocks, b)
		}
	}
}

// unzipped is the files of an EPUB by name.
func unzipped(t testing.TB, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name] = string(content)
	}
	return files
}

func wellFormed(t testing.TB, files map[string]string) {
	t.Helper()
	for name, content := range files {
		if ext := filepath.Ext(name); ext != ".xhtml" && ext != ".opf" && ext != ".ncx" && ext != ".svg" {
			continue
		}
		d := xml.NewDecoder(strings.NewReader(content))
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Errorf("%s: %v", name, err)
				break
			}
		}
	}
}

// TestGolden compares the text of a whole EPUB with testdata/sample.golden.
func TestGolden(t *testing.T) {
	files := unzipped(t, sampleBytes(t))
	wellFormed(t, files)
	var dump strings.Builder
	for _, name := range slices.Sorted(maps.Keys(files)) {
		switch filepath.Ext(name) {
		case ".xhtml", ".opf", ".ncx", ".xml":
			dump.WriteString("-- " + name + " --\n" + files[name] + "\n")
		default:
			dump.WriteString("-- " + name + " --\n\n")
		}
	}
	golden := filepath.Join("testdata", "sample.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(dump.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	got, old := strings.Split(dump.String(), "\n"), strings.Split(string(want), "\n")
	for i := range min(len(got), len(old)) {
		if got[i] != old[i] {
			t.Fatalf("line %d of %s (-update writes it anew)\n got %s\nwant %s", i+1, golden, got[i], old[i])
		}
	}
	if len(got) != len(old) {
		t.Fatalf("%d lines, want %d", len(got), len(old))
	}
}

func TestContainer(t *testing.T) {
	data := sampleBytes(t)
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if string(data[30:58]) != "mimetypeapplication/epub+zip" {
		t.Errorf("the file begins %q", data[:60])
	}
	plain := regexp.MustCompile(`^(META-INF/)?(EPUB/)?[a-z0-9./-]+$`)
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
		if f.Flags&8 != 0 || f.ModifiedDate != 0x21 || f.ModifiedTime != 0 || !plain.MatchString(f.Name) {
			t.Errorf("%s: flags %x, date %x %x", f.Name, f.Flags, f.ModifiedDate, f.ModifiedTime)
		}
	}
	if !slices.IsSorted(names[1:]) {
		t.Errorf("entries are not sorted: %v", names)
	}
}

func TestSameBytes(t *testing.T) {
	first := sampleBytes(t)
	old := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(old)
	t.Setenv("TMPDIR", t.TempDir())
	t.Setenv("TZ", "Asia/Tokyo")
	if !bytes.Equal(first, sampleBytes(t)) {
		t.Error("two builds of one book differ")
	}
}

// Without pages, a corrected word changes its own file and nothing else, the identifier
// least of all.
func TestOneWordChangesOneFile(t *testing.T) {
	build := func(old, with string) map[string]string {
		_, fsys := sample(t)
		fsys["article.md"].Data = []byte(strings.Replace(string(fsys["article.md"].Data), old, with, 1))
		return unzipped(t, written(t, arranged(t, fsys, "book.yaml"), epub.Options{Files: fsys}))
	}
	before, after := build("", ""), build("first paragraph", "corrected paragraph")
	for name := range before {
		if changed := before[name] != after[name]; changed != (name == "EPUB/xhtml/a1.xhtml") {
			t.Errorf("%s: changed is %v", name, changed)
		}
	}
}

// Eight books at once: go-epub's store is one variable.
func TestWriteConcurrently(t *testing.T) {
	want := sampleBytes(t)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			v, fsys := sample(t)
			var out bytes.Buffer
			_, err := epub.Write(&out, v, classicCSS(t), epub.Options{Files: fsys, Pages: pageMap(v), Cover: aCover(t, fsys)})
			if err != nil || !bytes.Equal(out.Bytes(), want) {
				t.Errorf("a book written beside others differs: %v", err)
			}
		})
	}
	wait.Wait()
}

func TestSampleHasNothingToReport(t *testing.T) {
	data := sampleBytes(t)
	if dir := os.Getenv("CAHIER_GENERATED"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, "sample.epub"), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	problems, err := epub.Check(bytes.NewReader(data), int64(len(data)))
	if err != nil || problems != nil {
		t.Errorf("%v, %v", problems, err)
	}
}

// TestWriteRefuses: nothing is written, and every problem has its place.
func TestWriteRefuses(t *testing.T) {
	at := book.Pos{File: "a.md", Line: 4, Col: 2}
	place := book.Place{Pos: at}
	image := func(src string) book.Inline { return &book.Image{Place: place, Src: src, Alt: "x"} }
	link := func(href string) book.Inline {
		return &book.Link{Place: place, Href: href, Inlines: []book.Inline{&book.Text{Value: "x"}}}
	}
	for name, c := range map[string]struct {
		inline book.Inline
		code   book.Code
	}{
		"script":         {link("javascript:alert(1)"), book.CodeActiveLink},
		"script in caps": {link(" JavaScript:alert(1)"), book.CodeActiveLink},
		"local file":     {link("file:///etc/passwd"), book.CodeActiveLink},
		"data":           {link("data:text/html,<script>"), book.CodeActiveLink},
		"outside":        {image("../secret.png"), book.CodeFileForbidden},
		"absolute":       {image("/etc/passwd"), book.CodeFileForbidden},
		"missing":        {image("none.png"), book.CodeFileMissing},
		"not an image":   {image("article.md"), book.CodeImageBad},
	} {
		v, fsys := sample(t)
		add(v, &book.Paragraph{Inlines: []book.Inline{c.inline}})
		var out bytes.Buffer
		problems, err := epub.Write(&out, v, nil, epub.Options{Files: fsys})
		if err != nil || out.Len() > 0 || len(problems) != 1 || problems[0].Code != c.code || problems[0].Pos != at {
			t.Errorf("%s: %d bytes, %v, %v; want %s", name, out.Len(), problems, err, c.code)
		}
	}
}

func TestWriteRefusesAFileThatReadersDoNotOpen(t *testing.T) {
	v, fsys := sample(t)
	add(v, &book.CodeBlock{Text: strings.Repeat("x", epub.MaxFile)})
	var out bytes.Buffer
	problems, err := epub.Write(&out, v, nil, epub.Options{Files: fsys})
	if err != nil || out.Len() > 0 || len(problems) != 1 || problems[0].Code != book.CodeLimit {
		t.Errorf("%v, %v", problems, err)
	}
}

// An address that cannot be one becomes plain text, with a warning.
func TestWriteMendsAddresses(t *testing.T) {
	for href, want := range map[string]string{
		"https://example.org/a b":     `href="https://example.org/a%20b"`,
		"https://example.org/%zz":     `href="https://example.org/%25zz"`,
		"https://example.org/?a=1&b":  `href="https://example.org/?a=1&amp;b"`,
		"mailto:ada@example.org":      `href="mailto:ada@example.org"`,
		"http://[bad":                 "",
		"https://":                    "",
		"https://a..b/":               "",
		"https://example.org:99999/x": "",
		"nothing":                     "",
	} {
		v, fsys := sample(t)
		add(v, &book.Paragraph{Inlines: []book.Inline{
			&book.Link{Href: href, Inlines: []book.Inline{&book.Text{Value: "the link’s own text"}}}}})
		var out bytes.Buffer
		problems, err := epub.Write(&out, v, nil, epub.Options{Files: fsys})
		if err != nil || (want == "") != (len(problems) == 1 && problems[0].Code == book.CodeLinkMissing) {
			t.Errorf("%s: %v, %v", href, problems, err)
			continue
		}
		file := unzipped(t, out.Bytes())["EPUB/xhtml/titlepage.xhtml"]
		if !strings.Contains(file, "the link’s own text") || want != "" && !strings.Contains(file, want) || want == "" && strings.Contains(file, "href=\"htt") {
			t.Errorf("%s:\n%s", href, file)
		}
	}
}

// FuzzText puts a string wherever a volume takes text: every file stays well-formed.
func FuzzText(f *testing.F) {
	for _, s := range []string{"a & b < c > \"d\"", "]]>", "\x00\x01\x1f", "\xff\xfe", "\u202f\u2009\u2060\u00ad\ufffe", "<!--", "&#0;", "\u0085"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text := func() []book.Inline { return []book.Inline{&book.Text{Value: "x" + s}} }
		v := &layout.Volume{Identifier: "urn:x:" + s, Modified: "2020-01-01T00:00:00Z", Words: layout.Words{Contents: "C", Landmarks: "L"}}
		v.Front = book.FrontMatter{Title: text(), Lang: s, Publisher: s, Rights: s, Keywords: []string{s}, Licence: s,
			Contributors: []book.Contributor{{Role: book.Role(s), Name: book.Name{Literal: s}}}, Series: book.Series{Title: s, Position: s},
			Republished: &book.Provenance{URL: s, Title: s, Changes: []string{s}}}
		note := &book.Note{Anchor: "a1-n1", Label: s, Number: 1, Blocks: []book.Block{&book.Paragraph{Inlines: text()}}}
		call := &book.NoteCall{Note: note, Ref: "a1-r1"}
		note.Calls = []*book.NoteCall{call}
		h := &book.Heading{Level: 1, Inlines: append(text(), call)}
		h.Attr = book.Attr{ID: "a1-" + s, Classes: []string{s}, Lang: s}
		p := &book.Paragraph{Inlines: []book.Inline{&book.Link{Href: s, Title: s, Inlines: text()}, &book.CodeSpan{Value: s}}}
		v.Sections = []*layout.Section{{Kind: layout.Article, ID: "a1", Lang: "en", Title: text(), Notes: []*book.Note{note},
			Blocks: []book.Block{h, p, &book.CodeBlock{Text: s, Language: s}}}}
		v.Outline = []*layout.OutlineEntry{{Title: text(), Target: "a1", Kind: layout.Article}}
		pages := &layout.PageMap{Source: s, Marks: []layout.PageMark{{Folio: s, Leaf: p, Offset: 1}, {Folio: s, Leaf: h, Offset: len(s)}}}
		var out bytes.Buffer
		problems, err := epub.Write(&out, v, nil, epub.Options{Pages: pages, Kepub: len(s)%2 == 0})
		if err != nil {
			t.Fatal(err)
		}
		if problems.Err() == nil {
			wellFormed(t, unzipped(t, out.Bytes()))
		}
	})
}
