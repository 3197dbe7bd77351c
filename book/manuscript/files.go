package manuscript

import (
	"errors"
	"io"
	"io/fs"
	"net/url"
	"path"
	"strings"

	"cahier/book"
	"cahier/book/markdown"
)

// folder reads the files of a book and lets nothing out of it.
type folder struct {
	fsys     fs.FS
	problems *book.Problems
}

// cleanPath is a path as fs.FS wants it: slashes, no "./".
func cleanPath(p string) string { return path.Clean(strings.ReplaceAll(p, `\`, "/")) }

// resolve makes a path relative to the book's folder of one that is relative to a file
// in it. It fails on an address and on a path that leads out of the folder.
func (f *folder) resolve(pos book.Pos, from, written string) (string, bool) {
	if scheme, _, found := strings.Cut(written, ":"); found && len(scheme) > 1 && !strings.ContainsAny(scheme, "/. ") || strings.HasPrefix(written, "//") {
		f.problems.Add(pos, book.CodeFileForbidden, `save the file in the book's folder: "cahier clean ADDRESS --images" brings a page with its images`, "%q is not in the book's folder: nothing is fetched", written)
		return "", false
	}
	p := cleanPath(written)
	if path.IsAbs(p) || len(p) > 1 && p[1] == ':' {
		f.problems.Add(pos, book.CodeFileForbidden, "write the path from the book's folder on", "%q is not relative to the book's folder", written)
		return "", false
	}
	if p = path.Join(path.Dir(from), p); !fs.ValidPath(p) || p == "." {
		f.problems.Add(pos, book.CodeFileForbidden, "move the file into the book's folder", "%q leads out of the book's folder", written)
		return "", false
	}
	return p, true
}

// check reports a file that is missing or that a book may not use: a folder, a device,
// a link that leads out.
func (f *folder) check(pos book.Pos, p string) bool {
	if !f.checkLinks(pos, p, maxLinks) {
		return false
	}
	info, err := fs.Stat(f.fsys, p)
	switch {
	case err == nil && info.Mode().IsRegular():
		return true
	case err == nil:
		f.problems.Add(pos, book.CodeFileForbidden, "", "%s is not a file", p)
	default:
		f.fail(pos, p, err)
	}
	return false
}

// maxLinks is the most symbolic links that a path may go through.
const maxLinks = 16

// checkLinks follows symbolic links of the file and of the folders on its way, where
// the file system knows them.
func (f *folder) checkLinks(pos book.Pos, p string, left int) bool {
	links, ok := f.fsys.(fs.ReadLinkFS)
	if !ok {
		return true
	}
	for end := 0; end < len(p); {
		if next := strings.IndexByte(p[end+1:], '/'); next >= 0 {
			end += 1 + next
		} else {
			end = len(p)
		}
		info, err := links.Lstat(p[:end])
		if err != nil || info.Mode()&fs.ModeSymlink == 0 {
			continue
		}
		target, err := links.ReadLink(p[:end])
		inside := path.Join(path.Dir(p[:end]), target)
		if err != nil || path.IsAbs(target) || !fs.ValidPath(inside) || left == 0 {
			f.problems.Add(pos, book.CodeFileForbidden, "copy the file into the book's folder", "%s is a link that leads out of the book's folder", p[:end])
			return false
		}
		return f.checkLinks(pos, path.Join(inside, p[end:]), left-1)
	}
	return true
}

// fail reports what went wrong with a file: it does not exist, or it leads out of the
// folder, or it cannot be read.
func (f *folder) fail(pos book.Pos, p string, err error) {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		f.problems.Add(pos, book.CodeFileMissing, f.similar(p), "%s does not exist", p)
	case strings.Contains(err.Error(), "escapes"):
		f.problems.Add(pos, book.CodeFileForbidden, "copy the file into the book's folder", "%s leads out of the book's folder", p)
	default:
		f.problems.Add(pos, book.CodeUnreadable, "", "%s: %v", p, cause(err))
	}
}

// similar is a hint at a file of nearly that name in the same folder.
func (f *folder) similar(p string) string {
	entries, err := fs.ReadDir(f.fsys, path.Dir(p))
	if err != nil {
		return "the folder does not exist either"
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if near := book.Nearest(path.Base(p), names); near != "" {
		return "did you mean " + path.Join(path.Dir(p), near) + "?"
	}
	return "put it into the book's folder"
}

// cause is an error without the path, which the message names already.
func cause(err error) error {
	if pathError := (*fs.PathError)(nil); errors.As(err, &pathError) {
		return pathError.Err
	}
	return err
}

// read returns a file's bytes; pos is where it is named.
func (f *folder) read(pos book.Pos, p string) ([]byte, bool) {
	if !f.check(pos, p) {
		return nil, false
	}
	file, err := f.fsys.Open(p)
	if err != nil {
		f.fail(pos, p, err)
		return nil, false
	}
	defer file.Close()
	// One byte more than is allowed tells Normalize that there is too much.
	data, err := io.ReadAll(io.LimitReader(file, markdown.MaxFile+1))
	if err != nil {
		f.fail(pos, p, err)
		return nil, false
	}
	return data, true
}

// image settles an image's path and checks that the file is there.
func (f *folder) image(article string, img *book.Image) {
	if img.Src == "" {
		return // reported when it was read
	}
	p, ok := f.resolve(img.Pos, article, img.Src)
	if !ok {
		img.Src = ""
		return
	}
	if decoded, err := url.PathUnescape(p); err == nil && decoded != p && fs.ValidPath(decoded) {
		if _, err := fs.Stat(f.fsys, p); err != nil {
			p = decoded // "my%20photo.jpg"
		}
	}
	img.Src = p
	f.check(img.Pos, p)
}
