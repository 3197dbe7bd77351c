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
func (m *metadata) readVisible(doc *html.Node) {
	m.readTitle(doc)
	m.namedBylines(doc)
	if len(m.authors) == 0 {
		m.namedAuthors(doc)
	}
	m.shownTranslator(doc)
	if len(m.authors) == 0 {
		m.wikiAuthor(doc)
	}
	if len(m.authors) == 0 {
		m.bylineAfterTitle(doc)
	}
	if len(m.authors) == 0 {
		m.postedBy(doc)
	}
	if m.date == "" {
		m.readDate(doc)
	}
}

// namedBylines reads the elements that are named as bylines: the first that holds a
// name, those of its kind right after it, and one that says more names than the head.
func (m *metadata) namedBylines(doc *html.Node) {
	var found *html.Node
	for _, n := range elements(doc, isBylineElement) {
		text := withoutLabel(n)
		if name := m.takeTranslator(text); name != "" {
			continue
		}
		for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(",;|·•()–—", r) }) {
			if m.takeTranslator(part) != "" {
				text = strings.TrimRight(strings.Replace(text, part, "", 1), " ,;|·•()–—")
			}
		}
		alike := found != nil && names(found) == names(n)
		besides := alike && nearby(doc, found, n) // the next of several
		if alike && !besides {
			found = nil // those that follow stand farther off
		}
		if offArticle(n) {
			continue
		}
		list := readByline(text, true)
		switch {
		case len(m.authors) > 0 && len(list) > len(m.authors) && !slices.ContainsFunc(m.authors, func(a string) bool { return !slices.Contains(list, a) }):
			m.authors = list // the head names the first of several
		case len(m.authors) == 0 || besides:
			for _, name := range list {
				m.addAuthor(name)
				found = n
			}
		}
	}
}

// namedAuthors reads the elements that are named as an author's name.
func (m *metadata) namedAuthors(doc *html.Node) {
	for _, n := range elements(doc, hasAuthorName) {
		if !offArticle(n) {
			m.addAuthors(readByline(withoutLabel(n), endsAuthor(n))...)
		}
	}
}

// shownTranslator reads the first line that says who translated the article.
func (m *metadata) shownTranslator(doc *html.Node) {
	for _, n := range tags(doc, atom.P, atom.Div, atom.Span, atom.Em, atom.I) {
		if text := textOf(n); len(text) < 120 && len(m.translators) == 0 {
			if t := readTranslator(text); t != "" {
				m.translators = append(m.translators, t)
			}
		}
	}
}

// postedBy reads the lines by which systems say who put an article up.
func (m *metadata) postedBy(doc *html.Node) {
	for _, n := range tags(doc, atom.P, atom.Div, atom.Span) {
		if text := textOf(n); len(text) < 120 && hasLead(text, postedLeads) && !inComments(n) {
			m.addAuthors(readByline(text, false)...)
		}
	}
}

// offArticle reports whether an element stands beside the article, below it, or among
// the comments.
func offArticle(n *html.Node) bool {
	return within(n, atom.Aside, atom.Footer, atom.Nav) != nil || inComments(n)
}

