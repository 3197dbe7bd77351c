package pdf

import (
	"encoding/binary"
	"errors"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf16"
)

// checkedFont is a font with the codes that are drawn in it.
type checkedFont struct {
	num       int
	dict      dict
	composite bool
	// identity says that codes are two bytes and CIDs (Identity-H or Identity-V). Other
	// CMaps are not read: their codes stay unknown.
	identity bool
	page     int            // the first that uses it
	drawn    map[int]int    // page by code
	visible  bool           // drawn in a mode that leaves ink
	texts    map[int]string // of codes, for Text
}

// font returns the font of a resource, nil if there is none.
func (k *contentCheck) font(o object) *checkedFont {
	d := k.f.dict(o)
	if d == nil {
		return nil
	}
	num := numOf(o)
	if num == 0 {
		num = -1 - len(k.fonts) // written directly into the resources
	}
	f := k.fonts[num]
	if f == nil {
		encoding := k.f.name(d["Encoding"])
		f = &checkedFont{num: num, dict: d, page: k.at.page, drawn: map[int]int{}}
		f.composite = k.f.name(d["Subtype"]) == "Type0"
		f.identity = f.composite && (encoding == "Identity-H" || encoding == "Identity-V")
		k.fonts[num] = f
	}
	return f
}

// draw notes the codes of a string.
func (f *checkedFont) draw(page int, t text, invisible bool) {
	f.visible = f.visible || !invisible && len(t) > 0
	switch {
	case f.identity:
		for i := 0; i+1 < len(t); i += 2 {
			f.note(int(t[i])<<8|int(t[i+1]), page)
		}
	case !f.composite:
		for i := range len(t) {
			f.note(int(t[i]), page)
		}
	}
}

func (f *checkedFont) note(code, page int) {
	if _, ok := f.drawn[code]; !ok {
		f.drawn[code] = page
	}
}

// checkFonts judges every font that is used (ISO 19005-2, 6.2.11; ISO 14289-1, 7.21).
func (c *checker) checkFonts() {
	for _, num := range slices.Sorted(maps.Keys(c.fonts)) {
		f := c.fonts[num]
		at := where{page: f.page, object: max(f.num, 0)}
		base := f.dict
		if f.composite {
			list := c.f.array(f.dict["DescendantFonts"])
			if base = c.f.dict(first(list)); base == nil {
				c.say(at, "font", "ISO 32000-1, 9.7.6", "a composite font without descendant")
				continue
			}
		}
		c.checkFont(at, f, base)
	}
}

// subsetName is the name of a font of which only some glyphs are there (9.6.4).
var subsetName = regexp.MustCompile(`^[A-Z]{6}\+.`)

// checkFont judges one font: texts, program, names; and the glyphs of a TrueType program with
// CIDs, which is what cahier writes.
func (c *checker) checkFont(at where, f *checkedFont, base dict) {
	label := string(c.f.name(base["BaseFont"]))
	c.checkUnicode(at, f, label)
	if c.f.name(f.dict["Subtype"]) == "Type3" {
		return // its glyphs are content streams of the file itself
	}
	descriptor := c.f.dict(base["FontDescriptor"])
	var program *stream
	for _, key := range []name{"FontFile", "FontFile2", "FontFile3"} {
		if s := c.f.stream(descriptor[key]); s != nil {
			program = s
		}
	}
	if program == nil {
		if f.visible {
			c.say(at, "embedded-font", "ISO 19005-2, 6.2.11.4.1", "the font %s is not embedded", label)
		}
		return
	}
	if f.composite && c.f.name(f.dict["BaseFont"]) != "" && !strings.HasPrefix(string(c.f.name(f.dict["BaseFont"])), label) {
		c.say(at, "font-name", "ISO 32000-1, 9.7.6", "the font is %s, its descendant %s", c.f.name(f.dict["BaseFont"]), label)
	}
	if n := string(c.f.name(descriptor["FontName"])); n != label {
		c.say(at, "font-name", "ISO 32000-1, 9.8", "the font is %s, its descriptor %s", label, n)
	}
	if f.composite && c.f.name(base["Subtype"]) == "CIDFontType2" {
		c.checkTrueType(at, f, base, program, label)
	}
}

