package clean

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// metadata is what a source says of itself.
type metadata struct {
	title, subtitle string
	authors         []string
	translators     []string
	date            string // ISO 8601, of publication
	lang            string // BCP 47
	publication     string // site or review
	url             string // canonical address
	doi, licence    string
	volume, issue   string
	pages           string
	abstract        string
	description     string // the head's, often the standfirst's words
	keywords        []string
	retrieved       string
}

// set writes a value that is not known yet.
func set(to *string, value string) {
	if v := squeeze(value); *to == "" && v != "" {
		*to = v
	}
}

// pageMeta gathers the named values of a page's head.
type pageMeta map[string][]string

// first is the first value under any of the names.
func (m pageMeta) first(names ...string) string {
	for _, n := range names {
		for _, v := range m[n] {
			if v = squeeze(v); v != "" {
				return v
			}
		}
	}
	return ""
}

// readMetadata reads what a page says of itself: JSON-LD, the citation_* and
// Dublin Core names that libraries read, Open Graph, microdata, then what is
// visible. The surer source is read first.
func readMetadata(doc *html.Node, address string) metadata {
	var m metadata
	head := pageMeta{}
	for _, n := range tags(doc, atom.Meta) {
		keys := strings.Fields(strings.ToLower(attr(n, "name") + " " + attr(n, "property")))
		if len(keys) == 0 {
			keys = strings.Fields(strings.ToLower(attr(n, "itemprop") + " " + attr(n, "http-equiv")))
		}
		for _, key := range keys {
			head[key] = append(head[key], attr(n, "content"))
		}
	}
	m.readLang(doc, head)
	linked := readLinkedData(doc)
	m.readAddress(doc, head, address)
	set(&m.url, webAddress(linked.url, ""))
	m.readHead(doc, head, linked)
	m.description = head.first("og:description", "description", "twitter:description")
	m.readVisible(doc)
	m.readKeywords(doc, head, linked)
	m.finish(doc, linked)
	return m
}

// readLang reads the page's language.
func (m *metadata) readLang(doc *html.Node, head pageMeta) {
	if h := first(doc, atom.Html); h != nil {
		set(&m.lang, attr(h, "lang"))
		set(&m.lang, attr(h, "xml:lang"))
	}
	if b := first(doc, atom.Body); b != nil {
		set(&m.lang, attr(b, "lang"))
	}
	set(&m.lang, head.first("content-language", "dc.language", "dcterms.language", "citation_language", "language"))
	set(&m.lang, strings.ReplaceAll(head.first("og:locale"), "_", "-"))
	m.lang = languageTag(m.lang)
}

