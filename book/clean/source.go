package clean

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// whySource is why a line that names the publication is left out.
const whySource = "source, now in the front matter"

// publishedLeads begin a line that says where a text was published.
var publishedLeads = []string{"source :", "source:", "quelle:", "fuente:", "fonte:", "publié dans", "paru dans", "published in", "erschienen in", "publicado en", "publicado em", "pubblicato su", "originally published in", "first published in", "quelle :", "fonte :", "fuente :"}

// publishedLine reads lines such as "Source: Le Monde diplomatique, May 2019" and
// "Paru dans La Digue le 8 novembre 2007".
func (d *draft) publishedLine(text string) bool {
	low := strings.ToLower(text)
	if len(low) != len(text) || utf8.RuneCountInString(text) > 160 {
		return false
	}
	for _, w := range publishedLeads {
		if !strings.HasPrefix(low, w) {
			continue
		}
		rest := strings.TrimSpace(text[len(w):])
		if j, ok := readJournal(rest); ok {
			d.setJournal(j, rest)
			return true
		}
		if date, start, _, ok := findDate(rest, d.meta.lang); ok {
			set(&d.meta.date, date)
			rest = beforeDateWords(rest[:start])
		}
		set(&d.meta.publication, strings.Trim(rest, " ,.()–—-"))
		return true
	}
	return false
}

// beforeDateWords is a name without the small words between it and a date: "le", "am".
func beforeDateWords(s string) string {
	for {
		s = strings.TrimRight(s, " ,.;:()|·•–—-\u00a0")
		i := strings.LastIndexByte(s, ' ') + 1
		if i == 0 || !unicode.IsLower(firstRune(s[i:])) || !strings.Contains(dateWords, " "+s[i:]+" ") {
			return s
		}
		s = s[:i]
	}
}

// articledTowns begin with an article as papers do; a date after them says where a
// text was written.
var articledTowns = []string{"la rochelle", "le havre", "le mans", "le caire", "la haye", "la paz", "la habana", "la plata", "la coruña", "a coruña", "los angeles", "los ángeles", "las vegas", "las palmas", "el paso", "la spezia", "la valletta", "the hague", "den haag"}

// datedSource is the name of a paper that stands before a date and nothing else, such
// as "The Harbour Review, 3 May 2019": a name that begins with an article; "" if the line is
// none such.
func datedSource(text, lang string) string {
	date, start, end, ok := findDate(text, lang)
	if !ok || start == 0 || date < "1900" || // "The Battle of the Nile, 1 August 1798" is a subtitle
		strings.Trim(text[end:], " .)") != "" {
		return ""
	}
	before := strings.TrimRight(text[:start], " (\u00a0")
	name := strings.TrimRight(before, ",–—-|·•")
	words := strings.Fields(name)
	if name == before && !strings.HasSuffix(text[:start], "(") || len(words) < 2 || len(words) > 6 || strings.ContainsAny(name, "0123456789:;?!«»“”\"") {
		return ""
	}
	if !strings.Contains(articles, " "+strings.ToLower(words[0])+" ") || !unicode.IsUpper(firstRune(words[0])) || !unicode.IsUpper(firstRune(words[1])) || slices.Contains(articledTowns, strings.ToLower(name)) {
		return ""
	}
	return name
}

// readDatedSource reads a line of a paper's name and a date below the title.
func (d *draft) readDatedSource(b *textBlock) bool {
	name := datedSource(b.text, d.meta.lang)
	if name == "" {
		return false
	}
	date, _, _, _ := findDate(b.text, d.meta.lang)
	set(&d.meta.date, date)
	set(&d.meta.publication, name)
	d.leaveOut(b.text, whySource)
	b.spare = true
	return true
}