// checkTrueType holds the widths of a font's dictionary against those of its program, and
// looks for drawn glyphs that are not there.
func (c *checker) checkTrueType(at where, f *checkedFont, base dict, program *stream, label string) {
	data, err := c.f.decode(program)
	if err != nil {
		return
	}
	metrics, err := readWidths(data)
	if err != nil {
		c.say(at, "font-program", "ISO 19005-2, 6.2.11.3.1", "the program of the font %s is damaged: %s", label, err)
		return
	}
	if !subsetName.MatchString(label) && metrics.count < 1000 {
		c.say(at, "subset", "ISO 32000-1, 9.6.4", "the name %s does not say that the font is a subset", label)
	}
	glyph, ok := c.glyphMap(base)
	if !ok {
		c.say(at, "cid-map", "ISO 19005-2, 6.2.11.3.2", "the font %s does not say which glyph a code is (CIDToGIDMap)", label)
		return
	}
	widths, def := c.widths(base)
	for _, cid := range slices.Sorted(maps.Keys(f.drawn)) {
		here := where{page: f.drawn[cid], object: at.object}
		gid := glyph(cid)
		if gid == 0 {
			c.say(here, "notdef", "ISO 19005-2, 6.2.11.8", "a glyph is drawn that the font %s does not have (code %04X)", label, cid)
			continue
		}
		if gid >= metrics.count {
			c.say(here, "glyph-missing", "ISO 19005-2, 6.2.11.4.1", "the embedded font %s has no glyph %d (code %04X)", label, gid, cid)
			continue
		}
		w, ok := widths[cid]
		if !ok {
			w = def
		}
		if want := metrics.width(gid); math.Abs(w-want) > 1 {
			c.say(here, "width", "ISO 19005-2, 6.2.11.5", "code %04X of the font %s is %.4g wide, its glyph %.4g", cid, label, w, want)
		}
	}
}

// glyphMap is the mapping from CID to glyph.
func (c *checker) glyphMap(base dict) (func(int) int, bool) {
	switch o := c.f.resolve(base["CIDToGIDMap"]).(type) {
	case name:
		return func(cid int) int { return cid }, o == "Identity"
	case *stream:
		data, err := c.f.decode(o)
		return func(cid int) int {
			if 2*cid+1 >= len(data) {
				return 0
			}
			return int(data[2*cid])<<8 | int(data[2*cid+1])
		}, err == nil
	}
	return nil, false
}

// widths reads W and DW (9.7.4.3).
func (c *checker) widths(base dict) (map[int]float64, float64) {
	number := func(o object) float64 {
		switch v := c.f.resolve(o).(type) {
		case int64:
			return float64(v)
		case float64:
			return v
		}
		return 0
	}
	def := 1000.0
	if base["DW"] != nil {
		def = number(base["DW"])
	}
	m := map[int]float64{}
	left := maxRanged
	w := c.f.array(base["W"])
	for i := 0; i+1 < len(w); {
		from := max(intOr(c.f.resolve(w[i]), 0), 0)
		if list, ok := c.f.resolve(w[i+1]).(array); ok {
			for k, o := range list {
				m[from+k] = number(o)
			}
			i += 2
			continue
		}
		if i+2 >= len(w) {
			break
		}
		to := min(intOr(c.f.resolve(w[i+1]), 0), 0xFFFF)
		for cid := from; cid <= to && left > 0; cid++ {
			m[cid] = number(w[i+2])
			left--
		}
		i += 3
	}
	return m, def
}

// checkUnicode looks whether every drawn code has a text (ISO 19005-2, 6.2.11.7; ISO 14289-1,
// 7.21.7).
func (c *checker) checkUnicode(at where, f *checkedFont, label string) {
	s := c.f.stream(f.dict["ToUnicode"])
	if s == nil {
		switch {
		case f.composite:
			c.sayAccess(at, "unicode", "ISO 14289-1, 7.21.7", "the font %s does not say which text its glyphs stand for (ToUnicode)", label)
		case !c.knownEncoding(f):
			c.sayAccess(at, "unicode", "ISO 14289-1, 7.21.7", "the font %s has neither ToUnicode nor a standard encoding", label)
		}
		return
	}
	data, err := c.f.decode(s)
	if err != nil {
		return
	}
	m, err := readToUnicode(data)
	if err != nil {
		c.sayAccess(at, "unicode", "ISO 32000-1, 9.10.3", "the table of texts (ToUnicode) of the font %s is damaged: %s", label, err)
		return
	}
	for _, code := range slices.Sorted(maps.Keys(f.drawn)) {
		here := where{page: f.drawn[code], object: at.object}
		t, ok := m[code]
		switch {
		case !ok:
			c.sayAccess(here, "unicode-code", "ISO 14289-1, 7.21.7", "code %04X of the font %s stands for no text", code, label)
		case strings.ContainsAny(t, "\x00\ufeff\ufffe"):
			c.sayAccess(here, "unicode-value", "ISO 14289-1, 7.21.7", "code %04X of the font %s stands for U+0000, U+FEFF or U+FFFE", code, label)
		}
	}
}

// knownEncoding says that a simple font's codes name characters.
func (c *checker) knownEncoding(f *checkedFont) bool {
	switch e := c.f.resolve(f.dict["Encoding"]).(type) {
	case name:
		return e == "WinAnsiEncoding" || e == "MacRomanEncoding" || e == "MacExpertEncoding"
	case dict:
		return e["BaseEncoding"] != nil || e["Differences"] != nil
	}
	return c.f.name(f.dict["Subtype"]) == "Type1" || c.f.name(f.dict["Subtype"]) == "MMType1"
}

