package typeset

import (
	"fmt"
	"slices"

	"cahier/book"
	"cahier/book/layout"
	"cahier/book/style"
	"cahier/book/typeset/linebreak"
)

// galleys sets every section in a galley, in order, and builds the structure tree: the
// document's sections, those of a part inside it.
func (j *job) galleys(root *Element) []*galley {
	var list []*galley
	members := j.members()
	var part *Element
	for _, sec := range j.volume.Sections {
		if sec.Kind == layout.HalfTitle && !j.print.Opening.HalfTitle {
			continue
		}
		parent := root
		role := RoleSect
		switch {
		case sec.Kind == layout.PartTitle:
			part = root.Add(RolePart)
			parent = part
		case part != nil && members[sec.ID]:
			parent = part
		default:
			part = nil
		}
		e := parent.Add(role)
		e.ID, e.Title = sec.ID, book.PlainText(sec.Title)
		if sec.Lang != root.Lang {
			e.Lang = sec.Lang
		}
		if !j.looks.patterns.known(sec.Lang) && sec.Article != nil {
			j.problem(sec.Article.Front.Pos, book.CodeLangUnknown, "", "%s", noPatterns(sec.Lang))
		}
		list = append(list, j.galley(sec, e))
	}
	return list
}

func noPatterns(lang string) string {
	return fmt.Sprintf("there are no hyphenation patterns for %q: its words are not divided", lang)
}

// members are the ids of the sections that the outline puts inside a part.
func (j *job) members() map[string]bool {
	m := map[string]bool{}
	for _, entry := range j.volume.Outline {
		if entry.Kind != layout.PartTitle {
			continue
		}
		for _, inner := range entry.Entries {
			m[inner.Target] = true
		}
	}
	return m
}

// galley sets one section.
func (j *job) galley(sec *layout.Section, e *Element) *galley {
	g := &galley{section: sec, element: e, opens: style.OpenRecto, mapped: !sec.PrintOnly, columns: 1, column: j.print.Measure}
	s := &setter{job: j, g: g, measure: j.print.Measure, hung: map[*book.Note]bool{}}
	st := &j.print.Blocks
	p := place{block: st.Text, parent: e, lang: sec.Lang, first: true}
	switch sec.Kind {
	case layout.HalfTitle, layout.TitlePage, layout.Imprint, layout.Dedication, layout.Epigraph, layout.PartTitle, layout.Colophon:
		g.display = true
		s.display(sec, p)
	default:
		g.opens = j.print.Opening.Page
		if sec.Matter() == layout.FrontMatter {
			g.opens = style.OpenRecto
			if !j.print.Heads.RomanFront {
				g.opens = j.print.Opening.Page
			}
		}
		g.columns, g.column = j.print.Columns, j.print.Column()
		s.running(sec, p)
	}
	return g
}

// running sets a section of running text: its opening, its blocks, its notes if they stand
// at its end, and what follows.
func (s *setter) running(sec *layout.Section, p place) {
	o := &s.job.print.Opening
	if o.Sink > 0 {
		s.add(&white{height: o.Sink / s.line() * s.line(), stays: true, keep: true})
	}
	s.begun = false
	if sec.Kind == layout.Article {
		s.opens = o.Words
		if o.Initial == style.InitialNone {
			s.opens = 0
		}
	}
	p = s.titles(sec, p)
	s.across()
	p = s.blocks(sec.Blocks[s.titled:], p)
	s.sectionNotes(sec, p)
	p.first = true
	s.blocks(sec.After, p)
	s.leaveNoHeading()
	if sec.Kind == layout.Article {
		s.space(s.line(), true)
		s.ruled(s.job.print.Detail.Room, false, p)
	}
}

// leaveNoHeading gives headings at the very end, whose text the source lacks, a page of
// their own, sunk as an opening is: under other text they would look left behind. Where
// the section is nothing but headings they follow each other.
func (s *setter) leaveNoHeading() {
	var first *slab
	for _, n := range slices.Backward(s.g.nodes) {
		switch n := n.(type) {
		case *white:
			continue
		case *slab:
			if n.heading {
				first = n
				continue
			}
		}
		if first != nil {
			first.newPage = true
			first.above = s.job.print.Opening.Sink / s.line() * s.line()
		}
		return
	}
}

// titles sets the title, the names and the provenance at the head of a section.
func (s *setter) titles(sec *layout.Section, p place) place {
	st := &s.job.print.Blocks
	for i, b := range sec.Blocks {
		var own style.Block
		para, isPara := b.(*book.Paragraph)
		switch {
		case isTitle(b):
			h := b.(*book.Heading)
			in := p
			in.block = st.Title
			s.solid(s.text(h, h.Inlines, in, RoleH1), true, true)
			s.titled = i + 1
			continue
		case !isPara:
			return p
		case para.Attr.Has(book.ClassSubtitle):
			own = st.Subtitle
		case para.Attr.Has(book.ClassAuthor), para.Attr.Has(book.ClassRole):
			own = st.Author
		case para.Attr.Has(book.ClassSource), para.Attr.Has(book.ClassDate):
			own = st.Source
		default:
			return p
		}
		in := p
		in.block = own
		s.solid(s.text(para, para.Inlines, in, RoleP), true, true)
		s.titled = i + 1
	}
	return p
}

