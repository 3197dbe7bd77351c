// Package layout arranges a Book into a Volume: half-title, title page, imprint,
// contents, parts, articles with their notes and works, sources and permissions and
// colophon, in order and in the book's language, as blocks of the model.
//
// It is the one stage that both outputs share: labels, anchors, note numbers, running
// heads and the outline are decided here once, so that EPUB and PDF cannot differ.
// It never measures, formats or writes.
package layout

import (
	"cahier/book"
	"cahier/book/ortho"
)

// Volume is a book arranged for reading, in the order of its sections.
type Volume struct {
	Front book.FrontMatter // resolved: the title and language are there
	// Identifier is the book's own: an urn or a UUID as "urn:uuid:…". Modified is the
	// build's date, "2018-01-02T00:00:00Z", by the rule of the design (never a clock).
	Identifier string
	Modified   string
	Sections   []*Section
	Outline    []*OutlineEntry
	Notes      book.NotesPolicy // filled in: no zero values
	Numbering  book.Numbering
	Words      Words
	// Changes is what orthotypography changed, for a person who wants to know.
	Changes []ortho.Change
}

// Section is one part of the volume with a start of its own: a file of the EPUB, a
// new page of the PDF.
type Section struct {
	Kind Kind
	ID   string // anchor, unique in the volume: "titlepage", "a1", "part-1"
	Lang string // BCP 47, never empty
	// Title names the section in contents and heads, without note calls. Where the
	// title is printed at the opening it stands in Blocks as a Heading of level 1.
	Title []book.Inline
	// Verso and Recto are the running heads; empty for none.
	Verso, Recto []book.Inline
	// PrintOnly sections are not written to the EPUB: half-title, printed contents,
	// notes gathered for the PDF.
	PrintOnly bool
	Article   *book.Article // of an article, else nil
	Blocks    []book.Block
	// Notes are the notes called in Blocks, in the order of their numbers, then those
	// never called. NotesHeading heads them wherever they are gathered. The EPUB sets
	// them here; the PDF by Volume.Notes.Place.
	Notes        []*book.Note
	NotesHeading *book.Heading
	// After follows the notes: the article's works.
	After []book.Block
}

// Kind says what a section is.
type Kind string

// The kinds of sections, in the order in which a volume may have them.
const (
	HalfTitle  Kind = "half-title"
	TitlePage  Kind = "title-page"
	Imprint    Kind = "imprint"
	Dedication Kind = "dedication"
	Epigraph   Kind = "epigraph"
	Contents   Kind = "contents"
	Schedule   Kind = "schedule"
	PartTitle  Kind = "part"
	Article    Kind = "article"
	Questions  Kind = "questions" // of all articles, gathered
	Notes      Kind = "notes"     // of the whole volume, PDF alone
	Works      Kind = "works"     // of the whole volume
	Sources    Kind = "sources"
	Colophon   Kind = "colophon"
)

// Matter says in which of a book's three divisions a section stands.
type Matter int

// The divisions of a book.
const (
	FrontMatter Matter = iota
	BodyMatter
	BackMatter
)

// Matter returns the division that the kind of section belongs to.
func (k Kind) Matter() Matter {
	switch k {
	case HalfTitle, TitlePage, Imprint, Dedication, Epigraph, Contents, Schedule:
		return FrontMatter
	case PartTitle, Article:
		return BodyMatter
	}
	return BackMatter
}

// OutlineEntry is a line of the navigation: the EPUB's contents and the PDF's outline.
type OutlineEntry struct {
	Title     []book.Inline // without note calls
	Target    string        // anchor id
	Kind      Kind          // of the section; "" for a heading inside one
	PrintOnly bool          // not in the EPUB
	// ScreenOnly entries are not in the PDF: the heading of notes that stand on the page.
	ScreenOnly bool
	Entries    []*OutlineEntry
}

// Words are the volume's fixed words in its language, for what only a writer can
// place.
type Words struct {
	Contents     string // "Contents"
	Notes        string // "Notes"
	NotesToPage  string // "Notes to page %s"
	NotesToPages string // "Notes to pages %s–%s"
	Cover        string // "Cover"
	TitlePage    string // "Title page"
	Beginning    string // landmark: "Beginning of the text"
	PageList     string // "Pages"
	Page         string // "Page"
	Figure       string
	Table        string
	Continued    string // "(continued)"
	BackToText   string // "Back to the text", with a note's number after it
	Landmarks    string // name of the list of a book's main places
	// Sentences of the accessibility summary: of every book, of one whose images are all
	// described, of one that has the page numbers of the print edition.
	Access, AccessImages, AccessPages string
}
