package pdf

import (
	"strings"
	"unicode/utf16"
)

// textString encodes a text string (ISO 32000-1, 7.9.2.2): plain ASCII as it is, which
// PDFDocEncoding shares, anything else as UTF-16 with a byte order mark. Control
// characters become spaces; bytes that are no UTF-8 become U+FFFD.
func textString(s string) text {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, s)
	s = s[:textLimit(s)]
	plain := true
	for i := range len(s) {
		plain = plain && s[i] < 0x7f
	}
	if plain {
		return text(s)
	}
	return text("\xfe\xff" + utf16Bytes(s))
}

// textLimit is how many bytes of a text fit into the longest string that PDF/A-2 allows
// (ISO 19005-2, 6.1.13), whichever way it is encoded: a description may be longer than that.
func textLimit(s string) int {
	used := 2
	for i, r := range s {
		if used += 2 * max(1, utf16.RuneLen(r)); used > maxString {
			return i
		}
	}
	return len(s)
}

func utf16Bytes(s string) string {
	var sb strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		sb.WriteByte(byte(u >> 8))
		sb.WriteByte(byte(u))
	}
	return sb.String()
}

// decodeText reads a text string: UTF-16 behind a byte order mark, else PDFDocEncoding,
// whose characters above ASCII differ from Latin-1 only where no known metadata has one.
func decodeText(t text) string {
	if len(t) >= 2 && t[:2] == "\xfe\xff" {
		units := make([]uint16, 0, len(t)/2)
		for i := 2; i+1 < len(t); i += 2 {
			units = append(units, uint16(t[i])<<8|uint16(t[i+1]))
		}
		return string(utf16.Decode(units))
	}
	var sb strings.Builder
	for i := range len(t) {
		sb.WriteRune(rune(t[i]))
	}
	return sb.String()
}
