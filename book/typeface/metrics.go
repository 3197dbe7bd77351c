package typeface

import (
	"encoding/binary"
	"fmt"
)

// Metrics are the measures of a face as a whole, in font units unless said otherwise.
type Metrics struct {
	UnitsPerEm int
	NumGlyphs  int
	// Ascent and Descent (negative) are OS/2's typographic ones when the face has them,
	// else hhea's. LineGap goes with them.
	Ascent, Descent, LineGap int
	CapHeight, XHeight       int
	BBox                     Box // of all glyphs
	ItalicAngle              int // 1/65536 degree, counter-clockwise from the vertical: negative for italics
	Weight                   int // 100–900; 400 is regular
	Width                    int // 1–9; 5 is normal
	Italic                   bool
	FixedPitch               bool
	Serif                    bool // by OS/2 sFamilyClass or PANOSE
	AverageWidth             int
	// StemV is the width of a vertical stem, derived from the weight: fonts do not state it.
	StemV                                 int
	UnderlinePosition, UnderlineThickness int // the position is of the line's middle, negative below
	StrikeoutPosition, StrikeoutThickness int
	SuperscriptSize, SuperscriptRise      int // for characters that have no superior glyph
	SubscriptSize, SubscriptDrop          int
	FsType                                uint16 // OS/2 embedding permissions
	hMetrics                              int
	longLoca                              bool
}

// Box is a rectangle, y up.
type Box struct{ XMin, YMin, XMax, YMax int }

// Metrics returns the measures of the face.
func (f *Face) Metrics() Metrics { return f.metrics }

// UnitsPerEm is the number of font units in an em.
func (f *Face) UnitsPerEm() int { return f.metrics.UnitsPerEm }

// Advance is the natural advance of a glyph, without kerning.
func (f *Face) Advance(id uint16) int {
	hmtx := f.sfnt.table("hmtx")
	i := min(int(id), f.metrics.hMetrics-1) // the last advance serves all later glyphs
	return int(binary.BigEndian.Uint16(hmtx[4*i:]))
}

// LeftBearing is the glyph's left side bearing by the table hmtx.
func (f *Face) LeftBearing(id uint16) int {
	hmtx, n := f.sfnt.table("hmtx"), f.metrics.hMetrics
	at := 4*int(id) + 2
	if int(id) >= n {
		at = 4*n + 2*(int(id)-n)
	}
	if at+2 > len(hmtx) {
		return 0
	}
	return int(int16(binary.BigEndian.Uint16(hmtx[at:])))
}

// The least lengths of the tables' parts that are read here.
const (
	headLength = 54
	hheaLength = 36
	maxpLength = 6
	os2Length  = 78 // version 0
	os2Heights = 90 // up to sCapHeight, since version 2
	postLength = 32
)

func (f *Face) readMetrics() *Error {
	head, hhea, maxp := f.sfnt.table("head"), f.sfnt.table("hhea"), f.sfnt.table("maxp")
	if len(head) < headLength || len(hhea) < hheaLength || len(maxp) < maxpLength {
		return damaged("its head, hhea or maxp table is cut short")
	}
	m := &f.metrics
	m.UnitsPerEm, m.NumGlyphs = u16(head, 18), u16(maxp, 4)
	if m.UnitsPerEm < 16 || m.UnitsPerEm > 16384 {
		return damaged(fmt.Sprintf("%d units per em are impossible", m.UnitsPerEm))
	}
	m.BBox = Box{i16(head, 36), i16(head, 38), i16(head, 40), i16(head, 42)}
	m.Ascent, m.Descent, m.LineGap = i16(hhea, 4), i16(hhea, 6), i16(hhea, 8)
	m.hMetrics, m.longLoca = u16(hhea, 34), i16(head, 50) == 1
	m.Italic = u16(head, 44)&2 != 0
	if m.NumGlyphs == 0 {
		return damaged("it has no glyphs")
	}
	if m.hMetrics == 0 || m.hMetrics > m.NumGlyphs || len(f.sfnt.table("hmtx")) < 4*m.hMetrics+2*(m.NumGlyphs-m.hMetrics) {
		return damaged("its widths (hmtx) do not fit its number of glyphs")
	}
	m.readPost(f.sfnt.table("post"))
	return m.readOS2(f.sfnt.table("OS/2"), u16(head, 44)&1 != 0)
}

