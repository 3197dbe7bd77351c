package typeset_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"cahier/book"
	"cahier/book/typeset"
	"cahier/fonts"
)

// Whatever a manuscript asks for, every word of it stands on the pages, in order, and the
// pages end.
func TestTorture(t *testing.T) {
	word := strings.Repeat("ab", 150)
	for _, c := range []struct {
		name, body string
		settings   []string
		overfull   bool
		wide       bool // more than the paper can hold
	}{
		{name: "a word of 300 letters", body: "Before " + word + " after.\n", overfull: true},
		{name: "a paragraph of 100,000 words", body: prose(100_000, 1) + "\n"},
		{name: "a measure of 3 cm", body: prose(400, 2) + "\n\n> " + prose(60, 3) + "\n\n1. " + prose(30, 4) + "\n   - " + prose(30, 5) + "\n",
			settings: []string{"measure=30mm", "paper=a6"}, overfull: true},
		{name: "60 notes on one page", body: manyNotes(60, 2)},
		{name: "a note longer than a page", body: "Text[^1].\n\n" + prose(300, 6) + "\n\n[^1]: " + prose(1500, 7) + "\n"},
		{name: "60 long notes in one paragraph", body: manyNotes(60, 40)},
		{name: "a table of 40 columns", body: wideTable(40, 6), overfull: true, wide: true},
		{name: "a table of 300 rows", body: wideTable(3, 300)},
		{name: "500 headings in a row", body: headings(500)},
		{name: "500 headings at the end", body: "Text.\n\n" + headings(500)},
		{name: "headings at the end in columns", body: prose(900, 6) + "\n\n" + headings(2), settings: []string{"paper=a4", "measure=170mm", "columns=2"}},
		{name: "an empty article", body: "\n"},
		{name: "a list 12 deep", body: deepList(12), overfull: true},
		{name: "quotations 20 deep", body: strings.Repeat("> ", 20) + prose(40, 8) + "\n", overfull: true},
		{name: "a long note, a wide table and an opening in columns", body: "Text[^1].\n\n" + wideTable(9, 30) + "\n" + prose(900, 6) + "\n\n[^1]: " + prose(2500, 7) + "\n",
			settings: []string{"paper=a4", "measure=170mm", "columns=3"}, overfull: true},
		{name: "one letter in four columns", body: "A\n", settings: []string{"paper=a4", "measure=180mm", "columns=4"}},
		{name: "a heading longer than a page", body: "## " + prose(1200, 3) + "\n\nText.\n"},
		{name: "a heading longer than a page in columns", body: "## " + prose(1200, 3) + "\n\nText.\n", settings: []string{"paper=a4", "measure=170mm", "columns=2"}},
		{name: "one letter", body: "A\n"},
		{name: "breaks alone", body: "***\n\n***\n\n***\n"},
		{name: "code of one long line", body: "```\n" + strings.Repeat("x", 20_000) + "\n```\n"},
		{name: "empty code", body: "```\n\n\n```\n"},
		{name: "verse of 400 lines", body: strings.Repeat("| a line of verse\n", 400)},
		{name: "a note of a list alone", body: "Text[^1].\n\n[^1]: - one\n    - two\n"},
		{name: "soft hyphens", body: "The incom\u00adpre\u00adhen\u00adsible " + strings.Repeat("unbe\u00adliev\u00adable ", 60) + "\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := article(t, "en", c.body)
			comp, ps := typeset.Compose(v, design(t, "classic", c.settings...), library(t), typeset.Options{})
			for _, p := range ps {
				if p.Code != book.CodeOverfull || !c.overfull {
					t.Errorf("problem: %v", p)
				}
			}
			checkStructure(t, comp)
			got, want := fold(typeset.Text(comp)), fold(strings.ReplaceAll(volumeText(v, comp), "\u00ad", ""))
			if got != want {
				t.Errorf("text was lost or moved: %s", difference(got, want))
			}
			checkInside(t, comp, c.wide)
		})
	}
}

// checkInside checks that lines of type stand on the paper; wide ones may leave it.
func checkInside(t *testing.T, c *typeset.Composition, wide bool) {
	t.Helper()
	for _, p := range c.Pages {
		for _, it := range p.Items {
			r, ok := it.(*typeset.Run)
			if !ok {
				continue
			}
			if r.Y < 0 || r.Y > p.Height || r.X < 0 || r.X > p.Width && !wide {
				text, _ := runText(r)
				t.Errorf("page %d: %q stands at %s, %s", p.Number, text, r.X, r.Y)
				return
			}
		}
	}
}

