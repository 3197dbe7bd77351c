package layout

import (
	"fmt"
	"strings"

	"cahier/book"
)

// words are the texts that a volume says of itself, in one language. Entries with %s
// take names, titles or dates that are already worded.
type words struct {
	Words
	and          string // between the last two of a list
	edited       string // "Edited by %s"
	translated   string
	illustrated  string
	introduced   string
	afterword    string
	contributed  string
	first        string // "First published in %s"
	firstOn      string // "First published in %s, %s": publication, date
	firstDate    string // "First published %s"
	published    string // "Published by %s"
	retrieved    string // "Retrieved on %s"
	copied       string // "Copied from %s"
	original     string // "Original title: %s"
	changes      string // "Changes in this edition:"
	licence      string // "Licence: %s"
	permission   string // "Permission: %s"
	edition      string // "This edition is of %s"
	set          string // "Set in %s"
	made         string // "Made with cahier"
	works        string // "Works cited"
	sources      string // "Sources and permissions"
	imprint      string
	colophon     string
	halfTitle    string
	dedication   string
	epigraph     string
	schedule     string
	untitledPart string
	series       string // "%s, %s": title, number
	issue        string // "no %s"
	volume       string // "vol. %s"
	pages        string // "pp. %s"
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
		and: "and", edited: "Edited by %s", translated: "Translated by %s", illustrated: "Illustrated by %s", introduced: "Introduction by %s",
		afterword: "Afterword by %s", contributed: "With %s", first: "First published in %s", firstOn: "First published in %s, %s",
		firstDate: "First published %s", published: "Published by %s", retrieved: "Retrieved on %s", copied: "Copied from %s",
		original: "Original title: %s", changes: "Changes in this edition:", licence: "Licence: %s", permission: "Permission: %s",
		edition: "Edition of %s", set: "Set in %s", made: "Made with cahier", works: "Works cited", sources: "Sources and permissions",
		imprint: "Imprint", colophon: "Colophon", halfTitle: "Half-title", dedication: "Dedication", epigraph: "Epigraph", schedule: "Schedule",
		untitledPart: "Part", series: "%s, %s", issue: "no. %s", volume: "vol. %s", pages: "pp. %s",
		months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
		date:   "%[1]s %[2]s %[3]s", monthYear: "%s %s", firstDay: "1",
	},
	"fr": {
		Words: Words{Contents: "Table des matières", Notes: "Notes", NotesToPage: "Notes de la page %s", NotesToPages: "Notes des pages %s–%s", Cover: "Couverture",
			TitlePage: "Page de titre", Beginning: "Début du texte", PageList: "Pages", Page: "Page", Figure: "Figure", Table: "Tableau",
			Continued: "(suite)", BackToText: "Retour au texte",
			Landmarks: "Repères", Access: "Tout le texte peut être lu, écouté ou touché ; table des matières, titres et notes sont reliés.",
			AccessImages: "Toutes les images sont décrites.", AccessPages: "Les numéros de page sont ceux de l’édition imprimée."},
		and: "et", edited: "Textes réunis par %s", translated: "Traduit par %s", illustrated: "Illustré par %s", introduced: "Introduction par %s",
		afterword: "Postface par %s", contributed: "Avec %s", first: "Première publication : %s", firstOn: "Première publication : %s, %s",
		firstDate: "Première publication : %s", published: "Éditeur : %s", retrieved: "Consulté le %s", copied: "Copié de : %s",
		original: "Titre original : %s", changes: "Modifications de cette édition :", licence: "Licence : %s", permission: "Autorisation : %s",
		edition: "Édition du %s", set: "Composé en %s", made: "Réalisé avec cahier", works: "Ouvrages cités", sources: "Sources et autorisations",
		imprint: "Mentions", colophon: "Colophon", halfTitle: "Faux-titre", dedication: "Dédicace", epigraph: "Épigraphe", schedule: "Calendrier",
		untitledPart: "Partie", series: "%s, %s", issue: "no %s", volume: "vol. %s", pages: "p. %s",
		months: [12]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"},
		date:   "%[1]s %[2]s %[3]s", monthYear: "%s %s", firstDay: "1er",
	},
	"de": {
		Words: Words{Contents: "Inhalt", Notes: "Anmerkungen", NotesToPage: "Anmerkungen zu Seite %s", NotesToPages: "Anmerkungen zu den Seiten %s–%s", Cover: "Umschlag",
			TitlePage: "Titelseite", Beginning: "Beginn des Textes", PageList: "Seiten", Page: "Seite", Figure: "Abbildung", Table: "Tabelle",
			Continued: "(Fortsetzung)", BackToText: "Zurück zum Text",
			Landmarks: "Orientierungspunkte", Access: "Der ganze Text lässt sich lesen, hören und tasten; Inhalt, Überschriften und Anmerkungen sind verlinkt.",
			AccessImages: "Alle Bilder sind in Worten beschrieben.", AccessPages: "Die Seitenzahlen sind die der gedruckten Ausgabe."},
		and: "und", edited: "Herausgegeben von %s", translated: "Übersetzt von %s", illustrated: "Illustriert von %s", introduced: "Einleitung von %s",
		afterword: "Nachwort von %s", contributed: "Mit %s", first: "Zuerst erschienen in: %s", firstOn: "Zuerst erschienen in: %s, %s",
		firstDate: "Zuerst erschienen: %s", published: "Verlag: %s", retrieved: "Abgerufen am %s", copied: "Übernommen von: %s",
		original: "Originaltitel: %s", changes: "Änderungen in dieser Ausgabe:", licence: "Lizenz: %s", permission: "Genehmigung: %s",
		edition: "Ausgabe vom %s", set: "Gesetzt aus der %s", made: "Hergestellt mit cahier", works: "Zitierte Werke", sources: "Quellen und Genehmigungen",
		imprint: "Impressum", colophon: "Kolophon", halfTitle: "Schmutztitel", dedication: "Widmung", epigraph: "Motto", schedule: "Leseplan",
		untitledPart: "Teil", series: "%s, %s", issue: "Nr. %s", volume: "Bd. %s", pages: "S. %s",
		months: [12]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"},
		date:   "%[1]s. %[2]s %[3]s", monthYear: "%s %s", firstDay: "1",
	},
	"es": {
		Words: Words{Contents: "Índice", Notes: "Notas", NotesToPage: "Notas a la página %s", NotesToPages: "Notas a las páginas %s–%s", Cover: "Cubierta",
			TitlePage: "Portada", Beginning: "Comienzo del texto", PageList: "Páginas", Page: "Página", Figure: "Figura", Table: "Cuadro",
			Continued: "(continuación)", BackToText: "Volver al texto",
			Landmarks: "Puntos de referencia", Access: "Todo el texto puede leerse, escucharse o tocarse; índice, títulos y notas están enlazados.",
			AccessImages: "Todas las imágenes están descritas.", AccessPages: "Los números de página son los de la edición impresa."},
		and: "y", edited: "Edición de %s", translated: "Traducción de %s", illustrated: "Ilustraciones de %s", introduced: "Introducción de %s",
		afterword: "Epílogo de %s", contributed: "Con %s", first: "Publicado por primera vez en %s", firstOn: "Publicado por primera vez en %s, %s",
		firstDate: "Primera publicación: %s", published: "Editorial: %s", retrieved: "Consultado el %s", copied: "Copiado de: %s",
		original: "Título original: %s", changes: "Cambios en esta edición:", licence: "Licencia: %s", permission: "Permiso: %s",
		edition: "Edición del %s", set: "Compuesto en %s", made: "Hecho con cahier", works: "Obras citadas", sources: "Fuentes y permisos",
		imprint: "Créditos", colophon: "Colofón", halfTitle: "Anteportada", dedication: "Dedicatoria", epigraph: "Epígrafe", schedule: "Calendario",
		untitledPart: "Parte", series: "%s, %s", issue: "n.º %s", volume: "vol. %s", pages: "pp. %s",
		months: [12]string{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"},
		date:   "%[1]s de %[2]s de %[3]s", monthYear: "%s de %s", firstDay: "1",
	},
	"it": {
		Words: Words{Contents: "Indice", Notes: "Note", NotesToPage: "Note a pagina %s", NotesToPages: "Note alle pagine %s–%s", Cover: "Copertina",
			TitlePage: "Frontespizio", Beginning: "Inizio del testo", PageList: "Pagine", Page: "Pagina", Figure: "Figura", Table: "Tabella",
			Continued: "(continua)", BackToText: "Torna al testo",
			Landmarks: "Punti di riferimento", Access: "Tutto il testo si può leggere, ascoltare o toccare; indice, titoli e note sono collegati.",
			AccessImages: "Tutte le immagini sono descritte.", AccessPages: "I numeri di pagina sono quelli dell’edizione a stampa."},
		and: "e", edited: "A cura di %s", translated: "Traduzione di %s", illustrated: "Illustrazioni di %s", introduced: "Introduzione di %s",
		afterword: "Postfazione di %s", contributed: "Con %s", first: "Prima pubblicazione: %s", firstOn: "Prima pubblicazione: %s, %s",
		firstDate: "Prima pubblicazione: %s", published: "Editore: %s", retrieved: "Consultato il %s", copied: "Copiato da: %s",
		original: "Titolo originale: %s", changes: "Modifiche in questa edizione:", licence: "Licenza: %s", permission: "Permesso: %s",
		edition: "Edizione del %s", set: "Composto in %s", made: "Realizzato con cahier", works: "Opere citate", sources: "Fonti e permessi",
		imprint: "Note editoriali", colophon: "Colophon", halfTitle: "Occhiello", dedication: "Dedica", epigraph: "Epigrafe", schedule: "Calendario",
		untitledPart: "Parte", series: "%s, %s", issue: "n. %s", volume: "vol. %s", pages: "pp. %s",
		months: [12]string{"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"},
		date:   "%[1]s %[2]s %[3]s", monthYear: "%s %s", firstDay: "1º",
	},
	"pt": {
		Words: Words{Contents: "Índice", Notes: "Notas", NotesToPage: "Notas à página %s", NotesToPages: "Notas às páginas %s–%s", Cover: "Capa",
			TitlePage: "Página de rosto", Beginning: "Início do texto", PageList: "Páginas", Page: "Página", Figure: "Figura", Table: "Tabela",
			Continued: "(continuação)", BackToText: "Voltar ao texto",
			Landmarks: "Pontos de referência", Access: "Todo o texto pode ser lido, ouvido ou tocado; índice, títulos e notas estão ligados.",
			AccessImages: "Todas as imagens estão descritas.", AccessPages: "Os números de página são os da edição impressa."},
		and: "e", edited: "Organização de %s", translated: "Tradução de %s", illustrated: "Ilustrações de %s", introduced: "Introdução de %s",
		afterword: "Posfácio de %s", contributed: "Com %s", first: "Publicado pela primeira vez em %s", firstOn: "Publicado pela primeira vez em %s, %s",
		firstDate: "Primeira publicação: %s", published: "Editora: %s", retrieved: "Consultado em %s", copied: "Copiado de: %s",
		original: "Título original: %s", changes: "Alterações nesta edição:", licence: "Licença: %s", permission: "Autorização: %s",
		edition: "Edição de %s", set: "Composto em %s", made: "Feito com cahier", works: "Obras citadas", sources: "Fontes e autorizações",
		imprint: "Ficha técnica", colophon: "Colofão", halfTitle: "Anterrosto", dedication: "Dedicatória", epigraph: "Epígrafe", schedule: "Calendário",
		untitledPart: "Parte", series: "%s, %s", issue: "n.º %s", volume: "vol. %s", pages: "pp. %s",
		months: [12]string{"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"},
		date:   "%[1]s de %[2]s de %[3]s", monthYear: "%s de %s", firstDay: "1",
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

// day words a date as precisely as it is known.
func (w *words) day(d book.Date) string {
	s := ""
	switch year := fmt.Sprint(d.Year); {
	case d.Year == 0:
		return d.Literal
	case d.Month < 1 || d.Month > 12:
		s = year
	case d.Day == 0:
		s = fmt.Sprintf(w.monthYear, w.months[d.Month-1], year)
	default:
		day := fmt.Sprint(d.Day)
		if d.Day == 1 {
			day = w.firstDay
		}
		s = fmt.Sprintf(w.date, day, w.months[d.Month-1], year)
	}
	if d.Circa {
		s = "c. " + s
	}
	if d.End != nil {
		s += " – " + w.day(*d.End)
	}
	return s
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
