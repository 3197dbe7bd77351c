package typeface

import (
	"encoding/binary"
	"fmt"
)

// outlines are the tables loca and glyf: where each glyph's outline lies.
type outlines struct {
	loca []byte
	glyf []byte
	long bool
}

// maxComponentDepth bounds how deep composite glyphs may nest, and maxParts of how many
// parts one may be made in all; real fonts stay at 2 and 10. Without the second bound a
// small file could ask for more work than there is time.
const (
	maxComponentDepth = 8
	maxParts          = 1 << 12
)

// readOutlines checks that every glyph lies inside the table glyf and that composite
// glyphs name glyphs of the font, without circles.
func (f *Face) readOutlines() *Error {
	f.outline = outlines{loca: f.sfnt.table("loca"), glyf: f.sfnt.table("glyf"), long: f.metrics.longLoca}
	n, size := f.metrics.NumGlyphs, 2
	if f.outline.long {
		size = 4
	}
	if len(f.outline.loca) < (n+1)*size {
		return damaged("its table of glyph places (loca) is cut short")
	}
	for id := range n {
		from, to := f.outline.place(id), f.outline.place(id+1)
		if from > to || to > len(f.outline.glyf) || to-from > 0 && to-from < 10 {
			return damaged(fmt.Sprintf("the outline of glyph %d lies outside the font", id))
		}
	}
	visits := make([]visit, n)
	for id := range n {
		if err := f.checkComponents(uint16(id), visits, 1); err != nil {
			return err
		}
	}
	return nil
}

// visit is what is known of a glyph: how deep it nests and of how many glyphs it is made,
// counting itself. A depth of 0 is a glyph not visited yet.
type visit struct{ depth, parts int }

// checkComponents visits each glyph once. The level is how far down the visit is, so that
// a circle runs into the bound.
func (f *Face) checkComponents(id uint16, visits []visit, level int) *Error {
	if level-1+max(visits[id].depth, 1) > maxComponentDepth {
		return damaged(fmt.Sprintf("glyph %d is made of glyphs nested too deep", id))
	}
	if visits[id].depth > 0 {
		return nil
	}
	parts, ok := components(f.outline.glyph(id))
	if !ok {
		return damaged(fmt.Sprintf("the outline of glyph %d is cut short", id))
	}
	v := visit{1, 1}
	for _, p := range parts {
		if int(p.id) >= f.metrics.NumGlyphs {
			return damaged(fmt.Sprintf("glyph %d is made of a glyph that the font does not have", id))
		}
		if err := f.checkComponents(p.id, visits, level+1); err != nil {
			return err
		}
		v.depth, v.parts = max(v.depth, visits[p.id].depth+1), v.parts+visits[p.id].parts
	}
	if v.parts > maxParts {
		return damaged(fmt.Sprintf("glyph %d is made of too many glyphs", id))
	}
	visits[id] = v
	return nil
}

func (o outlines) place(id int) int {
	if o.long {
		return int(binary.BigEndian.Uint32(o.loca[4*id:]))
	}
	return 2 * int(binary.BigEndian.Uint16(o.loca[2*id:]))
}

// glyph returns the bytes of an outline; empty for a glyph without ink.
func (o outlines) glyph(id uint16) []byte {
	return o.glyf[o.place(int(id)):o.place(int(id)+1)]
}

// component is a part of a composite glyph: the glyph and where its id stands in the
// composite's bytes.
type component struct {
	id uint16
	at int
}

// The flags of a component (OpenType 1.9.1, glyf).
const (
	argsAreWords   = 0x0001
	haveScale      = 0x0008
	moreComponents = 0x0020
	haveXYScale    = 0x0040
	haveTwoByTwo   = 0x0080
)

// components lists the parts of a composite glyph; none for a simple one. False means
// that the outline is cut short.
func components(g []byte) (parts []component, ok bool) {
	if len(g) == 0 || i16(g, 0) >= 0 {
		return nil, true
	}
	at := 10
	for {
		if at+4 > len(g) {
			return nil, false
		}
		flags := u16(g, at)
		parts = append(parts, component{id: uint16(u16(g, at+2)), at: at + 2})
		at += 4 + componentArgs(flags)
		if at > len(g) {
			return nil, false
		}
		if flags&moreComponents == 0 {
			return parts, true
		}
	}
}

// componentArgs is the length in bytes of a component's offsets and scale.
func componentArgs(flags int) int {
	n := 2
	if flags&argsAreWords != 0 {
		n = 4
	}
	switch {
	case flags&haveTwoByTwo != 0:
		return n + 8
	case flags&haveXYScale != 0:
		return n + 4
	case flags&haveScale != 0:
		return n + 2
	}
	return n
}

// soundOutline reports whether a glyph's bytes hold all that they announce: contours,
// instructions, flags and coordinates of a simple glyph, the components of a composite
// one (OpenType 1.9.1, glyf).
func soundOutline(g []byte) bool {
	if len(g) == 0 {
		return true
	}
	contours := i16(g, 0)
	if contours < 0 {
		_, ok := components(g)
		return ok
	}
	at := 10 + 2*contours
	if at+2 > len(g) {
		return false
	}
	points := 0
	for c := range contours {
		end := u16(g, 10+2*c) + 1
		if end < points {
			return false
		}
		points = end
	}
	return soundPoints(g, at+2+u16(g, at), points)
}

// The flags of a point.
const (
	xShort  = 0x02
	yShort  = 0x04
	repeats = 0x08
	xSame   = 0x10
	ySame   = 0x20
)

// soundPoints reads the flags from at on and adds up the coordinates they ask for.
func soundPoints(g []byte, at, points int) bool {
	coordinates := 0
	for points > 0 {
		if at >= len(g) {
			return false
		}
		flag, times := g[at], 1
		at++
		if flag&repeats != 0 {
			if at >= len(g) {
				return false
			}
			times += int(g[at])
			at++
		}
		points -= times
		coordinates += times * (coordinateBytes(flag&xShort, flag&xSame) + coordinateBytes(flag&yShort, flag&ySame))
	}
	return points == 0 && at+coordinates <= len(g)
}

func coordinateBytes(short, same byte) int {
	switch {
	case short != 0:
		return 1
	case same != 0:
		return 0
	}
	return 2
}
