package book

// Note is a footnote or endnote. Its blocks never hold another NoteCall.
type Note struct {
	Pos    Pos
	ID     string // as written; "" for an inline note and for one made by cite
	Kind   NoteKind
	Blocks []Block
	// Calls are the marks that lead to the note, in reading order. A note never
	// called has none, and is set after the others, unnumbered.
	Calls []*NoteCall

	// Number, Label and Anchor are set by layout. Number counts from 1 within the
	// run that NotesPolicy.Numbering names, 0 for a note without number; Label is
	// what is printed ("3", "*"); Anchor is unique in the book.
	Number int
	Label  string
	Anchor string
}

// NoteKind says where a note comes from. Kinds have runs of numbers of their own.
type NoteKind int

// The kinds of notes. NoteWritten and NoteCited share one run of numbers.
const (
	NoteWritten NoteKind = iota // the author's
	NoteCited                   // made by cite from a citation
	NoteTable                   // called in a table: set below it, signs a, b, c, …
)
