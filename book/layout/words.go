package layout

import "strings"

// words are the texts that a volume says of itself, in one language. Entries with %s
// take names, titles or dates that are already worded.
type words struct {
	Words
	roleForms    []string // see the variable
	and          string   // between the last two of a list
	first        string   // "First published in %s"
	firstOn      string   // "First published in %s, %s": publication, date
	firstDate    string   // "First published %s"
	again        string   // "Republished from %s", of a text that is older than that
	under        string   // "Published under the title: %s"
	published    string   // "Published by %s"
	retrieved    dated    // "Retrieved on %s"
	copied       string   // "Copied from %s"
	original     string   // "Original title: %s"
	changes      string   // "Changes in this edition:"
	licence      string   // "Licence: %s"
	permission   string   // "Permission: %s"
	edition      dated    // "Edition of %s"
	set          string   // "Set in %s"
	made         string   // "Made with cahier"
	works        string   // "Works cited"
	sources      string   // "Sources and permissions"
	imprint      string
	colophon     string
	halfTitle    string
	dedication   string
	epigraph     string
	schedule     string
	questions    string // "Questions for discussion"
	untitledPart string
	series       string // "%s, %s": title, number
	issue        string // "no %s"
	volume       string // "vol. %s"
	pages        string // "pp. %s"
	circa        string // "c. %s"
	months       [12]string
	// date is the order of a full date: %[1]d day, %[2]s month, %[3]d year. first is the
	// day of the first of the month where it has a form of its own ("1er").
	date, monthYear, firstDay string
}

