package press

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cahier/book"
	"cahier/book/clean"
	"cahier/book/epub"
	"cahier/book/pdf"
)

const head = "---\ntitle: T\nlang: en\n---\n\n"

// folder is a book's files by name; the first that exists of book.yaml and article.md is
// built.
type folder map[string]string

func article(body string) folder { return folder{"article.md": head + body} }

// manuscripts holds, for every code that a manuscript can bring about, one that does.
var manuscripts = map[book.Code]folder{
	book.CodeUnreadable:     {"article.md": ""},
	book.CodeEncoding:       article("Caf\xe9.\n"),
	book.CodeControl:        article("Ring \a here.\n"),
	book.CodeYAML:           {"article.md": "---\ntitle: \"open\n---\n\nText.\n"},
	book.CodeUnknownKey:     {"book.yaml": "title: T\nlang: en\nstlye: x\ncontents: [a.md]\n", "a.md": head + "Text.\n"},
	book.CodeUnknownField:   {"article.md": "---\ntitle: T\nlang: en\neditro: X\n---\n\nText.\n"},
	book.CodeBadValue:       {"article.md": "---\ntitle: T\nlang: en\nnotes: {place: nowhere}\n---\n\nText.\n"},
	book.CodeTitleMissing:   {"article.md": "---\nlang: en\n---\n\nText.\n"},
	book.CodeLangMissing:    {"article.md": "---\ntitle: T\n---\n\nText.\n"},
	book.CodeLimit:          article(strings.Repeat(">", 5000) + " deep\n"),
	book.CodeRawHTML:        article("<div>raw</div>\n"),
	book.CodeActiveLink:     article("[x](javascript:y)\n"),
	book.CodeFileMissing:    article("![A](none.png)\n"),
	book.CodeFileForbidden:  article("![A](../x.png)\n"),
	book.CodeFileRepeated:   {"book.yaml": "title: T\nlang: en\ncontents: [a.md, a.md]\n", "a.md": head + "Text.\n"},
	book.CodeOutputRepeated: {"book.yaml": "title: T\nlang: en\noutputs: [epub, epub]\ncontents: [a.md]\n", "a.md": head + "Text.\n"},
	book.CodeNoteMissing:    article("Called[^1].\n"),
	book.CodeNoteUnused:     article("Text.\n\n[^1]: A note.\n"),
	book.CodeNoteEmpty:      article("Text[^1].\n\n[^1]:\n"),
	book.CodeNoteInNote:     article("Text[^1].\n\n[^1]: A note[^1].\n"),
	book.CodeNoteRepeated:   article("Text[^1].\n\n[^1]: One.\n\n[^1]: Two.\n"),
	book.CodeIDRepeated:     article("## A {#x}\n\n## B {#x}\n"),
	book.CodeLinkMissing:    article("[x](#nowhere)\n"),
	book.CodeImageAlt:       {"article.md": head + "![](p.png)\n", "p.png": onePixel},
	book.CodeDivUnclosed:    article("::: epigraph\nText.\n"),
	book.CodeArticleEmpty:   article(""),
	book.CodeHeadingEmpty:   article("Text.\n\n## The end\n"),
	book.CodeMarkdownKept:   article("See [the text][q].\n"),
	book.CodeSourceMissing:  article("[@nobody]\n"),
	book.CodeSourceRepeated: {"article.md": "---\ntitle: T\nlang: en\nreferences: [{id: a, title: A}, {id: a, title: B}]\n---\n\n[@a]\n"},
	book.CodeSourceBad:      {"article.md": "---\ntitle: T\nlang: en\nreferences: [{title: A}]\n---\n\nText.\n"},
	book.CodeSourceUntitled: {"article.md": "---\ntitle: T\nlang: en\nreferences: [{id: a}]\n---\n\n[@a]\n"},
	book.CodeLangUnknown:    {"article.md": "---\ntitle: T\nlang: is\n---\n\nText.\n"},
	book.CodeOverfull:       article(strings.Repeat("w", 300) + "\n"),
	book.CodeGlyphMissing:   article("A \U0001F600.\n"),
	book.CodeScript:         article("שלום\n"),
	book.CodeFont:           {"article.md": "---\ntitle: T\nlang: en\nprint: {face.text: mine.ttf}\n---\n\nText.\n", "mine.ttf": "no font"},
	book.CodeStyle:          {"article.md": "---\ntitle: T\nlang: en\nstyle: nosuch\n---\n\nText.\n"},
	book.CodeImageBad:       {"article.md": head + "![A](p.png){alt=a}\n", "p.png": "no image"},
	book.CodeImageLow:       {"article.md": head + "![A](p.png){alt=a width=100%}\n", "p.png": onePixel},
	book.CodePagesMissing:   article("שלום\n"),
	book.CodeCoverMissing:   {"article.md": "---\ntitle: שלום\nlang: en\n---\n\nText.\n"},
	book.CodeSheet:          {"article.md": head + "Text.\n"}, // on a sheet that is too small: see tooLarge
}

