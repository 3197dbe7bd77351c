package clean

import (
	"strings"
	"testing"
)

// TestAuthorsWordsStay holds that rules for a site's lines leave sentences and data alone
// which begin or read like them.
func TestAuthorsWordsStay(t *testing.T) {
	for _, words := range []string{
		"<table><tr><th>Village</th><th>Houses</th></tr><tr><td>North</td><td>3 of 5</td></tr></table>",
		"<ul><li>Image</li><li>Sound</li></ul>",
		`<p>Watch the river long enough, wrote <a href="https://e.example/h">Heraclitus</a>, and the wall is the only thing that moves.</p>`,
		"<p>Continua dopo la morte.</p>",
		"<p>O visitante não voltou, e o mar ficou</p>",
		"<p>We climbed at last to the top of the page, and there it was written</p>",
	} {
		prose := strings.Repeat("<p>The wall was built by the men of the parish, who had no other work that winter, and it was kept by their daughters for a hundred years and more.</p>", 4)
		r, _ := Clean([]byte("<html lang=en><head><title>The wall</title></head><body><article><h1>The wall</h1>"+prose+words+"</article></body></html>"), Options{Name: "wall.html"})
		for _, w := range []string{"3 of 5", "Image", "Heraclitus", "la morte", "visitante não", "top of the page"} {
			if strings.Contains(words, w) && !strings.Contains(string(r.Markdown), w) {
				t.Errorf("%q is lost: %s", w, words)
			}
		}
	}
}
