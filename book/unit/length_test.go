package unit

import "testing"

func TestParse(t *testing.T) {
	for in, want := range map[string]string{
		"11pt": "11pt", " 18 mm ": "51.024pt", "1.5cm": "42.52pt", "6in": "432pt", "2pc": "24pt", "-3pt": "-3pt", "0pt": "0pt",
	} {
		if l, err := Parse(in); err != nil || l.String() != want {
			t.Errorf("Parse(%q) = %v, %v, want %s", in, l, err, want)
		}
	}
	for _, in := range []string{"", "11", "pt", "NaNpt", "1e9mm", "Infpt", "11 px", "x18mm"} {
		if l, err := Parse(in); err == nil {
			t.Errorf("Parse(%q) = %v, want an error", in, l)
		}
	}
}

func TestMulDivRoundsAwayFromZero(t *testing.T) {
	for _, c := range []struct{ l, num, den, want int64 }{{5, 1, 2, 3}, {-5, 1, 2, -3}, {4, 1, 3, 1}, {-4, 1, 3, -1}, {7, 0, 3, 0}} {
		if got := Length(c.l).MulDiv(c.num, c.den); int64(got) != c.want {
			t.Errorf("%d·%d/%d = %d, want %d", c.l, c.num, c.den, got, c.want)
		}
	}
}
