package clean

import "testing"

func TestLicenceLines(t *testing.T) {
	for text, want := range map[string]string{
		"CC-BY-SA 4.0":                        "CC BY-SA 4.0",
		"Licence: Creative Commons BY NC 3.0": "CC BY-NC 3.0",
		"Published under a Creative Commons Attribution-NonCommercial 4.0 licence": "CC BY-NC 4.0",
		"Dieser Text steht unter einer Creative Commons Lizenz: Namensnennung":     "CC BY",
		"See https://creativecommons.org/licenses/by/4.0/.":                        "https://creativecommons.org/licenses/by/4.0/",
		"CC0": "CC0",
	} {
		if got := licenceIn(text); got != want || !isLicenceLine(text) {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	for _, text := range []string{
		"Her catalogue is open to all, and Creative Commons asks of its readers no more than attribution.",
		"Some rights of way are reserved.",
		"The account CC01 was closed.",
	} {
		if isLicenceLine(text) {
			t.Errorf("taken for a licence: %s", text)
		}
	}
}
