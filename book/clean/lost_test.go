package clean

import (
	"os"
	"strings"
	"testing"
)

const missing = "words of the page are missing here"

// TestLost holds that words of constructs which no rule knows are reported once, with
// their place.
func TestLost(t *testing.T) {
	for _, test := range [][2]string{
		{"before <textarea>quoted field words</textarea> after", "quoted field words"},
		{"before <svg><text>drawn labels here</text></svg> after", "drawn labels here"},
		{"before <select><option>seventh choice</option></select> after", "seventh choice"},
	} {
		got, report := body(t, "Some words stand "+test[0]+" and they go on.")
		n := 0
		for _, d := range report.Doubts {
			if d.What == missing {
				n++
				if d.Line != 6 || d.Text != test[1] {
					t.Errorf("%s: reported as %+v", test[0], d)
				}
			}
		}
		if n != 1 || strings.Contains(got, test[1]) {
			t.Errorf("%s: %d reports; %s", test[0], n, got)
		}
	}
	for what, src := range map[string]string{
		"a control of the page":       "before <button>press it now</button> after",
		"shown without scripts alone": "before <noscript>words for the old</noscript> after",
	} {
		_, report := body(t, "Some words stand "+src+" and they go on.")
		if text := report.Text(); !strings.Contains(text, what) || strings.Contains(text, missing) {
			t.Errorf("%s: %s", src, text)
		}
	}
}

// TestNothingLost holds that the search for lost words is silent on every page in
// testdata: what goes there goes on purpose.
func TestNothingLost(t *testing.T) {
	for _, f := range fixtures(t) {
		src := f.source()
		r, _ := Clean(src.Data, Options{Name: src.Name})
		for _, d := range r.Report.Doubts {
			if d.What == missing {
				t.Errorf("%s: %+v", f.name, d)
			}
		}
	}
}

// TestLostIsBounded holds that a page of which nothing is found again is not searched
// without end.
func TestLostIsBounded(t *testing.T) {
	var b strings.Builder
	for i := range 60_000 {
		b.WriteString("word" + itoa(i*7919) + " ")
	}
	words := (&sight{texts: []seenText{{b.String(), false}}, spans: nil}).wordsOf(0, 1)
	w := newWritten(strings.Repeat("something else ", 40_000), nil)
	if list := lost(words, w, nil); w.budget >= 0 || len(list) != 1 {
		t.Errorf("budget %d, %d losses", w.budget, len(list))
	}
}

// TestNumbers holds that the numbers of a list are those that the page shows.
func TestNumbers(t *testing.T) {
	src, err := os.ReadFile("testdata/numbers.html")
	if err != nil {
		t.Fatal(err)
	}
	r, _ := Clean(src, Options{})
	for _, want := range []string{
		"- 3\\. The boat\n- 2\\. The bridge\n- 1\\. The tunnel\n", "- a. rope\n- b. sail\n", "- iv. fourth canto\n- v. fifth canto\n",
		"5. hull\n6. keel\n", "- 1\\. oar\n- 10\\. mast\n- 11\\. yard\n", "漢 (kan) 字 (ji) are",
	} {
		if !strings.Contains(string(r.Markdown), want) {
			t.Errorf("no %q in\n%s", want, r.Markdown)
		}
	}
}
