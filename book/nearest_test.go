package book_test

import (
	"testing"

	"cahier/book"
)

func TestNearest(t *testing.T) {
	known := []string{"title", "subtitle", "short-title", "a", "author", "notes.size", "Élan.vital", "marx1867", "marx1857"}
	for word, want := range map[string]string{
		"titel": "title", "titre": "title", "subtitel": "subtitle", "short": "short-title", "auhtor": "author", "size": "notes.size",
		"elan.vitel": "Élan.vital", "marx1877": "marx1857", "zz": "", "b": "", "xyz": "", "": "", "unlike-anything": "",
	} {
		if got := book.Nearest(word, known); got != want {
			t.Errorf("Nearest(%q) is %q, want %q", word, got, want)
		}
	}
}
