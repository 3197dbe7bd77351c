package typeset

import (
	"unicode/utf8"

	"cahier/book/typeface"
	"cahier/book/unit"
)

// hang is how far a character may stand out over the left and the right edge, in
// thousandths of its advance.
type hang struct{ left, right int16 }

// Protrusion, after the habit of hand composition: what is light or low hangs most, so
// that the edge looks straight; letters hang by the roundness of their sides. The values
// are for upright faces; slanted ones hang less on the left, where they lean away.
var protrusion = map[rune]hang{
	'.': {0, 700}, ',': {0, 700}, ';': {0, 400}, ':': {0, 400}, '!': {0, 150}, '?': {0, 150}, '…': {0, 100},
	'-': {400, 650}, '\u00ad': {0, 650}, '\u2010': {400, 650}, '\u2011': {400, 650}, '–': {250, 350}, '—': {150, 220},
	'’': {500, 700}, '‘': {600, 500}, '\'': {400, 500}, '“': {450, 350}, '”': {300, 450}, '"': {300, 400}, '„': {300, 300}, '‚': {400, 400},
	'«': {250, 150}, '»': {150, 250}, '‹': {250, 150}, '›': {150, 250},
	'(': {120, 0}, ')': {0, 150}, '[': {60, 0}, ']': {0, 100}, '*': {200, 200}, '/': {100, 150},
	'A': {50, 50}, 'C': {40, 0}, 'D': {0, 30}, 'F': {0, 50}, 'G': {40, 0}, 'J': {50, 0}, 'L': {0, 60}, 'O': {40, 40}, 'P': {0, 40},
	'Q': {40, 40}, 'R': {0, 30}, 'T': {60, 60}, 'V': {50, 50}, 'W': {40, 40}, 'X': {30, 40}, 'Y': {60, 60}, 'Z': {20, 30},
	'c': {30, 10}, 'd': {20, 0}, 'e': {30, 20}, 'f': {0, 40}, 'k': {0, 30}, 'o': {30, 30}, 'q': {20, 0}, 'r': {0, 60}, 't': {20, 30},
	'v': {50, 50}, 'w': {40, 40}, 'x': {30, 40}, 'y': {50, 60}, '1': {60, 60}, '4': {30, 0}, '7': {40, 40},
}

// hangs is the protrusion of shaped text on either side.
func (l *look) hangs(glyphs []typeface.Glyph) (left, right unit.Length) {
	if len(glyphs) == 0 {
		return 0, 0
	}
	slanted := l.style == typeface.Italic || l.style == typeface.SemiBoldItalic || l.style == typeface.BoldItalic
	if g := glyphs[0]; g.Text != "" {
		r, _ := utf8.DecodeRuneInString(g.Text)
		share := int64(protrusion[r].left)
		if slanted {
			share /= 2
		}
		left = l.width(g.Advance).MulDiv(share, 1000)
	}
	g := glyphs[len(glyphs)-1]
	r, _ := utf8.DecodeLastRuneInString(g.Text)
	right = l.width(g.Advance).MulDiv(int64(protrusion[r].right), 1000)
	return left, right
}
