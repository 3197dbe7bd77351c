package clean

import (
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readVisible completes the metadata by what a reader sees: the heading, the line
// with the author, the date, the subtitle.
func (m *metadata) readVisible(doc *html.Node, head pageMeta) {
	m.readTitle(doc)
	for _, n := range elements(doc, isBylineElement) {
		text := textOf(n)
		if name := m.takeTranslator(text); name != "" {
			continue
		}
		for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(",;|·•()–—", r) }) {
			if m.takeTranslator(part) != "" {
				text = strings.TrimRight(strings.Replace(text, part, "", 1), " ,;|·•()–—")
			}
		}
		if len(m.authors) > 0 || within(n, atom.Aside, atom.Footer, atom.Nav) != nil || inComments(n) {
			continue
		}
		for _, name := range readByline(text, true) {
			m.addAuthor(name)
		}
	}
	if len(m.authors) == 0 {
		for _, n := range elements(doc, func(n *html.Node) bool { return hasAuthorName(n) }) {
			if !inComments(n) && within(n, atom.Aside, atom.Footer, atom.Nav) == nil {
				m.addAuthors(readByline(textOf(n), false)...)
			}
		}
	}
	for _, n := range tags(doc, atom.P, atom.Div, atom.Span, atom.Em, atom.I) {
		if text := textOf(n); len(text) < 120 && len(m.translators) == 0 {
			if t := readTranslator(text); t != "" {
				m.translators = append(m.translators, t)
			}
		}
	}
	if len(m.authors) == 0 {
		m.bylineAfterTitle(doc)
	}
	if len(m.authors) == 0 {
		for _, n := range tags(doc, atom.P, atom.Div, atom.Span) {
			if text := textOf(n); len(text) < 120 && hasLead(text, postedLeads) && !inComments(n) {
				m.addAuthors(readByline(text, false)...)
			}
		}
	}
	if m.date == "" {
		m.readDate(doc)
	}
}

// endsPart reports whether a part of a page's title ends so.
func endsPart(full, b string) bool {
	if strings.HasSuffix(bare(full), b) {
		return true
	}
	for _, sep := range titleSeps {
		for part := range strings.SplitSeq(full, sep) {
			if strings.HasSuffix(bare(part), b) {
				return true
			}
		}
	}
	return false
}

// takeTranslator keeps the translator that a line names, and returns the name.
func (m *metadata) takeTranslator(text string) string {
	name := readTranslator(text)
	if name != "" && !slices.Contains(m.translators, name) {
		m.translators = append(m.translators, name)
	}
	return name
}

// isBylineElement reports elements that are named for the author.
func isBylineElement(n *html.Node) bool {
	if len(n.Attr) == 0 || is(n, atom.Meta, atom.Link, atom.Script, atom.Body, atom.Html, atom.Img) {
		return false
	}
	if slices.Contains(strings.Fields(attr(n, "rel")), "author") || attr(n, "itemprop") == "author" {
		return true
	}
	for token := range strings.FieldsSeq(strings.ToLower(attr(n, "class") + " " + attr(n, "id"))) {
		switch token {
		case "byline", "author", "auteur", "auteurs", "autor", "autore", "authors", "author-name", "byline-name", "post-author", "entry-author", "article-author", "vcard", "p-author", "byline__name", "author__name", "fn", "ltx_personname", "auteurs-article", "firma", "autoria", "verfasser", "article__author", "article__byline", "crayon-auteur", "article-byline", "post-byline", "translator", "traducteur", "author-link", "byline-author", "c-byline":
			return true
		}
	}
	return false
}

// hasAuthorName reports whether an element's names speak of an author.
func hasAuthorName(n *html.Node) bool {
	if len(n.Attr) == 0 || is(n, atom.Body, atom.Html, atom.Article, atom.Main) {
		return false
	}
	s := names(n)
	for _, w := range [...]string{"author", "auteur", "autor", "autore", "byline", "firma", "verfasser", "signature"} {
		if strings.Contains(s, w) {
			return len(textOf(n)) < 160
		}
	}
	return false
}

// inComments reports whether an element stands among readers' comments.
func inComments(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n.Type == html.ElementNode && strings.Contains(names(n), "comment") {
			return true
		}
	}
	return false
}

