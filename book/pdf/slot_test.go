package pdf

import (
	"bytes"
	"strings"
	"testing"

	"cahier/book/typeface"
	"cahier/book/typeset"
)

// oneLine is a page with one paragraph of the given glyphs.
func oneLine(tb testing.TB, glyphs ...typeface.Glyph) *setter {
	s := newSetter(tb, "fr")
	s.newPage()
	p := s.c.Root.Add(typeset.RoleP)
	s.put(&typeset.Run{
		Face: s.faces["roman"], Size: textSize, X: margin, Y: s.y, Stretch: 1000, Element: p,
		Pieces: []typeset.Piece{{Glyphs: glyphs}},
	})
	return s
}

func textOf(tb testing.TB, data []byte) string {
	tb.Helper()
	got, err := Text(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		tb.Fatal(err)
	}
	return strings.TrimSpace(got)
}

// TestOneGlyphManyTexts draws one glyph for several texts, each of which must come back.
func TestOneGlyphManyTexts(t *testing.T) {
	face := testFaces(t)["roman"]
	a, hyphen, acute := face.GlyphOf('a'), face.GlyphOf('-'), face.GlyphOf('\u0301')
	adv := func(id uint16) int32 { return int32(face.Advance(id)) }
	glyphs := []typeface.Glyph{
		{ID: a, Advance: adv(a), Text: "a"},
		{ID: a, Advance: adv(a), Text: "A"},            // a small capital
		{ID: a, Advance: adv(a), Text: "😀"},            // beyond U+FFFF
		{ID: hyphen, Advance: adv(hyphen), Text: "-"},  // written
		{ID: a, Advance: adv(a), Text: "q\u0303"},      // a cluster of two glyphs:
		{ID: acute, Advance: 0, Text: "", YOffset: 10}, // its mark adds no text
		{ID: a, Advance: adv(a), Text: "ffi"},
		{ID: hyphen, Advance: adv(hyphen), Text: "\u00ad"}, // made by a line's end
	}
	data := write(t, oneLine(t, glyphs...))
	const want = "aA😀-q\u0303ffi"
	if got := textOf(t, data); got != want {
		t.Errorf("the text is %q, want %q", got, want)
	}
	for _, p := range check(t, data) {
		t.Error(p)
	}
	out := outside(t, data, "pdftotext", "FILE", "-")
	if !strings.Contains(strings.ReplaceAll(out, "\u00ad", ""), want) {
		t.Errorf("pdftotext reads %q", out)
	}
}

func TestForbiddenTextsAreDropped(t *testing.T) {
	face := testFaces(t)["roman"]
	a := face.GlyphOf('a')
	data := write(t, oneLine(t, typeface.Glyph{ID: a, Text: "\x00a\ufeff"}, typeface.Glyph{ID: a, Text: "\xff"}))
	if got := textOf(t, data); got != "a\ufffd" {
		t.Errorf("the text is %q", got)
	}
	for _, p := range check(t, data) {
		t.Error(p)
	}
}

// TestMissingGlyphIsAProblem: .notdef is never drawn (ISO 19005-2, 6.2.11.8).
func TestMissingGlyphIsAProblem(t *testing.T) {
	s := oneLine(t, typeface.Glyph{ID: 0, Text: "漢"}, typeface.Glyph{ID: 60000, Text: "x"})
	problems, err := Write(&bytes.Buffer{}, s.c, s.v, Options{})
	if err != nil || len(problems) != 1 || !strings.Contains(problems[0].Message, "2 characters have no glyph") {
		t.Error(problems, err)
	}
}
