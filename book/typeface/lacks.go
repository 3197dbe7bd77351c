package typeface

import (
	"slices"
	"unicode"
)

// Lacks lists the characters of a text that the face cannot set as the setting asks, each
// once, in order: letters without a small capital, characters without a superior or
// inferior form. They come out plain from Shape, and a caller who minds sets the text
// otherwise: small capitals in lower case or capitals, raised characters smaller and
// higher. Characters that the setting does not concern (spaces, the capitals in small
// capitals) are not listed.
func (s *Shaper) Lacks(text string) []rune {
	if s.setting.Caps != SmallCaps && s.setting.Caps != AllSmallCaps && s.setting.Level == OnLine {
		return nil
	}
	plain := s.setting
	plain.Caps, plain.Level = PlainCaps, OnLine
	if s.setting.Level != OnLine {
		plain.Figures = DefaultFigures
	}
	unchanged := s.face.Shaper(plain)
	var lacks []rune
	for _, r := range text {
		if !s.concerns(r) || slices.Contains(lacks, r) {
			continue
		}
		if sameGlyphs(s.Shape(string(r)), unchanged.Shape(string(r))) {
			lacks = append(lacks, r)
		}
	}
	return lacks
}

// concerns reports whether the setting asks another form of the character.
func (s *Shaper) concerns(r rune) bool {
	switch {
	case s.setting.Level != OnLine:
		return !isSpace(r) && !isIgnorable(r) && !unicode.Is(unicode.M, r)
	case s.setting.Caps == SmallCaps:
		return unicode.IsLower(r)
	}
	return unicode.IsLower(r) || unicode.IsUpper(r)
}

func sameGlyphs(a, b Word) bool {
	return slices.EqualFunc(a.Glyphs, b.Glyphs, func(a, b Glyph) bool { return a.ID == b.ID })
}
