package layout

import (
	"fmt"
	"strings"

	"cahier/book"
)

// dated are the forms of a sentence that ends in a date: with a day, with a month, with a
// year alone, and with anything else, such as a span or words.
type dated struct{ day, month, year, other string }

// on puts a date into its sentence.
func (w *words) on(f dated, d book.Date) string {
	form := f.day
	switch {
	case d.Literal != "" || d.Circa || d.End != nil:
		form = f.other
	case d.Month == 0:
		form = f.year
	case d.Day == 0:
		form = f.month
	}
	return elided.Replace(fmt.Sprintf(form, w.day(d)))
}

// elided are the French and Italian forms before a vowel: "d’avril", "l’8 maggio".
var elided = strings.NewReplacer(" de avril", " d’avril", " de août", " d’août", " de octobre", " d’octobre",
	" nel aprile", " nell’aprile", " nel agosto", " nell’agosto", " nel ottobre", " nell’ottobre",
	" il 8 ", " l’8 ", " il 11 ", " l’11 ", " del 8 ", " dell’8 ", " del 11 ", " dell’11 ")

// day words a date as precisely as it is known; what somebody wrote in words stays.
func (w *words) day(d book.Date) string {
	s := ""
	switch year := fmt.Sprint(d.Year); {
	case d.Literal != "" || d.Year == 0:
		return d.Literal
	case isYear(d):
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
	dash := " – "
	if d.End != nil && isYear(d) && isYear(*d.End) {
		dash = "–"
	}
	return w.around(d, s, dash, w.day)
}

// isYear reports whether no more than the year of a date is known: a dash between two such
// stands without spaces.
func isYear(d book.Date) bool { return d.Literal == "" && (d.Month < 1 || d.Month > 12) }

// year words a date by its years, for a title page.
func (w *words) year(d book.Date) string {
	if d.Literal != "" || d.Year == 0 {
		return d.Literal
	}
	if d.End != nil && d.End.Year == d.Year {
		d.End = nil
	}
	return w.around(d, fmt.Sprint(d.Year), "–", w.year)
}

// Year words a date by its years in a language, as a title page does: for what is drawn beside
// the volume.
func Year(d book.Date, lang string) string {
	w, _ := wordsFor(lang)
	return w.year(d)
}

// around adds to a date that it is a guess, and the end of a span.
func (w *words) around(d book.Date, s, dash string, end func(book.Date) string) string {
	if d.Circa {
		s = fmt.Sprintf(w.circa, s)
	}
	if d.End != nil {
		s += dash + end(*d.End)
	}
	return s
}
