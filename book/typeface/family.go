package typeface

import (
	"fmt"
	"io/fs"
	"sync"
)

// Style is the style of a face within its family.
type Style uint8

// The styles that books use.
const (
	Roman Style = iota
	Italic
	SemiBold
	SemiBoldItalic
	Bold
	BoldItalic
	styles
)

func (s Style) String() string {
	return [...]string{"roman", "italic", "semibold", "semibold italic", "bold", "bold italic"}[s]
}

// stands lists what stands in for a style that a family lacks, nearest first: the slope
// is given up last, since italic carries meaning. Nothing is ever slanted or emboldened
// by computing.
var stands = [styles][]Style{
	Roman:          {SemiBold, Bold, Italic},
	Italic:         {SemiBoldItalic, BoldItalic, Roman},
	SemiBold:       {Bold, Roman},
	SemiBoldItalic: {BoldItalic, Italic, SemiBold, Bold},
	Bold:           {SemiBold, Roman},
	BoldItalic:     {SemiBoldItalic, Italic, Bold, SemiBold},
}

// Family is the faces of one design by style. A face's file is read and checked when the
// face is first asked for.
type Family struct {
	Name  string
	faces [styles]*source
}

// source is a font file that is read at most once.
type source struct {
	fsys fs.FS
	path string
	once sync.Once
	face *Face
	err  error
}

// NewFamily is a family of the files given by style, paths in the file system: for a
// book's own fonts that a style names one by one.
func NewFamily(name string, fsys fs.FS, files map[Style]string) *Family {
	f := &Family{Name: name}
	for style, path := range files {
		if style < styles {
			f.faces[style] = &source{fsys: fsys, path: path}
		}
	}
	return f
}

// Has reports whether the family has a face of the style itself.
func (f *Family) Has(s Style) bool { return f.faces[s] != nil }

// Face is the family's face of the style, or the nearest that it has: the same style in
// another weight, then the upright. The error is an *Error, or wraps fs's.
func (f *Family) Face(s Style) (*Face, error) {
	if src := f.faces[s]; src != nil {
		return src.load()
	}
	for _, near := range stands[s] {
		if src := f.faces[near]; src != nil {
			return src.load()
		}
	}
	for _, src := range f.faces {
		if src != nil {
			return src.load()
		}
	}
	return nil, &Error{File: f.Name, Message: "has no faces"}
}

func (s *source) load() (*Face, error) {
	s.once.Do(func() {
		if info, err := fs.Stat(s.fsys, s.path); err == nil && info.Size() > maxFontSize {
			s.err = &Error{File: s.path, Message: fmt.Sprintf("is larger than %d MiB", maxFontSize>>20)}
			return
		}
		data, err := fs.ReadFile(s.fsys, s.path)
		if err != nil {
			s.err = fmt.Errorf("font %s: %w", s.path, err)
			return
		}
		s.face, s.err = Load(data, s.path)
	})
	return s.face, s.err
}
