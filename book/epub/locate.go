package epub

import (
	"strings"

	"cahier/book"
)

// locate notes in which file every id of a section stands, so that a link printed
// before its target knows where it leads.
func (e *edition) locate(d *document) {
	e.place(d.section.ID, d.file)
	e.place(d.headingID, d.file)
	e.placeBlocks(d.section.Blocks, d.file)
	if h := d.section.NotesHeading; h != nil {
		e.placeBlocks([]book.Block{h}, d.file)
	}
	for _, n := range d.section.Notes {
		e.placeNote(n, d.file)
	}
	e.placeBlocks(d.section.After, d.file)
}

// place gives an id to the first that claims it: ids are unique in the whole book.
func (e *edition) place(id, file string) {
	if _, taken := e.names[id]; id == "" || taken {
		return
	}
	e.names[id] = file
}

func (e *edition) placeNote(n *book.Note, file string) {
	e.place(n.Anchor, file)
	e.placeBlocks(n.Blocks, file)
}

func (e *edition) placeBlocks(list []book.Block, file string) {
	book.Blocks(list, func(b book.Block) bool {
		e.place(b.Attributes().ID, file)
		switch b := b.(type) {
		case *book.Heading:
			e.described(b)
		case *book.Figure:
			e.place(b.Image.Attr.ID, file)
		case *book.WorkList:
			for _, entry := range b.Entries {
				e.works[entry.ID] = true
				e.place(entry.ID, file)
			}
		case *book.Table:
			for _, n := range b.Notes {
				e.placeNote(n, file)
			}
		}
		if c := book.Content(b); c != nil {
			e.placeInlines(*c, file)
		}
		return true
	})
}

// described keeps the words of a heading that is nothing but an image: no entry of the
// contents may be empty.
func (e *edition) described(h *book.Heading) {
	if plain(h.Inlines) != "" {
		return
	}
	book.Inlines(h.Inlines, func(n book.Inline) bool {
		if img, ok := n.(*book.Image); ok && e.alts[h.Attr.ID] == "" {
			e.alts[h.Attr.ID] = strings.TrimSpace(img.Alt)
		}
		return true
	})
}

func (e *edition) placeInlines(list []book.Inline, file string) {
	book.Inlines(list, func(n book.Inline) bool {
		switch n := n.(type) {
		case *book.Span:
			e.place(n.Attr.ID, file)
		case *book.Image:
			e.place(n.Attr.ID, file)
		case *book.NoteCall:
			e.place(n.Ref, file)
		}
		return true
	})
}
