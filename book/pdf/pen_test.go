package pdf

import (
	"math"
	"math/rand/v2"
	"testing"

	"cahier/book/typeface"
	"cahier/book/typeset"
	"cahier/book/unit"
)

// TestPenStaysOnItsPlace reads back what a run was written as, as a PDF reader does, and
// holds the place of every glyph against the one that the typesetter meant.
func TestPenStaysOnItsPlace(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for style, face := range testFaces(t) {
		for range 200 {
			r := randomRun(rng, face)
			f := newFontSlots(face, 1)
			c := newCanvas(nil, 800*pt)
			if missing := c.run(r, f); missing > 0 {
				t.Fatalf("%s: %d glyphs missing", style, missing)
			}
			want, got := meant(r), readBack(t, c.buf, f)
			if len(want) != len(got) {
				t.Fatalf("%s: %d glyphs were written of %d", style, len(got), len(want))
			}
			// Half a unit of TJ, half a thousandth of a point for the origin, and what
			// floating point loses here.
			bound := (r.Size.Points()/2000+1e-9)*float64(r.Stretch)/1000 + .0005 + 1e-6
			for i := range want {
				if math.Abs(want[i].x-got[i].x) > bound || math.Abs(want[i].rise-got[i].rise) > .0006 {
					t.Fatalf("%s: glyph %d stands at %.5f, %.4f instead of %.5f, %.4f (bound %.5f)",
						style, i, got[i].x, got[i].rise, want[i].x, want[i].rise, bound)
				}
			}
		}
	}
}

type spot struct{ x, rise float64 }

// randomRun has words with random kerns and offsets, at a random size, stretch and
// track.
func randomRun(rng *rand.Rand, face *typeface.Face) *typeset.Run {
	r := &typeset.Run{
		Face: face, Size: unit.Length(rng.IntN(int(40*pt))) + 4*pt, X: unit.Length(rng.IntN(int(100 * pt))),
		Y: 300 * pt, Stretch: 980 + rng.IntN(41), Track: unit.Length(rng.IntN(int(pt/5))) - pt/20,
	}
	for range 1 + rng.IntN(14) {
		word := face.Shape([]string{"AVATAR", "difficile", "To", "rivière", "“quoted”", "x"}[rng.IntN(6)], typeface.Setting{})
		p := typeset.Piece{Glyphs: append([]typeface.Glyph{}, word.Glyphs...), Space: unit.Length(rng.IntN(int(6 * pt)))}
		for i := range p.Glyphs {
			if rng.IntN(5) == 0 {
				p.Glyphs[i].XOffset, p.Glyphs[i].YOffset = int32(rng.IntN(400)-200), int32(rng.IntN(400)-200)
			}
		}
		if rng.IntN(3) == 0 {
			p.Kern = unit.Length(rng.IntN(int(4*pt))) - 2*pt
		}
		r.Pieces = append(r.Pieces, p)
	}
	return r
}

// meant computes from the definition of Run where each glyph stands, spaces included.
func meant(r *typeset.Run) []spot {
	var list []spot
	upem, size, stretch := float64(r.Face.UnitsPerEm()), r.Size.Points(), float64(r.Stretch)/1000
	x := r.X.Points()
	for _, p := range r.Pieces {
		for _, g := range p.Glyphs {
			list = append(list, spot{x + float64(g.XOffset)*size/upem*stretch, float64(g.YOffset) * size / upem})
			x += (float64(g.Advance)*size/upem + r.Track.Points()) * stretch
		}
		if p.Space > 0 {
			list = append(list, spot{x, 0})
		}
		x += (p.Space + p.Kern).Points()
	}
	return list
}

// readBack interprets the text operators of a content stream (ISO 32000-1, 9.4.4).
func readBack(t *testing.T, content []byte, f *fontSlots) []spot {
	t.Helper()
	var list []spot
	var operands []object
	var size, track, x, rise float64
	scale := 1.0
	l := lexer{data: content}
	number := func(o object) float64 {
		if n, ok := o.(int64); ok {
			return float64(n)
		}
		return o.(float64)
	}
	for !l.atEnd() {
		o, err := l.object()
		if err != nil {
			t.Fatal(err)
		}
		op, ok := o.(keyword)
		if !ok {
			operands = append(operands, o)
			continue
		}
		last := object(nil)
		if len(operands) > 0 {
			last = operands[len(operands)-1]
		}
		switch op {
		case "Tf":
			size = number(last)
		case "Tc":
			track = number(last)
		case "Tz":
			scale = number(last) / 100
		case "Ts":
			rise = number(last)
		case "Td":
			x = number(operands[0])
		case "TJ":
			for _, e := range last.(array) {
				s, isText := e.(text)
				if !isText {
					x -= number(e) / 1000 * size * scale
					continue
				}
				for i := 0; i < len(s); i += 2 {
					list = append(list, spot{x, rise})
					slot := f.slots[int(s[i])<<8|int(s[i+1])-1]
					x += (float64(slot.width)/1e6*size + track) * scale
				}
			}
		}
		operands = operands[:0]
	}
	return list
}

func TestMulDiv(t *testing.T) {
	for _, c := range []struct{ a, m, d, want int64 }{
		{7, 3, 2, 11}, {-7, 3, 2, -11}, {1 << 60, 1 << 20, 1 << 30, 1 << 50}, {5, 1, 10, 1}, {4, 1, 10, 0}, {1 << 62, 1 << 20, 1, 1<<62 - 1},
	} {
		if got := mulDiv(c.a, c.m, c.d); got != c.want {
			t.Errorf("mulDiv(%d, %d, %d) = %d, want %d", c.a, c.m, c.d, got, c.want)
		}
	}
}
