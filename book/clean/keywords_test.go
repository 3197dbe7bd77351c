package clean

import (
	"slices"
	"testing"
)

func TestLineTags(t *testing.T) {
	for text, want := range map[string][]string{
		"Tags: harbours, ferries · tides | Harbours": {"harbours", "ferries", "tides"},
		"#harbours #ferries":                         {"harbours", "ferries"},
		"Mots-clés : ports ; bacs":                   {"ports", "bacs"},
		"Paraules clau: col·lecció":                  nil, // no language of the lexicon
		"Keywords: col·lecció, arxiu":                {"col·lecció", "arxiu"},
		"Posted in: Culture":                         nil, // a part of the site
		"The tags: they were lost.":                  nil,
	} {
		var m metadata
		if m.addKeywords(lineTags(text)...); !slices.Equal(m.keywords, want) {
			t.Errorf("%s: %q, want %q", text, m.keywords, want)
		}
	}
}