func manyNotes(n, words int) string {
	var sb strings.Builder
	for i := range n {
		fmt.Fprintf(&sb, "word[^%d] ", i)
	}
	sb.WriteString("\n\n")
	for i := range n {
		fmt.Fprintf(&sb, "[^%d]: %s\n\n", i, prose(words, i))
	}
	return sb.String()
}

func wideTable(columns, rows int) string {
	var sb strings.Builder
	line := func(cell func(c int) string) {
		for c := range columns {
			sb.WriteString("| " + cell(c) + " ")
		}
		sb.WriteString("|\n")
	}
	line(func(c int) string { return fmt.Sprintf("head %d", c) })
	line(func(int) string { return "---" })
	for r := range rows {
		line(func(c int) string { return fmt.Sprintf("cell %d of row %d", c, r) })
	}
	return sb.String()
}

func headings(n int) string {
	var sb strings.Builder
	for i := range n {
		fmt.Fprintf(&sb, "## Heading %d\n\n", i)
	}
	return sb.String()
}

func deepList(n int) string {
	var sb strings.Builder
	for i := range n {
		fmt.Fprintf(&sb, "%s- level %d of a list that goes on\n", strings.Repeat("  ", i), i)
	}
	return sb.String()
}

// What cannot be set is reported where it stands.
func TestProblems(t *testing.T) {
	for _, c := range []struct {
		body string
		code book.Code
		line int
		say  string
	}{
		{"Good.\n\nA שלום here.\n", book.CodeScript, 10, "right-to-left"},
		{"A 漢字 here.\n", book.CodeScript, 8, "Chinese"},
		{"A rocket 🚀 here.\n", book.CodeGlyphMissing, 8, "U+1F680"},
		{"Text[^1].\n\n[^1]: A rocket 🚀 in a note.\n", book.CodeGlyphMissing, 10, "U+1F680"},
		{"![Small](square.png){alt=x width=100%}\n", book.CodeImageLow, 8, "pixels to the inch"},
	} {
		head := "---\ntitle: Essay\nauthor: A. Writer\nlang: en\ndate: 2020-01-01\n---\n\n"
		files := fstest.MapFS{"a.md": {Data: []byte(head + c.body)}, "square.png": {Data: square(t)}}
		_, ps := typeset.Compose(volume(t, files, "a.md"), design(t, "classic", "images.minimum=200"), library(t), typeset.Options{Images: files})
		found := false
		for _, p := range ps {
			found = found || p.Code == c.code && p.Pos.Line == c.line && strings.Contains(p.Message, c.say)
		}
		if !found {
			t.Errorf("%q: no %s on line %d in %v", c.body, c.code, c.line, ps)
		}
	}
}

func TestUnknownFont(t *testing.T) {
	c, ps := typeset.Compose(article(t, "en", "Text.\n"), design(t, "classic", "face.text=nothing"), library(t), typeset.Options{})
	if c != nil || len(ps) != 1 || ps[0].Code != book.CodeFont {
		t.Errorf("an unknown family gives %v", ps)
	}
}

// A book's own font files may be named by path; one that is none is a problem.
func TestFontsByPath(t *testing.T) {
	roman, err := fs.ReadFile(fonts.FS, "eb-garamond/EBGaramond_400Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	italic, err := fs.ReadFile(fonts.FS, "eb-garamond/EBGaramond_400Regular_Italic.ttf")
	if err != nil {
		t.Fatal(err)
	}
	folder := fstest.MapFS{"own/a.ttf": {Data: roman}, "own/b.ttf": {Data: italic}, "own/bad.ttf": {Data: []byte("none")}}
	v := article(t, "en", "Text and *more*.\n")
	c, ps := typeset.Compose(v, design(t, "classic", "face.text=own/a.ttf, own/b.ttf"), library(t), typeset.Options{Images: folder})
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	files := map[string]bool{}
	for _, p := range c.Pages {
		for _, it := range p.Items {
			if r, ok := it.(*typeset.Run); ok {
				files[r.Face.File()] = true
			}
		}
	}
	if !files["own/a.ttf"] || !files["own/b.ttf"] || len(files) != 2 {
		t.Errorf("set in %v", files)
	}
	for _, bad := range []string{"own/bad.ttf", "own/none.ttf", "../a.ttf"} {
		if _, ps := typeset.Compose(v, design(t, "classic", "face.text="+bad), library(t), typeset.Options{Images: folder}); len(ps) != 1 || ps[0].Code != book.CodeFont {
			t.Errorf("%s gives %v", bad, ps)
		}
	}
}
