package style

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"cahier/book"
)

// DefaultName is the style of a book that names none.
const DefaultName = "classic"

// The files of a style's folder.
const (
	printFile = "print.yaml"
	cssFile   = "epub.css"
)

// Limits on what is read: a style is small, and may come with an untrusted book.
const (
	fileMax    = 1 << 20
	inheritMax = 8
)

// Load reads the style of a name from the first of the folders that holds it, with the
// styles that it inherits from, puts the settings of the book and of the command line
// over it (the last of a key wins) and resolves it. A Design is usable only if no problem
// is an error.
func Load(folders []fs.FS, name string, settings []book.Setting) (Design, book.Problems) {
	var ps book.Problems
	if name == "" {
		name = DefaultName
	}
	d := Design{Name: name}
	sh := sheet{}
	d.read(folders, name, sh, &ps)
	if ps.Errors() > 0 {
		return d, append(ps, unreadable(folders, name, settings)...)
	}
	own := maps.Clone(sh)
	for _, s := range settings {
		sh.put(s.Key, s.Value, s.Pos, &ps)
	}
	d.Print = sh.resolve(own, &ps)
	ps.Sort()
	return d, ps
}

// unreadable are the settings over a style that cannot be read which no style could read: they
// are told with it.
func unreadable(folders []fs.FS, name string, settings []book.Setting) book.Problems {
	if name == DefaultName {
		return nil
	}
	_, ps := Load(folders, DefaultName, settings)
	return slices.DeleteFunc(ps, func(p book.Problem) bool { return p.Code != book.CodeBadValue && p.Code != book.CodeUnknownKey })
}

// Names lists the styles that the folders hold, sorted.
func Names(folders []fs.FS) []string {
	var names []string
	for _, f := range folders {
		found, err := fs.Glob(f, "*/"+printFile)
		if err != nil {
			continue // only a bad pattern errs
		}
		for _, file := range found {
			names = append(names, path.Dir(file))
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// read merges a style and its ancestors into the sheet, the oldest first. A style may
// inherit from one of its own name in a later folder: that is how a book changes an
// embedded style.
func (d *Design) read(folders []fs.FS, name string, sh sheet, ps *book.Problems) {
	var layers [][]entry
	for rest := folders; name != ""; {
		if len(layers) == inheritMax {
			ps.Add(book.Pos{File: d.Name + "/" + printFile}, book.CodeStyle, "let one style inherit from at most a few others, and none from itself",
				"style %s inherits from more than %d others", d.Name, inheritMax)
			return
		}
		folder, i := find(rest, name)
		if folder == nil {
			ps.Add(book.Pos{}, book.CodeStyle, "styles: "+strings.Join(Names(folders), ", "), "there is no style %q", name)
			return
		}
		list, parent := d.layer(folder, name, ps)
		layers = append(layers, list)
		rest = folders
		if parent == name {
			rest = folders[i+1:]
		}
		name = parent
	}
	for _, list := range slices.Backward(layers) {
		for _, e := range list {
			sh.put(e.key, e.value, e.pos, ps)
		}
	}
}

// layer reads the values of one style and the name of the one it inherits from, and puts its
// epub.css before those of the styles that inherit from it. A style for the PDF alone has none.
func (d *Design) layer(folder fs.FS, name string, ps *book.Problems) (list []entry, parent string) {
	values, css := name+"/"+printFile, name+"/"+cssFile
	data, err := readFile(folder, values)
	if err != nil {
		ps.Add(book.Pos{File: values}, book.CodeStyle, "", "cannot read the style: %v", err)
		return nil, ""
	}
	for _, e := range parse(values, data, ps) {
		if e.key == "inherit" {
			parent = e.value
		} else {
			list = append(list, e)
		}
	}
	switch data, err := readFile(folder, css); {
	case err == nil:
		d.CSS = append(data, d.CSS...)
	case !errors.Is(err, fs.ErrNotExist):
		ps.Add(book.Pos{File: css}, book.CodeStyle, "", "cannot read the style: %v", err)
	}
	return list, parent
}

func find(folders []fs.FS, name string) (fs.FS, int) {
	if !fs.ValidPath(name) || strings.Contains(name, "/") || name == "." {
		return nil, 0
	}
	for i, f := range folders {
		if _, err := fs.Stat(f, name+"/"+printFile); err == nil {
			return f, i
		}
	}
	return nil, 0
}

func readFile(folder fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(folder, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("not a regular file")
	}
	if info.Size() > fileMax {
		return nil, fmt.Errorf("larger than %d bytes", fileMax)
	}
	return fs.ReadFile(folder, name)
}
