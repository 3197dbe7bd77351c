package press

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"cahier/book/epub"
	"cahier/book/ereader"
)

// Loaded says what Load did.
type Loaded struct {
	Device  ereader.Device
	Edition string // the file that was copied
	Copied  ereader.Copied
}

// Load copies a finished book onto the one e-reader that is mounted below the roots, in
// the edition that suits it, as "Author - Title". No e-reader, or several, is an error
// that says what to do.
func Load(file, folder string, roots []string) (Loaded, error) {
	if ext := strings.ToLower(filepath.Ext(file)); ext != ".epub" && ext != ".pdf" {
		return Loaded{}, fmt.Errorf("%s is no finished book: make an EPUB or a PDF of it first", file)
	}
	devices := ereader.Find(roots...)
	switch {
	case len(devices) == 0:
		return Loaded{}, fmt.Errorf("no e-reader is found under %s: there is no folder there that a Kobo, Kindle, PocketBook or Tolino has", strings.Join(roots, ", "))
	case len(devices) > 1:
		var places []string
		for _, d := range devices {
			places = append(places, fmt.Sprintf("%s at %s", d.Kind, d.Root))
		}
		return Loaded{}, fmt.Errorf("several e-readers are plugged in (%s): name the folder of one after the file", strings.Join(places, "; "))
	}
	l := Loaded{Device: devices[0], Edition: devices[0].Edition(file)}
	f, err := os.Open(l.Edition)
	if err != nil {
		return l, err
	}
	defer f.Close()
	author, title := titleOf(f, l.Edition)
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return l, err
	}
	l.Copied, err = l.Device.Copy(f, l.Edition, author, title, folder)
	return l, err
}

// titleOf reads the first author and title of an EPUB; the title of any other file is its
// name.
func titleOf(f *os.File, name string) (author, title string) {
	base := filepath.Base(name)
	title = strings.TrimSuffix(strings.TrimSuffix(base, filepath.Ext(base)), ".kepub")
	info, err := f.Stat()
	if err != nil || strings.ToLower(filepath.Ext(base)) != ".epub" {
		return "", title
	}
	found, author, err := epub.Describe(f, info.Size())
	if err != nil {
		return "", title
	}
	return author, cmp.Or(found, title)
}
