package manuscript

import (
	"testing"

	"cahier/book"
)

func TestParseName(t *testing.T) {
	for written, want := range map[string]book.Name{
		"Jean-Philippe  Divès":          {Given: "Jean-Philippe", Family: "Divès"},
		"Divès, Jean-Philippe":          {Given: "Jean-Philippe", Family: "Divès"},
		"Alexis de Tocqueville":         {Given: "Alexis", Dropping: "de", Family: "Tocqueville"},
		"Tocqueville, Alexis de":        {Given: "Alexis", Dropping: "de", Family: "Tocqueville"},
		"Vincent van Gogh":              {Given: "Vincent", NonDropping: "van", Family: "Gogh"},
		"van Gogh, Vincent":             {Given: "Vincent", NonDropping: "van", Family: "Gogh"},
		"Ludwig van der Rohe":           {Given: "Ludwig", NonDropping: "van der", Family: "Rohe"},
		"Martin Luther King Jr.":        {Given: "Martin Luther", Family: "King", Suffix: "Jr."},
		"King, Martin Luther, Jr.":      {Given: "Martin Luther", Family: "King", Suffix: "Jr."},
		"NPA":                           {Literal: "NPA"},
		"Collectif Smolny":              {Literal: "Collectif Smolny"},
		"Marx and Engels":               {Literal: "Marx and Engels"},
		"{Ligue du Sud}":                {Literal: "Ligue du Sud"},
		"Comité pour l’histoire (Lyon)": {Literal: "Comité pour l’histoire (Lyon)"},
	} {
		if got := parseName(written); got != want {
			t.Errorf("%q: %+v", written, got)
		}
	}
}

func TestLicenceURL(t *testing.T) {
	for written, want := range map[string]string{
		"CC BY 4.0":       "https://creativecommons.org/licenses/by/4.0/",
		"cc-by-nc-sa-3.0": "https://creativecommons.org/licenses/by-nc-sa/3.0/",
		"CC BY-NC-ND":     "https://creativecommons.org/licenses/by-nc-nd/4.0/",
		"CC BY-SA 3.0 FR": "https://creativecommons.org/licenses/by-sa/3.0/fr/",
		"Creative Commons Attribution-ShareAlike 4.0 International": "https://creativecommons.org/licenses/by-sa/4.0/",
		"CC0":                         "https://creativecommons.org/publicdomain/zero/1.0/",
		"Domaine public":              "https://creativecommons.org/publicdomain/mark/1.0/",
		"https://exemple.org/licence": "https://exemple.org/licence",
		"Tous droits réservés":        "",
		"CC BY-ND-SA":                 "",
	} {
		if got := licenceURL(written); got != want {
			t.Errorf("%q: %q", written, got)
		}
	}
}

func TestNearest(t *testing.T) {
	for written, want := range map[string]string{
		"titel": "title", "auhtor": "author", "langue": "lang", "lizence": "licence", "keyword": "keywords", "republished": "republished-from", "x": "", "autor": "author",
	} {
		if got := book.Nearest(written, names([]map[string]key{frontKeys})); got != want {
			t.Errorf("%q: %q, want %q", written, got, want)
		}
	}
}
