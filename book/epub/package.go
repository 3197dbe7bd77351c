package epub

import (
	"path"
	"strings"

	"cahier/book/layout"
)

// packageDocument is package.opf (EPUB 3.3, section 5), whole: go-epub's knows one
// author, no roles, no language and no dates.
func (e *edition) packageDocument() string {
	m := &metadata{xhtml: xhtml{narrow: e.options.NarrowSpaces}, edition: e}
	lang := languageTag(e.volume.Front.Lang, "und")
	dir := direction(lang)
	m.WriteString(xmlHead)
	m.open("package", "xmlns", "http://www.idpf.org/2007/opf", "version", "3.0", "unique-identifier", "book-id", "xml:lang", lang, "dir", or(dir, "ltr"), "prefix", e.prefixes())
	m.WriteByte('\n')
	m.write()
	items := e.manifest()
	e.writeManifest(&m.xhtml, items)
	m.open("spine", "toc", "ncx", "page-progression-direction", dir)
	m.WriteByte('\n')
	for _, ref := range e.spine() {
		m.empty("itemref", "idref", ref.id, "linear", ref.linear)
		m.WriteByte('\n')
	}
	m.line()
	m.open("guide")
	m.WriteByte('\n')
	for _, l := range e.places() {
		m.empty("reference", "type", l.guide, "title", l.label, "href", l.target)
		m.WriteByte('\n')
	}
	m.line()
	m.line()
	return m.String()
}

// prefixes declares the one vocabulary in use that EPUB 3.3 does not reserve.
func (e *edition) prefixes() string {
	if len(e.options.Fonts) == 0 {
		return ""
	}
	return "ibooks: http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/"
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// item is a line of the manifest.
type item struct{ id, href, mediaType, properties string }

// manifest lists every file in a stable order: navigation, text in reading order, the
// rest by name. Ids are made of the file names.
func (e *edition) manifest() []item {
	list := []item{
		{"nav", "nav.xhtml", mediaType("nav.xhtml"), "nav"},
		{"ncx", "toc.ncx", mediaType("toc.ncx"), ""},
	}
	for _, d := range e.docs {
		list = append(list, item{docID(d), "xhtml/" + d.file, mediaType(d.file), ""})
	}
	for _, name := range sortedNames(e.media()) {
		it := item{"file-" + strings.Map(nameOnly, path.Base(name)), name, mediaType(name), ""}
		if e.options.Cover != nil && name == "images/"+coverFile(e.options.Cover) {
			it.id, it.properties = coverID, "cover-image"
		}
		list = append(list, it)
	}
	return list
}

// coverID names the cover image in the manifest.
const coverID = "cover-image"

// docID begins with a word of its own: a file may be named after an id of the package.
func docID(d *document) string { return "text-" + strings.TrimSuffix(d.file, ".xhtml") }

func nameOnly(r rune) rune {
	if r == '.' {
		return '-'
	}
	return r
}

func (e *edition) writeManifest(x *xhtml, items []item) {
	x.open("manifest")
	x.WriteByte('\n')
	for _, it := range items {
		x.empty("item", "id", it.id, "href", it.href, "media-type", it.mediaType, "properties", it.properties)
		x.WriteByte('\n')
	}
	x.line()
}

type itemref struct{ id, linear string }

// spine is the reading order. The contents stand before the text of a collection; for a
// single article they are the reader's menu, and can still be opened.
func (e *edition) spine() []itemref {
	var list []itemref
	contents := itemref{"nav", ""}
	collection := e.collection()
	for _, d := range e.docs {
		if collection && contents.id != "" && d.section != nil && d.section.Kind.Matter() != layout.FrontMatter {
			list = append(list, contents)
			contents.id = ""
		}
		list = append(list, itemref{docID(d), ""})
	}
	if contents.id != "" {
		list = append(list, itemref{"nav", "no"})
	}
	return list
}
