package epub_test

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"cahier/book/epub"
	"cahier/book/internal/generate"
)

// longBook is a plain article of about so many words with a note every 200.
func longBook(words int) generate.Files {
	var body, notes strings.Builder
	sentence := strings.Repeat("Le livre se plie, se coud et se lit dans la marge du soir. ", 8)
	for i := 0; i*96 < words; i++ {
		if i%20 == 0 {
			fmt.Fprintf(&body, "## Chapitre %d\n\n", i/20+1)
		}
		body.WriteString(sentence)
		if i%2 == 0 {
			fmt.Fprintf(&body, "Fin[^%d].", i)
			fmt.Fprintf(&notes, "[^%d]: Une note, *la* %de, avec son texte et sa référence.\n\n", i, i)
		}
		body.WriteString("\n\n")
	}
	return generate.Files{"a.md": []byte("---\ntitle: Long\nlang: fr\n---\n\n" + body.String() + notes.String())}
}

func BenchmarkWriteLong(b *testing.B) {
	fsys := folder(longBook(478_000))
	v := arranged(b, fsys, "a.md")
	css := classicCSS(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := epub.Write(io.Discard, v, css, epub.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWriteSample(b *testing.B) {
	v, fsys := sample(b)
	css := classicCSS(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := epub.Write(io.Discard, v, css, epub.Options{Files: fsys}); err != nil {
			b.Fatal(err)
		}
	}
}
