package cover

import (
	"fmt"
	"strings"

	"cahier/book/typeset"
	"cahier/book/unit"
)

// The measures of an EAN-13 symbol at its nominal size (GS1 General Specifications,
// 5.2.1; ISO/IEC 15420).
const (
	module      = 330 * unit.Millimetre / 1000
	barsHeight  = 2285 * unit.Millimetre / 100
	guardDrop   = 5 // modules by which the guard bars are longer
	quietLeft   = 11
	quietRight  = 7
	symbolWidth = 95
)

// The seven modules of each digit: L with odd parity; R is its complement, G is R read
// backwards. The first digit of the number is told by which of the left six are G.
var (
	leftOdd = [10]string{"0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011"}
	parity  = [10]string{"LLLLLL", "LLGLGG", "LLGGLG", "LLGGGL", "LGLLGG", "LGGLLG", "LGGGLL", "LGLGLG", "LGLGGL", "LGGLGL"}
)

// ISBN13 gives the thirteen digits of an ISBN, of ten or thirteen, with or without
// hyphens. The error says what is wrong with it, the check digit included.
func ISBN13(isbn string) (string, error) {
	s := strings.ToUpper(strings.Map(func(r rune) rune {
		if r == '-' || r == ' ' || r == '\u2010' || r == '\u00a0' {
			return -1
		}
		return r
	}, isbn))
	for i, r := range s {
		if (r < '0' || r > '9') && (r != 'X' || len(s) != 10 || i != 9) {
			return "", fmt.Errorf("the ISBN %s has a character that is no digit", isbn)
		}
	}
	switch len(s) {
	case 10:
		if want := checkTen(s[:9]); s[9] != want {
			return "", fmt.Errorf("the ISBN %s ends in %c, but its other digits ask for %c", isbn, s[9], want)
		}
		s = "978" + s[:9]
		return s + string(checkThirteen(s)), nil
	case 13:
		if want := checkThirteen(s[:12]); s[12] != want {
			return "", fmt.Errorf("the ISBN %s ends in %c, but its other digits ask for %c", isbn, s[12], want)
		}
		if s[:3] != "978" && s[:3] != "979" {
			return "", fmt.Errorf("the ISBN %s begins with neither 978 nor 979", isbn)
		}
		return s, nil
	}
	return "", fmt.Errorf("the ISBN %s has %d digits, not 10 or 13", isbn, len(s))
}

// checkTen weighs nine digits by 10 … 2 (ISO 2108:2005, Annex).
func checkTen(s string) byte {
	sum := 0
	for i := range 9 {
		sum += (10 - i) * int(s[i]-'0')
	}
	return "0X987654321"[sum%11]
}

// checkThirteen weighs twelve digits by 1 and 3 in turn.
func checkThirteen(s string) byte {
	sum := 0
	for i := range 12 {
		sum += int(s[i]-'0') * (1 + i%2*2)
	}
	return '0' + byte((10-sum%10)%10)
}

// bars are the modules of thirteen digits: '1' is dark.
func bars(digits string) string {
	var sb strings.Builder
	sb.WriteString("101")
	for i := 1; i <= 6; i++ {
		code := leftOdd[digits[i]-'0']
		if parity[digits[0]-'0'][i-1] == 'G' {
			code = backwards(complement(code))
		}
		sb.WriteString(code)
	}
	sb.WriteString("01010")
	for i := 7; i <= 12; i++ {
		sb.WriteString(complement(leftOdd[digits[i]-'0']))
	}
	sb.WriteString("101")
	return sb.String()
}

func complement(s string) string { return strings.NewReplacer("0", "1", "1", "0").Replace(s) }

func backwards(s string) string {
	b := []byte(s)
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
	return string(b)
}

// symbol draws the bars of thirteen digits with the first at x, from y down.
func symbol(digits string, x, y unit.Length) []typeset.Item {
	code := bars(digits)
	var items []typeset.Item
	for i := 0; i < len(code); {
		n := 1
		for i+n < len(code) && code[i+n] == code[i] {
			n++
		}
		if code[i] == '1' {
			r := &typeset.Rule{X: x + module*unit.Length(i), Y: y, W: module * unit.Length(n), H: barsHeight}
			if i < 3 || i >= 92 || i >= 45 && i < 50 {
				r.H += guardDrop * module
			}
			items = append(items, r)
		}
		i += n
	}
	return items
}
