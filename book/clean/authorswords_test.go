package clean

import (
	"strings"
	"testing"
)

// TestAuthorsWordsStay holds that the rules for a site's lines leave sentences and data
// alone that begin or read like them.
func TestAuthorsWordsStay(t *testing.T) {
	prose := strings.Repeat("<p>The wall was built by the men of the parish, who had no other work that winter, and it was kept by their daughters for a hundred years and more.</p>", 4)
	for words, in := range map[string]string{
		"3 of 5": "<table><tr><th>Village</th><th>Houses</th></tr><tr><td>North</td><td>%</td></tr></table>",
		"4 of 5": "<table><tr><th>Village</th><th>Houses</th></tr><tr><td>North</td><td><span>%</span></td></tr></table>",
		"Image":  "<ul><li>%</li><li>Sound</li></ul>",
		"Watch the river long enough, wrote Heraclitus, and the wall is the only thing that moves.": `<p>%</p>`,
		"Continua dopo la morte.":                    "<p>%</p>",
		"O visitante não voltou, e o mar ficou":      "<p>%</p>",
		"We climbed at last to the top of the page":  "<p>%, and there it was written</p>",
		"Transcription and memory were her trades.":  "<p>%</p>",
		"How to weigh a stone: lift it, and ask it.": "<p>%</p>",
	} {
		page := "<html lang=en><head><title>The wall</title></head><body><article><h1>The wall</h1>" + prose + strings.Replace(in, "%", words, 1) + "</article></body></html>"
		page = strings.Replace(page, "Heraclitus", `<a href="https://e.example/h">Heraclitus</a>`, 1)
		r, _ := Clean([]byte(page), Options{Name: "wall.html"})
		if md := strings.NewReplacer("[Heraclitus](https://e.example/h)", "Heraclitus", "’", "'").Replace(string(r.Markdown)); !strings.Contains(md, words) {
			t.Errorf("lost: %s\n%s", words, md)
		}
	}
}
