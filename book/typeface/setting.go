package typeface

import (
	"slices"

	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
)

// Setting says how a text is to be set in a face. The zero value is running text:
// kerning, common ligatures, old-style proportional figures. A feature that the face
// lacks changes nothing; Shaper.Lacks tells.
type Setting struct {
	// Lang is the text's language, BCP 47: it selects local forms. "" for none.
	Lang    string
	Figures Figures
	Caps    Caps
	Level   Level
	// NoLigatures switches common ligatures off: letterspaced text wants that, and code.
	NoLigatures bool
	NoKerning   bool
	// NarrowSpace is the advance of U+202F, FixedSpace that of U+00A0, in font units.
	// 0 stands for a sixth of an em, and for the face's own space.
	NarrowSpace, FixedSpace int32
}

// Figures is the form of digits.
type Figures uint8

// The forms of digits. As the face has them by default: for code.
const (
	OldStyleFigures        Figures = iota // onum, pnum: running text
	LiningFigures                         // lnum, pnum: with capitals
	TabularFigures                        // lnum, tnum: columns of numbers
	TabularOldStyleFigures                // onum, tnum: contents, dates in columns
	DefaultFigures
)

// Caps is the form of letters.
type Caps uint8

// The forms of letters.
const (
	PlainCaps     Caps = iota
	SmallCaps          // smcp: lower case as small capitals
	AllSmallCaps       // smcp, c2sc: every letter as a small capital
	CaseSensitive      // case: punctuation raised to stand with capitals
)

// Level is the place of characters above or below the line.
type Level uint8

// The places. Characters that a face has no superior form of come out plain: ask Lacks
// and set them smaller and raised (Metrics.SuperscriptSize, SuperscriptRise). All do in a
// face that has not all ten figures.
const (
	OnLine   Level = iota
	Superior       // sups
	Inferior       // subs
)

// features lists what the setting asks of HarfBuzz, in a fixed order.
func (s Setting) features() []harfbuzz.Feature {
	tags := slices.Concat(capsTags[s.Caps], levelTags[s.Level])
	if s.Level == OnLine { // faces make superior figures of their default ones alone
		tags = append(tags, figureTags[s.Figures]...)
	}
	features := make([]harfbuzz.Feature, 0, len(tags)+4)
	for _, tag := range tags {
		features = append(features, feature(tag, 1))
	}
	if s.NoLigatures {
		features = append(features, feature("liga", 0), feature("clig", 0), feature("calt", 0))
	}
	if s.NoKerning {
		features = append(features, feature("kern", 0))
	}
	return features
}

var figureTags = map[Figures][]string{
	OldStyleFigures:        {"onum", "pnum"},
	LiningFigures:          {"lnum", "pnum"},
	TabularFigures:         {"lnum", "tnum"},
	TabularOldStyleFigures: {"onum", "tnum"},
}

var capsTags = map[Caps][]string{
	SmallCaps:     {"smcp"},
	AllSmallCaps:  {"smcp", "c2sc"},
	CaseSensitive: {"case"},
}

var levelTags = map[Level][]string{Superior: {"sups"}, Inferior: {"subs"}}

func feature(tag string, value uint32) harfbuzz.Feature {
	return harfbuzz.Feature{
		Tag: opentype.MustNewTag(tag), Value: value,
		Start: harfbuzz.FeatureGlobalStart, End: harfbuzz.FeatureGlobalEnd,
	}
}
