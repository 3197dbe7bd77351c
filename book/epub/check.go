package epub

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"path"
	"strings"

	"cahier/book"
)

// Limits on an EPUB that is checked: it comes from anywhere.
const (
	// MaxEntries bounds the files in the container.
	MaxEntries = 20_000
	// MaxUnpacked bounds what all text files of a container unpack to, and MaxPart a
	// single file, in bytes.
	MaxUnpacked = 300 << 20
	MaxPart     = 50 << 20
	// MaxBook is the size that Send to Kindle takes by mail, and Kobo without delay.
	MaxBook = 50 << 20
)

// Check reads any EPUB and says what EPUBCheck and Ace do not: what readers' own
// specifications ask for, whether notes pop up everywhere, whether what the metadata
// states is so. Problems of code epub are what breaks a reader, of code epub-weak what
// some readers do not show at its best, of code epub-remark what nobody need mend; their
// Pos.File is the file in the container. A file that is no EPUB at all, is cut short or
// exceeds the limits is a problem, too. The error is that of r.
func Check(r io.ReaderAt, size int64) (book.Problems, error) {
	source := &faultyReader{ReaderAt: r}
	problems, err := checkAll(source, size)
	if source.err != nil {
		return nil, source.err
	}
	if err != nil {
		problems = nil
		problems.Add(book.Pos{}, book.CodeEPUB, "it may be cut off: copy or make it again", "%v", err)
	}
	return problems, nil
}

// faultyReader keeps the first failure to read, which tells it from damage to what is read.
type faultyReader struct {
	io.ReaderAt
	err error
}

func (f *faultyReader) ReadAt(p []byte, off int64) (int, error) {
	n, err := f.ReaderAt.ReadAt(p, off)
	if err != nil && err != io.EOF && f.err == nil {
		f.err = err
	}
	return n, err
}

// checkAll goes through all that is checked; the error is of a container that cannot be read.
func checkAll(r io.ReaderAt, size int64) (book.Problems, error) {
	c, err := open(r, size)
	if err != nil {
		return nil, err
	}
	c.container()
	if c.readPackage() {
		c.metadata()
		c.accessibility()
		c.navigation()
		c.texts()
		c.notes()
		c.styles()
		c.images()
	}
	if c.err != nil {
		return nil, c.err
	}
	c.problems.Sort()
	return c.problems, nil
}

// open reads the container's directory.
func open(r io.ReaderAt, size int64) (*checker, error) {
	c := &checker{size: size, head: make([]byte, 38), files: map[string]*zip.File{}, trees: map[string]*tree{}}
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, fmt.Errorf("this is no EPUB: %w", err)
	}
	if len(z.File) > MaxEntries {
		return nil, fmt.Errorf("the EPUB holds %d files, more than %d", len(z.File), MaxEntries)
	}
	if _, err := r.ReadAt(c.head, 0); err != nil && err != io.EOF {
		return nil, err
	}
	c.zip = z
	for _, f := range z.File {
		c.files[f.Name] = f
	}
	return c, nil
}

// checker is one check in progress.
type checker struct {
	zip      *zip.Reader
	size     int64
	head     []byte // the first bytes of the file
	files    map[string]*zip.File
	unpacked int64
	err      error // of reading, or a limit
	pack     packageFile
	trees    map[string]*tree // XHTML files by name, parsed
	named    map[string]*tree // see ids
	spine    []string         // their names in reading order
	problems book.Problems
}

// broken reports what breaks a reader, weak what makes one show less.
func (c *checker) broken(file, hint, format string, args ...any) {
	c.problems.Add(book.Pos{File: file}, book.CodeEPUB, hint, format, args...)
}

func (c *checker) weak(file, hint, format string, args ...any) {
	c.problems.Add(book.Pos{File: file}, book.CodeEPUBWeak, hint, format, args...)
}

// remark tells what some readers do otherwise, where nothing is to be mended.
func (c *checker) remark(file, hint, format string, args ...any) {
	c.problems.Add(book.Pos{File: file}, book.CodeEPUBRemark, hint, format, args...)
}

// container checks the zip file itself (EPUB 3.3, section 4.2).
func (c *checker) container() {
	first := c.zip.File
	if len(first) == 0 || first[0].Name != "mimetype" || first[0].Method != zip.Store || binary.LittleEndian.Uint16(c.head[28:]) != 0 {
		c.broken("mimetype", "", "it is not the first entry, stored, without extra field: readers tell an EPUB by that")
	}
	streamed, dates, names := 0, map[uint32]bool{}, 0
	for _, f := range c.zip.File {
		if f.Flags&8 != 0 {
			streamed++
		}
		dates[uint32(f.ModifiedDate)<<16|uint32(f.ModifiedTime)] = true
		if !plainName(f.Name) {
			names++
		}
		if strings.Contains(f.Name, "..") || strings.HasPrefix(f.Name, "/") || strings.Contains(f.Name, `\`) {
			c.broken(f.Name, "", "its name leads out of the book")
		}
	}
	if streamed > 0 {
		c.weak("", "write sizes and checksums into the local headers", "%d of %d entries have their sizes only after their data, which readers that stream refuse", streamed, len(first))
	}
	if len(dates) > 1 {
		c.weak("", "", "entries bear %d different dates: two builds of one book differ", len(dates))
	}
	if names > 0 {
		c.weak("", "", "%d file names are not plain (ASCII letters, digits, points, hyphens): some readers do not open those files", names)
	}
	if c.size > MaxBook {
		c.weak("", "make its images smaller", "the book is larger than %d MB, which Send to Kindle refuses by mail", MaxBook>>20)
	}
}

func plainName(name string) bool {
	return strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./") == ""
}

// read unpacks a file within the limits; false if it is not there or cannot be read.
func (c *checker) read(name string) ([]byte, bool) {
	f := c.files[name]
	if f == nil || c.err != nil {
		return nil, false
	}
	r, err := f.Open()
	if err != nil {
		c.broken(name, "", "cannot be unpacked: %v", err)
		return nil, false
	}
	defer r.Close()
	var buf bytes.Buffer
	n, err := io.Copy(&buf, io.LimitReader(r, MaxPart+1))
	c.unpacked += n
	switch {
	case n > MaxPart:
		c.broken(name, "", "unpacks to more than %d MB", MaxPart>>20)
		return nil, false
	case c.unpacked > MaxUnpacked:
		c.err = fmt.Errorf("the EPUB unpacks to more than %d MB", MaxUnpacked>>20)
		return nil, false
	case err != nil:
		c.broken(name, "", "cannot be unpacked: %v", err)
		return nil, false
	}
	return buf.Bytes(), true
}

// parse reads an XML file as a tree; nil, with a problem, if it cannot be.
func (c *checker) parse(name string) *tree {
	if t, done := c.trees[name]; done {
		return t
	}
	data, ok := c.read(name)
	if !ok {
		if c.files[name] == nil && c.err == nil {
			c.broken(name, "", "is named but not there")
		}
		c.trees[name] = nil
		return nil
	}
	t, err := parseTree(data)
	if err != nil {
		c.broken(name, "", "is not well-formed: %v", err)
	}
	c.trees[name] = t
	return t
}

// join is the name in the container of what a file refers to, without its fragment.
func join(from, href string) (name, fragment string) {
	href, fragment, _ = strings.Cut(href, "#")
	if href == "" {
		return from, fragment
	}
	if decoded, err := pathUnescape(href); err == nil {
		href = decoded
	}
	return path.Join(path.Dir(from), href), fragment
}
