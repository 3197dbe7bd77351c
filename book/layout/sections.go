package layout

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"cahier/book"
)

// A single article is a short work, without half-title and printed contents, when it
// has fewer words than shortWords or fewer headings with words than shortHeadings.
const (
	shortWords    = 2500
	shortHeadings = 3
)

// sections lists the volume's sections in order, without contents, heads and titles,
// which are copied from the corrected text (finish).
func (a *arranger) sections() []*Section {
	var list []*Section
	add := func(s *Section) {
		if s != nil {
			s.Lang = cmp.Or(s.Lang, a.front.Lang)
			list = append(list, s)
		}
	}
	short := a.short()
	if !short {
		add(a.halfTitle())
	}
	add(a.titlePage())
	add(a.imprint())
	add(a.opening(Dedication, "dedication", book.ClassDedication, a.front.Dedication))
	if !a.book.Single { // an article's stands at its opening
		add(a.opening(Epigraph, "epigraph", book.ClassEpigraph, a.book.Front.Epigraph))
	}
	if !short {
		add(a.contents())
	}
	add(a.schedule())
	for i, item := range a.book.Contents {
		if item.Part == nil {
			add(a.article(item.Article))
			continue
		}
		add(a.part(item.Part, i))
		for _, art := range item.Part.Articles {
			add(a.article(art))
		}
	}
	add(a.gatheredQuestions())
	add(a.gatheredNotes())
	add(a.volumeWorks())
	add(a.sources())
	add(a.colophon())
	return list
}

// short reports whether the volume is a short work.
func (a *arranger) short() bool {
	if !a.single() {
		return false
	}
	words, headings := 0, 0
	book.Blocks(a.articles[0].Body, func(b book.Block) bool {
		words += len(strings.Fields(book.LeafText(b)))
		if h, ok := b.(*book.Heading); ok && strings.TrimSpace(book.PlainText(withoutNotes(h.Inlines))) != "" {
			headings++
		}
		return true
	})
	return words < shortWords || headings < shortHeadings
}

func (a *arranger) halfTitle() *Section {
	title := a.front.ShortTitle
	if len(title) == 0 {
		title = a.front.Title
	}
	return &Section{
		Kind: HalfTitle, ID: "halftitle", Title: text(a.words.halfTitle), PrintOnly: true,
		Blocks: []book.Block{paragraph(book.ClassTitle, withoutNotes(title))},
	}
}

func (a *arranger) titlePage() *Section {
	f := &a.front
	s := &Section{Kind: TitlePage, ID: "titlepage", Title: text(a.words.TitlePage)}
	if authors := f.By(book.RoleAuthor); len(authors) > 0 {
		s.Blocks = append(s.Blocks, paragraph(book.ClassAuthor, text(a.words.list(names(authors)))))
	}
	title, subtitle := f.Title, f.Subtitle
	if a.book.Single || len(a.book.Front.Title) == 0 { // the article's opening has their links and notes
		title = withoutNotes(title)
	}
	if a.book.Single || len(a.book.Front.Subtitle) == 0 {
		subtitle = withoutNotes(subtitle)
	}
	s.Blocks = append(s.Blocks, heading(1, "", book.ClassTitle, title))
	if len(subtitle) > 0 {
		s.Blocks = append(s.Blocks, paragraph(book.ClassSubtitle, subtitle))
	}
	s.Blocks = append(s.Blocks, a.words.roles(f, book.ClassRole)...)
	if line := a.words.seriesLine(f.Series); line != "" {
		s.Blocks = append(s.Blocks, paragraph("series", text(line)))
	}
	s.Blocks = append(s.Blocks, a.titleFoot()...)
	return s
}

// titleFoot is what stands at the foot of the title page: who publishes the book, where and
// when. An article that nobody is named to publish says where and when it came out first: who
// did so is not the publisher of this book.
func (a *arranger) titleFoot() []book.Block {
	f := a.front
	var list []book.Block
	switch {
	case f.Publisher != "":
		list = append(list, paragraph(book.ClassPublisher, text(f.Publisher)))
	case a.single():
		f.Date = yearOf(f.Date)
		if r := f.Republished; r != nil {
			f.Republished = &book.Provenance{Publication: r.Publication, Date: yearOf(r.Date)}
		}
		for _, line := range a.words.firstPublished(&f) {
			list = append(list, paragraph(book.ClassSource, text(line)))
		}
		return list
	}
	if line := joined(", ", f.Place, a.words.year(f.Date)); line != "" {
		list = append(list, paragraph(book.ClassDate, text(line)))
	}
	return list
}

// yearOf is a date without month and day.
func yearOf(d book.Date) book.Date {
	d.Month, d.Day = 0, 0
	if d.End != nil {
		end := yearOf(*d.End)
		d.End = &end
		if end.Year == d.Year {
			d.End = nil
		}
	}
	return d
}

func (w *words) seriesLine(s book.Series) string {
	if s.Title == "" || s.Position == "" {
		return s.Title + s.Position
	}
	return fmt.Sprintf(w.series, s.Title, s.Position)
}

func names(list []book.Contributor) []string {
	out := make([]string, len(list))
	for i, c := range list {
		out[i] = c.Name.String()
	}
	return out
}

// opening is a front page that holds one group of blocks; nil for none.
func (a *arranger) opening(kind Kind, id, class string, blocks []book.Block) *Section {
	if len(blocks) == 0 {
		return nil
	}
	title := a.words.dedication
	if kind == Epigraph {
		title = a.words.epigraph
	}
	return &Section{Kind: kind, ID: id, Title: text(title), Blocks: []book.Block{group(class, blocks)}}
}

