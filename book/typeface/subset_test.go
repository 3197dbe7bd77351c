package typeface

import (
	"bytes"
	"encoding/binary"
	"reflect"
	"slices"
	"testing"

	"cahier/fonts"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// drawn is a glyph as go-text draws it, an independent reading of the tables.
func drawn(f *Face, id uint16) font.GlyphOutline {
	o, _ := (&font.Face{Font: f.drawing()}).GlyphDataOutline(opentype.GID(id))
	return o
}

func TestSubsetDrawsTheSameGlyphs(t *testing.T) {
	for _, family := range []string{"EB Garamond", "Source Code Pro", "Atkinson Hyperlegible"} {
		for _, style := range []Style{Roman, BoldItalic} {
			face := embedded(t, family, style)
			var ids []uint16
			for id := 1; id < face.NumGlyphs(); id += 3 {
				ids = append(ids, uint16(id))
			}
			ids = append(ids, ids[5], face.GlyphOf('\u00e9'), face.GlyphOf('\u01d8')) // one twice, composites
			data, err := face.Subset(ids)
			if err != nil {
				t.Fatal(err)
			}
			sub := checkedSubset(t, data)
			for i, id := range ids {
				slot := uint16(i + 1)
				if got := sub.GlyphOf(rune(slot)); got != slot {
					t.Fatalf("code %d leads to glyph %d", slot, got)
				}
				if sub.Advance(slot) != face.Advance(id) || sub.LeftBearing(slot) != face.LeftBearing(id) {
					t.Fatalf("%s: glyph %d has other widths", face.File(), id)
				}
				if !reflect.DeepEqual(drawn(sub, slot), drawn(face, id)) {
					t.Fatalf("%s: glyph %d is drawn otherwise", face.File(), id)
				}
			}
			again, _ := face.Subset(slices.Clone(ids))
			if !bytes.Equal(data, again) {
				t.Errorf("%s: two subsets differ", face.File())
			}
		}
	}
}

// checkedSubset loads a subset and checks the container rules that readers rely on.
func checkedSubset(t *testing.T, data []byte) *Face {
	t.Helper()
	if len(data)%4 != 0 {
		t.Errorf("length %d is not a multiple of 4", len(data))
	}
	if sum := checksum(data); sum != 0xB1B0AFBA {
		t.Errorf("checksum of the file is %08x", sum)
	}
	for i := range u16(data, 4) {
		if at := binary.BigEndian.Uint32(data[12+16*i+8:]); at%4 != 0 {
			t.Errorf("table %d begins at %d", i, at)
		}
	}
	face, err := load(data, "subset.ttf")
	if err != nil {
		t.Fatal(err)
	}
	if face.metrics.hMetrics != face.metrics.NumGlyphs || !face.metrics.longLoca {
		t.Errorf("hmtx holds %d of %d glyphs, long loca %v", face.metrics.hMetrics, face.metrics.NumGlyphs, face.metrics.longLoca)
	}
	return face
}

func TestSubsetOfNothing(t *testing.T) {
	data, err := garamond(t, Roman).Subset(nil)
	if err != nil {
		t.Fatal(err)
	}
	if sub := checkedSubset(t, data); sub.NumGlyphs() != 1 {
		t.Errorf("%d glyphs", sub.NumGlyphs())
	}
}

func TestSubsetRefusesUnknownGlyphs(t *testing.T) {
	if _, err := garamond(t, Roman).Subset([]uint16{65000}); err == nil {
		t.Error("glyph 65000 was taken")
	}
	if _, err := garamond(t, Roman).Subset(make([]uint16, MaxSlots+1)); err == nil {
		t.Error("too many slots were taken")
	}
}

func BenchmarkSubset(b *testing.B) {
	l, _ := Open(fonts.FS)
	family, _ := l.Family("EB Garamond")
	face, err := family.Face(Roman)
	if err != nil {
		b.Fatal(err)
	}
	var ids []uint16
	for r := rune(0x20); r < 0x17f; r++ {
		ids = append(ids, face.GlyphOf(r))
	}
	for b.Loop() {
		if _, err := face.Subset(ids); err != nil {
			b.Fatal(err)
		}
	}
}
