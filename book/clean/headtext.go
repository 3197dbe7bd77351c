package clean

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

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
	if all == 0 || site == all || site >= 3 && site*3 >= all || site >= 2 && site*2 >= all && all <= 8 && !endsSentence(text) {
		return true
	}
	if digits := strings.TrimLeft(text, "0123456789.,kK "); digits != text && n < 30 && slices.Contains(counted, strings.ToLower(strings.TrimSpace(digits))) {
		return true
	}
	if isEncyclopedia(text) {
		return true
	}
	if strings.Contains(text, "[RSS]") || strings.HasPrefix(text, "Skip to") || isReadingTime(text) || slices.Contains(sitePhrases, strings.ToLower(strings.Trim(text, " .:!?»›>▼▾\u00a0"))) {
		return true
	}
	return n < 60 && (isEndHead(text) || hasLead(text, relatedLeads)) || isBreadcrumb(text)
}

// sitePhrases are entries of menus that are more than a word.
var sitePhrases = []string{"accept cookies", "accept all cookies", "accepter les cookies", "cookies akzeptieren", "aceptar cookies", "aceptar las cookies", "aceitar cookies", "aceitar todos", "aceptar todo", "accetta i cookie", "accetta tutti", "enter your email", "enter your email address", "your email address", "type your email", "votre adresse e-mail", "votre adresse mail", "votre email", "je m’inscris", "je m'inscris", "ihre e-mail-adresse", "tu correo electrónico", "tu email", "o seu e-mail", "seu e-mail", "digite seu e-mail", "la tua email", "il tuo indirizzo email", "comentar", "partilhar notícia", "compartilhar notícia", "compartir noticia", "sign in", "sign up", "log in", "log out", "about us", "about", "archive", "archives", "our team", "my account", "skip to content", "skip to main content", "get started", "open in app", "follow", "following", "listen", "save", "read aloud", "gift", "more from medium", "start writing", "like loading...", "like this", "share this", "write for us", "send to a friend", "email to a friend", "view history", "talk", "tools", "podcast", "podcasts", "jump to navigation", "jump to search", "accept all", "accept", "reject", "substack is the home for great culture", "ready for more",
	"se connecter", "retour à l'accueil", "retour à l’accueil", "se déconnecter", "s’abonner", "s'abonner", "s’inscrire", "s'inscrire", "aller au contenu", "aller au contenu principal", "aller à la navigation", "à propos", "qui sommes-nous", "nous contacter", "mon compte", "plan du site", "numéros", "dossiers", "rubriques", "archives et numéros", "faire un don", "nous soutenir", "envoyer à un ami", "recommander à un ami", "écouter l'article", "écouter l’article", "offrir", "enregistrer", "suivre", "à la une", "vidéos", "je m'abonne", "je m’abonne", "imprimer", "lire plus tard", "article réservé aux abonnés", "tout accepter", "tout refuser", "accepter", "refuser",
	"zum inhalt springen", "zur startseite", "zurück zur startseite", "zum inhalt", "zur navigation", "über uns", "ausgaben", "archiv", "anmelden", "registrieren", "mein konto", "artikel drucken", "artikel kommentieren", "artikel anhören", "merken", "folgen", "vorlesen", "lokales", "alle akzeptieren", "ablehnen", "zur navigation springen", "zur suche springen",
	"saltar al contenido", "volver a la portada", "ir al contenido", "iniciar sesión", "quiénes somos", "sobre nosotros", "números", "autores", "suscripción", "escuchar", "guardar", "seguir", "aceptar", "rechazar", "enviar por correo", "enviar por email", "acerca de", "ir a la navegación", "ir a la búsqueda", "mi cuenta", "comparte esto", "me gusta esto",
	"pular para o conteúdo", "ir para o conteúdo", "saltar para o conteúdo", "entrar", "quem somos", "sobre nós", "pesquisar", "edições", "assinar", "partilhe isto", "compartilhe isso", "relacionado", "relacionados", "gostar disto", "ouvir", "guardar", "salvar", "aceitar", "rejeitar", "saltar para a navegação", "saltar para a pesquisa",
	"vai al contenuto", "vai alla navigazione", "vai alla ricerca", "chi siamo", "accedi", "registrati", "archivio", "numeri", "ascolta", "salva", "segui", "regala", "accetta", "rifiuta", "cronaca", "condividi su", "condividi"}

// counted are what networks count below a text.
var counted = []string{"likes", "like", "comments", "comment", "shares", "share", "restacks", "views", "claps", "responses", "commentaires", "commentaire", "j'aime", "partages", "kommentare", "kommentar", "comentarios", "comentario", "comentários", "comentário", "commenti", "commento", "visualizzazioni"}

