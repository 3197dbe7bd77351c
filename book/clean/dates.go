package clean

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// months holds the names of months and their abbreviations in the six languages.
var months = map[string]int{
	"january": 1, "jan": 1, "janvier": 1, "janv": 1, "januar": 1, "jänner": 1, "jän": 1, "enero": 1, "ene": 1, "janeiro": 1, "gennaio": 1, "gen": 1,
	"february": 2, "feb": 2, "février": 2, "fevrier": 2, "févr": 2, "fév": 2, "februar": 2, "febrero": 2, "fevereiro": 2, "fev": 2, "febbraio": 2,
	"march": 3, "mar": 3, "mars": 3, "märz": 3, "mär": 3, "marzo": 3, "março": 3, "mrz": 3,
	"april": 4, "apr": 4, "avril": 4, "avr": 4, "abril": 4, "abr": 4, "aprile": 4,
	"may": 5, "mai": 5, "mayo": 5, "maio": 5, "maggio": 5, "mag": 5,
	"june": 6, "jun": 6, "juin": 6, "juni": 6, "junio": 6, "junho": 6, "giugno": 6, "giu": 6,
	"july": 7, "jul": 7, "juillet": 7, "juil": 7, "juli": 7, "julio": 7, "julho": 7, "luglio": 7, "lug": 7,
	"august": 8, "aug": 8, "août": 8, "aout": 8, "agosto": 8, "ago": 8,
	"september": 9, "sep": 9, "sept": 9, "septembre": 9, "septiembre": 9, "setiembre": 9, "setembro": 9, "set": 9, "settembre": 9,
	"october": 10, "oct": 10, "octobre": 10, "oktober": 10, "okt": 10, "octubre": 10, "outubro": 10, "out": 10, "ottobre": 10, "ott": 10,
	"november": 11, "nov": 11, "novembre": 11, "noviembre": 11, "novembro": 11,
	"december": 12, "dec": 12, "décembre": 12, "decembre": 12, "déc": 12, "dezember": 12, "dez": 12, "diciembre": 12, "dic": 12, "dezembro": 12, "dicembre": 12,
}

// dateToken is a word or number of a text with its place.
type dateToken struct {
	text       string
	start, end int
}

// dateTokens divides a text into words and numbers.
func dateTokens(s string) []dateToken {
	var list []dateToken
	start := -1
	digit := false
	for i, r := range s + " " {
		isD, isL := isDigit(r), unicode.IsLetter(r)
		if start >= 0 && (!isD && !isL || isD != digit) {
			list = append(list, dateToken{strings.ToLower(s[start:i]), start, i})
			start = -1
		}
		if start < 0 && (isD || isL) {
			start, digit = i, isD
		}
	}
	return list
}

// findDate finds the first date in a text and writes it as ISO 8601: with a
// month's name in any of the six languages, or in figures, read by the language
// where the order of day and month could be either.
func findDate(s, lang string) (iso string, start, end int, ok bool) {
	if len(s) > 4096 {
		s = s[:4096]
	}
	toks := dateTokens(s)
	for i := range toks {
		if iso, n := dateAt(toks[i:], s, lang); n > 0 {
			return iso, toks[i].start, toks[i+n-1].end, true
		}
	}
	return "", 0, 0, false
}

// dateAt reads a date at the first token and returns it with the number of
// tokens that it takes, 0 if there is none.
func dateAt(t []dateToken, s, lang string) (string, int) {
	if m, ok := months[t[0].text]; ok { // "January 2nd, 2018", "janvier 2018"
		if len(t) >= 3 && isDay(t[1].text) && isYear(t[2].text) && gapOK(s, t[:3]) {
			return iso(t[2].text, m, t[1].text), 3
		}
		if len(t) >= 4 && isDay(t[1].text) && isSuffix(t[2].text) && isYear(t[3].text) && gapOK(s, t[:4]) {
			return iso(t[3].text, m, t[1].text), 4
		}
		return "", 0
	}
	if !isNumber(t[0].text) {
		return "", 0
	}
	if isYear(t[0].text) && len(t) >= 3 && isNumber(t[1].text) && len(t[1].text) == 2 && len(t[2].text) >= 2 && isDay(t[2].text) && t[1].text <= "12" && joined(s, t[:3]) {
		m, _ := strconv.Atoi(t[1].text)
		return iso(t[0].text, m, t[2].text), 3
	}
	if !isDay(t[0].text) {
		return "", 0
	}
	i := 1
	for i < len(t) && i < 3 && (isSuffix(t[i].text) || t[i].text == "de" || t[i].text == "of") {
		i++
	}
	if i < len(t) {
		if m, ok := months[t[i].text]; ok {
			j := i + 1
			for j < len(t) && j < i+2 && (t[j].text == "de" || t[j].text == "del") {
				j++
			}
			if j < len(t) && isYear(t[j].text) && gapOK(s, t[:j+1]) && !strings.Contains(s[t[0].end:t[1].start], ",") { // not "No. 5, May 1911"
				return iso(t[j].text, m, t[0].text), j + 1
			}
		}
	}
	if len(t) >= 3 && isNumber(t[1].text) && len(t[1].text) <= 2 && isYear(t[2].text) && joined(s, t[:3]) {
		d, m := t[0].text, t[1].text
		if strings.HasPrefix(lang, "en") && lang != "en-GB" && isMonth(d) || !isMonth(m) {
			d, m = m, d
		}
		if k, _ := strconv.Atoi(m); k >= 1 && k <= 12 && isDay(d) {
			return iso(t[2].text, k, d), 3
		}
	}
	return "", 0
}

