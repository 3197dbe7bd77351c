// Package style reads a style, a folder with print.yaml and epub.css, and resolves it
// into a Design: every measure of the page as a length, nothing left to inherit.
//
// In go the folders that may hold styles, a style's name and the single values that a
// book or a command line overrides; out comes a Design, or the problems of what was
// written. The package never measures text and knows no font file.
package style

import "cahier/book/unit"

// Design is a style made ready for the writers.
type Design struct {
	Name  string
	Print Print
	CSS   []byte // epub.css of the style, after those of the styles that it inherits from
}

// Print is everything that the typesetter needs to know of a style. All lengths are
// resolved: em and line, which print.yaml may use, are gone.
type Print struct {
	Paper Paper
	// Measure is the width of the type area; the Margins are what is left of the paper,
	// divided by the style's canon. Lines is the number of lines of text on a full page.
	Measure                   unit.Length
	Inner, Top, Outer, Bottom unit.Length
	Lines                     int
	// Columns divide the type area of running text, Gutter apart; at least one.
	Columns int
	Gutter  unit.Length

	Faces   Faces
	Spacing Spacing
	Hyphens Hyphens
	Opening Opening
	Heads   Heads
	Notes   Notes
	Detail  Detail
	Fit     Fit
	Blocks  Blocks
}

// Column is the width of one column of running text.
func (p *Print) Column() unit.Length {
	n := unit.Length(p.Columns)
	return (p.Measure - (n-1)*p.Gutter) / n
}

// Faces names the families to set with: folders of fonts/, or paths of font files
// beside the book.
type Faces struct {
	Text, Code string
	Fallback   []string // tried in order for a character that a family lacks
	Oldstyle   bool     // old-style figures in running text
}

// Spacing says how far a justified line may move. Widths of spaces are in thousandths of
// the em of the text that they stand in.
type Spacing struct {
	Space, SpaceMin, SpaceMax int
	// Wide is the fixed space of French before a colon and inside guillemets, Thin the
	// one before ; ! and ?.
	Wide, Thin int
	// Expand is the greatest horizontal scaling of glyphs, each way, in thousandths.
	Expand int
	// TrackMin and TrackMax bound what is added after each glyph, in ten-thousandths of
	// an em: the first is negative.
	TrackMin, TrackMax int
	Protrude           bool // hang punctuation into the margins
	Justify            bool
}

// Hyphens says where words may be divided.
type Hyphens struct {
	On          bool
	Left, Right int // letters left and taken over at least; 0 for the language's own
	Run         int // lines in a row that may end in a hyphen
}

// Opening is how articles begin.
type Opening struct {
	Page      OpeningPage
	PartPage  OpeningPage
	Sink      unit.Length // white above the title
	Initial   Initial
	HalfTitle bool // a leaf with the title alone, before the title page
	Words     int  // words in small capitals
	Drop      int  // lines that a drop capital takes
}

// OpeningPage is the kind of page that a section begins on.
type OpeningPage string

// The pages that an opening may ask for.
const (
	OpenRecto OpeningPage = "recto"
	OpenNew   OpeningPage = "new"
)

// Initial is what the first paragraph of an article begins with.
type Initial string

// The initials.
const (
	InitialNone Initial = "none"
	InitialCaps Initial = "smallcaps"
	InitialDrop Initial = "drop"
)

// Heads is the furniture: running heads and folios.
type Heads struct {
	Place      HeadPlace
	Rise       unit.Length // from the first line of text up to the running head
	Folio      FolioPlace
	Drop       unit.Length // from the last line of text down to a folio at the foot
	RomanFront bool        // front matter is numbered i, ii, iii
}

// HeadPlace says where the running head stands on its line.
type HeadPlace string

// The places of running heads.
const (
	HeadCentre HeadPlace = "centre"
	HeadOuter  HeadPlace = "outer"
	HeadInner  HeadPlace = "inner"
	HeadNone   HeadPlace = "none"
)

// FolioPlace says where the folio stands.
type FolioPlace string

