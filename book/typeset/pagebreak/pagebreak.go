// Package pagebreak divides a chapter into pages, all at once, as linebreak divides a
// paragraph into lines: it chooses the settings of the paragraphs, the breaks and the
// splits of the notes that together cost least (Plass, "Optimal Pagination Techniques for
// Automatic Typesetting Systems", Stanford 1981).
//
// In goes a Flow of vertical items with their heights, out come Pages that say which
// lines stand where. It knows no text, draws nothing, moves nothing: what it leaves over
// on a page is the caller's to place. It always returns; what cannot be avoided is
// marked on the page.
package pagebreak

import "cahier/book/unit"

// Flow is a chapter.
type Flow struct {
	Items []Item
	// Notes are the footnotes in the order of their calls. Every item says how many
	// notes are called in it; the first call takes the first note, and so on. A note
	// called again is not counted again.
	Notes []Note
	// Heights are those of the type area of the first pages; the last one holds for all
	// further pages. It takes at least one, above 0.
	Heights []unit.Length
	// Verso says that the first page is a left-hand one.
	Verso bool
	// NoteRule is the height that the rule and the space above a page's first note take;
	// NoteGap stands between two notes.
	NoteRule, NoteGap unit.Length
}

// Item is a part of a Flow: *Paragraph, *Block or *Space.
type Item interface{ item() }

// Paragraph is lines that may be parted: of a paragraph, of verse, of code.
type Paragraph struct {
	// Settings are the ways to set it, of which one is chosen; at least one, each with
	// the same number of notes. Cheapest need not be first.
	Settings []Setting
	// KeepNext forbids a break after its last line, as when a list follows.
	KeepNext bool
	// Whole forbids a break inside.
	Whole bool
	// Loose paragraphs know neither widows nor orphans (code).
	Loose bool
}

// Setting is one way to set a paragraph.
type Setting struct {
	Lines []Line
	// Cost is what the setting costs over the best one, in the scale of Rules.
	Cost int64
}

// Line is a line of text.
type Line struct {
	Height unit.Length // its share of the page: from the foot of the line before to its own
	Notes  int         // notes called in it
	Hyphen bool        // ends in a hyphen
}

// Block is what cannot be parted: a heading, a figure, a row of a table.
type Block struct {
	Height unit.Length
	Notes  int
	// KeepNext forbids a break after it: a heading, which must have two lines under it,
	// or a row that the next one belongs to.
	KeepNext bool
	// Heading marks a block that KeepNext keeps with two lines rather than with the next
	// item alone.
	Heading bool
	// Top is the height of what is set again above this block when it begins a page: the
	// head of a table that is continued.
	Top unit.Length
	// NewPage forces a break before the block, unless it begins the flow.
	NewPage bool
	// Give is how much lower the block may be made, in steps of Rules.Line: a figure that
	// may be set smaller.
	Give unit.Length
}

// Space is vertical space between two items. It vanishes at the foot of a page.
type Space struct {
	Height unit.Length
	// Stretch is how much may be added to it to fill the page. The page's Slack says how
	// much is to be added to all of them; on a grid, in whole lines.
	Stretch unit.Length
	// Stays keeps the space at the top of a page, where it otherwise vanishes.
	Stays bool
	// KeepNext forbids a break at the space (under a heading the heading says so).
	KeepNext bool
}

func (*Paragraph) item() {}
func (*Block) item()     {}
func (*Space) item()     {}

// Note is a footnote: the heights of its lines. A note may be divided where at least two
// lines stand on either side.
type Note struct {
	Lines []unit.Length
}

// Page is what stands on one page.
type Page struct {
	Parts []Part     // from top to foot; spaces that vanish are not among them
	Notes []NotePart // in order; the first may be carried over, the last divided
	// Text and Foot are the heights of the parts, without stretching any space, and of
	// the notes with their rule, 0 without notes. Slack is what they leave of the type
	// area, at least 0: to be given to the spaces up to Stretch; what is left of it
	// stands empty, above the notes if there are any.
	Text, Foot, Slack unit.Length
	// Stretch is the sum of that of the page's spaces.
	Stretch unit.Length
	// Over is by how much the page's content exceeds the type area, 0 if it fits.
	Over unit.Length
	// What could not be avoided.
	Widow, Orphan, Stranded, Hyphen, NoteAway bool
}

// Part is an item or some lines of it on a page.
type Part struct {
	Item int // index in Flow.Items
	// Setting is that of a paragraph, and its lines From to To, less one, stand here. Of a
	// block it is the steps by which it is lower, see Block.Give.
	Setting, From, To int
}

// NotePart is lines From to To, less one, of a note.
type NotePart struct {
	Note, From, To int
}
