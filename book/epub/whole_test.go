package epub_test

import (
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"cahier/book"
	"cahier/book/epub"
	"cahier/book/internal/generate"
	"cahier/book/layout"
)

// stream is the text of an XHTML body as a reader shows it, without calls, ways back
// and paragraph numbers, which are no text of the volume; and where in it ids stand.
type stream struct {
	text string
	ids  map[string]int
}

func streamOf(t *testing.T, content string) stream {
	t.Helper()
	s := stream{ids: map[string]int{}}
	var b strings.Builder
	d := xml.NewDecoder(strings.NewReader(content))
	inBody, skip := false, 0
	for {
		tok, err := d.Token()
		if err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		switch e := tok.(type) {
		case xml.StartElement:
			inBody = inBody || e.Name.Local == "body"
			if skip > 0 {
				skip++
			}
			for _, a := range e.Attr {
				if a.Name.Local == "id" {
					s.ids[a.Value] = b.Len()
				}
				if skip == 0 && (a.Value == "doc-noteref" || a.Value == "doc-backlink" || a.Name.Local == "class" && a.Value == "number") {
					skip = 1
				}
			}
		case xml.EndElement:
			if skip > 0 {
				skip--
			}
		case xml.CharData:
			if inBody && skip == 0 {
				b.WriteString(bare(string(e)))
			}
		}
	}
	s.text = b.String()
	return s
}

// bare drops spaces of every kind and the characters that an EPUB does not hold.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\n', '\t', '\u00a0', '\u202f', '\u2009', '\u00ad', '\u2060', '\ufeff':
			return -1
		}
		return r
	}, s)
}

// leaves lists the leaves of a section in the order in which the EPUB has them.
func leaves(s *layout.Section) []book.Block {
	var list []book.Block
	var take func([]book.Block)
	note := func(n *book.Note) { take(n.Blocks) }
	take = func(blocks []book.Block) {
		for _, b := range blocks {
			if book.IsLeaf(b) {
				list = append(list, b)
			}
			for _, inner := range book.Children(b) {
				take(inner)
			}
			if t, ok := b.(*book.Table); ok {
				for _, n := range t.Notes {
					note(n)
				}
			}
		}
	}
	take(s.Blocks)
	if s.NotesHeading != nil {
		take([]book.Block{s.NotesHeading})
	}
	for _, n := range s.Notes {
		note(n)
	}
	take(s.After)
	return list
}

// TestNothingIsLost: every text of the volume stands in its file, in order, and nothing
// else; in the kepub too.
func TestNothingIsLost(t *testing.T) {
	for seed := range uint64(6) {
		fsys := folder(generate.Book(seed+100, 6))
		v := arranged(t, fsys, "book.yaml")
		files := unzipped(t, written(t, v, epub.Options{Files: fsys, Pages: pageMap(v), Kepub: seed%2 == 1}))
		for _, s := range v.Sections {
			if s.PrintOnly {
				continue
			}
			var want strings.Builder
			for _, leaf := range leaves(s) {
				want.WriteString(bare(book.LeafText(leaf)))
			}
			got := streamOf(t, files["EPUB/xhtml/"+s.ID+".xhtml"]).text
			if got != want.String() {
				t.Fatalf("book %d, %s: %s", seed, s.ID, difference(got, want.String()))
			}
		}
	}
}

func difference(got, want string) string {
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	return fmt.Sprintf("after %d bytes\n got %.80q\nwant %.80q", i, got[i:], want[i:])
}

// TestPages: one mark for each page, in the list in reading order, under its folio, and
// the text after it is the text at the page's beginning.
func TestPages(t *testing.T) {
	for seed := range uint64(4) {
		fsys := folder(generate.Book(seed+200, 5))
		v := arranged(t, fsys, "book.yaml")
		pages := pageMap(v)
		files := unzipped(t, written(t, v, epub.Options{Files: fsys, Pages: pages, Kepub: seed == 3}))
		texts := map[string]stream{}
		printed := map[book.Block]bool{}
		for _, s := range v.Sections {
			if !s.PrintOnly {
				texts["xhtml/"+s.ID+".xhtml"] = streamOf(t, files["EPUB/xhtml/"+s.ID+".xhtml"])
				for _, leaf := range leaves(s) {
					printed[leaf] = true
				}
			}
		}
		var want []layout.PageMark
		for _, m := range pages.Marks {
			if printed[m.Leaf] {
				want = append(want, m)
			}
		}
		list := pageList(t, files["EPUB/nav.xhtml"])
		if len(list) != len(want) || len(want) < 20 {
			t.Fatalf("book %d: %d pages in the list, want %d", seed, len(list), len(want))
		}
		for i, entry := range list {
			file, id, _ := strings.Cut(entry[0], "#")
			s, m := texts[file], want[i]
			at, marked := s.ids[id]
			if expected := bare(book.LeafText(m.Leaf)[m.Offset:]); entry[1] != m.Folio || !marked || !strings.HasPrefix(s.text[at:], expected) {
				t.Errorf("book %d, page %s at %s: %s", seed, m.Folio, entry[0], difference(s.text[at:], expected))
			}
			if !strings.Contains(files["EPUB/"+file], `id="`+id+`" epub:type="pagebreak" role="doc-pagebreak" aria-label="`+m.Folio+`"`) {
				t.Errorf("page %s is not marked in %s", m.Folio, file)
			}
		}
		if n := strings.Count(files["EPUB/toc.ncx"], "<pageTarget "); n != len(want) {
			t.Errorf("%d pages in the NCX, want %d", n, len(want))
		}
		if !strings.Contains(files["EPUB/package.opf"], `<meta property="pageBreakSource">`) {
			t.Error("the print edition is not named")
		}
	}
}