// languages with words; a book in another language gets English ones and a warning.
var languages = map[string]*words{
	"en": {
		Words: Words{Contents: "Contents", Notes: "Notes", NotesToPage: "Notes to page %s", NotesToPages: "Notes to pages %s–%s", Cover: "Cover",
			TitlePage: "Title page", Beginning: "Beginning of the text", PageList: "Pages", Page: "Page", Figure: "Figure", Table: "Table",
			Continued: "(continued)", BackToText: "Back to the text",
			Landmarks: "Landmarks", Access: "The whole text can be read by eye, by ear or by touch; contents, headings and notes are linked.",
			AccessImages: "All images are described in words.", AccessPages: "Page numbers are those of the print edition."},
		roleForms: roleForms["en"],
		and:       "and",
		first:     "First published in %s", firstOn: "First published in %s, %s",
		firstDate: "First published %s", published: "Published by %s", copied: "Copied from %s",
		original: "Original title: %s", changes: "Changes in this edition:", licence: "Licence: %s", permission: "Permission: %s",
		set: "Set in %s", made: "Made with cahier", works: "Works cited", sources: "Sources and permissions",
		imprint: "Imprint", colophon: "Colophon", halfTitle: "Half-title", dedication: "Dedication", epigraph: "Epigraph", schedule: "Schedule", questions: "Questions for discussion",
		untitledPart: "Part", series: "%s, %s", issue: "no. %s", volume: "vol. %s", pages: "pp. %s",
		again: "Republished from %s", under: "Published under the title: %s", circa: "c. %s",
		retrieved: dated{"Retrieved on %s", "Retrieved in %s", "Retrieved in %s", "Retrieved: %s"},
		edition:   dated{"Edition of %s", "Edition of %s", "Edition of %s", "Edition: %s"},
		months:    [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
		date:      "%[1]s %[2]s %[3]s", monthYear: "%s %s", firstDay: "1",
	},
	"fr": {
		Words: Words{Contents: "Table des matières", Notes: "Notes", NotesToPage: "Notes de la page %s", NotesToPages: "Notes des pages %s–%s", Cover: "Couverture",
			TitlePage: "Page de titre", Beginning: "Début du texte", PageList: "Pages", Page: "Page", Figure: "Figure", Table: "Tableau",
			Continued: "(suite)", BackToText: "Retour au texte",
			Landmarks: "Repères", Access: "Tout le texte peut être lu, écouté ou touché ; table des matières, titres et notes sont reliés.",
			AccessImages: "Toutes les images sont décrites.", AccessPages: "Les numéros de page sont ceux de l’édition imprimée."},
		roleForms: roleForms["fr"],
		and:       "et",
		first:     "Première publication : %s", firstOn: "Première publication : %s, %s",
		firstDate: "Première publication : %s", published: "Éditeur : %s", copied: "Copié de : %s",
		original: "Titre original : %s", changes: "Modifications de cette édition :", licence: "Licence : %s", permission: "Autorisation : %s",
		set: "Composé en %s", made: "Réalisé avec cahier", works: "Ouvrages cités", sources: "Sources et autorisations",
		imprint: "Mentions", colophon: "Colophon", halfTitle: "Faux-titre", dedication: "Dédicace", epigraph: "Épigraphe", schedule: "Calendrier", questions: "Questions pour la discussion",
		untitledPart: "Partie", series: "%s, %s", issue: "no %s", volume: "vol. %s", pages: "p. %s",
		again: "Repris de : %s", under: "Paru sous le titre : %s", circa: "vers %s",
		retrieved: dated{"Consulté le %s", "Consulté en %s", "Consulté en %s", "Consulté : %s"},
		edition:   dated{"Édition du %s", "Édition de %s", "Édition de %s", "Édition : %s"},
		months:    [12]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"},
		date:      "%[1]s %[2]s %[3]s", monthYear: "%s %s", firstDay: "1er",
	},
	"de": {
		Words: Words{Contents: "Inhalt", Notes: "Anmerkungen", NotesToPage: "Anmerkungen zu Seite %s", NotesToPages: "Anmerkungen zu den Seiten %s–%s", Cover: "Umschlag",
			TitlePage: "Titelseite", Beginning: "Beginn des Textes", PageList: "Seiten", Page: "Seite", Figure: "Abbildung", Table: "Tabelle",
			Continued: "(Fortsetzung)", BackToText: "Zurück zum Text",
			Landmarks: "Orientierungspunkte", Access: "Der ganze Text lässt sich lesen, hören und tasten; Inhalt, Überschriften und Anmerkungen sind verlinkt.",
			AccessImages: "Alle Bilder sind in Worten beschrieben.", AccessPages: "Die Seitenzahlen sind die der gedruckten Ausgabe."},
		roleForms: roleForms["de"],
		and:       "und",
		first:     "Zuerst erschienen in: %s", firstOn: "Zuerst erschienen in: %s, %s",
		firstDate: "Zuerst erschienen: %s", published: "Verlag: %s", copied: "Übernommen von: %s",
		original: "Originaltitel: %s", changes: "Änderungen in dieser Ausgabe:", licence: "Lizenz: %s", permission: "Genehmigung: %s",
		set: "Gesetzt aus der %s", made: "Hergestellt mit cahier", works: "Zitierte Werke", sources: "Quellen und Genehmigungen",
		imprint: "Impressum", colophon: "Kolophon", halfTitle: "Schmutztitel", dedication: "Widmung", epigraph: "Motto", schedule: "Leseplan", questions: "Fragen zum Gespräch",
		untitledPart: "Teil", series: "%s, %s", issue: "Nr. %s", volume: "Bd. %s", pages: "S. %s",
		again: "Wieder abgedruckt aus: %s", under: "Erschienen unter dem Titel: %s", circa: "um %s",
		retrieved: dated{"Abgerufen am %s", "Abgerufen im %s", "Abgerufen %s", "Abgerufen: %s"},
		edition:   dated{"Ausgabe vom %s", "Ausgabe vom %s", "Ausgabe von %s", "Ausgabe: %s"},
		months:    [12]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"},
		date:      "%[1]s. %[2]s %[3]s", monthYear: "%s %s", firstDay: "1",
	},
	"es": {
		Words: Words{Contents: "Índice", Notes: "Notas", NotesToPage: "Notas a la página %s", NotesToPages: "Notas a las páginas %s–%s", Cover: "Cubierta",
			TitlePage: "Portada", Beginning: "Comienzo del texto", PageList: "Páginas", Page: "Página", Figure: "Figura", Table: "Cuadro",
			Continued: "(continuación)", BackToText: "Volver al texto",
			Landmarks: "Puntos de referencia", Access: "Todo el texto puede leerse, escucharse o tocarse; índice, títulos y notas están enlazados.",
			AccessImages: "Todas las imágenes están descritas.", AccessPages: "Los números de página son los de la edición impresa."},
		roleForms: roleForms["es"],
		and:       "y",
		first:     "Publicado por primera vez en %s", firstOn: "Publicado por primera vez en %s, %s",
		firstDate: "Primera publicación: %s", published: "Editorial: %s", copied: "Copiado de: %s",
		original: "Título original: %s", changes: "Cambios en esta edición:", licence: "Licencia: %s", permission: "Permiso: %s",
		set: "Compuesto en %s", made: "Hecho con cahier", works: "Obras citadas", sources: "Fuentes y permisos",
		imprint: "Créditos", colophon: "Colofón", halfTitle: "Anteportada", dedication: "Dedicatoria", epigraph: "Epígrafe", schedule: "Calendario", questions: "Preguntas para el debate",
		untitledPart: "Parte", series: "%s, %s", issue: "n.º %s", volume: "vol. %s", pages: "pp. %s",
		again: "Tomado de: %s", under: "Publicado con el título: %s", circa: "hacia %s",
		retrieved: dated{"Consultado el %s", "Consultado en %s", "Consultado en %s", "Consultado: %s"},
		edition:   dated{"Edición del %s", "Edición de %s", "Edición de %s", "Edición: %s"},
		months:    [12]string{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"},
		date:      "%[1]s de %[2]s de %[3]s", monthYear: "%s de %s", firstDay: "1",
	},
	"it": {
		Words: Words{Contents: "Indice", Notes: "Note", NotesToPage: "Note a pagina %s", NotesToPages: "Note alle pagine %s–%s", Cover: "Copertina",
			TitlePage: "Frontespizio", Beginning: "Inizio del testo", PageList: "Pagine", Page: "Pagina", Figure: "Figura", Table: "Tabella",
			Continued: "(continua)", BackToText: "Torna al testo",
			Landmarks: "Punti di riferimento", Access: "Tutto il testo si può leggere, ascoltare o toccare; indice, titoli e note sono collegati.",
			AccessImages: "Tutte le immagini sono descritte.", AccessPages: "I numeri di pagina sono quelli dell’edizione a stampa."},
		roleForms: roleForms["it"],
		and:       "e",
		first:     "Prima pubblicazione: %s", firstOn: "Prima pubblicazione: %s, %s",
		firstDate: "Prima pubblicazione: %s", published: "Editore: %s", copied: "Copiato da: %s",
		original: "Titolo originale: %s", changes: "Modifiche in questa edizione:", licence: "Licenza: %s", permission: "Permesso: %s",
		set: "Composto in %s", made: "Realizzato con cahier", works: "Opere citate", sources: "Fonti e permessi",
		imprint: "Note editoriali", colophon: "Colophon", halfTitle: "Occhiello", dedication: "Dedica", epigraph: "Epigrafe", schedule: "Calendario", questions: "Domande per la discussione",
		untitledPart: "Parte", series: "%s, %s", issue: "n. %s", volume: "vol. %s", pages: "pp. %s",
		again: "Ripreso da: %s", under: "Pubblicato con il titolo: %s", circa: "ca. %s",
		retrieved: dated{"Consultato il %s", "Consultato nel %s", "Consultato nel %s", "Consultato: %s"},
		edition:   dated{"Edizione del %s", "Edizione di %s", "Edizione del %s", "Edizione: %s"},
		months:    [12]string{"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"},
		date:      "%[1]s %[2]s %[3]s", monthYear: "%s %s", firstDay: "1º",
	},
	"pt": {
		Words: Words{Contents: "Índice", Notes: "Notas", NotesToPage: "Notas à página %s", NotesToPages: "Notas às páginas %s–%s", Cover: "Capa",
			TitlePage: "Página de rosto", Beginning: "Início do texto", PageList: "Páginas", Page: "Página", Figure: "Figura", Table: "Tabela",
			Continued: "(continuação)", BackToText: "Voltar ao texto",
			Landmarks: "Pontos de referência", Access: "Todo o texto pode ser lido, ouvido ou tocado; índice, títulos e notas estão ligados.",
			AccessImages: "Todas as imagens estão descritas.", AccessPages: "Os números de página são os da edição impressa."},
		roleForms: roleForms["pt"],
		and:       "e",
		first:     "Publicado pela primeira vez em %s", firstOn: "Publicado pela primeira vez em %s, %s",
		firstDate: "Primeira publicação: %s", published: "Editora: %s", copied: "Copiado de: %s",
		original: "Título original: %s", changes: "Alterações nesta edição:", licence: "Licença: %s", permission: "Autorização: %s",
		set: "Composto em %s", made: "Feito com cahier", works: "Obras citadas", sources: "Fontes e autorizações",
		imprint: "Ficha técnica", colophon: "Colofão", halfTitle: "Anterrosto", dedication: "Dedicatória", epigraph: "Epígrafe", schedule: "Calendário", questions: "Perguntas para o debate",
		untitledPart: "Parte", series: "%s, %s", issue: "n.º %s", volume: "vol. %s", pages: "pp. %s",
		again: "Retirado de: %s", under: "Publicado com o título: %s", circa: "c. %s",
		retrieved: dated{"Consultado em %s", "Consultado em %s", "Consultado em %s", "Consultado: %s"},
		edition:   dated{"Edição de %s", "Edição de %s", "Edição de %s", "Edição: %s"},
		months:    [12]string{"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"},
		date:      "%[1]s de %[2]s de %[3]s", monthYear: "%s de %s", firstDay: "1",
	},
}

// wordsFor returns the words of a BCP 47 language, by its primary subtag; false if
// there are none and English serves.
func wordsFor(lang string) (*words, bool) {
	primary, _, _ := strings.Cut(strings.ToLower(lang), "-")
	if w := languages[primary]; w != nil {
		return w, true
	}
	return languages["en"], false
}

// list joins names: "A", "A and B", "A, B and C".
func (w *words) list(names []string) string {
	switch n := len(names); n {
	case 0:
		return ""
	case 1:
		return names[0]
	default:
		return strings.Join(names[:n-1], ", ") + " " + w.and + " " + names[n-1]
	}
}