// readHead reads the names of the head and JSON-LD.
func (m *metadata) readHead(doc *html.Node, head pageMeta, linked linkedData) {
	set(&m.title, linked.headline)
	set(&m.title, head.first("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title", "parsely-title", "sailthru.title"))
	m.addAuthors(linked.authors...)
	m.addAuthors(invertAll(head["citation_author"])...)
	m.addAuthors(invertAll(head["dc.creator"])...)
	m.addAuthors(invertAll(head["dcterms.creator"])...)
	m.addAuthors(head["author"]...)
	m.addAuthors(head["article:author"]...)
	m.addAuthors(head["parsely-author"]...)
	m.addAuthors(head["sailthru.author"]...)
	m.addAuthors(head["byl"]...)
	for _, v := range []string{linked.published, head.first("citation_publication_date", "citation_online_date", "citation_date", "article:published_time", "og:article:published_time", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "date", "pubdate", "publishdate", "publish-date", "publication_date", "parsely-pub-date", "sailthru.date", "datepublished", "article.published", "cxenseparse:recs:publishtime", "created")} {
		set(&m.date, isoDate(v, m.lang))
	}
	set(&m.publication, head.first("citation_journal_title", "prism.publicationname", "dc.source.title", "dcterms.ispartof"))
	set(&m.publication, linked.publication)
	set(&m.publication, head.first("og:site_name", "application-name", "twitter:app:name:iphone", "dc.publisher", "dcterms.publisher", "citation_publisher"))
	m.publication = withoutSlogan(m.publication)
	m.authors = slices.DeleteFunc(m.authors, func(a string) bool {
		return sameText(a, m.publication) || sameText(a, linked.publisher)
	})
	set(&m.doi, strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(head.first("citation_doi", "dc.identifier.doi", "prism.doi", "bepress_citation_doi"), "https://doi.org/"), "http://dx.doi.org/"), "doi:"))
	if id := head.first("dc.identifier"); m.doi == "" && strings.HasPrefix(id, "10.") {
		m.doi = id
	}
	set(&m.volume, head.first("citation_volume", "prism.volume"))
	set(&m.issue, head.first("citation_issue", "prism.number"))
	if from, to := head.first("citation_firstpage"), head.first("citation_lastpage"); from != "" {
		m.pages = from
		if to != "" && to != from {
			m.pages += "-" + to
		}
	}
	set(&m.licence, linked.licence)
	set(&m.licence, head.first("dc.rights", "dcterms.license", "dcterms.rights"))
	for _, n := range tags(doc, atom.A, atom.Link) {
		if slices.Contains(strings.Fields(attr(n, "rel")), "license") && strings.HasPrefix(attr(n, "href"), "http") {
			set(&m.licence, attr(n, "href"))
		}
	}
	for _, n := range tags(doc, atom.Footer) {
		set(&m.licence, licenceLink(n))
	}
	if len(m.lang) == 0 {
		m.lang = languageTag(linked.lang)
	}
}

// invertAll writes "Family, Given" as "Given Family".
func invertAll(list []string) []string {
	out := make([]string, 0, len(list))
	for _, s := range list {
		if family, given, ok := strings.Cut(s, ", "); ok && !strings.Contains(given, ",") && len(strings.Fields(family)) <= 3 && !strings.Contains(s, ";") {
			s = given + " " + family
		}
		out = append(out, s)
	}
	return out
}

// addAuthors adds names, if none are known yet.
func (m *metadata) addAuthors(list ...string) {
	if len(m.authors) > 0 {
		return
	}
	for _, s := range list {
		s = squeeze(html.UnescapeString(s))
		if s == "" || strings.Contains(s, "://") || strings.Contains(s, "@") || len(s) > 120 || isRole(s) {
			continue
		}
		if names := readByline(s, true); len(names) > 0 {
			for _, n := range names {
				m.addAuthor(n)
			}
			continue
		}
		m.addAuthor(s)
	}
}

func (m *metadata) addAuthor(n string) {
	if !slices.ContainsFunc(m.authors, func(a string) bool { return sameText(a, n) }) {
		m.authors = append(m.authors, n)
	}
}

// isRole reports names of accounts that are no author.
func isRole(s string) bool {
	low := strings.ToLower(s)
	if strings.Contains(" staff redaktion rédaction redacción redação redazione reports newsroom newsdesk ", " "+lastWord(low)+" ") {
		return true
	}
	switch low {
	case "editorial", "admin", "administrator", "administrateur", "webmaster", "editor", "staff", "redaction", "rédaction", "la rédaction", "redaktion", "redacción", "redação", "redazione", "author", "auteur", "wordpress", "root", "user", "anonymous", "unknown", "guest":
		return true
	}
	return false
}

// isoDate is the day of a date in any of the forms that pages have.
func isoDate(s, lang string) string {
	s = squeeze(s)
	if len(s) >= 10 && isYear(s[:4]) && (s[4] == '-' || s[4] == '/') && isNumber(s[5:7]) && isNumber(s[8:10]) {
		return s[:4] + "-" + s[5:7] + "-" + s[8:10]
	}
	if len(s) == 8 && isNumber(s) && isYear(s[:4]) {
		return s[:4] + "-" + s[4:6] + "-" + s[6:]
	}
	if d, _, _, ok := findDate(s, lang); ok {
		return d
	}
	if len(s) == 7 && isYear(s[:4]) && isNumber(s[5:]) {
		return s[:4] + "-" + s[5:]
	}
	if isYear(s) {
		return s
	}
	return ""
}
