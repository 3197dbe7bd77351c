package book

import "testing"

func TestLetters(t *testing.T) {
	for n, want := range map[int]string{0: "", 1: "a", 26: "z", 27: "aa", 52: "az", 53: "ba", 702: "zz", 703: "aaa"} {
		if got := Letters(n); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
}

func TestRoman(t *testing.T) {
	for n, want := range map[int]string{-1: "", 0: "", 4: "iv", 9: "ix", 49: "xlix", 1990: "mcmxc", 3999: "mmmcmxcix", 4000: "mmmm"} {
		if got := Roman(n); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
	for n := range 4000 {
		if got := RomanValue(Roman(n)); got != n {
			t.Fatalf("%d is %s is %d", n, Roman(n), got)
		}
	}
	for _, s := range [...]string{"", "iiii", "iix", "vx", "IV", "a", "ivy"} {
		if got := RomanValue(s); got != 0 {
			t.Errorf("%q is read as %d", s, got)
		}
	}
}

func TestIsNumeric(t *testing.T) {
	for _, c := range []struct {
		cells []string
		want  bool
	}{
		{[]string{"1", "2"}, true},
		{[]string{" 1 200,50 €", "$3.5", "−12 %", "±4‰", "1’000"}, true},
		{[]string{"12\u00a0%", "1\u202f200\u00a0€"}, true},
		{[]string{"1", "–", "", "—", "2"}, true},
		{[]string{"1"}, false},
		{[]string{"1", "–"}, false},
		{[]string{"1", "2", "about 3"}, false},
		{[]string{"1a", "2a"}, false},
		{nil, false},
	} {
		if got := IsNumeric(c.cells); got != c.want {
			t.Errorf("%q: %v", c.cells, got)
		}
	}
}
