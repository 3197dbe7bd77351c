package typeface

import (
	"cmp"
	"path"
	"strings"
	"unicode/utf16"
)

// names are the strings of the table name that cahier uses.
type names struct {
	copyright, family, style, postScript, licence, licenceURL string
}

// wantedNames are the ids of those strings.
var wantedNames = map[int]bool{0: true, 1: true, 2: true, 6: true, 13: true, 14: true, 16: true, 17: true}

// readNames reads what it can of a name table; a damaged record is skipped, since no
// name decides how text is set.
func readNames(t []byte) names {
	found := map[int]string{}
	if len(t) >= 6 {
		strings := u16(t, 4)
		for i := range u16(t, 2) {
			at := 6 + 12*i
			if at+12 > len(t) {
				break
			}
			id := u16(t, at+6)
			if !wantedNames[id] || found[id] != "" {
				continue
			}
			if s, ok := readName(t, at, strings); ok {
				found[id] = s
			}
		}
	}
	return names{
		copyright: found[0], licence: found[13], licenceURL: found[14],
		family: cmp.Or(found[16], found[1]), style: cmp.Or(found[17], found[2]),
		postScript: postScriptName(found[6]),
	}
}

// readName decodes an English record of the Windows or Unicode platform, or a Roman one
// of the Macintosh platform as far as it is ASCII.
func readName(t []byte, at, strings int) (s string, ok bool) {
	platform, language := u16(t, at), u16(t, at+4)
	from := strings + u16(t, at+10)
	to := from + u16(t, at+8)
	if to > len(t) {
		return "", false
	}
	raw := t[from:to]
	switch {
	case platform == 0 || platform == 3 && (language == 0x409 || language == 0):
		return decodeUTF16(raw), true
	case platform == 1 && language == 0:
		for _, c := range raw {
			if c >= 0x80 {
				return "", false
			}
		}
		return string(raw), true
	}
	return "", false
}

func decodeUTF16(b []byte) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = uint16(b[2*i])<<8 | uint16(b[2*i+1])
	}
	return string(utf16.Decode(units))
}

// postScriptName keeps what a PostScript name may hold (OpenType 1.9.1, name ID 6,
// narrowed to letters, digits, hyphen and stop): the name goes into the PDF unescaped.
func postScriptName(s string) string {
	s = strings.TrimSuffix(path.Base(s), path.Ext(s))
	s = strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return -1
	}, s)
	return s[:min(len(s), 63)]
}

// nameRecord is a string of a name table that is written.
type nameRecord struct {
	id   int
	text string
}

// subsetNames are the names that a subset keeps: who made the face, and what it is.
func (f *Face) subsetNames() []nameRecord {
	return []nameRecord{
		{0, f.names.copyright},
		{1, cmp.Or(f.names.family, f.names.postScript)}, {2, "Regular"},
		{4, f.names.postScript}, {6, f.names.postScript},
	}
}

// nameTable writes a table of format 0 for Windows, US English, leaving out empty names;
// the records must be sorted by id.
func nameTable(records []nameRecord) []byte {
	var entries, text []byte
	n := 0
	for _, r := range records {
		if r.text == "" {
			continue
		}
		raw := words()
		for _, u := range utf16.Encode([]rune(r.text)) {
			raw = append(raw, byte(u>>8), byte(u))
		}
		entries = append(entries, words(3, 1, 0x409, r.id, len(raw), len(text))...)
		text = append(text, raw...)
		n++
	}
	return append(append(words(0, n, 6+len(entries)), entries...), text...)
}
