package typeface

import (
	"strings"
	"testing"

	"cahier/fonts"
)

// garamond opens an embedded face.
func garamond(t testing.TB, s Style) *Face {
	t.Helper()
	return embedded(t, "EB Garamond", s)
}

func embedded(t testing.TB, family string, s Style) *Face {
	t.Helper()
	l, err := Open(fonts.FS)
	if err != nil {
		t.Fatal(err)
	}
	f, err := l.Family(family)
	if err != nil {
		t.Fatal(err)
	}
	face, err := f.Face(s)
	if err != nil {
		t.Fatal(err)
	}
	return face
}

func join(glyphs []Glyph) string {
	var b strings.Builder
	for _, g := range glyphs {
		b.WriteString(g.Text)
	}
	return b.String()
}

// settings is every combination of features that a page uses.
func settings() []Setting {
	var all []Setting
	for figures := OldStyleFigures; figures <= DefaultFigures; figures++ {
		for caps := PlainCaps; caps <= CaseSensitive; caps++ {
			for level := OnLine; level <= Inferior; level++ {
				all = append(all, Setting{Lang: "fr", Figures: figures, Caps: caps, Level: level})
			}
		}
	}
	return append(all, Setting{NoLigatures: true, NoKerning: true}, Setting{Lang: "tr"}, Setting{Lang: "ro"})
}

func TestTextOfGlyphsIsTheText(t *testing.T) {
	texts := []string{
		"office", "affluent", "«\u00a0fi\u202f!\u00a0»", "l’œuvre", "e\u0301te\u0301", "AVATAR", "1984", "Ça", "ﬁn",
		"a\u0308\u0323b", "\u0301", "Ελλάδα", "Пётр", "aЖβ", "x\u200dy", "\u200b", "日本", "\U0001F600fi", "q\u0303\u0324", " ", "a b",
	}
	long := []string{strings.Repeat("fi", 3000), strings.Repeat("e\u0301", 2000), "a" + strings.Repeat("\u0301", 5000)}
	for _, family := range []string{"EB Garamond", "Source Code Pro", "Atkinson Hyperlegible"} {
		for style := range styles {
			face := embedded(t, family, style)
			for i, s := range settings() {
				all := texts
				if i == 0 {
					all = append(long, texts...)
				}
				for _, text := range all {
					checkWord(t, face, s, text)
				}
			}
		}
	}
}

func checkWord(t *testing.T, face *Face, s Setting, text string) {
	t.Helper()
	w := face.Shape(text, s)
	if got := join(w.Glyphs); got != text {
		t.Fatalf("%s, %+v: %.40q came out as %.40q", face.PostScriptName(), s, text, got)
	}
	var sum int32
	for _, g := range w.Glyphs {
		sum += g.Advance
	}
	if sum != w.Advance {
		t.Errorf("%q: advance %d, glyphs add up to %d", text, w.Advance, sum)
	}
}
