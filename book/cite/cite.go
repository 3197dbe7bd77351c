package cite

import (
	"strings"

	"cahier/book"
)

// Word words every citation of the book, makes the notes of a note style and the lists
// of works, and returns what is wrong with keys and sources. It fills Citation.Text,
// Article.Notes, Article.Works and Book.Works, once: a book is worded only once.
func Word(b *book.Book) book.Problems {
	w := worder{book: b, known: map[*book.Library]map[string]*book.Source{}}
	jobs := w.jobs()
	for _, j := range jobs {
		j.collect()
	}
	front := w.front()
	done := map[*scope]bool{}
	for _, j := range append(jobs[:len(jobs):len(jobs)], front) {
		if j != nil && !done[j.scope] {
			done[j.scope] = true
			j.scope.finish()
		}
	}
	for _, j := range jobs {
		j.article()
		if w.volume == nil && !j.noList && len(j.scope.entries) > 0 {
			j.art.Works = j.scope.entries
		}
	}
	if front != nil {
		front.frontMatter()
	} else {
		w.shareFront()
	}
	if w.volume != nil && !b.Front.Cite.NoList && len(w.volume.entries) > 0 {
		b.Works = w.volume.entries
	}
	w.problems.Sort()
	return w.problems
}

// worder holds what the articles of a book share.
type worder struct {
	book     *book.Book
	known    map[*book.Library]map[string]*book.Source
	volume   *scope // references-place: volume, else nil
	problems book.Problems
}

// job is one article and how it is cited in.
type job struct {
	*worder
	art    *book.Article
	lang   *language
	scope  *scope
	byYear bool
	noList bool
	links  bool
	after  bool // a note's call stands after the punctuation
	find   catalogue
}

func (w *worder) jobs() []*job {
	front := &w.book.Front
	if front.Cite.Volume {
		w.volume = newScope(front.Lang, "", front.Cite.Style == styleAuthorDate)
	}
	var list []*job
	for _, art := range w.book.Articles() {
		own := art.Front.Cite
		tag := art.Front.Lang
		if tag == "" {
			tag = front.Lang
		}
		style := own.Style
		if style == "" {
			style = front.Cite.Style
		}
		j := &job{worder: w, art: art, lang: find(tag), byYear: style == styleAuthorDate}
		j.noList = own.NoList || front.Cite.NoList
		j.links = !j.noList && !own.NoLinks && !front.Cite.NoLinks
		// English sets the call after the punctuation, the other languages before it.
		j.after = own.NotesAfterStop || front.Cite.NotesAfterStop || base(tag) == "en"
		j.find = newCatalogue(&w.problems, w.known, art.Sources, w.book.Sources)
		if j.scope = w.volume; j.scope == nil {
			j.scope = newScope(tag, art.ID+"-", j.byYear)
		}
		j.scope.plain = j.scope.plain || own.NoWebLinks || front.Cite.NoWebLinks
		list = append(list, j)
	}
	return list
}

const styleAuthorDate = "author-date"

// collect includes the works that the article cites or names under nocite.
func (j *job) collect() {
	f := &j.art.Front
	for _, list := range [][]book.Inline{f.Title, f.Subtitle, f.ShortTitle} {
		book.Inlines(list, j.include)
	}
	for _, list := range [][]book.Block{f.Epigraph, f.Abstract, f.Dedication, j.art.Body} {
		book.AllInlines(list, j.include)
	}
	for _, n := range j.art.Notes {
		book.AllInlines(n.Blocks, j.include)
	}
	for _, key := range append(append([]string(nil), f.Cite.NoCite...), j.volumeNoCite()...) {
		if key = strings.TrimPrefix(strings.Trim(key, "[] "), "@"); key == "*" {
			j.includeAll(j.art.Sources)
			j.includeAll(j.book.Sources)
		} else {
			j.includeKey(f.Pos, key)
		}
	}
}

// include is a visitor that takes in what a citation cites.
func (j *job) include(n book.Inline) bool {
	if c, ok := n.(*book.Citation); ok {
		for _, it := range c.Items {
			j.includeKey(it.Pos, it.Key)
		}
	}
	return true
}

func (j *job) includeKey(pos book.Pos, key string) {
	if s := j.find.find(key); s != nil {
		j.includeSource(s)
	} else {
		j.find.missing(&j.problems, pos, key)
	}
}

func (j *job) includeAll(l *book.Library) {
	if l == nil {
		return
	}
	for _, s := range l.Sources {
		if j.find.find(s.Key) == s {
			j.includeSource(s)
		}
	}
}

// includeSource takes a work into the list. One without a title is a warning only here: a
// library may hold a great many works that the book never cites.
func (j *job) includeSource(s *book.Source) {
	j.scope.include(s)
	if len(s.Title) == 0 {
		hint := "give it a title"
		if len(creators(s, j.lang).names) == 0 {
			hint += "; " + unnamed(s) + " stands for it"
		}
		j.problems.Add(s.Pos, book.CodeSourceUntitled, hint, "the source %q has no title", s.Key)
	}
}

// volumeNoCite is the book's own nocite, which adds to the volume's list only.
func (j *job) volumeNoCite() []string {
	if j.volume == nil || j.book.Single {
		return nil
	}
	return j.book.Front.Cite.NoCite
}

// front is the job of what stands outside the articles; nil for a book of one article,
// whose front matter is the article's.
func (w *worder) front() *job {
	f := &w.book.Front
	if w.book.Single {
		return nil
	}
	j := &job{worder: w, lang: find(f.Lang), scope: w.volume, byYear: f.Cite.Style == styleAuthorDate, links: w.volume != nil && !f.Cite.NoList && !f.Cite.NoLinks}
	j.find = newCatalogue(&w.problems, w.known, w.book.Sources)
	if j.scope == nil { // a list of its own that is not shown
		j.scope = newScope(f.Lang, "", j.byYear)
	}
	for _, list := range w.frontInlines() {
		book.Inlines(*list, j.include)
	}
	for _, list := range w.frontBlocks() {
		book.AllInlines(list, j.include)
	}
	return j
}

func (w *worder) frontInlines() []*[]book.Inline {
	f := &w.book.Front
	lists := []*[]book.Inline{&f.Title, &f.Subtitle, &f.ShortTitle}
	for _, it := range w.book.Contents {
		if it.Part != nil {
			lists = append(lists, &it.Part.Title)
		}
	}
	return lists
}

func (w *worder) frontBlocks() [][]book.Block {
	f := &w.book.Front
	return [][]book.Block{f.Abstract, f.Epigraph, f.Dedication}
}

// frontMatter words what stands outside the articles, where no note can be called:
// there a citation is given in brackets.
func (j *job) frontMatter() {
	r := newReader(j)
	r.bracketed = true
	for _, list := range j.frontInlines() {
		r.leaf(list)
	}
	for _, list := range j.frontBlocks() {
		r.blocks(list)
	}
}

// shareFront gives a book of one article the article's worded front matter.
func (w *worder) shareFront() {
	for _, art := range w.book.Articles() {
		f, own := &w.book.Front, &art.Front
		f.Title, f.Subtitle, f.ShortTitle = own.Title, own.Subtitle, own.ShortTitle
		f.Abstract, f.Epigraph, f.Dedication = own.Abstract, own.Epigraph, own.Dedication
	}
}
