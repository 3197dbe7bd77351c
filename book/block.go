package book

// Block is a node of the flow: *Paragraph, *Heading, *BlockQuote, *List,
// *DefinitionList, *Verse, *Table, *Figure, *CodeBlock, *SectionBreak or *Div from
// a manuscript; *Contents, *NoteList and *WorkList from layout.
//
// Text stands only in leaves: *Paragraph, *Heading and *CodeBlock. Every other
// block holds blocks, so an offset into a book's text is always a leaf and a byte
// offset in its PlainText.
type Block interface {
	Position() Pos
	// Attributes is never nil; it may be changed in place.
	Attributes() *Attr
	block()
}

// Attr is what `{#id .class lang=en key=value}` gives a block or a span.
type Attr struct {
	ID      string // as written in the manuscript; layout makes it unique in the book
	Classes []string
	Lang    string // BCP 47, "" to inherit
	Values  []KeyValue
}

// KeyValue is an attribute other than id, class and lang, in written order.
type KeyValue struct{ Key, Value string }

// Has reports whether the attributes hold the class.
func (a *Attr) Has(class string) bool {
	for _, c := range a.Classes {
		if c == class {
			return true
		}
	}
	return false
}

// Value returns the value of a key, "" if it is not there.
func (a *Attr) Value(key string) string {
	for _, kv := range a.Values {
		if kv.Key == key {
			return kv.Value
		}
	}
	return ""
}

// Node carries what every block has. It is embedded.
type Node struct {
	Pos  Pos
	Attr Attr
}

// Position is where the node begins in the manuscript.
func (n *Node) Position() Pos { return n.Pos }

// Attributes returns the node's attributes for reading and changing.
func (n *Node) Attributes() *Attr { return &n.Attr }

func (*Node) block() {}

// Paragraph is a leaf: running text. Its classes say what it is when it is not
// plain prose; those that layout sets are the constants below.
type Paragraph struct {
	Node
	Inlines []Inline
	// Number is the paragraph's number in its article when the book numbers
	// paragraphs, 0 otherwise. Set by layout.
	Number int
}

// Heading is a leaf. In a manuscript's body levels run from 2 (the article's title is
// level 1) without gaps.
type Heading struct {
	Node
	Level   int // 1 to 6
	Inlines []Inline
}

// CodeBlock is a leaf of preformatted text; Text ends without a newline.
type CodeBlock struct {
	Node
	Language string
	Text     string
}

// BlockQuote is a quotation set off from the text.
type BlockQuote struct {
	Node
	Blocks []Block
}

// List is ordered or not; Items is never empty.
type List struct {
	Node
	Ordered bool
	Start   int  // number of the first item of an ordered list
	Tight   bool // no blank lines between the items in the manuscript
	Items   []ListItem
}

// ListItem is one item of a list.
type ListItem struct {
	Pos    Pos
	Blocks []Block
}

// DefinitionList is a list of terms, each with one or more definitions.
type DefinitionList struct {
	Node
	Tight bool
	Items []Definition
}

// Definition is a term and its definitions.
type Definition struct {
	Term    *Paragraph
	Details [][]Block
}

// Verse is lines whose breaks are the author's. A line without inlines is a
// break between stanzas.
type Verse struct {
	Node
	Lines []VerseLine
}

// VerseLine is a line of verse; Indent counts the spaces that the author put before it.
type VerseLine struct {
	Indent int
	Text   *Paragraph
}

// Table has columns that every row fills: rows are padded or cut by the reader.
type Table struct {
	Node
	Caption *Paragraph // nil if none
	Columns []Column
	Head    [][]Cell // rows repeated at the head of each page; often one, may be none
	Rows    [][]Cell
	// Notes are the notes called in the table's cells, which stand below it.
	// Set by layout.
	Notes []*Note
}

// Column is a column's alignment.
type Column struct{ Align Align }

// Align is the alignment of a column.
type Align int

// The alignments of a column; AlignDefault is the style's.
const (
	AlignDefault Align = iota
	AlignLeft
	AlignCenter
	AlignRight
)

// Cell is one cell of a table.
type Cell struct {
	Pos    Pos
	Blocks []Block
}

// Figure is an image that stands alone, with its caption.
type Figure struct {
	Node
	Image   *Image
	Caption *Paragraph // nil if none
}

// SectionBreak is a pause in the text: `***`.
type SectionBreak struct{ Node }

// Div is a group of blocks named by its classes: epigraph, questions, dedication,
// verse, …
type Div struct {
	Node
	Blocks []Block
}

// Contents is a table of contents, made by layout: the printed one, or the articles of a
// meeting. Page numbers are the typesetter's to fill in; the EPUB has links instead.
type Contents struct {
	Node
	Entries []ContentsEntry
}

// ContentsEntry is one line of the contents: a leaf's text, and where it leads.
type ContentsEntry struct {
	Depth  int // 0 for parts and for articles without part
	Text   *Paragraph
	By     *Paragraph // who wrote it, nil if it goes without saying
	Target string     // anchor id
	// Whole asks for the pages of the whole section that Target is, from its first to its
	// last, instead of the page on which it begins.
	Whole bool
}

// NoteList is notes gathered at the end of the volume, made by layout for the PDF
// (notes: {place: volume}). Notes of an article stand in its section instead.
type NoteList struct {
	Node
	Notes []*Note
}

// WorkList is a list of works cited, made by layout from cite's entries.
type WorkList struct {
	Node
	Entries []*Entry
}

// Classes that layout sets on the blocks that it makes. A writer may style them; it
// never has to know them to write the block.
const (
	ClassTitle      = "title"      // the title on a title page or an article's opening
	ClassSubtitle   = "subtitle"   //
	ClassAuthor     = "author"     //
	ClassRole       = "role"       // "edited by …", "translated by …"
	ClassPublisher  = "publisher"  //
	ClassDate       = "date"       //
	ClassSource     = "source"     // a line of provenance
	ClassAbstract   = "abstract"   //
	ClassCaption    = "caption"    // a caption paragraph without its image
	ClassEpigraph   = "epigraph"   // from here on: divs that a manuscript may write
	ClassDedication = "dedication" //
	ClassQuestions  = "questions"  //
)
