// Package lettering sets the few words that stand outside the pages of a book: the number
// of a signature, the instructions for the printer, the texts of a printed cover.
//
// A text, a style and a size go in; lines come out, which become items of the typesetter
// at any place. Lines end ragged and no word is divided: whoever wants a page of a book
// wants typeset. The package knows no style sheet and draws nothing.
package lettering

import (
	"fmt"
	"strings"

	"cahier/book/typeface"
	"cahier/book/typeset"
	"cahier/book/unit"
)

// Hand is what letters are drawn with.
type Hand struct {
	Families []*typeface.Family // the first that has a character sets it; never empty
	Lang     string             // BCP 47
}

// Line is a line of words, set and not yet placed.
type Line struct {
	Size  unit.Length
	Width unit.Length
	words []word
}

// word is what stands between two spaces.
type word struct {
	parts []part
	width unit.Length
}

type part struct {
	face   *typeface.Face
	glyphs []typeface.Glyph
	width  unit.Length
}

// MissingError says that no face has a character of the text.
type MissingError struct{ Text string }

func (e *MissingError) Error() string { return fmt.Sprintf("no face has %q", e.Text) }

// maxText bounds one text, in bytes: what stands outside the pages is short.
const maxText = 1 << 16

// Line sets a text on one line, however long. The error is a *MissingError, or that of a
// face that cannot be used.
func (h Hand) Line(text string, style typeface.Style, size unit.Length) (Line, error) {
	words, err := h.words(text, style, size)
	return newLine(words, size), err
}

// Lines sets a text in as few lines as the measure allows, and of those as even ones as
// can be. A word wider than the measure has a line to itself. Errors are those of Line.
func (h Hand) Lines(text string, style typeface.Style, size, measure unit.Length) ([]Line, error) {
	words, err := h.words(text, style, size)
	if err != nil {
		return nil, err
	}
	var lines []Line
	for _, end := range breaks(words, space(size), measure) {
		lines = append(lines, newLine(words[end.from:end.to], size))
	}
	return lines, nil
}

// space is the word space of a size: a quarter of the em, rounded down a little.
func space(size unit.Length) unit.Length { return size.MulDiv(24, 100) }

func newLine(words []word, size unit.Length) Line {
	l := Line{Size: size, words: words}
	for i, w := range words {
		if i > 0 {
			l.Width += space(size)
		}
		l.Width += w.width
	}
	return l
}

func (h Hand) words(text string, style typeface.Style, size unit.Length) ([]word, error) {
	if len(h.Families) == 0 {
		return nil, fmt.Errorf("there is no face to letter with")
	}
	if len(text) > maxText {
		text = strings.ToValidUTF8(text[:maxText], "") + "…"
	}
	chain := typeface.NewChain(style, h.Families...)
	var list []word
	for _, field := range strings.FieldsFunc(text, isSpace) {
		runs, err := chain.Split(nil, field)
		if err != nil {
			return nil, err
		}
		var w word
		for _, r := range runs {
			if r.Missing {
				return nil, &MissingError{r.Text}
			}
			shaped := r.Face.Shape(r.Text, typeface.Setting{Lang: h.Lang, Figures: typeface.LiningFigures})
			p := part{face: r.Face, glyphs: shaped.Glyphs, width: size.MulDiv(int64(shaped.Advance), int64(r.Face.UnitsPerEm()))}
			w.parts = append(w.parts, p)
			w.width += p.width
		}
		list = append(list, w)
	}
	return list, nil
}

// isSpace is true of the spaces at which a line may break; fixed spaces stay in their
// word.
func isSpace(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' }

// Items places the line with the origin of its first glyph at x, y.
func (l Line) Items(x, y unit.Length, grey uint8) []typeset.Item {
	var items []typeset.Item
	var run *typeset.Run
	for i, w := range l.words {
		if i > 0 {
			run.Pieces[len(run.Pieces)-1].Space = space(l.Size)
			x += space(l.Size)
		}
		for _, p := range w.parts {
			if run == nil || run.Face != p.face {
				run = &typeset.Run{Face: p.face, Size: l.Size, X: x, Y: y, Stretch: 1000, Grey: grey}
				items = append(items, run)
			}
			run.Pieces = append(run.Pieces, typeset.Piece{Glyphs: p.glyphs})
			x += p.width
		}
	}
	return items
}
