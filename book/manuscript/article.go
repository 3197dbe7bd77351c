package manuscript

import (
	"strconv"
	"strings"

	"cahier/book"
	"cahier/book/markdown"
)

// article reads an article, nil if its file is not fit to be read.
func (r *reader) article(name string, data []byte) (*book.Article, *head) {
	if k := formatOf(name, data); k.what != "" {
		r.problems.Add(book.Pos{File: name, Line: 1, Col: 1}, book.CodeUnreadable, k.hint, "this is %s, not a manuscript", k.what)
		return nil, nil
	}
	src, problems := markdown.Normalize(name, data)
	*r.problems = append(*r.problems, problems...)
	if problems.Errors() > 0 {
		return nil, nil
	}
	a, problems := markdown.Read(name, src)
	*r.problems = append(*r.problems, problems...)
	broken := problems.Errors() > 0
	r.count++
	a.ID = "a" + strconv.Itoa(r.count)
	h := r.head(a, src)
	if h.tree == nil {
		a.Sources = &book.Library{Incomplete: true}
	}
	r.required(&a.Front, h.tree, a.Front.Pos)
	dropTitle(a)
	if len(a.Body) == 0 && h.tree != nil && !broken {
		r.problems.Add(a.Front.Pos, book.CodeArticleEmpty, `write the text below the line "---" that ends the front matter`, "the article has no text")
	}
	if n := len(a.Body); n > 0 && a.Sources == nil { // works may stand under it
		if h, ok := a.Body[n-1].(*book.Heading); ok {
			r.problems.Add(h.Pos, book.CodeHeadingEmpty, "write its text, or take the heading out", "nothing stands below the heading that ends the article")
		}
	}
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
	f.Cover, f.CoverPos = p, n.pos
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

// sameWords compares headings as readers do.
func sameWords(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}
