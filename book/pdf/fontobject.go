package pdf

import (
	"crypto/sha256"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
)

// write emits a font: Type0 with Identity-H over a CIDFontType2 (ISO 32000-1, 9.7) whose CIDs are
// slots, which are glyph indexes of the subset. It returns the font's object number.
func (f *fontSlots) write(e *emitter) (int, error) {
	subset, err := f.face.Subset(f.glyphs())
	if err != nil {
		return 0, err
	}
	program := e.reserve()
	e.stream(program, fmt.Sprintf("/Length1 %d", len(subset)), subset)
	unicode := e.reserve()
	e.stream(unicode, "", f.toUnicode())
	full := subsetTag(subset) + "+" + f.postScriptName()
	descriptor := e.add(f.descriptor(full, program))
	b := []byte("<</Type/Font/Subtype/CIDFontType2/BaseFont/" + full +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/FontDescriptor ")
	b = f.appendWidths(appendRef(b, descriptor))
	cid := e.add(append(b, ">>"...))
	b = appendRef([]byte("<</Type/Font/Subtype/Type0/BaseFont/"+full+"/Encoding/Identity-H/DescendantFonts["), cid)
	b = appendRef(append(b, "]/ToUnicode "...), unicode)
	return e.add(append(b, ">>"...)), nil
}

func (f *fontSlots) postScriptName() string {
	if n := f.face.PostScriptName(); n != "" {
		return n
	}
	return f.label
}

// subsetTag is six capitals that differ when subsets differ (9.6.4).
func subsetTag(subset []byte) string {
	sum := sha256.Sum256(subset)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}

// The flags of a font descriptor (table 123).
const (
	flagFixedPitch = 1 << 0
	flagSerif      = 1 << 1
	flagSymbolic   = 1 << 2 // always: no standard encoding is meant
	flagItalic     = 1 << 6
)

// descriptor is the font descriptor (9.8); its measures are in thousandths of an em.
func (f *fontSlots) descriptor(full string, program int) []byte {
	m := f.face.Metrics()
	flags := flagSymbolic
	if m.FixedPitch {
		flags |= flagFixedPitch
	}
	if m.Serif {
		flags |= flagSerif
	}
	if m.Italic {
		flags |= flagItalic
	}
	scale := func(v int) int { return int(divRound(int64(v)*1000, f.upem)) }
	b := fmt.Appendf(nil, "<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle ",
		full, flags, scale(m.BBox.XMin), scale(m.BBox.YMin), scale(m.BBox.XMax), scale(m.BBox.YMax))
	b = appendFixed(b, divRound(int64(m.ItalicAngle)*1000, 1<<16), 3)
	b = fmt.Appendf(b, "/Ascent %d/Descent %d/CapHeight %d/XHeight %d/StemV %d/FontFile2 ",
		scale(m.Ascent), scale(m.Descent), scale(m.CapHeight), scale(m.XHeight), scale(m.StemV))
	return append(appendRef(b, program), ">>"...)
}

// appendWidths writes DW and W (9.7.4.3): the advances of the embedded font, in
// thousandths of an em.
func (f *fontSlots) appendWidths(b []byte) []byte {
	b = append(b, "/DW "...)
	b = appendFixed(b, widthOf(int64(f.face.Advance(0)), f.upem), 3)
	b = append(b, "/W[1["...)
	for i, s := range f.slots {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendFixed(b, s.width, 3)
	}
	return append(b, "]]"...)
}

// toUnicode is the CMap from slots to text (9.10.3). A glyph that adds no text to its
// cluster maps to no characters: nothing to extract, yet an entry, so that a reader does not guess.
func (f *fontSlots) toUnicode() []byte {
	var b strings.Builder
	b.WriteString("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n" +
		"/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	const most = 100 // entries of one block
	for from := 0; from < len(f.slots); from += most {
		block := f.slots[from:min(from+most, len(f.slots))]
		b.WriteString(strconv.Itoa(len(block)) + " beginbfchar\n")
		for i, s := range block {
			fmt.Fprintf(&b, "<%04X><%s>\n", from+i+1, unicodeHex(s.text))
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n")
	return []byte(b.String())
}

// unicodeHex is text as UTF-16BE digits. The values that PDF/UA forbids (ISO 14289-1,
// 7.21.7: U+0000, U+FEFF, U+FFFE) are dropped.
func unicodeHex(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r == 0 || r == 0xFEFF || r == 0xFFFE {
			continue
		}
		for _, u := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&b, "%04X", u)
		}
	}
	return b.String()
}
