package ortho

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestSeed sets the first seed as it was received, thin spaces and doubled apostrophes
// included.
func TestSeed(t *testing.T) {
	source, err := os.ReadFile("../../seeds/1917-1924-apogee-et-declin/source.txt")
	if err != nil {
		t.Fatal(err)
	}
	got := Text(string(source), "fr", Options{})
	if wordsOf(got) != wordsOf(string(source)) {
		t.Error("words changed")
	}
	for what, pattern := range map[string]string{
		"a space inside guillemets that breaks":       `«[^\x{A0}]|[^\x{A0}]»`,
		"a space before a high sign that is not ours": `[^\x{202F}!?;][;!?]( |$)|[^\x{A0}]: `,
		"a number parted from its sign":               `\d[^\x{A0},]?%`,
		"a space that never leaves":                   `[\x{2009}\x{AD}]|  `,
		"a straight mark":                             `['"]`,
		"a doubled apostrophe":                        `’’`,
		"an aside that may break at its inside":       `– [^–\n]{1,60} –`,
	} {
		if m := regexp.MustCompile("(?m).{0,20}(" + pattern + ").{0,20}").FindString(got); m != "" {
			t.Errorf("%s: %q", what, m)
		}
	}
	for _, want := range []string{
		"aucune “substitution” »", "l’instauration de la “dictature du prolétariat” fut", "un “Etat ouvrier”, mais c’est",
		"Des 70~000 verstes", "les 50_%.", "n°_1 (avril", "l’engagement d’une «_guerre révolutionnaire_»", "de 1920-21", "n’atteignait en 1920 que 12,9_%",
	} {
		if !strings.Contains(visible.Replace(got), strings.ReplaceAll(want, " »", "_»")) {
			t.Errorf("%q is not there", want)
		}
	}
}