// findMonth finds the first month with its year in a text, as YYYY-MM, and says
// whether the text holds nothing else.
func findMonth(s string) (iso string, alone bool) {
	toks := dateTokens(s)
	for i := range toks {
		j := i + 1
		if j < len(toks) && (toks[j].text == "de" || toks[j].text == "of") {
			j++
		}
		if m := months[toks[i].text]; m > 0 && j < len(toks) && isYear(toks[j].text) && gapOK(s, toks[i:j+1]) {
			return fmt.Sprintf("%s-%02d", toks[j].text, m), i == 0 && j == len(toks)-1
		}
	}
	return "", false
}

func iso(year string, month int, day string) string {
	d, _ := strconv.Atoi(day)
	return fmt.Sprintf("%s-%02d-%02d", year, month, d)
}

func isDay(s string) bool {
	n, err := strconv.Atoi(s)
	return err == nil && len(s) <= 2 && n >= 1 && n <= 31
}

func isMonth(s string) bool {
	n, err := strconv.Atoi(s)
	return err == nil && len(s) <= 2 && n >= 1 && n <= 12
}

func isSuffix(s string) bool {
	switch s {
	case "st", "nd", "rd", "th", "er", "º", "o":
		return true
	}
	return false
}

// gapOK reports whether nothing but spaces, commas, stops and ordinal signs
// divides the tokens.
func gapOK(s string, t []dateToken) bool {
	for i := 1; i < len(t); i++ {
		if strings.Trim(s[t[i-1].end:t[i].start], " \u00a0,.º°") != "" {
			return false
		}
	}
	return true
}

// joined reports whether single signs divide the tokens: 02/01/2018.
func joined(s string, t []dateToken) bool {
	for i := 1; i < len(t); i++ {
		if gap := s[t[i-1].end:t[i].start]; gap != "/" && gap != "." && gap != "-" && gap != ". " {
			return false
		}
	}
	return true
}

// dateWords may stand around a date in a date line.
const dateWords = " published publish updated update posted post on at the last modified first created date am pm est edt cst cdt pst pdt gmt utc bst cet ist et a p m by mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday publié publiée publie mis mise en ligne le à jour modifié modifiée dernière modification mise lundi mardi mercredi jeudi vendredi samedi dimanche heure heures h lien créé veröffentlicht aktualisiert am um uhr stand erstellt zuletzt geändert montag dienstag mittwoch donnerstag freitag samstag sonntag publicado publicada actualizado actualizada el a las lunes martes miércoles jueves viernes sábado domingo última actualización fecha atualizado atualizada em às segunda terça quarta quinta sexta feira domingo última atualização pubblicato pubblicata aggiornato aggiornata il alle ore lunedì martedì mercoledì giovedì venerdì sabato domenica ultima modifica ultimo aggiornamento min "

// isDateLine reports whether a text is a date of publication and little else.
func isDateLine(text string) bool {
	if utf8.RuneCountInString(text) > 180 {
		return false
	}
	rest, found := text, false
	for range 3 {
		_, start, end, ok := findDate(rest, "")
		if !ok {
			break
		}
		found = true
		rest = rest[:start] + " " + rest[end:]
	}
	letters, lead := 0, false
	for i, t := range dateTokens(rest) {
		switch {
		case isNumber(t.text) || months[t.text] > 0:
		case strings.Contains(dateWords, " "+t.text+" "):
			lead = lead || i == 0 && len(t.text) > 4
		default:
			letters += utf8.RuneCountInString(t.text)
		}
	}
	return found && (letters <= 14 || lead && letters <= 40)
}

// readingTime is a number of minutes beside a word for reading.
var readingTime = regexp.MustCompile(`\d+\s*(min|mn|minut[a-z]*)\b.*\b(read|lecture|lectura|leitura|lettura|lesezeit|lesedauer)|\b(read|lecture|lectura|leitura|lettura|lesezeit|lesedauer)\b.*\d+\s*(min|mn|minut)`)

// minutesOnly is a number of minutes alone.
var minutesOnly = regexp.MustCompile(`^ \d+ ?(min|mn|minutes|minuten|minuti|minutos)\.? $`)

// isReadingTime reports lines such as "5 min read".
func isReadingTime(text string) bool {
	if utf8.RuneCountInString(text) > 40 {
		return false
	}
	low := " " + strings.ToLower(text) + " "
	if readingTime.MatchString(low) || utf8.RuneCountInString(text) < 9 && minutesOnly.MatchString(low) {
		return true
	}
	for _, w := range [...]string{" min read", " minute read", " minutes read", " min. read", " min de lecture", " minutes de lecture", " mn de lecture", " min lesezeit", " minuten lesezeit", "lesezeit", " min de lectura", " minutos de lectura", "tempo de leitura", "tempo di lettura", " min di lettura", " min de leitura", "reading time", "temps de lecture", "tiempo de lectura", " lecture :"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}
