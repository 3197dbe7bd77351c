package clean

import (
	"strings"
	"testing"
)

// TestHyphens holds how words are made whole that a line's end divides, and that a
// person is told of those for which the text gives no reason.
func TestHyphens(t *testing.T) {
	const text = "The printer lived in a house by the river for as long as the house stood well-\n" +
		"known among those who had to wait for the ferry there, and they were neigh-\n" +
		"bours who had a half-timbered barn, a pho-\n" +
		"tograph of which hangs in the hall, and a half-\n" +
		"timbered mill besides, and every one of the neighbours had seen other photo-\n" +
		"graphers come and go in those years without a word to anyone in the hamlet\n" +
		"about what they had been sent to see there by the office of the prefecture.\n"
	r, _ := Clean([]byte(text), Options{From: Text, Name: "x", Lang: "en"})
	md := string(r.Markdown)
	for _, want := range []string{"stood well-known among", "were neighbours who", "a half-timbered mill"} {
		if !strings.Contains(md, want) {
			t.Errorf("no %q in %s", want, md)
		}
	}
	var told []string
	for _, d := range r.Report.Doubts {
		if strings.HasPrefix(d.What, "joined at the end") {
			told = append(told, d.Text)
			if d.Line == 0 {
				t.Errorf("%q has no line", d.Text)
			}
		}
	}
	if got := strings.Join(told, " "); got != "photograph photographers" {
		t.Errorf("told of %q in %s", got, md)
	}
}
