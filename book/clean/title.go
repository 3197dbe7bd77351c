package clean

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readTitle prefers the visible heading where it says the same as the head, and
// passes over the one that names the site.
func (m *metadata) readTitle(doc *html.Node) {
	full := ""
	if t := first(doc, atom.Title); t != nil {
		full = textOf(t)
	}
	headings := titleHeadings(doc)
	for _, h := range headings {
		if text := withoutMarks(h); sameText(text, m.title) {
			m.title = text
			return
		}
	}
	if m.title == "" {
		m.title = withoutBracket(full)
	}
	if m.title == "" {
		m.title = titleOfDocument(doc)
	}
	headings = slices.DeleteFunc(headings, func(h *html.Node) bool { return is(h, atom.H3) || isSiteHead(h) })
	if len(headings) > 0 && m.title == full && is(headings[0], atom.H1) { // "Archive: Author: Title (1911) — Site"
		if b := bare(withoutMarks(headings[0])); len(tags(doc, atom.H1)) == 1 && (len(b) >= 4 && endsPart(full, b) || len(b) >= 8 && strings.Contains(bare(full), b)) {
			m.title = withoutMarks(headings[0])
			return
		}
	}
	if len(headings) == 0 && m.title == full {
		if line := lineOfTitle(doc, full); line != "" {
			m.title = line
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
	if len(headings) > 0 && is(headings[0], atom.H1) && len(tags(doc, atom.H1)) == 1 && !holdsPart(textOf(headings[0]), m.title) && shareWords(m.title, textOf(headings[0])) {
		m.title = withoutMarks(headings[0]) // the head's is written for machines
		return
	}
	if m.title == "" && len(headings) > 0 && len(textBeforeIn(doc, headings[0])) < 300 {
		m.title = textOf(headings[0])
	}
}

// holdsPart reports whether a heading holds the title, without the site's name
// or with it: then a kicker stands before it.
func holdsPart(heading, title string) bool {
	parts := []string{title}
	for _, sep := range titleSeps {
		parts = append(parts, strings.Split(title, sep)...)
	}
	return slices.ContainsFunc(parts, func(p string) bool {
		return len(bare(p)) >= 8 && strings.Contains(bare(heading), bare(p))
	})
}

// shareWords reports whether two titles have half of their longer words in
// common.
func shareWords(a, b string) bool {
	count := func(s, in string) (all, found int) {
		in = " " + strings.Join(strings.FieldsFunc(strings.ToLower(in), isNoLetter), " ") + " "
		for w := range strings.FieldsFuncSeq(strings.ToLower(s), isNoLetter) {
			if utf8.RuneCountInString(w) > 3 {
				all++
				if strings.Contains(in, " "+w+" ") {
					found++
				}
			}
		}
		return all, found
	}
	allA, found := count(a, b)
	allB, _ := count(b, a)
	return found >= 2 && found*2 >= min(allA, allB)
}

func isNoLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// lineOfTitle is the line at the head of a page without headings that says the
// last part of the page's title: "Archive - Author - Title (1908)".
func lineOfTitle(doc *html.Node, full string) string {
	b := first(doc, atom.Body)
	if b == nil {
		return ""
	}
	last := bare(withoutLife(lastPart(full)))
	leaves := leafBlocks(b)
	for _, n := range leaves[:min(len(leaves), 12)] {
		if text := textOf(n); last != "" && bare(withoutLife(text)) == last {
			return withoutLife(text)
		}
	}
	return ""
}

// titleHeadings lists the headings that may hold the title, the highest first.
func titleHeadings(doc *html.Node) []*html.Node {
	var list []*html.Node
	for _, kind := range [...]atom.Atom{atom.H1, atom.H2, atom.H3} {
		for _, h := range tags(doc, kind) {
			if textOf(h) != "" && within(h, atom.Nav, atom.Aside) == nil {
				list = append(list, h)
			}
		}
	}
	return list
}

// isSiteHead reports whether a heading names the site: it leads to the first
// page, or is named for the site.
func isSiteHead(h *html.Node) bool {
	for _, a := range append(tags(h, atom.A), within(h, atom.A)) {
		if a == nil {
			continue
		}
		if href := attr(a, "href"); href == "/" || href == "./" || strings.Contains(attr(a, "rel"), "home") || strings.HasPrefix(href, "index.") {
			return true
		}
	}
	for n, i := h, 0; n != nil && i < 3; n, i = n.Parent, i+1 {
		s := names(n)
		for _, w := range [...]string{"site-title", "site-name", "sitename", "site_title", "logo", "branding", "masthead", "blog-title", "nom_site", "site-header"} {
			if strings.Contains(s, w) {
				return true
			}
		}
	}
	return false
}

// siteHead is the site's name as the head of the page shows it.
func siteHead(doc *html.Node) string {
	for _, n := range elements(doc, func(n *html.Node) bool {
		return hasClass(n, "nom_site_spip", "site-title", "site-name") || attr(n, "id") == "site-title" || attr(n, "id") == "site-name" || isHeading(n) && isSiteHead(n)
	}) {
		if text := textOf(n); text != "" && utf8.RuneCountInString(text) < 60 {
			return text
		}
	}
	return ""
}

// logoText is what the first link to the site's first page says, as text or as a
// picture's alternative.
func logoText(doc *html.Node) string {
	for _, a := range tags(doc, atom.A) {
		if href := attr(a, "href"); href != "/" && !strings.Contains(attr(a, "rel"), "home") {
			continue
		}
		if text := textOf(a); text != "" {
			return text
		}
		if img := first(a, atom.Img); img != nil && attr(img, "alt") != "" {
			return attr(img, "alt")
		}
	}
	return ""
}

// siteOf is the name of the site in the title of a page: after the article's
// title, before it and a colon, or in brackets.
func siteOf(full, title, logo string) string {
	if title == "" {
		return ""
	}
	site := ""
	if rest, ok := strings.CutPrefix(full, title); ok {
		if site = lastPart(rest); site == rest {
			site = ""
		}
		if after, ok := strings.CutPrefix(rest, ": "); ok && site == "" && sameText(after, logo) {
			site = after
		}
	} else if lead, ok := strings.CutSuffix(withoutLife(full), title); ok {
		lead = strings.TrimSpace(lead)
		if strings.HasSuffix(lead, ":") || strings.HasPrefix(lead, "[") && strings.HasSuffix(lead, "]") && strings.IndexFunc(lead, unicode.IsLetter) >= 0 {
			site, _, _ = strings.Cut(strings.Trim(lead, " []"), ":")
		}
		for _, sep := range titleSeps {
			if s, ok := strings.CutSuffix(lead, strings.TrimSpace(sep)); ok {
				site = strings.TrimSpace(s)
				for _, sep := range titleSeps { // "Archive - Author"
					site, _, _ = strings.Cut(site, sep)
				}
			}
		}
	}
	if utf8.RuneCountInString(site) >= 60 {
		return ""
	}
	return site
}

// withoutBracket takes a site's name in brackets off a title: "[Site] Title".
func withoutBracket(title string) string {
	if rest, ok := strings.CutPrefix(title, "["); ok {
		if site, text, ok := strings.Cut(rest, "] "); ok && text != "" && len(site) < 60 {
			return text
		}
	}
	return title
}

// titleOfDocument is the title of a page that names none: the element that is
// named so, else a first line that is set as one, in bold or in the middle.
func titleOfDocument(doc *html.Node) string {
	if n := firstNamed(doc, "title", "MsoTitle", "entry-title", "article-title", "doc-title", "titre", "titolo", "titel", "titulo"); n != nil && len(textOf(n)) < 250 {
		return textOf(n)
	}
	b := first(doc, atom.Body)
	if b == nil {
		return ""
	}
	leaves := leafBlocks(b)
	if len(leaves) == 0 || !is(leaves[0], atom.P, atom.Div) {
		return ""
	}
	text, style := textOf(leaves[0]), strings.ReplaceAll(attr(leaves[0], "style"), " ", "")
	bold := 0
	for _, s := range tags(leaves[0], atom.B, atom.Strong) {
		bold += len(textOf(s))
	}
	if utf8.RuneCountInString(text) > 120 || strings.ContainsAny(lastOf(text), ".,;:") || bold < len(text) && attr(leaves[0], "align") != "center" && !strings.Contains(style, "text-align:center") && within(leaves[0], atom.Center) == nil {
		return ""
	}
	return text
}

// abstractHeads stand over an abstract.
var abstractHeads = []string{"abstract", "abstracts", "résumé", "résumés", "resume", "zusammenfassung", "resumen", "resumo", "riassunto", "sommario", "summary"}

// takeAbstract takes the abstract out of the article: a part that begins with a
// heading that says so and holds hardly more than a paragraph.
func (t *trimmer) takeAbstract(root *html.Node) {
	for _, h := range elements(root, func(n *html.Node) bool {
		return isHeading(n) && slices.Contains(abstractHeads, strings.ToLower(strings.Trim(textOf(n), " :.")))
	}) {
		box := h.Parent
		if box == root || !is(box, atom.Div, atom.Section) || firstBlock(box) != h || len(elements(box, isHeading)) > 1 || len(textOf(box)) > 3000 || hasMark(rawText(box)) {
			continue
		}
		t.drop(h, "heading of the abstract")
		t.meta.abstract = t.meta.abstractOf(box)
		t.drop(box, "abstract, now in the front matter")
		return
	}
}

// abstractOf is the text of an abstract: of several languages the page's own, and
// without the words by which a reader chooses one.
func (m *metadata) abstractOf(box *html.Node) string {
	var own, all []string
	for _, n := range tags(box, atom.P) {
		text := textOf(n)
		if utf8.RuneCountInString(text) < minSentence {
			continue
		}
		all = append(all, text)
		for p := n; p != box.Parent && p != nil; p = p.Parent {
			if lang := languageTag(attr(p, "lang")); lang != "" && m.lang != "" && sameLang(lang, m.lang) {
				own = append(own, text)
				break
			}
		}
	}
	switch {
	case len(own) > 0:
		return strings.Join(own, " ")
	case len(all) > 0:
		return strings.Join(all, " ")
	}
	return textOf(box)
}

// firstBlock is the first child of n that is not blank.
func firstBlock(n *html.Node) *html.Node {
	for _, c := range children(n) {
		if !isBlank(c) {
			return c
		}
	}
	return nil
}

// titleHeading is the heading that shows the title, nil if there is none.
func (m *metadata) titleHeading(doc *html.Node) *html.Node {
	for _, h := range titleHeadings(doc) {
		if sameText(withoutMarks(h), m.title) {
			return h
		}
	}
	return nil
}

// subtitleWords are parts of names of elements that hold a subtitle.
var subtitleWords = []string{"subtitle", "sous-titre", "soustitre", "untertitel", "unterzeile", "sottotitolo", "subtitulo", "subheadline", "bajada", "post-description"}

// readSubtitle reads the subtitle that stands with the title, by its name.
func (m *metadata) readSubtitle(doc *html.Node) {
	head, tried := m.titleHeading(doc), 0
	for _, n := range elements(doc, func(n *html.Node) bool {
		s := names(n)
		return is(n, atom.P, atom.Div, atom.Span, atom.H2, atom.H3, atom.H4, atom.H5) && slices.ContainsFunc(subtitleWords, func(w string) bool { return strings.Contains(s, w) }) && !strings.Contains(s, "site-subtitle")
	}) {
		text := textOf(n)
		if tried++; tried > 20 { // a list of teasers
			return
		}
		if head != nil && (before(doc, n, head) || !nearby(doc, head, n)) {
			continue
		}
		if text == "" || len(text) >= 300 || sameText(text, m.title) || hasBlock(n) && !is(n, atom.Div) || within(n, atom.Aside, atom.Nav, atom.Footer) != nil || slices.ContainsFunc(m.authors, func(a string) bool { return sameText(a, text) }) {
			continue
		}
		if len(m.authors) == 0 && isName(text) {
			m.addAuthor(text)
			continue
		}
		if names, date := splitNameDate(text, m.lang); len(names) > 0 || isDateLine(text) || isByline(text) {
			m.addAuthors(names...)
			set(&m.date, date)
			continue
		}
		set(&m.subtitle, text)
	}
}

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

// titleSeps divide a title from the name of its site.
var titleSeps = []string{" | ", " – ", " — ", " - ", " :: ", " « ", " » ", " • ", " · "}

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
