package pdf

import (
	"slices"
	"strings"

	"cahier/book"
	"cahier/book/layout"
)

// metadata is what a document says of itself, once: Info and XMP are both written from
// it, so that they cannot differ.
type metadata struct {
	title, lang   string
	creators      []string // authors; of a collection without author, its editors
	contributors  []string // everyone else, in written order
	subject       string
	keywords      []string
	published     string // date of first publication, ISO, as precise as known
	created       string // "2018-01-02T00:00:00Z": the build's date by the design's rule
	publisher     string
	rights        string
	licenceURL    string
	usageTerms    string
	identifier    string
	isbn, doi     string
	series, place string // a series and the position in it
	program       string
	from          *book.Provenance // of the only article, or shared by all
	sources       []string         // addresses of each republished article
	claims        bool             // PDF/UA-1 and level A
}

// gatherMetadata reads the front matter of a volume.
func gatherMetadata(v *layout.Volume, program string) metadata {
	f := &v.Front
	m := metadata{
		title: fullTitle(f), lang: f.Lang, subject: blocksText(f.Abstract), keywords: f.Keywords,
		published: f.Date.ISO(), created: v.Modified, publisher: f.Publisher, rights: f.Rights,
		licenceURL: f.LicenceURL, identifier: v.Identifier,
		series: f.Series.Title, place: f.Series.Position, program: program,
	}
	if m.created == "" {
		m.created = "1980-01-01T00:00:00Z"
	}
	m.creators, m.contributors = people(f)
	for _, id := range f.Identifiers {
		switch strings.ToLower(id.Scheme) {
		case "isbn":
			m.isbn = id.Value
		case "doi":
			m.doi = id.Value
		}
	}
	m.from, m.sources = provenance(v)
	m.usageTerms = usageTerms(f.Licence, f.LicenceURL, m.from)
	return m
}

// fullTitle joins title and subtitle as the language does.
func fullTitle(f *book.FrontMatter) string {
	title, sub := words(f.Title), words(f.Subtitle)
	switch {
	case sub == "":
		return title
	case strings.HasPrefix(f.Lang, "fr"):
		return title + "\u00a0: " + sub
	}
	return title + ": " + sub
}

func words(list []book.Inline) string {
	return strings.Join(strings.Fields(book.PlainText(list)), " ")
}

// blocksText is the text of blocks in one line.
func blocksText(list []book.Block) string {
	var parts []string
	book.Blocks(list, func(b book.Block) bool {
		if t := strings.Join(strings.Fields(book.LeafText(b)), " "); t != "" {
			parts = append(parts, t)
		}
		return true
	})
	return strings.Join(parts, " ")
}

// people parts creators from contributors. A collection without author is its editors' work.
func people(f *book.FrontMatter) (creators, contributors []string) {
	creatorRole := book.RoleAuthor
	if len(f.By(book.RoleAuthor)) == 0 {
		creatorRole = book.RoleEditor
	}
	for _, c := range f.Contributors {
		if n := c.Name.String(); n == "" {
			continue
		} else if c.Role == creatorRole {
			creators = append(creators, n)
		} else if !slices.Contains(contributors, n) {
			contributors = append(contributors, n)
		}
	}
	return creators, contributors
}

// provenance is that of the whole volume, when its articles share one, and the addresses
// of all of them, each once.
func provenance(v *layout.Volume) (*book.Provenance, []string) {
	shared := v.Front.Republished
	differ := false
	var sources []string
	add := func(p *book.Provenance) {
		if p == nil {
			return
		}
		for _, s := range []string{p.URL, p.CopiedFrom, onlyIf(p.DOI != "", "https://doi.org/"+p.DOI)} {
			if s != "" && !slices.Contains(sources, s) {
				sources = append(sources, s)
			}
		}
	}
	add(shared)
	first := true
	for _, s := range v.Sections {
		if s.Article == nil {
			continue
		}
		p := s.Article.Front.Republished
		add(p)
		if first && shared == nil {
			shared = p
		}
		differ = differ || !sameProvenance(p, shared)
		first = false
	}
	if differ {
		shared = v.Front.Republished
	}
	return shared, sources
}

// sameProvenance compares what is published of a provenance, not when it was looked at.
func sameProvenance(a, b *book.Provenance) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.URL == b.URL && a.DOI == b.DOI && a.Publication == b.Publication && a.Volume == b.Volume &&
		a.Issue == b.Issue && a.Page == b.Page && a.Date.Compare(b.Date) == 0
}

// usageTerms says in one line under which licence the text stands, by whose permission,
// and what was changed.
func usageTerms(licence, address string, p *book.Provenance) string {
	var parts []string
	add := func(s string) {
		if s = strings.TrimSpace(s); s != "" && !slices.Contains(parts, s) {
			parts = append(parts, s)
		}
	}
	if licence != address {
		add(licence)
	}
	if p != nil {
		add(p.Licence)
		add(p.Permission)
		add(strings.Join(p.Changes, "; "))
	}
	return strings.Join(parts, ". ")
}

// author and keyword are the single strings that Info has for lists.
func (m *metadata) author() string  { return strings.Join(m.creators, "; ") }
func (m *metadata) keyword() string { return strings.Join(m.keywords, ", ") }

// write emits the Info dictionary (ISO 32000-1, 14.3.3).
func (m *metadata) write(e *emitter) int {
	b := []byte("<<")
	for _, entry := range []struct{ key, value string }{
		{"Title", m.title}, {"Author", m.author()}, {"Subject", m.subject}, {"Keywords", m.keyword()},
		{"Creator", m.program}, {"Producer", m.program},
		{"CreationDate", infoDate(m.created)}, {"ModDate", infoDate(m.created)},
	} {
		if entry.value != "" {
			b = appendText(append(b, "/"+entry.key...), textString(entry.value))
		}
	}
	return e.add(append(b, ">>"...))
}

// infoDate turns "2018-01-02T03:04:05Z" into "D:20180102030405Z" (7.9.4).
func infoDate(iso string) string {
	return "D:" + strings.NewReplacer("-", "", ":", "", "T", "").Replace(iso)
}
