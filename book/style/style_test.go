package style

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"cahier/book"
	"cahier/book/unit"
	"cahier/styles"
)

var embedded = []fs.FS{styles.FS}

func TestEveryEmbeddedStyleLoads(t *testing.T) {
	names := Names(embedded)
	if len(names) < 4 {
		t.Fatalf("styles: %v", names)
	}
	for _, name := range names {
		d, ps := Load(embedded, name, nil)
		if len(ps) > 0 {
			t.Errorf("%s: %v", name, ps)
		}
		p := d.Print
		if p.Inner+p.Measure+p.Outer != p.Paper.Width || p.Top+unit.Length(p.Lines)*p.Blocks.Text.Leading+p.Bottom != p.Paper.Height {
			t.Errorf("%s: margins, measure and lines do not make the paper: %+v", name, p)
		}
	}
}

// Nothing of the page is decided in code: classic names every key that is not a block's,
// and each block.
func TestClassicNamesEveryMeasure(t *testing.T) {
	var ps book.Problems
	d, sh := Design{Name: "classic"}, sheet{}
	d.read(embedded, "classic", sh, &ps)
	for _, k := range pageKeys {
		if _, ok := sh[k]; !ok {
			t.Errorf("classic does not say %s", k)
		}
	}
	for _, k := range keys {
		if _, ok := sh[k.name]; !ok {
			t.Errorf("classic does not say %s", k.name)
		}
	}
	for _, b := range blocks {
		said := false
		for k := range sh {
			said = said || strings.HasPrefix(k, b.name+".")
		}
		if !said {
			t.Errorf("classic does not say how to set %s", b.name)
		}
	}
}

func TestClassicPage(t *testing.T) {
	d, ps := Load(embedded, "", nil)
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	p := d.Print
	if p.Lines != 34 || !near(p.Measure, 112*unit.Millimetre) || p.Blocks.Text.Size != 11*unit.Point || p.Blocks.Text.Leading != 14*unit.Point {
		t.Errorf("classic is %d lines of %s, %s on %s", p.Lines, p.Measure, p.Blocks.Text.Size, p.Blocks.Text.Leading)
	}
	for _, m := range []struct {
		name      string
		got, want unit.Length
	}{{"inner", p.Inner, 16 * unit.Millimetre}, {"outer", p.Outer, 20 * unit.Millimetre}, {"top", p.Top, 18 * unit.Millimetre}} {
		if !near(m.got, m.want) {
			t.Errorf("%s margin is %s, want %s", m.name, m.got, m.want)
		}
	}
	if p.Blocks.Note.Size != 9*unit.Point || p.Blocks.Note.Leading != 11*unit.Point {
		t.Errorf("notes are %s on %s", p.Blocks.Note.Size, p.Blocks.Note.Leading)
	}
}

func TestOverrides(t *testing.T) {
	load := func(kv ...string) (Print, book.Problems) {
		var list []book.Setting
		for i := 0; i < len(kv); i += 2 {
			list = append(list, book.Setting{Pos: book.Pos{File: "book.yaml", Line: i + 1}, Key: kv[i], Value: kv[i+1]})
		}
		d, ps := Load(embedded, "classic", list)
		return d.Print, ps
	}
	if p, _ := load("size", "12pt"); p.Blocks.Text.Leading != 15*unit.Point+unit.Point/4 {
		t.Errorf("12pt carries a leading of %s", p.Blocks.Text.Leading)
	}
	if p, _ := load("size", "12pt", "leading", "14pt"); p.Blocks.Text.Leading != 14*unit.Point {
		t.Errorf("leading is %s", p.Blocks.Text.Leading)
	}
	if p, _ := load("paper", "a4"); p.Measure != 33*11*unit.Point {
		t.Errorf("measure on A4 is %s", p.Measure)
	}
	if p, _ := load("paper", "6x9in"); p.Paper.Width != 6*unit.Inch {
		t.Errorf("paper is %v", p.Paper)
	}
	for _, bad := range []struct{ key, value, message, hint string }{
		{"sise", "12pt", "no key", `"size"`},
		{"paper", "a19", "no paper", "a5"},
		{"size", "12", "needs a unit", "11pt"},
		{"size", "2pt", "out of bounds", "from 4pt to 288pt"},
		{"measure", "200mm", "a measure of 200 mm does not fit on paper 148 mm wide", "narrower"},
		{"leading", "90pt", "lines, fewer than", "smaller"},
		{"opening.page", "verso", "not possible", "one of recto, new"},
		{"quote.left", "110mm", "indents leave quote", "indents"},
		{"space.expand", "20%", "out of bounds", "from 0% to 5%"},
		{"margins.inner", "5mm", "no key", `"canon.inner"`},
		{"heads.colouring", "red", "no key", "heads has place, rise"},
		{"wibble", "5mm", "no key", "cahier help style"},
		{"heads.place", "uoter", "not possible", `"outer"`},
		{"columns", "0", "out of bounds", ""},
		{"columns", "4", "less than", "fewer columns"},
		{"gutter", "-1mm", "out of bounds", ""},
		{"numbers.restart", "never", "not possible", "one of page, article"},
	} {
		_, ps := load(bad.key, bad.value)
		if len(ps) != 1 || !strings.Contains(ps[0].Message, bad.message) || !strings.Contains(ps[0].Hint, bad.hint) {
			t.Errorf("%s: %s gives %q", bad.key, bad.value, ps)
		}
	}
}

func TestInheritance(t *testing.T) {
	own := fstest.MapFS{
		"classic/print.yaml": {Data: []byte("inherit: classic\nsize: 12pt\n")},
		"round/print.yaml":   {Data: []byte("inherit: round\n")},
		"wrong/print.yaml":   {Data: []byte("inherit: classic\nquote: {lefft: 1em}\n")},
		"broken/print.yaml":  {Data: []byte("quote: {left: [\n")},
		"heavy/print.yaml":   {Data: []byte("inherit: classic\n")},
		"heavy/epub.css":     {Data: make([]byte, fileMax+1)},
	}
	folders := []fs.FS{own, styles.FS}
	if d, ps := Load(folders, "classic", nil); len(ps) > 0 || d.Print.Blocks.Text.Size != 12*unit.Point {
		t.Errorf("a book's own classic: %v, %s", ps, d.Print.Blocks.Text.Size)
	}
	for name, want := range map[string]book.Code{
		"round": book.CodeStyle, "wrong": book.CodeUnknownKey, "broken": book.CodeYAML, "heavy": book.CodeStyle, "none": book.CodeStyle, "../x": book.CodeStyle,
	} {
		_, ps := Load(folders, name, nil)
		if len(ps) == 0 || ps[0].Code != want {
			t.Errorf("%s: %v, want %s", name, ps, want)
		}
	}
}

// near allows for a millimetre being no whole number of units.
func near(a, b unit.Length) bool { return a-b < 64 && b-a < 64 }