func (m *Metrics) readPost(post []byte) {
	m.UnderlinePosition, m.UnderlineThickness = -m.UnitsPerEm/10, m.UnitsPerEm/20
	if len(post) < postLength {
		return
	}
	m.ItalicAngle = int(int32(binary.BigEndian.Uint32(post[4:])))
	m.UnderlinePosition, m.UnderlineThickness = i16(post, 8), i16(post, 10)
	m.FixedPitch = binary.BigEndian.Uint32(post[12:]) != 0
}

// readOS2 reads the table OS/2, or fills in what a face without one leaves open.
func (m *Metrics) readOS2(t []byte, bold bool) *Error {
	em := m.UnitsPerEm
	m.Weight, m.Width, m.CapHeight, m.XHeight = 400, 5, em*7/10, em/2
	m.AverageWidth = em / 2
	m.SuperscriptSize, m.SuperscriptRise, m.SubscriptSize, m.SubscriptDrop = em*65/100, em*35/100, em*65/100, em*15/100
	m.StrikeoutPosition, m.StrikeoutThickness = em/4, em/20
	if bold {
		m.Weight = 700
	}
	if len(t) >= os2Length {
		if err := m.readPermissions(u16(t, 8)); err != nil {
			return err
		}
		m.readStyle(t)
	}
	if len(t) >= os2Heights && u16(t, 0) >= 2 {
		if x := i16(t, 86); x > 0 {
			m.XHeight = x
		}
		if c := i16(t, 88); c > 0 {
			m.CapHeight = c
		}
	}
	m.StemV = em * (10 + 220*(m.Weight-50)/900) / 1000
	return nil
}

func (m *Metrics) readStyle(t []byte) {
	m.AverageWidth = i16(t, 2)
	if w := u16(t, 4); w >= 1 && w <= 1000 {
		m.Weight = w
	}
	if w := u16(t, 6); w >= 1 && w <= 9 {
		m.Width = w
	}
	m.SubscriptSize, m.SubscriptDrop = positive(i16(t, 12), m.SubscriptSize), positive(i16(t, 16), m.SubscriptDrop)
	m.SuperscriptSize, m.SuperscriptRise = positive(i16(t, 20), m.SuperscriptSize), positive(i16(t, 24), m.SuperscriptRise)
	m.StrikeoutThickness, m.StrikeoutPosition = positive(i16(t, 26), m.StrikeoutThickness), positive(i16(t, 28), m.StrikeoutPosition)
	// sFamilyClass 1–5 and 7 are the serif classes; PANOSE serif styles 2–10 say the same.
	class, panose := t[30], t[32:42]
	m.Serif = class >= 1 && class <= 5 || class == 7 || class == 0 && panose[0] == 2 && panose[1] >= 2 && panose[1] <= 10
	m.Italic = m.Italic || u16(t, 62)&1 != 0
	if a, d := i16(t, 68), i16(t, 70); a > 0 && d <= 0 {
		m.Ascent, m.Descent, m.LineGap = a, d, i16(t, 72)
	}
}

// The bits of fsType (OpenType 1.9.1, OS/2): what the owner of the font allows.
const (
	fsRestricted  = 0x0002
	fsPreview     = 0x0004
	fsEditable    = 0x0008
	fsNoSubset    = 0x0100
	fsBitmapOnly  = 0x0200
	fsPermissions = fsRestricted | fsPreview | fsEditable
)

// readPermissions refuses a face that may not be embedded as cahier embeds: as a subset,
// with its outlines. Where several permissions are set the least strict one counts.
func (m *Metrics) readPermissions(fsType int) *Error {
	m.FsType = uint16(fsType)
	const hint = "ask the foundry for a licence to embed, or choose another face"
	switch {
	case fsType&fsPermissions == fsRestricted:
		return refused("forbids embedding (fsType: restricted licence)", hint)
	case fsType&fsBitmapOnly != 0:
		return refused("forbids embedding its outlines (fsType: bitmaps only)", hint)
	case fsType&fsNoSubset != 0:
		return refused("forbids embedding a part of it (fsType: no subsetting)", hint)
	}
	return nil
}

func positive(v, otherwise int) int {
	if v > 0 {
		return v
	}
	return otherwise
}

func u16(b []byte, at int) int { return int(binary.BigEndian.Uint16(b[at:])) }
func i16(b []byte, at int) int { return int(int16(binary.BigEndian.Uint16(b[at:]))) }
