package typeface

import (
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
)

func ids(w Word) (list []uint16) {
	for _, g := range w.Glyphs {
		list = append(list, g.ID)
	}
	return list
}

func texts(w Word) string {
	var parts []string
	for _, g := range w.Glyphs {
		parts = append(parts, g.Text)
	}
	return strings.Join(parts, "|")
}

func TestFeaturesOfTheTextFace(t *testing.T) {
	face := garamond(t, Roman)
	shape := func(text string, s Setting) Word { return face.Shape(text, s) }
	natural := func(w Word) (sum int32) {
		for _, g := range w.Glyphs {
			sum += int32(face.Advance(g.ID))
		}
		return sum
	}
	if got := texts(shape("office", Setting{})); got != "o|ffi|c|e" {
		t.Errorf("ligature: %s", got)
	}
	if got := texts(shape("office", Setting{NoLigatures: true})); got != "o|f|f|i|c|e" {
		t.Errorf("no ligature: %s", got)
	}
	if got := texts(shape("fi", Setting{Lang: "tr"})); got != "f|i" {
		t.Errorf("Turkish: %s", got)
	}
	if w := shape("AVATAR", Setting{}); w.Advance >= natural(w) {
		t.Errorf("AVATAR is %d wide, unkerned %d", w.Advance, natural(w))
	}
	if w := shape("AVATAR", Setting{NoKerning: true}); w.Advance != natural(w) {
		t.Errorf("AVATAR without kerning is %d wide, want %d", w.Advance, natural(w))
	}
	tabular := shape("0123456789", Setting{Figures: TabularFigures})
	for _, g := range tabular.Glyphs {
		if g.Advance != tabular.Glyphs[0].Advance {
			t.Errorf("tabular %s is %d wide", g.Text, g.Advance)
		}
	}
	forms := map[string]bool{}
	for _, s := range []Setting{{}, {Figures: LiningFigures}, {Figures: TabularFigures}, {Figures: TabularOldStyleFigures}, {Level: Superior}, {Level: Inferior}} {
		forms[string(rune(ids(shape("3", s))[0]))] = true
	}
	if len(forms) != 6 {
		t.Errorf("six settings give %d forms of a figure", len(forms))
	}
	lower, small := shape("voltaire", Setting{}), shape("voltaire", Setting{Caps: SmallCaps})
	if slices.Equal(ids(lower), ids(small)) || join(small.Glyphs) != "voltaire" {
		t.Error("small capitals are not")
	}
	capitals, small := shape("VOLTAIRE", Setting{}), shape("VOLTAIRE", Setting{Caps: AllSmallCaps})
	if capitals.Advance <= small.Advance || join(small.Glyphs) != "VOLTAIRE" {
		t.Error("capitals do not become small capitals")
	}
}

func TestHyphenOfALineBreak(t *testing.T) {
	for family, hyphen := range map[string]rune{"EB Garamond": '-', "Atkinson Hyperlegible": '-'} {
		face := embedded(t, family, Roman)
		w := face.Shape("Ty\u00ad", Setting{})
		if got := texts(w); got != "T|y|\u00ad" {
			t.Errorf("%s: texts %+q", family, got)
		}
		if plain := face.Shape("Ty"+string(hyphen), Setting{}); !slices.Equal(ids(w), ids(plain)) || w.Advance != plain.Advance {
			t.Errorf("%s: the hyphen is another or not kerned", family)
		}
		if got := join(face.Shape("a\u00adb\ufeffc", Setting{}).Glyphs); got != "abc" {
			t.Errorf("%s: a soft hyphen inside: %+q", family, got)
		}
	}
}

func TestSpaces(t *testing.T) {
	face := garamond(t, Roman)
	em, natural := int32(face.UnitsPerEm()), int32(face.SpaceAdvance())
	for _, c := range []struct {
		text string
		s    Setting
		want int32
	}{
		{"\u00a0", Setting{}, natural}, {"\u00a0", Setting{FixedSpace: 123}, 123},
		{"\u202f", Setting{}, em / 6}, {"\u202f", Setting{NarrowSpace: 45}, 45},
		{" ", Setting{FixedSpace: 1, NarrowSpace: 1}, natural}, {"\u2003", Setting{}, em}, {"\u2009", Setting{}, em / 6},
	} {
		w := face.Shape("a"+c.text+"b", c.s)
		if g := w.Glyphs[1]; g.Advance != c.want || g.ID != face.SpaceGlyph() || g.Text != c.text || w.Missing {
			t.Errorf("%+q with %+v: %+v, want advance %d", c.text, c.s, g, c.want)
		}
	}
}

