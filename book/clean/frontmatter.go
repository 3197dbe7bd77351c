package clean

import (
	"strings"
	"unicode"
)

// frontMatter writes what is known of the article as YAML, by the keys that
// manuscripts have; or gives back the source's own.
func (d *draft) frontMatter() string {
	if d.head != "" {
		return d.head
	}
	m := &d.meta
	var b strings.Builder
	b.WriteString("---\n")
	line(&b, "title", m.title)
	line(&b, "subtitle", m.subtitle)
	list(&b, "author", m.authors)
	list(&b, "translator", m.translators)
	line(&b, "lang", m.lang)
	line(&b, "date", m.date)
	line(&b, "abstract", m.abstract)
	list(&b, "keywords", m.keywords)
	var from strings.Builder
	line(&from, "  publication", m.publication)
	line(&from, "  volume", m.volume)
	line(&from, "  issue", m.issue)
	line(&from, "  page", m.pages)
	line(&from, "  url", m.url)
	line(&from, "  doi", m.doi)
	line(&from, "  date", m.date)
	line(&from, "  retrieved", m.retrieved)
	line(&from, "  licence", m.licence)
	if from.Len() > 0 && (m.url != "" || m.publication != "" || m.doi != "") {
		b.WriteString("republished-from:\n" + from.String())
	} else {
		line(&b, "licence", m.licence)
	}
	b.WriteString("---\n\n")
	return b.String()
}

// escape makes Markdown of the values that manuscripts have in Markdown; sources
// other than Markdown have them as plain text.
func (m *metadata) escape() {
	for _, s := range [...]*string{&m.title, &m.subtitle, &m.abstract} {
		*s = restore(escapeStart(escapedLine(squeeze(*s)))) // they are paragraphs, and "4. Of harbours" may begin as something else
	}
}

// line writes a key and its value, unless there is none.
func line(w *strings.Builder, key, value string) {
	if value != "" {
		w.WriteString(key + ": " + yamlText(value) + "\n")
	}
}

// list writes one value as a scalar and several as a sequence.
func list(b *strings.Builder, key string, values []string) {
	switch len(values) {
	case 0:
	case 1:
		b.WriteString(key + ": " + yamlText(values[0]) + "\n")
	default:
		b.WriteString(key + ":\n")
		for _, v := range values {
			b.WriteString("  - " + yamlText(v) + "\n")
		}
	}
}

// yamlText writes a text as a YAML scalar: plain where it is read as itself,
// else between double quotes (YAML 1.2, sections 7.3.1 and 7.3.3).
func yamlText(s string) string {
	s = squeeze(replaceMarks(s, func(int) string { return "" })) // no note in the front matter
	if isDatePlain(s) || plainYAML(s) {
		return s
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

func isDatePlain(s string) bool {
	return len(s) == 10 && isYear(s[:4]) && s[4] == '-' && s[7] == '-' && isNumber(s[5:7]) && isNumber(s[8:])
}

// plainYAML reports whether a plain scalar is read as the text that it shows.
func plainYAML(s string) bool {
	r := firstRune(s)
	if s == "" || !unicode.IsLetter(r) && !(strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")) && r != '«' && r != '“' {
		return false
	}
	switch strings.ToLower(s) {
	case "true", "false", "null", "yes", "no", "on", "off", "y", "n", ".inf", ".nan":
		return false
	}
	return !strings.Contains(s, ": ") && !strings.Contains(s, " #") && !strings.HasSuffix(s, ":") && !strings.ContainsAny(s, "\\\t{}[]\"|>%`") && !strings.Contains(s, " : ")
}
