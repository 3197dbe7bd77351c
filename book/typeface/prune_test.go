package typeface

import (
	"os"
	"testing"
)

func TestPrune(t *testing.T) {
	data, err := os.ReadFile("../../fonts/eb-garamond/EBGaramond_400Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	whole, err := Load(data, "whole")
	if err != nil {
		t.Fatal(err)
	}
	word := whole.Shape("officiéz", Setting{})
	var ids []uint16
	for _, g := range word.Glyphs {
		ids = append(ids, g.ID)
	}
	pruned, err := whole.Prune(ids)
	if err != nil {
		t.Fatal(err)
	}
	if len(pruned) > len(data)*3/4 {
		t.Errorf("%d of %d bytes are left", len(pruned), len(data))
	}
	face, err := Load(pruned, "pruned")
	if err != nil {
		t.Fatal(err)
	}
	again := face.Shape("officiéz", Setting{})
	for i, g := range again.Glyphs {
		if g != word.Glyphs[i] || len(face.Curves(g.ID)) != len(whole.Curves(g.ID)) || len(face.Curves(g.ID)) == 0 {
			t.Errorf("glyph %d: %+v, was %+v", i, g, word.Glyphs[i])
		}
	}
	if n := len(face.Curves(face.GlyphOf('Q'))); n != 0 {
		t.Errorf("a glyph that was not asked for has %d curves", n)
	}
	if _, err := whole.Prune([]uint16{65535}); err == nil {
		t.Error("a glyph that is not there was pruned to")
	}
}
