package clean

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// sectionNames are what papers and reviews call their parts and the kinds of their
// texts; a line of them over a title is its kicker.
const sectionNames = " actualité actualités analyse analyses archives art arts ausland book books chronique chroniques ciencia cinema cinéma city ciudad comment commentary community cronaca crónica crónicas cultura culturas culture cultures debate debates debatte deporte dibattito documents dossier dossiers débat débats economia economics economy economía editorial education ensaio ensaios ensayo ensayos entretien entretiens entrevista entrevistas environment essai essais essay essays esteri feature features feuilleton fiction focus france gente geschichte gesellschaft hintergrund histoire historia historias histories history história ideas idee ideen ideias idées inchiesta inchieste inland internacional international internationales internazionale interni interview interviews intervista interviste investigación journal justice kommentar kultur kunst labor labour law leben letras letteratura letters libri libros life literatur literatura literature littérature livres livros local magazin magazine memoria memorias memorie memory memória mind monde mondo mundo music musica musique mémoire mémoires música natura nature natureza news notes opinion opinioni opinião opinión panorama pensamiento pensiero people perspectives philosophie philosophy places podcast poesia poesía poetry politica politics politik politique política portrait portraits poésie presse profile recension recensione recensioni recherche reportage reportagem reportages reportaje reportajes resenhas reseñas review reviews rezension ricerca rubrica saggi saggio savoir science sciences scienza scienze sociedad sociedade society società société special sport spéciale stadt stadtgeschichte storia storie stories story städte série teatro technology tecnología theater theatre thema theorie theory théâtre tiempo trabajo trabalho travail travel tribuna tribune tribunes umwelt urbanism viaggi viajes vida vie ville vita wirtschaft wissen wissenschaft work world zeitgeschichte écologie économie éditorial éducation "

// isKicker reports a line over a title that names a part of the site or the kind
// of text: one or two such words, or parts of which one is such.
func isKicker(text string) bool {
	if utf8.RuneCountInString(text) > 60 || endsSentence(text) || strings.ContainsAny(text, "0123456789,?!«“\"") {
		return false
	}
	parts := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune("·|/•›>&—–:", r) })
	known := 0
	for _, p := range parts {
		words := strings.Fields(p)
		if len(words) == 0 || len(words) > 3 {
			return false
		}
		words = slices.DeleteFunc(words, func(w string) bool { return strings.Contains(" y e et und and de of the la le di del ", " "+w+" ") })
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(sectionNames, " "+w+" ") }) {
			known++
		}
	}
	return known > 0 && known*2 >= len(parts)
}

// dropKickers leaves out the lines of a head that are kickers, as long as another
// line is left for the title.
func (d *draft) dropKickers(blocks []textBlock, list []int) []int {
	kept := slices.DeleteFunc(slices.Clone(list), func(i int) bool { return isKicker(blocks[i].text) })
	if len(kept) == 0 || !slices.ContainsFunc(kept, func(i int) bool { return len(readByline(blocks[i].text, true)) == 0 }) {
		return list
	}
	for _, i := range list {
		if !slices.Contains(kept, i) {
			d.spareAll(blocks[i : i+1])
		}
	}
	return kept
}

// correspondents begin a line that says whence a text was sent.
var correspondents = []string{"from our", "by our", "de notre correspondant", "de notre correspondante", "de notre envoyé", "de notre envoyée", "correspondance", "von unserem korrespondenten", "von unserer korrespondentin", "aus", "de nuestra corresponsal", "de nuestro corresponsal", "de nuestra enviada", "de nuestro enviado", "enviado especial", "enviada especial", "do nosso correspondente", "da nossa correspondente", "do nosso enviado", "da nossa enviada", "dal nostro inviato", "dalla nostra inviata", "dal nostro corrispondente", "dalla nostra corrispondente"}

// isDispatch reports lines such as "De nuestra corresponsal en Sevilla".
func isDispatch(text string) bool {
	low := strings.ToLower(text)
	return utf8.RuneCountInString(text) < 80 && !endsSentence(text) && hasLead(text, correspondents) && (strings.Contains(low, "corr") || strings.Contains(low, "korr") || strings.Contains(low, "envi") || strings.Contains(low, "envo") || strings.Contains(low, "inviat"))
}

// pictureLeads begin a line that names who made the pictures.
var pictureLeads = []string{"photo", "photos", "photography", "photographs", "photographie", "photographies", "illustration", "illustrations", "illustrated", "dessin", "dessins", "infographie", "foto", "fotos", "fotografie", "fotografien", "bilder", "bild", "illustrationen", "grafik", "fotografía", "fotografías", "ilustración", "ilustraciones", "infografía", "fotografia", "fotografias", "ilustração", "ilustrações", "illustrazione", "illustrazioni", "disegni", "video", "vídeo", "images", "imágenes", "art", "artwork", "crédit", "crédits", "credit", "credits", "crédito", "créditos", "credito", "crediti", "bildnachweis", "©"}

// isPictureCredit reports lines such as "Illustration by Ana Reyes".
func isPictureCredit(text string) bool {
	lead, rest, _ := strings.Cut(squeeze(text), " ")
	if utf8.RuneCountInString(text) > 70 || !slices.Contains(pictureLeads, strings.ToLower(strings.Trim(lead, " :"))) {
		return false
	}
	rest = strings.TrimLeft(rest, " :\u00a0")
	if second, name, ok := strings.Cut(rest, " "); ok && slices.Contains(pictureLeads, strings.ToLower(strings.Trim(second, " :"))) { // "Crédit photo : …"
		rest = strings.TrimLeft(name, " :\u00a0")
	}
	rest, _, _ = strings.Cut(rest, "/") // the agency after the name
	rest = strings.TrimSpace(rest)
	for _, w := range [...]string{"by ", "de ", "par ", "von ", "di ", "por "} {
		if name, ok := strings.CutPrefix(rest, w); ok {
			rest = name
			break
		}
	}
	return len(readByline(rest, true)) > 0
}

// roles are lines that say what the person named above them did, as a byline would.
var roles = map[string]string{"texto": "texto: ", "text": "text: ", "texte": "texte de ", "testo": "testo di ", "words": "by ", "autor": "autor: ", "autora": "autora: ", "author": "author: ", "auteur": "auteur : ",
	"fotografia": "foto: ", "fotografía": "foto: ", "photos": "photos: ", "foto": "foto: ", "fotos": "foto: ", "ilustração": "ilustração: ", "ilustración": "ilustración: ", "illustration": "illustration: ", "tradução": "tradução: ", "traducción": "traducción: ", "traduzione": "traduzione: ", "übersetzung": "übersetzung: ", "traduction": "traduction : "}

// joinRoles writes a name and the role on the line below it as one line.
func joinRoles(head []textBlock) {
	for i := 1; i < len(head); i++ {
		if lead := roles[strings.ToLower(head[i].text)]; lead != "" && len(readByline(head[i-1].text, true)) > 0 && !isByline(head[i-1].text) {
			head[i-1].text = lead + head[i-1].text
			head[i].spare = true
		}
	}
}