func (a *arranger) part(p *book.Part, i int) *Section {
	k := 1
	for _, before := range a.book.Contents[:i] {
		if before.Part != nil {
			k++
		}
	}
	id := fmt.Sprintf("part-%d", k)
	return &Section{Kind: PartTitle, ID: id, Blocks: []book.Block{heading(1, id+"-title", book.ClassTitle, p.Title)}}
}

// article is the section of one article: its opening, body, notes and works.
func (a *arranger) article(art *book.Article) *Section {
	lang := a.lang(art)
	w, _ := wordsFor(lang)
	s := &Section{Kind: Article, ID: art.ID, Lang: lang, Article: art}
	f := &art.Front
	s.Blocks = append(s.Blocks, heading(1, art.ID+"-title", book.ClassTitle, f.Title))
	if len(f.Subtitle) > 0 {
		s.Blocks = append(s.Blocks, paragraph(book.ClassSubtitle, f.Subtitle))
	}
	s.Blocks = append(s.Blocks, a.byline(art, w)...)
	for _, opening := range []struct {
		class  string
		blocks []book.Block
	}{{book.ClassDedication, a.ownDedication(art)}, {book.ClassEpigraph, f.Epigraph}, {book.ClassAbstract, f.Abstract}} {
		if len(opening.blocks) > 0 {
			s.Blocks = append(s.Blocks, group(opening.class, opening.blocks))
		}
	}
	s.Blocks = append(s.Blocks, a.body(art)...)
	if s.Notes = a.called[art]; len(s.Notes) > 0 {
		s.NotesHeading = heading(2, art.ID+"-notes", "notes", text(w.Notes))
	}
	if len(art.Works) > 0 {
		title := cmp.Or(f.Cite.SectionTitle, w.works)
		s.After = []book.Block{heading(2, art.ID+"-works", "works", text(title)), &book.WorkList{Entries: art.Works}}
	}
	return s
}

// ownDedication is an article's dedication, unless it is the volume's.
func (a *arranger) ownDedication(art *book.Article) []book.Block {
	if a.single() && (a.book.Single || len(a.book.Front.Dedication) == 0) {
		return nil
	}
	return art.Front.Dedication
}

// byline names an article's people and where it comes from, under its title in a
// volume.
func (a *arranger) byline(art *book.Article, w *words) []book.Block {
	f := a.unsaid(art)
	var list []book.Block
	if authors := f.By(book.RoleAuthor); len(authors) > 0 {
		list = append(list, paragraph(book.ClassAuthor, text(w.list(names(authors)))))
	}
	list = append(list, w.roles(&f, book.ClassRole)...)
	for _, line := range w.firstPublished(&f) {
		list = append(list, paragraph(book.ClassSource, text(line)))
	}
	return list
}

// unsaid is what an article says of itself without what the volume's title page and imprint
// say: all of it in a volume of several, nothing if the volume is the article.
func (a *arranger) unsaid(art *book.Article) book.FrontMatter {
	f, v := art.Front, &a.front
	if !a.single() {
		return f
	}
	if sameAuthors(f.Contributors, v.Contributors) {
		f.Contributors = nil
	}
	if f.Republished == v.Republished {
		f.Republished = nil
	}
	if reflect.DeepEqual(f.Date, v.Date) {
		f.Date = book.Date{}
	}
	if f.Publisher == v.Publisher && f.Place == v.Place {
		f.Publisher, f.Place = "", ""
	}
	if f.Series == v.Series {
		f.Series = book.Series{}
	}
	if f.Rights == v.Rights {
		f.Rights = ""
	}
	if f.Licence == v.Licence {
		f.Licence, f.LicenceURL = "", ""
	}
	if slices.Equal(f.Identifiers, v.Identifiers) {
		f.Identifiers = nil
	}
	return f
}

// gatheredNotes holds the notes of all articles when they stand at the volume's end,
// which is the PDF's affair alone.
func (a *arranger) gatheredNotes() *Section {
	if a.book.Notes.Place != book.NotesAfterVolume {
		return nil
	}
	s := &Section{Kind: Notes, ID: "notes", PrintOnly: true,
		Blocks: []book.Block{heading(1, "notes-title", book.ClassTitle, text(a.words.Notes))}}
	for _, art := range a.articles {
		if len(a.called[art]) == 0 {
			continue
		}
		if !a.single() {
			h := heading(2, "notes-"+art.ID, "", withoutNotes(art.Front.Title))
			h.Attr.Lang = a.foreign(art)
			s.Blocks = append(s.Blocks, h)
		}
		s.Blocks = append(s.Blocks, &book.NoteList{Notes: a.called[art]})
	}
	if notes := a.questionNotes(); len(notes) > 0 {
		s.Blocks = append(s.Blocks, heading(2, "notes-questions", "", text(a.words.questions)), &book.NoteList{Notes: notes})
	}
	if len(s.Blocks) == 1 {
		return nil
	}
	return s
}

// volumeWorks is the one list of works of a volume (references-place: volume).
func (a *arranger) volumeWorks() *Section {
	if len(a.book.Works) == 0 {
		return nil
	}
	title := cmp.Or(a.front.Cite.SectionTitle, a.words.works)
	return &Section{Kind: Works, ID: "works", Blocks: []book.Block{
		heading(1, "works-title", book.ClassTitle, text(title)), &book.WorkList{Entries: a.book.Works},
	}}
}
