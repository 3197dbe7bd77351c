package typeset

import (
	"unicode"

	"cahier/book/style"
	"cahier/book/typeface"
)

// styleOf is the style of a face by its weight and slope.
func styleOf(f *typeface.Face) typeface.Style {
	m := f.Metrics()
	s := typeface.Roman
	switch {
	case m.Weight >= 650:
		s = typeface.Bold
	case m.Weight >= 550:
		s = typeface.SemiBold
	}
	if m.Italic {
		s = emphasised(s)
	}
	return s
}

func shapeOf(s style.Shape) (typeface.Style, typeface.Caps) {
	switch s {
	case style.Italic:
		return typeface.Italic, typeface.PlainCaps
	case style.Semibold:
		return typeface.SemiBold, typeface.PlainCaps
	case style.Bold:
		return typeface.Bold, typeface.PlainCaps
	case style.BoldItalic:
		return typeface.BoldItalic, typeface.PlainCaps
	case style.SmallCaps:
		return typeface.Roman, typeface.SmallCaps
	case style.ItalicSmallCaps:
		return typeface.Italic, typeface.SmallCaps
	}
	return typeface.Roman, typeface.PlainCaps
}

// emphasised is the style of emphasis inside a style: italic, and upright in italic.
func emphasised(s typeface.Style) typeface.Style {
	switch s {
	case typeface.Roman:
		return typeface.Italic
	case typeface.Italic:
		return typeface.Roman
	case typeface.SemiBold:
		return typeface.SemiBoldItalic
	case typeface.SemiBoldItalic:
		return typeface.SemiBold
	case typeface.Bold:
		return typeface.BoldItalic
	}
	return typeface.Bold
}

// strong is the style of strong emphasis inside a style.
func strong(s typeface.Style) typeface.Style {
	switch s {
	case typeface.Italic, typeface.SemiBoldItalic, typeface.BoldItalic:
		return typeface.BoldItalic
	}
	return typeface.Bold
}

// shift changes the key to set a text as superior or inferior.
func (l *looks) shift(k *lookKey, level typeface.Level, plain string) {
	own := *k
	own.level = level
	if l.get(own).has(l.get(*k), plain) {
		*k = own
		return
	}
	m := l.get(*k).shaper.Face().Metrics()
	if level == typeface.Superior {
		k.rise += k.size.MulDiv(int64(m.SuperscriptRise), int64(m.UnitsPerEm))
		k.size = k.size.MulDiv(int64(m.SuperscriptSize), int64(m.UnitsPerEm))
		return
	}
	k.rise -= k.size.MulDiv(int64(m.SubscriptDrop), int64(m.UnitsPerEm))
	k.size = k.size.MulDiv(int64(m.SubscriptSize), int64(m.UnitsPerEm))
}

// has reports whether the look has a form of its own for every letter and digit of a
// text that plain sets otherwise.
func (l *look) has(plain *look, s string) bool {
	found := false
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		found = true
		a, b := l.shaper.Shape(string(r)), plain.shaper.Shape(string(r))
		if len(a.Glyphs) != 1 || len(b.Glyphs) != 1 || a.Glyphs[0].ID == b.Glyphs[0].ID {
			return false
		}
	}
	return found
}

// uprightOf is the upright of the same weight: figures of notes do not lean.
func uprightOf(s typeface.Style) typeface.Style {
	switch s {
	case typeface.Italic:
		return typeface.Roman
	case typeface.SemiBoldItalic:
		return typeface.SemiBold
	case typeface.BoldItalic:
		return typeface.Bold
	}
	return s
}
