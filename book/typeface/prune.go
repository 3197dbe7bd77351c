package typeface

import (
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
)

// Prune is the face with the outlines of the given glyphs and of their parts alone, for
// a reader that shapes text itself, as an EPUB's does. Glyphs keep their numbers, and
// the tables of characters and layout stay as they are; what is not asked for is drawn
// as nothing. .notdef is always kept. The same ids give the same bytes.
//
// The error is an *Error: an outline among those asked for is damaged.
func (f *Face) Prune(ids []uint16) ([]byte, error) {
	for _, id := range ids {
		if int(id) >= f.metrics.NumGlyphs {
			return nil, fmt.Errorf("pruning %s: no glyph %d", f.file, id)
		}
	}
	_, kept := f.withParts(append([]uint16{0}, ids...))
	var glyf, loca []byte
	for id := range f.metrics.NumGlyphs {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		if _, keep := kept[uint16(id)]; !keep {
			continue
		}
		var err *Error
		if glyf, err = f.appendOutline(glyf, uint16(id)); err != nil {
			err.File = f.file
			return nil, err
		}
	}
	tables := maps.Clone(f.sfnt.tables)
	delete(tables, "DSIG") // it signs the whole file
	tables["glyf"], tables["loca"] = glyf, binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	head := slices.Clone(f.sfnt.table("head"))
	binary.BigEndian.PutUint32(head[8:], 0)  // checksum, see assemble
	binary.BigEndian.PutUint16(head[50:], 1) // long loca
	tables["head"] = head
	return assemble(tables), nil
}
