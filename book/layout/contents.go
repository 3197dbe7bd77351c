package layout

import (
	"slices"

	"cahier/book"
	"cahier/book/ortho"
)

// contents is the printed table of contents, still empty.
func (a *arranger) contents() *Section {
	return &Section{
		Kind: Contents, ID: "contents", PrintOnly: true,
		Blocks: []book.Block{heading(1, "contents-title", book.ClassTitle, text(a.words.Contents)), &book.Contents{}},
	}
}

// finish copies titles, running heads and contents from the corrected text.
func (a *arranger) finish(v *Volume) {
	for _, s := range v.Sections {
		if h := opening(s); h != nil && s.Kind != TitlePage {
			s.Title = withoutNotes(h.Inlines)
		}
		if s.Kind == TitlePage {
			v.Front.Title = withoutNotes(opening(s).Inlines)
		}
	}
	a.heads(v)
	for _, s := range v.Sections {
		switch s.Kind {
		case Contents:
			s.Blocks[1].(*book.Contents).Entries = a.entries(v)
		case Schedule:
			a.fillSchedule(v, s)
		}
	}
}

// opening is the heading of level 1 of a section, nil if it has none.
func opening(s *Section) *book.Heading {
	for _, b := range s.Blocks {
		if h, ok := b.(*book.Heading); ok && h.Level == 1 {
			return h
		}
	}
	return nil
}

// heads sets the running heads: the volume's title left and the article's right; in a
// book of one article its authors left.
func (a *arranger) heads(v *Volume) {
	volume := shortTitle(&v.Front, v.Front.Lang)
	for _, s := range v.Sections {
		switch s.Kind {
		case Article:
			s.Verso, s.Recto = volume, shortTitle(&s.Article.Front, s.Lang)
			if len(s.Article.Front.ShortTitle) == 0 {
				s.Recto = s.Title
			}
			if authors := v.Front.By(book.RoleAuthor); a.single() && len(authors) > 0 {
				s.Verso = text(a.words.list(names(authors)))
			}
		case Contents, Schedule, Questions, Notes, Works, Sources:
			s.Verso, s.Recto = volume, s.Title
			if s.Matter() == FrontMatter {
				s.Verso = s.Title
			}
		}
	}
}

// Matter returns the division that the section stands in.
func (s *Section) Matter() Matter { return s.Kind.Matter() }

// shortTitle is the title for running heads.
func shortTitle(f *book.FrontMatter, lang string) []book.Inline {
	if len(f.ShortTitle) > 0 {
		return ortho.Inlines(withoutNotes(f.ShortTitle), lang)
	}
	return withoutNotes(f.Title)
}

// entries are the lines of the printed contents: parts and articles of a volume, the
// headings of a single article.
func (a *arranger) entries(v *Volume) []book.ContentsEntry {
	var list []book.ContentsEntry
	inPart := 0
	for _, s := range v.Sections {
		switch s.Kind {
		case PartTitle:
			inPart = 1
			list = append(list, entry(0, s.Title, s.ID, "part"))
		case Article:
			if a.single() {
				list = append(list, flat(0, a.sectionOutline(v, s))...)
				continue
			}
			depth := inPart
			if !a.inPart(s.Article) {
				depth = 0
			}
			e := entry(depth, s.Title, s.ID, "article")
			if authors := s.Article.Front.By(book.RoleAuthor); len(authors) > 0 && !a.oneAuthor(v) {
				e.By = paragraph(book.ClassAuthor, text(a.words.list(names(authors))))
			}
			list = append(list, e)
		case Schedule, Questions, Notes, Works, Sources:
			list = append(list, entry(0, s.Title, s.ID, ""))
		}
	}
	return list
}

func (a *arranger) inPart(art *book.Article) bool {
	for _, item := range a.book.Contents {
		if item.Article == art {
			return false
		}
	}
	return true
}

// oneAuthor reports whether every article is by the volume's authors, so that the contents
// need not name them line by line.
func (a *arranger) oneAuthor(v *Volume) bool {
	return !slices.ContainsFunc(a.articles, func(art *book.Article) bool {
		return !sameAuthors(art.Front.By(book.RoleAuthor), v.Front.By(book.RoleAuthor))
	})
}

// sameAuthors reports whether an article's authors are all that the volume names, so
// that naming them again says nothing.
func sameAuthors(authors, volume []book.Contributor) bool {
	if len(authors) != len(volume) {
		return false
	}
	for i := range authors {
		if authors[i].Name != volume[i].Name || authors[i].Role != volume[i].Role {
			return false
		}
	}
	return true
}

// entry is a line of the contents.
func entry(depth int, title []book.Inline, target, class string) book.ContentsEntry {
	return book.ContentsEntry{Depth: depth, Text: paragraph(class, title), Target: target}
}

// flat are the lines of a single article's outline, of two levels: its headings, its works,
// and its notes when they stand after it.
func flat(depth int, outline []*OutlineEntry) []book.ContentsEntry {
	var list []book.ContentsEntry
	for _, e := range outline {
		if e.ScreenOnly {
			continue
		}
		list = append(list, entry(depth, e.Title, e.Target, ""))
		if depth == 0 {
			list = append(list, flat(1, e.Entries)...)
		}
	}
	return list
}

// outline is the navigation of both outputs.
func (a *arranger) outline(v *Volume) []*OutlineEntry {
	var list []*OutlineEntry
	var part *OutlineEntry
	for _, s := range v.Sections {
		switch s.Kind {
		case HalfTitle, Dedication, Epigraph:
			continue
		}
		e := &OutlineEntry{Title: s.Title, Target: s.ID, Kind: s.Kind, PrintOnly: s.PrintOnly}
		if s.Kind == Article {
			e.Entries = a.sectionOutline(v, s)
		}
		switch {
		case s.Kind == PartTitle:
			part = e
			list = append(list, e)
		case s.Kind == Article && part != nil && a.inPart(s.Article):
			part.Entries = append(part.Entries, e)
		default:
			part = nil
			list = append(list, e)
		}
	}
	return list
}

// sectionOutline nests the headings of an article by level, then its notes and works.
func (a *arranger) sectionOutline(v *Volume, s *Section) []*OutlineEntry {
	root := &OutlineEntry{}
	path := []*OutlineEntry{root} // path[i] holds headings of level i+2
	add := func(h *book.Heading, screenOnly bool) {
		depth := min(h.Level-1, len(path))
		e := &OutlineEntry{Title: withoutNotes(h.Inlines), Target: h.Attr.ID, ScreenOnly: screenOnly}
		parent := path[depth-1]
		parent.Entries = append(parent.Entries, e)
		path = append(path[:depth], e)
	}
	book.Blocks(s.Blocks, func(b book.Block) bool {
		if h, ok := b.(*book.Heading); ok && h.Level > 1 {
			add(h, false)
		}
		return true
	})
	if s.NotesHeading != nil {
		add(s.NotesHeading, v.Notes.Place != book.NotesAfterArticle)
	}
	for _, b := range s.After {
		if h, ok := b.(*book.Heading); ok {
			add(h, false)
		}
	}
	return root.Entries
}
