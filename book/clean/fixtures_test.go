package clean

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// fixture is a file of testdata: what it shows, a source, and the Markdown expected of it.
type fixture struct {
	file, name string
	*txtar.Archive
}

// fixtures are those of testdata, in order of their names.
func fixtures(t *testing.T) []fixture {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no fixtures", err)
	}
	var list []fixture
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, fixture{file, strings.TrimSuffix(filepath.Base(file), ".txtar"), ar})
	}
	return list
}

// source is the file to be cleaned.
func (f fixture) source() txtar.File { return f.Files[0] }
