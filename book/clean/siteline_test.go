package clean

import "testing"

func TestRowsOfButtons(t *testing.T) {
	for text, want := range map[string]struct{ row, within bool }{
		"Share | Tweet | Email": {true, true},
		"Imprimer PDF":          {true, true},
		"A+ A-":                 {true, true},
		"Print":                 {true, false}, // may end a list of trades
		"Facebook, Twitter":     {true, false}, // an enumeration
		"Partager :":            {true, false},
		"Print the letter":      {false, false},
		"":                      {false, false},
	} {
		if isButtonRow(text) != want.row || isRowWithin(text) != want.within {
			t.Errorf("%q: %v %v", text, isButtonRow(text), isRowWithin(text))
		}
	}
}

func TestEndHeads(t *testing.T) {
	for text, want := range map[string]struct{ end, closing bool }{
		"Comments (3)":                  {true, true},
		"Pour citer cet article :":      {true, true},
		"Share this:":                   {true, false},
		"Siehe auch":                    {true, false},
		"3 réflexions sur « La neige »": {false, true},
		"Droits d’auteur":               {false, false}, // may head a part of the article
		"The winter of the comments":    {false, false},
	} {
		if isEndHead(text) != want.end || isClosingHead(text) != want.closing {
			t.Errorf("%s: %v %v", text, isEndHead(text), isClosingHead(text))
		}
	}
}