// across makes what has been set so far one slab across all columns, which the text
// follows in columns.
func (s *setter) across() {
	s.measure = s.g.column
	if s.g.columns < 2 || len(s.g.nodes) == 0 {
		return
	}
	s.space(0, true)
	s.g.span = &slab{parts: flatten(s.g.nodes), grid: true, keepNext: true, heading: true}
	s.g.nodes = []node{s.g.span}
	s.begun = false // the columns begin on one line
}

func isTitle(b book.Block) bool {
	h, ok := b.(*book.Heading)
	return ok && h.Level == 1
}

// sectionNotes sets the notes that stand at the section's end: all of them, or those
// that nothing calls.
func (s *setter) sectionNotes(sec *layout.Section, p place) {
	var list []*book.Note
	for _, n := range sec.Notes {
		if n.Kind != book.NoteTable && !s.hung[n] {
			list = append(list, n)
		}
	}
	if len(list) == 0 || s.job.volume.Notes.Place == book.NotesAfterVolume {
		return
	}
	if s.job.volume.Notes.Place == book.NotesAfterArticle && sec.NotesHeading != nil {
		s.heading(sec.NotesHeading, p)
	} else {
		s.below = max(s.below, s.line())
	}
	s.noteList(list, p)
}

// opening has the first paragraph of an article begin in small capitals, after a drop
// capital if the style wants one and the paragraph begins with a letter.
func (s *setter) opening(t *text) {
	t.opening, s.opens = s.opens, 0
	if t.opening > 0 && s.job.print.Opening.Initial == style.InitialDrop {
		s.dropCapital(t)
	}
}

// display sets the pages that show a few lines on much white: half-title, title page,
// imprint, dedication, part, colophon.
func (s *setter) display(sec *layout.Section, p place) {
	st := &s.job.print.Blocks
	s.below = 0
	switch sec.Kind {
	case layout.HalfTitle:
		p.block = st.HalfTitle
		s.stay(p.block)
	case layout.TitlePage:
		s.titlePage(sec, p)
		return
	case layout.Imprint:
		p.block = st.Imprint
		s.g.verso = true
		s.add(&white{stays: true, keep: true, fill: 1})
	case layout.Dedication, layout.Epigraph:
		s.add(&white{stays: true, keep: true, fill: 1})
		s.begun = false
		s.blocks(sec.Blocks, p)
		s.add(&white{fill: 2})
		return
	case layout.PartTitle:
		p.block = st.Part
		s.g.opens = s.job.print.Opening.PartPage
		s.stay(p.block)
	case layout.Colophon:
		p.block = st.Colophon
		s.g.opens = style.OpenNew
		s.add(&white{stays: true, keep: true, fill: 3})
	}
	s.begun = false
	for _, b := range sec.Blocks {
		s.shown(b, p)
	}
	if sec.Kind == layout.Colophon {
		s.add(&white{fill: 1})
	}
}

// stay keeps a block's white above it at the head of the page.
func (s *setter) stay(b style.Block) {
	s.add(&white{height: b.Above, stays: true, keep: true})
}

// shown sets a block of a page of display in the page's own type.
func (s *setter) shown(b book.Block, p place) {
	p.block.Above = 0
	switch b := b.(type) {
	case *book.Paragraph:
		t := s.text(b, b.Inlines, p, RoleP)
		t.balanced = t.align == linebreak.Centred
		s.paragraph(t).whole = true
	case *book.Heading:
		role := RoleH1
		if b.Level > 1 {
			role = RoleH2
		}
		t := s.text(b, b.Inlines, p, role)
		t.balanced = t.align != linebreak.Justified && !t.flush
		s.paragraph(t).whole = true
	default:
		s.blockAt(b, p)
	}
}

// titlePage sets names above, the title in the optical middle, and who publishes at the
// foot.
func (s *setter) titlePage(sec *layout.Section, p place) {
	st := &s.job.print.Blocks
	s.add(&white{stays: true, keep: true, fill: 2})
	s.begun = false
	foot := false
	for _, b := range sec.Blocks {
		a := b.Attributes()
		in := p
		switch {
		case isTitle(b):
			in.block = st.BookTitle
		case a.Has(book.ClassSubtitle):
			in.block = st.BookSubtitle
		case a.Has(book.ClassAuthor):
			in.block = st.BookAuthor
		case a.Has(book.ClassRole):
			in.block = st.BookRole
		default:
			in.block = st.Publisher
			if !foot {
				foot = true
				s.add(&white{keep: true, fill: 5})
			}
		}
		s.below = max(s.below, in.block.Above)
		s.shown(b, in)
	}
	if !foot {
		s.add(&white{fill: 5})
	}
}
