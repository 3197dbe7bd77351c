package cover

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/jpeg"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"cahier/book"
	"cahier/book/layout"
	"cahier/book/picture"
	"cahier/book/typeface"
	"cahier/fonts"
)

func families(t testing.TB) []*typeface.Family {
	t.Helper()
	l, err := typeface.Open(fonts.FS)
	if err != nil {
		t.Fatal(err)
	}
	var list []*typeface.Family
	for _, name := range []string{"eb-garamond", "source-code-pro", "atkinson-hyperlegible"} {
		f, err := l.Family(name)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, f)
	}
	return list
}

func volume(title, subtitle, author, publisher string) *layout.Volume {
	v := &layout.Volume{}
	v.Front.Lang = "fr"
	v.Front.Title = []book.Inline{&book.Text{Value: title}}
	if subtitle != "" {
		v.Front.Subtitle = []book.Inline{&book.Text{Value: subtitle}}
	}
	if author != "" {
		v.Front.Contributors = []book.Contributor{{Role: book.RoleAuthor, Name: book.Name{Literal: author}}}
	}
	v.Front.Publisher = publisher
	v.Front.Date = book.Date{Year: 2018}
	return v
}

func decode(t *testing.T, img *picture.Image) *image.Gray {
	t.Helper()
	m, err := jpeg.Decode(bytes.NewReader(img.Data))
	if err != nil {
		t.Fatal(err)
	}
	return m.(*image.Gray)
}

// samples are titles of every length; CAHIER_COVERS names a folder to look at them in.
func samples() []*layout.Volume {
	return []*layout.Volume{
		volume("1917-1924\u00a0: apogée et déclin de la révolution", "", "Jean-Philippe Divès", "NPA"),
		volume("Non", "", "", ""),
		volume("Lectures de printemps", "Sept articles sur la ville, le travail et le temps", "Claire Aubin, Paul Merle", "Les Cahiers du soir"),
		volume(strings.Repeat("Un titre qui n’en finit pas, ", 30), "et un sous-titre", "Une personne au nom fort long de Quelque-Part-sur-Loire", ""),
		volume("Anticonstitutionnellementissimement", "", "A. B.", "C"),
	}
}

func TestMake(t *testing.T) {
	for i, v := range samples() {
		img, err := Make(v, Options{Families: families(t)})
		if err != nil {
			t.Fatal(err)
		}
		if dir := os.Getenv("CAHIER_COVERS"); dir != "" {
			os.WriteFile(fmt.Sprintf("%s/cover-%d.jpg", dir, i), img.Data, 0o644)
		}
		m := decode(t, img)
		if m.Rect.Dx() != Width || m.Rect.Dy() != Height {
			t.Errorf("cover %d is %v", i, m.Rect)
		}
		// Nothing is drawn over the margins of the panel.
		for y := 40; y < Height*panelTenth/10-40; y++ {
			for _, x := range []int{20, Width - 20} {
				if g := m.GrayAt(x, y).Y; g > panel+24 {
					t.Fatalf("cover %d: text at %d, %d (grey %d)", i, x, y, g)
				}
			}
		}
	}
}

// What is known of a date only about, or as a span, is not told as a year.
func TestSourceDatesAsTheTitlePage(t *testing.T) {
	for _, tc := range []struct {
		date book.Date
		want string
	}{
		{book.Date{Year: 1917, Month: 10}, "NPA, 1917"},
		{book.Date{Year: 1917, Circa: true}, "NPA, vers 1917"},
		{book.Date{Year: 1917, End: &book.Date{Year: 1924}}, "NPA, 1917–1924"},
		{book.Date{Literal: "été 1917"}, "NPA, été 1917"},
		{book.Date{}, "NPA"},
	} {
		if got := source(&book.FrontMatter{Lang: "fr", Publisher: "NPA", Date: tc.date}); got != tc.want {
			t.Errorf("%v: %q, not %q", tc.date, got, tc.want)
		}
	}
}

// At a hundred pixels the title's strokes must still differ from the panel.
func TestMakeIsLegibleSmall(t *testing.T) {
	img, err := Make(samples()[0], Options{Families: families(t)})
	if err != nil {
		t.Fatal(err)
	}
	m := decode(t, img)
	const factor = Width / 100
	bright := 0
	for y := 20; y < 100; y++ {
		for x := 8; x < 92; x++ {
			sum := 0
			for dy := range factor {
				for dx := range factor {
					sum += int(m.GrayAt(x*factor+dx, y*factor+dy).Y)
				}
			}
			if sum/(factor*factor) > 140 {
				bright++
			}
		}
	}
	if bright < 200 {
		t.Errorf("only %d pixels of a thumbnail are bright", bright)
	}
}

