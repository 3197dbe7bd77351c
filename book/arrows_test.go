package book_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// arrows lists, for each package, the packages of cahier that it may import: data flows
// cmd → press → stages → book and never back.
var arrows = map[string][]string{
	"book":                   {},
	"book/unit":              {},
	"book/hyphen":            {},
	"book/typeset/linebreak": {"book/unit"},
	"book/typeset/pagebreak": {"book/unit"},
	"book/typeface":          {"book", "book/unit", "fonts"},
	"book/picture":           {"book"},
	"book/ortho":             {"book"},
	"book/markdown":          {"book"},
	"book/manuscript":        {"book", "book/markdown"},
	"book/clean":             {"book", "book/ortho", "book/markdown"},
	"book/cite":              {"book", "book/ortho"},
	"book/layout":            {"book", "book/ortho"},
	"book/style":             {"book", "book/unit", "styles"},
	"book/typeset":           {"book", "book/unit", "book/layout", "book/style", "book/hyphen", "book/picture", "book/typeface", "book/typeset/linebreak", "book/typeset/pagebreak"},
	"book/cover":             {"book", "book/unit", "book/layout", "book/lettering", "book/picture", "book/typeface", "book/typeset", "book/typeset/linebreak"},
	"book/impose":            {"book", "book/unit", "book/layout", "book/style", "book/typeface", "book/typeset", "book/hyphen", "book/pdf", "book/cover", "book/lettering"},
	"book/lettering":         {"book/unit", "book/typeface", "book/typeset"},
	"book/epub":              {"book", "book/layout", "book/picture", "book/cover", "book/typeface"},
	"book/pdf":               {"book", "book/unit", "book/layout", "book/picture", "book/typeface", "book/typeset"},
	"book/ereader":           {"book"},
	"book/press":             nil, // every package but the commands
	"cmd/cahier":             nil,
	"fonts":                  {},
	"styles":                 {},
}

// libraries lists the modules that only one package may import.
var libraries = map[string]string{
	"github.com/yuin/goldmark":                     "book/markdown",
	"github.com/go-shiori/go-epub":                 "book/epub",
	"github.com/jung-kurt/gofpdf":                  "book/pdf",
	"github.com/go-text/typesetting":               "book/typeface",
	"codeberg.org/readeck/go-readability":          "book/clean",
	"github.com/JohannesKaufmann/html-to-markdown": "book/clean",
	"github.com/spf13/cobra":                       "cmd/cahier",
	"github.com/schollz/progressbar":               "cmd/cahier",
}

// disk lists the packages that may import os: the others take an fs.FS, a reader or a
// writer. ereader copies onto devices.
var disk = []string{"book/press", "cmd/cahier", "book/ereader"}

func TestArrows(t *testing.T) {
	root := ".."
	seen := 0
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && len(d.Name()) > 2) {
			return fs.SkipDir
		}
		if filepath.Ext(p) != ".go" || strings.HasSuffix(p, "_test.go") {
			return nil
		}
		rel, err := filepath.Rel(root, p)
		if err != nil {
			return err
		}
		seen++
		checkArrows(t, p, path.Dir(filepath.ToSlash(rel)))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 50 {
		t.Errorf("only %d files read: is the test in its place?", seen)
	}
}

func checkArrows(t *testing.T, file, pkg string) {
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	f, err := parser.ParseFile(token.NewFileSet(), file, src, parser.ImportsOnly)
	if err != nil {
		t.Error(err)
		return
	}
	allowed, known := arrows[pkg]
	if !known && !strings.Contains(pkg, "internal") {
		t.Errorf("%s: package %s has no place in the flow: give it one in arrows", file, pkg)
	}
	for _, im := range f.Imports {
		name, _ := strconv.Unquote(im.Path.Value)
		if own, ok := strings.CutPrefix(name, "cahier/"); ok && allowed != nil && !slices.Contains(allowed, own) {
			t.Errorf("%s imports %s: %s may import only %v", file, own, pkg, allowed)
		}
		for module, only := range libraries {
			if (name == module || strings.HasPrefix(name, module+"/")) && pkg != only {
				t.Errorf("%s imports %s, which belongs to %s", file, name, only)
			}
		}
		if name == "os" && !slices.Contains(disk, pkg) {
			t.Errorf("%s imports os: %s takes an fs.FS, a reader or a writer", file, pkg)
		}
	}
}
