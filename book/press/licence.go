package press

import (
	"embed"
	"io/fs"
	"path"
	"slices"
	"strings"

	"cahier/book/hyphen"
	"cahier/fonts"
)

// The licences of the modules, one file each, gathered by .ci/licences; "_" stands for
// "/" in a module's path. go.txt is that of the Go standard library.
//
//go:embed licences/*.txt
var moduleLicences embed.FS

//go:embed licence.txt
var ownLicence string

// Licence is the licence of something inside cahier.
type Licence struct{ Of, Text string }

// Licences lists the licences of the program, of its faces and hyphenation patterns, and
// of the modules that it is linked with.
func Licences() []Licence {
	list := []Licence{{"cahier", ownLicence}}
	list = append(list, faceLicences()...)
	for _, l := range hyphen.Licences() {
		list = append(list, Licence{l.Name + " (" + l.File + ")", l.Text})
	}
	files, _ := fs.Glob(moduleLicences, "licences/*.txt")
	slices.Sort(files)
	for _, f := range files {
		text, _ := moduleLicences.ReadFile(f)
		list = append(list, Licence{"module " + ModuleOf(f), strings.TrimSpace(string(text))})
	}
	return list
}

// ModuleOf is the path of the module whose licence a file holds.
func ModuleOf(file string) string {
	return strings.ReplaceAll(strings.TrimSuffix(path.Base(file), ".txt"), "_", "/")
}

func faceLicences() []Licence {
	var list []Licence
	files, _ := fs.Glob(fonts.FS, "*/*.txt")
	for _, f := range files {
		text, _ := fs.ReadFile(fonts.FS, f)
		list = append(list, Licence{"faces " + path.Dir(f), strings.TrimSpace(string(text))})
	}
	return list
}
