package typeface

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Covers reports whether the face can set the character: it has a glyph for it, for its
// canonical decomposition or for its stand-in, or the character needs none (spaces of a
// given width, joiners, soft hyphens).
func (f *Face) Covers(r rune) bool {
	if f.GlyphOf(r) != 0 {
		return true
	}
	if r < 0x80 {
		return false
	}
	if isSpace(r) || isIgnorable(r) {
		return true
	}
	return f.standIn(r) != "" || f.coversDecomposed(r)
}

// standIns are characters that look like others: what a face draws that lacks the first.
// The text stays as it is written.
var standIns = map[rune][]string{
	softHyphen: {"-", "\u2010"}, // drawn at the end of a broken word alone
	0x2010:     {"-"},           // hyphen
	0x2011:     {"\u2010", "-"}, // no-break hyphen
	0x2012:     {"\u2013"},      // figure dash
	0x2015:     {"\u2014"},      // horizontal bar
	0x02bc:     {"\u2019"},      // apostrophe that is a letter
	0x2024:     {"."},           // one dot leader
	0x2026:     {"..."},         // ellipsis
	0xfb00:     {"ff"}, 0xfb01: {"fi"}, 0xfb02: {"fl"}, 0xfb03: {"ffi"}, 0xfb04: {"ffl"}, 0xfb05: {"\u017ft", "st"}, 0xfb06: {"st"},
}

// standIn is what the face draws for a character that it lacks, "" for nothing.
func (f *Face) standIn(r rune) string {
next:
	for _, s := range standIns[r] {
		for _, c := range s {
			if f.GlyphOf(c) == 0 {
				continue next
			}
		}
		return s
	}
	return ""
}

func (f *Face) coversDecomposed(r rune) bool {
	var b [utf8.UTFMax]byte
	d := norm.NFD.Properties(b[:utf8.EncodeRune(b[:], r)]).Decomposition()
	if d == nil {
		return false
	}
	for _, part := range string(d) {
		if f.GlyphOf(part) == 0 {
			return false
		}
	}
	return true
}

// coversCluster reports whether the face covers a letter with its marks, as written or
// composed.
func (f *Face) coversCluster(cluster string) bool {
	for _, r := range cluster {
		if !f.Covers(r) {
			return f.coversComposed(cluster)
		}
	}
	return true
}

func (f *Face) coversComposed(cluster string) bool {
	composed := norm.NFC.String(cluster)
	if composed == cluster {
		return false
	}
	for _, r := range composed {
		if !f.Covers(r) {
			return false
		}
	}
	return true
}

// isIgnorable reports whether the character is invisible by its nature: joiners,
// direction marks, variation selectors, soft hyphens (the part of Unicode's
// Default_Ignorable_Code_Point that left-to-right text may hold).
func isIgnorable(r rune) bool {
	switch {
	case r == 0xad, r == 0x34f, r == 0x61c, r == 0xfeff:
		return true
	case r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f:
		return true
	case r >= 0xfe00 && r <= 0xfe0f, r >= 0xe0100 && r <= 0xe01ef:
		return true
	}
	return false
}

// ClusterLength is the length of the first letter of the text with the marks, joiners and
// selectors that follow it.
func ClusterLength(text string) int {
	_, n := utf8.DecodeRuneInString(text)
	for n < len(text) {
		if text[n] < 0x80 {
			break
		}
		r, size := utf8.DecodeRuneInString(text[n:])
		if !unicode.In(r, unicode.Mn, unicode.Mc, unicode.Me) && !(isIgnorable(r) && r != 0xad) {
			break
		}
		n += size
	}
	return n
}
