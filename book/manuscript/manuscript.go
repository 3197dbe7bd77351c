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
	"strconv"
	"strings"

	"cahier/book"
	"cahier/book/markdown"
)

// Read reads a book whose folder is fsys. Its name is "book.yaml" (or another file in
// YAML), or an article of the folder, which is then a book by itself. Everything wrong
// with it is in the problems, sorted; the book is never nil, and fit for an output only
// if none of them is an error. A file that cannot be read is one of them, with
// book.CodeUnreadable.
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

func isYAML(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}

// reader is the state of reading one book.
type reader struct {
	folder
	seen  map[string]bool // articles by path
	count int
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
	b.Style, b.Numbering, b.Outputs = h.settings.style, h.settings.numbering, h.settings.outputs
	b.Print, b.Schedule, b.Notes = h.settings.print, h.settings.schedule, h.policy
}

// volume reads book.yaml and the articles that it names.
func (r *reader) volume(b *book.Book, name string, data []byte) {
	src, problems := markdown.Normalize(name, data)
	*r.problems = append(*r.problems, problems...)
	if problems.Errors() > 0 {
		return
	}
	tree, problems := parseYAML(name, src, 1)
	*r.problems = append(*r.problems, problems...)
	if tree == nil {
		return
	}
	start := book.Pos{File: name, Line: 1, Col: 1}
	h := &head{front: &b.Front, strict: true}
	b.Front.Pos = start
	h.read(tree, frontKeys, makingKeys, contentsKeys)
	*r.problems = append(*r.problems, h.problems...)
	r.required(&b.Front, tree, start)
	r.requireLang(&b.Front, tree, start)
	r.cover(name, &b.Front, tree)
	b.Sources = r.library(name, h.sources)
	settle(b, h)
	if h.settings.contents == nil || len(h.settings.contents.all()) == 0 {
		r.problems.Add(start, book.CodeBadValue, "write contents: [un.md, deux.md]", "the book has no contents")
		return
	}
	for _, n := range h.settings.contents.all() {
		r.item(b, name, n)
	}
	checkSchedule(b, r.problems)
}

// item reads an entry of contents: an article's path, or {part, contents}.
func (r *reader) item(b *book.Book, name string, n *node) {
	if n.kind == scalar {
		if a := r.named(b, name, n); a != nil {
			b.Contents = append(b.Contents, book.Item{Article: a})
		}
		return
	}
	h := &head{front: &book.FrontMatter{}, strict: true}
	part := &book.Part{Pos: n.pos}
	var contents *node
	if n.kind == mapping {
		h.read(n, map[string]key{
			"part":     inlines(func(*book.FrontMatter) *[]book.Inline { return &part.Title }),
			"contents": func(_ *head, n *node) { contents = n },
		})
	}
	*r.problems = append(*r.problems, h.problems...)
	if len(part.Title) == 0 || len(contents.all()) == 0 {
		r.problems.Add(n.pos, book.CodeBadValue, "write {part: Title, contents: [un.md, deux.md]}", "a part has a title and contents")
		return
	}
	for _, inner := range contents.all() {
		if inner.kind != scalar {
			r.problems.Add(inner.pos, book.CodeBadValue, "parts do not nest", "an article's path is wanted here, not %s", inner.kind)
		} else if a := r.named(b, name, inner); a != nil {
			part.Articles = append(part.Articles, a)
		}
	}
	if len(part.Articles) > 0 {
		b.Contents = append(b.Contents, book.Item{Part: part})
	}
}

// named reads the article that contents name, nil if that fails.
func (r *reader) named(b *book.Book, name string, n *node) *book.Article {
	p, ok := r.resolve(n.pos, name, n.trimmed())
	if !ok {
		return nil
	}
	if r.seen[p] {
		r.problems.Add(n.pos, book.CodeFileRepeated, "name it once", "%s stands in the contents twice", p)
		return nil
	}
	r.seen[p] = true
	data, ok := r.read(n.pos, p)
	if !ok {
		return nil
	}
	a, _ := r.article(p, data)
	if a != nil && a.Front.Lang == "" {
		a.Front.Lang = b.Front.Lang
	}
	return a
}

