package clean

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// siteWords are words of menus and of buttons; a line of nothing else is the
// site's.
const siteWords = " twitter facebook youtube instagram rss linkedin whatsapp telegram mastodon bluesky email e-mail mail imprimer print drucken imprimir stampa newsletter menu home accueil startseite inicio início search recherche suche buscar cerca login connexion anmelden tweeter tweet tweeten share partager teilen compartir compartilhar condividi partilhar facebook pinterest reddit x like j'aime abo abonnement s'abonner subscribe contact contacts kontakt contacto contato contatti plus more mehr más mais lire read en de pdf epub "

// isSiteLine reports whether a short line is the site's: its menu, its buttons.
func isSiteLine(text string) bool {
	n := utf8.RuneCountInString(text)
	if n > 240 {
		return false
	}
	all, site := 0, 0
	for w := range strings.FieldsSeq(strings.ToLower(text)) {
		w = strings.Trim(w, "[]().,:;!|·•›»>…–—-/")
		if w == "" {
			continue
		}
		all++
		if strings.Contains(siteWords, " "+w+" ") {
			site++
		}
	}
	if all == 0 || site == all || site >= 3 && site*3 >= all {
		return true
	}
	if digits := strings.TrimLeft(text, "0123456789.,kK "); digits != text && n < 30 && slices.Contains(counted, strings.ToLower(strings.TrimSpace(digits))) {
		return true
	}
	if low := strings.ToLower(strings.TrimRight(text, ". ")); n < 90 && slices.ContainsFunc(encyclopedias, func(w string) bool { return strings.HasSuffix(low, w) }) {
		return true
	}
	if strings.Contains(text, "[RSS]") || strings.HasPrefix(text, "Skip to") || isReadingTime(text) {
		return true
	}
	return n < 60 && (isEndHead(text) || hasLead(text, relatedLeads)) || isBreadcrumb(text)
}

// counted are what networks count below a text.
var counted = []string{"likes", "like", "comments", "comment", "shares", "share", "restacks", "views", "claps", "responses", "commentaires", "commentaire", "j'aime", "partages", "kommentare", "kommentar", "comentarios", "comentario", "comentários", "comentário", "commenti", "commento", "visualizzazioni"}

// encyclopedias end the line by which they name themselves.
var encyclopedias = []string{"the free encyclopedia", "l'encyclopédie libre", "l’encyclopédie libre", "freie enzyklopädie", "la enciclopedia libre", "a enciclopédia livre", "l'enciclopedia libera", "l’enciclopedia libera"}

// isBreadcrumb reports lines such as "Home > Ideas > History" and menus
// divided by bars.
func isBreadcrumb(text string) bool {
	for _, sep := range [...]string{" > ", " › ", " » ", " | ", " / ", " · ", " • "} {
		if parts := strings.Split(text, sep); len(parts) >= 3 {
			short := 0
			for _, p := range parts {
				if utf8.RuneCountInString(p) < 26 {
					short++
				}
			}
			if short == len(parts) && !endsSentence(text) {
				return true
			}
		}
	}
	return false
}

// maxHead is the number of blocks at the beginning that may be the site's, the
// title and what belongs to it.
const maxHead = 24

// readHead reads title, subtitle, author, date and address from the blocks
// before the first paragraph and takes them out, with what is the site's.
func (d *draft) readHead(blocks []textBlock) []textBlock {
	begin := slices.IndexFunc(blocks, isBodyText)
	if begin < 0 {
		begin = min(len(blocks), 1)
	}
	if begin > maxHead {
		begin = 0
	}
	var titles []int
	for i := range blocks[:begin] {
		if b := &blocks[i]; b.kind != caption && !d.readHeadLine(b) {
			titles = append(titles, i)
		}
	}
	title := d.pickTitle(blocks, titles)
	if title >= 0 {
		d.meta.title = blocks[title].text
		blocks[title].spare = true
		d.readAround(blocks, titles, title)
	}
	for i := begin; i < len(blocks) && i < begin+3; i++ { // an address or a date below the standfirst
		if text := blocks[i].text; utf8.RuneCountInString(text) < 160 && (isDateLine(text) || len(readByline(text, false)) > 0 && isByline(text)) {
			d.readHeadLine(&blocks[i])
		}
	}
	return slices.DeleteFunc(blocks, func(b textBlock) bool { return b.spare })
}

// isBodyText reports whether a block is a paragraph of the article.
func isBodyText(b textBlock) bool {
	n := utf8.RuneCountInString(b.text)
	if b.kind == verse {
		return true
	}
	if b.kind != paragraph || n < 80 || isDateLine(b.text) || isSiteLine(b.text) || strings.HasPrefix(b.text, "http") {
		return false
	}
	if n < 400 && chromeScore(b.text) > 0 {
		return false
	}
	return n >= 160 || endsSentence(b.text)
}

