package typeface

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// Shaper sets text in one face with one setting, and remembers what it has set. It may
// be shared between goroutines; a text that was set before costs one lookup.
type Shaper struct {
	face     *Face
	setting  Setting
	features []harfbuzz.Feature
	lang     language.Language
	words    cache
}

// Shaper returns the face's shaper for the setting, always the same one.
func (f *Face) Shaper(s Setting) *Shaper {
	f.mu.Lock()
	made := f.shapers[s]
	f.mu.Unlock()
	if made != nil {
		return made
	}
	made = &Shaper{face: f, setting: s, features: s.features()}
	if s.Lang != "" {
		made.lang = language.NewLanguage(s.Lang)
	}
	if s.Level != OnLine && !made.setsAllFigures() {
		s.Level = OnLine
		made.features = s.features()
	}
	made.dropLocal()
	f.mu.Lock()
	defer f.mu.Unlock()
	if had := f.shapers[made.setting]; had != nil {
		return had
	}
	f.shapers[made.setting] = made
	return made
}

// setsAllFigures reports whether the face has a form of its own for each of the ten
// figures. One that has only some (¹²³ stand in older character sets) would number notes
// in two sizes.
func (s *Shaper) setsAllFigures() bool {
	for _, figure := range "0123456789" {
		w := s.shape(string(figure))
		if len(w.Glyphs) != 1 || w.Glyphs[0].ID == s.face.GlyphOf(figure) {
			return false
		}
	}
	return true
}

// dropLocal switches the local forms of the language off where they keep small capitals
// away: a face may draw a German f in a form of its own that has no small capital, though
// the ordinary f has one. That of i is left alone: to Turkish it is another letter.
func (s *Shaper) dropLocal() {
	if s.lang == "" || s.setting.Caps != SmallCaps && s.setting.Caps != AllSmallCaps {
		return
	}
	local := s.features
	without := append(slices.Clone(local), feature("locl", 0))
	for _, r := range "abcdefghjklmnopqrstuvwxyz" {
		letter := string(r)
		s.features = local
		if !sameGlyphs(s.shape(letter).Word, s.face.Shape(letter, Setting{Lang: s.setting.Lang})) {
			continue
		}
		s.features = without
		if !sameGlyphs(s.shape(letter).Word, s.face.Shape(letter, Setting{})) {
			return
		}
	}
	s.features = local
}

// Shape is Shaper(s).Shape(text). Who shapes many texts keeps the Shaper.
func (f *Face) Shape(text string, s Setting) Word { return f.Shaper(s).Shape(text) }

// Face is the face that the shaper sets in.
func (s *Shaper) Face() *Face { return s.face }

// Shape sets a text without stretchable spaces: a word, or a piece of one. The texts of
// the glyphs joined are the text, whatever ligatures and small capitals were made of it.
//
// Fixed spaces inside it (U+00A0, U+202F and the other spaces of U+2000–205F) become the
// face's space glyph with the advance of the setting or, for the others, the width that
// Unicode gives them; so does an ordinary space, with its natural advance. A soft hyphen
// U+00AD at the end is the hyphen of a line break: it is drawn, kerned with the letter
// before it, and its Text is U+00AD. Elsewhere U+00AD is dropped, as is U+FEFF: neither
// is text.
func (s *Shaper) Shape(text string) Word {
	if w := s.words.get(text); w != nil {
		return *w
	}
	if !utf8.ValidString(text) {
		text = strings.ToValidUTF8(text, "\uFFFD")
	}
	w := s.shape(strings.Clone(text))
	return *s.words.put(w.text, w.Word)
}

type shaped struct {
	text string
	Word
}

// maxPiece bounds the bytes shaped at once, so that the work on a text without spaces
// grows with its length and not with its square, whatever the font's rules.
const maxPiece = 1 << 10

// shape cuts the text at fixed spaces and shapes what is between them.
func (s *Shaper) shape(text string) shaped {
	e := s.face.engine()
	defer s.face.release(e)
	glyphs := make([]Glyph, 0, utf8.RuneCountInString(text))
	rest := text
	for rest != "" {
		n := pieceLength(rest)
		if n == 0 {
			r, size := utf8.DecodeRuneInString(rest)
			if r != softHyphen && r != byteOrderMark {
				glyphs = append(glyphs, s.space(r, rest[:size]))
			} else if size == len(rest) && r == softHyphen {
				glyphs = e.shape(glyphs, s, rest)
			}
			rest = rest[size:]
			continue
		}
		if rest[n:] == "\u00ad" {
			n = len(rest)
		}
		glyphs = e.shape(glyphs, s, rest[:n])
		rest = rest[n:]
	}
	w := Word{Glyphs: glyphs[:len(glyphs):len(glyphs)]}
	for _, g := range glyphs {
		w.Advance += g.Advance
		w.Missing = w.Missing || g.ID == 0
	}
	return shaped{text, w}
}

const (
	softHyphen    = '\u00ad'
	byteOrderMark = '\ufeff'
)

// pieceLength is the length of the text's beginning that is shaped in one go: up to a
// space, a character that is dropped, or maxPiece. 0 means that such a character is first.
func pieceLength(text string) int {
	for i, r := range text {
		if isSpace(r) || r == softHyphen || r == byteOrderMark {
			return i
		}
		if i >= maxPiece && startsCluster(r) || i >= 2*maxPiece {
			return i
		}
	}
	return len(text)
}
