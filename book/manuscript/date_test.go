package manuscript

import (
	"testing"

	"cahier/book"
)

func TestParseDate(t *testing.T) {
	span := func(a, b book.Date) book.Date { a.End = &b; return a }
	for written, want := range map[string]book.Date{
		"2018-01-02":                {Year: 2018, Month: 1, Day: 2},
		"2018-01":                   {Year: 2018, Month: 1},
		"2018":                      {Year: 2018},
		"2018-01-02T10:20:30+01:00": {Year: 2018, Month: 1, Day: 2},
		"1917/1924":                 span(book.Date{Year: 1917}, book.Date{Year: 1924}),
		"1917-03/1917-10-25":        span(book.Date{Year: 1917, Month: 3}, book.Date{Year: 1917, Month: 10, Day: 25}),
		"1917–1924":                 span(book.Date{Year: 1917}, book.Date{Year: 1924}),
		"1900~":                     {Year: 1900, Circa: true},
		"1900?":                     {Year: 1900, Circa: true},
		"ca. 1900":                  {Year: 1900, Circa: true},
		"vers mai 1900":             {Year: 1900, Month: 5, Circa: true},
		"2 janvier 2018":            {Year: 2018, Month: 1, Day: 2},
		"1er Mai 1886":              {Year: 1886, Month: 5, Day: 1},
		"January 2, 2018":           {Year: 2018, Month: 1, Day: 2},
		"2nd of March 1999":         {Year: 1999, Month: 3, Day: 2},
		"Dec. 2018":                 {Year: 2018, Month: 12},
		"2. Januar 2018":            {Year: 2018, Month: 1, Day: 2},
		"2.1.2018":                  {Year: 2018, Month: 1, Day: 2},
		"5 de mayo de 2018":         {Year: 2018, Month: 5, Day: 5},
		"29 février 2020":           {Year: 2020, Month: 2, Day: 29},
		"été 1917":                  {Year: 1917, Literal: "été 1917"},
		"janvier-février 2018":      {Year: 2018, Literal: "janvier-février 2018"},
	} {
		got, ok := parseDate(written)
		if !ok || !sameDate(got, want) {
			t.Errorf("%q: %+v, %v", written, got, ok)
		}
	}
	for _, wrong := range []string{"hier", "2018-13", "2018-00-01", "2018-02-29", "31 avril 2018", "05/06/2018", "1924/1917", "1917/", "12", ""} {
		if d, ok := parseDate(wrong); ok {
			t.Errorf("%q was read as %+v", wrong, d)
		}
	}
}

func sameDate(a, b book.Date) bool {
	if (a.End == nil) != (b.End == nil) || a.End != nil && *a.End != *b.End {
		return false
	}
	a.End, b.End = nil, nil
	return a == b
}
