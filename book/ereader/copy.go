package ereader

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The endings of an EPUB's editions.
const (
	epubExt  = ".epub"
	kepubExt = ".kepub.epub"
)

// Edition chooses, for a finished book, the file that suits the device best: for a Kobo
// the .kepub.epub that stands beside the .epub, for another the .epub that stands
// beside the .kepub.epub; the file itself where there is no other.
func (d Device) Edition(file string) string {
	stem, isKepub := strings.CutSuffix(file, kepubExt)
	if !isKepub {
		stem = strings.TrimSuffix(file, epubExt)
	}
	wanted := stem + epubExt
	if d.Kind == Kobo {
		wanted = stem + kepubExt
	}
	if info, err := os.Stat(wanted); err == nil && info.Mode().IsRegular() {
		return wanted
	}
	return file
}

// Copied is what Copy did.
type Copied struct {
	Path     string // of the book below the device's root, slash-separated
	Replaced bool   // an earlier copy of the book
	Bytes    int64
}

// Copy writes a book onto the device as "Author - Title" with the ending of the file it
// comes from. folder is below the device's folder for books, "" for that itself; it is
// made if it is not there and may not leave the device. Errors are those of the device.
func (d Device) Copy(book io.Reader, file, author, title, folder string) (c Copied, err error) {
	root, err := os.OpenRoot(d.Root)
	if err != nil {
		return c, err
	}
	defer root.Close()
	where := path.Join(d.Books, strings.ReplaceAll(folder, `\`, "/"))
	if where = strings.Trim(where, "/"); where == "" {
		where = "."
	}
	if !fs.ValidPath(where) {
		return c, fmt.Errorf("the folder %s is not below %s", folder, d.Root)
	}
	if err := root.MkdirAll(where, 0o755); err != nil {
		return c, err
	}
	c.Path = path.Join(where, Name(author, title)+ending(file))
	_, err = root.Stat(c.Path)
	c.Replaced = err == nil
	c.Bytes, err = place(root, c.Path, book)
	return c, err
}

// ending is that of the file the book comes from: .epub, .kepub.epub, .pdf.
func ending(file string) string {
	low := strings.ToLower(file)
	if strings.HasSuffix(low, kepubExt) {
		return kepubExt
	}
	return filepath.Ext(low)
}

// place writes under a temporary name, lets the device finish, and renames. Readers
// that scan for books pass over names that begin with a point.
func place(root *os.Root, name string, book io.Reader) (n int64, err error) {
	temporary := path.Join(path.Dir(name), ".cahier-"+path.Base(name)+".part")
	f, err := root.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return 0, err
	}
	defer func() {
		if err != nil {
			root.Remove(temporary)
		}
	}()
	n, err = io.Copy(f, book)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = root.Rename(temporary, name)
	}
	return n, err
}

// maxName is the length of a name in bytes; FAT takes 255 characters, and screens show
// far fewer.
const maxName = 120

// Name is "Author - Title" as FAT, exFAT and Windows take it: without the characters
// that they forbid, without points and spaces at its ends, not too long, never empty.
func Name(author, title string) string {
	name := clean(title)
	if a := clean(author); a != "" {
		name = a + " - " + name
	}
	for len(name) > maxName {
		_, n := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-n]
	}
	name = strings.Trim(name, " .-")
	if name == "" || reserved[strings.ToUpper(name)] {
		name += "_book"
	}
	return strings.TrimPrefix(name, "_")
}

// clean replaces what FAT forbids (Microsoft, "Naming Files, Paths, and Namespaces") and
// makes every space an ordinary one.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r < ' ' || r == 0x7f || r == utf8.RuneError || unicode.Is(unicode.Cf, r):
			return -1
		case strings.ContainsRune(`/\|`, r):
			return '-'
		case strings.ContainsRune(`<>:"?*`, r):
			return ' '
		}
		return r
	}, s)
	return strings.Trim(strings.Join(strings.Fields(s), " "), " .")
}

// reserved are names of devices on Windows.
var reserved = func() map[string]bool {
	m := map[string]bool{"CON": true, "PRN": true, "AUX": true, "NUL": true}
	for _, n := range "123456789" {
		m["COM"+string(n)], m["LPT"+string(n)] = true, true
	}
	return m
}()