// onePixel is a grey PNG of one pixel.
const onePixel = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\b\x00\x00\x00\x00:~\x9bU\x00\x00\x00\nIDATx\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82"

// Every code is brought about by something, and by nothing but what it says: the list of
// codes is walked, so that a new one needs its case here.
func TestEveryCode(t *testing.T) {
	for _, code := range book.Codes {
		t.Run(string(code), func(t *testing.T) {
			problems := problemsFor(t, code)
			for _, p := range problems {
				if p.Code == code {
					if p.Message == "" || strings.HasSuffix(p.Message, ".") {
						t.Errorf("message %q", p.Message)
					}
					return
				}
			}
			t.Errorf("found only %v", problems)
		})
	}
}

func problemsFor(t *testing.T, code book.Code) book.Problems {
	t.Helper()
	switch code {
	case book.CodePDF:
		ps, err := pdf.Check(strings.NewReader("%PDF-1.4\nbroken"), 15)
		if err != nil {
			t.Fatal(err)
		}
		return ps
	case book.CodeEPUB, book.CodeEPUBWeak:
		return weakEPUB(t)
	case book.CodeEPUBRemark:
		return shortNote(t)
	case book.CodeCleanDoubt:
		_, ps := clean.Clean([]byte("A title\n\nSome text that calls a note 10congrès twice, and goes on for a while.\n\nMore of it.\n"), clean.Options{Name: "x.txt"})
		return ps
	}
	files, ok := manuscripts[code]
	if !ok {
		t.Fatalf("no manuscript brings about %s", code)
	}
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	ms, problems, err := Read(dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer ms.Close()
	run := Start(context.Background(), ms, problems, Options{Settings: tooLarge(code)})
	switch code {
	case book.CodePagesMissing, book.CodeCoverMissing:
		run.EPUB(false)
	case book.CodeSheet:
		run.Booklet()
	case book.CodeOutputRepeated:
		run.All()
	default:
		run.Check()
	}
	return run.Problems()
}

// tooLarge ask for a trim size that no sheet of A4 holds twice.
func tooLarge(code book.Code) []book.Setting {
	if code != book.CodeSheet {
		return nil
	}
	return []book.Setting{{Key: "paper", Value: "300x400mm"}}
}

// shortNote are the problems of a book whose note is one word.
func shortNote(t *testing.T) book.Problems {
	t.Helper()
	ms, problems, err := Read("-", strings.NewReader(head+"Text[^1].\n\n[^1]: Ibid.\n"))
	if err != nil {
		t.Fatal(err)
	}
	f := Start(context.Background(), ms, problems, Options{}).EPUB(false)
	ps, err := epub.Check(bytes.NewReader(f.Data), int64(len(f.Data)))
	if err != nil {
		t.Fatal(err)
	}
	return ps
}

// weakEPUB are the problems of a book that is an EPUB by name alone.
func weakEPUB(t *testing.T) book.Problems {
	t.Helper()
	ms, problems, err := Read(seed, nil)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	defer ms.Close()
	f := Start(context.Background(), ms, nil, Options{NoPages: true, NoCover: true}).EPUB(false)
	bare := bytes.ReplaceAll(f.Data, []byte("mimetype"), []byte("mimetipe"))
	ps, err := epub.Check(bytes.NewReader(bare), int64(len(bare)))
	if err != nil {
		t.Fatal(err)
	}
	return ps
}