// readTitle prefers the visible heading where it says the same as the head, and
// takes the name of the site from the head's title.
func (m *metadata) readTitle(doc *html.Node) {
	t := first(doc, atom.Title)
	full := ""
	if t != nil {
		full = textOf(t)
	}
	if m.title == "" {
		m.title = full
	}
	var headings []*html.Node
	for _, kind := range [...]atom.Atom{atom.H1, atom.H2} {
		for _, h := range tags(doc, kind) {
			if text := textOf(h); text != "" && within(h, atom.Nav, atom.Aside) == nil {
				headings = append(headings, h)
			}
		}
	}
	if m.title == "" {
		if n := firstNamed(doc, "title", "MsoTitle", "entry-title", "article-title", "doc-title", "titre", "titolo", "titel", "titulo"); n != nil && len(textOf(n)) < 250 {
			m.title = textOf(n)
		}
	}
	if len(headings) > 0 && m.title == full && is(headings[0], atom.H1) { // "Archive: Author: Title (1911) — Site"
		if b := bare(withoutMarks(headings[0])); len(tags(doc, atom.H1)) == 1 && (len(b) >= 4 && endsPart(full, b) || len(b) >= 8 && strings.Contains(bare(full), b)) {
			m.title = withoutMarks(headings[0])
			return
		}
	}
	for _, h := range headings {
		text := withoutMarks(h)
		b := bare(text)
		if b != "" && (strings.HasPrefix(bare(m.title), b) || strings.HasPrefix(bare(full), b) || strings.HasPrefix(b, bare(m.title)) && m.title != "") && len(b) >= 4 {
			if is(h, atom.H1) || len(b)*3 >= len(bare(m.title)) {
				m.title = text
				return
			}
		}
	}
	if m.title == "" && len(headings) > 0 && len(textBeforeIn(doc, headings[0])) < 300 {
		m.title = textOf(headings[0])
	}
}

// postedLeads begin the lines below a post that name who wrote it.
var postedLeads = []string{"posted by", "written by", "published by", "publié par", "écrit par", "posté par", "postado por", "publicado por", "publicada por", "escrito por", "pubblicato da", "postato da", "scritto da", "veröffentlicht von", "geschrieben von", "eingestellt von"}

// withoutMarks is the text of a heading without what is raised in it: the mark of
// a note on the title.
func withoutMarks(h *html.Node) string {
	c := cloneTree(h)
	for _, s := range tags(c, atom.Sup) {
		if noteLabel(textOf(s)) != "" {
			remove(s)
		}
	}
	return textOf(c)
}

// bylineAfterTitle reads an author from the short blocks after the first heading.
func (m *metadata) bylineAfterTitle(doc *html.Node) {
	after, looked := false, 0
	walk(doc, func(n *html.Node) bool {
		if isBlock(n) && sameText(textOf(n), m.title) {
			after = true
			return false
		}
		if !after || looked > 6 || !isBlock(n) || slices.ContainsFunc(children(n), isBlock) {
			return true
		}
		if text := textOf(n); text != "" {
			looked++
			for _, name := range readByline(text, false) {
				m.addAuthor(name)
			}
		}
		return false
	})
	list := tags(doc, atom.H1, atom.H2, atom.H3) // a name over or under the title
	for i, h := range list {
		if !sameText(textOf(h), m.title) || len(m.authors) > 0 {
			continue
		}
		for _, k := range [...]int{i - 1, i + 1} {
			if k >= 0 && k < len(list) && isName(textOf(list[k])) && utf8.RuneCountInString(textOf(list[k])) < 40 && nearby(doc, h, list[k]) && len(tags(doc, list[k].DataAtom)) == 1 && len(m.authors) == 0 {
				m.addAuthor(textOf(list[k]))
			}
		}
	}
}

// nearby reports whether hardly any text stands between two elements.
func nearby(doc, a, b *html.Node) bool {
	from, to := len(textBeforeIn(doc, a)), len(textBeforeIn(doc, b))
	return max(from, to)-min(from, to) < 120
}

// textBeforeIn is the text of a page's body before an element.
func textBeforeIn(doc, n *html.Node) string {
	if b := first(doc, atom.Body); b != nil {
		doc = b
	}
	return squeeze(between(doc, n))
}

