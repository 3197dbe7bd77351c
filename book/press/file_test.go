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
	if runtime.GOOS == "windows" {
		t.Skip("no permissions of this kind on Windows")
	}
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
	if got := write(t, usual, "b"); got != 0o600 {
		t.Errorf("a file of 0600 became %v", got)
	}
	if list, _ := os.ReadDir(dir); len(list) != 2 {
		t.Errorf("left in the folder: %v", list)
	}
}
