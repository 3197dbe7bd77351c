// Package generate makes manuscripts for tests: every construct of the cleaned Markdown
// and every key of the front matter, with hostile strings in every place that takes
// text, nested as deep as a person never would. What it makes is legal: a book of it has
// no problem of severity error.
//
// A number goes in and a manuscript comes out; the same number gives the same
// manuscript on every machine.
package generate

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Files is a book's folder: contents by slash-separated name.
type Files map[string][]byte

// Book makes a book.yaml and so many articles in parts, with the images they name.
func Book(seed uint64, articles int) Files {
	w := newWriter(seed)
	files := Files{"picture.png": picture(), "drawing.svg": []byte(drawing)}
	var yaml strings.Builder
	lang := w.pick("fr", "en", "de", "es", "it", "pt", "fr-CA", "nl", "ar", "zh-Hans")
	fmt.Fprintf(&yaml, "title: %s\nlang: %s\n", quoted(w.title()), lang)
	w.frontMatter(&yaml, true)
	fmt.Fprintf(&yaml, "notes: {numbering: %s}\nnumbering: %s\ncontents:\n", w.pick("article", "volume"), w.pick("none", "paragraphs"))
	for i := range articles {
		name := fmt.Sprintf("a%03d.md", i)
		files[name] = []byte(Article(seed*1000 + uint64(i)))
		if i%5 == 2 {
			fmt.Fprintf(&yaml, "  - part: %s\n    contents:\n", quoted(w.title()))
		}
		if i%5 >= 2 {
			yaml.WriteString("    ")
		}
		fmt.Fprintf(&yaml, "  - %s\n", name)
	}
	files["book.yaml"] = []byte(yaml.String())
	return files
}

// Article makes one manuscript with its front matter.
func Article(seed uint64) string {
	w := newWriter(seed)
	w.b.WriteString("---\n")
	fmt.Fprintf(&w.b, "title: %s\nlang: %s\n", quoted(w.title()), w.pick("fr", "en", "de", "la", "en-GB"))
	w.frontMatter(&w.b, false)
	w.references()
	w.b.WriteString("---\n\n")
	w.block()
	for range 4 + w.r.IntN(25) {
		w.block()
	}
	for len(w.notes) > 0 {
		w.note()
	}
	return w.b.String()
}

// writer makes one manuscript.
type writer struct {
	r     *rand.Rand
	b     strings.Builder
	count int      // of notes and ids so far
	notes []string // called and not yet written
	ids   []string // of places in the manuscript
	keys  []string // of its references
	depth int
	head  int // level of the last heading
}

func newWriter(seed uint64) *writer { return &writer{r: rand.New(rand.NewPCG(seed, 7)), head: 2} }

func (w *writer) pick(list ...string) string { return list[w.r.IntN(len(list))] }

func (w *writer) chance(percent int) bool { return w.r.IntN(100) < percent }

func (w *writer) frontMatter(b *strings.Builder, volume bool) {
	lines := []string{
		"subtitle: " + quoted(w.title()), "short-title: " + quoted(w.title()),
		"author: [{given: " + quoted(w.word()) + ", family: " + quoted(w.word()) + "}, " + quoted(w.word()) + "]",
		"translator: " + quoted(w.word()+" "+w.word()), "editor: " + quoted(w.word()), "illustrator: " + quoted(w.word()),
		"date: 19" + fmt.Sprintf("%02d-%02d-%02d", w.r.IntN(100), 1+w.r.IntN(12), 1+w.r.IntN(28)),
		"publisher: " + quoted(w.sentence()), "rights: " + quoted(w.sentence()), "licence: https://example.org/licence?a=1&b=2",
		"keywords: [" + quoted(w.word()) + ", " + quoted(w.word()) + "]", "abstract: " + quoted(w.sentence()),
		"doi: 10.1234/ab<c>" + fmt.Sprint(w.r.IntN(999)), "epigraph: " + quoted(w.sentence()), "dedication: " + quoted(w.sentence()),
		"belongs-to-collection: " + quoted(w.title()) + "\ngroup-position: " + w.pick("3", "1.2", "II"),
		"republished-from:\n  publication: " + quoted(w.sentence()) + "\n  url: https://example.org/" + fmt.Sprint(w.r.IntN(999)) +
			"?q=a&b\n  date: 1931\n  original-title: " + quoted(w.title()) + "\n  licence: " + quoted(w.word()) + "\n  changes: [" + quoted(w.sentence()) + "]",
	}
	for _, l := range lines {
		if w.chance(60) && !(volume && strings.HasPrefix(l, "epigraph")) {
			b.WriteString(l + "\n")
		}
	}
}

func (w *writer) references() {
	n := w.r.IntN(4)
	if n == 0 {
		return
	}
	w.b.WriteString("references:\n")
	for i := range n {
		key := fmt.Sprintf("key%d", i)
		w.keys = append(w.keys, key)
		fmt.Fprintf(&w.b, "  - {id: %s, type: %s, title: %s, author: [{family: %s, given: %s}], issued: %d, publisher: %s, URL: \"https://example.org/?a=1&b=<2>\"}\n",
			key, w.pick("book", "article-journal", "webpage"), quoted(w.title()), quoted(w.word()), quoted(w.word()), 1800+w.r.IntN(200), quoted(w.word()))
	}
}

// quoted is a YAML scalar in double quotes.
func quoted(s string) string { return fmt.Sprintf("%q", s) }
