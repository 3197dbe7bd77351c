package manuscript

import (
	"path"
	"strings"

	"cahier/book"
	"cahier/book/markdown"
)

// settleLinks leads links to files of the book to the articles: "two.md" to "#a2",
// "two.md#id" to "#id". A link to an article that the book does not hold is left out, with
// a problem; its text stays.
func (r *reader) settleLinks(b *book.Book) {
	ids := map[string]string{}
	for _, a := range b.Articles() {
		ids[a.Path] = a.ID
	}
	for _, a := range b.Articles() {
		l := linker{a.Path, ids, r.seen, r.problems}
		book.Blocks(withNotes(a), func(b book.Block) bool {
			if content := book.Content(b); content != nil {
				*content = l.inlines(*content)
			}
			return true
		})
	}
}

// linker settles the links of one article.
type linker struct {
	from     string            // path of the article
	ids      map[string]string // article ids by path
	named    map[string]bool   // paths that contents name, of articles that could not be read too
	problems *book.Problems
}

// inlines settles the links of a list and of what is in it; where one goes, its text takes its
// place.
func (l *linker) inlines(list []book.Inline) []book.Inline {
	var kept []book.Inline
	for i, n := range list {
		if inner := book.Within(n); inner != nil {
			*inner = l.inlines(*inner)
		}
		link, ok := n.(*book.Link)
		if ok && markdown.IsArticle(link.Href) && !l.settle(link) {
			if kept == nil {
				kept = append(kept, list[:i]...)
			}
			kept = append(kept, link.Inlines...)
		} else if kept != nil {
			kept = append(kept, n)
		}
	}
	if kept == nil {
		return list
	}
	return markdown.Merge(kept)
}

// settle leads a link to its article; false if the book does not hold it.
func (l *linker) settle(link *book.Link) bool {
	file, place, _ := strings.Cut(link.Href, "#")
	name := path.Join(path.Dir(l.from), cleanPath(file))
	id, held := l.ids[name]
	switch {
	case !held && l.named[name]:
		return false
	case !held:
		l.problems.Add(link.Pos, book.CodeLinkMissing, "add it to contents, or link to an https address; the link is left out, its text stays", "the link leads to %s, which is not in the book", file)
		return false
	case place != "":
		link.Href = "#" + place
	default:
		link.Href = "#" + id
	}
	return true
}
