package book

// Inline is a node of running text: *Text, *Emphasis, *Strong, *Span, *Superscript,
// *Subscript, *Strikeout, *CodeSpan, *Link, *Image, *LineBreak, *NoteCall or *Citation.
type Inline interface {
	Position() Pos
	inline()
}

// Place carries an inline's position. It is embedded.
type Place struct{ Pos Pos }

// Position is where the inline begins in the manuscript.
func (p *Place) Position() Pos { return p.Pos }

func (*Place) inline() {}

// Text is characters, never empty. A line's end in the manuscript is a space.
type Text struct {
	Place
	Value string
}

// Emphasis is set in italic.
type Emphasis struct {
	Place
	Inlines []Inline
}

// Strong is set in bold.
type Strong struct {
	Place
	Inlines []Inline
}

// Span is inlines with attributes: a language, .smallcaps, .work, an id.
type Span struct {
	Place
	Attr    Attr
	Inlines []Inline
}

// Superscript is raised text.
type Superscript struct {
	Place
	Inlines []Inline
}

// Subscript is lowered text.
type Subscript struct {
	Place
	Inlines []Inline
}

// Strikeout is struck through.
type Strikeout struct {
	Place
	Inlines []Inline
}

// CodeSpan is literal text in the code face.
type CodeSpan struct {
	Place
	Value string
}

// Link leads to an address, or inside the book when Href begins with "#".
type Link struct {
	Place
	Href    string // checked: http, https, mailto, tel, or "#id"
	Title   string
	Inlines []Inline
}

// Image is a picture. Src is slash-separated, relative to the book's folder, and
// stays inside it.
type Image struct {
	Place
	Attr       Attr
	Src        string
	Alt        string
	Decorative bool // the author wrote alt=""
}

// LineBreak is a line's end that the author asked for.
type LineBreak struct{ Place }

// NoteCall is the mark of a note in the text.
type NoteCall struct {
	Place
	Note *Note // never nil in a book read without errors
	// Ref is the anchor id of this call, unique in the book. Set by layout.
	Ref string
}

// Citation is a group of works cited together. cite sets Text, its wording; before
// that it is empty. In a note style cite puts a NoteCall in its place and the
// Citation into the note.
type Citation struct {
	Place
	Mode  CiteMode
	Items []Cite
	Text  []Inline // with links to "#" + Entry.ID
}

// CiteMode says how a citation stands in its sentence.
type CiteMode int

// The modes of a citation: `[@key]` and `@key`.
const (
	CiteNormal CiteMode = iota
	CiteInText
)

// Cite is one work of a citation. Prefix ends without a space; Suffix begins as
// written, with its comma or space: ", and elsewhere".
type Cite struct {
	Pos            Pos
	Key            string
	Prefix, Suffix []Inline
	Locator        Locator
	SuppressAuthor bool // [-@key]
}

// Locator is the place cited in a work.
type Locator struct {
	Label string // CSL term: "page", "chapter", "section", …; "" if there is no locator
	Value string // as written: "33-35, 40"
}
