package typeface

import "unicode"

// Unsettable finds the first character that belongs to a writing system which the PDF
// does not set: one written from right to left, or a Chinese, Japanese, Korean or
// Mongolian one. It returns the character and the system's name; false for none.
func Unsettable(text string) (r rune, system string, found bool) {
	for _, r := range text {
		if r < 0x590 { // Hebrew is the first
			continue
		}
		if s := unsettable(r); s != "" {
			return r, s, true
		}
	}
	return 0, "", false
}

func unsettable(r rune) string {
	if unicode.In(r, eastAsian...) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef {
		return "Chinese, Japanese or Korean"
	}
	if unicode.In(r, rightToLeft...) || isRightToLeftControl(r) {
		return "right-to-left"
	}
	return ""
}

// isRightToLeftControl knows the marks that turn the direction to the left.
func isRightToLeftControl(r rune) bool {
	return r == 0x200f || r == 0x202b || r == 0x202e || r == 0x2067
}

var eastAsian = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo, unicode.Yi, unicode.Mongolian,
	unicode.Tangut, unicode.Nushu, unicode.Khitan_Small_Script, unicode.Lisu, unicode.Phags_Pa,
}

var rightToLeft = []*unicode.RangeTable{
	unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Samaritan, unicode.Mandaic,
	unicode.Adlam, unicode.Hanifi_Rohingya, unicode.Mende_Kikakui, unicode.Yezidi, unicode.Manichaean, unicode.Avestan,
	unicode.Imperial_Aramaic, unicode.Phoenician, unicode.Lydian, unicode.Cypriot, unicode.Kharoshthi, unicode.Nabataean,
	unicode.Palmyrene, unicode.Hatran, unicode.Old_South_Arabian, unicode.Old_North_Arabian, unicode.Old_Turkic,
	unicode.Old_Hungarian, unicode.Old_Sogdian, unicode.Sogdian, unicode.Elymaic, unicode.Chorasmian,
	unicode.Inscriptional_Pahlavi, unicode.Inscriptional_Parthian, unicode.Psalter_Pahlavi,
	unicode.Meroitic_Cursive, unicode.Meroitic_Hieroglyphs,
}
