package clean

import (
	"slices"
	"strings"
	"unicode"
)

// The lexicons hold what sites say of themselves, in French, English, German,
// Spanish, Portuguese and Italian, in lower case. They are read against short
// blocks alone: a sentence of an article may say any of this.

// noteHeads are the headings of notes.
var noteHeads = []string{"notes", "note", "footnotes", "footnote", "endnotes", "end notes", "notes and references", "references", "notes et références", "références",
	"notes de bas de page", "notes de fin", "notes :", "notas", "notas al pie", "notas de pie de página", "referencias", "notas y referencias", "notas de rodapé", "referências",
	"notas e referências", "notas finais", "note a piè di pagina", "note al testo", "riferimenti", "note e riferimenti", "fußnoten", "fussnoten", "anmerkungen", "endnoten", "einzelnachweise",
	"anmerkungen und einzelnachweise", "quellen und anmerkungen", "notes de l'auteur", "notes de l’auteur", "citations", "notes & references", "bibliographie et notes", "notas del autor", "notas do autor"}

// isNoteHead reports whether a text is the heading of notes.
func isNoteHead(text string) bool {
	if len(text) > 80 {
		return false
	}
	low := strings.ToLower(strings.Trim(squeeze(text), " :.–—-*_#[]▲↑"))
	low = strings.TrimSuffix(strings.TrimSuffix(low, "[edit]"), "[modifier]")
	return slices.Contains(noteHeads, strings.TrimSpace(low))
}

// relatedLeads begin lines that lead to other articles.
var relatedLeads = []string{"related:", "related articles", "related stories", "related content", "related posts", "related coverage", "read more", "read also", "read next", "read:", "see also:", "see more", "see:", "also:", "also read",
	"also see", "more:", "more on this", "more from", "more about", "more stories", "watch:", "watch more", "listen:", "don't miss", "don’t miss", "recommended", "you may also like", "you might also like", "you might like", "most read", "most popular", "trending", "up next", "next article", "previous article", "don't forget", "what to read next", "click here", "story continues", "continue reading", "editor's picks", "must read", "from the archive", "latest stories", "latest news", "top stories", "in case you missed", "learn more about", "must see", "follow live", "keep reading", "previous post", "next post", "you can also read", "explore more", "further coverage",
	"lire aussi", "lire également", "à lire aussi", "à lire également", "a lire aussi", "à lire :", "lire :", "lire la suite", "lire plus", "voir aussi", "à voir aussi", "sur le même sujet", "sur le même thème", "dans la même rubrique", "articles similaires", "articles liés", "articles connexes", "les plus lus", "notre sélection", "à découvrir", "plus d'articles", "article suivant", "article précédent", "pour aller plus loin :", "retrouvez aussi", "vous aimerez aussi", "autres articles", "à ne pas manquer", "nos derniers articles",
	"lesen sie auch", "lesen sie mehr", "mehr zum thema", "mehr dazu", "auch interessant", "weiterlesen", "siehe auch:", "das könnte sie auch interessieren", "das könnte dich auch interessieren", "ähnliche artikel", "ähnliche beiträge", "verwandte artikel", "verwandte themen", "meistgelesen", "mehr von", "zum thema", "weitere artikel", "weitere beiträge", "nächster artikel", "vorheriger artikel", "empfohlene artikel", "passend dazu",
	"lea también", "lee también", "leer también", "lea además", "te puede interesar", "le puede interesar", "también te puede interesar", "ver también", "ver más", "más información", "más noticias", "noticias relacionadas", "artículos relacionados", "contenido relacionado", "entradas relacionadas", "lo más leído", "lo más visto", "seguir leyendo", "sigue leyendo", "artículo anterior", "artículo siguiente", "siguiente artículo", "otros artículos",
	"leia também", "leia mais", "veja também", "veja mais", "saiba mais", "mais lidas", "mais lidos", "notícias relacionadas", "artigos relacionados", "matérias relacionadas", "conteúdo relacionado", "confira também", "posts relacionados", "artigo anterior", "próximo artigo", "você também pode gostar", "continue lendo", "ler também", "ler mais",
	"leggi anche", "leggi tutto", "leggi di più", "vedi anche", "guarda anche", "articoli correlati", "articoli simili", "ti potrebbe interessare", "potrebbe interessarti", "potrebbero interessarti", "i più letti", "le più lette", "articolo precedente", "articolo successivo", "prossimo articolo", "altri articoli", "continua a leggere", "approfondisci", "notizie correlate"}

