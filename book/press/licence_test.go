package press

import (
	"os"
	"os/exec"
	"path"
	"strings"
	"testing"
)

// Every module that the command is linked with has its licence in the list, and none has
// that is not.
func TestLicencesAreComplete(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}{{end}}{{end}}", "cahier/cmd/cahier").Output()
	if err != nil {
		t.Skip("go list does not run: ", err)
	}
	linked := map[string]bool{}
	for _, m := range strings.Fields(string(out)) {
		linked[m] = true
	}
	if len(linked) < 10 {
		t.Fatalf("only %d modules", len(linked))
	}
	files, err := moduleLicences.ReadDir("licences")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		m := ModuleOf(f.Name())
		if m != "go" && !linked[m] {
			t.Errorf("%s is not linked: run .ci/licences", m)
		}
		delete(linked, m)
		text, err := moduleLicences.ReadFile(path.Join("licences", f.Name()))
		if err != nil || len(text) < 500 {
			t.Errorf("the licence of %s is %d bytes long (%v)", m, len(text), err)
		}
	}
	for m := range linked {
		t.Errorf("the licence of %s is missing: run .ci/licences", m)
	}
}

func TestOwnLicence(t *testing.T) {
	top, err := os.ReadFile("../../LICENSE")
	if err != nil || string(top) != ownLicence {
		t.Error("book/press/licence.txt is not LICENSE", err)
	}
}