// readToUnicode reads the mappings of a CMap (9.10.3).
func readToUnicode(data []byte) (map[int]string, error) {
	m := map[int]string{}
	left := maxRanged
	l := lexer{data: data}
	var operands []object
	for !l.atEnd() {
		o, err := l.object()
		if err != nil {
			return nil, err
		}
		op, ok := o.(keyword)
		if !ok {
			if operands = append(operands, o); len(operands) > 3*maxOperands {
				return nil, errors.New("it has a block of more than 1000 entries")
			}
			continue
		}
		switch op {
		case "endbfchar":
			for i := 0; i+1 < len(operands); i += 2 {
				code, ok1 := codeOf(operands[i])
				t, ok2 := operands[i+1].(text)
				if ok1 && ok2 {
					m[code] = utf16Text(t)
				}
			}
		case "endbfrange":
			for i := 0; i+2 < len(operands) && left > 0; i += 3 {
				left -= readRange(m, operands[i], operands[i+1], operands[i+2])
			}
		}
		operands = operands[:0]
	}
	return m, nil
}

// maxRanged bounds the codes that the ranges of one table may cover: all of them, four
// times over.
const maxRanged = 4 << 16

// readRange adds a range and returns its length.
func readRange(m map[int]string, from, to, target object) int {
	a, ok1 := codeOf(from)
	b, ok2 := codeOf(to)
	if !ok1 || !ok2 || b > 0xFFFF || a > b {
		return 1
	}
	for code := a; code <= b; code++ {
		switch t := target.(type) {
		case text:
			if len(t) == 0 {
				return 1
			}
			last := []byte(t)
			v := 0
			if len(last) >= 2 {
				v = int(last[len(last)-2])<<8 | int(last[len(last)-1])
				v += code - a
				last[len(last)-2], last[len(last)-1] = byte(v>>8), byte(v)
			}
			m[code] = utf16Text(text(last))
		case array:
			if s, ok := at(t, code-a).(text); ok {
				m[code] = utf16Text(s)
			}
		}
	}
	return b - a + 1
}

func at(list array, i int) object {
	if i < len(list) {
		return list[i]
	}
	return nil
}

// codeOf reads a character code, one to four bytes.
func codeOf(o object) (int, bool) {
	t, ok := o.(text)
	if !ok || len(t) == 0 || len(t) > 4 {
		return 0, false
	}
	v := 0
	for i := range len(t) {
		v = v<<8 | int(t[i])
	}
	return v, true
}

func utf16Text(t text) string {
	units := make([]uint16, 0, len(t)/2)
	for i := 0; i+1 < len(t); i += 2 {
		units = append(units, uint16(t[i])<<8|uint16(t[i+1]))
	}
	return string(utf16.Decode(units))
}

// programWidths are the advances of a TrueType program.
type programWidths struct {
	upem, count, long int
	hmtx              []byte
}

// width is a glyph's advance in thousandths of an em.
func (p programWidths) width(gid int) float64 {
	i := min(gid, p.long-1)
	return float64(binary.BigEndian.Uint16(p.hmtx[4*i:])) * 1000 / float64(p.upem)
}

// readWidths reads the tables of a TrueType program that the check needs.
func readWidths(data []byte) (programWidths, error) {
	var p programWidths
	head, hhea, maxp := sfntTable(data, "head"), sfntTable(data, "hhea"), sfntTable(data, "maxp")
	p.hmtx = sfntTable(data, "hmtx")
	if len(head) < 54 || len(hhea) < 36 || len(maxp) < 6 {
		return p, errors.New("a table is missing")
	}
	for _, tag := range []string{"loca", "glyf"} {
		if sfntTable(data, tag) == nil {
			return p, errors.New("a table is missing")
		}
	}
	p.upem = int(binary.BigEndian.Uint16(head[18:]))
	p.count, p.long = int(binary.BigEndian.Uint16(maxp[4:])), int(binary.BigEndian.Uint16(hhea[34:]))
	if p.upem == 0 || p.long == 0 || len(p.hmtx) < 4*p.long {
		return p, errors.New("its widths are cut short")
	}
	return p, nil
}

// sfntTable finds a table of a TrueType program; nil if it is not there or cut short.
func sfntTable(data []byte, tag string) []byte {
	if len(data) < 12 {
		return nil
	}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		at := 12 + 16*i
		if at+16 > len(data) {
			return nil
		}
		if string(data[at:at+4]) == tag {
			from, n := int(binary.BigEndian.Uint32(data[at+8:])), int(binary.BigEndian.Uint32(data[at+12:]))
			if from > len(data) || n > len(data)-from {
				return nil
			}
			return data[from : from+n]
		}
	}
	return nil
}
