package pdf

import (
	"math/bits"

	"cahier/book/typeset"
)

// pen turns a run into the operand of TJ (ISO 32000-1, 9.4.3). Glyphs advance by the
// widths of the font, the size and the character spacing as they are written; where the
// typesetter wants another place the pen writes a whole number of thousandths of the
// size. The remainder is carried, so that the pen stands within half a thousandth of the
// size of its place after any number of glyphs.
//
// Both positions are in billionths of a point of text space, before horizontal scaling.
type pen struct {
	size   int64 // thousandths of a point, as written by Tf
	track  int64 // hundred-thousandths of a point, as written by Tc
	actual int64 // where a reader will be

	// The place wanted is num / (upem × stretch) lengths: font units times size, and what
	// is measured on the page times 1000.
	num, upem, stretch  int64
	fullSize, fullTrack int64 // in lengths
}

// newPen starts at the origin of a run.
func newPen(r *typeset.Run, upem int64) pen {
	stretch := int64(r.Stretch)
	if stretch <= 0 {
		stretch = 1000
	}
	return pen{
		size: milli(r.Size), track: hundredThousandths(r.Track),
		upem: upem, stretch: stretch, fullSize: int64(r.Size), fullTrack: int64(r.Track),
	}
}

// wanted is the place wanted, plus an offset in font units.
func (p *pen) wanted(offset int64) int64 {
	// 10^9 / 65536 = 1953125 / 128
	return mulDiv(p.num+offset*p.fullSize*p.stretch, 1953125, 128*p.upem*p.stretch)
}

// adjust returns the TJ number that brings the pen to the place wanted: positive numbers
// move it left.
func (p *pen) adjust(offset int64) int64 {
	unit := p.size * 1000
	n := divRound(p.actual-p.wanted(offset), unit)
	p.actual -= n * unit
	return n
}

// drawn moves the reader over a glyph of the width, in millionths of an em.
func (p *pen) drawn(width int64) { p.actual += width*p.size + p.track*10_000 }

// advance moves the place wanted over a glyph: font units, and the track.
func (p *pen) advance(units int64) {
	p.num += (units*p.fullSize + p.fullTrack*p.upem) * p.stretch
}

// move moves the place wanted by a length on the page.
func (p *pen) move(length int64) { p.num += length * 1000 * p.upem }

// mulDiv is a·m/d rounded to the nearest, halves away from zero, without overflow in
// between; m, d > 0. A result beyond 64 bits, which no page has, is cut to the largest.
func mulDiv(a, m, d int64) int64 {
	neg := a < 0
	if neg {
		a = -a
	}
	hi, lo := bits.Mul64(uint64(a), uint64(m))
	lo, carry := bits.Add64(lo, uint64(d/2), 0)
	hi += carry
	if hi >= uint64(d) {
		return 1<<62 - 1
	}
	q, _ := bits.Div64(hi, lo, uint64(d))
	if neg {
		return -int64(q)
	}
	return int64(q)
}

// divRound is a/d rounded to the nearest, halves away from zero; d > 0.
func divRound(a, d int64) int64 {
	if a < 0 {
		return -((-a + d/2) / d)
	}
	return (a + d/2) / d
}
