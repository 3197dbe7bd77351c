package epub

import (
	"fmt"
	"regexp"
	"strings"

	"cahier/book"
)

// metadata writes the metadata element of the package document (EPUB 3.3, section 5.5).
type metadata struct {
	xhtml
	edition *edition
	people  int
}

func (m *metadata) write() {
	f := &m.edition.volume.Front
	m.open("metadata", "xmlns:dc", "http://purl.org/dc/elements/1.1/")
	m.WriteByte('\n')
	m.identifiers(f)
	m.titles(f)
	m.dc("language", languageTag(f.Lang, "und"))
	for _, c := range f.Contributors {
		m.person(f, c)
	}
	m.publication(f)
	m.republication(f.Republished)
	m.property("dcterms:modified", m.edition.volume.Modified)
	m.series(f.Series)
	m.accessibility(&f.Access)
	if len(m.edition.options.Fonts) > 0 { // without it Apple Books passes over the book's faces
		m.property("ibooks:specified-fonts", "true")
	}
	if m.edition.options.Cover != nil {
		// name before content: a Nook wants them in this order.
		m.legacy("cover", coverID)
	}
	m.line()
}

// dc writes a Dublin Core element; nothing for an empty value.
func (m *metadata) dc(name, value string, attrs ...string) {
	if value = strings.TrimSpace(value); value == "" {
		return
	}
	m.element("dc:"+name, value, attrs...)
	m.WriteByte('\n')
}

// property writes a meta element of EPUB 3; nothing for an empty value.
func (m *metadata) property(name, value string, attrs ...string) {
	if value = strings.TrimSpace(value); value == "" {
		return
	}
	m.element("meta", value, append([]string{"property", name}, attrs...)...)
	m.WriteByte('\n')
}

// legacy writes a meta element of EPUB 2.
func (m *metadata) legacy(name, content string) {
	m.empty("meta", "name", name, "content", content)
	m.WriteByte('\n')
}

// identifiers writes the one that the book keeps through all its builds, then the
// others that it was given. identifier-type is of ONIX list 5.
func (m *metadata) identifiers(f *book.FrontMatter) {
	m.dc("identifier", m.edition.volume.Identifier, "id", "book-id")
	for i, id := range f.Identifiers {
		value, kind := id.Value, ""
		switch id.Scheme {
		case "isbn":
			value, kind = "urn:isbn:"+id.Value, "15"
		case "doi":
			value, kind = "https://doi.org/"+id.Value, "06"
		case "uuid":
			value = "urn:uuid:" + strings.ToLower(id.Value)
		}
		if value == m.edition.volume.Identifier || strings.TrimSpace(value) == "" {
			continue
		}
		ref := fmt.Sprintf("identifier-%d", i+1)
		m.dc("identifier", value, "id", ref)
		m.property("identifier-type", kind, "refines", "#"+ref, "scheme", "onix:codelist5")
	}
}

func (m *metadata) titles(f *book.FrontMatter) {
	for i, t := range []struct {
		kind string
		text []book.Inline
	}{{"main", f.Title}, {"subtitle", f.Subtitle}, {"short", f.ShortTitle}} {
		if plain(t.text) == "" {
			continue
		}
		id := "title-" + t.kind
		m.dc("title", plain(t.text), "id", id)
		m.property("title-type", t.kind, "refines", "#"+id)
		m.property("display-seq", fmt.Sprint(i+1), "refines", "#"+id)
	}
}

// person writes a contributor with role and sorted name, and what else is known of them in words
// of vocabularies that EPUB reserves prefixes for (EPUB 3.3, section D.1.4): Dublin Core and
// schema.org. An editor is the creator of a book that has no author.
func (m *metadata) person(f *book.FrontMatter, c book.Contributor) {
	name := c.Name.String()
	if strings.TrimSpace(name) == "" {
		return
	}
	element := "contributor"
	if c.Role == book.RoleAuthor || c.Role == book.RoleEditor && len(f.By(book.RoleAuthor)) == 0 {
		element = "creator"
	}
	m.people++
	id := fmt.Sprintf("person-%d", m.people)
	m.dc(element, name, "id", id)
	m.property("role", string(c.Role), "refines", "#"+id, "scheme", "marc:relators")
	m.property("file-as", c.FileAs(), "refines", "#"+id)
	if c.ORCID != "" {
		m.property("dcterms:identifier", "https://orcid.org/"+c.ORCID, "refines", "#"+id)
	}
	m.property("schema:affiliation", c.Affiliation, "refines", "#"+id)
	m.property("schema:url", c.URL, "refines", "#"+id)
}

func (m *metadata) publication(f *book.FrontMatter) {
	publisher := f.Publisher
	if r := f.Republished; publisher == "" && r != nil {
		publisher = or(r.Publisher, r.Publication)
	}
	m.dc("publisher", publisher)
	m.dc("date", w3cDate(f.Date))
	m.dc("rights", f.Rights)
	m.property("dcterms:license", or(f.LicenceURL, f.Licence))
	m.dc("description", plainBlocks(f.Abstract))
	for _, k := range f.Keywords {
		m.dc("subject", k)
	}
}

// republication says where the text was published before (DCMI Metadata Terms).
func (m *metadata) republication(r *book.Provenance) {
	if r == nil {
		return
	}
	m.dc("source", r.URL)
	if r.DOI != "" {
		m.dc("source", "https://doi.org/"+r.DOI)
	}
	m.property("dcterms:isVersionOf", or(r.URL, r.Title))
	m.property("dcterms:bibliographicCitation", citation(r))
	m.property("dcterms:issued", w3cDate(r.Date))
	m.property("dcterms:alternative", r.OriginalTitle)
	m.property("dcterms:license", r.Licence)
	m.property("dcterms:accessRights", r.Permission)
	for _, c := range r.Changes {
		m.property("dcterms:provenance", c)
	}
}

// citation names a publication in words that need no language: "Review, 12 (3),
// 2018-01-02, 4–9".
func citation(r *book.Provenance) string {
	issue := r.Volume
	if r.Issue != "" {
		issue = strings.TrimSpace(issue + " (" + r.Issue + ")")
	}
	var parts []string
	for _, p := range []string{r.Title, r.Publication, r.Publisher, issue, r.Date.ISO(), r.Page} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, ", ")
}

// w3cDate is a date in the form of W3C-DTF, "" for a year that it cannot write.
func w3cDate(d book.Date) string {
	if d.Year < 1 || d.Year > 9999 {
		return ""
	}
	return d.ISO()
}

var groupPosition = regexp.MustCompile(`^\d+(\.\d+){0,2}$`)

// series writes the series twice: as EPUB 3 has it, and as calibre reads it.
func (m *metadata) series(s book.Series) {
	if s.Title == "" {
		return
	}
	m.property("belongs-to-collection", s.Title, "id", "series")
	m.property("collection-type", "series", "refines", "#series")
	m.legacy("calibre:series", s.Title)
	if groupPosition.MatchString(s.Position) {
		m.property("group-position", s.Position, "refines", "#series")
		m.legacy("calibre:series_index", s.Position)
	}
}

// plainBlocks is the text of blocks, a line for each leaf.
func plainBlocks(list []book.Block) string {
	var lines []string
	book.Blocks(list, func(b book.Block) bool {
		if text := strings.TrimSpace(book.LeafText(b)); text != "" {
			lines = append(lines, text)
		}
		return true
	})
	return strings.Join(lines, "\n")
}
