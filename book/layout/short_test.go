package layout_test

import (
	"slices"
	"strings"
	"testing"

	"cahier/book/layout"
)

// TestShortWorks: one article has half-title and contents when it is long and has heads to
// list; a head that is a note's mark alone lists nothing.
func TestShortWorks(t *testing.T) {
	long := strings.Repeat("Many words to make it long. ", 450)
	for name, c := range map[string]struct {
		body  string
		front bool
	}{
		"long":        {"# One\n\n# Two\n\n# Three\n\n" + long, true},
		"few words":   {"# One\n\n# Two\n\n# Three\n\nFew words.", false},
		"few heads":   {"# One\n\n# Two\n\n" + long, false},
		"empty heads": {"# [^1]\n\n# [^1]\n\n# Three\n\n" + long + "\n\n[^1]: A note.", false},
	} {
		v, _ := arranged(t, "a.md", "---\ntitle: A\nlang: en\n---\n\n"+c.body+"\n")
		for _, kind := range []layout.Kind{layout.HalfTitle, layout.Contents} {
			if got := slices.ContainsFunc(v.Sections, func(s *layout.Section) bool { return s.Kind == kind }); got != c.front {
				t.Errorf("%s: %s stands there: %v, want %v", name, kind, got, c.front)
			}
		}
	}
}
