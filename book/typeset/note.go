package typeset

import (
	"slices"

	"cahier/book"
	"cahier/book/unit"
)

// hangNotes gives a text the notes whose first call stands in it. At the foot of the
// page, a note stands in the structure after the block of its call.
func (s *setter) hangNotes(t *text, home *Element, p place) {
	if s.job.volume.Notes.Place != book.NotesOnPage || p.inNote || home == nil {
		return
	}
	book.Inlines(t.inlines, func(n book.Inline) bool {
		c, ok := n.(*book.NoteCall)
		if ok && c.Note != nil && c.Note.Kind != book.NoteTable && !s.hung[c.Note] && len(c.Note.Calls) > 0 && c.Note.Calls[0] == c {
			s.hung[c.Note] = true
			f := s.footnote(c.Note, home.Add(RoleNote), p.lang)
			t.notes = append(t.notes, f)
			s.g.notes = append(s.g.notes, f)
		}
		return true
	})
}

// footnote sets a note in a galley of its own.
func (s *setter) footnote(n *book.Note, e *Element, lang string) *footnote {
	f := &footnote{note: n}
	f.body.column = s.g.column
	own := &setter{job: s.job, g: &f.body, measure: s.g.column, hung: s.hung}
	own.noteBody(n, e, place{block: s.job.print.Blocks.Note, lang: lang})
	f.body.element = e
	s.g.texts = append(s.g.texts, f.body.texts...)
	f.body.texts = nil
	return f
}

// noteBody sets the label and the blocks of a note.
func (s *setter) noteBody(n *book.Note, e *Element, p place) {
	e.ID = n.Anchor
	if n.Anchor != "" {
		s.anchors = append(s.anchors, n.Anchor)
	}
	p.parent, p.inNote, p.note = e, true, n
	p.first = true
	if n.Label == "" {
		s.blocks(n.Blocks, p)
		return
	}
	lbl := e.Add(RoleLbl)
	l := &label{text: n.Label, look: s.noteLook(p, n), element: lbl, inline: true}
	if len(n.Calls) > 0 {
		l.target = n.Calls[0].Ref
		l.element = lbl.Add(RoleLink)
	}
	if !s.job.print.Notes.Superior {
		l.text += "."
	}
	s.labelled(l, n.Blocks, p)
}

// noteLook is how the number before a note is set.
func (s *setter) noteLook(p place, n *book.Note) *look {
	k := s.job.looks.block(upright(p.block), p.lang).lookKey
	if s.job.print.Notes.Superior {
		s.job.looks.shift(&k, 1, n.Label)
	}
	return s.job.looks.get(k)
}

// noteList sets notes one after the other in the flow.
func (s *setter) noteList(notes []*book.Note, p place) {
	gap := s.job.print.Notes.Gap
	for _, n := range notes {
		p.block = s.job.print.Blocks.Note
		s.below = max(s.below, gap)
		s.noteBody(n, p.parent.Add(RoleNote), p)
	}
}

// works sets a list of works, each entry hanging.
func (s *setter) works(b *book.WorkList, p place) {
	e := p.parent.Add(RoleL)
	s.tag(e, b, &p)
	for _, entry := range b.Entries {
		in := p
		in.block = s.job.print.Blocks.Work
		in.indent = in.block.Indent
		in.parent = e.Add(RoleLI).Add(RoleLBody)
		if entry.ID != "" {
			s.anchors = append(s.anchors, entry.ID)
		}
		t := s.text(entry.Text, entry.Text.Inlines, in, RoleBibEntry)
		s.paragraph(t)
	}
}

// finish makes the rows of a footnote, once its texts are set.
func (f *footnote) finish(line unit.Length) {
	above := unit.Length(0)
	for _, n := range f.body.nodes {
		switch n := n.(type) {
		case *white:
			above += n.height
		case *lines:
			for _, t := range n.texts {
				for i := range t.lines() {
					f.rows = append(f.rows, row{text: t, line: i, height: t.block.Leading + above, above: above})
					above = 0
				}
			}
		case *slab:
			f.rows = append(f.rows, row{slab: n, height: n.height(line) + above, above: above})
			above = 0
		}
	}
	f.rows = slices.Clip(f.rows)
}
