package pdf

import (
	"fmt"

	"cahier/book/typeface"
)

// fontSlots gives each pair of glyph and source text that is drawn in a face a slot, from 1
// in the order of drawing. The slot is the character code in content streams, the CID and
// the glyph's index in the subset, so that ToUnicode can say of each drawn glyph exactly
// which text it stands for: the hyphen glyph is U+002D in a word and U+00AD at a line's end.
type fontSlots struct {
	face  *typeface.Face
	label string // resource name: "F1"
	upem  int64
	space uint16
	slots []slot // slots[i] is slot i+1
	// byGlyph lists a glyph's slots, most glyphs having one.
	byGlyph [][]uint16
}

type slot struct {
	glyph uint16
	text  string
	// width is what the font's W says, in millionths of an em.
	width int64
}

// newFontSlots makes the n-th font of a document, without any slot yet.
func newFontSlots(face *typeface.Face, n int) *fontSlots {
	return &fontSlots{
		face: face, label: fmt.Sprintf("F%d", n), upem: int64(face.UnitsPerEm()),
		space: face.SpaceGlyph(), byGlyph: make([][]uint16, face.NumGlyphs()),
	}
}

// of returns the slot of a glyph with its text, 0 when there is no room left or the face
// has no such glyph.
func (f *fontSlots) of(glyph uint16, text string) uint16 {
	if int(glyph) >= len(f.byGlyph) {
		return 0
	}
	for _, n := range f.byGlyph[glyph] {
		if f.slots[n-1].text == text {
			return n
		}
	}
	if len(f.slots) >= typeface.MaxSlots {
		return 0
	}
	f.slots = append(f.slots, slot{glyph, text, widthOf(int64(f.face.Advance(glyph)), f.upem)})
	n := uint16(len(f.slots))
	f.byGlyph[glyph] = append(f.byGlyph[glyph], n)
	return n
}

// widthOf is an advance in millionths of an em, exact when the em has 1000 units and
// within half a millionth otherwise.
func widthOf(advance, upem int64) int64 { return (advance*1_000_000 + upem/2) / upem }

// glyphs lists the glyphs by slot, for the subset.
func (f *fontSlots) glyphs() []uint16 {
	list := make([]uint16, len(f.slots))
	for i, s := range f.slots {
		list[i] = s.glyph
	}
	return list
}
