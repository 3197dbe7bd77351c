// Package book is the model that every stage of cahier shares: a Book of
// Articles, made of blocks and inlines, with front matter, notes, citations and
// sources.
//
// A reader (book/markdown, book/manuscript) makes a Book; cite words its
// citations; layout arranges it into a Volume made of the same nodes; the
// writers only read. Each node keeps its position in the manuscript. The package
// holds values and walks over them; it never reads, formats or writes anything,
// and imports only the standard library.
package book

// Book is everything that goes into one volume, in reading order.
type Book struct {
	Front FrontMatter // the volume's own; for a book of one article, that article's
	// Contents is never empty in a Book read without errors.
	Contents []Item
	// Single says that the book is one article without a book.yaml: its front
	// matter is the article's.
	Single bool
	// Incomplete says that an article could not be read: that an id is not there says nothing.
	Incomplete bool
	Style      string // folder name of the style, "" for the default
	StylePos   Pos    // where it is named
	Notes      NotesPolicy
	Numbering  Numbering
	Questions  QuestionsPlace
	Outputs    []Output
	Print      []Setting // single values of the style's print.yaml that the book overrides
	Schedule   []Meeting
	Sources    *Library // sources common to the volume (book.yaml), nil if none
	// Works is the volume's one list of works when its front matter asks for
	// references-place: volume; made by cite, which then leaves Article.Works empty.
	Works []*Entry
}

// Item is one entry of a book's contents: an article, or a part that holds items.
// Exactly one of Article and Part is set.
type Item struct {
	Article *Article
	Part    *Part
}

// Part is a titled division of a book that groups articles; parts do not nest.
type Part struct {
	Pos      Pos
	Title    []Inline
	Articles []*Article
}

// Article is one text with its own front matter, notes and sources.
type Article struct {
	// ID is unique in the book and prefixes every anchor of the article: "a1",
	// "a2", … in order of the contents. Set by manuscript.
	ID    string
	Path  string // slash-separated, relative to the book's folder: "un.md"
	Front FrontMatter
	Body  []Block
	// Notes holds every note written in the article, in the order of their first
	// call, then those never called in the order of their definitions. cite inserts
	// the notes that it makes, keeping the order.
	Notes   []*Note
	Sources *Library
	// Works is the article's list of works, made by cite; nil if it cites none.
	Works []*Entry
}

// NotesPolicy says where notes stand and how they are numbered.
type NotesPolicy struct {
	Place     NotePlace     // of the PDF alone: in the EPUB notes end their article's file
	Numbering NoteNumbering // of both outputs
}

// NotePlace is the place of the notes in the PDF.
type NotePlace string

// The places of notes. The zero value of NotesPolicy.Place counts as NotesOnPage.
const (
	NotesOnPage       NotePlace = "page"
	NotesAfterArticle NotePlace = "article"
	NotesAfterVolume  NotePlace = "volume"
)

// NoteNumbering is the extent over which note numbers run.
type NoteNumbering string

// The runs of note numbers. The zero value counts as NumberByArticle.
const (
	NumberByArticle NoteNumbering = "article"
	NumberByVolume  NoteNumbering = "volume"
)

// QuestionsPlace is where the questions for discussion stand, in both outputs.
type QuestionsPlace string

// The places of questions. The zero value counts as QuestionsInArticle.
const (
	QuestionsInArticle   QuestionsPlace = "article" // where they are written
	QuestionsAfterVolume QuestionsPlace = "volume"  // gathered behind the articles
)

// Numbering says what is numbered in the margin of the text.
type Numbering string

// What the margin numbers. The zero value counts as NumberNothing.
const (
	NumberNothing    Numbering = "none"
	NumberParagraphs Numbering = "paragraphs" // both outputs
	NumberLines      Numbering = "lines"      // the PDF alone
)

// Output is one file that `cahier build` writes.
type Output struct {
	Pos      Pos
	Kind     string // "epub", "pdf", "booklet", "cover", "kepub"
	Style    string // "" for the book's
	Name     string // file name without folder, "" for the rule of the kind
	Settings []Setting
}

// Setting is one overridden value of a style: a dotted key of print.yaml and its
// value as written.
type Setting struct {
	Pos        Pos
	Key, Value string
}

// Meeting is a date of a reading group's schedule and the articles read for it.
type Meeting struct {
	Pos      Pos
	Date     Date
	Articles []string // paths as in contents
	Note     string
}

// Articles lists the articles of the book in reading order.
func (b *Book) Articles() []*Article {
	var list []*Article
	for _, it := range b.Contents {
		if it.Article != nil {
			list = append(list, it.Article)
		} else {
			list = append(list, it.Part.Articles...)
		}
	}
	return list
}
