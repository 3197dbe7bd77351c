package clean

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// subtitleWords are parts of names of elements that hold a subtitle.
var subtitleWords = []string{"subtitle", "sous-titre", "soustitre", "untertitel", "unterzeile", "sottotitolo", "subtitulo", "subheadline", "bajada"}

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
		if head != nil && (before(doc, n, head) || !nearby(doc, head, n)) || head == nil && len(textBeforeIn(doc, n)) > 400 { // a document without headings begins with it
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
