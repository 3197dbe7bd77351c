package epub

import (
	"fmt"
	"strings"

	"cahier/book"
	"cahier/book/layout"
)

// call prints the mark of a note: no element inside the link, which old versions of
// Apple Books want. Kobo's own format knows "endnote" there and not "noteref".
func (p *printer) call(c *book.NoteCall) {
	if c.Note == nil {
		return
	}
	if p.inLink {
		p.held = append(p.held, c)
		return
	}
	p.edition.found.notes = true
	semantic := "noteref"
	if p.edition.options.Kepub {
		semantic = "endnote"
	}
	href := "#" + c.Note.Anchor
	if file := p.edition.names[c.Note.Anchor]; file != p.doc.file {
		href = file + href
	}
	p.open("sup")
	p.element("a", c.Note.Label, "id", p.id(c.Ref), "href", href, "epub:type", semantic, "role", "doc-noteref")
	p.close()
}

// notes prints the notes of a section in the same file as their calls, which is what
// makes them pop up everywhere. The list is not an ol: see note.
func (p *printer) notes(s *layout.Section) {
	if len(s.Notes) == 0 {
		return
	}
	label, by := p.edition.volume.Words.Notes, ""
	if s.NotesHeading != nil {
		label, by = "", s.NotesHeading.Attr.ID
	}
	p.open("section", "class", "notes", "epub:type", "endnotes", "role", "doc-endnotes", "aria-label", label, "aria-labelledby", by)
	p.WriteByte('\n')
	if s.NotesHeading != nil {
		p.heading(s.NotesHeading)
	}
	for _, n := range s.Notes {
		p.note(n)
	}
	p.line()
}

// note prints a note as a div typed footnote, its number first and leading back: the
// one form that Apple Books, Kindle, Kobo, Thorium and KOReader all show in a pop-up,
// and that both validators pass.
func (p *printer) note(n *book.Note) {
	p.open("div", "class", "footnote", "id", p.id(n.Anchor), "epub:type", "footnote", "role", "doc-footnote")
	p.WriteByte('\n')
	rest := n.Blocks
	first, _ := at(n.Blocks, 0).(*book.Paragraph)
	if first != nil {
		p.paragraph(first, func() { p.backlinks(n) })
		rest = n.Blocks[1:]
	} else if len(n.Calls) > 0 {
		p.open("p")
		p.backlinks(n)
		p.line()
	}
	p.blocks(rest)
	p.line()
}

func at(list []book.Block, i int) book.Block {
	if i < len(list) {
		return list[i]
	}
	return nil
}

// backlinks prints the note's number, leading to its call; for several calls a letter
// each, "1. a b".
func (p *printer) backlinks(n *book.Note) {
	for i, c := range n.Calls {
		text := n.Label + "."
		if len(n.Calls) > 1 {
			text += " " + letter(i)
			if i > 0 {
				text = letter(i)
			}
		}
		p.element("a", text, "class", "back", "href", p.callAddress(c), "role", "doc-backlink", "aria-label", p.backLabel(text))
		p.WriteByte(' ')
	}
}

// backLabel is what a screen reader says of the way back; nothing where the volume's
// words are in another language than the text.
func (p *printer) backLabel(text string) string {
	if primary(p.doc.lang) != primary(p.edition.volume.Front.Lang) {
		return ""
	}
	return strings.TrimSpace(p.edition.volume.Words.BackToText + " " + text)
}

func primary(tag string) string {
	language, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return language
}

// callAddress is where a call stands: in another file when a note's text is shared.
func (p *printer) callAddress(c *book.NoteCall) string {
	if file := p.edition.names[c.Ref]; file != "" && file != p.doc.file {
		return file + "#" + c.Ref
	}
	return "#" + c.Ref
}

// letter counts a to z, then by number.
func letter(i int) string {
	if i < 26 {
		return string(rune('a' + i))
	}
	return fmt.Sprintf("(%d)", i+1)
}
