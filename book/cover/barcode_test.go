package cover

import (
	"strings"
	"testing"

	"cahier/book/typeset"
	"cahier/book/unit"
)

func TestISBN13(t *testing.T) {
	for in, want := range map[string]string{"978-2-07-036822-8": "9782070368228", "207036822X": "9782070368228", "0-8044-2957-X": "9780804429573", "9782070368228": "9782070368228"} {
		if got, err := ISBN13(in); err != nil || got != want {
			t.Errorf("%s: %s, %v, want %s", in, got, err, want)
		}
	}
	for in, want := range map[string]string{
		"9782070368227": "ask for 8", "2070368227": "ask for X", "978207036822": "12 digits", "97820703682X8": "no digit", "4006381333931": "neither 978",
	} {
		if _, err := ISBN13(in); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", in, err, want)
		}
	}
}

// digitsOf reads the bars back, module by module, as a scanner does.
func digitsOf(t *testing.T, code string) string {
	t.Helper()
	if len(code) != symbolWidth || code[:3] != "101" || code[45:50] != "01010" || code[92:] != "101" {
		t.Fatalf("the guards of %q", code)
	}
	var digits, sides string
	for i := range 12 {
		from := 3 + 7*i
		if i >= 6 {
			from += 5
		}
		part := code[from : from+7]
		for d, odd := range leftOdd {
			switch part {
			case odd:
				sides += "L"
			case backwards(complement(odd)):
				sides += "G"
			case complement(odd):
				sides += "R"
			default:
				continue
			}
			digits += string(rune('0' + d))
		}
	}
	for d, p := range parity {
		if sides == p+"RRRRRR" {
			return string(rune('0'+d)) + digits
		}
	}
	t.Fatalf("no first digit has the parities %s", sides)
	return ""
}

func TestBarsReadBack(t *testing.T) {
	for _, digits := range []string{"9782070368228", "9780804429573", "0012345678905", "5901234123457"} {
		if got := digitsOf(t, bars(digits)); got != digits {
			t.Errorf("%s reads as %s", digits, got)
		}
	}
	// The symbol of the standard's example, by its first modules.
	if got := bars("5901234123457")[:17]; got != "10100010110100111" {
		t.Errorf("the bars begin %s", got)
	}
}

func TestSymbolIsOfNominalSize(t *testing.T) {
	items := symbol("9782070368228", 0, 0)
	last := items[len(items)-1].(*typeset.Rule)
	if got, want := last.X+last.W, symbolWidth*module; got != want || want/unit.Millimetre != 31 {
		t.Errorf("the symbol is %s wide, want %s", got, unit.Length(want))
	}
	dark := 0
	for _, it := range items {
		dark += int(it.(*typeset.Rule).W / module)
	}
	if want := strings.Count(bars("9782070368228"), "1"); dark != want {
		t.Errorf("%d dark modules, want %d", dark, want)
	}
}
