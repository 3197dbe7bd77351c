package typeface

import "unicode"

// isSpace reports whether the character is a space of its own width, not a glyph of the
// face: all of Unicode's space separators.
func isSpace(r rune) bool {
	return r == ' ' || r == '\u00a0' || r >= 0x1680 && unicode.Is(unicode.Zs, r)
}

// startsCluster reports whether a text may be cut before the character without parting a
// letter from its marks.
func startsCluster(r rune) bool {
	return !unicode.In(r, unicode.Mn, unicode.Mc, unicode.Me) && r != 0x200d && r != 0x200c
}

// spaceParts are the widths of spaces as fractions of an em (Unicode 15, chapter 6,
// table 6-2): the em divided by the number.
var spaceParts = map[rune]int{
	0x2000: 2, 0x2001: 1, 0x2002: 2, 0x2003: 1, 0x2004: 3, 0x2005: 4, 0x2006: 6,
	0x2009: 6, 0x200a: 12, 0x202f: 6, 0x3000: 1,
}

// space is the glyph of a space with its advance.
func (s *Shaper) space(r rune, text string) Glyph {
	f := s.face
	g := Glyph{ID: f.GlyphOf(' '), Text: text, Advance: int32(f.SpaceAdvance())}
	switch {
	case r == '\u00a0' && s.setting.FixedSpace != 0:
		g.Advance = s.setting.FixedSpace
	case r == '\u202f' && s.setting.NarrowSpace != 0:
		g.Advance = s.setting.NarrowSpace
	case spaceParts[r] != 0:
		g.Advance = int32(f.metrics.UnitsPerEm / spaceParts[r])
	case r == '\u205f': // medium mathematical space
		g.Advance = int32(f.metrics.UnitsPerEm * 4 / 18)
	case r == '\u2007': // as wide as a digit
		g.Advance = int32(f.Advance(f.GlyphOf('0')))
	case r == '\u2008': // as wide as a full stop
		g.Advance = int32(f.Advance(f.GlyphOf('.')))
	}
	return g
}

// SpaceGlyph is the glyph that writers draw for every space; 0 if the face has none.
func (f *Face) SpaceGlyph() uint16 { return f.GlyphOf(' ') }

// SpaceAdvance is the natural advance of the word space: a quarter of an em when the
// face has no space glyph.
func (f *Face) SpaceAdvance() int {
	if g := f.GlyphOf(' '); g != 0 {
		return f.Advance(g)
	}
	return f.metrics.UnitsPerEm / 4
}
