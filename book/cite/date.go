package cite

import (
	"strconv"
	"strings"

	"cahier/book"
)

// year is a date's year in words, "" for none.
func year(d book.Date, l *language) string {
	if d.Year == 0 {
		return d.Literal
	}
	s := yearNumber(d.Year, l)
	if d.End != nil && d.End.Year != 0 && d.End.Year != d.Year {
		s += "–" + yearNumber(d.End.Year, l)
	}
	if d.Circa {
		s = l.circa + s
	}
	return s
}

func yearNumber(y int, l *language) string {
	if y < 0 { // EDTF counts a year 0: -43 is 44 BCE
		return strings.Replace(l.bce, "%s", strconv.Itoa(1-y), 1)
	}
	return strconv.Itoa(y)
}

// fullDate is a date as precise as it is known.
func fullDate(d book.Date, l *language) string {
	if d.Year == 0 || d.Month < 1 || d.Month > 12 {
		return year(d, l)
	}
	s := oneDate(d, l)
	if d.End != nil && d.End.Year != 0 {
		s += "\u00A0– " + oneDate(*d.End, l)
	}
	if d.Circa {
		s = l.circa + s
	}
	return s
}

func oneDate(d book.Date, l *language) string {
	if d.Month < 1 || d.Month > 12 {
		return yearNumber(d.Year, l)
	}
	pattern, day := l.monthYear, ""
	if d.Day > 0 {
		pattern, day = l.date, strconv.Itoa(d.Day)
		if d.Day == 1 {
			day = l.first
		}
	}
	return strings.NewReplacer("%d", day, "%m", l.months[d.Month-1], "%y", yearNumber(d.Year, l)).Replace(pattern)
}
