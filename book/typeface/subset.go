package typeface

import (
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
)

// MaxSlots is how many glyphs one subset may be asked for: slots are character codes of
// the subset's cmap, and codes from U+D800 on are surrogates or need care. A document
// that uses more makes another subset.
const MaxSlots = 0xD7FF

// Subset is a TrueType font of the given glyphs for embedding in a PDF: glyph i+1 is
// ids[i], glyph 0 is .notdef, and the parts of composite glyphs follow. A glyph may be
// asked for twice, when it stands for two texts. Character code i+1 leads to glyph i+1
// (cmap format 4, platform 3, encoding 1), so that a PDF's CIDToGIDMap can be Identity.
//
// The font has no layout tables and no hdmx, kern or vertical ones: its glyphs are
// already placed. Outlines and hinting are the face's, byte for byte, save the numbers
// of components. The same ids give the same bytes.
//
// The error is an *Error: an outline among those asked for is damaged.
func (f *Face) Subset(ids []uint16) ([]byte, error) {
	if len(ids) > MaxSlots {
		return nil, fmt.Errorf("subset of %d glyphs: more than %d", len(ids), MaxSlots)
	}
	order := append([]uint16{0}, ids...)
	for _, id := range order {
		if int(id) >= f.metrics.NumGlyphs {
			return nil, fmt.Errorf("subset of %s: no glyph %d", f.file, id)
		}
	}
	order, places := f.withParts(order)
	glyf, loca, err := f.pack(order, places)
	if err != nil {
		err.File = f.file
		return nil, err
	}
	tables := f.copied("cvt ", "fpgm", "prep", "gasp", "OS/2")
	tables["glyf"], tables["loca"] = glyf, loca
	tables["hmtx"] = f.hmtxFor(order)
	tables["cmap"] = slotCmap(len(ids))
	tables["name"] = nameTable(f.subsetNames())
	f.addHeaders(tables, len(order), len(order))
	return assemble(tables), nil
}

// withParts appends the glyphs that composite ones are made of, each once, and says
// where a part stands: the first place of its glyph in the order.
func (f *Face) withParts(order []uint16) ([]uint16, map[uint16]uint16) {
	places := make(map[uint16]uint16, len(order))
	for i, id := range order {
		if _, ok := places[id]; !ok {
			places[id] = uint16(i)
		}
	}
	for i := 0; i < len(order); i++ {
		parts, _ := components(f.outline.glyph(order[i]))
		for _, p := range parts {
			if _, ok := places[p.id]; !ok {
				places[p.id] = uint16(len(order))
				order = append(order, p.id)
			}
		}
	}
	return order, places
}

// pack copies outlines in order, each padded to four bytes, renumbering components by
// places, and makes the long loca that goes with them.
func (f *Face) pack(order []uint16, places map[uint16]uint16) (glyf, loca []byte, err *Error) {
	loca = make([]byte, 0, 4*(len(order)+1))
	for _, id := range order {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		start := len(glyf)
		if glyf, err = f.appendOutline(glyf, id); err != nil {
			return nil, nil, err
		}
		parts, _ := components(f.outline.glyph(id))
		for _, p := range parts {
			binary.BigEndian.PutUint16(glyf[start+p.at:], places[p.id])
		}
	}
	if len(glyf) == 0 {
		glyf = make([]byte, 4) // a table of no length is not read by everyone
	}
	return glyf, binary.BigEndian.AppendUint32(loca, uint32(len(glyf))), nil
}

// appendOutline appends a glyph's outline as it is, padded to four bytes.
func (f *Face) appendOutline(glyf []byte, id uint16) ([]byte, *Error) {
	g := f.outline.glyph(id)
	if !soundOutline(g) {
		return nil, damaged(fmt.Sprintf("the outline of glyph %d cannot be read", id))
	}
	glyf = append(glyf, g...)
	return append(glyf, make([]byte, -len(g)&3)...), nil
}

func (f *Face) hmtxFor(order []uint16) []byte {
	hmtx := make([]byte, 0, 4*len(order))
	for _, id := range order {
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(f.Advance(id)))
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(f.LeftBearing(id)))
	}
	return hmtx
}

// copied is those of the face's tables that it has.
func (f *Face) copied(tags ...string) map[string][]byte {
	tables := map[string][]byte{}
	for _, tag := range tags {
		if t := f.sfnt.table(tag); t != nil {
			tables[tag] = t
		}
	}
	return tables
}

// addHeaders adds head, hhea, maxp and post for a number of glyphs, all outlines placed
// by a long loca.
func (f *Face) addHeaders(tables map[string][]byte, glyphs, hMetrics int) {
	head := slices.Clone(f.sfnt.table("head")[:headLength])
	binary.BigEndian.PutUint32(head[8:], 0)
	binary.BigEndian.PutUint16(head[50:], 1)
	hhea := slices.Clone(f.sfnt.table("hhea")[:hheaLength])
	binary.BigEndian.PutUint16(hhea[34:], uint16(hMetrics))
	maxp := slices.Clone(f.sfnt.table("maxp"))
	binary.BigEndian.PutUint16(maxp[4:], uint16(glyphs))
	post := make([]byte, postLength)
	if own := f.sfnt.table("post"); len(own) >= postLength {
		copy(post, own[:postLength])
	}
	binary.BigEndian.PutUint32(post, 0x00030000) // version 3: no glyph names
	tables["head"], tables["hhea"], tables["maxp"], tables["post"] = head, hhea, maxp, post
}

// assemble writes the tables, sorted by tag and padded to four bytes, with the directory
// and the checksum of the whole (OpenType 1.9.1, "Calculating checksums").
func assemble(tables map[string][]byte) []byte {
	tags := slices.Sorted(maps.Keys(tables))
	n := len(tags)
	power, log := 1, 0
	for 2*power <= n {
		power, log = 2*power, log+1
	}
	out := binary.BigEndian.AppendUint32(nil, 0x00010000)
	for _, v := range []int{n, 16 * power, log, 16 * (n - power)} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	offset, head := 12+16*n, 0
	for _, tag := range tags {
		t := tables[tag]
		out = append(out, tag...)
		for _, v := range []int{int(checksum(t)), offset, len(t)} {
			out = binary.BigEndian.AppendUint32(out, uint32(v))
		}
		if tag == "head" {
			head = offset
		}
		offset += (len(t) + 3) &^ 3
	}
	for _, tag := range tags {
		out = append(out, tables[tag]...)
		out = append(out, make([]byte, -len(out)&3)...)
	}
	binary.BigEndian.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out))
	return out
}
