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
	plain := true
	for i := range len(s) {
		plain = plain && s[i] < 0x7f
	}
	if plain {
		return text(s)
	}
	return text("\xfe\xff" + utf16Bytes(s))
}

func utf16Bytes(s string) string {
	var sb strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		sb.WriteByte(byte(u >> 8))
		sb.WriteByte(byte(u))
	}
	return sb.String()
}
