package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"cahier/book"
)

// noteDefinitions reads the bodies of notes: "[^id]: text", with further blocks
// indented by four spaces or a tab.
type noteDefinitions struct{}

// noteMark is a note's body; label is "" for an inline note.
type noteMark struct{ label string }

// noteCallMark is a note's call: "[^id]".
type noteCallMark struct{ label string }

// pendingCall is a call whose note is looked up when all have been read.
type pendingCall struct {
	call   *book.NoteCall
	label  string
	offset int
}

const noteIndent = 4 // spaces before what goes on a note

// Trigger and the methods below make it a block parser of goldmark. A note may follow another
// at once, or a paragraph.
func (*noteDefinitions) Trigger() []byte             { return []byte{'['} }
func (*noteDefinitions) CanInterruptParagraph() bool { return true }
func (*noteDefinitions) CanAcceptIndentedLine() bool { return false }

func (*noteDefinitions) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	offset := pc.BlockOffset()
	label, size := noteLabel(line[offset:])
	if size == 0 || offset+size >= len(line) || line[offset+size] != ':' {
		return nil, parser.NoChildren
	}
	n := newBlock(noteMark{label}, segment.Start+offset-segment.Padding)
	reader.Advance(offset + size + 1)
	if rest, _ := reader.PeekLine(); util.IsBlank(rest) {
		return n, parser.NoChildren
	}
	return n, parser.HasChildren
}

// noteLabel reads "[^id]" at the beginning of s: the id, which holds no space and no
// bracket, and the size of all.
func noteLabel(s []byte) (label string, size int) {
	if len(s) < 4 || s[0] != '[' || s[1] != '^' {
		return "", 0
	}
	end := bytes.IndexAny(s[2:min(len(s), 200)], " \t\n[]")
	if end <= 0 || s[2+end] != ']' {
		return "", 0
	}
	return string(s[2 : 2+end]), end + 3
}

func (*noteDefinitions) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	pos, padding := util.IndentPosition(line, reader.LineOffset(), noteIndent)
	if pos < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(pos, padding)
	return parser.Continue | parser.HasChildren
}

func (*noteDefinitions) Close(ast.Node, text.Reader, parser.Context) {}

// noteDefinition keeps a note's body for the calls.
func (r *reading) noteDefinition(n *blockNode, m noteMark) {
	note := &book.Note{Pos: r.Pos(n.Pos()), ID: m.label}
	switch {
	case r.fragment:
		r.noNotes(n.Pos())
		return
	case r.note != nil:
		r.add(n.Pos(), book.CodeNoteInNote, "begin its line at the margin", "note [^%s] is written inside another note", m.label)
	case r.byID[m.label] != nil:
		r.add(n.Pos(), book.CodeNoteRepeated, "give one of them another id", "note [^%s] is already written on line %d", m.label, r.byID[m.label].Pos.Line)
	default:
		r.byID[m.label] = note
		r.written = append(r.written, note)
	}
	r.limitNotes(n.Pos())
	note.Blocks = r.noteBlocks(note, func() []book.Block { return r.blocks(n) })
}

// inlineNote makes the note of "^[text]" and its call.
func (r *reading) inlineNote(n *inlineNode) book.Inline {
	if r.fragment || r.note != nil {
		r.nestedNote(n.Pos())
		return nil
	}
	pos := r.Pos(n.Pos())
	note := &book.Note{Pos: pos}
	r.inlined = append(r.inlined, note)
	r.limitNotes(n.Pos())
	note.Blocks = r.noteBlocks(note, func() []book.Block {
		list := r.inlines(n)
		if len(list) == 0 {
			return nil
		}
		return []book.Block{&book.Paragraph{Node: book.Node{Pos: list[0].Position()}, Inlines: list}}
	})
	return &book.NoteCall{Place: book.Place{Pos: pos}, Note: note}
}

// noteBlocks reads a note's body; while it does, notes are a problem.
func (r *reading) noteBlocks(note *book.Note, read func() []book.Block) []book.Block {
	outer := r.note
	r.note = note
	blocks := read()
	r.note = outer
	if len(blocks) == 0 {
		r.problems.Add(note.Pos, book.CodeNoteEmpty, "write its text; it is set as its number alone", "this note is empty")
		blocks = []book.Block{&book.Paragraph{Node: book.Node{Pos: note.Pos}}}
	}
	return blocks
}

// noteCall makes a call whose note is found by linkNotes.
func (r *reading) noteCall(n *inlineNode, m noteCallMark) book.Inline {
	if r.fragment || r.note != nil {
		r.nestedNote(n.Pos())
		return nil
	}
	call := &book.NoteCall{Place: book.Place{Pos: r.Pos(n.Pos())}}
	r.calls = append(r.calls, pendingCall{call, m.label, n.Pos()})
	return call
}

// nestedNote reports a note where none can be.
func (r *reading) nestedNote(offset int) {
	if r.fragment {
		r.noNotes(offset)
		return
	}
	r.add(offset, book.CodeNoteInNote, "write its text in parentheses, or in a note of its own", "a note cannot stand inside a note")
}

// noNotes reports a note in front matter, which has no place to set it.
func (r *reading) noNotes(offset int) {
	r.add(offset, book.CodeBadValue, "move it into the text", "a note cannot stand in front matter")
}

// limitNotes reports, once, that there are too many notes.
func (r *reading) limitNotes(offset int) {
	if len(r.written)+len(r.inlined) == maxNotes {
		r.add(offset, book.CodeLimit, hintHostile, "more than %d notes", maxNotes)
	}
}

// linkNotes joins calls and notes, and puts the notes in order: of their first call,
// then those never called in the order of their definitions.
func (r *reading) linkNotes(blocks []book.Block) []*book.Note {
	for _, p := range r.calls {
		p.call.Note = r.byID[p.label]
		if p.call.Note == nil {
			r.add(p.offset, book.CodeNoteMissing, `add a line beginning "[^`+p.label+`]:"`, "note [^%s] is called but never written", p.label)
		}
	}
	var ordered []*book.Note
	book.AllInlines(blocks, func(n book.Inline) bool {
		if call, ok := n.(*book.NoteCall); ok && call.Note != nil {
			if len(call.Note.Calls) == 0 {
				ordered = append(ordered, call.Note)
			}
			call.Note.Calls = append(call.Note.Calls, call)
		}
		return true
	})
	for _, note := range r.written {
		if len(note.Calls) == 0 {
			r.problems.Add(note.Pos, book.CodeNoteUnused, "call it with [^"+note.ID+"] where it belongs; it is set after the other notes", "note [^%s] is written but never called", note.ID)
			ordered = append(ordered, note)
		}
	}
	return ordered
}
