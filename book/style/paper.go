package style

import (
	"strings"

	"cahier/book"
	"cahier/book/unit"
)

// papers are the trim sizes that have a name.
var papers = []Paper{
	{"a4", 210 * unit.Millimetre, 297 * unit.Millimetre},
	{"a5", 148 * unit.Millimetre, 210 * unit.Millimetre},
	{"a6", 105 * unit.Millimetre, 148 * unit.Millimetre},
	{"letter", 612 * unit.Point, 792 * unit.Point},
	{"half-letter", 396 * unit.Point, 612 * unit.Point},
	{"6x9in", 6 * unit.Inch, 9 * unit.Inch},
}

// The sizes of paper that a book can be set on.
const (
	paperMin = 50 * unit.Millimetre
	paperMax = 600 * unit.Millimetre
)

const paperHint = "a4, a5, a6, letter, half-letter, 6x9in, or a width and height such as 120x190mm"

// ParsePaper reads a paper's name, or width and height as "120x190mm".
func ParsePaper(s string) (Paper, error) {
	name := strings.ToLower(strings.TrimSpace(s))
	for _, p := range papers {
		if p.Name == name {
			return p, nil
		}
	}
	w, h, ok := sides(name)
	if !ok {
		return Paper{}, book.Fault(paperHint, "%q is no paper", s)
	}
	if min(w, h) < paperMin || max(w, h) > paperMax {
		return Paper{}, book.Fault("sides are from 50mm to 600mm", "no book is set on paper of %s", s)
	}
	return Paper{Name: name, Width: w, Height: h}, nil
}

// sides reads "120x190mm": the unit may stand once, at the end.
func sides(s string) (width, height unit.Length, ok bool) {
	w, h, _ := strings.Cut(s, "x")
	height, bad := unit.Parse(h)
	width, err := unit.Parse(w)
	if err != nil {
		width, err = unit.Parse(w + strings.TrimLeft(h, "0123456789. "))
	}
	return width, height, bad == nil && err == nil
}
