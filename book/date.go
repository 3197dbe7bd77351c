package book

import "fmt"

// Date is a date of publication as far as it is known (EDTF level 0 and a part of
// level 1; ISO 8601-2:2019). The zero Date is "not given".
type Date struct {
	Year, Month, Day int // Month and Day 0 if unknown
	End              *Date
	Circa            bool
	Literal          string // what cannot be parsed: "été 1917"
}

// IsZero reports whether no date was given.
func (d Date) IsZero() bool { return d.Year == 0 && d.Literal == "" }

// ISO is the date as precise as it is known: "2018-01-02", "2018-01", "2018", or ""
// for one without a year.
func (d Date) ISO() string {
	switch {
	case d.Year == 0:
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Compare orders dates by what is known; an unknown part comes first.
func (d Date) Compare(e Date) int {
	a, b := d.Year*10000+d.Month*100+d.Day, e.Year*10000+e.Month*100+e.Day
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
