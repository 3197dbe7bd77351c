package press

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"cahier/book"
	"cahier/book/epub"
	"cahier/book/ereader"
)

// Loaded says what Load did.
type Loaded struct {
	Device  ereader.Device
	Edition string // the file that was copied
	Copied  ereader.Copied
}

// Load copies a finished book onto an e-reader, in the edition that suits it, as "Author -
// Title": onto the one that is mounted at or below place, else into place itself, a plain
// folder; without place onto the one that is plugged in. No e-reader, or several, is an
// error that says what to do.
func Load(file, folder, place string) (Loaded, error) {
	if ext := strings.ToLower(filepath.Ext(file)); ext != ".epub" && ext != ".pdf" {
		return Loaded{}, Misuse{book.Fault("make an EPUB or a PDF of it first: `cahier epub "+file+"`", "%s is no finished book", file)}
	}
	if _, err := os.Stat(file); err != nil {
		return Loaded{}, err
	}
	if folder != "" && !filepath.IsLocal(folder) {
		return Loaded{}, Misuse{book.Fault("name one below the e-reader's, such as --folder Club", "--folder %s leads away from the e-reader", folder)}
	}
	device, err := onlyDevice(place)
	if err != nil {
		return Loaded{}, err
	}
	l := Loaded{Device: device, Edition: device.Edition(file)}
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

// onlyDevice is the one e-reader at or below a folder, that folder if there is none, or
// without a folder the one that is plugged in.
func onlyDevice(place string) (ereader.Device, error) {
	roots := ereader.Roots(runtime.GOOS)
	if place != "" {
		info, err := os.Stat(place)
		if err != nil {
			return ereader.Device{}, err
		}
		if !info.IsDir() {
			return ereader.Device{}, Misuse{book.Fault("name the folder where the e-reader is mounted", "%s is no folder", place)}
		}
		roots = []string{place}
	}
	devices := ereader.Find(roots...)
	switch {
	case len(devices) == 1:
		return devices[0], nil
	case len(devices) > 1:
		var places []string
		for _, d := range devices {
			places = append(places, fmt.Sprintf("%s at %s", d.Kind, d.Root))
		}
		return ereader.Device{}, book.Fault("name the folder of one after the file", "several e-readers are plugged in: %s", strings.Join(places, "; "))
	case place != "":
		return ereader.Device{Root: place}, nil
	}
	return ereader.Device{}, book.Fault("plug it in, or name the folder where it is mounted after the file",
		"no Kobo, Kindle, PocketBook or Tolino is found under %s", strings.Join(roots, ", "))
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
