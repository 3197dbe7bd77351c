package epub

import (
	"errors"
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"cahier/book"
	"cahier/book/layout"
)

// printer prints one section as the body of its file.
type printer struct {
	xhtml
	edition *edition
	doc     *document
	section *layout.Section
	written map[string]bool // ids that stand in the file already
	// marks are the page-break marks still to come in the present leaf, which has been
	// printed up to offset, in bytes of its LeafText.
	marks  []layout.PageMark
	offset int
	// inLink says that a link is open: neither links nor note calls may stand in it.
	inLink bool
	held   []*book.NoteCall // calls met inside a link, printed after it

	epigraph bool            // a paragraph that begins with a dash is its attribution
	by       *book.Paragraph // the attribution of the quotation that is being printed
}

func newPrinter(e *edition, d *document) *printer {
	return &printer{edition: e, doc: d, section: d.section, written: map[string]bool{}, xhtml: xhtml{narrow: e.options.NarrowSpaces}}
}

// semantics are the epub:type and the matching role of a kind of section (EPUB
// Structural Semantics 1.1; DPUB-ARIA 1.1). titlepage and imprint have no role.
// Dedication and epigraph carry theirs on the div that layout puts into them.
var semantics = map[layout.Kind][2]string{
	layout.TitlePage: {"titlepage", ""},
	layout.Imprint:   {"imprint", ""},
	layout.PartTitle: {"part", "doc-part"},
	layout.Article:   {"chapter", "doc-chapter"},
	layout.Works:     {"bibliography", "doc-bibliography"},
	layout.Colophon:  {"colophon", "doc-colophon"},
}

// printSection prints a section: its blocks, its notes, its works.
func (p *printer) printSection(s *layout.Section) {
	types := semantics[s.Kind]
	label, by := p.doc.title, p.doc.headingID
	if by != "" {
		label = ""
	}
	p.open("section", "id", p.id(s.ID), "class", p.sectionClass(s), "epub:type", types[0], "role", types[1], "aria-label", label, "aria-labelledby", by)
	p.WriteByte('\n')
	p.blocks(s.Blocks)
	p.notes(s)
	p.after(s)
	p.line()
}

// sectionClass names the kind of section, and whether its paragraphs are numbered.
func (p *printer) sectionClass(s *layout.Section) string {
	if s.Kind == layout.Article && p.edition.volume.Numbering == book.NumberParagraphs {
		return string(s.Kind) + " numbered"
	}
	return string(s.Kind)
}

// opening is the heading that names a section, nil if it has none.
func opening(s *layout.Section) *book.Heading {
	for _, b := range s.Blocks {
		if h, ok := b.(*book.Heading); ok && h.Level == 1 {
			return h
		}
	}
	return nil
}

// after prints what follows the notes. A heading at its head names it as a section.
func (p *printer) after(s *layout.Section) {
	if len(s.After) == 0 {
		return
	}
	types, by := [2]string{}, ""
	for _, b := range s.After {
		if _, ok := b.(*book.WorkList); ok {
			types = semantics[layout.Works]
		}
	}
	if h, ok := s.After[0].(*book.Heading); ok {
		by = h.Attr.ID
	}
	p.open("section", "epub:type", types[0], "role", types[1], "aria-labelledby", by)
	p.WriteByte('\n')
	p.blocks(s.After)
	p.line()
}

// id returns an id for printing: "" if it stands elsewhere already.
func (p *printer) id(id string) string {
	if id == "" || p.written[id] || p.edition.names[id] != p.doc.file {
		return ""
	}
	p.written[id] = true
	p.edition.order[id] = len(p.edition.order)
	return id
}

// attrs are the attributes of a block or span, with the classes that we add.
func (p *printer) attrs(a *book.Attr, classes ...string) []string {
	lang := languageTag(a.Lang, "")
	return []string{"id", p.id(a.ID), "class", classNames(append(classes, a.Classes...)), "lang", lang, "xml:lang", lang}
}

// classNames joins classes, leaving out what is not a plain name.
func classNames(classes []string) string {
	var names []string
	for _, c := range classes {
		if c != "" && strings.Trim(c, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") == "" {
			names = append(names, c)
		}
	}
	return strings.Join(names, " ")
}

// languageTag returns a well-formed BCP 47 tag of a language that exists: the one given,
// or another. What a manuscript calls a language may be anything.
func languageTag(tag, or string) string {
	tag = strings.ReplaceAll(tag, "_", "-")
	if _, err := language.ParseBase(primary(tag)); err != nil {
		return or
	}
	// A ValueError is a subtag that is well-formed and only not known.
	if _, err := language.Parse(tag); err != nil && !errors.As(err, new(language.ValueError)) {
		return or
	}
	return tag
}

// direction is "rtl" for a language that is written from right to left, else "".
func direction(tag string) string {
	t, err := language.Parse(tag)
	if err != nil {
		return ""
	}
	switch script, _ := t.Script(); script.String() {
	case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg":
		return "rtl"
	}
	return ""
}

// leaf begins the printing of a leaf: its page-break marks wait for their offsets.
func (p *printer) leaf(b book.Block) {
	p.marks, p.offset = p.edition.marks[b], 0
}

// endLeaf prints the marks that stand at the leaf's end or beyond it.
func (p *printer) endLeaf() {
	for len(p.marks) > 0 {
		p.mark()
	}
}

// mark prints the next page-break mark: an empty element, so that the text around it
// stays whole (EPUB Accessibility 1.1, section 4.2.1).
func (p *printer) mark() {
	folio := p.marks[0].Folio
	p.marks = p.marks[1:]
	id := "page-" + idPart(folio)
	for k := 2; p.edition.names[id] != ""; k++ {
		id = fmt.Sprintf("page-%s-%d", idPart(folio), k)
	}
	p.edition.place(id, p.doc.file)
	p.id(id)
	p.edition.pages = append(p.edition.pages, page{folio, p.doc.file, id})
	p.open("span", "id", id, "epub:type", "pagebreak", "role", "doc-pagebreak", "aria-label", folio)
	p.close()
}

// idPart makes a folio or a name part of an id.
func idPart(folio string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return '-'
	}, folio)
}

// running prints characters of the present leaf, with the marks that fall among them.
func (p *printer) running(s string) {
	for len(p.marks) > 0 && p.marks[0].Offset < p.offset+len(s) {
		at := boundary(s, p.marks[0].Offset-p.offset)
		p.sentences(s[:at])
		s, p.offset = s[at:], p.offset+at
		p.mark()
	}
	p.sentences(s)
	p.offset += len(s)
}

// boundary is the offset at, moved back to where a character begins.
func boundary(s string, at int) int {
	at = max(0, at)
	for at > 0 && s[at]&0xc0 == 0x80 {
		at--
	}
	return at
}
