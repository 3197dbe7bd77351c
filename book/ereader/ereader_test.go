package ereader

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
)

// mount makes a fake device below a root as Linux mounts it.
func mount(t *testing.T, root string, folders ...string) string {
	t.Helper()
	for _, f := range folders {
		if err := os.MkdirAll(filepath.Join(root, filepath.FromSlash(f)), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestFind(t *testing.T) {
	media := t.TempDir()
	mount(t, filepath.Join(media, "ada", "KOBOeReader"), ".kobo/images")
	mount(t, filepath.Join(media, "ada", "Kindle"), "documents", "system/thumbnails")
	mount(t, filepath.Join(media, "ada", "PB"), "system/config", "system/cache", "Books")
	mount(t, filepath.Join(media, "ada", "tolino"), ".tolino", "Books")
	mount(t, filepath.Join(media, "ada", "USB"), "documents", "photos") // a stick with papers
	mount(t, filepath.Join(media, "a", "b", "c", "too deep"), ".kobo")
	want := []Device{{Kindle, "Kindle", "documents"}, {Kobo, "KOBOeReader", ""}, {PocketBook, "PB", "Books"}, {Tolino, "tolino", "Books"}}
	got := Find(filepath.Join(media, "missing"), media, media)
	if len(got) != len(want) {
		t.Fatalf("found %v", got)
	}
	for _, d := range got {
		d.Root = filepath.Base(d.Root)
		found := false
		for _, w := range want {
			found = found || d == w
		}
		if !found {
			t.Errorf("found %+v", d)
		}
	}
	if direct := Find(filepath.Join(media, "ada", "tolino")); len(direct) != 1 || direct[0].Kind != Tolino {
		t.Errorf("a root that is a device: %v", direct)
	}
}

func TestCopy(t *testing.T) {
	root := mount(t, t.TempDir(), ".kobo")
	d := Find(root)[0]
	for i, want := range []Copied{
		{"Cercle/Ada Exemple - Titre un sous-titre.kepub.epub", false, 5},
		{"Cercle/Ada Exemple - Titre un sous-titre.kepub.epub", true, 5},
	} {
		got, err := d.Copy(strings.NewReader("book!"), "x.kepub.epub", "Ada Exemple", "Titre\u00a0: un sous-titre", "Cercle")
		if err != nil || got != want {
			t.Fatalf("copy %d: %+v, %v", i, got, err)
		}
	}
	data, err := os.ReadFile(filepath.Join(root, "Cercle", "Ada Exemple - Titre un sous-titre.kepub.epub"))
	if err != nil || string(data) != "book!" {
		t.Errorf("%q, %v", data, err)
	}
}

func TestCopyStaysOnTheDevice(t *testing.T) {
	outer := t.TempDir()
	d := Find(mount(t, filepath.Join(outer, "kobo"), ".kobo"))[0]
	if _, err := d.Copy(strings.NewReader("x"), "x.epub", "", "T", "../elsewhere"); err == nil {
		t.Error("a folder beside the device was taken")
	}
	if err := os.Symlink(outer, filepath.Join(d.Root, "out")); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	if _, err := d.Copy(strings.NewReader("x"), "x.epub", "", "T", "out"); err == nil {
		t.Error("a link out of the device was followed")
	}
}

func TestCopyThatFailsLeavesNothing(t *testing.T) {
	d := Find(mount(t, t.TempDir(), ".kobo"))[0]
	if _, err := d.Copy(strings.NewReader("whole"), "x.epub", "A", "T", ""); err != nil {
		t.Fatal(err)
	}
	torn := io.MultiReader(strings.NewReader("half"), iotest.ErrReader(errors.New("cable pulled")))
	if _, err := d.Copy(torn, "x.epub", "A", "T", ""); err == nil || !strings.Contains(err.Error(), "cable pulled") {
		t.Fatal(err)
	}
	entries, _ := os.ReadDir(d.Root)
	if len(entries) != 2 {
		t.Errorf("left behind: %v", entries)
	}
	if data, _ := os.ReadFile(filepath.Join(d.Root, "A - T.epub")); string(data) != "whole" {
		t.Errorf("the earlier copy is %q", data)
	}
}

func TestEdition(t *testing.T) {
	dir := t.TempDir()
	for _, n := range []string{"both.epub", "both.kepub.epub", "one.epub"} {
		if err := os.WriteFile(filepath.Join(dir, n), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		kind       Kind
		file, want string
	}{
		{Kobo, "both.epub", "both.kepub.epub"}, {Kobo, "one.epub", "one.epub"}, {Tolino, "both.kepub.epub", "both.epub"}, {PocketBook, "both.epub", "both.epub"},
	} {
		if got := (Device{Kind: c.kind}).Edition(filepath.Join(dir, c.file)); filepath.Base(got) != c.want {
			t.Errorf("%s, %s: %s, want %s", c.kind, c.file, filepath.Base(got), c.want)
		}
	}
}

func TestName(t *testing.T) {
	for _, c := range [][3]string{
		{"Jean-Philippe Divès", "1917-1924\u00a0: apogée et déclin", "Jean-Philippe Divès - 1917-1924 apogée et déclin"},
		{"", "A/B: \"C\"?*<>|..", "A-B C -"},
		{"", "CON", "CON_book"},
		{"", "", "book"},
		{"", "\x00\u202e../../etc", "-..-etc"},
		{"A", strings.Repeat("é", 200), "A - " + strings.Repeat("é", 58)},
	} {
		got := Name(c[0], c[1])
		if want := strings.Trim(c[2], " .-"); got != want {
			t.Errorf("Name(%q, %q) = %q, want %q", c[0], c[1], got, want)
		}
		if len(got) > maxName || strings.ContainsAny(got, `<>:"/\|?*`) {
			t.Errorf("%q is no name on FAT", got)
		}
	}
}

func TestAdviceForKindle(t *testing.T) {
	if (Device{Kind: Kindle}).Advice("a.epub") == "" || (Device{Kind: Kobo}).Advice("a.kepub.epub") != "" || (Device{Kind: Kobo}).Advice("a.epub") == "" ||
		(Device{}).Advice("a.epub") != "" || (Device{Kind: Kindle}).Advice("a.pdf") != "" {
		t.Error("advice is for the Kindle, and for it alone")
	}
}

func TestCopyKeepsTheKindOfFile(t *testing.T) {
	d := Find(mount(t, t.TempDir(), ".kobo"))[0]
	for file, want := range map[string]string{"a.pdf": "T.pdf", "dist/a.KEPUB.EPUB": "T.kepub.epub", "a.epub": "T.epub"} {
		if c, err := d.Copy(strings.NewReader("x"), file, "", "T", ""); err != nil || c.Path != want {
			t.Errorf("%s: %s, %v, want %s", file, c.Path, err, want)
		}
	}
}
