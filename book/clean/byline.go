package clean

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// bylineLeads stand before the author's name.
var bylineLeads = []string{"written by", "posted by", "published by", "publié par", "publiée par", "posté par", "proposé par", "mis en ligne par", "postado por", "publicado por", "publicada por", "pubblicato da", "postato da", "veröffentlicht von", "eingestellt von", "submitted by", "text by", "story by", "interview by", "by", "author:", "authors:", "un article de", "un texte de", "article de", "texte de", "propos recueillis par", "écrit par", "par", "auteur :", "auteur:", "autrice :", "auteurs :", "ein beitrag von", "ein artikel von", "von", "autor:", "autorin:", "text:", "texto:", "por", "escrito por", "autor :", "autora:", "texto de", "di", "a cura di", "scritto da", "autore:", "testo di"}

// translatorLeads stand before the translator's name.
var translatorLeads = []string{"translated by", "translation by", "translation:", "traduit par", "traduit de l'anglais par", "traduit de l’anglais par", "traduction de", "traduction :", "traduction par", "übersetzt von", "übersetzung:", "aus dem englischen von", "traducido por", "traducción de", "traducción:", "traduzido por", "tradução de", "tradução:", "traduzione di", "tradotto da", "traduzione:"}

// translatedFrom is a translator's line that names the language as well.
var translatedFrom = regexp.MustCompile(`^(?i:translated from|traduit d|traduction d|(?:übersetzt )?aus dem|traducido del?|traducción del?|traduzido d[oa]|tradução d[oa]|tradotto dal|traduzione dal).{1,30}? (?:by|par|von|por|da|di|de) (\p{Lu}.*)$`)

// particles may stand in a name in lower case.
const particles = " de du des d' di da del della dos das do von van der den la le el y e et zu zur ibn al bin "

// articles begin titles and no names, but for a few of two words.
const articles = " the a an more le la les un une des du der die das ein eine el los las una unos o os as um uma il lo gli "

// noNames stand in titles and not in names, also where both are in capitals.
const noNames = " of the for in on at to with from into dans pour sur im am zum zur auf mit für con nel nella sul sulla nos nas "

// isRomanStop reports the number of a section, "I." or "IV.", which is not taken
// for an initial.
func isRomanStop(s string) bool {
	n, ok := strings.CutSuffix(s, ".")
	return ok && (n == "I" || len(n) > 1) && strings.Trim(n, "IVX") == ""
}

// jobWords tell a person's work from a name.
const jobWords = " writer reporter editor correspondent professor journalist staff press agency news team redaktion rédaction redacción redação redazione university universidad université università universität universidade institut institute instituto istituto college "

// isName reports whether a text reads as a person's name: two to five words that
// begin with capitals, particles aside.
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 6 || utf8.RuneCountInString(s) > 60 {
		return false
	}
	if first := strings.ToLower(words[0]); unicode.IsUpper(firstRune(words[0])) && strings.Contains(articles, " "+first+" ") && (len(words) > 2 || first != "la" && first != "le" && first != "el") || isRomanStop(words[0]) {
		return false
	}
	capital := 0
	for i, w := range words {
		r := firstRune(w)
		switch {
		case strings.Contains(particles, " "+strings.ToLower(w)+" ") && !unicode.IsUpper(r):
		case unicode.IsUpper(r) && !strings.ContainsAny(w, "0123456789,:;!?()[]/«»\"“”@_"):
			capital++
		case i > 0 && strings.HasPrefix(w, "(") && givenInBrackets.MatchString(s), strings.HasSuffix(w, ")") && givenInBrackets.MatchString(s):
		case (strings.HasPrefix(w, "d’") || strings.HasPrefix(w, "d'")) && len(w) > 3:
			capital++
		default:
			return false
		}
		if strings.Contains(noNames, " "+strings.ToLower(w)+" ") || strings.Contains(jobWords, " "+strings.ToLower(w)+" ") {
			return false
		}
		if strings.HasSuffix(w, ".") && utf8.RuneCountInString(w) > 4 {
			return false
		}
	}
	return capital >= 2 || capital == 1 && len(words) == 2
}

// splitNames divides a list of names at commas and conjunctions.
func splitNames(s string) []string {
	for _, sep := range [...]string{" and ", " & ", " et ", " und ", " y ", " e ", ";", " con ", " with ", " avec "} {
		s = strings.ReplaceAll(s, sep, ",")
	}
	var list []string
	for n := range strings.SplitSeq(s, ",") {
		if n = strings.Trim(squeeze(n), " .,;|·•–—-"); n != "" {
			list = append(list, n)
		}
	}
	return list
}

// readByline reads the names of a byline, nil if the text is none. bare lets a
// name alone be one.
func readByline(text string, bare bool) []string {
	s := strings.TrimRight(squeeze(text), " *†")
	if utf8.RuneCountInString(s) > 140 {
		return nil
	}
	low, lead := strings.ToLower(s), false
	for _, w := range bylineLeads {
		if rest, ok := strings.CutPrefix(low, w); ok && (strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, "\u00a0")) && len(low) == len(s) {
			s, lead = strings.TrimSpace(s[len(w):]), true
			break
		}
	}
	if rest, ok := strings.CutPrefix(s, "da "); ok && bare && isName(rest) { // Italian; elsewhere a particle
		s = rest
	}
	if !lead {
		s, lead = cutGenre(s)
	}
	if !lead && !bare {
		return nil
	}
	names := splitNames(beforeDate(withoutTasks(s)))
	for i, n := range names {
		if !isName(n) && !(lead && i == 0 && len(names) == 1 && isSingleName(n)) {
			if i > 0 { // "Jane Doe, Professor of History"
				return names[:i]
			}
			return nil
		}
	}
	return names
}

