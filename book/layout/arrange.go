package layout

import (
	"cmp"
	"reflect"
	"slices"
	"time"

	"cahier/book"
	"cahier/book/ortho"
)

// Options are what a volume needs to know that its book does not say.
type Options struct {
	// Epoch is the date of the build (SOURCE_DATE_EPOCH), nil to take it from the book.
	Epoch *time.Time
	// Faces names the faces of the style, for the colophon.
	Faces []string
	// Report collects what orthotypography changes in Volume.Changes.
	Report bool
}

// Arrange makes the volume of a book whose citations are worded. It takes the book
// over: anchors, labels and orthotypography are written into its nodes.
//
// Problems: link-missing, lang-unknown.
func Arrange(b *book.Book, opt Options) (*Volume, book.Problems) {
	a := &arranger{book: b, options: opt, articles: b.Articles()}
	a.divide()
	a.notes()
	a.anchors()
	a.front = a.resolve()
	w, known := wordsFor(a.front.Lang)
	if !known {
		a.problems.Add(a.front.Pos, book.CodeLangUnknown, "cahier speaks English, French, German, Italian, Portuguese and Spanish",
			"the book's own words (contents, notes, imprint) are in English: there are none for %q", a.front.Lang)
	}
	a.words = w
	a.date = newest(b, &a.front, opt.Epoch)
	v := &Volume{
		Front:     a.front,
		Modified:  instant(a.date, opt.Epoch).Format(time.RFC3339),
		Notes:     policy(b.Notes),
		Numbering: b.Numbering,
		Words:     w.Words,
	}
	v.Identifier = identifier(&a.front)
	if !a.single() {
		v.Identifier = volumeIdentifier(&a.front, a.articles)
	}
	// After the identifier, which is made of the name as written.
	a.setNames()
	v.Front.Contributors = a.front.Contributors
	v.Sections = a.sections()
	v.Changes = correct(v, opt.Report)
	alignNumbers(v)
	a.finish(v)
	v.Outline = a.outline(v)
	a.problems.Sort()
	return v, a.problems
}

// arranger holds what the steps of one arrangement share.
type arranger struct {
	book     *book.Book
	options  Options
	articles []*book.Article
	front    book.FrontMatter
	words    *words
	date     book.Date // of the build, as precise as it was written
	problems book.Problems
	called   map[*book.Article][]*book.Note // as Section.Notes
	asked    map[*book.Article]*asked       // set by divide for every article
}

// policy fills in the defaults of the notes' place and numbering.
func policy(p book.NotesPolicy) book.NotesPolicy {
	if p.Place == "" {
		p.Place = book.NotesOnPage
	}
	if p.Numbering == "" {
		p.Numbering = book.NumberByArticle
	}
	return p
}

// single reports whether the volume is one article, with or without a book.yaml.
func (a *arranger) single() bool { return len(a.articles) == 1 && a.book.Contents[0].Part == nil }

// resolve completes the volume's front matter: a book of one article says what the
// article says, and one that names nobody is by its articles' authors.
func (a *arranger) resolve() book.FrontMatter {
	f := a.book.Front
	if a.book.Single {
		f = a.articles[0].Front // its links are settled
	}
	if a.single() {
		inherit(&f, &a.articles[0].Front)
	}
	if len(f.Contributors) == 0 {
		f.Contributors = a.authors()
	}
	return f
}

