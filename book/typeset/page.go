// Package typeset composes a Volume into pages: items at fixed points, with nothing
// left to decide. It measures with typeface, breaks paragraphs with linebreak and
// chapters with pagebreak, and reports what does not fit. It never draws.
package typeset

import (
	"cahier/book"
	"cahier/book/picture"
	"cahier/book/typeface"
	"cahier/book/unit"
)

// Page is one finished page. Points are measured from the top left corner of the
// trim size, x to the right and y down.
type Page struct {
	Number        int    // physical, from 1; odd pages are recto
	Folio         string // the page's label: "iv", "12"; printed or not, never empty
	Width, Height unit.Length
	// Items in drawing order, which within one Element is reading order.
	Items []Item
}

// Item is something on a page: *Run, *Rule, *Picture, *LinkArea or *Anchor. Nothing in
// it asks for more layout.
type Item interface{ item() }

// Run is glyphs of one face and size on one baseline.
type Run struct {
	Face    *typeface.Face
	Size    unit.Length
	X, Y    unit.Length // origin of the first glyph
	Stretch int         // horizontal scale in thousandths: 1000 is natural (PDF Tz × 10)
	Track   unit.Length // added after every glyph, before Stretch
	Grey    uint8       // 0 black … 255 white
	Pieces  []Piece
	Element *Element // nil: furniture, an artifact
}

// Piece is shaped text without a stretchable space inside it, and the word space
// after it.
type Piece struct {
	Glyphs []typeface.Glyph // shared with the shape cache: read only
	// Space is the full advance, on the page, of the word space drawn after the
	// glyphs; 0 draws none. The space is text: writers draw the face's space glyph.
	Space unit.Length
	// Kern moves the pen after the glyphs without any text, on the page; may be
	// negative.
	Kern unit.Length
}

// Rule is a filled rectangle. X, Y is its top left corner.
type Rule struct {
	X, Y, W, H unit.Length
	Grey       uint8
	Element    *Element // nil: an artifact
}

// Picture is an image. X, Y is its top left corner.
type Picture struct {
	X, Y, W, H unit.Length
	Image      *picture.Image
	Element    *Element // a Figure; nil: decorative
}

// LinkArea makes a rectangle active. One link broken over lines has several, which
// share its Element.
type LinkArea struct {
	X, Y, W, H unit.Length
	URI        string // an address, or
	Target     string // the name of an Anchor
	Element    *Element
}

// Anchor is a named place that links, outline and page map lead to.
type Anchor struct {
	Name string
	Y    unit.Length
}

func (*Run) item()      {}
func (*Rule) item()     {}
func (*Picture) item()  {}
func (*LinkArea) item() {}
func (*Anchor) item()   {}

// Element is a node of the document's logical structure (ISO 32000-1, 14.7). Items
// point to the element that they are content of.
//
// Order: an element that groups blocks has no items of its own and its Kids stand in
// reading order. An element with items of its own (a paragraph, a heading, a note's
// number) may also have inline Kids (Reference, Link, Span, Quote, Code), whose place
// among the content is where their first item is drawn.
type Element struct {
	Role   Role
	Parent *Element
	Kids   []*Element
	// Block is the node of the model that the element stands for, nil if none.
	Block book.Block

	ID     string // unique in the document; notes have one
	Lang   string // BCP 47, "" to inherit
	Alt    string // of a Figure; "" with Role Figure is an error of the maker
	Actual string // replacement text, when the glyphs' text is not it
	Expand string // expansion of an abbreviation
	Title  string
	// Ordered and Start describe a list; Scope a table head ("Column", "Row");
	// ColSpan and RowSpan a cell, 0 for 1.
	Ordered          bool
	Start            int
	Scope            string
	ColSpan, RowSpan int
}

// Role is a standard structure type (ISO 32000-1, 14.8.4).
type Role string

// The roles in use.
const (
	RoleDocument   Role = "Document"
	RolePart       Role = "Part"
	RoleSect       Role = "Sect"
	RoleDiv        Role = "Div"
	RoleBlockQuote Role = "BlockQuote"
	RoleTOC        Role = "TOC"
	RoleTOCI       Role = "TOCI"
	RoleH1         Role = "H1"
	RoleH2         Role = "H2"
	RoleH3         Role = "H3"
	RoleH4         Role = "H4"
	RoleH5         Role = "H5"
	RoleH6         Role = "H6"
	RoleP          Role = "P"
	RoleL          Role = "L"
	RoleLI         Role = "LI"
	RoleLbl        Role = "Lbl"
	RoleLBody      Role = "LBody"
	RoleTable      Role = "Table"
	RoleTHead      Role = "THead"
	RoleTBody      Role = "TBody"
	RoleTR         Role = "TR"
	RoleTH         Role = "TH"
	RoleTD         Role = "TD"
	RoleFigure     Role = "Figure"
	RoleCaption    Role = "Caption"
	RoleCode       Role = "Code"
	RoleNote       Role = "Note"
	RoleReference  Role = "Reference"
	RoleLink       Role = "Link"
	RoleQuote      Role = "Quote"
	RoleSpan       Role = "Span"
	RoleBibEntry   Role = "BibEntry"
)

// Add appends a kid of the role and returns it.
func (e *Element) Add(role Role) *Element {
	kid := &Element{Role: role, Parent: e}
	e.Kids = append(e.Kids, kid)
	return kid
}

// Composition is a composed volume.
type Composition struct {
	Pages []*Page
	Root  *Element // Role Document
	Map   []PageStart
	Stats Stats
}

// PageStart is the first text of a page: a leaf of the Volume and the byte offset in its
// LeafText. Pages without text of their own have none.
type PageStart struct {
	Page   int // index in Pages
	Leaf   book.Block
	Offset int
}
