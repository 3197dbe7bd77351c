package cite

import "strings"

// language is what the house style says in one language. Words with %s take what is
// named. Spaces that must not break are written as U+00A0.
type language struct {
	tag        string // BCP 47 of the text
	american   bool   // a comma or a stop goes inside the closing quotation mark
	quote      [2]string
	inner      [2]string // marks inside a quoted title
	and        string
	comma      bool // a comma stands before "and" after a name turned around
	etal       string
	ibid       string // the same place as before
	ivi        string // the same work, another place; the same word as ibid in most languages
	italicIbid bool
	in         string    // before the work that a chapter stands in
	editor     [2]string // label after one name, after several
	director   [2]string // of a film
	editedBy   string    // after the title, with the names
	translated string
	edition    string // "%s" is the number as ordinal makes it
	ordinal    func(n string) string
	volume     string // of a book
	annual     string // of a periodical
	issue      string
	undated    string // in place of the year
	circa      string // before a year
	bce        string // "%s" is the year
	accessed   string // "%s" is the day on which an address was read
	thesis     string // of one that does not name its degree
	date       string // %d day, %m month, %y year
	monthYear  string
	first      string // the first day of a month
	months     []string
	articles   []string // words passed over when a title is sorted
	locators   map[string][2]string
}

// find returns the words of a language; one that the package does not know gets
// English ones with its own collation.
func find(tag string) *language {
	base, region := strings.ToLower(tag), ""
	if i := strings.IndexAny(base, "-_"); i >= 0 {
		base, region = base[:i], strings.ToUpper(base[i+1:])
	}
	l := english
	switch base {
	case "fr":
		l = french
	case "de":
		l = german
	case "es":
		l = spanish
	case "it":
		l = italian
	case "pt":
		l = portuguese
	}
	l.tag = tag
	if base == "en" && (region == "" || region == "US") {
		l.american = true
	}
	if base == "de" && (region == "CH" || region == "LI") {
		l.quote, l.inner = [2]string{"«", "»"}, [2]string{"‹", "›"}
	}
	if base == "es" && region != "" && region != "ES" || base == "pt" && region != "PT" {
		l.quote, l.inner = [2]string{"“", "”"}, [2]string{"‘", "’"}
	}
	return &l
}

// english follows the terms of The Chicago Manual of Style (17th ed., ch. 14 and 15) with
// commas for its stops. Dates are written day first in all English, as the imprint does.
var english = language{
	quote: [2]string{"“", "”"}, inner: [2]string{"‘", "’"},
	and: "and", comma: true, etal: "et al.", ibid: "ibid.", ivi: "ibid.", in: "in",
	editor: [2]string{"ed.", "eds."}, director: [2]string{"dir.", "dirs."},
	editedBy: "ed. %s", translated: "trans. %s", edition: "%s ed.", ordinal: englishOrdinal,
	volume: "vol.\u00A0", annual: "vol.\u00A0", issue: "no.\u00A0",
	undated: "n.d.", circa: "c.\u00A0", bce: "%s\u00A0BCE", accessed: "accessed %s", thesis: "PhD thesis",
	date: "%d\u00A0%m %y", monthYear: "%m %y", first: "1",
	months:   months("January February March April May June July August September October November December"),
	articles: []string{"the ", "a ", "an "},
	locators: locators("page p. pp.|chapter ch. chs.|section § §§|paragraph ¶ ¶¶|volume vol. vols.|issue no. nos.|line l. ll.|note n. nn.|" +
		"column col. cols.|figure fig. figs.|folio fol. fols.|part pt. pts.|book bk. bks.|verse v. vv.|article-locator art. arts.|appendix app. apps.|" +
		"table table tables|equation eq. eqs.|act act acts|scene sc. scs.|canon can. cann.|rule rule rules|opus op. opp.|title-locator tit. tits.|" +
		"sub-verbo s.v. s.vv.|supplement suppl. suppls.|version version versions|elocation loc. locs.|timestamp at at|surah surah surahs"),
}

