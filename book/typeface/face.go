// Package typeface reads TrueType files and turns text into glyphs. A font file goes in;
// shaped words, metrics, coverage, fallback runs and subsets come out. It is the only
// importer of go-text, and the one place where that library's panics on damaged tables
// are caught: nothing that a font file holds gets past Load, Shape or Subset as a panic.
//
// All measures are integers in font units of the face, y up. Faces, families, chains and
// shapers may be shared between goroutines. The package never synthesises a slant, a
// weight or a small capital, and it never draws.
package typeface

import (
	"bytes"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// Face is one font file, ready to shape with.
type Face struct {
	file    string
	sfnt    sfnt
	names   names
	metrics Metrics
	outline outlines
	font    *font.Font        // for shaping; without outlines where it can do without
	drawing func() *font.Font // with outlines, nil if they cannot be read

	pages [256]atomic.Pointer[page] // glyphs of the Basic Multilingual Plane, as asked for

	mu      sync.Mutex
	engines []*engine // idle, for reuse
	shapers map[Setting]*Shaper
	broken  atomic.Pointer[Error]
}

// page is the glyphs of 256 characters: text is set from few pages, and a table is ten
// times as fast as a search of the cmap.
type page [256]uint16

// Load reads a TrueType file. The name is the one that problems give the font: a path as
// the user wrote it. The bytes are kept and must not be changed afterwards.
//
// The error is an *Error: the file is of another format (OpenType with CFF outlines,
// WOFF, a collection), damaged, has no space, or its owner forbids embedding (OS/2
// fsType).
func Load(data []byte, name string) (*Face, error) {
	f, err := load(data, name)
	if err == nil && f.SpaceGlyph() == 0 {
		err = refused("has no space between words", "choose a face made for text")
	}
	if err != nil {
		err.File = name
		return nil, err
	}
	return f, nil
}

// load is Load for faces that need no space, as subsets do not.
func load(data []byte, name string) (*Face, *Error) {
	f := &Face{file: name, shapers: map[Setting]*Shaper{}}
	if err := f.read(data); err != nil {
		return nil, err
	}
	return f, nil
}

// read fills the face. The checks of the tables that cahier itself reads come first, so
// that a damaged file gets a message in words; go-text is asked last.
func (f *Face) read(data []byte) (err *Error) {
	if f.sfnt, err = readSfnt(data); err != nil {
		return err
	}
	if err = f.readMetrics(); err != nil {
		return err
	}
	if err = f.readOutlines(); err != nil {
		return err
	}
	f.names = readNames(f.sfnt.table("name"))
	if f.names.postScript == "" {
		f.names.postScript = postScriptName(f.file)
	}
	return f.parse()
}

// layoutTables are what go-text needs to shape left-to-right text. Without fvar a variable
// font is its default instance.
var layoutTables = []string{"head", "hhea", "hmtx", "maxp", "cmap", "OS/2", "GDEF", "GSUB", "GPOS", "kern"}

// parse hands the tables to go-text. It is spared the outlines, whose reading takes most
// of its time, unless the face does not say where marks go: then they are placed by the
// extents of the glyphs.
func (f *Face) parse() (err *Error) {
	if f.font, err = f.parseTables(layoutTables); err != nil {
		return err
	}
	full := append(slices.Clone(layoutTables), "glyf", "loca")
	f.drawing = sync.OnceValue(func() *font.Font {
		drawn, err := f.parseTables(full)
		if err != nil {
			f.fail("an outline (glyf)")
		}
		return drawn
	})
	if _, ok := f.font.GPOS.FindFeatureIndex(opentype.MustNewTag("mark")); !ok {
		f.font, err = f.parseTables(full)
	}
	if err == nil {
		f.checkRules("GSUB", len(f.font.GSUB.Lookups))
		f.checkRules("GPOS", len(f.font.GPOS.Lookups))
	}
	return err
}

// checkRules notes a table of layout rules that go-text could not read and left out.
func (f *Face) checkRules(tag string, lookups int) {
	if t := f.sfnt.table(tag); len(t) >= 10 && lookups == 0 {
		if list := u16(t, 8); list+2 > len(t) || u16(t, list) > 0 {
			f.fail("its table " + tag)
		}
	}
}

// parseTables parses a font of the tables named, those that the face has. The parsers may
// panic on what they do not expect.
func (f *Face) parseTables(tags []string) (parsed *font.Font, err *Error) {
	defer func() {
		if recover() != nil {
			parsed, err = nil, damaged("its layout tables cannot be read")
		}
	}()
	loader, e := opentype.NewLoader(bytes.NewReader(assemble(f.copied(tags...))))
	if e != nil {
		return nil, damaged(e.Error())
	}
	if parsed, e = font.NewFont(loader); e != nil {
		return nil, damaged(e.Error())
	}
	return parsed, nil
}

// File is the name that the face was loaded under.
func (f *Face) File() string { return f.file }

// PostScriptName is name 6 of the font: letters, digits and hyphens only, never empty.
func (f *Face) PostScriptName() string { return f.names.postScript }

// FamilyName is the typographic family (name 16, else 1), "" if the font does not say.
func (f *Face) FamilyName() string { return f.names.family }

// Copyright, LicenceText and LicenceURL are names 0, 13 and 14.
func (f *Face) Copyright() string   { return f.names.copyright }
func (f *Face) LicenceText() string { return f.names.licence }
func (f *Face) LicenceURL() string  { return f.names.licenceURL }

// Data is the whole file, read only.
func (f *Face) Data() []byte { return f.sfnt.data }

// NumGlyphs is the number of glyphs of the face; ids are below it.
func (f *Face) NumGlyphs() int { return f.metrics.NumGlyphs }

// GlyphOf is the face's plain glyph for the rune; 0 if it has none.
func (f *Face) GlyphOf(r rune) uint16 {
	if uint32(r) > 0xFFFF {
		return f.lookup(r)
	}
	p := f.pages[r>>8].Load()
	if p == nil {
		p = f.page(r &^ 0xFF)
		f.pages[r>>8].Store(p)
	}
	return p[r&0xFF]
}

// page looks up the 256 characters from first on.
func (f *Face) page(first rune) *page {
	p := new(page)
	for i := range p {
		p[i] = f.lookup(first + rune(i))
	}
	return p
}

// lookup searches the cmap. A damaged one that names a glyph the font does not have is
// read as not having the rune.
func (f *Face) lookup(r rune) (id uint16) {
	defer func() {
		if recover() != nil {
			f.fail("its character map")
			id = 0
		}
	}()
	g, ok := f.font.NominalGlyph(r)
	if !ok || int(g) >= f.metrics.NumGlyphs {
		return 0
	}
	return uint16(g)
}

// Err is the first failure of the font's tables that showed only in use, nil if none.
// Text is still set then, without the feature that failed; a build ought to report it.
func (f *Face) Err() error {
	if e := f.broken.Load(); e != nil {
		return e
	}
	return nil
}

func (f *Face) fail(part string) {
	e := damaged(part + " cannot be read")
	e.File = f.file
	f.broken.CompareAndSwap(nil, e)
}
