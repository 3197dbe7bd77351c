package typeset

import (
	"io/fs"
	"strings"
	"sync"

	"cahier/book"
	"cahier/book/hyphen"

	"cahier/book/style"
	"cahier/book/typeface"
	"cahier/book/unit"
)

// lookKey is how a stretch of text is set, before any font is opened.
type lookKey struct {
	code    bool // the family of code, else that of the text
	style   typeface.Style
	caps    typeface.Caps
	level   typeface.Level
	figures typeface.Figures
	spaced  int // letterspacing in thousandths of an em
	size    unit.Length
	rise    unit.Length // above the baseline
	lang    string
	strike  bool
	whole   bool           // no word of it is divided
	face    *typeface.Face // a fallback face, nil for the first of the chain
}

// look is a lookKey with its fonts: what a compositor takes sorts from.
type look struct {
	lookKey
	id      int // counts the looks of a job in no particular order: an index, never an order
	chain   typeface.Chain
	shaper  *typeface.Shaper
	upem    int64
	track   unit.Length // letterspacing, after each glyph
	gap     unit.Length // the ideal word space
	hyphens *hyphen.Language
}

// width turns font units into a length at the look's size.
func (l *look) width(units int32) unit.Length { return l.size.MulDiv(int64(units), l.upem) }

// looks opens the fonts of a style and keeps every look in use. It is shared by all
// compositors.
type looks struct {
	print    *style.Print
	text     []*typeface.Family
	code     []*typeface.Family
	patterns *languages

	plain *typeface.Face // the text's roman

	mu       sync.Mutex
	made     map[lookKey]*look
	problems book.Problems // of fonts that were read late
}

// openLooks finds the families that the style names: in the library, or by the paths of
// font files in the book's folder. The problems are of severity error.
func openLooks(p *style.Print, library *typeface.Library, folder fs.FS, patterns *languages) (*looks, book.Problems) {
	var ps book.Problems
	l := &looks{print: p, patterns: patterns, made: map[lookKey]*look{}}
	find := func(name string) *typeface.Family {
		f, err := family(library, folder, name)
		if err != nil {
			report(&ps, book.Pos{}, err)
			return nil
		}
		return f
	}
	var fallback []*typeface.Family
	for _, name := range p.Faces.Fallback {
		if f := find(name); f != nil {
			fallback = append(fallback, f)
		}
	}
	if f := find(p.Faces.Text); f != nil {
		l.text = append([]*typeface.Family{f}, fallback...)
	}
	if f := find(p.Faces.Code); f != nil {
		l.code = append([]*typeface.Family{f}, append(l.text, fallback...)...)
	}
	if ps.Errors() > 0 {
		return nil, ps
	}
	var err error
	if l.plain, err = l.chain(lookKey{}).Face(); err != nil {
		report(&ps, book.Pos{}, err)
	}
	return l, ps
}

// family is the one that a style names, or that of the font files whose paths it lists,
// separated by commas.
func family(library *typeface.Library, folder fs.FS, name string) (*typeface.Family, error) {
	if folder == nil || !strings.Contains(strings.ToLower(name), ".ttf") && !strings.Contains(strings.ToLower(name), ".otf") {
		return library.Family(name)
	}
	files := map[typeface.Style]string{}
	for _, path := range strings.Split(name, ",") {
		path = strings.TrimSpace(path)
		data, err := fs.ReadFile(folder, path)
		if err != nil {
			return nil, &typeface.Error{File: path, Message: "cannot be read", Hint: "name it by its path in the book's folder"}
		}
		face, err := typeface.Load(data, path)
		if err != nil {
			return nil, err
		}
		files[styleOf(face)] = path
	}
	return typeface.NewFamily(name, folder, files), nil
}

// report turns the error of a font into a problem.
func report(ps *book.Problems, at book.Pos, err error) {
	if e, ok := err.(*typeface.Error); ok {
		*ps = append(*ps, e.Problem(at))
		return
	}
	ps.Add(at, book.CodeFont, "", "%v", err)
}

func (l *looks) chain(k lookKey) typeface.Chain {
	if k.code {
		return typeface.NewChain(k.style, l.code...)
	}
	return typeface.NewChain(k.style, l.text...)
}

// get is the look of a key. Font files are read when they are first wanted; one that cannot
// be used is reported, and the plain face stands in.
func (l *looks) get(k lookKey) *look {
	l.mu.Lock()
	defer l.mu.Unlock()
	if made := l.made[k]; made != nil {
		return made
	}
	made := &look{lookKey: k, id: len(l.made), chain: l.chain(k)}
	face := k.face
	if face == nil {
		var err error
		if face, err = made.chain.Face(); err != nil {
			report(&l.problems, book.Pos{}, err)
			face = l.plain
		}
	}
	made.upem = int64(face.UnitsPerEm())
	sp := &l.print.Spacing
	made.shaper = face.Shaper(typeface.Setting{
		Lang: k.lang, Figures: k.figures, Caps: k.caps, Level: k.level,
		NoLigatures: k.spaced != 0 || k.code,
		NarrowSpace: int32(made.upem * int64(sp.Thin) / 1000), FixedSpace: int32(made.upem * int64(sp.Wide) / 1000),
	})
	made.track = k.size.MulDiv(int64(k.spaced), 1000)
	made.gap = k.size.MulDiv(int64(sp.Space), 1000) + made.track
	if k.code {
		made.gap = made.width(int32(face.SpaceAdvance()))
	}
	if !k.whole && !k.code {
		made.hyphens = l.patterns.of(k.lang)
	}
	l.made[k] = made
	return made
}

// broken are the problems of faces that proved damaged in use: text was set without what
// could not be read.
func (l *looks) broken() book.Problems {
	l.mu.Lock()
	defer l.mu.Unlock()
	var ps book.Problems
	for _, made := range l.made { // sorted later, once each
		if err := made.shaper.Face().Err(); err != nil {
			report(&ps, book.Pos{}, err)
		}
	}
	return ps
}

// block is the look of a block's plain text.
func (l *looks) block(b style.Block, lang string) *look {
	k := lookKey{size: b.Size, spaced: b.Track, lang: lang, whole: !b.Hyphenate, figures: l.figures()}
	k.style, k.caps = shapeOf(b.Shape)
	return l.get(k)
}

// cell is the look of a block in a table, where figures stand in columns.
func (l *looks) cell(b style.Block, lang string) *look {
	k := l.block(b, lang).lookKey
	k.figures = typeface.TabularFigures
	return l.get(k)
}

func (l *looks) figures() typeface.Figures {
	if l.print.Faces.Oldstyle {
		return typeface.OldStyleFigures
	}
	return typeface.LiningFigures
}
