package clean

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// abstractLangs are the words that stand over an abstract, with the language that each
// tells.
var abstractLangs = map[string]string{"abstract": "en", "abstracts": "en", "summary": "en", "résumé": "fr", "résumés": "fr", "resume": "fr", "zusammenfassung": "de", "kurzfassung": "de", "resumen": "es", "resumo": "pt", "riassunto": "it", "sommario": "it"}

// abstractLang is the language of an abstract by the words over it, "" if they are none such.
func abstractLang(head string) string {
	return abstractLangs[strings.ToLower(strings.Trim(head, " :.\u00a0"))]
}

// abstractClasses name the elements that hold an abstract, or a standfirst that says
// as much.
var abstractClasses = []string{"standfirst", "article-standfirst", "article__standfirst", "dek", "article-dek", "deck", "article__deck", "article-deck", "sottotitolo-articolo", "entradilla", "vorspann", "chapo", "chapeau", "lead", "lede", "intro", "resume", "abstract", "zusammenfassung", "riassunto", "resumen", "resumo", "summary", "post-description"}

// readAbstract reads the first abstract that stands below the title and close to it:
// what is named so farther off presents other articles.
func (m *metadata) readAbstract(doc *html.Node) {
	head := m.titleHeading(doc)
	if head == nil {
		return
	}
	start := len(textBeforeIn(doc, head))
	for _, n := range elements(doc, func(n *html.Node) bool { return hasClass(n, abstractClasses...) }) {
		if m.abstract != "" {
			return
		}
		size := len(textOf(n))
		if size <= 30 || size >= 600 || offArticle(n) || within(n, atom.Figure, atom.Form, atom.A) != nil || linkShare(n) > 50 || len(elements(n, isHeading)) > 1 || chromeScore(textOf(n)) > 0 {
			continue
		}
		if slices.ContainsFunc(tags(n, atom.A), isCall) || !before(doc, head, n) { // what has a note stays in the text with it
			continue
		}
		if len(textBeforeIn(doc, n))-start >= maxAbstractGap {
			return // those that follow are farther off
		}
		m.abstract = m.abstractOf(n)
	}
}

// isCall reports whether a link may lead to a note: it is short and stays on the page.
func isCall(a *html.Node) bool {
	return strings.HasPrefix(attr(a, "href"), "#") && utf8.RuneCountInString(textOf(a)) <= 5
}

// maxAbstractGap is the length of what stands between a title and its abstract: the
// authors, where they work, the abstract in another language.
const maxAbstractGap = 1500

// takeAbstract takes the abstract out of the article: a part that begins with a
// heading that says so and holds hardly more than a paragraph.
func (t *trimmer) takeAbstract(root *html.Node) {
	for _, h := range elements(root, func(n *html.Node) bool {
		return isHeading(n) && abstractLang(textOf(n)) != ""
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
