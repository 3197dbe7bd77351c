// Package ereader finds e-readers that are mounted as drives and puts books on them.
//
// The folders to look under go in, devices come out; a book's file goes onto one under
// a name that its file system takes, written beside its place and renamed, so that a
// cable pulled out leaves no half book. The package uses no network and no device
// driver: a reader is known by the folders that its maker puts on it.
package ereader

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Kind is a maker's line of e-readers.
type Kind string

// The e-readers that are known.
const (
	Kobo       Kind = "Kobo"
	Kindle     Kind = "Kindle"
	PocketBook Kind = "PocketBook"
	Tolino     Kind = "Tolino"
)

// Device is a mounted e-reader, or any folder that takes books.
type Device struct {
	Kind Kind   // "" for a plain folder
	Root string // where it is mounted
	// Books is the folder for books below Root, slash-separated; "" for Root itself.
	Books string
}

// Advice is what the device's owner has to know about the edition that was copied, "" if
// nothing.
func (d Device) Advice(edition string) string {
	switch ext := ending(edition); {
	case d.Kind == Kobo && ext == epubExt:
		return "a Kobo shows notes and pages best in its own variant: make it with `cahier epub --kepub`, and load takes it from beside the EPUB"
	case d.Kind == Kindle && ext != ".pdf":
		return "a Kindle opens an EPUB copied by cable only in KOReader; its own reader takes it from Send to Kindle (amazon.com/sendtokindle)"
	}
	return ""
}

// markers are the folders by which a reader is known, all of which it has, in the order
// of asking: what is surest first.
var markers = []struct {
	kind    Kind
	folders []string
	books   string
}{
	{Kobo, []string{".kobo"}, ""},
	{Tolino, []string{".tolino"}, "Books"},
	{PocketBook, []string{"system/config", "system/cache"}, "Books"},
	{PocketBook, []string{"system/config", "applications"}, "Books"},
	{Kindle, []string{"documents", "system/thumbnails"}, "documents"},
	{Kindle, []string{"documents", "system/com.amazon.ebook.booklet.reader"}, "documents"},
	{Kindle, []string{"documents", ".active_content_sandbox"}, "documents"},
}

// Depth is how far below a root a device may be mounted: /run/media/user/volume.
const depth = 2

// Find lists the devices under the roots, each once, sorted by place. A root may be a
// device itself: a drive letter. What cannot be read is passed over.
func Find(roots ...string) []Device {
	var list []Device
	for _, root := range roots {
		list = append(list, find(root, depth)...)
	}
	slices.SortFunc(list, func(a, b Device) int { return strings.Compare(a.Root, b.Root) })
	return slices.CompactFunc(list, func(a, b Device) bool { return a.Root == b.Root })
}

func find(folder string, depth int) []Device {
	if d, ok := identify(folder); ok {
		return []Device{d}
	}
	if depth == 0 {
		return nil
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	var list []Device
	for _, e := range entries {
		if e.IsDir() { // a symbolic link is none: it would be found where it leads
			list = append(list, find(filepath.Join(folder, e.Name()), depth-1)...)
		}
	}
	return list
}

// identify tells which reader a folder is the root of.
func identify(folder string) (Device, bool) {
	for _, m := range markers {
		if !slices.ContainsFunc(m.folders, func(name string) bool { return !isFolder(filepath.Join(folder, filepath.FromSlash(name))) }) {
			return Device{Kind: m.kind, Root: folder, Books: m.books}, true
		}
	}
	return Device{}, false
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// Roots are the folders under which a system (runtime.GOOS) mounts drives.
func Roots(system string) []string {
	switch system {
	case "windows":
		var drives []string
		for letter := 'D'; letter <= 'Z'; letter++ { // C is the system's, A and B are diskettes'
			drives = append(drives, string(letter)+`:\`)
		}
		return drives
	case "darwin":
		return []string{"/Volumes"}
	}
	return []string{"/media", "/run/media", "/mnt"}
}
