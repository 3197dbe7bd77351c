package typeset_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"cahier/book/typeset"
)

// Everything that cannot be set is reported at once: each writing system and each
// character where it stands first, with how often.
func TestUnset(t *testing.T) {
	const text = "---\ntitle: Essay\nauthor: A. Writer\nlang: fr\ndate: 2020-01-01\n---\n\n" +
		"Une ligne «longue»:\nles 漢字 d’un *mot* ↯ puis ↯ et\nencore שלום ici.\n\n    code 漢\n"
	files := fstest.MapFS{"a.md": {Data: []byte(text)}}
	_, ps := typeset.Compose(volume(t, files, "a.md"), design(t, "classic"), library(t), typeset.Options{Images: files})
	var got []string
	for _, p := range ps {
		got = append(got, string(p.Code)+" "+p.String())
		if p.Hint == "" {
			t.Errorf("%s: no hint", p)
		}
	}
	want := []string{
		`script a.md:9:5: Chinese, Japanese or Korean text cannot be set in the PDF: "漢", the first of 3 such characters`,
		`glyph-missing a.md:9:19: no face has the character "↯" (U+21AF), which stands in 2 places`,
		`script a.md:10:8: right-to-left text cannot be set in the PDF: "ש", the first of 4 such characters`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
