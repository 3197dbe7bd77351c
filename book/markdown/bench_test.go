package markdown

import (
	"fmt"
	"strings"
	"testing"
)

// longBook writes an article of the given number of paragraphs, of 100 words each, with a
// heading every 20 and a note every 2.
func longBook(paragraphs int) []byte {
	words := strings.Fields("La gare était vide et *les trains* ne partaient plus depuis trois jours ; on disait « qu'il faudrait attendre », mais personne ne savait quoi, ni combien de temps")
	var sb strings.Builder
	for i := range paragraphs {
		if i%20 == 0 {
			fmt.Fprintf(&sb, "## Chapitre %d\n\n", i/20+1)
		}
		for w := range 100 {
			sb.WriteString(words[(i+w)%len(words)])
			sb.WriteByte(" \n"[w%12/11])
		}
		if i%2 == 0 {
			fmt.Fprintf(&sb, "fin[^%d].\n\n[^%d]: Voir *Le Temps*, p. %d, et [ici](https://example.org/%d).\n\n", i, i, i, i)
		} else {
			sb.WriteString("fin.\n\n")
		}
	}
	return []byte(sb.String())
}

// BenchmarkRead reads one article of some 2,000 words, and a book of 480,000 words with
// 2,400 notes in one piece.
func BenchmarkRead(b *testing.B) {
	for _, size := range []int{20, 4800} {
		src := longBook(size)
		b.Run(fmt.Sprintf("words=%d", size*101), func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				if _, problems := Read("a.md", src); len(problems) > 0 {
					b.Fatal(problems[0])
				}
			}
		})
	}
}