// chromeWords are parts of what a site says about itself, its letters, its
// networks, its readers' comments and its cookies.
var chromeWords = []string{"sign up for", "sign up to", "sign up here", "subscribe to", "subscribe now", "subscribe for", "our newsletter", "newsletter", "right in your inbox", "to your inbox", "in your inbox", "follow us on", "follow me on", "follow him on", "follow her on", "follow them on", "follow @", "like us on", "join us on", "join our", "join the conversation", "join the discussion", "on facebook", "on twitter", "share this", "share on", "tweet this", "email this", "print this", "printer-friendly", "all rights reserved", "terms of use", "terms of service", "privacy policy", "uses cookies", "use cookies", "accept cookies", "cookie policy", "advertisement", "sponsored", "affiliate", "leave a comment", "leave a reply", "post a comment", "comments are closed", "tell us what you think", "have a tip", "got a tip", "news tip", "contact us", "contact the author", "send us", "download our app", "download the app", "get the app", "support our", "support us", "support my work", "to receive new posts", "thanks for reading", "you are receiving this", "you received this", "unsubscribe", "update your preferences", "view this email", "needs additional citations", "does not cite any sources", "learn how and when to remove", "donate", "become a member", "member benefits", "already a subscriber", "log in to", "free trial", "paywall", "click here", "may be reached at", "can be reached at", "reach the author", "email address", "this article first appeared", "this post may contain", "this site is protected", "this page was", "this article is copyrighted", "reproduction prohibited", "no comments yet", "filed under", "tagged with", "posted in", "view author archive", "report a typo", "copyright", "©", "powered by", "buy me a coffee", "subscribe here", "forwarded this email", "forwarded this message", "(disambiguation)", "(homonymie)", "articles homonymes", "(begriffsklärung)", "(desambiguación)", "(desambiguação)", "(disambigua)", "subscribe via", "via rss", "via paypal", "on patreon", "ko-fi",
	"toutes les versions de cet article", "répondre à cet article", "abonnez-vous", "inscrivez-vous", "s'abonner", "s’abonner", "notre lettre", "infolettre", "notre newsletter", "suivez-nous", "rejoignez-nous", "partager sur", "partager cet", "partagez", "imprimer cet", "envoyer par", "tous droits réservés", "mentions légales", "politique de confidentialité", "utilise des cookies", "les cookies", "laisser un commentaire", "laissez un commentaire", "poster un commentaire", "les commentaires sont", "faire un don", "soutenez", "soutenir notre", "réagir à cet article", "vos commentaires", "votre adresse e-mail", "ne sera pas publiée", "utilisons des cookies", "vous recevez ce", "se désabonner", "vous a transféré cet", "vous a transféré ce", "se désinscrire", "voir ce message dans", "cet article ne cite pas", "cet article a besoin", "la dernière modification de cette page", "déjà abonné", "réservé aux abonnés", "publicité", "n'engagent pas", "n’engagent pas", "télécharger l'application", "version imprimable", "signaler une erreur",
	"abonnieren sie", "jetzt abonnieren", "melden sie sich", "newsletter anmelden", "folgen sie uns", "folge uns", "teilen auf", "artikel teilen", "beitrag teilen", "jetzt teilen", "alle rechte vorbehalten", "wir verwenden cookies", "sie erhalten diese", "newsletter abbestellen", "weitergeleitet bekommen", "jetzt kostenlos anmelden", "nicht hinreichend mit belegen", "diese seite wurde zuletzt", "e-mail-adresse wird nicht", "datenschutz", "impressum", "verwendet cookies", "verwenden cookies", "kommentar schreiben", "kommentar hinterlassen", "schreiben sie einen kommentar", "kommentare sind geschlossen", "spenden sie", "unterstützen sie", "anzeige", "drucken", "seite drucken", "druckversion", "druckansicht", "unterstütze uns",
	"todas las versiones de este artículo", "responder a este artículo", "suscríbete", "suscríbase", "suscribirse", "boletín", "síguenos", "síganos", "compartir en", "comparte", "compartir este", "imprimir este", "versión para imprimir", "versión imprimible", "todos los derechos reservados", "aviso legal", "política de privacidad", "utiliza cookies", "utilizamos cookies", "usamos cookies", "correo electrónico no será", "esta página se editó", "darse de baja", "te han reenviado este", "te reenviaron este", "recibe este correo", "cancelar la suscripción", "este artículo o sección necesita", "deja un comentario", "dejar un comentario", "deja una respuesta", "haz tu donación", "apóyanos", "publicidad", "hazte socio",
	"assine", "inscreva-se", "cadastre-se", "siga-nos", "nos siga", "siga o", "compartilhe", "compartilhar", "partilhar", "todos os direitos reservados", "política de privacidade", "usa cookies", "utiliza cookies", "usamos cookies", "partilhe", "endereço de e-mail não", "esta página foi editada", "cancelar a subscrição", "encaminharam este", "recebeu este e-mail", "não cita fontes", "deixe um comentário", "deixe uma resposta", "comentários com", "apoie", "publicidade", "faça uma doação", "receba as notícias", "receba nossas", "versão para impressão", "comunicar erro",
	"abbonati", "iscriviti", "seguici", "condividi", "tutti i diritti riservati", "note legali", "informativa sulla privacy", "utilizza cookie", "utilizza i cookie", "utilizziamo i cookie", "riproduzione riservata", "questa pagina è stata modificata", "annulla l'iscrizione", "ricevi questa email", "disiscriviti", "ti hanno inoltrato questa", "ti hanno girato questa", "questa voce o sezione", "indirizzo email non sarà", "lascia un commento", "commenti chiusi", "stampa questo", "versione stampabile", "versione per la stampa", "sostieni", "sostienici", "pubblicità", "fai una donazione", "la nostra newsletter"}