// beforeDate is a byline without the date, the time and the remarks that stand after
// its names.
func beforeDate(s string) string {
	if _, start, _, ok := findDate(s, ""); ok { // "by A. Writer, 3 May 2019", "… on 3 May 2019"
		s = strings.TrimRight(s[:start], " ,|·•–—-(")
		for _, w := range [...]string{" on", " le", " am", " el", " em", " il", " publié", " published"} {
			s = strings.TrimSuffix(s, w)
		}
	}
	for _, w := range [...]string{" à(s) ", " às ", " at ", " a las ", " alle ", " um ", " à "} { // "… at 10:15"
		if head, tail, ok := strings.Cut(s, w); ok && isDigit(firstRune(tail)) {
			s = head
		}
	}
	for _, sep := range [...]string{" | ", " • ", " · ", " – ", " — ", " - ", " / ", "("} {
		if head, _, ok := strings.Cut(s, sep); ok && (sep != "(" || !givenInBrackets.MatchString(s)) {
			s = head
		}
	}
	if head, last, ok := cutLast(s, " "); ok && strings.Contains(weekdays, " "+strings.ToLower(strings.Trim(last, ",."))+" ") {
		s = head
	}
	return s
}

// givenInBrackets is a name with another of its forms in the middle: "Jane (J. R.) Doe".
var givenInBrackets = regexp.MustCompile(`^\pL[\pL.'’ -]* \([\pL. ]+\) \p{Lu}[\pL'’-]+$`)

// weekdays stand before a date, in the six languages.
const weekdays = " monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag lunes martes miércoles jueves viernes sábado domingo segunda terça quarta quinta sexta segunda-feira terça-feira quarta-feira quinta-feira sexta-feira lunedì martedì mercoledì giovedì venerdì sabato domenica "

// cutLast is what stands before and after the last separator.
func cutLast(s, sep string) (before, after string, found bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// tasks begin what a byline says of those who did something else, or stand in brackets
// after a name.
var tasks = regexp.MustCompile(`(?i),? (?:edited|photographs|photography|photos|pictures|illustrations?|illustrated|video|graphics|fotos?|fotografías?|fotografie|ilustraciones|illustrationen) (?:by|de|di|von) .*$| \((?:reporting|words|text|texte?|texto|testo|avec [^)]*)\)`)

// besides are those of whom a byline says in brackets that they made the pictures.
var besides = regexp.MustCompile(`(?i)(?:,| and| &| et| und| y| e) [^,()]+ \((?:photos?|photography|photographs|photographies?|pictures|fotos?|fotografías?|fotografie|images?|illustrations?|illustrationen|ilustraciones|ilustrações|illustrazioni|video)\)`)

// withoutTasks is a byline without what it says of the photographs, the editing, and
// of who did which.
func withoutTasks(s string) string {
	s = besides.ReplaceAllString(s, "")
	if i := tasks.FindStringIndex(s); i == nil || i[0] == 0 {
		return s
	}
	return tasks.ReplaceAllString(s, "")
}

// cutGenre takes the kind of text off a byline: "An essay by", "Ein Essay von",
// "Un racconto di". It asks for an article, one or two words, and a name at the end.
func cutGenre(s string) (name string, ok bool) {
	words := strings.Fields(strings.NewReplacer(" d’", " de ", " d'", " de ").Replace(s))
	if len(words) < 5 || !strings.Contains(" a an ein eine un une una uno um uma ", " "+strings.ToLower(words[0])+" ") {
		return s, false
	}
	for i := 2; i <= 3 && i < len(words)-2; i++ {
		if strings.Contains(" by von de di par por da ", " "+words[i]+" ") {
			if name = strings.Join(words[i+1:], " "); isName(name) && unicode.IsUpper(firstRune(name)) && len(words)-i <= 4 {
				return name, true
			}
		}
	}
	return s, false
}

// isSingleName reports whether a word after "by" may be a name.
func isSingleName(s string) bool {
	return !strings.Contains(s, " ") && unicode.IsUpper(firstRune(s)) && utf8.RuneCountInString(s) > 2
}

// isByline reports whether a text is a byline and nothing else.
func isByline(text string) bool {
	return len(readByline(text, false)) > 0 || readTranslator(text) != ""
}

// readTranslator reads the name of a translator's line.
func readTranslator(text string) string {
	s := strings.Trim(squeeze(text), "()[].")
	if m := translatedFrom.FindStringSubmatch(s); m != nil && isName(m[1]) {
		return m[1]
	}
	low := strings.ToLower(s)
	for _, w := range translatorLeads {
		if rest, ok := strings.CutPrefix(low, w); ok && len(low) == len(s) && strings.HasPrefix(rest, " ") {
			if name := strings.TrimSpace(s[len(w):]); isName(name) {
				return name
			}
		}
	}
	return ""
}