// article reads an article, nil if its file is not fit to be read.
func (r *reader) article(name string, data []byte) (*book.Article, *head) {
	src, problems := markdown.Normalize(name, data)
	if problems.Errors() > 0 {
		*r.problems = append(*r.problems, problems...)
		return nil, nil
	}
	a, problems := markdown.Read(name, src)
	*r.problems = append(*r.problems, problems...)
	r.count++
	a.ID = "a" + strconv.Itoa(r.count)
	h := r.head(a, src)
	r.required(&a.Front, h.tree, a.Front.Pos)
	dropTitle(a)
	book.AllInlines(withNotes(a), func(n book.Inline) bool {
		if img, ok := n.(*book.Image); ok {
			r.image(name, img)
		}
		return true
	})
	book.Blocks(withNotes(a), func(b book.Block) bool {
		if f, ok := b.(*book.Figure); ok {
			r.image(name, f.Image)
		}
		return true
	})
	return a, h
}

// head reads an article's front matter.
func (r *reader) head(a *book.Article, src []byte) *head {
	yaml, body, _ := markdown.Split(src)
	a.Front.Pos = book.Pos{File: a.Path, Line: 1, Col: 1}
	h := &head{front: &a.Front}
	if yaml != nil && body == nil {
		r.problems.Add(a.Front.Pos, book.CodeYAML, `end it with a line "---"`, "the front matter never ends")
		return h
	}
	tree, problems := parseYAML(a.Path, yaml, 2)
	*r.problems = append(*r.problems, problems...)
	if tree == nil {
		if problems == nil {
			h.tree = &node{kind: mapping}
		}
		return h
	}
	h.tree = tree
	h.read(tree, frontKeys, makingKeys)
	*r.problems = append(*r.problems, h.problems...)
	r.cover(a.Path, &a.Front, tree)
	a.Sources = r.library(a.Path, h.sources)
	return h
}

// required reports a title that is missing. One that is given but wrong has a problem
// of its own, and so has YAML that does not parse: then the tree is nil.
func (r *reader) required(f *book.FrontMatter, tree *node, pos book.Pos) {
	if tree != nil && len(f.Title) == 0 && tree.get("title").trimmed() == "" {
		r.problems.Add(pos, book.CodeTitleMissing, `write a line "title: …" between two lines "---" at the top of the file`, "no title is given")
	}
}

// requireLang reports a language that is missing. An article of a book has the book's.
func (r *reader) requireLang(f *book.FrontMatter, tree *node, pos book.Pos) {
	if tree != nil && f.Lang == "" && tree.get("lang").trimmed() == "" && tree.get("language").trimmed() == "" {
		r.problems.Add(pos, book.CodeLangMissing, `write a line "lang: fr" (or en, de, es, it, pt) beside the title`, "no language is given")
	}
}

// cover settles the cover's path and checks that the file is there.
func (r *reader) cover(name string, f *book.FrontMatter, tree *node) {
	if f.Cover == "" {
		return
	}
	n := tree.get("cover")
	if n == nil {
		n = tree.get("cover-image")
	}
	p, ok := r.resolve(n.pos, name, f.Cover)
	f.Cover = p
	if ok {
		r.check(n.pos, p)
	}
}

// withNotes is all blocks of an article, those of its notes too.
func withNotes(a *book.Article) []book.Block {
	blocks := append([]book.Block{}, a.Body...)
	for _, n := range a.Notes {
		blocks = append(blocks, n.Blocks...)
	}
	return blocks
}

// dropTitle leaves out a heading at the beginning that only repeats the title. One
// with a note or a citation stays: dropping it would lose them.
func dropTitle(a *book.Article) {
	if len(a.Body) == 0 {
		return
	}
	h, ok := a.Body[0].(*book.Heading)
	if !ok || !sameWords(book.PlainText(h.Inlines), book.PlainText(a.Front.Title)) {
		return
	}
	keep := h.Attr.ID != ""
	book.Inlines(h.Inlines, func(n book.Inline) bool {
		switch n.(type) {
		case *book.NoteCall, *book.Citation, *book.Image:
			keep = true
		}
		return true
	})
	if !keep {
		a.Body = a.Body[1:]
		markdown.SettleLevels(a.Body)
	}
}

func sameWords(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}
