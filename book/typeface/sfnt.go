package typeface

import (
	"bytes"
	"encoding/binary"
	"fmt"
)

// maxFontSize bounds a font file. The largest TrueType faces in use, with 65,535 glyphs,
// stay below it.
const maxFontSize = 64 << 20

// maxTables bounds the table directory; real fonts have 10 to 30.
const maxTables = 128

// sfnt is the container of a TrueType file (OpenType 1.9.1, "Organization of an OpenType
// font"): a directory of tables, each checked to lie inside the file.
type sfnt struct {
	data   []byte
	tables map[string][]byte
}

// table returns a table's bytes, read only; nil if the font lacks it.
func (s sfnt) table(tag string) []byte { return s.tables[tag] }

// formats names the files that people take for TrueType, by their first bytes.
var formats = []struct{ magic, what, hint string }{
	{"OTTO", "is OpenType with CFF outlines", "use the TrueType edition (.ttf) of the face, or convert it with FontForge"},
	{"wOFF", "is a WOFF web font", "use the TrueType file (.ttf) that it was made from"},
	{"wOF2", "is a WOFF2 web font", "use the TrueType file (.ttf) that it was made from"},
	{"ttcf", "is a collection of faces", "save the face that you want as a .ttf of its own, for example with FontForge"},
	{"typ1", "is a PostScript Type 1 font", "use the TrueType edition (.ttf) of the face"},
	{"%!PS", "is a PostScript Type 1 font", "use the TrueType edition (.ttf) of the face"},
	{"\x80\x01", "is a PostScript Type 1 font", "use the TrueType edition (.ttf) of the face"},
	{"PK\x03\x04", "is a zip archive", "unpack it and use the .ttf inside"},
}

// readSfnt reads the directory and checks every table's place and checksum.
func readSfnt(data []byte) (sfnt, *Error) {
	if err := checkFormat(data); err != nil {
		return sfnt{}, err
	}
	n := int(binary.BigEndian.Uint16(data[4:]))
	if n == 0 || n > maxTables || 12+16*n > len(data) {
		return sfnt{}, damaged("its table directory is cut short")
	}
	s := sfnt{data: data, tables: make(map[string][]byte, n)}
	for i := range n {
		record := data[12+16*i:]
		tag := string(record[:4])
		sum := binary.BigEndian.Uint32(record[4:])
		offset, length := uint64(binary.BigEndian.Uint32(record[8:])), uint64(binary.BigEndian.Uint32(record[12:]))
		if offset+length > uint64(len(data)) {
			return sfnt{}, damaged(fmt.Sprintf("table %q reaches beyond the end of the file", tag))
		}
		if _, twice := s.tables[tag]; twice {
			return sfnt{}, damaged(fmt.Sprintf("table %q stands twice in its directory", tag))
		}
		table := data[offset : offset+length : offset+length]
		if used[tag] && tableSum(tag, table) != sum {
			return sfnt{}, damaged(fmt.Sprintf("table %q does not match its checksum", tag))
		}
		s.tables[tag] = table
	}
	return s, s.checkRequired()
}

func checkFormat(data []byte) *Error {
	if len(data) > maxFontSize {
		return refused(fmt.Sprintf("is larger than %d MiB", maxFontSize>>20), "")
	}
	for _, f := range formats {
		if bytes.HasPrefix(data, []byte(f.magic)) {
			return refused(f.what, f.hint)
		}
	}
	if len(data) < 12 {
		return damaged("it is cut short")
	}
	if v := binary.BigEndian.Uint32(data); v != 0x00010000 && v != 0x74727565 /* "true" */ {
		return refused("is not a TrueType font", "give the path of a .ttf file")
	}
	return nil
}

// used are the tables that cahier reads, copies or shapes with. Others (a signature, a
// bitmap) may be in any state.
var used = map[string]bool{
	"head": true, "hhea": true, "hmtx": true, "maxp": true, "loca": true, "glyf": true, "cmap": true, "name": true,
	"post": true, "OS/2": true, "cvt ": true, "fpgm": true, "prep": true, "gasp": true, "GSUB": true, "GPOS": true, "GDEF": true,
}

func (s sfnt) checkRequired() *Error {
	for _, tag := range []string{"head", "hhea", "maxp", "hmtx", "cmap", "loca", "glyf"} {
		if s.tables[tag] == nil {
			if tag == "glyf" && (s.tables["CFF "] != nil || s.tables["CBDT"] != nil || s.tables["sbix"] != nil) {
				return refused("has no TrueType outlines", "use the TrueType edition (.ttf) of the face")
			}
			return damaged(fmt.Sprintf("table %q is missing", tag))
		}
	}
	return nil
}

// tableSum is a table's checksum: its big-endian words added, the last one padded with
// zeros. The sum of head leaves out its own checkSumAdjustment.
func tableSum(tag string, table []byte) uint32 {
	sum := checksum(table)
	if tag == "head" && len(table) >= 12 {
		sum -= binary.BigEndian.Uint32(table[8:])
	}
	return sum
}

func checksum(b []byte) uint32 {
	var sum uint32
	for ; len(b) >= 4; b = b[4:] {
		sum += binary.BigEndian.Uint32(b)
	}
	if len(b) > 0 {
		var last [4]byte
		copy(last[:], b)
		sum += binary.BigEndian.Uint32(last[:])
	}
	return sum
}
