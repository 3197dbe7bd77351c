package cover

import (
	"fmt"
	"strings"

	"cahier/book"
	"cahier/book/typeface"
)

// piece is text in one style.
type piece struct {
	text   string
	italic bool
}

// pieces are the texts of inlines: emphasis is set in italic, all else plainly.
func pieces(list []book.Inline) []piece {
	var out []piece
	for _, n := range list {
		switch n := n.(type) {
		case *book.Emphasis:
			out = append(out, piece{book.PlainText(n.Inlines), true})
		default:
			out = append(out, piece{book.PlainText([]book.Inline{n}), false})
		}
	}
	return out
}

func italic(list []piece) []piece {
	for i := range list {
		list[i].italic = true
	}
	return list
}

// word is shaped text between two spaces. Widths are in 1/1000 of the size.
type word struct {
	runs  []shaped
	width int
}

type shaped struct {
	face   *typeface.Face
	glyphs []typeface.Glyph
}

// space is the word space in 1/1000 of the size.
const space = 240

// words shapes a text, cut at ordinary spaces. A face for large sizes is semibold.
func (s *sheet) words(text []piece, size int) ([]word, error) {
	var out []word
	open, used := false, 0
	for _, p := range text {
		t := strings.ReplaceAll(p.text, "\n", " ")
		if used += len(t); used > maxText {
			t = strings.ToValidUTF8(t[:max(0, len(t)-(used-maxText))], "") + "…"
		}
		for i, part := range strings.Split(t, " ") {
			if i > 0 {
				open = false
			}
			if part == "" {
				continue
			}
			if !open {
				out = append(out, word{})
			}
			open = true
			if err := s.shape(&out[len(out)-1], part, p.italic, size); err != nil {
				return nil, err
			}
		}
		if used > maxText {
			break
		}
	}
	return out, nil
}

func (s *sheet) shape(w *word, text string, italic bool, size int) error {
	style := typeface.Roman
	switch {
	case italic && size == titleMost:
		style = typeface.SemiBoldItalic
	case italic:
		style = typeface.Italic
	case size == titleMost:
		style = typeface.SemiBold
	}
	runs, err := typeface.NewChain(style, s.families...).Split(nil, text)
	if err != nil {
		return err
	}
	for _, r := range runs {
		if r.Missing {
			return fmt.Errorf("no face has %q", r.Text)
		}
		shape := r.Face.Shape(r.Text, typeface.Setting{Lang: s.lang, Figures: typeface.LiningFigures})
		w.runs = append(w.runs, shaped{r.Face, shape.Glyphs})
		w.width += int(shape.Advance) * 1000 / r.Face.UnitsPerEm()
	}
	return nil
}

// line is words of one size on a line; space is set above it.
type line struct {
	words []word
	size  int
	space int
}

// width is the line's width in pixels.
func (l line) width(size int) int { return width(l.words) * size / 1000 }

func width(words []word) int {
	w := 0
	for i, word := range words {
		if i > 0 {
			w += space
		}
		w += word.width
	}
	return w
}

// breakLines breaks words into as few lines as the measure allows, and among those so
// that they are as even as can be: the sum of the squares of what they lack is least.
// A word wider than the measure has a line to itself.
func breakLines(words []word, measure, size int) []line {
	limit := measure * 1000 / size
	n := len(words)
	type state struct{ lines, cost, next int }
	best := make([]state, n+1)
	for i := n - 1; i >= 0; i-- {
		w := -space
		for j := i; j < n; j++ {
			if w += space + words[j].width; w > limit && j > i {
				break
			}
			lack := max(0, limit-w) / 10
			s := state{best[j+1].lines + 1, best[j+1].cost + lack*lack, j + 1}
			if j == i || s.lines < best[i].lines || s.lines == best[i].lines && s.cost < best[i].cost {
				best[i] = s
			}
		}
	}
	var out []line
	for i := 0; i < n; i = best[i].next {
		out = append(out, line{words: words[i:best[i].next], size: size})
	}
	return out
}

// drawLine draws a line with its origin at x, y.
func (s *sheet) drawLine(l line, x, y int, grey uint8) {
	pen := x * sub
	for i, w := range l.words {
		if i > 0 {
			pen += space * l.size * sub / 1000
		}
		for _, r := range w.runs {
			upem := r.face.UnitsPerEm()
			for _, g := range r.glyphs {
				at := func(units int) int { return units * l.size * sub / upem }
				s.canvas.glyph(r.face.Curves(g.ID), pen+at(int(g.XOffset)), y*sub-at(int(g.YOffset)), l.size, upem, grey)
				pen += at(int(g.Advance))
			}
		}
	}
}
