package ortho

import "strings"

// rules are what a language asks for. The zero rules are those of a language unknown
// here: nothing but what is wrong everywhere.
type rules struct {
	known bool
	// pairs are the quotation marks, opening and closing, by level of nesting.
	pairs [3][2]rune
	// byShape gives the straight double mark the first pair and the straight single one
	// the second, at any depth: English, where the writer's choice says which nests in which.
	byShape bool
	// swapped: the guillemets may point inwards (»so«), so that only the context
	// tells which opens.
	swapped bool

	inside  rune // space inside « », 0 if none belongs there
	high    rune // space before ; ! ?, 0 if none
	colon   rune // space before :, 0 if none
	percent rune // between a number and the per cent sign
	group   rune // between groups of three digits
	addHigh bool // French: the spaces before ; : ! ? and % are put where none is
	tight   bool // no space belongs before , ; ! ?, and one found there goes

	incise   bool // spaced dashes come in pairs; else a spaced dash stays with what precedes it
	lone     bool // with incise: a spaced dash without a partner in its sentence stays with what precedes it
	dialogue bool // a hyphen and a space at the head of a line are a dialogue dash
	ranges   bool // an en dash, certainly, between years and after "pp."
	joined   bool // "word--word" is an em dash
	clings   bool // a dash clings to what it encloses, so that a hyphen may stand for it there
	arrows   bool // << and >> are guillemets
	letters  rune // between the letters of abbreviations like "z. B.", 0 to keep

	titles   words // stay with the name after them
	counters words // stay with the number after them
	elided   words // begin with an apostrophe
	raise    raiser
}

// words is a set of words.
type words map[string]bool

func list(s string) words {
	w := words{}
	for _, f := range strings.Fields(s) {
		w[f] = true
	}
	return w
}

// ruleSet finds the rules of a language.
type ruleSet struct {
	other  *rules
	byLang map[string]*rules
}

func newRuleSet() *ruleSet { return &ruleSet{other: &rules{}, byLang: map[string]*rules{}} }

// find returns the rules of a BCP 47 tag.
func (rs *ruleSet) find(lang string) *rules {
	if ru, ok := rs.byLang[lang]; ok {
		return ru
	}
	ru := rs.other
	base, region := split(lang)
	switch base {
	case "fr":
		ru = french(region)
	case "en":
		ru = english()
	case "de":
		ru = german(region)
	case "es":
		ru = spanish(region)
	case "pt":
		ru = portuguese(region)
	case "it":
		ru = italian()
	}
	rs.byLang[lang] = ru
	return ru
}

// split returns the language of a tag in lower case and its region in upper case, ""
// if it names none (RFC 5646, section 2.1: a region is two letters or three digits).
func split(lang string) (base, region string) {
	parts := strings.FieldsFunc(lang, func(r rune) bool { return r == '-' || r == '_' })
	if len(parts) == 0 {
		return "", ""
	}
	for _, p := range parts[1:] {
		if len(p) == 2 || len(p) == 3 && isDigit(rune(p[0])) {
			return strings.ToLower(parts[0]), strings.ToUpper(p)
		}
	}
	return strings.ToLower(parts[0]), ""
}

var (
	guillemets = [2]rune{'«', '»'}
	doubles    = [2]rune{'“', '”'}
	singles    = [2]rune{'‘', '’'}
)

// french: Lexique des règles typographiques, "ponctuation", "espaces", "abréviations". The
// four high signs take a space before them, narrow but for the colon; guillemets hold one
// inside; a second quotation inside the first has English marks.
func french(region string) *rules {
	ru := &rules{
		known:  true,
		pairs:  [3][2]rune{guillemets, doubles, singles},
		inside: nbsp, high: narrow, colon: nbsp, percent: nbsp, group: narrow, addHigh: true,
		incise: true, dialogue: true, arrows: true,
		titles:   list("M. MM. Mme Mmes Mlle Mlles Mgr Me Dr Pr Vve St Ste"),
		counters: list("p. pp. P. n° nº N° no No nos art. Art. chap. ch. t. T. vol. fig. § §§ liv. f° fol. col. pl. tabl. sect. l. v. cf. livre tome page pages article chapitre note"),
		raise:    raiseFrench,
	}
	switch region {
	case "CH": // Guide du typographe (Lausanne): narrow spaces throughout
		ru.inside, ru.colon = narrow, narrow
	case "CA": // Office québécois de la langue française: none before ; ! ?
		ru.high = 0
	}
	return ru
}

