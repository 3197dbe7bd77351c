package clean

import (
	"os"
	"strings"
	"testing"
)

// TestSeed holds the first seed's source and its article together: cleaning
// source.txt gives article.md, but for the lines that the report names: the
// publication, which the source gives by its address alone, and what a person added.
func TestSeed(t *testing.T) {
	const dir = "../../seeds/1917-1924-apogee-et-declin/"
	src, err := os.ReadFile(dir + "source.txt")
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(dir + "article.md")
	if err != nil {
		t.Fatal(err)
	}
	r, problems := Clean(src, Options{Name: "source.txt"})
	if problems.Errors() > 0 {
		t.Fatal(problems.Err())
	}
	got, wanted := lines(string(r.Markdown)), lines(string(want))
	if len(got) != len(wanted) {
		t.Errorf("%d lines, want %d", len(got), len(wanted))
	}
	for i := range min(len(got), len(wanted)) {
		if got[i] != wanted[i] {
			t.Errorf("got  %s\nwant %s", got[i], wanted[i])
		}
	}
	report := r.Report.Text()
	for _, s := range []string{"10congrès", "copy of the next note", "write its name", "Newsletter"} {
		if !strings.Contains(report, s) {
			t.Errorf("the report does not name %q:\n%s", s, report)
		}
	}
	if n := len(r.Report.Notes); n != 6 {
		t.Errorf("%d notes", n)
	}
	if n := strings.Count(string(r.Markdown), "\n## "); n != 7 {
		t.Errorf("%d headings", n)
	}
}

// lines are a Markdown text's lines without those of the front matter that a
// person writes.
func lines(md string) []string {
	var list []string
	for l := range strings.Lines(md) {
		if !strings.HasPrefix(l, "  publication:") && !strings.HasPrefix(l, "  copied-from:") {
			list = append(list, strings.TrimSpace(l))
		}
	}
	return list
}