// french follows the Lexique of the Imprimerie nationale: "p." and "art." have one form for
// one and several; a book has a "tome", a periodical a "volume"; Latin is in italics.
var french = language{
	quote: [2]string{"«\u00A0", "\u00A0»"}, inner: [2]string{"“", "”"},
	and: "et", etal: "et al.", ibid: "ibid.", ivi: "ibid.", italicIbid: true, in: "dans",
	editor: [2]string{"dir.", "dir."}, director: [2]string{"réal.", "réal."},
	editedBy: "éd. par %s", translated: "trad. par %s", edition: "%s éd.", ordinal: frenchOrdinal,
	volume: "t.\u00A0", annual: "vol.\u00A0", issue: "n°\u00A0",
	undated: "s.\u00A0d.", circa: "v.\u00A0", bce: "%s av.\u00A0J.-C.", accessed: "consulté le %s", thesis: "thèse",
	date: "%d\u00A0%m %y", monthYear: "%m %y", first: "1er",
	months:   months("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
	articles: []string{"le ", "la ", "les ", "l’", "l'", "un ", "une ", "des "},
	locators: locators("page p. p.|chapter chap. chap.|section § §|paragraph § §|volume t. t.|issue n° n°|line l. l.|note n. n.|" +
		"column col. col.|figure fig. fig.|folio fol. fol.|part part. part.|book liv. liv.|verse v. v.|article-locator art. art.|appendix annexe annexes|" +
		"table tabl. tabl.|equation éq. éq.|act acte actes|scene sc. sc.|canon can. can.|rule règle règles|opus op. op.|title-locator tit. tit.|" +
		"sub-verbo s._v. s._v.|supplement suppl. suppl.|version version versions|elocation empl. empl.|timestamp à à|surah sourate sourates"),
}

// german follows Duden: "S." without plural, "Ebd." in roman, "Jg." for a periodical's year.
var german = language{
	quote: [2]string{"„", "“"}, inner: [2]string{"‚", "‘"},
	and: "und", etal: "u.\u00A0a.", ibid: "ebd.", ivi: "ebd.", in: "in:",
	editor: [2]string{"Hg.", "Hg."}, director: [2]string{"Regie", "Regie"},
	editedBy: "hg. von %s", translated: "übers. von %s", edition: "%s Aufl.", ordinal: func(n string) string { return n + "." },
	volume: "Bd.\u00A0", annual: "Jg.\u00A0", issue: "Nr.\u00A0",
	undated: "o.\u00A0J.", circa: "um ", bce: "%s v.\u00A0Chr.", accessed: "abgerufen am %s", thesis: "Dissertation",
	date: "%d.\u00A0%m %y", monthYear: "%m %y", first: "1",
	months:   months("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
	articles: []string{"der ", "die ", "das ", "ein ", "eine "},
	locators: locators("page S. S.|chapter Kap. Kap.|section § §§|paragraph Abs. Abs.|volume Bd. Bde.|issue Nr. Nrn.|line Z. Z.|note Anm. Anm.|" +
		"column Sp. Sp.|figure Abb. Abb.|folio Bl. Bl.|part Teil Teile|book Buch Bücher|verse V. V.|article-locator Art. Art.|appendix Anhang Anhänge|" +
		"table Tab. Tab.|equation Gl. Gl.|act Akt Akte|scene Szene Szenen|canon Can. Cann.|rule Regel Regeln|opus op. op.|title-locator Tit. Tit.|" +
		"sub-verbo s._v. s._v.|supplement Beilage Beilagen|version Version Versionen|elocation Pos. Pos.|timestamp bei bei|surah Sure Suren"),
}

// spanish follows the Ortografía de la lengua española: feminine ordinals for editions
// with the stop before the raised letter, lower-case months, "de" between parts of a date.
var spanish = language{
	quote: [2]string{"«", "»"}, inner: [2]string{"“", "”"},
	and: "y", etal: "et al.", ibid: "ibid.", ivi: "ibid.", italicIbid: true, in: "en",
	editor: [2]string{"ed.", "eds."}, director: [2]string{"dir.", "dirs."},
	editedBy: "ed. de %s", translated: "trad. de %s", edition: "%s ed.", ordinal: func(n string) string { return n + ".ª" },
	volume: "vol.\u00A0", annual: "vol.\u00A0", issue: "n.º\u00A0",
	undated: "s.\u00A0f.", circa: "h.\u00A0", bce: "%s a.\u00A0C.", accessed: "consultado el %s", thesis: "tesis doctoral",
	date: "%d de %m de %y", monthYear: "%m de %y", first: "1",
	months:   months("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
	articles: []string{"el ", "la ", "los ", "las ", "un ", "una "},
	locators: locators("page p. pp.|chapter cap. caps.|section § §§|paragraph párr. párrs.|volume vol. vols.|issue n.º n.os|line l. ls.|note n. nn.|" +
		"column col. cols.|figure fig. figs.|folio fol. fols.|part parte partes|book lib. libs.|verse v. vv.|article-locator art. arts.|appendix apéndice apéndices|" +
		"table tabla tablas|equation ec. ecs.|act acto actos|scene esc. escs.|canon can. cans.|rule regla reglas|opus op. ops.|title-locator tít. títs.|" +
		"sub-verbo s._v. s._vv.|supplement supl. supls.|version versión versiones|elocation pos. pos.|timestamp en en|surah azora azoras"),
}

// italian keeps the difference that its scholars make: "ibid." for the same place, "ivi"
// for another place of the same work.
var italian = language{
	quote: [2]string{"«", "»"}, inner: [2]string{"“", "”"},
	and: "e", etal: "et al.", ibid: "ibid.", ivi: "ivi", italicIbid: true, in: "in",
	editor: [2]string{"a cura di", "a cura di"}, director: [2]string{"regia", "regia"},
	editedBy: "a cura di %s", translated: "trad. di %s", edition: "%s ed.", ordinal: func(n string) string { return n + "ª" },
	volume: "vol.\u00A0", annual: "vol.\u00A0", issue: "n.\u00A0",
	undated: "s.\u00A0d.", circa: "ca.\u00A0", bce: "%s a.C.", accessed: "consultato il %s", thesis: "tesi di dottorato",
	date: "%d\u00A0%m %y", monthYear: "%m %y", first: "1",
	months:   months("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
	articles: []string{"il ", "lo ", "la ", "i ", "gli ", "le ", "l’", "l'", "un ", "uno ", "una "},
	locators: locators("page p. pp.|chapter cap. capp.|section § §§|paragraph par. parr.|volume vol. voll.|issue n. nn.|line r. rr.|note n. nn.|" +
		"column col. coll.|figure fig. figg.|folio f. ff.|part parte parti|book libro libri|verse v. vv.|article-locator art. artt.|appendix app. app.|" +
		"table tab. tabb.|equation eq. eqq.|act atto atti|scene scena scene|canon can. cann.|rule regola regole|opus op. opp.|title-locator tit. titt.|" +
		"sub-verbo s.v. s.vv.|supplement suppl. suppl.|version versione versioni|elocation pos. pos.|timestamp a a|surah sura sure"),
}

// portuguese serves Portugal and Brazil alike where they differ in spelling only; the
// marks of quotation are set by region in find.
var portuguese = language{
	quote: [2]string{"«", "»"}, inner: [2]string{"“", "”"},
	and: "e", etal: "et al.", ibid: "ibid.", ivi: "ibid.", italicIbid: true, in: "em",
	editor: [2]string{"org.", "orgs."}, director: [2]string{"dir.", "dirs."},
	editedBy: "org. de %s", translated: "trad. de %s", edition: "%s ed.", ordinal: func(n string) string { return n + ".ª" },
	volume: "vol.\u00A0", annual: "vol.\u00A0", issue: "n.º\u00A0",
	undated: "s.\u00A0d.", circa: "c.\u00A0", bce: "%s a.C.", accessed: "acesso em %s", thesis: "tese de doutoramento",
	date: "%d de %m de %y", monthYear: "%m de %y", first: "1",
	months:   months("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
	articles: []string{"o ", "a ", "os ", "as ", "um ", "uma "},
	locators: locators("page p. pp.|chapter cap. caps.|section § §§|paragraph par. pars.|volume vol. vols.|issue n.º n.os|line l. ll.|note n. nn.|" +
		"column col. cols.|figure fig. figs.|folio fól. fóls.|part parte partes|book liv. livs.|verse v. vv.|article-locator art. arts.|appendix apêndice apêndices|" +
		"table tab. tabs.|equation eq. eqs.|act ato atos|scene cena cenas|canon cân. cân.|rule regra regras|opus op. opp.|title-locator tít. títs.|" +
		"sub-verbo s.v. s.vv.|supplement supl. supls.|version versão versões|elocation pos. pos.|timestamp em em|surah sura suras"),
}

func months(s string) []string { return strings.Fields(s) }

// locators reads a table of CSL locator labels with their abbreviations for one place
// and for several; _ is a no-break space inside an abbreviation.
func locators(s string) map[string][2]string {
	m := map[string][2]string{}
	for _, row := range strings.Split(s, "|") {
		f := strings.Fields(row)
		m[f[0]] = [2]string{strings.ReplaceAll(f[1], "_", "\u00A0"), strings.ReplaceAll(f[2], "_", "\u00A0")}
	}
	return m
}

func englishOrdinal(n string) string {
	end := "th"
	teen := len(n) > 1 && n[len(n)-2] == '1'
	switch last := n[len(n)-1]; {
	case teen:
	case last == '1':
		end = "st"
	case last == '2':
		end = "nd"
	case last == '3':
		end = "rd"
	}
	return n + end
}

func frenchOrdinal(n string) string {
	if n == "1" {
		return "1re"
	}
	return n + "e"
}
