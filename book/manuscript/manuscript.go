// Package manuscript reads a book: a folder with book.yaml and articles, or one article,
// becomes a *book.Book and the list of everything that is wrong with it.
//
// Front matter is one table of keys (frontmatter.go) for articles and for book.yaml; the
// text of articles is read by book/markdown. The package reads through fs.FS, leaves the
// book's folder by no path, link or address, and decides nothing about how the book
// looks.
package manuscript

import (
	"io/fs"
	"path"
	"strings"

	"cahier/book"
)

// Read reads a book whose folder is fsys. Its name is "book.yaml" (or another file in
// YAML), or an article of the folder, which is then a book by itself. Everything wrong
// with it is in the problems, sorted; a file that cannot be read is one of them. The book is
// never nil. With errors it holds what could be read: fit for no output, but whole enough for
// cite and layout to find what else is wrong. Book.Incomplete and Library.Incomplete then say
// what is not known, so that nobody reports an id or a key as missing that stands in a file
// which could not be read. A book without articles holds nothing to look at.
func Read(fsys fs.FS, name string) (*book.Book, book.Problems) {
	var problems book.Problems
	r := &reader{folder: folder{fsys, &problems}, seen: map[string]bool{}}
	name = cleanPath(name)
	pos := book.Pos{File: name}
	b := &book.Book{}
	switch data, ok := r.read(pos, name); {
	case !ok:
	case isYAML(name):
		r.volume(b, name, data)
	default:
		r.single(b, name, data)
	}
	r.settleLinks(b)
	problems.Sort()
	return b, problems
}

// isYAML tells a book from an article by the file's name.
func isYAML(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}

// reader is the state of reading one book.
type reader struct {
	folder
	seen map[string]bool // articles by path
	// wanted and count are the articles that contents name and those that could be read.
	wanted, count int
}

// single reads an article that is a book by itself.
func (r *reader) single(b *book.Book, name string, data []byte) {
	a, h := r.article(name, data)
	if a == nil {
		return
	}
	r.requireLang(&a.Front, h.tree, a.Front.Pos)
	b.Front, b.Single = a.Front, true
	b.Contents = []book.Item{{Article: a}}
	settle(b, h)
	checkSchedule(b, r.problems)
}

// settle gives the book what its head says of its making.
func settle(b *book.Book, h *head) {
	b.Style, b.StylePos = h.settings.style, h.settings.stylePos
	b.Numbering, b.Questions, b.Outputs = h.settings.numbering, h.settings.questions, h.settings.outputs
	b.Print, b.Schedule, b.Notes = h.settings.print, h.settings.schedule, h.policy
}
