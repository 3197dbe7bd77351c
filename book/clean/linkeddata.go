package clean

import (
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// linkedData is what a page's JSON-LD says of the article (schema.org).
type linkedData struct {
	headline, published, publisher, publication, licence, lang, url string
	authors, keywords                                               []string
	persons                                                         []string // those of the authors that are said to be persons
}

// maxLinkedDepth bounds the walk through JSON-LD.
const maxLinkedDepth = 12

// readLinkedData reads the first article of a page's JSON-LD blocks.
func readLinkedData(doc *html.Node) linkedData {
	var d linkedData
	for _, s := range tags(doc, atom.Script) {
		if !strings.Contains(strings.ToLower(attr(s, "type")), "ld+json") || s.FirstChild == nil {
			continue
		}
		var v any
		text := withoutWrap(s.FirstChild.Data)
		if json.Unmarshal([]byte(text), &v) != nil && json.Unmarshal([]byte(strings.Map(noControls, text)), &v) != nil {
			continue
		}
		if a := findArticle(v, 0); a != nil && d.headline == "" {
			d.read(a, v)
		}
		if d.published == "" {
			d.published = pageDate(v)
		}
	}
	return d
}

// pageDate is the date of the page itself in a graph, for one without an article.
func pageDate(v any) string {
	o, ok := v.(map[string]any)
	if !ok {
		return ""
	}
	list, _ := o["@graph"].([]any)
	for _, e := range append(list, o) {
		if page, ok := e.(map[string]any); ok && slices.Contains(stringsOf(page["@type"]), "WebPage") {
			return stringOf(page["datePublished"])
		}
	}
	return ""
}

// withoutWrap is the JSON in a script, without the comment or the CDATA section that
// hides it from old readers.
func withoutWrap(text string) string {
	from, to := strings.IndexAny(text, "{["), strings.LastIndexAny(text, "}]")
	if i := strings.Index(text, "<![CDATA["); i >= 0 && i < from+len("<![CDATA[") {
		text = strings.TrimPrefix(text[i:], "<![CDATA[")
		text, _, _ = strings.Cut(text, "]]>")
		from, to = strings.IndexAny(text, "{["), strings.LastIndexAny(text, "}]")
	}
	if from < 0 || to < from {
		return ""
	}
	return text[from : to+1]
}

// noControls makes spaces of line feeds within strings, which some writers leave
// bare.
func noControls(r rune) rune {
	if r < ' ' {
		return ' '
	}
	return r
}

// findArticle is the first object of an article's type.
func findArticle(v any, depth int) map[string]any {
	if depth > maxLinkedDepth {
		return nil
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			if a := findArticle(e, depth+1); a != nil {
				return a
			}
		}
	case map[string]any:
		for _, t := range stringsOf(v["@type"]) {
			if strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") || t == "Report" || t == "Chapter" || t == "Essay" {
				return v
			}
		}
		for _, key := range [...]string{"@graph", "mainEntity", "hasPart", "itemListElement"} {
			if a := findArticle(v[key], depth+1); a != nil {
				return a
			}
		}
	}
	return nil
}

func (d *linkedData) read(a map[string]any, all any) {
	byID := map[string]map[string]any{}
	index(all, byID, 0)
	d.headline = html.UnescapeString(stringOf(a["headline"]))
	set(&d.headline, html.UnescapeString(stringOf(a["name"])))
	d.published = stringOf(a["datePublished"])
	set(&d.published, stringOf(a["dateCreated"]))
	d.authors = namesOf(a["author"], byID)
	if len(d.authors) == 0 {
		d.authors = namesOf(a["creator"], byID)
	}
	d.persons = personsOf(a["author"], byID)
	d.publisher = strings.Join(namesOf(a["publisher"], byID), ", ")
	if !isNoPublication(a["isPartOf"], byID) {
		d.publication = strings.Join(namesOf(a["isPartOf"], byID), ", ")
	}
	d.keywords = stringsOf(a["keywords"])
	d.licence = stringOf(a["license"])
	d.lang = stringOf(a["inLanguage"])
	d.url = stringOf(a["mainEntityOfPage"])
	if page, ok := a["mainEntityOfPage"].(map[string]any); ok {
		d.url = stringOf(page["@id"])
	}
	set(&d.url, stringOf(a["url"]))
}

// isNoPublication reports whether a work is the page itself, which carries the
// title, or a work of no kind or a product, as which sites name a section or what
// subscribers pay for.
func isNoPublication(v any, byID map[string]map[string]any) bool {
	if list, ok := v.([]any); ok && len(list) > 0 {
		v = list[0]
	}
	o, ok := v.(map[string]any)
	if !ok {
		return false
	}
	if ref := byID[stringOf(o["@id"])]; ref != nil && o["@type"] == nil {
		o = ref
	}
	for _, t := range stringsOf(o["@type"]) {
		if strings.HasSuffix(t, "Page") || t == "CreativeWork" || t == "Product" {
			return true
		}
	}
	return false
}

// index gathers the objects of a graph by their @id.
func index(v any, byID map[string]map[string]any, depth int) {
	if depth > maxLinkedDepth {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			index(e, byID, depth+1)
		}
	case map[string]any:
		if id := stringOf(v["@id"]); id != "" && v["name"] != nil {
			byID[id] = v
		}
		for _, key := range sortedKeys(v) {
			index(v[key], byID, depth+1)
		}
	}
}

// namesOf lists the names of persons, bodies or works, given as text, as objects
// or by reference.
func namesOf(v any, byID map[string]map[string]any) []string {
	switch v := v.(type) {
	case string:
		return []string{html.UnescapeString(v)}
	case []any:
		var list []string
		for _, e := range v {
			list = append(list, namesOf(e, byID)...)
		}
		return list
	case map[string]any:
		if n := stringOf(v["name"]); n != "" {
			return []string{html.UnescapeString(n)}
		}
		if ref := byID[stringOf(v["@id"])]; ref != nil && v["name"] == nil {
			return []string{html.UnescapeString(stringOf(ref["name"]))}
		}
	}
	return nil
}

// personsOf lists the names among authors that are persons'.
func personsOf(v any, byID map[string]map[string]any) []string {
	var list []string
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			list = append(list, personsOf(e, byID)...)
		}
	case map[string]any:
		if ref := byID[stringOf(v["@id"])]; ref != nil && v["name"] == nil {
			v = ref
		}
		if slices.Contains(stringsOf(v["@type"]), "Person") {
			list = append(list, squeeze(html.UnescapeString(stringOf(v["name"]))))
		}
	}
	return list
}

// stringOf is a JSON value as text: itself, the first of a list, or the value of
// an object that has a language.
func stringOf(v any) string {
	switch v := v.(type) {
	case string:
		return squeeze(v)
	case []any:
		if len(v) > 0 {
			return stringOf(v[0])
		}
	case map[string]any:
		if s, ok := v["@value"].(string); ok {
			return squeeze(s)
		}
		if s, ok := v["name"].(string); ok {
			return squeeze(s)
		}
	}
	return ""
}

// stringsOf is a JSON value as a list of texts.
func stringsOf(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var list []string
		for _, e := range v {
			list = append(list, stringsOf(e)...)
		}
		return list
	}
	return nil
}
