package typeset_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"cahier/book"
	"cahier/book/typeset"
)

// A word that fits no line is broken at the measure, with a warning and without losing a
// letter: with hyphens where its language has them, even in a style that divides no word.
func TestBrokenWords(t *testing.T) {
	const compound = "Donaudampfschifffahrtsgesellschaftskapitänskajütentürschlüsselanhängerkettenreparaturwerkstattleiterinnenversammlung"
	for _, c := range []struct {
		name, body, style, lang string
		settings                []string
		breaks                  []string // what the lines end in
	}{
		{"letters without a joint", "Before " + strings.Repeat("x", 200) + " after.", "classic", "en", nil, []string{"x", "x"}},
		{"10,000 letters", strings.Repeat("qvkz", 2500), "classic", "en", nil, []string{"q", "v", "k", "z"}},
		{"a compound, undivided style", "Die " + compound + " tagt.", "large-print", "de", nil, []string{"-"}},
		{"marks stay with their letters", strings.Repeat("n\u0308", 150), "classic", "en", nil, []string{"\u0308"}},
		{"code gets no hyphen", "Call `" + compound + "`.", "classic", "de", []string{"measure=60mm", "paper=a6"}, []string{"gese", "schl"}},
		{"a table", "| " + strings.Repeat("x", 60) + " | b |\n|---|---|\n| y | z |", "classic", "en", []string{"measure=60mm", "paper=a6"}, []string{"x"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := article(t, c.lang, c.body+"\n")
			comp, ps := typeset.Compose(v, design(t, c.style, c.settings...), library(t), typeset.Options{})
			if len(ps) != 1 || ps[0].Code != book.CodeOverfull || !strings.Contains(ps[0].Message, "longer than its line on page ") {
				t.Errorf("problems: %v", ps)
			}
			if comp.Stats.Overfull > 0 {
				t.Errorf("%d lines are overfull", comp.Stats.Overfull)
			}
			if got, want := fold(typeset.Text(comp)), fold(volumeText(v, comp)); got != want {
				t.Errorf("text was lost or moved: %s", difference(got, want))
			}
			broken := 0
			for _, line := range strings.Split(dump(comp), "\n") {
				_, words, _ := strings.Cut(line, " | ")
				for _, end := range c.breaks {
					if len(words) > 20 && strings.HasSuffix(words, end) {
						broken++
						break
					}
				}
			}
			if broken == 0 {
				t.Errorf("no line ends as it should:\n%s", dump(comp))
			}
		})
	}
}

// A line that cannot be mended is reported with its page and its length.
func TestOverfullSaysThePage(t *testing.T) {
	head := "---\ntitle: Essay\nauthor: A. Writer\nlang: en\ndate: 2020-01-01\n---\n\n"
	files := fstest.MapFS{"a.md": {Data: []byte(head + strings.Repeat("![x](square.png)", 40) + " y\n")}, "square.png": {Data: square(t)}}
	_, ps := typeset.Compose(volume(t, files, "a.md"), design(t, "classic"), library(t), typeset.Options{Images: files})
	if len(ps) != 1 || ps[0].Code != book.CodeOverfull || ps[0].Message != "overfull line on page 1 (122.5 pt)" {
		t.Errorf("problems: %v", ps)
	}
}
