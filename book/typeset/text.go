package typeset

import (
	"cahier/book"
	"cahier/book/style"
	"cahier/book/typeset/linebreak"
	"cahier/book/unit"
)

// text is a leaf to be set in lines: a paragraph, a heading, a line of verse, a cell.
type text struct {
	leaf    book.Block // of the page map, nil if no page begins with it
	inlines []book.Inline
	block   style.Block
	look    *look
	element *Element // nil: furniture
	align   linebreak.Align
	flush   bool // ragged on the left: lines stand at the right edge
	// x is the left edge, from that of the type area. measures is where its lines stand
	// from there.
	x        unit.Length
	measures []linebreak.Measure
	vary     bool // may be set looser or tighter for the page's sake
	balanced bool // a title: its lines are to be about equally long
	opening  int  // words in small capitals
	drop     *dropCapital
	labels   []*label
	number   int  // of the paragraph, in the margin; 0 for none
	counted  bool // its lines are counted in the margin
	verse    bool // one line, however often it turns
	anchors  []string
	notes    []*footnote // whose first call stands in it, in order
	note     *book.Note  // which it is part of, nil for none
	code     []string    // lines of code, instead of inlines
	target   string      // of a line of the contents: whose page number follows it
	whole    bool        // with the number of that section's last page
	leads    *area       // the whole text leads there

	// Set by set:
	settings []linebreak.Setting
	best     int
	calls    []int32    // items at which the notes are called
	marks    []noteMark // all calls, of notes that stand elsewhere too
	solid    []int      // lines that are to end in no hyphen
	kids     []*Element // inline elements in the order of their first content
	problems book.Problems
	unset    []unset
	brittle  []int32 // boxes that may be broken anywhere, rising
	eased    easing  // last resorts that are allowed: the best setting had a hole
}

// noteMark is the place of a call: the item of its mark, and its anchor.
type noteMark struct {
	item int32
	ref  string
}

// label stands before the first line: the number of a list's item or of a note.
type label struct {
	text    string
	look    *look
	element *Element
	target  string // a note's number leads back to its call
	inline  bool   // run in with the first line; else it hangs before it
	x       unit.Length
	width   unit.Length // the label is set to the right of this width; 0: to the left
}

// lines are those of the best setting; none for an empty text.
func (t *text) lines() []linebreak.Line {
	if len(t.settings) == 0 {
		return nil
	}
	return t.settings[t.best].Lines
}

// height is that of the best setting.
func (t *text) height() unit.Length {
	return unit.Length(len(t.lines())) * t.block.Leading
}
