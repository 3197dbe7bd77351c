package manuscript

import (
	"cahier/book"
	"cahier/book/markdown"
)

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
		r.problems.Add(start, book.CodeBadValue, "write contents: [one.md, two.md]", "the book has no contents")
		return
	}
	for _, n := range h.settings.contents.all() {
		r.item(b, name, n)
	}
	b.Incomplete = len(b.Articles()) < r.wanted
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
		r.problems.Add(n.pos, book.CodeBadValue, "write {part: Title, contents: [one.md, two.md]}", "a part has a title and contents")
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
	r.wanted++
	p, ok := r.resolve(n.pos, name, n.trimmed())
	if !ok {
		return nil
	}
	if r.seen[p] {
		r.wanted-- // it is there already
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
