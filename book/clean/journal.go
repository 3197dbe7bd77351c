package clean

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// journalWords may stand with the numbers in a journal's line.
var journalWords = []string{"no", "nº", "n°", "nos", "n", "nr", "num", "núm", "numéro", "número", "numero", "number", "issue", "heft", "ausgabe", "vol", "volume", "volumen", "band", "bd", "jg", "jahrgang", "tome", "t", "année", "anno", "ano", "año", "p", "pp", "s", "pág", "págs", "pag", "pagg", "pages", "seiten", "printemps", "été", "automne", "hiver", "spring", "summer", "autumn", "fall", "winter", "frühjahr", "sommer", "herbst", "primavera", "verano", "otoño", "invierno", "verão", "outono", "inverno", "estate", "autunno", "páginas", "pagine", "época", "série", "serie", "folge", "segunda", "tercera", "nueva", "º", "nouvelle", "neue", "nuova", "nova", "o", "de", "of", "et", "and", "und", "y", "e"}

// journalHead is a journal's name before what numbers its issue.
var journalHead = regexp.MustCompile(`^(\pL[^\d,;:(]{3,70})[\s,;:–—-]+(.*\d.*)$`)

// issueNumber and volumeNumber are what a journal counts its issues and volumes by.
var (
	issueNumber  = regexp.MustCompile(`(?i)\b(?:nos?|n\.?[º°]|n|nr|num|núm|numéro|número|numero|number|issue|heft|ausgabe)[.\s]*(\d+(?:[-–/]\d+)?)`)
	volumeNumber = regexp.MustCompile(`(?i)(?:\b(?:vol|volume|volumen|band|bd|jg|jahrgang|tome|t)[.\s]*|^)(\d{1,3}|[IVXLC]+)\b`)
	issueYear    = regexp.MustCompile(`(?:^|[^\d])((?:1[5-9]|20)\d\d)(?:$|[^\d])`)
	issuePages   = regexp.MustCompile(`(?i)(?:\b(?:pp?|s|págs?|pagg?|pages|seiten|páginas|pagine)[.\s]*|[\s:])(\d+[-–]\d+)\.?$`)
)

// issueInBrackets is an issue after its volume: "12(3)".
var issueInBrackets = regexp.MustCompile(`\d\((\d{1,2}(?:[-–]\d{1,2})?)\)`)

// andWord joins two pages.
var andWord = regexp.MustCompile(` (?:et|and|und|y|e) `)

// pageRange are the first page and the last in words: "pages 57 à 71".
var pageRange = regexp.MustCompile(`(\d) (?:à|bis|to|a) (\d)`)

// inIssue reports numbers and the words that stand with them.
func inIssue(t dateToken) bool {
	return isNumber(t.text) || months[t.text] > 0 || slices.Contains(journalWords, t.text) || strings.Trim(t.text, "ivxlc") == ""
}

// journal is what a line says of the issue of a journal.
type journal struct{ name, volume, issue, year, pages string }

// readJournal reads a line such as "Journal of Small Archives 12 (2009) 33–36": a
// name, and after it nothing but numbers and the words that stand with them, a year or
// the pages among them.
func readJournal(text string) (journal, bool) {
	text = pageRange.ReplaceAllString(strings.TrimLeft(text, "> "), "$1-$2")
	if month, _ := findMonth(text); month != "" && utf8.RuneCountInString(text) < 60 && !slices.ContainsFunc(dateTokens(text), func(t dateToken) bool { return !inIssue(t) }) {
		j := journal{year: month} // "May 2006, pages 22 and 23"
		if p := issuePages.FindStringSubmatch(andWord.ReplaceAllString(text, "-")); p != nil {
			j.pages = p[1]
		}
		return j, true
	}
	m := journalHead.FindStringSubmatch(squeeze(text))
	if m == nil || utf8.RuneCountInString(text) > 140 || len(strings.Fields(m[1])) > 9 {
		return journal{}, false
	}
	words := strings.Fields(m[1])
	for len(words) > 1 && slices.Contains(journalWords, strings.ToLower(strings.Trim(words[len(words)-1], "."))) && utf8.RuneCountInString(words[len(words)-1]) < 8 {
		m[2] = words[len(words)-1] + " " + m[2]
		words = words[:len(words)-1]
	}
	for _, t := range dateTokens(m[2]) {
		if !inIssue(t) {
			return journal{}, false
		}
	}
	j := journal{name: strings.Trim(strings.Join(words, " "), " ,.;:–—-")}
	rest := m[2]
	if p := issuePages.FindStringSubmatch(rest); p != nil {
		j.pages = strings.ReplaceAll(p[1], "–", "-")
		rest = strings.TrimSuffix(strings.TrimRight(rest, "."), p[1])
	}
	if _, start, end, ok := findDate(rest, ""); ok && start == 0 { // "8 novembre 2007" counts no volume
		rest = " " + rest[end:] + " " + rest[:end]
	}
	numbered := false
	if i := issueNumber.FindStringSubmatch(rest); i != nil {
		j.issue, numbered = strings.ReplaceAll(i[1], "–", "-"), true
	} else if i := issueInBrackets.FindStringSubmatch(rest); i != nil {
		j.issue = i[1]
	}
	if y := issueYear.FindStringSubmatch(rest); y != nil {
		j.year = y[1]
	}
	if v := volumeNumber.FindStringSubmatch(rest); v != nil {
		j.volume, numbered = v[1], true
	}
	if slices.Contains(journalWords, strings.ToLower(strings.Trim(j.name, "."))) { // "No. 18, autumn 2014"
		if i := issueNumber.FindStringSubmatch(squeeze(text)); i != nil {
			j.issue, j.volume, j.name, numbered = i[1], "", "", true
		}
		return j, j.issue != "" && j.year != ""
	}
	single := len(words) == 1 && !numbered
	return j, !single && (j.year != "" && (numbered || j.pages != "") || numbered && j.pages != "")
}

// setJournal writes what a journal's line says into the front matter.
func (d *draft) setJournal(j journal, text string) {
	m := &d.meta
	set(&m.publication, j.name)
	set(&m.volume, j.volume)
	set(&m.issue, j.issue)
	set(&m.pages, j.pages)
	if date, _, _, ok := findDate(text, m.lang); ok {
		set(&m.date, date)
	}
	set(&m.date, j.year)
}