// inherit fills the fields that a book of one article leaves out from the article. Fields
// that say one thing together go together.
func inherit(f, from *book.FrontMatter) {
	inheritTexts(f, from)
	if f.Lang == "" {
		f.Lang = from.Lang
	}
	if f.Date.IsZero() {
		f.Date = from.Date
	}
	if f.Modified.IsZero() {
		f.Modified = from.Modified
	}
	if len(f.Contributors) == 0 {
		f.Contributors = from.Contributors
	}
	if f.Publisher == "" && f.Place == "" {
		f.Publisher, f.Place = from.Publisher, from.Place
	}
	if f.Rights == "" {
		f.Rights = from.Rights
	}
	if f.Licence == "" && f.LicenceURL == "" {
		f.Licence, f.LicenceURL = from.Licence, from.LicenceURL
	}
	if len(f.Identifiers) == 0 {
		f.Identifiers = from.Identifiers
	}
	if len(f.Keywords) == 0 {
		f.Keywords = from.Keywords
	}
	if f.Series == (book.Series{}) {
		f.Series = from.Series
	}
	if f.Cover == "" {
		f.Cover, f.CoverPos = from.Cover, from.CoverPos
	}
	if f.Republished == nil {
		f.Republished = from.Republished
	}
	if reflect.ValueOf(f.Cite).IsZero() {
		f.Cite = from.Cite
	}
	if reflect.ValueOf(f.Access).IsZero() {
		f.Access = from.Access
	}
}

// inheritTexts fills what is written in Markdown.
func inheritTexts(f, from *book.FrontMatter) {
	for _, t := range []struct{ to, from *[]book.Inline }{
		{&f.Title, &from.Title}, {&f.Subtitle, &from.Subtitle}, {&f.ShortTitle, &from.ShortTitle},
	} {
		if len(*t.to) == 0 {
			*t.to = *t.from
		}
	}
	for _, t := range []struct{ to, from *[]book.Block }{
		{&f.Abstract, &from.Abstract}, {&f.Epigraph, &from.Epigraph}, {&f.Dedication, &from.Dedication},
	} {
		if len(*t.to) == 0 {
			*t.to = *t.from
		}
	}
}

// authors lists the articles' authors once each, in reading order.
func (a *arranger) authors() []book.Contributor {
	var list []book.Contributor
	seen := map[string]bool{}
	for _, art := range a.articles {
		for _, c := range art.Front.By(book.RoleAuthor) {
			if name := c.Name.String(); !seen[name] {
				seen[name] = true
				list = append(list, c)
			}
		}
	}
	return list
}

// setNames gives the names of the volume's people and of the articles' the apostrophes of
// the language, so that metadata and running heads say them as the title page does. Spaces stay
// plain: what reads metadata compares names letter by letter.
func (a *arranger) setNames() {
	a.front.Contributors = namesIn(a.front.Contributors, a.front.Lang)
	for _, art := range a.articles {
		art.Front.Contributors = namesIn(art.Front.Contributors, a.lang(art))
	}
}

func namesIn(list []book.Contributor, lang string) []book.Contributor {
	set := slices.Clone(list)
	for i := range set {
		c := &set[i]
		n := &c.Name
		for _, s := range []*string{&n.Family, &n.Given, &n.Dropping, &n.NonDropping, &n.Suffix, &n.Literal, &c.SortAs} {
			*s = ortho.Text(*s, lang, ortho.Options{Plain: true})
		}
	}
	return set
}

// lang is an article's language.
func (a *arranger) lang(art *book.Article) string { return cmp.Or(art.Front.Lang, a.front.Lang) }

// foreign is an article's language where it is not the volume's, else "".
func (a *arranger) foreign(art *book.Article) string {
	if lang := a.lang(art); lang != a.front.Lang {
		return lang
	}
	return ""
}

// correct brings every text of the volume to its language's orthotypography, once, so
// that both writers read the same text.
func correct(v *Volume, report bool) []ortho.Change {
	opt := ortho.Options{Report: report}
	var changes []ortho.Change
	set := func(list []book.Block, lang string) { changes = append(changes, ortho.Blocks(list, lang, opt)...) }
	for _, s := range v.Sections {
		set(s.Blocks, s.Lang)
		for _, n := range s.Notes {
			set(n.Blocks, s.Lang)
		}
		for _, n := range tableNotes(s.Blocks) {
			set(n.Blocks, s.Lang)
		}
		set(s.After, s.Lang)
	}
	return changes
}

// tableNotes lists the notes that stand below the tables of a section.
func tableNotes(list []book.Block) []*book.Note {
	var notes []*book.Note
	book.Blocks(list, func(b book.Block) bool {
		if t, ok := b.(*book.Table); ok {
			notes = append(notes, t.Notes...)
		}
		return true
	})
	return notes
}
