package typeset

import (
	"slices"
	"testing"
)

// TestLastDivisions shows where words are divided that no pattern divides, in a paragraph
// that would else have a hole, and what is not divided even there.
func TestLastDivisions(t *testing.T) {
	for _, c := range []struct{ word, want string }{
		{"longtemps.”", "long-temps.”"},
		{"princesses,", "prin-cesses,"},
		{"Vyázma", "Vyáz-ma"},
		{"changes", "changes"},     // the last e is silent
		{"stretched", "stretched"}, // ditto
		{"thoughts", "thoughts"},   // one syllable
		{"anemo", "anemo"},         // too short
		{"webmin.com.", "webmin.-com."},
		{"RAID-1+0", "RAID--1+0"},
		{"U.S.A.", "U.S.A."},
		{"1234.567", "1234.567"},
		{"", ""},
	} {
		got := c.word
		breaks := signBreaks(c.word)
		if len(breaks) == 0 {
			breaks = syllables(c.word, easedSides)
		}
		slices.Reverse(breaks)
		for _, at := range breaks {
			got = got[:at] + "-" + got[at:]
		}
		if got != c.want {
			t.Errorf("%q is divided as %q, want %q", c.word, got, c.want)
		}
	}
}
