package manuscript

import (
	"testing"
	"testing/fstest"
)

func TestBareISBNsAreKnown(t *testing.T) {
	for _, tc := range []struct{ in, scheme string }{
		{"978-3-16-148410-0", "isbn"},
		{"978 3 16 148410 0", "isbn"},
		{"9783161484100", "isbn"},
		{"3-16-148410-X", "isbn"},
		{"316148410X", "isbn"},
		{"978-3-16-148410-1", "isbn"}, // the wrong digit is told where it is checked
		{"3-16-148410-1", "isbn"},
		{"3161484101", ""}, // any number
		{"1234567890123", ""},
		{"2026-03-01-12", ""},
		{"essay-978", ""},
	} {
		if got, _ := bareIdentifier(tc.in); got != tc.scheme {
			t.Errorf("%q is taken for %q, not %q", tc.in, got, tc.scheme)
		}
	}
}

func TestWrongISBNIsTold(t *testing.T) {
	dir := fstest.MapFS{"a.md": {Data: []byte("---\ntitle: T\nlang: en\nidentifier: 978-3-16-148410-1\n---\n\nText.\n")}}
	_, problems := Read(dir, "a.md")
	if len(problems) != 1 || problems[0].Pos.Line != 4 || problems[0].Hint == "" {
		t.Errorf("problems: %v", problems)
	}
}
