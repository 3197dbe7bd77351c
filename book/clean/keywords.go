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
		m.addKeywords(splitKeywords(html.UnescapeString(strings.Join(list, ",")))...)
		if n := len(m.keywords); n > 0 && n <= maxKeywords {
			return
		}
		m.keywords = nil
	}
}

// splitKeywords divides keywords at what stands between them: commas, semicolons,
// bars and points. A point within a word is Catalan.
func splitKeywords(s string) []string {
	return strings.FieldsFunc(strings.ReplaceAll(s, " · ", ","), func(r rune) bool { return strings.ContainsRune(",;|•", r) })
}

// addKeywords adds keywords, each once and none that is the title.
func (m *metadata) addKeywords(list ...string) {
	for _, w := range list {
		w = strings.TrimPrefix(strings.Trim(squeeze(w), " .*_#[]"), "Tag:")
		if i := strings.Index(w, ":"); i > 0 && i < len(w)-1 && w[i+1] != ' ' { // "Lite:true": the system's own
			continue
		}
		if w != "" && utf8.RuneCountInString(w) < 50 && !sameText(w, m.title) && !slices.ContainsFunc(m.keywords, func(o string) bool { return sameText(o, w) }) {
			m.keywords = append(m.keywords, w)
		}
	}
}

// inLanguage lists the values of a name in the head that are in the page's
// language or in none.
func (m *metadata) inLanguage(doc *html.Node, name string) []string {
	var list []string
	for _, n := range tags(doc, atom.Meta) {
		lang, own := languageTag(attr(n, "lang")+attr(n, "xml:lang")), m.lang
		if strings.EqualFold(attr(n, "name"), name) && (lang == "" || own == "" || sameLang(lang, own)) {
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

// tagLeads begin a line of keywords, or stand over a list of them.
var tagLeads = []string{"tags", "tag", "tagged", "topics", "keywords", "filed under", "archived under", "mots-clés", "mots clés", "étiquettes", "thèmes", "classé dans", "schlagwörter", "schlagworte", "stichworte", "stichwörter", "themen", "abgelegt unter", "etiquetas", "temas", "palabras clave", "archivado en", "palavras-chave", "marcadores", "assuntos", "tópicos", "arquivado em", "argomenti", "parole chiave", "etichette", "archiviato in"}

// categoryLeads begin a line that names the site's own parts.
var categoryLeads = []string{"categories", "category", "posted in", "rubriques", "rubrique", "catégories", "catégorie", "kategorie", "kategorien", "categorías", "categoría", "categorias", "categoria", "categorie"}

// isTagLine reports lines such as "Tags: harbours, ferries" and "#harbours #ferries".
func isTagLine(text string) bool {
	if len(hashTags(text)) > 0 {
		return true
	}
	lead, rest, ok := strings.Cut(strings.TrimLeft(text, "#* "), ":")
	lead = strings.ToLower(strings.Trim(lead, " \u00a0*_"))
	return ok && utf8.RuneCountInString(text) < 200 && !endsSentence(rest) && (slices.Contains(tagLeads, lead) || slices.Contains(categoryLeads, lead))
}

// isTagHead reports a line that stands over a list of keywords.
func isTagHead(text string) bool {
	return slices.Contains(tagLeads, strings.ToLower(strings.Trim(text, " \u00a0:*_#")))
}

// hashTags are the words of a line in which every one has the sign of a tag.
func hashTags(text string) []string {
	var list []string
	for w := range strings.FieldsSeq(text) {
		tag, ok := strings.CutPrefix(strings.Trim(w, ",;·|"), "#")
		if !ok || tag == "" || strings.HasPrefix(tag, "#") || isNumber(tag) {
			return nil
		}
		list = append(list, tag)
	}
	return list
}

// lineTags are the keywords of a line that says it holds them, nil if it does not.
func lineTags(text string) []string {
	if list := hashTags(text); len(list) > 0 {
		return list
	}
	if lead, rest, ok := strings.Cut(text, ":"); ok && isTagLine(text) && isTagHead(lead) {
		return splitKeywords(rest)
	}
	return nil
}
