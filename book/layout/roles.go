package layout

import (
	"fmt"
	"slices"

	"cahier/book"
)

// roleOrder is the order in which roles are named, each with its column of roleForms.
var roleOrder = []book.Role{
	book.RoleEditor, "com", book.RoleTranslator, book.RoleIllustrator, "pht", book.RoleIntroduction, "wpr", "wfw", book.RoleAfterword,
	"ann", "cmm", "ivr", "ive", "trc", "pfr", "dsr", "cov",
}

// roleForms words the roles that a manuscript can name, by language, in roleOrder; then
// all other people.
var roleForms = map[string][]string{
	"en": {"Edited by %s", "Compiled by %s", "Translated by %s", "Illustrated by %s", "Photographs by %s", "Introduction by %s", "Preface by %s",
		"Foreword by %s", "Afterword by %s", "Annotated by %s", "Commentary by %s", "Interview by %s", "In conversation with %s", "Transcribed by %s", "Proofread by %s",
		"Designed by %s", "Cover by %s", "With %s"},
	"fr": {"Textes réunis par %s", "Choix de textes de %s", "Traduit par %s", "Illustré par %s", "Photographies de %s", "Introduction par %s", "Préface de %s",
		"Avant-propos de %s", "Postface par %s", "Notes de %s", "Commentaires de %s", "Propos recueillis par %s", "Entretien avec %s", "Transcription de %s", "Relecture de %s",
		"Conception graphique de %s", "Couverture de %s", "Avec %s"},
	"de": {"Herausgegeben von %s", "Zusammengestellt von %s", "Übersetzt von %s", "Illustriert von %s", "Fotografien von %s", "Einleitung von %s", "Vorrede von %s",
		"Vorwort von %s", "Nachwort von %s", "Mit Anmerkungen von %s", "Kommentiert von %s", "Das Gespräch führte: %s", "Im Gespräch mit %s", "Transkription von %s", "Korrektorat: %s",
		"Gestaltung: %s", "Umschlag von %s", "Mit %s"},
	"es": {"Edición de %s", "Selección de %s", "Traducción de %s", "Ilustraciones de %s", "Fotografías de %s", "Introducción de %s", "Prefacio de %s",
		"Prólogo de %s", "Epílogo de %s", "Notas de %s", "Comentarios de %s", "Entrevista realizada por %s", "Conversación con %s", "Transcripción de %s", "Corrección de %s",
		"Diseño de %s", "Cubierta de %s", "Con %s"},
	"it": {"A cura di %s", "Scelta dei testi di %s", "Traduzione di %s", "Illustrazioni di %s", "Fotografie di %s", "Introduzione di %s", "Prefazione di %s",
		"Premessa di %s", "Postfazione di %s", "Note di %s", "Commento di %s", "Intervista di %s", "In dialogo con %s", "Trascrizione di %s", "Revisione di %s",
		"Progetto grafico di %s", "Copertina di %s", "Con %s"},
	"pt": {"Organização de %s", "Seleção de %s", "Tradução de %s", "Ilustrações de %s", "Fotografias de %s", "Introdução de %s", "Prefácio de %s",
		"Apresentação de %s", "Posfácio de %s", "Notas de %s", "Comentários de %s", "Entrevista de %s", "Em conversa com %s", "Transcrição de %s", "Revisão de %s",
		"Design de %s", "Capa de %s", "Com %s"},
}

// roles words the contributors that are not authors, a paragraph for each role; those whose
// role has no words come last, together.
func (w *words) roles(f *book.FrontMatter, class string) []book.Block {
	var list []book.Block
	add := func(form string, who []book.Contributor) {
		if len(who) > 0 {
			list = append(list, paragraph(class, text(fmt.Sprintf(form, w.list(names(who))))))
		}
	}
	worded := map[book.Role]bool{book.RoleAuthor: true}
	for i, role := range roleOrder {
		worded[role] = true
		add(w.roleForms[i], f.By(role))
	}
	var others []book.Contributor
	for _, c := range f.Contributors {
		if !worded[c.Role] {
			others = append(others, c)
		}
	}
	add(w.roleForms[len(roleOrder)], others)
	return list
}

// EditedBy says in a language whose the choice and order of the texts are, as a title page does: for
// what is drawn beside the volume.
func EditedBy(names []string, lang string) string {
	w, _ := wordsFor(lang)
	return fmt.Sprintf(w.roleForms[slices.Index(roleOrder, book.RoleEditor)], w.list(names))
}
