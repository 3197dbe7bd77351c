package typeset_test

import (
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"cahier/book"
	"cahier/book/layout"
	"cahier/book/manuscript"
	"cahier/book/typeset"
)

// No manuscript makes the typesetter panic, run on or lose a word.
func FuzzCompose(f *testing.F) {
	for _, s := range []string{
		"A paragraph.\n", "> a\n>\n> - b\n>   1. c\n", "| verse\n|\n|   more\n", "Text[^1] and[^1].\n\n[^1]: A note\n\n    of two.\n",
		"|a|b|\n|-|-:|\n|c[^x]|d|\n\n[^x]: e\n", "```\n\ta\n\n```\n", "term\n: one\n: two\n", "::: questions\nWhy?\n:::\n", "*a*\u00a0: «\u00a0b\u00a0» c\u00ad\u00add\u200be — f/g-h\n",
		"![](x.png)\n\n***\n\n## h[^1]\n\n### i\n\n[^1]: j\n", "— A\n\n\u2009B\u3000C\u2028D\n", "[a]{lang=de .smallcaps} ~b~ ^c^ `d` <https://e.fr/f>\n",
	} {
		f.Add(s, uint8(0))
	}
	fonts := library(f)
	f.Fuzz(func(t *testing.T, body string, variant uint8) {
		if len(body) > 4000 {
			return
		}
		head := "---\ntitle: Essay\nlang: fr\ndate: 2020-01-01\n---\n\n"
		files := fstest.MapFS{"a.md": {Data: []byte(head + body)}}
		b, ps := manuscript.Read(files, "a.md")
		if ps.Errors() > 0 {
			return
		}
		b.Notes.Place = []book.NotePlace{book.NotesOnPage, book.NotesAfterArticle, book.NotesAfterVolume}[variant%3]
		v, ps := layout.Arrange(b, layout.Options{})
		if ps.Errors() > 0 {
			return
		}
		settings := [][]string{{"classic"}, {"large-print", "paper=a6"}, {"classic", "measure=30mm", "opening.initial=drop"}, {"pamphlet", "questions.room=3"}}[variant/3%4]
		c, ps := typeset.Compose(v, design(t, settings[0], settings[1:]...), fonts, typeset.Options{Images: files})
		if ps.Errors() > 0 {
			return
		}
		checkStructure(t, c)
		got, want := squeeze(typeset.Text(c)), squeeze(volumeText(v, c))
		if got != want {
			t.Errorf("text was lost or moved: %s", difference(got, want))
		}
	})
}

// squeeze takes out white space and what has no glyph.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u00ad' || r == '\ufeff' || r == '\u200b' {
			return -1
		}
		return r
	}, s)
}
