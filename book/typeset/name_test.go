package typeset

import (
	"slices"
	"testing"
)

// TestNameBreaks shows where names are divided that no patterns know, and what is not.
func TestNameBreaks(t *testing.T) {
	for _, c := range []struct{ word, want string }{
		{"Mikháylovna", "Mikháy-lovna"},
		{"“Kuzmínichna,", "“Kuz-mí-nichna,"},
		{"Dólokhov’s", "Dólo-khov’s"},
		{"Nikoláevich", "Niko-láe-vich"},
		{"Iphigenia", "Iphi-ge-nia"},
		{"Vyázma", "Vyázma"},           // too short
		{"Schwarz", "Schwarz"},         // one syllable
		{"mikháylovna", "mikháylovna"}, // no name
		{"UNESCO’s", "UNESCO’s"},
		{"", ""},
	} {
		got := c.word
		breaks := nameBreaks(c.word)
		slices.Reverse(breaks)
		for _, at := range breaks {
			got = got[:at] + "-" + got[at:]
		}
		if got != c.want {
			t.Errorf("%q is divided as %q, want %q", c.word, got, c.want)
		}
	}
}