// readHeadLine reads one line of the head: an address, a date, a byline, or the
// site's own; the line is then spare. It reports false if the line may be the title.
func (d *draft) readHeadLine(b *textBlock) bool {
	text := b.text
	n := utf8.RuneCountInString(text)
	why := ""
	switch names := readByline(text, false); {
	case addressIn(text) != "":
		set(&d.meta.url, addressIn(text))
		why = "address, now in the front matter"
	case len(names) > 0:
		if len(d.meta.authors) == 0 {
			d.meta.authors = names
		}
		if date, _, _, ok := findDate(text, d.meta.lang); ok {
			set(&d.meta.date, date)
		}
		why = "byline, now in the front matter"
	case readTranslator(text) != "":
		d.meta.translators = append(d.meta.translators, readTranslator(text))
		why = "translator, now in the front matter"
	case n < 140 && d.nameAndDate(text):
		why = "byline and date, now in the front matter"
	case n < 180 && isDateLine(text):
		date, _, _, _ := findDate(text, d.meta.lang)
		set(&d.meta.date, date)
		why = "date line, now in the front matter"
	case isSiteLine(text), n < 400 && chromeScore(text) > 0 && n > 20:
		why = "words of the site"
	default:
		return d.sourceLine(b)
	}
	d.removed = append(d.removed, Removal{Text: excerpt(text), Why: why})
	b.spare = true
	return true
}

// sourceLine reads lines such as "Source: Le Monde diplomatique, May 2019" and
// "Author, date, site" in one line.
func (d *draft) sourceLine(b *textBlock) bool {
	for _, w := range [...]string{"source :", "source:", "quelle:", "fuente:", "fonte:", "publié dans", "paru dans", "published in", "erschienen in", "publicado en", "publicado em", "pubblicato su", "originally published in", "first published in", "quelle :", "fonte :", "fuente :"} {
		if low := strings.ToLower(b.text); strings.HasPrefix(low, w) && utf8.RuneCountInString(b.text) < 160 {
			rest := strings.TrimSpace(b.text[len(w):])
			if date, start, _, ok := findDate(rest, d.meta.lang); ok {
				set(&d.meta.date, date)
				rest = rest[:start]
			}
			set(&d.meta.publication, strings.Trim(rest, " ,.()–—-"))
			d.removed = append(d.removed, Removal{Text: b.text, Why: "source, now in the front matter"})
			b.spare = true
			return true
		}
	}
	return false
}

// nameAndDate reads a line that holds an author's name and a date.
func (d *draft) nameAndDate(text string) bool {
	names, date := splitNameDate(text, d.meta.lang)
	if len(names) == 0 {
		return false
	}
	set(&d.meta.date, date)
	if len(d.meta.authors) == 0 {
		d.meta.authors = names
	}
	return true
}

// splitNameDate reads "Jane Doe, 3 May 2019", "3 May 2019 | Jane Doe" and
// "published on 3 May 2019 by Jane Doe".
func splitNameDate(text, lang string) (names []string, date string) {
	date, start, end, ok := findDate(text, lang)
	if !ok || utf8.RuneCountInString(text) > 140 {
		return nil, ""
	}
	const seps = " ,|·•–—-()/:"
	before, after := strings.Trim(text[:start], seps), strings.Trim(text[end:], seps)
	for _, part := range [...]string{before, after} {
		if names = readByline(part, true); len(names) > 0 && strings.ToUpper(part) != part && !strings.Contains(dateWords, " "+strings.ToLower(firstWord(part))+" ") || len(readByline(part, false)) > 0 {
			return names, date
		}
	}
	return nil, ""
}

// addressIn is the web address that a line consists of, perhaps after a word.
func addressIn(text string) string {
	i := strings.Index(text, "http://")
	if j := strings.Index(text, "https://"); j >= 0 {
		i = j
	}
	if i < 0 || i > 40 || strings.ContainsAny(text[i:], " ") && len(text)-i > 300 {
		return ""
	}
	u, rest, _ := strings.Cut(text[i:], " ")
	if utf8.RuneCountInString(rest) > 20 {
		return ""
	}
	return webAddress(strings.TrimRight(u, ").,;>]"), "")
}

// pickTitle chooses the title among the lines of the head: the one whose words
// the address holds, else the first of three words or more, else the first.
func (d *draft) pickTitle(blocks []textBlock, list []int) int {
	if len(list) == 0 {
		return -1
	}
	slug := slugOf(d.meta.url)
	best, most := -1, 0
	for _, i := range list {
		n := 0
		for _, w := range slugWords(blocks[i].text) {
			if slices.Contains(slug, w) {
				n++
			}
		}
		if n > most {
			best, most = i, n
		}
	}
	if most >= 2 {
		return best
	}
	byline := slices.IndexFunc(blocks, func(b textBlock) bool { return b.spare && isByline(b.text) })
	over := slices.IndexFunc(list, func(i int) bool { return i > byline })
	if over < 0 {
		over = len(list)
	}
	if byline > 0 && over >= 3 { // much stands over the byline: the title is right above it, or above its subtitle
		last, prev := blocks[list[over-1]].text, blocks[list[over-2]].text
		if utf8.RuneCountInString(last)*2 > utf8.RuneCountInString(prev)*3 {
			return list[over-2]
		}
		return list[over-1]
	}
	for _, i := range list {
		if alone := (i == 0 || blocks[i-1].group != blocks[i].group) && (i+1 == len(blocks) || blocks[i+1].group != blocks[i].group); alone && len(strings.Fields(blocks[i].text)) == 2 {
			return i
		}
		if len(strings.Fields(blocks[i].text)) >= 3 && utf8.RuneCountInString(blocks[i].text) <= 200 {
			return i
		}
	}
	return list[0]
}

