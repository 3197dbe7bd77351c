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
	all, site, short := 0, 0, 0
	for w := range strings.FieldsSeq(strings.ToLower(text)) {
		w = strings.Trim(w, "[]().,:;!|·•›»>…–—-/")
		if w == "" {
			continue
		}
		all++
		switch {
		case !strings.Contains(siteWords, " "+w+" "):
		case len(w) < 3: // a language of a menu, a preposition in a sentence
			short++
		default:
			site++
		}
	}
	if all == site+short || site >= 3 && site*3 >= all || site >= 2 && site*2 >= all && all <= 8 && !endsSentence(text) {
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

// isButtonRow reports whether a line is nothing but what stands on buttons.
func isButtonRow(text string) bool {
	if slices.Contains(buttonPhrases, strings.ToLower(strings.ReplaceAll(text, "’", "'"))) {
		return true
	}
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r != '-' && !unicode.IsLetter(r) })
	return len(words) > 0 && len(words) < 12 && !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(siteWords, " "+w+" ") })
}

// isAdvert reports whether a line is nothing but the label of an advertisement.
func isAdvert(text string) bool {
	return slices.Contains(adverts, strings.ToLower(strings.Trim(text, " ↑▲.-–—:[]()")))
}

// countedHeads are closing heads with a number before them: "3 thoughts on …".
var countedHeads = []string{"thoughts on", "thought on", "comments on", "comments", "comment", "responses to", "response to", "replies to", "commentaires sur", "réflexions sur", "réponses à", "commentaires", "gedanken zu", "kommentare zu", "kommentare", "comentarios en", "comentarios", "pensamientos sobre", "respuestas a", "comentários em", "comentários", "comentários sobre", "commenti su", "commenti", "pensieri su", "risposte a"}

// cancelWords are the button beside the head of a form for comments.
var cancelWords = []string{" cancel reply", " annuler la réponse", " antwort abbrechen", " antworten abbrechen", " cancelar la respuesta", " cancelar respuesta", " cancelar resposta", " annulla risposta"}

// isClosingHead reports whether a line begins the part of a page after which the
// article does not go on.
func isClosingHead(text string) bool {
	low := strings.ToLower(strings.Trim(squeeze(text), " #:.!?…–—-0123456789()*_"))
	for _, w := range cancelWords {
		low = strings.TrimSuffix(low, w)
	}
	if slices.Contains(closingHeads, low) {
		return true
	}
	if rest, ok := strings.CutPrefix(text, "Written by "); ok && isName(rest) {
		return true
	}
	counted := strings.TrimLeft(strings.TrimLeft(text, "# "), "0123456789")
	return counted != strings.TrimLeft(text, "# ") && utf8.RuneCountInString(text) < 160 && slices.ContainsFunc(countedHeads, func(w string) bool {
		rest, ok := strings.CutPrefix(strings.ToLower(strings.TrimSpace(counted)), w)
		return ok && !unicode.IsLetter(firstRune(rest)) && (rest == "" || strings.ContainsAny(w, " "))
	})
}

// isRowWithin reports a row of buttons that stands within a text: two words or
// more, since one may be the text's own, and no enumeration.
func isRowWithin(text string) bool {
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	return len(words) > 1 && isButtonRow(text) && !strings.Contains(text, ", ")
}
