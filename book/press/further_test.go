package press

import (
	"context"
	"slices"
	"testing"
	"testing/fstest"

	"cahier/book"
	"cahier/book/manuscript"
)

// start reads a book and begins its run.
func start(files fstest.MapFS, name string) *Run {
	b, problems := manuscript.Read(files, name)
	return Start(context.Background(), &Manuscript{Book: b, Dir: files, Name: "x", file: name}, problems, Options{})
}

// TestAllAtOnce: an error while reading hides nothing that comes later, and brings nothing
// about that is not so.
func TestAllAtOnce(t *testing.T) {
	for _, c := range []struct {
		name  string
		files fstest.MapFS
		want  []book.Code
	}{
		{"a wrong date", fstest.MapFS{"a.md": {Data: []byte("---\ntitle: T\nlang: en\ndate: 2020-99\n---\n\nA key [@nobody], a link [b](#nope).\n")}},
			[]book.Code{book.CodeBadValue, book.CodeSourceMissing, book.CodeLinkMissing}},
		{"no language", fstest.MapFS{"a.md": {Data: []byte("---\ntitle: T\n---\n\nA link [b](#nope).\n")}},
			[]book.Code{book.CodeLangMissing, book.CodeLinkMissing}},
		{"no library", fstest.MapFS{"a.md": {Data: []byte("---\ntitle: T\nlang: en\nbibliography: none.json\n---\n\nA key [@carr], a link [b](#nope).\n")}},
			[]book.Code{book.CodeFileMissing, book.CodeLinkMissing}},
		{"no head", fstest.MapFS{"a.md": {Data: []byte("---\ntitle: \"open\n---\n\nA key [@carr], a link [b](#nope).\n")}},
			[]book.Code{book.CodeYAML, book.CodeLinkMissing}},
		{"no second article", fstest.MapFS{
			"book.yaml": {Data: []byte("title: T\nlang: en\ncontents: [a.md, b.md]\n")},
			"a.md":      {Data: []byte("---\ntitle: A\n---\n\nA key [@nobody], links [b](#there) and [b](b.md).\n")},
		}, []book.Code{book.CodeFileMissing, book.CodeSourceMissing}},
	} {
		name := "a.md"
		if c.files["book.yaml"] != nil {
			name = "book.yaml"
		}
		run := start(c.files, name)
		run.Check()
		var got []book.Code
		for _, p := range run.Problems() {
			got = append(got, p.Code)
		}
		slices.Sort(got)
		slices.Sort(c.want)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, run.Problems(), c.want)
		}
		if run.Sound() || run.Err() != nil {
			t.Errorf("%s: sound %v, %v", c.name, run.Sound(), run.Err())
		}
	}
}

// FuzzFurther takes half-read books through citations and layout: no panic.
func FuzzFurther(f *testing.F) {
	f.Add([]byte("---\ntitle: T\ndate: 2020-99\n---\n\n[@a] [b](#n) x[^1] ^[a[^1]]\n\n[^1]: x[^1]\n"), []byte("title: T\ncontents: [a.md, {part: P, contents: [b.md, c.md]}]\n"))
	f.Add([]byte("---\nreferences: [{id: a}, {id: a}, {title: b}]\nnocite: '@*'\n---\n# A {#x}\n\n## B {#x}\n\n| a |\n|---|\n| x[^1] |\n"), []byte("contents: [a.md, a.md]\ncitation-style: author-date\nreferences-place: volume\nnotes: {place: volume}\n"))
	f.Add([]byte("---\ntitle: [a]\nabstract: '[@q]'\n"), []byte("contents: [{part: P, contents: [a.md]}]\ntitle: '[@a]'\n"))
	f.Fuzz(func(t *testing.T, article, volume []byte) {
		files := fstest.MapFS{"a.md": {Data: article}, "c.md": {Data: article}, "book.yaml": {Data: volume}}
		for _, name := range []string{"a.md", "book.yaml"} {
			start(files, name)
		}
	})
}