func TestMakeGivesTheSameBytes(t *testing.T) {
	first, err := Make(samples()[2], Options{Families: families(t)})
	if err != nil {
		t.Fatal(err)
	}
	second, err := Make(samples()[2], Options{Families: families(t)})
	if err != nil || !bytes.Equal(first.Data, second.Data) {
		t.Fatal("two covers of one volume differ", err)
	}
	// The same on every machine: change the sum only with the design.
	if sum := fmt.Sprintf("%x", sha256.Sum256(first.Data))[:16]; sum != "05d680562486ded7" {
		t.Errorf("the cover's bytes are %s", sum)
	}
}

func TestOfTakesTheGivenImage(t *testing.T) {
	var png bytes.Buffer
	jpeg.Encode(&png, image.NewGray(image.Rect(0, 0, 30, 40)), nil)
	fsys := fstest.MapFS{"c.jpg": {Data: png.Bytes()}, "c.svg": {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 3"/>`)}}
	v := samples()[0]
	for src, want := range map[string]book.Code{"c.jpg": "", "c.svg": book.CodeImageBad, "none.jpg": book.CodeFileMissing, "../c.jpg": book.CodeFileForbidden} {
		v.Front.Cover = src
		img, problems := Of(v, Options{Files: fsys})
		if want == "" && (img == nil || img.Width != 30 || problems != nil) {
			t.Errorf("%s: %v, %v", src, img, problems)
		}
		if want != "" && (img != nil || len(problems) != 1 || problems[0].Code != want) {
			t.Errorf("%s: %v, want %s", src, problems, want)
		}
	}
}

func TestOfSaysWhatNoFaceHas(t *testing.T) {
	img, problems := Of(volume("革命", "", "", ""), Options{Families: families(t)})
	if img != nil || len(problems) != 1 || problems[0].Code != book.CodeCoverMissing || problems[0].Severity() != book.Warning {
		t.Errorf("%v, %v", img, problems)
	}
}

func TestBreakLinesIsEven(t *testing.T) {
	words := make([]word, 6)
	for i := range words {
		words[i].width = 1000
	}
	// Five words fit on a line of this measure; three and three are more even.
	lines := breakLines(words, 600, 100)
	if len(lines) != 2 || len(lines[0].words) != 3 {
		t.Errorf("%d lines, the first of %d words", len(lines), len(lines[0].words))
	}
}

// A square of exact size fills its pixels fully and half pixels by half.
func TestGlyphFillsByArea(t *testing.T) {
	c := newCanvas(4, 4)
	at := func(x, y int) typeface.Point { return typeface.Point{X: x, Y: y} }
	line := func(a, b typeface.Point) typeface.Curve { return typeface.Curve{From: a, Control: a, To: b} }
	a, b, d, e := at(100, 100), at(250, 100), at(250, 300), at(100, 300)
	c.glyph([]typeface.Curve{line(a, b), line(b, d), line(d, e), line(e, a)}, 0, 4*sub, 1, 100, 255)
	for y, want := range [][4]uint8{{}, {0, 255, 128, 0}, {0, 255, 128, 0}, {}} {
		if got := [4]uint8(c.img.Pix[4*y : 4*y+4]); got != want {
			t.Errorf("row %d: %v, want %v", y, got, want)
		}
	}
}

func BenchmarkMake(b *testing.B) {
	f, v := families(b), samples()[0]
	for b.Loop() {
		if _, err := Make(v, Options{Families: f}); err != nil {
			b.Fatal(err)
		}
	}
}

// Editors are not taken for authors: the cover says what they did in the book's language.
func TestBylineOfEditors(t *testing.T) {
	people := func(role book.Role, names ...string) (list []book.Contributor) {
		for _, n := range names {
			list = append(list, book.Contributor{Role: role, Name: book.Name{Literal: n}})
		}
		return list
	}
	for _, c := range []struct {
		lang string
		who  []book.Contributor
		want string
	}{
		{"en", people(book.RoleEditor, "Ann Lee"), "Edited by Ann Lee"},
		{"de", people(book.RoleEditor, "A", "B"), "Herausgegeben von A und B"},
		{"en", people(book.RoleEditor, "A", "B", "C", "D", "E"), "Edited by A, B, C, D, …"},
		{"en", append(people(book.RoleEditor, "Ann Lee"), people(book.RoleAuthor, "Bo Ray", "C")...), "Bo Ray, C"},
		{"en", people(book.RoleTranslator, "T"), ""},
	} {
		if got := byline(&book.FrontMatter{Lang: c.lang, Contributors: c.who}); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
