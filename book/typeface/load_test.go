package typeface

import (
	"encoding/binary"
	"errors"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"cahier/book"
)

// rebuilt is a font file with some of its tables changed and all checksums right.
func rebuilt(t testing.TB, data []byte, change func(tables map[string][]byte)) []byte {
	t.Helper()
	s, err := readSfnt(data)
	if err != nil {
		t.Fatal(err)
	}
	tables := map[string][]byte{}
	for tag, table := range s.tables {
		tables[tag] = slices.Clone(table)
	}
	change(tables)
	if head := tables["head"]; len(head) >= 12 {
		binary.BigEndian.PutUint32(head[8:], 0)
	}
	return assembleAny(tables)
}

// assembleAny assembles tables of which head may be damaged or missing.
func assembleAny(tables map[string][]byte) []byte {
	if len(tables["head"]) >= 12 {
		return assemble(tables)
	}
	with := maps.Clone(tables)
	with["head"] = make([]byte, 12)
	out := assemble(with)
	for i := range u16(out, 4) {
		if record := out[12+16*i:]; string(record[:4]) == "head" {
			copy(record, "hea-")
			if head, ok := tables["head"]; ok {
				copy(record, "head")
				binary.BigEndian.PutUint32(record[12:], uint32(len(head)))
				binary.BigEndian.PutUint32(record[4:], 0)
			}
		}
	}
	return out
}

func put16(table []byte, at, v int) { binary.BigEndian.PutUint16(table[at:], uint16(v)) }

func TestLoadRefusesWithReason(t *testing.T) {
	data := embedded(t, "Atkinson Hyperlegible", Roman).Data()
	change := func(f func(tables map[string][]byte)) []byte { return rebuilt(t, data, f) }
	flip := slices.Clone(data)
	flip[len(flip)/2] ^= 1
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"empty", nil, "cut short"},
		{"short", data[:8], "cut short"},
		{"directory", data[:100], "table directory is cut short"},
		{"half", data[:len(data)/2], "beyond the end of the file"},
		{"a bit", flip, "checksum"},
		{"otf", []byte("OTTO" + strings.Repeat("\x00", 20)), "OpenType with CFF outlines"},
		{"woff", []byte("wOFF\x00\x01\x00\x00" + strings.Repeat("\x00", 20)), "WOFF web font"},
		{"woff2", []byte("wOF2\x00\x01\x00\x00" + strings.Repeat("\x00", 20)), "WOFF2 web font"},
		{"collection", []byte("ttcf\x00\x01\x00\x00" + strings.Repeat("\x00", 20)), "a collection of faces"},
		{"type 1", []byte("%!PS-AdobeFont-1.0: Foo\n"), "Type 1"},
		{"html", []byte("<!DOCTYPE html><html></html>"), "not a TrueType font"},
		{"no glyf", change(func(m map[string][]byte) { delete(m, "glyf") }), `table "glyf" is missing`},
		{"cff in sfnt", change(func(m map[string][]byte) { delete(m, "glyf"); m["CFF "] = []byte{1} }), "no TrueType outlines"},
		{"no cmap", change(func(m map[string][]byte) { delete(m, "cmap") }), `table "cmap" is missing`},
		{"cmap of nothing", change(func(m map[string][]byte) { m["cmap"] = []byte{0, 0, 0, 0} }), "damaged"},
		{"no space", change(func(m map[string][]byte) { m["cmap"] = slotCmap(3) }), "no space"},
		{"short head", change(func(m map[string][]byte) { m["head"] = m["head"][:20] }), "head, hhea or maxp"},
		{"upem 0", change(func(m map[string][]byte) { put16(m["head"], 18, 0) }), "units per em"},
		{"no glyphs", change(func(m map[string][]byte) { put16(m["maxp"], 4, 0) }), "no glyphs"},
		{"too many glyphs", change(func(m map[string][]byte) { put16(m["maxp"], 4, 60000) }), "widths (hmtx)"},
		{"no widths", change(func(m map[string][]byte) { put16(m["hhea"], 34, 0) }), "widths (hmtx)"},
		{"short hmtx", change(func(m map[string][]byte) { m["hmtx"] = m["hmtx"][:100] }), "widths (hmtx)"},
		{"short loca", change(func(m map[string][]byte) { m["loca"] = m["loca"][:50] }), "loca"},
		{"loca backwards", change(func(m map[string][]byte) { put16(m["loca"], 20, 0xFFFF) }), "outside the font"},
		{"short glyf", change(func(m map[string][]byte) { m["glyf"] = m["glyf"][:99] }), "outside the font"},
		{"restricted", change(func(m map[string][]byte) { put16(m["OS/2"], 8, fsRestricted) }), "forbids embedding (fsType"},
		{"no subset", change(func(m map[string][]byte) { put16(m["OS/2"], 8, fsNoSubset) }), "no subsetting"},
		{"bitmaps", change(func(m map[string][]byte) { put16(m["OS/2"], 8, fsBitmapOnly) }), "bitmaps only"},
	} {
		_, err := Load(c.data, "fonts/Some.ttf")
		var e *Error
		if !errors.As(err, &e) || !strings.Contains(e.Error(), c.want) || !strings.HasPrefix(e.Error(), "font fonts/Some.ttf ") {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
			continue
		}
		if p := e.Problem(book.Pos{}); p.Code != book.CodeFont || p.Severity() != book.Error {
			t.Errorf("%s: problem %+v", c.name, p)
		}
	}
}

