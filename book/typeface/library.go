package typeface

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"
)

// Library is the families that a book can name: those of the folders it was opened on.
type Library struct {
	families []*Family
	byName   map[string]*Family // by folded name
	unusable []*Error           // files that are no TrueType faces
}

// Open lists the families in file systems, each searched with its subfolders: first the
// book's own fonts, then the embedded ones. Where two have a family of one name, the
// first file system wins, face by face. Only the names in the files are read; files that
// are no usable TrueType face are kept for the message of Family. A file system may be
// nil. The error is one of reading, not of fonts.
func Open(systems ...fs.FS) (*Library, error) {
	l := &Library{byName: map[string]*Family{}}
	for _, fsys := range systems {
		if fsys == nil {
			continue
		}
		if err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if d.Type().IsRegular() && isFontFile(name) {
				return l.add(fsys, name)
			}
			return nil
		}); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	return l, nil
}

// isFontFile tells by the name what looks like a font; other formats than TrueType are
// listed so that their error can be told.
func isFontFile(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2", ".pfb", ".pfa", ".dfont":
		return true
	}
	return false
}

func (l *Library) add(fsys fs.FS, name string) error {
	c, err := readCard(fsys, name)
	if err != nil {
		return err
	}
	if c.err != nil {
		l.unusable = append(l.unusable, c.err)
		return nil
	}
	f := l.byName[fold(c.family)]
	if f == nil {
		f = &Family{Name: c.family}
		l.families = append(l.families, f)
		l.byName[fold(c.family)] = f
	}
	if f.faces[c.style] == nil {
		f.faces[c.style] = &source{fsys: fsys, path: name}
	}
	return nil
}

// fold is a name without regard to case, spaces and hyphens.
func fold(name string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' || r == '_' {
			return -1
		}
		return unicode.ToLower(r)
	}, name)
}

// Family finds a family by name. The *Error of a name that is not there lists those that
// are, and the files beside the book that could not be used.
func (l *Library) Family(name string) (*Family, error) {
	if f := l.byName[fold(name)]; f != nil {
		return f, nil
	}
	err := &Error{File: name, Message: "is not among the fonts", Hint: "there are " + strings.Join(l.Names(), ", ")}
	for _, u := range l.unusable {
		err.Hint += "; " + u.File + " " + u.Message
	}
	return nil, err
}

// Names lists the families, sorted.
func (l *Library) Names() []string {
	names := make([]string, len(l.families))
	for i, f := range l.families {
		names[i] = f.Name
	}
	slices.Sort(names)
	return names
}