// The places of folios.
const (
	FolioHead       FolioPlace = "head" // outer end of the head's line
	FolioFootCentre FolioPlace = "foot-centre"
	FolioFootOuter  FolioPlace = "foot-outer"
	FolioNone       FolioPlace = "none"
)

// Notes is how notes at the foot of the page are set.
type Notes struct {
	Rule, RuleWeight unit.Length
	Above            unit.Length // least white between the text and the rule
	Below            unit.Length // between the rule and the first note's x-height
	Gap              unit.Length // between notes
	Superior         bool        // the number before a note is raised, as in the text
}

// Detail is what belongs to one construct only.
type Detail struct {
	ListIndent   unit.Length
	Bullets      []string // by depth
	Break        string   // the sign of a section break, "" for white alone
	Turnover     unit.Length
	VerseStep    unit.Length // indent for each space that the author put before a line
	TableGap     unit.Length
	TableRule    unit.Length
	CodeMark     string // at the end of a line of code that is wrapped
	Grey         bool   // images without colour
	ImageMinimum int    // pixels per inch, below which an image is reported
	ImageGap     unit.Length
	Leader       string
	LeaderStep   unit.Length
	QuestionRoom int         // lines left to write an answer
	Room         int         // lines left to write notes on, after every article
	NumberGap    unit.Length // between the text and numbers in the margin
	NumberEvery  int
	NumberFrom   NumberFrom
	AfterDisplay AfterDisplay
}

// NumberFrom says where the numbers of lines begin again.
type NumberFrom string

// The beginnings of numbers.
const (
	FromPage    NumberFrom = "page"
	FromArticle NumberFrom = "article"
)

// AfterDisplay says how a paragraph begins that follows a quotation, verse, a list, a table
// or a figure. Where it goes on in the middle of a sentence it is always flush.
type AfterDisplay string

// The beginnings.
const (
	Flush    AfterDisplay = "flush"
	Indented AfterDisplay = "indented"
)

// Fit bounds what may be changed to make a book end on full sheets.
type Fit struct {
	SizeMin, SizeMax       unit.Length // of the text
	LeadingMin, LeadingMax int         // thousandths of the size
	MeasureMin, MeasureMax int         // thousandths of the style's measure
}

// Block is how one kind of block is set. Above and Below are white besides the leading.
type Block struct {
	Size, Leading unit.Length
	Shape         Shape
	Align         Align
	Above, Below  unit.Length
	Left, Right   unit.Length // indents of the whole block
	Indent        unit.Length // of the first line; negative hangs
	Track         int         // letterspacing, in thousandths of an em
	Hyphenate     bool
}

// Shape is the cut of the face.
type Shape string

// The shapes.
const (
	Roman           Shape = "roman"
	Italic          Shape = "italic"
	Semibold        Shape = "semibold"
	Bold            Shape = "bold"
	BoldItalic      Shape = "bold-italic"
	SmallCaps       Shape = "smallcaps"
	ItalicSmallCaps Shape = "italic-smallcaps"
)

// Align is how the lines of a block end.
type Align string

// The alignments.
const (
	Justified  Align = "justified"
	Ragged     Align = "ragged"
	Centred    Align = "centred"
	FlushRight Align = "right"
)

// Blocks is one Block for each construct that a style can shape.
type Blocks struct {
	Text                                                         Block
	H2, H3, H4, H5, H6                                           Block
	Title, Subtitle, Author, Source, Abstract                    Block // an article's opening
	BookTitle, BookSubtitle, BookAuthor, BookRole, Publisher     Block // the title page
	HalfTitle, Part                                              Block
	Imprint, Dedication, Colophon                                Block
	Quote, Epigraph, Attribution, Verse, List, Term, Definition  Block
	Caption, Code, Table, TableHead, TableNote                   Block
	Note, NotesHead, Work, Question                              Block
	ContentsPart, ContentsArticle, ContentsHeading, ContentsName Block
	Break, Running, Folio, Number                                Block
}

// Paper is a trim size.
type Paper struct {
	Name          string
	Width, Height unit.Length
}