// english: double or single marks outside are the writer's choice (the first is the American
// habit, the second was the British one), so a straight mark keeps its shape. A spaced dash
// belongs to the word before it; years and pages take an en dash (Chicago 6.78).
func english() *rules {
	return &rules{
		known: true,
		pairs: [3][2]rune{doubles, singles, doubles}, byShape: true,
		percent: nbsp, group: nbsp, tight: true, ranges: true, joined: true,
		titles:   list("Mr Mr. Mrs Mrs. Ms Ms. Mx Dr Dr. St St. Prof Prof. Rev. Hon. Gen. Col. Capt. Lt. Sgt. Sr. Jr."),
		counters: list("p. pp. no. nos. No. Nos. vol. vols. Vol. ch. chs. fig. figs. Fig. § §§ art. sec. n. nn. l. ll. v. vv. page pages chapter volume note"),
		elided:   list("tis twas twere twill twould tisn twasn em cause til till bout round n neath ere cept"),
	}
}

// german: Amtliche Regelung § 89–95 and DIN 5008: „so“ or »so«; the Bis-Strich between
// figures is an en dash; "z. B." has a narrow space; a dash alone parts what was said from what
// follows and ends its line. Switzerland writes «so».
func german(region string) *rules {
	ru := &rules{
		known:   true,
		pairs:   [3][2]rune{{'„', '“'}, {'‚', '‘'}, {'„', '“'}},
		swapped: true,
		percent: nbsp, group: narrow, tight: true, incise: true, lone: true, ranges: true, letters: narrow,
		titles:   list("Dr. Prof. Hr. Fr. Hrn. St. Dipl. Ing. Nr."),
		counters: list("S. Bd. Bde. Nr. Nrn. Kap. Abb. Art. § §§ Tab. Fn. Anm. H. Z. Sp. Seite Kapitel Band Heft Nummer"),
		elided:   list("s ne n nen nem ner raus runter rein rauf rüber"),
	}
	if region == "CH" || region == "LI" {
		ru.pairs = [3][2]rune{guillemets, {'‹', '›'}, guillemets}
		ru.swapped = false
	}
	return ru
}

// spanish: Ortografía de la lengua española (2010): angular marks first in Spain, curly ones
// in the Americas; a dash clings to what it encloses; groups of three digits take a space.
func spanish(region string) *rules {
	ru := &rules{
		known:   true,
		pairs:   [3][2]rune{guillemets, doubles, singles},
		percent: nbsp, group: narrow, tight: true, incise: true, dialogue: true, clings: true, arrows: true, letters: nbsp,
		titles:   list("Sr. Sra. Srta. Sres. D. Dña. Dr. Dra. Dres. Ud. Uds. Sto. Sta. Mons."),
		counters: list("p. pp. pág. págs. cap. caps. vol. vols. t. núm. núms. n.º n.os n.o nº art. arts. fig. figs. § §§ lib. fol. página páginas capítulo nota"),
		raise:    raiseIberian,
	}
	if region != "" && region != "ES" { // use in the Americas
		ru.pairs = [3][2]rune{doubles, singles, doubles}
	}
	return ru
}

// portuguese: curly marks in Brazil and by default, angular ones in Portugal.
func portuguese(region string) *rules {
	ru := &rules{
		known:   true,
		pairs:   [3][2]rune{doubles, singles, doubles},
		percent: nbsp, group: narrow, tight: true, incise: true, dialogue: true, arrows: true,
		titles:   list("Sr. Sra. Srs. Sras. D. Dr. Dra. Drs. Eng. Prof. Sto. Sta. V."),
		counters: list("p. pp. pág. págs. cap. caps. vol. vols. t. n.º n.os n.o nº num. art. arts. fig. figs. § §§ liv. fol. página páginas capítulo nota"),
		raise:    raiseIberian,
	}
	if region == "PT" {
		ru.pairs = [3][2]rune{guillemets, doubles, singles}
	}
	return ru
}

// italian: book practice: angular marks without inner space, curly ones inside them.
func italian() *rules {
	return &rules{
		known:   true,
		pairs:   [3][2]rune{guillemets, doubles, singles},
		percent: nbsp, group: narrow, tight: true, incise: true, dialogue: true, arrows: true,
		titles:   list("sig. Sig. sig.ra dott. Dott. prof. Prof. on. On. avv. ing. don mons."),
		counters: list("p. pp. pag. pagg. cap. capp. vol. voll. t. n. nn. n° nº art. artt. fig. figg. § §§ lib. fol. f. ff. c. cc. pagina pagine capitolo nota"),
		elided:   list("sto sta sti ste l n ndrangheta Ndrangheta"),
		raise:    raiseItalian,
	}
}

// units are signs of units of measure and money, the same in all languages; each
// stays with the number before it.
var units = list("km hm dam dm m cm mm µm nm km² m² cm² ha m³ cm³ km/h m/s kg hg g mg µg t q l dl cl ml hl L mL Hz kHz MHz GHz " +
	"W kW MW GW kWh MWh V kV mA J kJ MJ cal kcal Pa hPa kPa bar K h min s ms ° °C °F % ‰ € $ £ ¥ F € CHF EUR USD GBP Ko Mo Go kB MB GB ko " +
	"million millions milliard milliards billion billions Mio. Mrd. Millionen Milliarden millón millones milhão milhões milione milioni miliardi")
