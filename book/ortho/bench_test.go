package ortho

import (
	"strings"
	"testing"

	"cahier/book"
)

// BenchmarkBlocks sets a volume of 480,000 words of French prose.
func BenchmarkBlocks(b *testing.B) {
	const prose = "Que l'on soit passé, en un temps très court, d'un mouvement à un régime « d'exploitation », a porté aux idéaux du 20e siècle un coup dur ; " +
		"cela reste une énigme -- dit M. Dupont -- et l'on sait que 10 % des 70 000 \"verstes\" furent perdues : pourquoi ? "
	text := strings.Repeat(prose, 3) // about 150 words
	b.SetBytes(int64(len(text) * 3200))
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		blocks := make([]book.Block, 3200)
		for i := range blocks {
			blocks[i] = &book.Paragraph{Inlines: []book.Inline{&book.Text{Value: text}}}
		}
		b.StartTimer()
		Blocks(blocks, "fr", Options{})
	}
}
