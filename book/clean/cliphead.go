package clean

import (
	"slices"
	"strings"
)

// splitHead parts front matter from a text; head is "" if there is none.
func splitHead(text string) (head, body string) {
	rest, ok := strings.CutPrefix(text, "---\n")
	if !ok {
		return "", text
	}
	for i := 0; i < len(rest); {
		line, _, _ := strings.Cut(rest[i:], "\n")
		if t := strings.TrimRight(line, " "); t == "---" || t == "..." {
			return rest[:i], strings.TrimPrefix(rest[i+len(line):], "\n")
		}
		i += len(line) + 1
	}
	return "", text
}

// headValue is the scalar under a key of the first level.
func headValue(head, key string) string {
	for l := range strings.Lines(head) {
		if v, ok := strings.CutPrefix(l, key+":"); ok {
			return unquoteYAML(strings.TrimSpace(v))
		}
	}
	return ""
}

// unquoteYAML takes the quotes off a scalar.
func unquoteYAML(v string) string {
	if len(v) >= 2 && (v[0] == '"' && v[len(v)-1] == '"' || v[0] == '\'' && v[len(v)-1] == '\'') {
		v = strings.ReplaceAll(strings.ReplaceAll(v[1:len(v)-1], `\"`, `"`), `\\`, `\`)
	}
	return v
}

// headList is the sequence or the scalar under a key.
func headList(head, key string) []string {
	if v := headValue(head, key); v != "" {
		v = strings.Trim(v, "[]")
		var list []string
		for s := range strings.SplitSeq(v, ",") {
			list = append(list, clipName(s))
		}
		return list
	}
	_, rest, ok := strings.Cut("\n"+head, "\n"+key+":\n")
	if !ok {
		return nil
	}
	var list []string
	for l := range strings.Lines(rest) {
		item, ok := strings.CutPrefix(strings.TrimSpace(l), "- ")
		if !ok {
			break
		}
		list = append(list, clipName(item))
	}
	return list
}

// clipName takes quotes and the brackets of wiki links off a name.
func clipName(s string) string {
	return strings.Trim(unquoteYAML(strings.TrimSpace(s)), "[]\"' ")
}

// clipperKeys are keys of front matter that clippers write and manuscripts do
// not have.
var clipperKeys = []string{"source", "url", "link", "site", "site_name", "published", "created", "clipped", "clip-date", "tags", "favicon", "image", "byline", "excerpt", "saved"}

// isFinished reports whether front matter is a manuscript's: a title, a language
// or where it is from, and no clipper's key.
func isFinished(head string) bool {
	if headValue(head, "title") == "" && headValue(head, "lang") == "" && !strings.Contains(head, "republished-from:") {
		return false
	}
	return !slices.ContainsFunc(clipperKeys, func(k string) bool { return strings.Contains("\n"+head, "\n"+k+":") })
}

// readClipped reads the front matter of a clipper.
func (d *draft) readClipped(head string) {
	get := func(keys ...string) string {
		for _, k := range keys {
			if v := headValue(head, k); v != "" {
				return v
			}
		}
		return ""
	}
	m := &d.meta
	m.title = get("title")
	m.subtitle = get("subtitle")
	set(&m.url, webAddress(get("source", "url", "link"), ""))
	m.lang = languageTag(get("lang", "language"))
	m.date = isoDate(get("published", "date", "date_published"), m.lang)
	m.publication = get("site", "site_name", "publisher", "publication")
	m.retrieved = isoDate(get("created", "clipped", "clip-date", "saved"), m.lang)
	for _, key := range [...]string{"author", "authors", "byline"} {
		m.addAuthors(headList(head, key)...)
	}
}
