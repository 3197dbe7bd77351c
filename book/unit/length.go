// Package unit holds the one measure of length of the typesetter: an integer, so that
// no break in a line or page depends on the machine's arithmetic.
package unit

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Length is a length in 1/65536 of a PostScript point (1/72 inch).
type Length int64

// The units that a style may name.
const (
	Point      Length = 1 << 16
	Inch              = 72 * Point
	Pica              = 12 * Point
	Millimetre Length = 185771 // 72/25.4 pt, rounded: off by 2e-6
	Centimetre Length = 1857713
	// Max bounds every length of a page: 200 inches, the largest page that PDF 1.7
	// allows without UserUnit (ISO 32000-1, Annex C).
	Max = 200 * Inch
)

// Points is the length in points, for writing.
func (l Length) Points() float64 { return float64(l) / float64(Point) }

// FromPoints rounds a number of points to the nearest Length.
func FromPoints(pt float64) Length { return Length(math.Round(pt * float64(Point))) }

// MulDiv is l·num/den, rounded to the nearest, halves away from zero; den > 0.
func (l Length) MulDiv(num, den int64) Length {
	n := int64(l) * num
	if n < 0 {
		return Length(-((-n + den/2) / den))
	}
	return Length((n + den/2) / den)
}

// String is the length in points with at most three decimals: "11pt", "13.606pt".
func (l Length) String() string {
	return strconv.FormatFloat(math.Round(l.Points()*1000)/1000, 'f', -1, 64) + "pt"
}

// Millimetres is the length for people, to a tenth of a millimetre: "58.1 mm".
func (l Length) Millimetres() string {
	tenths := l.MulDiv(10, int64(Millimetre))
	return strconv.FormatFloat(float64(tenths)/10, 'f', -1, 64) + " mm"
}

var units = []struct {
	name string
	pt   float64
}{{"pt", 1}, {"mm", 72 / 25.4}, {"cm", 72 / 2.54}, {"in", 72}, {"pc", 12}}

// noUnit is the error of what is no length.
type noUnit struct{}

func (noUnit) Error() string { return "a length needs a unit" }
func (noUnit) Hint() string  { return "such as 11pt, 18mm, 1.5cm, 6in or 2pc" }

// Parse reads a number with a unit: pt, mm, cm, in or pc. The error's hint says
// what a length looks like.
func Parse(s string) (Length, error) {
	t := strings.TrimSpace(s)
	for _, u := range units {
		num, ok := strings.CutSuffix(t, u.name)
		if !ok {
			continue
		}
		v, err := strconv.ParseFloat(strings.TrimSpace(num), 64)
		if err != nil || math.IsNaN(v) {
			return 0, noUnit{}
		}
		if math.Abs(v*u.pt) > Max.Points() {
			return 0, fmt.Errorf("%s is longer than any page", s)
		}
		return FromPoints(v * u.pt), nil
	}
	return 0, noUnit{}
}