// closingHeads begin what a page prints below an article and nothing of the
// article comes after: readers' comments, how to cite it, its author.
var closingHeads = []string{"comments", "comment", "leave a comment", "leave a reply", "post a comment", "add a comment", "discussion", "discussion about this post", "responses", "reader comments", "join the discussion", "join the conversation", "how to cite", "how to cite this article", "cite this article", "about the author", "about the authors",
	"commentaires", "commentaire", "vos commentaires", "vos réactions", "laisser un commentaire", "ajouter un commentaire", "réagir", "réagir à cet article", "pour citer cet article", "référence papier", "référence électronique", "à propos de l'auteur", "à propos de l’auteur", "à propos de l'autrice", "à propos de l’autrice",
	"kommentare", "kommentar", "schreibe einen kommentar", "kommentar schreiben", "kommentar verfassen", "zitierempfehlung", "zitiervorschlag", "über den autor", "über die autorin",
	"comentarios", "deja un comentario", "deja una respuesta", "dejar un comentario", "cómo citar", "cómo citar este artículo", "sobre el autor", "sobre la autora",
	"comentários", "deixe um comentário", "deixe uma resposta", "como citar", "como citar este artigo", "sobre o autor", "sobre a autora",
	"commenti", "lascia un commento", "lascia un tuo commento", "i commenti dei lettori", "come citare", "come citare questo articolo", "sull'autore", "sull’autore", "sull'autrice", "sull’autrice"}

// endHeads are other headings after which an article is over: what the site says next
// to it, and the lists of its other articles.
var endHeads = []string{"about author", "related", "share", "share this", "share this post", "share this article", "tags", "topics", "categories", "more stories", "newsletter", "subscribe", "sign up", "trending", "trending now", "advertisement", "tell us what you think", "popular posts", "recent posts", "archives", "latest", "latest posts", "support us", "like this", "explore further", "more in this issue", "also in this issue", "see also", "external links", "navigation menu", "reuse", "citation", "cite this", "citer cet article", "zitierweise",
	"j'aime ça", "j’aime ça", "sur le même thème", "dans le même numéro", "dans ce numéro", "à lire dans le même numéro", "a propos de l'auteur", "l'auteur", "partager", "partager cet article", "mots-clés", "mots clés", "étiquettes", "catégories", "rubriques", "soutenez-nous", "dans la même rubrique", "derniers articles", "articles récents", "forum", "répondre à cet article", "voir aussi", "articles connexes", "liens externes",
	"gefällt mir", "ähnliche beiträge", "teile dies", "teilen mit", "zum autor", "zur autorin", "teilen", "schlagwörter", "schlagworte", "themen", "kategorien", "unterstützen", "neueste beiträge", "zur person", "siehe auch", "weblinks", "das könnte sie auch interessieren", "mehr aus diesem heft", "in dieser ausgabe",
	"comparte esto", "compártelo", "me gusta esto", "relacionado", "relacionados", "acerca del autor", "compartir", "etiquetas", "categorías", "últimas noticias", "entradas recientes", "temas", "véase también", "enlaces externos", "en este número",
	"partilhe isto", "compartilhe isso", "gostar disto", "compartilhe", "compartilhar", "partilhar", "marcadores", "categorias", "últimas notícias", "posts recentes", "ver também", "ligações externas", "nesta edição",
	"condividi su", "mi piace", "correlati", "l'autore", "condividi", "tag", "categorie", "ultimi articoli", "articoli recenti", "argomenti", "voci correlate", "collegamenti esterni", "in questo numero"}