func TestLoadTakes(t *testing.T) {
	data := embedded(t, "Atkinson Hyperlegible", Roman).Data()
	for name, change := range map[string]func(m map[string][]byte){
		"no OS/2, post, name, layout": func(m map[string][]byte) {
			for _, tag := range []string{"OS/2", "post", "name", "GSUB", "GPOS", "GDEF", "gasp"} {
				delete(m, tag)
			}
		},
		"print and preview":       func(m map[string][]byte) { put16(m["OS/2"], 8, fsPreview) },
		"least strict permission": func(m map[string][]byte) { put16(m["OS/2"], 8, fsRestricted|fsEditable) },
		"a signature":             func(m map[string][]byte) { m["DSIG"] = []byte{1, 2, 3} },
		"damaged names":           func(m map[string][]byte) { m["name"] = m["name"][:40] },
		"damaged layout":          func(m map[string][]byte) { m["GSUB"] = m["GSUB"][:30]; m["GPOS"] = m["GPOS"][:50] },
	} {
		face, err := Load(rebuilt(t, data, change), "Some-Face.ttf")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if face.PostScriptName() == "" {
			t.Errorf("%s: no PostScript name", name)
		}
		checkWord(t, face, Setting{}, "office")
	}
}

// TestSharedWidths reads a face whose last glyphs share one advance.
func TestSharedWidths(t *testing.T) {
	whole := embedded(t, "Source Code Pro", Roman)
	if whole.metrics.hMetrics == whole.NumGlyphs() {
		t.Fatal("the face states every advance")
	}
	last := uint16(whole.NumGlyphs() - 1)
	if whole.Advance(last) != 600 {
		t.Errorf("advance %d", whole.Advance(last))
	}
	data, err := whole.Subset([]uint16{last})
	if err != nil {
		t.Fatal(err)
	}
	if sub := checkedSubset(t, data); sub.Advance(1) != 600 || sub.LeftBearing(1) != whole.LeftBearing(last) {
		t.Error("the subset has other widths")
	}
}

func TestComponentsThatNeverEnd(t *testing.T) {
	face := garamond(t, Roman)
	composite := func(parts ...uint16) []byte {
		g := words(0xFFFF, 0, 0, 10, 10)
		for i, p := range parts {
			flags := moreComponents
			if i == len(parts)-1 {
				flags = 0
			}
			g = append(g, words(flags, int(p), 0)...)
		}
		return append(g, make([]byte, -len(g)&3)...)
	}
	many := make([]uint16, 200)
	for name, glyphs := range map[string][][]byte{
		"itself":        {composite(0)},
		"a circle":      {composite(1), composite(2), composite(0)},
		"a missing one": {composite(60000)},
		"too many":      {composite(slices.Repeat([]uint16{1}, 200)...), composite(slices.Repeat([]uint16{2}, 200)...), composite(append(many, 3)...)},
	} {
		data := rebuilt(t, face.Data(), func(m map[string][]byte) {
			var glyf, loca []byte
			for id := range face.NumGlyphs() {
				loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
				if id < len(glyphs) {
					glyf = append(glyf, glyphs[id]...)
				}
			}
			m["glyf"], m["loca"] = glyf, binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		})
		if _, err := Load(data, "x.ttf"); err == nil {
			t.Errorf("made of %s: taken", name)
		}
	}
}

