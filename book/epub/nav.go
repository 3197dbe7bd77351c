package epub

import (
	"strings"

	"cahier/book/layout"
)

// point is an entry of the navigation as this edition has it.
type point struct {
	entry  *layout.OutlineEntry
	label  string // plain
	target string
	points []*point
}

// points are the entries of the outline that stand in the EPUB.
func (e *edition) points(list []*layout.OutlineEntry) []*point {
	var out []*point
	for _, o := range list {
		target := e.target(o.Target)
		if o.PrintOnly || target == "" {
			continue
		}
		label := plain(o.Title)
		if label == "" {
			label = or(e.alts[o.Target], "…")
		}
		out = append(out, &point{o, label, target, e.points(o.Entries)})
	}
	return out
}

// nav is the navigation document (EPUB 3.3, section 7): contents, landmarks and, with
// a page map, the list of pages.
func (e *edition) nav() string {
	x := &xhtml{narrow: e.options.NarrowSpaces}
	words := e.volume.Words
	e.begin(x, words.Contents, languageTag(e.volume.Front.Lang, "und"), styleFile)
	x.open("body", "class", "page-contents", "epub:type", "frontmatter")
	x.WriteByte('\n')
	x.open("nav", "id", "toc", "epub:type", "toc", "role", "doc-toc", "aria-labelledby", "toc-title")
	x.element("h1", words.Contents, "id", "toc-title", "class", "title")
	e.navList(x, e.points(e.volume.Outline))
	x.line()
	e.landmarks(x)
	if len(e.pages) > 0 {
		e.pageList(x)
	}
	x.line()
	x.line()
	return x.String()
}

func (e *edition) navList(x *xhtml, list []*point) {
	x.WriteByte('\n')
	x.open("ol")
	x.WriteByte('\n')
	for _, pt := range list {
		x.open("li")
		x.open("a", "href", pt.target)
		e.navLabel(x, pt)
		x.close()
		if len(pt.points) > 0 {
			e.navList(x, pt.points)
		}
		x.line()
	}
	x.line()
}

// navLabel keeps the emphasis of a title.
func (e *edition) navLabel(x *xhtml, pt *point) {
	if plain(pt.entry.Title) == "" {
		x.text(pt.label)
		return
	}
	p := newPrinter(&edition{volume: e.volume, options: Options{NarrowSpaces: e.options.NarrowSpaces}}, &document{})
	p.inlines(pt.entry.Title)
	x.WriteString(strings.TrimSpace(p.String()))
}

// landmark is one place that a reader wants to find at once; guide is its name in the
// guide of EPUB 2.
type landmark struct{ types, guide, target, label string }

// places are the landmarks of the edition. Each has one type: Apple Books passes over
// those with two.
func (e *edition) places() []landmark {
	w := e.volume.Words
	var list []landmark
	if e.options.Cover != nil {
		list = append(list, landmark{"cover", "cover", "xhtml/cover.xhtml", w.Cover})
	}
	add := func(types, guide, label string, d *document, id string) {
		if d != nil {
			target := "xhtml/" + d.file
			if id != "" {
				target += "#" + id
			}
			list = append(list, landmark{types, guide, target, label})
		}
	}
	is := func(k layout.Kind) func(*layout.Section) bool {
		return func(s *layout.Section) bool { return s.Kind == k }
	}
	add("titlepage", "title-page", w.TitlePage, e.first(is(layout.TitlePage)), "")
	list = append(list, landmark{"toc", "toc", "nav.xhtml#toc", w.Contents})
	add("bodymatter", "text", w.Beginning, e.first(func(s *layout.Section) bool { return s.Kind.Matter() == layout.BodyMatter }), "")
	if d := e.first(func(s *layout.Section) bool { return len(s.Notes) > 0 && s.NotesHeading != nil }); d != nil {
		add("endnotes", "notes", plain(d.section.NotesHeading.Inlines), d, d.section.NotesHeading.Attr.ID)
	}
	if d := e.first(is(layout.Works)); d != nil {
		add("bibliography", "bibliography", d.title, d, "")
	}
	if d := e.first(is(layout.Colophon)); d != nil {
		add("colophon", "colophon", d.title, d, "")
	}
	return list
}

func (e *edition) landmarks(x *xhtml) {
	x.open("nav", "epub:type", "landmarks", "aria-label", e.volume.Words.Landmarks, "class", "unseen", "hidden", "hidden")
	x.WriteByte('\n')
	x.open("ol")
	x.WriteByte('\n')
	for _, l := range e.places() {
		x.open("li")
		x.element("a", l.label, "epub:type", l.types, "href", l.target)
		x.line()
	}
	x.line()
	x.line()
}

func (e *edition) pageList(x *xhtml) {
	x.open("nav", "epub:type", "page-list", "role", "doc-pagelist", "aria-label", e.volume.Words.PageList, "class", "unseen", "hidden", "hidden")
	x.WriteByte('\n')
	x.open("ol")
	x.WriteByte('\n')
	for _, pg := range e.pages {
		x.open("li")
		x.element("a", pg.folio, "href", "xhtml/"+pg.file+"#"+pg.id)
		x.line()
	}
	x.line()
	x.line()
}