// siteWords are words of menus and of buttons; a line of nothing else is the
// site's.
const siteWords = " twitter facebook youtube instagram rss linkedin whatsapp telegram mastodon bluesky email e-mail mail imprimer print drucken imprimir stampa newsletter menu home accueil startseite inicio início search recherche suche buscar cerca login connexion anmelden tweeter tweet tweeten share partager teilen compartir compartilhar condividi partilhar pinterest reddit x like j'aime abo abonnement s'abonner subscribe contact contacts kontakt contacto contato contatti plus more mehr más mais lire read en de pdf epub pocket xing messenger sms copy link envoyer courriel copier lien twittern merken kopieren tuitear twittear correo enviar copiar enlace tuitar twitta invia copia "

// buttonPhrases stand alone on buttons beside an article.
var buttonPhrases = []string{"a+ a-", "a- a+", "aa", "font size", "text size", "listen to this article", "subscribers only", "taille du texte", "écouter cet article", "écouter l'article", "schriftgröße", "artikel anhören", "nur für abonnenten", "tamaño de letra", "tamaño del texto", "escuchar este artículo", "escuchar artículo", "tamanho da letra", "tamanho do texto", "ouvir o texto", "ouça este artigo", "ouvir artigo", "dimensione testo", "ascolta l'articolo", "ascolta questo articolo"}

// adverts stand where an advertisement parts a text, or over one.
var adverts = []string{"advertisements", "report this ad", "continue reading", "continuer la lecture", "lire la suite", "weiterlesen", "continuar leyendo", "seguir leyendo", "sigue leyendo", "continuar a ler", "continuar lendo", "continue lendo", "continua a leggere", "advertisement", "sponsored", "article continues below", "story continues below", "continue reading below", "publicité", "la suite après la publicité", "la suite après cette publicité", "anzeige", "werbung", "publicidad", "publicidade", "continua após a publicidade", "pubblicità", "continua dopo la pubblicità", "advert", "ad", "ads", "advertising", "pub", "anuncio", "anúncio", "annuncio", "advertisement - continue reading below"}

// adBreaks begin the lines that say where a text goes on.
var adBreaks = []string{"story continues below", "article continues below", "article continues after", "story continues after", "continue reading below", "la suite après", "la suite de l'article après", "weiter nach der werbung", "der artikel geht weiter", "la noticia continúa", "continúa después de", "continua após", "continua depois d", "continua dopo", "l'articolo continua"}

// hasLead reports whether a text begins with one of the words.
func hasLead(text string, words []string) bool {
	low := strings.ToLower(strings.TrimLeft(text, " ><«←»→▶•-–—*\u00a0[("))
	return slices.ContainsFunc(words, func(w string) bool {
		rest, ok := strings.CutPrefix(low, w)
		return ok && (rest == "" || !unicode.IsLetter(firstRune(rest)) || !unicode.IsLetter(lastRune(w)))
	})
}

// hasWord reports whether one of the words stands in a text.
func hasWord(text string, words []string) bool {
	low := strings.ToLower(text)
	return slices.ContainsFunc(words, func(w string) bool {
		for rest := low; ; {
			i := strings.Index(rest, w)
			if i < 0 {
				return false
			}
			before, after := lastRune(rest[:i]), firstRune(rest[i+len(w):])
			if !unicode.IsLetter(before) && !(unicode.IsLetter(after) && unicode.IsLetter(lastRune(w))) {
				return true
			}
			rest = rest[i+len(w):]
		}
	})
}

// isEndHead reports whether a heading ends an article.
func isEndHead(text string) bool {
	low := strings.ToLower(strings.Trim(squeeze(text), " :.!?…–—-0123456789()"))
	return slices.Contains(endHeads, low) || slices.Contains(closingHeads, low) || len(low) < 60 && hasLead(low, relatedLeads)
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return ' '
}

func lastRune(s string) rune {
	r := []rune(s[max(0, len(s)-4):])
	if len(r) == 0 {
		return ' '
	}
	return r[len(r)-1]
}