// pageList is the links and labels of the page list.
func pageList(t *testing.T, nav string) [][2]string {
	t.Helper()
	_, list, found := strings.Cut(nav, `epub:type="page-list"`)
	if !found {
		t.Fatal("there is no page list")
	}
	var out [][2]string
	for _, line := range strings.Split(list, "\n") {
		if _, rest, ok := strings.Cut(line, `<a href="`); ok {
			href, rest, _ := strings.Cut(rest, `">`)
			label, _, _ := strings.Cut(rest, "<")
			out = append(out, [2]string{href, label})
		}
	}
	return out
}

// TestIDsAreUnique in the whole book, the kepub's sentences included.
func TestIDsAreUnique(t *testing.T) {
	for _, kepub := range []bool{false, true} {
		fsys := folder(generate.Book(300, 8))
		v := arranged(t, fsys, "book.yaml")
		seen := map[string]string{}
		files := unzipped(t, written(t, v, epub.Options{Files: fsys, Pages: pageMap(v), Kepub: kepub}))
		for name, content := range files {
			if !strings.HasSuffix(name, ".xhtml") {
				continue
			}
			for id := range streamOf(t, content).ids {
				if other := seen[id]; other != "" && !strings.HasPrefix(id, "book-") { // Kobo's two divs stand in each file
					t.Errorf("%s stands in %s and %s", id, other, name)
				}
				seen[id] = name
			}
			if n := strings.Count(content, ` id="`); n != len(streamOf(t, content).ids) {
				t.Errorf("%s: an id stands twice", name)
			}
		}
	}
}

// TestKepub: calls typed as Kobo knows them, sentences in spans, and no id inside one.
func TestKepub(t *testing.T) {
	v, fsys := sample(t)
	files := unzipped(t, written(t, v, epub.Options{Files: fsys, Kepub: true}))
	file := files["EPUB/xhtml/a2.xhtml"]
	for _, want := range []string{
		`epub:type="endnote" role="doc-noteref">1</a>`,
		`<div id="book-columns"><div id="book-inner">`,
		`<span class="koboSpan" id="kobo.`,
	} {
		if !strings.Contains(file, want) {
			t.Errorf("%s is not in\n%s", want, file)
		}
	}
	if strings.Contains(file, "noteref\" role") {
		t.Error("a call is typed noteref")
	}
	pictured := files["EPUB/xhtml/a1.xhtml"]
	if !strings.Contains(pictured, "<img") {
		t.Error("no image to look at")
	}
	d := xml.NewDecoder(strings.NewReader(pictured))
	var open []string
	for {
		tok, err := d.Token()
		if err != nil {
			break
		}
		switch e := tok.(type) {
		case xml.StartElement:
			if e.Name.Local == "img" && !slices.Contains(open, "koboSpan") {
				t.Error("an image stands outside a span")
			}
			if e.Name.Local != "img" && slices.Contains(open, "koboSpan") {
				t.Errorf("<%s> stands inside a sentence", e.Name.Local)
			}
			class := ""
			for _, a := range e.Attr {
				if a.Name.Local == "class" {
					class = a.Value
				}
			}
			open = append(open, class)
		case xml.EndElement:
			open = open[:len(open)-1]
		}
	}
}

// TestAttributions: the line that says whose a quotation is has a class, speech in dashes has
// none.
func TestAttributions(t *testing.T) {
	fsys := folder(generate.Files{"a.md": []byte(`---
title: T
lang: en
---

::: epigraph
Words.

— One
:::

> Words.
>
> — Two

> — Three.
>
> — Four.

— Five.
`)})
	file := unzipped(t, written(t, arranged(t, fsys, "a.md"), epub.Options{Files: fsys}))["EPUB/xhtml/a1.xhtml"]
	for _, want := range []string{
		`<p class="attribution">— One</p>`, `<p class="attribution">— Two</p>`, `<p>— Four.</p>`, `— Five.</p>`,
	} {
		if !strings.Contains(file, want) {
			t.Errorf("%s is not in\n%s", want, file)
		}
	}
	if n := strings.Count(file, "attribution"); n != 2 {
		t.Errorf("%d attributions", n)
	}
}