// withoutLabel is the text of an element without the label that a form of the
// content system sets before it: "Author".
func withoutLabel(n *html.Node) string {
	label := firstNamed(n, "field__label", "field-label")
	if label == nil || label == n {
		return textOf(n)
	}
	return strings.TrimSpace(strings.TrimPrefix(textOf(n), textOf(label)))
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

// endsAuthor reports whether the last word of an element's class is an author's:
// "field-name-field-autor" holds a name and nothing else.
func endsAuthor(n *html.Node) bool {
	for token := range strings.FieldsSeq(strings.ToLower(attr(n, "class"))) {
		for _, w := range [...]string{"author", "authors", "auteur", "auteurs", "autor", "autora", "autores", "autore", "autori", "verfasser", "autorin", "firma"} {
			if strings.HasSuffix(token, "-"+w) || strings.HasSuffix(token, "_"+w) {
				return true
			}
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

// postedLeads begin the lines below a post that name who wrote it.
var postedLeads = []string{"posted by", "written by", "published by", "publié par", "écrit par", "posté par", "postado por", "publicado por", "publicada por", "escrito por", "pubblicato da", "postato da", "scritto da", "veröffentlicht von", "geschrieben von", "eingestellt von"}

// wikiAuthor reads the author whose page a library of MediaWiki links to.
func (m *metadata) wikiAuthor(doc *html.Node) {
	for _, a := range tags(doc, atom.A) {
		href, err := url.PathUnescape(attr(a, "href"))
		for _, space := range [...]string{"Author:", "Auteur:", "Autor:", "Autore:", "Autor(a):", "Autorin:"} {
			if err == nil && strings.Contains(href, "/wiki/"+space) && isName(textOf(a)) {
				m.addAuthors(textOf(a))
			}
		}
	}
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
	var dated []*html.Node
	for _, n := range elements(doc, isDateElement) {
		if !inComments(n) && within(n, atom.Table, atom.Cite) == nil { // not of what it speaks of, or cites
			dated = append(dated, n)
		}
	}
	for _, alone := range [...]bool{true, false} { // a date with little else is surer
		for _, n := range dated {
			set(&m.date, isoDate(attr(n, "content"), m.lang))
			if d, _, _, ok := findDate(textOf(n), m.lang); ok && (!alone || isDateLine(textOf(n))) {
				set(&m.date, d)
			}
		}
	}
	if head := m.titleHeading(doc); head != nil {
		for _, n := range tags(doc, atom.P, atom.Div, atom.Span) { // "Publiziert am 25. September 2018", over the title too
			if text := textOf(n); m.date == "" && len(text) < 80 && isDateLine(text) && nearby(doc, head, n) && !offArticle(n) {
				set(&m.date, isoDate(text, m.lang))
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

// isDateElement reports whether an element's names speak of a date.
func isDateElement(n *html.Node) bool {
	s := names(n)
	if attr(n, "itemprop") == "datePublished" {
		return true
	}
	return len(n.Attr) > 0 && !strings.Contains(s, "access") && slices.ContainsFunc([]string{"date", "publi", "posted", "time", "meta", "byline"}, func(w string) bool { return strings.Contains(s, w) }) && len(textOf(n)) < 160
}

// finish takes the site's name off the title, finds a name for the site, and
// keeps nothing twice.
func (m *metadata) finish(doc *html.Node, linked linkedData) {
	host := hostName(m.url)
	full := ""
	if t := first(doc, atom.Title); t != nil {
		full = textOf(t)
	}
	if m.publication == "" || isHostName(m.publication, host) { // "livescience.com": the title may say "Live Science"
		if site := siteOf(full, m.title, logoText(doc)); site != "" {
			m.publication = site
		}
		if slices.ContainsFunc(m.authors, func(a string) bool {
			return lastWord(a) == lastWord(m.publication) && !(sameText(a, m.publication) && len(m.authors) > 1)
		}) {
			m.publication = ""
		}
	}
	set(&m.publication, withoutSlogan(linked.publisher))
	if m.publication == "" {
		m.publication = siteHead(doc)
		if b, t := bare(m.publication), bare(m.title+" "+full); b != "" && strings.HasPrefix(t, b) {
			m.publication = ""
		}
	}
	m.title = withoutSite(m.title, m.publication, host)
	if sameText(m.publication, m.title) {
		m.publication = ""
	}
	if m.publication == "" {
		m.publication = host
	}
	m.soleAuthors(linked.persons)
	m.readAbstract(doc)
	m.readSubtitle(doc)
}

// soleAuthors takes off the authors that are the publication, or a part of it that the
// head adds to a name ("CNN Business" of "CNN"), writes names in capitals as names, and
// takes a person for the author whose name the site has, if there is no other.
func (m *metadata) soleAuthors(persons []string) {
	for i, a := range m.authors {
		if isName(a) {
			m.authors[i] = calmName(a)
		}
	}
	if site := bare(strings.TrimPrefix(strings.ToLower(m.publication), "the ")); len(m.authors) > 1 && site != "" {
		m.authors = slices.DeleteFunc(m.authors, func(a string) bool {
			return strings.HasPrefix(bare(a), site) || strings.HasPrefix(site, bare(a))
		})
	}
	if len(m.authors) == 0 {
		m.authors = slices.DeleteFunc(slices.Clone(persons), func(a string) bool { return !isName(a) || !sameText(a, m.publication) })
	}
}

// lastWord is the last word of a text: of names, what "E. Brandt" and "Ernst Brandt" share.
func lastWord(s string) string {
	words := strings.Fields(s)
	if len(words) == 0 {
		return ""
	}
	return bare(words[len(words)-1])
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
		if found == nil && n.Type == html.ElementNode && hasClass(n, classes...) && textOf(n) != "" {
			found = n
		}
		return found == nil
	})
	return found
}
