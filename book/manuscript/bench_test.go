package manuscript

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// BenchmarkRead reads a book of one article of 2,000 words, and a volume of 50 articles,
// 500,000 words, with sources in JSON.
func BenchmarkRead(b *testing.B) {
	one := fstest.MapFS{"article.md": {Data: longArticle(20)}}
	fifty := fstest.MapFS{"works.json": {Data: works(500)}}
	contents := ""
	for i := range 50 {
		name := fmt.Sprintf("texte%d.md", i)
		fifty[name] = &fstest.MapFile{Data: longArticle(100)}
		contents += "  - " + name + "\n"
	}
	fifty["book.yaml"] = &fstest.MapFile{Data: []byte("title: Livre\nlang: fr\nbibliography: works.json\ncontents:\n" + contents)}
	for _, c := range []struct {
		label, name string
		fsys        fstest.MapFS
	}{{"article", "article.md", one}, {"volume", "book.yaml", fifty}} {
		b.Run(c.label, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, problems := Read(c.fsys, c.name); len(problems) > 0 {
					b.Fatal(problems[0])
				}
			}
		})
	}
}

// longArticle has paragraphs of 100 words, each with a note and a citation.
func longArticle(paragraphs int) []byte {
	var sb strings.Builder
	sb.WriteString("---\ntitle: Une longue étude\nauthor: Anne Martin\nlang: fr\ndate: 2018-01-02\n---\n")
	words := strings.Repeat("La gare était vide et *les trains* ne partaient plus depuis trois jours\n", 8)
	for i := range paragraphs {
		fmt.Fprintf(&sb, "%sfin[^%d] [voir @k%d, p. 12].\n\n[^%d]: Voir [ici](https://exemple.org).\n\n", words, i, i, i)
	}
	return []byte(sb.String())
}

func works(n int) []byte {
	var items []string
	for i := range n {
		items = append(items, fmt.Sprintf(`{"id": "k%d", "type": "book", "title": "The <i>Book</i> %d", "author": [{"family": "Name", "given": "A."}], "issued": {"date-parts": [[19%02d]]}}`, i, i, i%100))
	}
	return []byte("[" + strings.Join(items, ",\n") + "]")
}
