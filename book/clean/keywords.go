package clean

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxKeywords bounds the keywords: more are written for search engines.
const maxKeywords = 12

// readKeywords reads what a page says the article is about, from the first place
// that says anything: the names that libraries read, the tags that it shows, the head.
func (m *metadata) readKeywords(doc *html.Node, head pageMeta, linked linkedData) {
	for _, list := range [...][]string{m.inLanguage(doc, "citation_keywords"), m.inLanguage(doc, "dc.subject"), shownTags(doc), head["article:tag"], linked.keywords, head["news_keywords"], head["keywords"]} {
		words := keywordList(strings.Join(list, ","), m.title)
		if len(words) > 0 && len(words) <= maxKeywords {
			m.keywords = words
			return
		}
	}
}

// keywordList divides keywords at commas and semicolons, each once and none that
// is the title.
func keywordList(s, title string) []string {
	var words []string
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ',' || r == ';' }) {
		if w = strings.Trim(squeeze(w), " .#"); w != "" && utf8.RuneCountInString(w) < 50 && !sameText(w, title) && !slices.ContainsFunc(words, func(o string) bool { return sameText(o, w) }) {
			words = append(words, w)
		}
	}
	return words
}

// inLanguage lists the values of a name in the head that are in the page's
// language or in none.
func (m *metadata) inLanguage(doc *html.Node, name string) []string {
	var list []string
	for _, n := range tags(doc, atom.Meta) {
		lang, own := languageTag(attr(n, "lang")+attr(n, "xml:lang")), m.lang
		if strings.EqualFold(attr(n, "name"), name) && (lang == "" || own == "" || lang[:2] == own[:2]) {
			list = append(list, attr(n, "content"))
		}
	}
	return list
}

// shownTags lists the tags that a page shows: links that say they are one and no
// category, and the categories of a wiki.
func shownTags(doc *html.Node) []string {
	var list []string
	for _, a := range tags(doc, atom.A) {
		rel := strings.Fields(attr(a, "rel"))
		if slices.Contains(rel, "category") || inComments(a) {
			continue
		}
		named := slices.Contains(rel, "tag")
		for p := a.Parent; p != nil && !named && !is(p, atom.Aside, atom.Nav); p = p.Parent {
			named = attr(p, "id") == "mw-normal-catlinks" && is(a.Parent, atom.Li) || !is(p, atom.Body) && slices.ContainsFunc(strings.Fields(attr(p, "class")), func(c string) bool { return strings.HasSuffix(c, "-tags") || c == "tags" || c == "keywords" })
		}
		if named {
			list = append(list, textOf(a))
		}
	}
	return list
}
