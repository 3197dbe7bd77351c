package press

import (
	"bytes"
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"text/template"

	"cahier/book"
)

//go:embed skeleton/article.md
var articleSkeleton string

//go:embed skeleton/book.yaml
var bookSkeleton string

//go:embed skeleton/anthology.yaml
var anthologySkeleton string

// skeletonWords are the sentences of the first article, by language.
type skeletonWords struct {
	Title, Lang, Part                                      string
	Author, First, Heading, Second, Quotation, Third, Note string
}

var skeletons = map[string]skeletonWords{
	"en": {Part: "Part", Author: "Jane Doe", Heading: "A heading", Note: "This is the note. It may have several paragraphs, indented by four spaces.",
		First: "This is the first paragraph, with a note at its end.", Second: "Words in *italics*, in **bold**, and [small capitals]{.smallcaps}; a [link](https://example.org).",
		Quotation: "A quotation is set off like this.", Third: "Three asterisks made the pause above."},
	"fr": {Part: "Partie", Author: "Jeanne Dupont", Heading: "Un intertitre", Note: "Voici la note. Elle peut avoir plusieurs paragraphes, en retrait de quatre espaces.",
		First: "Voici le premier paragraphe, avec une note à la fin.", Second: "Des mots en *italique*, en **gras**, en [petites capitales]{.smallcaps} ; un [lien](https://example.org).",
		Quotation: "Une citation se détache ainsi.", Third: "Trois astérisques ont fait la pause ci-dessus."},
	"de": {Part: "Teil", Author: "Erika Muster", Heading: "Eine Überschrift", Note: "Das ist die Anmerkung. Sie kann mehrere Absätze haben, um vier Leerzeichen eingerückt.",
		First: "Das ist der erste Absatz, mit einer Anmerkung am Ende.", Second: "Wörter *kursiv*, **fett**, in [Kapitälchen]{.smallcaps}; ein [Verweis](https://example.org).",
		Quotation: "So wird ein Zitat abgesetzt.", Third: "Drei Sternchen machen die Pause darüber."},
	"es": {Part: "Parte", Author: "María García", Heading: "Un epígrafe", Note: "Esta es la nota. Puede tener varios párrafos, sangrados cuatro espacios.",
		First: "Este es el primer párrafo, con una nota al final.", Second: "Palabras en *cursiva*, en **negrita**, en [versalitas]{.smallcaps}; un [enlace](https://example.org).",
		Quotation: "Así se separa una cita.", Third: "Tres asteriscos hacen la pausa de arriba."},
	"it": {Part: "Parte", Author: "Maria Rossi", Heading: "Un titolo", Note: "Questa è la nota. Può avere più capoversi, rientrati di quattro spazi.",
		First: "Questo è il primo capoverso, con una nota alla fine.", Second: "Parole in *corsivo*, in **neretto**, in [maiuscoletto]{.smallcaps}; un [collegamento](https://example.org).",
		Quotation: "Una citazione si stacca così.", Third: "Tre asterischi fanno la pausa qui sopra."},
	"pt": {Part: "Parte", Author: "Maria Silva", Heading: "Um intertítulo", Note: "Esta é a nota. Pode ter vários parágrafos, recuados quatro espaços.",
		First: "Este é o primeiro parágrafo, com uma nota no fim.", Second: "Palavras em *itálico*, em **negrito**, em [versaletes]{.smallcaps}; uma [ligação](https://example.org).",
		Quotation: "Uma citação destaca-se assim.", Third: "Três asteriscos fazem a pausa acima."},
}

// Skeleton is the files of a new book in a language: a working article.md and book.yaml.
func Skeleton(lang, title string) ([]File, error) {
	w, err := wordsOf(lang, title)
	if err != nil {
		return nil, err
	}
	return w.files(pattern{"article.md", articleSkeleton}, pattern{"book.yaml", bookSkeleton})
}

// Anthology is the files of a new book of several articles in a language, in parts and with
// a schedule of meetings.
func Anthology(lang, title string) ([]File, error) {
	w, err := wordsOf(lang, title)
	if err != nil {
		return nil, err
	}
	files, err := w.files(pattern{"book.yaml", anthologySkeleton})
	if err != nil {
		return nil, err
	}
	for i, name := range []string{"one.md", "two.md", "three.md"} {
		w.Title = fmt.Sprintf("%s %d", w.Heading, i+1)
		article, err := w.files(pattern{name, articleSkeleton})
		if err != nil {
			return nil, err
		}
		files = append(files, article...)
	}
	return files, nil
}

// wordsOf are the sentences in a language, under a title that is safe in YAML.
func wordsOf(lang, title string) (skeletonWords, error) {
	w, ok := skeletons[lang]
	if !ok {
		return w, book.Fault("choose one of "+strings.Join(slices.Sorted(maps.Keys(skeletons)), ", "), "there is no example in %q", lang)
	}
	w.Lang, w.Title = lang, strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(title)
	return w, nil
}

// pattern is a file of a skeleton before its words are filled in.
type pattern struct{ name, text string }

func (w skeletonWords) files(list ...pattern) ([]File, error) {
	var files []File
	for _, f := range list {
		var buf bytes.Buffer
		if err := template.Must(template.New(f.name).Parse(f.text)).Execute(&buf, w); err != nil {
			return nil, err
		}
		files = append(files, File{Name: f.name, Data: buf.Bytes()})
	}
	return files, nil
}
