package press

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func write(t *testing.T, path, text string) os.FileMode {
	t.Helper()
	err := WriteFile(context.Background(), path, func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Mode().Perm()
}

// A new file has the permissions of any other that the user makes, one that is replaced
// keeps its own, and nothing else is left in the folder.
func TestWriteFileKeepsPermissions(t *testing.T) {
	dir := t.TempDir()
	usual := filepath.Join(dir, "usual")
	if err := os.WriteFile(usual, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(usual)
	if err != nil {
		t.Fatal(err)
	}
	if got := write(t, filepath.Join(dir, "new"), "a"); got != info.Mode().Perm() {
		t.Errorf("a new file has %v, another's is %v", got, info.Mode().Perm())
	}
	if err := os.Chmod(usual, 0o600); err != nil {
		t.Fatal(err)
	}
	private := os.FileMode(0o600)
	if runtime.GOOS == "windows" { // it knows only read-only, and shows whatever may be written as 0666
		private = 0o666
	}
	if got := write(t, usual, "b"); got != private {
		t.Errorf("a file of 0600 became %v", got)
	}
	if list, _ := os.ReadDir(dir); len(list) != 2 {
		t.Errorf("left in the folder: %v", list)
	}
}

// A file that differs is kept beside the one that replaces it; nothing is kept of a device, or
// of a file that stays as it is.
func TestBackup(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.md")
	write(t, path, "mine")
	for _, c := range []struct{ path, text, want string }{
		{path, "mine", ""}, {path, "other", path + "~"}, {path, "third", path + "~2"}, {os.DevNull, "other", ""}, {path + "x", "new", ""},
	} {
		got, err := Backup(c.path, []byte(c.text))
		if err != nil || got != c.want {
			t.Errorf("%s for %q: %q, %v, want %q", c.path, c.text, got, err, c.want)
		}
	}
	if old, err := os.ReadFile(path + "~"); err != nil || string(old) != "mine" {
		t.Errorf("kept %q, %v", old, err)
	}
}
