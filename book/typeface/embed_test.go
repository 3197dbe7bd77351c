package typeface

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// A subset for an EPUB must set its characters exactly as the whole face does, with every
// feature, and hold nothing of the others.
func TestSubsetTextSetsTheSame(t *testing.T) {
	texts := []string{"office", "fjord", "Qu’il", "AVATAR", "0123456789", "éàù", "ﬁ", "«oui»", "Straße", "e\u0301te", "H₂O"}
	chars := []rune(strings.Join(texts, ""))
	for _, family := range []string{"EB Garamond", "Source Code Pro", "Atkinson Hyperlegible"} {
		for _, style := range []Style{Roman, Italic} {
			face := embedded(t, family, style)
			same := map[uint16]bool{}
			data, err := face.SubsetText(chars)
			if err != nil {
				t.Fatal(err)
			}
			sub := checkedSubset(t, data)
			for _, s := range settings() {
				for _, text := range texts {
					a, b := face.Shape(text, s), sub.Shape(text, s)
					if !slices.Equal(a.Glyphs, b.Glyphs) {
						t.Fatalf("%s, %+v: %q is set otherwise", face.PostScriptName(), s, text)
					}
					for _, g := range a.Glyphs {
						if !same[g.ID] && !reflect.DeepEqual(drawn(face, g.ID), drawn(sub, g.ID)) {
							t.Fatalf("%s, %+v: a glyph of %q has no outline", face.PostScriptName(), s, text)
						}
						same[g.ID] = true
					}
				}
			}
			if len(data) > len(face.Data())/2 {
				t.Errorf("%s: %d of %d bytes are kept", face.PostScriptName(), len(data), len(face.Data()))
			}
			if g := sub.GlyphOf('ж'); g != 0 {
				t.Errorf("ж is mapped to %d", g)
			}
			slices.Reverse(chars)
			if again, _ := face.SubsetText(chars); !bytes.Equal(data, again) {
				t.Errorf("%s: the order of the characters shows", face.PostScriptName())
			}
		}
	}
}

func TestSubsetTextKeepsTheNotices(t *testing.T) {
	for family, want := range map[string]string{"EB Garamond": "EB Garamond", "Source Code Pro": renamed} {
		face := embedded(t, family, Roman)
		data, err := face.SubsetText([]rune("abc"))
		if err != nil {
			t.Fatal(err)
		}
		sub := checkedSubset(t, data)
		if sub.FamilyName() != want {
			t.Errorf("the family is called %q, want %q", sub.FamilyName(), want)
		}
		if sub.Copyright() != face.Copyright() || sub.LicenceText() != face.LicenceText() || sub.LicenceURL() == "" {
			t.Errorf("%s lost a notice", family)
		}
	}
}

func TestUnicodeCmap(t *testing.T) {
	chars := []rune{'a', 'b', 'd', 0xFFFD, 0x10000, 0x10001, 0x1F600}
	glyphs := map[rune]uint16{'a': 5, 'b': 6, 'd': 7, 0xFFFD: 8, 0x10000: 9, 0x10001: 10, 0x1F600: 2}
	face := garamond(t, Roman)
	tables := face.copied("glyf", "loca", "hmtx", "name", "OS/2")
	face.addHeaders(tables, face.NumGlyphs(), face.metrics.hMetrics) // its loca is a long one
	tables["cmap"] = unicodeCmap(chars, func(r rune) uint16 { return glyphs[r] })
	got, e := load(assemble(tables), "cmap.ttf")
	if e != nil {
		t.Fatal(e)
	}
	for r, want := range glyphs {
		if g := got.GlyphOf(r); g != want {
			t.Errorf("U+%04X leads to %d, want %d", r, g, want)
		}
	}
	if g := got.GlyphOf('c'); g != 0 {
		t.Errorf("c leads to %d", g)
	}
}