// slugOf lists the words of an address's last part.
func slugOf(address string) []string {
	path := strings.TrimRight(address, "/")
	return slugWords(path[strings.LastIndexByte(path, '/')+1:])
}

// slugWords writes a text's words as addresses do: without accents, in lower
// case.
func slugWords(s string) []string {
	return strings.FieldsFunc(strings.Map(func(r rune) rune {
		if i := strings.IndexRune("àáâãäåçèéêëìíîïñòóôõöùúûüýÿ", r); i >= 0 {
			return []rune("aaaaaaceeeeiiiinooooouuuuyy")[utf8.RuneCountInString("àáâãäåçèéêëìíîïñòóôõöùúûüýÿ"[:i])]
		}
		return r
	}, strings.ToLower(s)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// readAround settles the other lines of the head: a name is the author, what
// follows the title is its subtitle, what is left over is the site's.
func (d *draft) readAround(blocks []textBlock, list []int, title int) {
	for _, i := range list {
		b := &blocks[i]
		words := len(strings.Fields(b.text))
		switch names := readByline(b.text, true); {
		case i == title:
		case len(names) > 0 && len(d.meta.authors) == 0 && i > title && utf8.RuneCountInString(b.text) < 70:
			d.meta.authors = names
			d.removed = append(d.removed, Removal{Text: b.text, Why: "author, now in the front matter"})
			b.spare = true
		case i == title+1 && words >= 3 && !endsSentence(b.text):
			d.meta.subtitle = b.text
			b.spare = true
		case sameText(b.text, d.meta.title), i < title, words <= 2:
			d.removed = append(d.removed, Removal{Text: b.text, Why: "words of the site"})
			b.spare = true
		}
	}
}

// readTail takes the site's words from the end: lines of its menu, and headings
// such as "Comments" with the lines under them, wherever they stand in the second half.
func (d *draft) readTail(blocks []textBlock) []textBlock {
	for i := len(blocks) / 3; i < len(blocks); i++ {
		if b := blocks[i]; i > 0 && !b.spare && b.kind == paragraph && utf8.RuneCountInString(b.text) < 60 && isEndHead(b.text) && !isNoteHead(b.text) {
			d.dropTeasers(blocks, i)
		}
	}
	blocks = slices.DeleteFunc(blocks, func(b textBlock) bool { return b.spare })
	for len(blocks) > 1 {
		b := blocks[len(blocks)-1]
		n := utf8.RuneCountInString(b.text)
		label, rest := leadLabel(defLine{text: b.lead + b.text})
		if rest != "" && isNumber(label) && !isSiteLine(b.text) || !(isSiteLine(b.text) || n < 240 && chromeScore(b.text) > 0 || n < 400 && chromeScore(b.text) > 1) {
			if addressIn(b.text) == "" || n >= 200 || rest != "" || d.meta.url != "" {
				break
			}
			d.meta.url = addressIn(b.text)
		}
		d.removed = append(d.removed, Removal{Text: excerpt(b.text), Why: "words of the site"})
		blocks = blocks[:len(blocks)-1]
	}
	return blocks
}

// dropTeasers marks a heading of the site and the lines under it as spare: those
// of its group, else all short lines up to the next paragraph, but for the last of them
// if a paragraph follows, which is that paragraph's heading.
func (d *draft) dropTeasers(blocks []textBlock, i int) {
	end := i + 1
	for end < len(blocks) && isTeaser(blocks[end]) {
		end++
	}
	own := i + 1
	for own < end && blocks[own].group == blocks[i].group {
		own++
	}
	if own > i+1 {
		end = own
	} else if end < len(blocks) && end > i+1 && !isNoteHead(blocks[end].text) {
		if _, rest := leadLabel(defLine{text: blocks[end].lead + blocks[end].text}); rest == "" && blocks[end].group != blocks[end-1].group {
			end--
		}
	}
	for j := i; j < end; j++ {
		d.removed = append(d.removed, Removal{Text: excerpt(blocks[j].text), Why: "words of the site"})
		blocks[j].spare = true
	}
}

// isTeaser reports whether a block may be the title of another article or a
// button: short, no sentence, no note.
func isTeaser(b textBlock) bool {
	if _, rest := leadLabel(defLine{text: b.lead + b.text}); rest != "" && b.kind != item || isNoteHead(b.text) {
		return false
	}
	n := utf8.RuneCountInString(b.text)
	return n < 60 && chromeScore(b.text) > 0 || n < 110 && !endsSentence(b.text) && b.kind != verse && b.kind != caption
}
