package typeface

import "encoding/binary"

// slotCmap maps the codes 1 to n to the glyphs of the same numbers.
func slotCmap(n int) []byte {
	var segments []segment
	if n > 0 {
		segments = []segment{{1, uint16(n), 1}}
	}
	return cmapTable(format4(segments))
}

// segment is consecutive characters with consecutive glyphs.
type segment struct{ first, last, glyph uint16 }

// format4 is a subtable for characters of the Basic Multilingual Plane (OpenType 1.9.1,
// cmap, format 4) that needs no glyph array: each segment is a difference.
func format4(segments []segment) []byte {
	segments = append(segments[:len(segments):len(segments)], segment{0xFFFF, 0xFFFF, 0})
	n := len(segments)
	power, log := 1, 0
	for 2*power <= n {
		power, log = 2*power, log+1
	}
	t := words(4, 16+8*n, 0, 2*n, 2*power, log, 2*(n-power))
	for _, s := range segments {
		t = binary.BigEndian.AppendUint16(t, s.last)
	}
	t = append(t, 0, 0)
	for _, s := range segments {
		t = binary.BigEndian.AppendUint16(t, s.first)
	}
	for _, s := range segments {
		t = binary.BigEndian.AppendUint16(t, s.glyph-s.first) // modulo 65536
	}
	return append(t, make([]byte, 2*n)...)
}

// cmapTable wraps a subtable for Windows, Unicode BMP, and the same for the platform
// Unicode.
func cmapTable(subtable []byte) []byte {
	t := words(0, 2, 0, 3, 0, 20, 3, 1, 0, 20)
	return append(t, subtable...)
}

func words(vs ...int) []byte {
	var b []byte
	for _, v := range vs {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	return b
}

// unicodeCmap maps characters, sorted, to glyphs: by format 4 what lies in the Basic
// Multilingual Plane, and by format 12 everything if anything lies beyond.
func unicodeCmap(chars []rune, glyphOf func(rune) uint16) []byte {
	var segments []segment
	var groups []byte
	n := 0
	for i := 0; i < len(chars); n++ {
		first, glyph := chars[i], glyphOf(chars[i])
		j := i + 1
		for j < len(chars) && chars[j] == first+rune(j-i) && int(glyphOf(chars[j])) == int(glyph)+j-i && chars[j] != 0x10000 {
			j++
		}
		last := chars[j-1]
		if last < 0xFFFF {
			segments = append(segments, segment{uint16(first), uint16(last), glyph})
		}
		for _, v := range []rune{first, last, rune(glyph)} {
			groups = binary.BigEndian.AppendUint32(groups, uint32(v))
		}
		i = j
	}
	bmp := format4(segments)
	if len(chars) == 0 || chars[len(chars)-1] <= 0xFFFF {
		return cmapTable(bmp)
	}
	full := words(12, 0)
	for _, v := range []int{16 + len(groups), 0, n} {
		full = binary.BigEndian.AppendUint32(full, uint32(v))
	}
	t := words(0, 2, 3, 1, 0, 20, 3, 10, 0, 20+len(bmp))
	return append(append(append(t, bmp...), full...), groups...)
}
