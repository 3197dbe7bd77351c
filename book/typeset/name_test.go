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

func TestAddressesAreKnownByTheirStops(t *testing.T) {
	for s, want := range map[string]bool{
		"https://example.org/a": true, "someone@example.org": true, "(net.ipv6.conf.all.forwarding)": true, "/usr/share/doc/a.txt": true,
		"a@b.c": false, "wait…what…now": false, "however.Then": false, "A.B.C.D.E.F.G.H": false, "extraordinarily": false, "wait...what...then": false,
	} {
		if got := isAddress(s); got != want {
			t.Errorf("isAddress(%q) = %v", s, got)
		}
	}
}
