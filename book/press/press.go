// Package press runs the stages: it reads a manuscript from the disk, takes it through
// citations, layout and typesetting, and hands the finished book to a writer. It is the
// only package besides the command that touches the disk; outputs are written to a
// temporary file and renamed, so that a failure leaves the earlier output whole.
package press

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"cahier/book"
	"cahier/book/cite"
	"cahier/book/layout"
	"cahier/book/manuscript"
	"cahier/book/markdown"
)

// Manuscript is a book that has been read, and the folder that its files come from.
type Manuscript struct {
	Book   *book.Book
	Dir    fs.FS  // the book's folder: nothing outside it is ever opened
	Name   string // of the outputs, without extension
	file   string // of the manuscript, in Dir
	prefix string // of Dir as the user named it, with its slash; "" for the working folder
	root   *os.Root
}

// The files that a folder's name stands for: what a book of several articles is, and its only
// article.
const (
	volumeFile  = "book.yaml"
	articleFile = "article.md"
)

// Close gives the folder back.
func (m *Manuscript) Close() error {
	if m == nil || m.root == nil {
		return nil
	}
	return m.root.Close()
}

// Read reads the manuscript that a user names: an article, a book.yaml, a folder that
// holds one, or "-" for an article on standard input. Positions in problems are relative to
// the book's folder; Run.Problems names them as the user did. An error is a failure to read at all.
func Read(input string, stdin io.Reader) (*Manuscript, book.Problems, error) {
	if input == "-" {
		return readStdin(stdin)
	}
	info, err := os.Stat(input)
	if err != nil {
		return nil, nil, err
	}
	if info.IsDir() {
		file, err := BookFile(input)
		if err != nil {
			return nil, nil, err
		}
		return Read(file, stdin)
	}
	dir, file := filepath.Split(input)
	if dir == "" {
		dir = "."
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, nil, err
	}
	m := &Manuscript{Dir: root.FS(), file: file, root: root}
	if m.Name, err = outputName(input); err != nil {
		return nil, nil, err
	}
	var problems book.Problems
	m.Book, problems = manuscript.Read(m.Dir, file)
	if m.prefix = filepath.ToSlash(dir); m.prefix == "." {
		m.prefix = ""
	}
	return m, problems, nil
}

// BookFile is the file of a folder that a book is made of: its book.yaml, else article.md. An
// error says which article may be meant.
func BookFile(dir string) (string, error) {
	for _, name := range []string{volumeFile, articleFile} {
		file := filepath.Join(dir, name)
		if _, err := os.Stat(file); err == nil {
			return file, nil
		}
	}
	hint := "`cahier new FOLDER` begins a book"
	if articles, err := filepath.Glob(filepath.Join(dir, "*.md")); err == nil && len(articles) > 0 {
		hint = "name the article: " + articles[0]
	}
	return "", book.Fault(hint, "there is no book.yaml or article.md in %s", dir)
}

// Holds reports whether a path leads to a file that the manuscript is made of, which no
// output may replace.
func (m *Manuscript) Holds(path string) bool {
	if m.root == nil || m.Book == nil {
		return false
	}
	files := []string{m.file}
	for _, a := range m.Book.Articles() {
		files = append(files, a.Path)
	}
	for _, f := range files {
		if SameFile(path, filepath.Join(m.root.Name(), filepath.FromSlash(f))) {
			return true
		}
	}
	return false
}

func readStdin(stdin io.Reader) (*Manuscript, book.Problems, error) {
	// One byte more than an article may have, so that its reader knows a longer one.
	src, err := io.ReadAll(io.LimitReader(stdin, markdown.MaxFile+1))
	if err != nil {
		return nil, nil, fmt.Errorf("standard input: %w", err)
	}
	m := &Manuscript{Dir: single{name: "-", data: src}, Name: "article", file: "-"}
	var problems book.Problems
	m.Book, problems = manuscript.Read(m.Dir, "-")
	return m, problems, nil
}

// outputName is the name that the outputs of a manuscript take: article.md and book.yaml
// take their folder's name, any other file its own.
func outputName(input string) (string, error) {
	base := filepath.Base(input)
	if base != articleFile && base != volumeFile {
		return strings.TrimSuffix(base, filepath.Ext(base)), nil
	}
	abs, err := filepath.Abs(input)
	if err != nil {
		return "", err
	}
	name := filepath.Base(filepath.Dir(abs))
	if name == string(filepath.Separator) || strings.HasSuffix(name, ":") {
		return strings.TrimSuffix(base, filepath.Ext(base)), nil
	}
	return name, nil
}

// place names a position's file as the user would: below the folder that he named. Flags
// of the command line ("--paper") stay as they are.
func (m *Manuscript) place(p book.Pos) book.Pos {
	if m != nil && p.File != "" && !strings.HasPrefix(p.File, "--") {
		p.File = m.prefix + p.File
	}
	return p
}

// hintAtBook tells, where an article cites what it does not know, of the book.yaml beside it
// that names it and has works of its own.
func (m *Manuscript) hintAtBook(problems book.Problems) {
	missing := func(p book.Problem) bool { return p.Code == book.CodeSourceMissing }
	if m == nil || m.root == nil || m.file == volumeFile || !slices.ContainsFunc(problems, missing) {
		return
	}
	if _, err := m.root.Stat(volumeFile); err != nil {
		return
	}
	volume, _ := manuscript.Read(m.Dir, volumeFile)
	names := slices.ContainsFunc(volume.Articles(), func(a *book.Article) bool { return a.Path == m.file })
	if !names || volume.Sources == nil {
		return
	}
	for i := range problems {
		if missing(problems[i]) {
			problems[i].Hint = fmt.Sprintf("it belongs to %s, which has works of its own: check and make the book", m.prefix+volumeFile)
		}
	}
}

// arrange takes the manuscript through citations and layout.
func (m *Manuscript) arrange(opt layout.Options) (*layout.Volume, book.Problems) {
	problems := cite.Word(m.Book)
	v, more := layout.Arrange(m.Book, opt)
	return v, append(problems, more...)
}

// again reads the manuscript once more: arranging a book takes it over.
func (m *Manuscript) again() (*Manuscript, error) {
	b, problems := manuscript.Read(m.Dir, m.file)
	return &Manuscript{Book: b, Dir: m.Dir, Name: m.Name, file: m.file}, problems.Err()
}
