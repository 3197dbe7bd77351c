package layout

import (
	"testing"
	"time"

	"cahier/book"
)

// TestDates: each precision of a date has a sentence in which it can stand.
func TestDates(t *testing.T) {
	end := book.Date{Year: 1924}
	dates := []book.Date{
		{Year: 2018, Month: 4, Day: 8}, {Year: 2018, Month: 4, Day: 1}, {Year: 2018, Month: 4}, {Year: 2018}, {Year: 1917, Circa: true},
		{Year: 1917, End: &end}, {Year: 1917, Literal: "été 1917"}, {Literal: "printemps"},
	}
	for lang, want := range map[string][]string{
		"en": {"Retrieved on 8 April 2018", "Retrieved on 1 April 2018", "Retrieved in April 2018", "Retrieved in 2018", "Retrieved: c. 1917", "Retrieved: 1917–1924", "Retrieved: été 1917", "Retrieved: printemps"},
		"fr": {"Consulté le 8 avril 2018", "Consulté le 1er avril 2018", "Consulté en avril 2018", "Consulté en 2018", "Consulté : vers 1917", "Consulté : 1917–1924", "Consulté : été 1917", "Consulté : printemps"},
		"de": {"Abgerufen am 8. April 2018", "Abgerufen am 1. April 2018", "Abgerufen im April 2018", "Abgerufen 2018", "Abgerufen: um 1917", "Abgerufen: 1917–1924", "Abgerufen: été 1917", "Abgerufen: printemps"},
		"es": {"Consultado el 8 de abril de 2018", "Consultado el 1 de abril de 2018", "Consultado en abril de 2018", "Consultado en 2018", "Consultado: hacia 1917", "Consultado: 1917–1924", "Consultado: été 1917", "Consultado: printemps"},
		"it": {"Consultato l’8 aprile 2018", "Consultato il 1º aprile 2018", "Consultato nell’aprile 2018", "Consultato nel 2018", "Consultato: ca. 1917", "Consultato: 1917–1924", "Consultato: été 1917", "Consultato: printemps"},
		"pt": {"Consultado em 8 de abril de 2018", "Consultado em 1 de abril de 2018", "Consultado em abril de 2018", "Consultado em 2018", "Consultado: c. 1917", "Consultado: 1917–1924", "Consultado: été 1917", "Consultado: printemps"},
	} {
		w, _ := wordsFor(lang)
		for i, d := range dates {
			if got := w.on(w.retrieved, d); got != want[i] {
				t.Errorf("%s: %q, want %q", lang, got, want[i])
			}
		}
	}
	fr, _ := wordsFor("fr")
	if got := fr.on(fr.edition, dates[2]); got != "Édition d’avril 2018" {
		t.Error(got)
	}
	for i, want := range []string{"2018", "2018", "2018", "2018", "vers 1917", "1917–1924", "été 1917", "printemps"} {
		if got := fr.year(dates[i]); got != want {
			t.Errorf("on the title page: %q, want %q", got, want)
		}
	}
}

// TestNewest: the date of a build is as precise as it was written, the end of a span counts,
// and a text older than any edition dates none. An edition has a date that somebody gave to it:
// not that of the one article that it holds.
func TestNewest(t *testing.T) {
	end := book.Date{Year: 2019, Month: 2}
	epoch := time.Date(2021, 3, 4, 5, 6, 7, 0, time.UTC)
	for _, c := range []struct {
		front   book.FrontMatter
		epoch   *time.Time
		edition string // of a book of several articles
		single  string // of a book of one
		instant string
	}{
		{book.FrontMatter{}, nil, "", "", "1980-01-01T00:00:00Z"},
		{book.FrontMatter{Date: book.Date{Year: 1917, Month: 5}}, nil, "Édition de mai 1917", "", "1980-01-01T00:00:00Z"},
		{book.FrontMatter{Date: book.Date{Year: 2018, Month: 5}}, nil, "Édition de mai 2018", "", "2018-05-01T00:00:00Z"},
		{book.FrontMatter{Date: book.Date{Year: 2018, End: &end}}, nil, "Édition : 2018 – février 2019", "", "2019-02-01T00:00:00Z"},
		{book.FrontMatter{Date: book.Date{Year: 2018}, Modified: book.Date{Year: 2018, Literal: "été 2018"}}, nil, "Édition de 2018", "Édition de 2018", "2018-01-01T00:00:00Z"},
		{book.FrontMatter{}, &epoch, "Édition du 4 mars 2021", "Édition du 4 mars 2021", "2021-03-04T05:06:07Z"},
	} {
		c.front.Lang = "fr"
		d := newest(&book.Book{Front: c.front}, &c.front, c.epoch)
		w, _ := wordsFor("fr")
		one, two := &book.Article{}, &book.Article{}
		for want, list := range map[*string][]*book.Article{&c.edition: {one, two}, &c.single: {one}} {
			b := &book.Book{Front: c.front}
			for _, art := range list {
				b.Contents = append(b.Contents, book.Item{Article: art})
			}
			a := &arranger{book: b, articles: list, front: c.front, options: Options{Epoch: c.epoch}, words: w, date: d}
			if got := a.editionLine(); got != *want {
				t.Errorf("%d articles: %q, want %q", len(list), got, *want)
			}
		}
		if got := instant(d, c.epoch).Format(time.RFC3339); got != c.instant {
			t.Errorf("%q: %s, want %s", c.edition, got, c.instant)
		}
	}
}