// exercise does everything that a book does with a face, and checks what must hold even
// for a damaged one.
func exercise(t *testing.T, face *Face) {
	for _, s := range []Setting{{Lang: "fr"}, {Caps: AllSmallCaps, Figures: LiningFigures}, {Level: Superior}, {Lang: "ro", NoKerning: true}} {
		for _, text := range []string{"office", "AVATAR", "é1’", "«\u00a0x\u202f!»", "a\u0301\u0323", "Жβ", "fi\u00ad"} {
			w := face.Shape(text, s)
			if got := join(w.Glyphs); got != text {
				t.Fatalf("%q came out as %q", text, got)
			}
			for _, g := range w.Glyphs {
				if int(g.ID) >= face.NumGlyphs() {
					t.Fatalf("%q has glyph %d of %d", text, g.ID, face.NumGlyphs())
				}
			}
		}
	}
	ids := []uint16{0, uint16(face.NumGlyphs() - 1)}
	for _, r := range "office é" {
		id := face.GlyphOf(r)
		ids = append(ids, id)
		face.Curves(id)
	}
	if data, err := face.Subset(ids); err == nil {
		if _, err := load(data, "subset.ttf"); err != nil {
			t.Fatal(err.Message)
		}
	}
	if data, err := face.SubsetText([]rune("office é")); err == nil {
		if _, err := load(data, "subset.ttf"); err != nil {
			t.Fatal(err.Message)
		}
	}
}

// TestDamage spoils a font in many places, repairs the checksums, and does with it what
// can be done: an error or plain text, never a panic.
func TestDamage(t *testing.T) {
	data, err := embedded(t, "EB Garamond", Roman).SubsetText([]rune("office AVATAR é1’«»x!afi-"))
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(7, 7))
	whole, _ := readSfnt(data)
	tags := slices.Sorted(maps.Keys(whole.tables))
	loaded := 0
	for range 400 {
		spoilt := rebuilt(t, data, func(m map[string][]byte) {
			tag := tags[random.IntN(len(tags))]
			table := m[tag]
			for range 1 + random.IntN(8) {
				// the head of a table steers the reading of the rest
				table[random.IntN(min(len(table), 1<<random.IntN(17)))] = byte(random.IntN(256))
			}
			if random.IntN(4) == 0 {
				m[tag] = table[:random.IntN(len(table))]
			}
		})
		if face, err := Load(spoilt, "spoilt.ttf"); err == nil {
			loaded++
			exercise(t, face)
		}
	}
	if loaded < 50 {
		t.Errorf("only %d of 400 spoilt fonts were loaded", loaded)
	}
}

func FuzzFont(f *testing.F) {
	seed, err := embedded(f, "Atkinson Hyperlegible", Roman).SubsetText([]rune("office AVATAR é1’«»x!afi-"))
	if err != nil {
		f.Fatal(err)
	}
	whole, _ := readSfnt(seed)
	tags := slices.Sorted(maps.Keys(whole.tables))
	for i := range tags {
		f.Add(uint8(i), uint16(4), []byte{0xFF, 0xFF}, uint16(0))
	}
	f.Fuzz(func(t *testing.T, table uint8, at uint16, patch []byte, cut uint16) {
		spoilt := rebuilt(t, seed, func(m map[string][]byte) {
			tag := tags[int(table)%len(tags)]
			b := m[tag]
			copy(b[int(at)%len(b):], patch)
			m[tag] = b[:len(b)-int(cut)%len(b)]
		})
		if face, err := Load(spoilt, "fuzz.ttf"); err == nil {
			exercise(t, face)
		}
	})
}
