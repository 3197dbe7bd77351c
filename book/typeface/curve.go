package typeface

import (
	"math"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// Curve is a part of a glyph's outline: a quadratic Bézier curve, or a line, whose
// Control is its From. Coordinates are font units, y up.
type Curve struct{ From, Control, To Point }

// Point is a point of an outline in font units.
type Point struct{ X, Y int }

// Curves is the outline of a glyph: closed contours, one after another, each curve
// beginning where the last ended or where a new contour does. Their insides are where
// the winding number is not zero. Empty for a glyph without ink.
func (f *Face) Curves(id uint16) (list []Curve) {
	defer func() {
		if recover() != nil {
			f.fail("a glyph's outline (glyf)")
			list = nil
		}
	}()
	drawing := f.drawing()
	if drawing == nil || int(id) >= f.metrics.NumGlyphs {
		return nil
	}
	outline, ok := (&font.Face{Font: drawing}).GlyphDataOutline(font.GID(id))
	if !ok {
		return nil
	}
	var start, at Point
	closed := func() {
		if at != start {
			list = append(list, Curve{at, at, start})
		}
	}
	for _, s := range outline.Segments {
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			closed()
			start = point(s.Args[0])
			at = start
		case opentype.SegmentOpLineTo:
			to := point(s.Args[0])
			list = append(list, Curve{at, at, to})
			at = to
		case opentype.SegmentOpQuadTo: // TrueType has no others
			to := point(s.Args[1])
			list = append(list, Curve{at, point(s.Args[0]), to})
			at = to
		}
	}
	closed()
	return list
}

// point rounds to font units, so that no machine's arithmetic shows.
func point(p opentype.SegmentPoint) Point {
	return Point{int(math.Round(float64(p.X))), int(math.Round(float64(p.Y)))}
}