// readDate reads the first date that a page shows as its own.
func (m *metadata) readDate(doc *html.Node) {
	for _, n := range tags(doc, atom.Time) {
		if !inComments(n) && within(n, atom.Aside, atom.Footer, atom.Nav) == nil {
			set(&m.date, isoDate(attr(n, "datetime"), m.lang))
			set(&m.date, isoDate(textOf(n), m.lang))
		}
	}
	for _, n := range elements(doc, func(n *html.Node) bool {
		s := names(n)
		return (strings.Contains(s, "date") || strings.Contains(s, "publi") || strings.Contains(s, "posted") || strings.Contains(s, "time") || strings.Contains(s, "meta") || strings.Contains(s, "byline") || attr(n, "itemprop") == "datePublished") && len(textOf(n)) < 160
	}) {
		if !inComments(n) {
			set(&m.date, isoDate(attr(n, "content"), m.lang))
			if d, _, _, ok := findDate(textOf(n), m.lang); ok {
				set(&m.date, d)
			}
		}
	}
	if m.date != "" {
		return
	}
	after, looked := false, 0
	walk(doc, func(n *html.Node) bool {
		if isHeading(n) && sameText(textOf(n), m.title) {
			after = true
		}
		if after && looked < 8 && isBlock(n) && !slices.ContainsFunc(children(n), isBlock) {
			text := textOf(n)
			looked++
			if d, _, _, ok := findDate(text, m.lang); ok && len(text) < 160 && (isDateLine(text) || isByline(text)) {
				set(&m.date, d)
			}
		}
		return m.date == ""
	})
}

// titleSeps divide a title from the name of its site.
var titleSeps = []string{" | ", " – ", " — ", " - ", " :: ", " « ", " » ", " • ", " · "}

// finish takes the site's name off the title, finds a name for the site, and
// keeps nothing twice.
func (m *metadata) finish(doc *html.Node, head pageMeta) {
	host := hostName(m.url)
	full := ""
	if t := first(doc, atom.Title); t != nil {
		full = textOf(t)
	}
	if m.publication == "" && m.title != "" {
		if rest, ok := strings.CutPrefix(full, m.title); ok {
			for _, sep := range titleSeps {
				if site, ok := strings.CutPrefix(rest, sep); ok && len(site) < 60 {
					set(&m.publication, lastPart(site))
				}
			}
		}
	}
	m.title = withoutSite(m.title, m.publication, host)
	if sameText(m.publication, m.title) {
		m.publication = ""
	}
	if m.publication == "" {
		m.publication = host
	}
	m.authors = slices.DeleteFunc(m.authors, func(a string) bool { return sameText(a, m.publication) && len(m.authors) > 1 })
	if n := firstNamed(doc, "standfirst", "article-standfirst", "article__standfirst", "dek", "article-dek", "deck", "article__deck", "article-deck", "sottotitolo-articolo", "entradilla", "vorspann", "chapo", "chapeau", "lead", "lede", "intro", "resume", "abstract", "zusammenfassung", "riassunto", "resumen", "resumo", "summary"); n != nil && len(textOf(n)) > 30 && len(textOf(n)) < 600 {
		set(&m.abstract, textOf(n))
	}
	if n := firstNamed(doc, "subtitle", "sous-titre", "soustitre", "entry-subtitle", "article-subtitle", "post-subtitle", "untertitel", "sottotitolo", "subtitulo"); n != nil && len(textOf(n)) < 300 && !sameText(textOf(n), m.title) {
		if text := textOf(n); len(m.authors) == 0 && isName(text) {
			m.addAuthor(text)
		} else {
			set(&m.subtitle, text)
		}
	}
}

// lastPart is what stands after the last separator.
func lastPart(s string) string {
	for _, sep := range titleSeps {
		if i := strings.LastIndex(s, sep); i >= 0 {
			s = s[i+len(sep):]
		}
	}
	return s
}

// withoutSite takes the name of the site off the end or the beginning of a title.
func withoutSite(title, site, host string) string {
	label, _, _ := strings.Cut(host, ".")
	for _, sep := range titleSeps {
		if i := strings.LastIndex(title, sep); i > 0 {
			tail := title[i+len(sep):]
			if sameText(tail, site) || sameText(tail, host) || label != "" && bare(tail) == bare(label) || site != "" && len(tail) < 40 && strings.HasPrefix(bare(tail), bare(site)) {
				title = strings.TrimSpace(title[:i])
			}
		}
		if head, rest, ok := strings.Cut(title, sep); ok && site != "" && sameText(head, site) {
			title = rest
		}
	}
	return title
}

// hostName is the host of an address without "www.".
func hostName(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// firstNamed is the first element with one of the classes.
func firstNamed(doc *html.Node, classes ...string) *html.Node {
	var found *html.Node
	walk(doc, func(n *html.Node) bool {
		if found == nil && n.Type == html.ElementNode && slices.ContainsFunc(classes, func(c string) bool { return hasClass(n, c) }) && textOf(n) != "" {
			found = n
		}
		return found == nil
	})
	return found
}
