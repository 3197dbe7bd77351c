package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"cahier/book"
)

// splitLocator takes the locator off the beginning of a citation's suffix: ", pp. 33-35"
// and ", 33" have one, ", and elsewhere" has none. What is left stays as written, its
// comma or space included.
func splitLocator(suffix []book.Inline) (book.Locator, []book.Inline) {
	if len(suffix) == 0 {
		return book.Locator{}, nil
	}
	first, ok := suffix[0].(*book.Text)
	if !ok {
		return book.Locator{}, suffix
	}
	loc, rest := parseLocator(first.Value)
	if loc.Value == "" {
		return loc, suffix
	}
	if rest == "" {
		return loc, suffix[1:]
	}
	first.Value = rest // its place stays that of the locator
	return loc, suffix
}

// bracedLocator reads "@key{pp. iv, vi-xi}": all of it is the locator, a page if no
// term says otherwise.
func bracedLocator(s string) book.Locator {
	s = strings.TrimSpace(s)
	label, rest := cutTerm(s)
	if label == "" {
		label, rest = "page", s
	}
	if rest = strings.TrimSpace(rest); rest == "" {
		return book.Locator{}
	}
	return book.Locator{Label: label, Value: rest}
}

// parseLocator parts the locator and what follows it. Without a term, as in "33", it is a page.
func parseLocator(s string) (book.Locator, string) {
	start := trimSpaces(strings.TrimPrefix(trimSpaces(s), ","))
	label, rest := cutTerm(start)
	if label != "" {
		rest = trimSpaces(rest)
	} else {
		label, rest = "page", start
		if rest == "" || rest[0] < '0' || rest[0] > '9' {
			return book.Locator{}, s
		}
	}
	size := locatorSize(rest)
	if label == "sub-verbo" {
		size = wordSize(rest)
	}
	if size == 0 {
		return book.Locator{}, s
	}
	return book.Locator{Label: label, Value: rest[:size]}, rest[size:]
}

// trimSpaces takes off spaces of any kind: a no-break space may stand after "p.".
func trimSpaces(s string) string { return strings.TrimLeftFunc(s, unicode.IsSpace) }

// cutTerm takes a locator's term, "pp." or "Kapitel", off the beginning of s.
func cutTerm(s string) (label, rest string) {
	for _, t := range []string{"s.v.", "s. v.", "sub verbo"} {
		if len(s) >= len(t) && strings.EqualFold(s[:len(t)], t) {
			return "sub-verbo", s[len(t):]
		}
	}
	end := strings.IndexFunc(s, func(c rune) bool { return !unicode.IsLetter(c) && !strings.ContainsRune("§¶°º", c) })
	if end <= 0 {
		return "", s
	}
	word, rest := s[:end], s[end:]
	label = locatorTerms[strings.ToLower(word)]
	if label == "" && strings.ContainsAny(word, "§¶") {
		label = locatorTerms[strings.Trim(word, "abcdefghijklmnopqrstuvwxyz")]
	}
	return label, strings.TrimPrefix(strings.TrimPrefix(rest, "."), "º")
}

// locatorSize is the size of a locator's value at the beginning of s: words with
// digits, Roman numerals and single capitals, joined by commas, dashes and "&".
func locatorSize(s string) int {
	size := 0
	for at := 0; ; {
		word := wordSize(s[at:])
		if word == 0 || !isNumberWord(s[at:at+word], size == 0) {
			return size
		}
		size = at + word
		size += followingSize(s[size:])
		joint := jointSize(s[size:])
		if joint == 0 {
			return size
		}
		at = size + joint
	}
}

// followingSize is the size of "ff." and its like after a number.
func followingSize(s string) int {
	rest := trimSpaces(s)
	end := wordSize(rest)
	switch rest[:end] {
	case "f", "ff", "sq", "sqq", "s", "ss", "sg", "sgg":
		if strings.HasPrefix(rest[end:], ".") {
			end++
		}
		if len(rest) == len(s) {
			return 0 // "33f" is one word already
		}
		return len(s) - len(rest) + end
	}
	return 0
}

