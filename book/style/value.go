package style

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"cahier/book"
	"cahier/book/unit"
)

// scale is what the relative units of a style stand for: em is the size of the text,
// line its leading.
type scale struct{ em, line unit.Length }

// length reads a length in absolute units, in em or in line.
func (s scale) length(v string) (unit.Length, error) {
	t := strings.TrimSpace(v)
	for _, rel := range []struct {
		name string
		of   unit.Length
	}{{"em", s.em}, {"line", s.line}} {
		num, ok := strings.CutSuffix(t, rel.name)
		if !ok {
			continue
		}
		n, err := number(num)
		if err != nil {
			return 0, err
		}
		if l := unit.FromPoints(n * rel.of.Points()); l <= unit.Max && l >= -unit.Max {
			return l, nil
		}
		return 0, fmt.Errorf("%s is longer than any page", v)
	}
	if t == "0" {
		return 0, nil
	}
	return unit.Parse(t)
}

// between reads a length and checks its bounds.
func (s scale) between(v string, low, high unit.Length) (unit.Length, error) {
	l, err := s.length(v)
	if err != nil {
		return 0, err
	}
	switch {
	case l >= low && l <= high:
		return l, nil
	case low == 0 && l < 0:
		return 0, fmt.Errorf("%s is out of bounds: it cannot be negative", v)
	case high == unit.Max && l > high:
		return 0, fmt.Errorf("%s is longer than any page", v)
	case high == unit.Max:
		return 0, book.Fault("at least "+low.String(), "%s is out of bounds", v)
	}
	return 0, book.Fault(fmt.Sprintf("from %s to %s", low, high), "%s is out of bounds", v)
}

// size reads a size of type or a leading, rounded to a twentieth of a point so that a
// style may state it in em.
func (s scale) size(v string) (unit.Length, error) {
	l, err := s.between(v, sizeMin, sizeMax)
	if err != nil {
		return 0, err
	}
	return twentieth(l), nil
}

// The sizes of type that can be asked for; below, no press holds the hairlines.
const (
	sizeMin = 4 * unit.Point
	sizeMax = 288 * unit.Point
)

// twentieth rounds to the nearest twentieth of a point.
func twentieth(l unit.Length) unit.Length {
	n := (int64(l)*20 + int64(unit.Point)/2) / int64(unit.Point)
	return unit.Point.MulDiv(n, 20)
}

func number(v string) (float64, error) {
	n, err := strconv.ParseFloat(strings.TrimSpace(v), 64)
	if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
		return 0, fmt.Errorf("%q is no number", strings.TrimSpace(v))
	}
	return n, nil
}

// share reads a fraction of an em ("0.21em") in units of 1/per em.
func share(v string, per float64, low, high int) (int, error) {
	num, ok := strings.CutSuffix(strings.TrimSpace(v), "em")
	if !ok {
		return 0, book.Fault("a share of the em is written as 0.21em", "%q is no share of the em", v)
	}
	n, err := number(num)
	if err != nil {
		return 0, err
	}
	return bounded(v, math.Round(n*per), low, high, per, "em")
}

// percent reads "2%" in thousandths.
func percent(v string, low, high int) (int, error) {
	num, ok := strings.CutSuffix(strings.TrimSpace(v), "%")
	if !ok {
		return 0, book.Fault("a share is written as 2%", "%q is no share", v)
	}
	n, err := number(num)
	if err != nil {
		return 0, err
	}
	return bounded(v, math.Round(n*10), low, high, 10, "%")
}

func count(v string, low, high int) (int, error) {
	n, err := strconv.Atoi(strings.TrimSpace(v))
	if err != nil {
		return 0, fmt.Errorf("%q is no whole number", v)
	}
	return bounded(v, float64(n), low, high, 1, "")
}

// bounded checks a number of parts, of which per make one of the unit that v is written in.
func bounded(v string, n float64, low, high int, per float64, unit string) (int, error) {
	if n < float64(low) || n > float64(high) {
		return 0, book.Fault(fmt.Sprintf("from %v%s to %v%s", float64(low)/per, unit, float64(high)/per, unit), "%s is out of bounds", v)
	}
	return int(n), nil
}

// words splits a list that the reader of YAML has joined with listSeparator.
func words(v string) []string {
	var list []string
	for _, w := range strings.Split(v, listSeparator) {
		if w = strings.TrimSpace(w); w != "" {
			list = append(list, w)
		}
	}
	return list
}

const listSeparator = ","

// oneOf reads a word from a closed set.
func oneOf[T ~string](v string, set ...T) (T, error) {
	t := T(strings.TrimSpace(v))
	if t == "center" {
		t = "centre"
	}
	names := make([]string, len(set))
	for i, s := range set {
		if s == t {
			return t, nil
		}
		names[i] = string(s)
	}
	hint := "one of " + strings.Join(names, ", ")
	if near := book.Nearest(v, names); near != "" {
		hint = fmt.Sprintf("did you mean %q? It is %s", near, hint)
	}
	return "", book.Fault(hint, "%q is not possible here", v)
}
