package typeface

import (
	"encoding/binary"
	"slices"
	"strings"
)

// SubsetText is the face as a TrueType font for the characters given, for embedding in an
// EPUB: it maps them by Unicode and keeps kerning, ligatures, small capitals, figures and
// the other bookFeatures, hinting, the permissions of OS/2, and the notices of copyright
// and licence. Characters that the face lacks are left out. The same characters, in any
// order, give the same bytes.
//
// Glyphs keep their numbers, so that the layout tables stay as they are; those that no
// text of the characters can lead to have no outline. A face whose copyright reserves its
// name (SIL Open Font License 1.1, clause 3) is given another.
//
// The error is an *Error: an outline among those kept is damaged.
func (f *Face) SubsetText(chars []rune) ([]byte, error) {
	chars = slices.Compact(slices.Sorted(slices.Values(chars)))
	chars = slices.DeleteFunc(chars, func(r rune) bool { return f.GlyphOf(r) == 0 })
	ids := []uint16{0, f.SpaceGlyph()}
	for _, r := range chars {
		ids = append(ids, f.GlyphOf(r))
	}
	kept, err := f.safeClosure(ids)
	if err != nil {
		return nil, err
	}
	glyf, loca, err := f.packKept(kept)
	if err != nil {
		err.File = f.file
		return nil, err
	}
	tables := f.copied("cvt ", "fpgm", "prep", "gasp", "OS/2", "GSUB", "GPOS", "GDEF")
	tables["glyf"], tables["loca"] = glyf, loca
	tables["hmtx"] = f.hmtxKept(kept)
	tables["cmap"] = unicodeCmap(chars, f.GlyphOf)
	tables["name"] = nameTable(f.embeddedNames())
	f.addHeaders(tables, len(kept), len(kept))
	return assemble(tables), nil
}

// safeClosure is closure for fonts whose substitution rules may be damaged.
func (f *Face) safeClosure(ids []uint16) (kept []bool, err *Error) {
	defer func() {
		if recover() != nil {
			err = damaged("its substitution rules (GSUB) cannot be read")
			err.File = f.file
		}
	}()
	return f.closure(ids), nil
}

// packKept copies the outlines of the kept glyphs; the others are empty.
func (f *Face) packKept(kept []bool) (glyf, loca []byte, err *Error) {
	for id, keep := range kept {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		if !keep {
			continue
		}
		if glyf, err = f.appendOutline(glyf, uint16(id)); err != nil {
			return nil, nil, err
		}
	}
	return glyf, binary.BigEndian.AppendUint32(loca, uint32(len(glyf))), nil
}

func (f *Face) hmtxKept(kept []bool) []byte {
	hmtx := make([]byte, 4*len(kept))
	for id, keep := range kept {
		if keep {
			binary.BigEndian.PutUint16(hmtx[4*id:], uint16(f.Advance(uint16(id))))
			binary.BigEndian.PutUint16(hmtx[4*id+2:], uint16(f.LeftBearing(uint16(id))))
		}
	}
	return hmtx
}

// renamed is the family of a subset whose face reserves its own name.
const renamed = "Embedded Face"

func (f *Face) embeddedNames() []nameRecord {
	family, full, postScript := f.names.family, f.names.family+" "+f.names.style, f.names.postScript
	if strings.Contains(strings.ToLower(f.names.copyright), "reserved font name") {
		family, full = renamed, renamed+" "+f.names.style
		postScript = postScriptName(full)
	}
	return []nameRecord{
		{0, f.names.copyright}, {1, family}, {2, f.names.style}, {4, full}, {6, postScript},
		{13, f.names.licence}, {14, f.names.licenceURL},
	}
}