// isEncyclopedia reports the line by which an encyclopedia names itself.
func isEncyclopedia(text string) bool {
	low := strings.ToLower(strings.TrimRight(text, ". "))
	return utf8.RuneCountInString(text) < 90 && slices.ContainsFunc(encyclopedias, func(w string) bool { return strings.HasSuffix(low, w) })
}

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
	standfirst := -1
	if end := belowByline(blocks, begin); end > begin && begin > 0 {
		standfirst, begin = begin, end
	}
	joinRoles(blocks[:begin])
	var titles []int
	for i := range blocks[:begin] {
		if b := &blocks[i]; i != standfirst && !b.spare && (b.kind != caption || isPictureCredit(b.text) && !alone(blocks, i)) && !d.readHeadLine(b) {
			titles = append(titles, i)
		}
	}
	d.dropStarred(blocks[:begin], blocks[begin:])
	titles = d.dropKickers(blocks, titles)
	title := -1
	if d.meta.title == "" {
		title = d.pickTitle(blocks, titles, begin)
	} else { // a message's subject may say the title among other words
		for _, i := range titles {
			if title < 0 && len(strings.Fields(blocks[i].text)) > 1 && strings.Contains(d.meta.title, blocks[i].text) {
				title = i
			}
		}
	}
	if title >= 0 {
		d.meta.title = blocks[title].text
		blocks[title].spare = true
		d.readAround(blocks, titles, title, begin)
	}
	for i := begin; i < len(blocks) && i < begin+3; i++ { // an address or a date below the standfirst
		if text := blocks[i].text; utf8.RuneCountInString(text) < 160 && (isDateLine(text) || len(readByline(text, false)) > 0 && isByline(text)) {
			d.readHeadLine(&blocks[i])
		}
	}
	return slices.DeleteFunc(blocks, func(b textBlock) bool { return b.spare })
}

// dropStarred leaves out the one line below the text that a star after the byline
// calls: it says who the author is.
func (d *draft) dropStarred(head, text []textBlock) {
	if !slices.ContainsFunc(head, func(b textBlock) bool { return strings.HasSuffix(b.text, "*") && isByline(b.text) }) {
		return
	}
	starred := -1
	for i, b := range text {
		if line := b.lead + b.text; strings.HasPrefix(line, "*") && !isPause(line) {
			if starred >= 0 || strings.HasPrefix(line, "**") {
				return
			}
			starred = i
		} else if strings.HasSuffix(b.text, "*") || strings.Contains(b.text, "* ") {
			return
		}
	}
	if starred >= 0 {
		d.spareAll(text[starred : starred+1])
	}
}

// belowByline is where the text begins if the paragraph at begin is a standfirst:
// byline or date follow it, among no more than six short lines, and text after
// them; else begin.
func belowByline(blocks []textBlock, begin int) int {
	if begin >= len(blocks) || utf8.RuneCountInString(blocks[begin].text) > 400 {
		return begin
	}
	meta := false
	for i := begin + 1; i < len(blocks) && i <= begin+12; i++ {
		text := blocks[i].text
		if meta && isBodyText(blocks[i]) {
			return i
		}
		if utf8.RuneCountInString(text) > 100 || isBodyText(blocks[i]) {
			return begin
		}
		names, _ := splitNameDate(text, "")
		meta = meta || len(names) > 0 || isByline(text) || isDateLine(text)
	}
	return begin
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
	case isDispatch(text), isPictureCredit(text):
		why = "who sent the text or made its pictures"
	case isSiteLine(text), n < 400 && chromeScore(text) > 0 && n > 20:
		why = "words of the site"
	default:
		return d.sourceLine(b)
	}
	d.removed = append(d.removed, Removal{Text: excerpt(text), Why: why})
	b.spare = true
	return true
}

// publishedLeads begin a line that says where a text was published.
var publishedLeads = []string{"source :", "source:", "quelle:", "fuente:", "fonte:", "publié dans", "paru dans", "published in", "erschienen in", "publicado en", "publicado em", "pubblicato su", "originally published in", "first published in", "quelle :", "fonte :", "fuente :"}

// sourceLine reads lines such as "Source: Le Monde diplomatique, May 2019" and
// "Author, date, site" in one line.
func (d *draft) sourceLine(b *textBlock) bool {
	if j, ok := readJournal(b.text); ok {
		d.setJournal(j, b.text)
		d.removed = append(d.removed, Removal{Text: b.text, Why: "source, now in the front matter"})
		b.spare = true
		return true
	}
	for _, w := range publishedLeads {
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