func TestLacks(t *testing.T) {
	for _, c := range []struct {
		family, text string
		s            Setting
		want         string
	}{
		{"EB Garamond", "Voltaire, œuvres", Setting{Caps: SmallCaps}, ""},
		{"EB Garamond", "Gesellschaft, Griff, fix, jung", Setting{Caps: SmallCaps, Lang: "de"}, ""}, // its German f has none
		{"EB Garamond", "Gesellschaft", Setting{Caps: AllSmallCaps, Lang: "de-CH"}, ""},
		{"EB Garamond", "Gesellschaft", Setting{Caps: SmallCaps, Lang: "de", NoLigatures: true}, ""},
		{"EB Garamond", "fil", Setting{Caps: SmallCaps, Lang: "tr"}, "i"}, // I without its dot is another letter
		{"EB Garamond", "Жук", Setting{Caps: SmallCaps}, "ук"},
		{"EB Garamond", "Жук", Setting{Caps: AllSmallCaps}, "Жук"},
		{"EB Garamond", "1207", Setting{Level: Superior}, ""},
		{"EB Garamond", "4e é", Setting{Level: Superior}, "é"},
		{"Atkinson Hyperlegible", "127", Setting{Level: Superior}, "127"}, // it has 1 to 4 alone
		{"Atkinson Hyperlegible", "Abba", Setting{Caps: SmallCaps}, "ba"},
		{"Atkinson Hyperlegible", "Abba", Setting{}, ""},
	} {
		if got := string(embedded(t, c.family, Roman).Shaper(c.s).Lacks(c.text)); got != c.want {
			t.Errorf("%s, %+v: %q lacks %q, want %q", c.family, c.s, c.text, got, c.want)
		}
	}
}

// TestShapingTogether shapes the same words from many goroutines while the cache grows,
// and compares with a face that nobody shares.
func TestShapingTogether(t *testing.T) {
	shared, alone := garamond(t, Roman), garamond(t, Roman)
	var words []string
	for _, a := range prose {
		for _, b := range prose[:12] {
			words = append(words, a+b)
		}
	}
	var wg sync.WaitGroup
	for n := range 2 * runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range words {
				w := words[(i*(2*n+1))%len(words)]
				if got := shared.Shape(w, Setting{Lang: "fr"}); join(got.Glyphs) != w {
					t.Errorf("%q came out as %q", w, join(got.Glyphs))
				}
			}
		})
	}
	wg.Wait()
	for _, w := range words {
		a, b := shared.Shape(w, Setting{Lang: "fr"}), alone.Shape(w, Setting{Lang: "fr"})
		if a.Advance != b.Advance || !slices.Equal(a.Glyphs, b.Glyphs) {
			t.Errorf("%q is set otherwise when shared", w)
		}
		if again := shared.Shape(w, Setting{Lang: "fr"}); &again.Glyphs[0] != &a.Glyphs[0] {
			t.Errorf("%q was shaped twice", w)
		}
	}
}

func TestMetricsOfTheTextFace(t *testing.T) {
	roman, italic, bold := garamond(t, Roman).Metrics(), garamond(t, Italic).Metrics(), garamond(t, Bold).Metrics()
	if roman.UnitsPerEm != 1000 || roman.CapHeight != 650 || roman.XHeight != 400 || roman.Ascent != 1007 || roman.Descent != -298 {
		t.Errorf("roman: %+v", roman)
	}
	if roman.Italic || !italic.Italic || italic.ItalicAngle >= 0 || roman.Weight != 400 || bold.Weight != 700 || bold.StemV <= roman.StemV {
		t.Error("style and weight are misread")
	}
	if !embedded(t, "Source Code Pro", Roman).Metrics().FixedPitch || roman.FixedPitch {
		t.Error("fixed pitch is misread")
	}
}