// wordSize is the size of a word without the marks at its end.
func wordSize(s string) int {
	end := strings.IndexFunc(s, func(c rune) bool { return unicode.IsSpace(c) || c == ',' || c == ';' || c == '&' })
	if end < 0 {
		end = len(s)
	}
	return len(strings.TrimRight(s[:end], `.:!?)]»"'`))
}

// isNumberWord reports whether a word counts something: with digits, or Roman, or, as the
// first, a single capital ("app. B").
func isNumberWord(w string, first bool) bool {
	if strings.ContainsFunc(w, unicode.IsDigit) || strings.Trim(w, "ivxlcdm-–") == "" || strings.Trim(w, "IVXLCDM-–") == "" {
		return true
	}
	c, size := utf8.DecodeRuneInString(w)
	return first && size == len(w) && unicode.IsUpper(c)
}

// jointSize is the size of what may stand between two words of a locator.
func jointSize(s string) int {
	rest := trimSpaces(s)
	for _, joint := range []string{",", "&", "-", "–", "et ", "and ", "und ", "y ", "e "} {
		if after, ok := strings.CutPrefix(rest, joint); ok && (joint[len(joint)-1] != ' ' || len(rest) < len(s)) {
			return len(s) - len(trimSpaces(after))
		}
	}
	return 0
}

// locatorTerms are the words for places in a work, in the six languages of cahier,
// without their final stop, and the CSL 1.0.2 locator that each stands for. English
// ones hold in every language; a word that two languages understand differently is
// left out.
var locatorTerms = termTable(map[string]string{
	"act":             "act acts acte actes akt acto actos atto atti",
	"appendix":        "app appendix appendices annexe annexes anhang apéndice appendice apêndice",
	"article-locator": "art arts article articles artikel artículo artículos articolo articoli artigo artigos",
	"book":            "bk bks book books livre livres liv buch libro libros libri livro livros",
	"canon":           "canon canons can",
	"chapter":         "ch chs chap chaps chapter chapters chapitre chapitres kap kapitel cap caps capp capítulo capítulos capitolo capitoli",
	"column":          "col cols column columns colonne colonnes sp spalte spalten columna columnas colonna coluna colunas",
	"equation":        "eq eqs equation equations",
	"figure":          "fig figs figg figure figures abb abbildung abbildungen figura figuras",
	"folio":           "fo fos fol fols foll folio folios blatt fólio fólios",
	"issue":           "no nos nr nrn n° nº nᵒ num núm number numbers numéro numéros nummer heft número números numero numeri",
	"line":            "l ll line lines ligne lignes z zeile zeilen lín línea líneas linea righe linha linhas",
	"note":            "n nn note notes anm fn fußnote nota notas noten",
	"opus":            "op opp opus",
	"page":            "p pp pg page pages s seite seiten pág págs pag pagg página páginas pagina pagine",
	"paragraph":       "para paras par paragraph paragraphs paragraphe paragraphes abs absatz párr párrafo párrafos paragrafo paragrafi parágrafo parágrafos ¶ ¶¶",
	"part":            "pt pts part parts partie parties teil teile parte partes parti",
	"rule":            "rule rules règle règles",
	"scene":           "sc scene scenes scène scènes szene",
	"section":         "sec secs sect section sections abschn abschnitt abschnitte secc sección secciones sez sezione sezioni seção seções § §§",
	"sub-verbo":       "sv",
	"table":           "tbl tab table tables tableau tableaux tabelle tabla tablas tabella tabela",
	"timestamp":       "timestamp",
	"title-locator":   "tit titre titel título titolo",
	"verse":           "v vv verse verses vers verso versos versi",
	"volume":          "vol vols voll volume volumes t tome tomes bd bde band bände tomo tomos volumen volúmenes volumi",
})

// termTable turns the lists of words around.
func termTable(words map[string]string) map[string]string {
	table := map[string]string{}
	for label, list := range words {
		for _, w := range strings.Fields(list) {
			table[w] = label
		}
	}
	return table
}
