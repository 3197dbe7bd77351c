package clean

import (
	"testing"

	"cahier/book"
)

// A file that holds no text is refused, never poured into Markdown.
func TestBinarySourcesAreRefused(t *testing.T) {
	for _, b := range binaries {
		r, problems := Clean([]byte(b.magic+"\x01\x02 and more bytes"), Options{Name: "x"})
		if len(r.Markdown) > 0 || len(problems) != 1 || problems[0].Code != book.CodeUnreadable || problems[0].Hint == "" {
			t.Errorf("%s: %q, %v", b.name, r.Markdown, problems)
		}
	}
}