// TestSpaces: every fixed space is U+00A0, or U+202F too when asked; never a thin space,
// a word joiner or a soft hyphen.
func TestSpaces(t *testing.T) {
	for _, narrow := range []bool{false, true} {
		v, fsys := sample(t)
		add(v, &book.Paragraph{Inlines: []book.Inline{&book.Text{Value: "Quoi\u202f!\u2009a\u2060b\u00adc\u00a0:"}}})
		file := unzipped(t, written(t, v, epub.Options{Files: fsys, NarrowSpaces: narrow}))["EPUB/xhtml/titlepage.xhtml"]
		want := "Quoi\u00a0!\u00a0a\ufeffbc\u00a0:"
		if narrow {
			want = "Quoi\u202f!\u202fa\ufeffbc\u00a0:"
		}
		if !strings.Contains(file, want) {
			t.Errorf("narrow %v:\n%q", narrow, file)
		}
	}
}

// TestAccessibilityIsTrue: what is stated follows what the book holds.
func TestAccessibilityIsTrue(t *testing.T) {
	figure := func(alt string, decorative bool) book.Block {
		return &book.Figure{Image: &book.Image{Src: "picture.png", Alt: alt, Decorative: decorative}}
	}
	const visual, described, sufficient, pages = `accessMode">visual`, `>alternativeText<`, `accessModeSufficient">textual<`, `>pageBreakMarkers<`
	for name, c := range map[string]struct {
		figure book.Block
		pages  bool
		states []string
		not    []string
	}{
		"text alone":  {nil, false, []string{sufficient}, []string{visual, described, pages}},
		"described":   {figure("x", false), false, []string{visual, described, sufficient}, []string{pages}},
		"undescribed": {figure("", false), false, []string{visual}, []string{described, sufficient}},
		"decorative":  {figure("", true), true, []string{visual, described, sufficient, pages}, nil},
	} {
		fsys := folder(generate.Files{"a.md": []byte("---\ntitle: T\nlang: en\n---\n\nText enough for a page.\n")})
		_, images := sample(t)
		fsys["picture.png"] = images["picture.png"]
		v := arranged(t, fsys, "a.md")
		if c.figure != nil {
			add(v, c.figure)
		}
		opt := epub.Options{Files: fsys, Cover: aCover(t, fsys)} // the cover is no image of the text
		if c.pages {
			opt.Pages = pageMap(v)
		}
		opf := unzipped(t, written(t, v, opt))["EPUB/package.opf"]
		for _, s := range c.states {
			if !strings.Contains(opf, s) {
				t.Errorf("%s: %s is not stated", name, s)
			}
		}
		for _, s := range c.not {
			if strings.Contains(opf, s) {
				t.Errorf("%s: %s is stated", name, s)
			}
		}
		if strings.Contains(opf, "conformsTo") {
			t.Errorf("%s: conformance is claimed, and nobody vouches for it", name)
		}
	}
}

// TestLanguages: a language that does not exist, or a tag that is none, marks nothing.
func TestLanguages(t *testing.T) {
	for tag, kept := range map[string]bool{
		"fr": true, "en-GB": true, "de-1996": true, "zh-Hant": true, "grc": true,
		"xx": false, "xx-not-a-tag": false, "123": false, "": false, "x-private": false, "fr-": false, "\"><b": false,
	} {
		v, fsys := sample(t)
		span := &book.Span{Attr: book.Attr{Lang: tag}, Inlines: []book.Inline{&book.Text{Value: "marked"}}}
		add(v, &book.Paragraph{Inlines: []book.Inline{span}})
		file := unzipped(t, written(t, v, epub.Options{Files: fsys}))["EPUB/xhtml/titlepage.xhtml"]
		want := "<span>marked"
		if kept {
			want = `<span lang="` + tag + `" xml:lang="` + tag + `">marked`
		}
		if !strings.Contains(file, want) {
			t.Errorf("%q: no %s in\n%s", tag, want, file)
		}
	}
}

// TestContentsHaveNoEmptyEntry: a heading of nothing but an image is listed by its
// alternative text.
func TestContentsHaveNoEmptyEntry(t *testing.T) {
	_, images := sample(t)
	fsys := folder(generate.Files{"a.md": []byte("---\ntitle: T\nlang: en\n---\n\n## ![](picture.png){alt=\"A gate\"}\n\nText.\n\n## ![](picture.png){alt=\"\"}\n\nText.\n")})
	fsys["picture.png"] = images["picture.png"]
	nav := unzipped(t, written(t, arranged(t, fsys, "a.md"), epub.Options{Files: fsys}))["EPUB/nav.xhtml"]
	if !strings.Contains(nav, `#a1-s1">A gate</a>`) || !strings.Contains(nav, `#a1-s2">…</a>`) {
		t.Error(nav)
	}
}
