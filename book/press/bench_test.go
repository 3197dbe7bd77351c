package press

import (
	"context"
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"time"

	"cahier/book"
)

// BenchmarkBuildSeed makes both books of the first seed, from Markdown to bytes.
func BenchmarkBuildSeed(b *testing.B) {
	for b.Loop() {
		ms, problems, err := Read(seed, nil)
		if err != nil {
			b.Fatal(err)
		}
		run := Start(context.Background(), ms, problems, Options{})
		files := run.All()
		if run.Err() != nil || len(run.Problems()) > 0 || len(files) != 2 {
			b.Fatal(run.Err(), run.Problems())
		}
		ms.Close()
	}
}

// BenchmarkPDF sets books of about 10, 100 and 1,000 pages: the time of a page and the
// memory of a page should not grow with the book.
func BenchmarkPDF(b *testing.B) {
	for _, pages := range []int{10, 100, 1000} {
		src := []byte(proseBook(pages * 360))
		b.Run(fmt.Sprint(pages), func(b *testing.B) { benchmarkPDF(b, src) })
	}
}

func benchmarkPDF(b *testing.B, src []byte) {
	b.ReportAllocs()
	pages := 0
	for b.Loop() {
		ms, problems, err := Read("-", strings.NewReader(string(src)))
		if err != nil {
			b.Fatal(err)
		}
		run := Start(context.Background(), ms, problems, Options{})
		run.PDF()
		if run.Err() != nil || !run.Sound() {
			b.Fatal(run.Err(), run.Problems())
		}
		pages = run.editions[0].composition.Stats.Pages
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(pages), "µs/page")
	b.ReportMetric(float64(pages), "pages")
}

// BenchmarkBooklet sets and imposes a book of about 1,000 pages, and says what part of the
// time imposing and writing the sheets takes.
func BenchmarkBooklet(b *testing.B) {
	src := proseBook(360_000)
	var sheets time.Duration
	for b.Loop() {
		ms, problems, err := Read("-", strings.NewReader(src))
		if err != nil {
			b.Fatal(err)
		}
		run := Start(context.Background(), ms, problems, Options{Sheets: []book.Setting{{Key: "signature", Value: "16"}}})
		if files, _ := run.Booklet(); len(files) != 1 || !run.Sound() {
			b.Fatal(run.Err(), run.Problems())
		}
		for _, t := range run.times {
			if t.name == "sheets" {
				sheets += t.took
			}
		}
	}
	b.ReportMetric(100*float64(sheets)/float64(b.Elapsed()), "%sheets")
}

// proseBook is a book of so many made-up words in chapters, with a note about every 200
// words; the same for the same number.
func proseBook(words int) string {
	r := rand.New(rand.NewSource(1))
	syllables := strings.Fields("ba con de fi gra hu in la mo na or pla qui re sta tion ur ven wi por sen ter men al")
	var sb, notes strings.Builder
	sb.WriteString("---\ntitle: Prose\nauthor: A. Writer\nlang: en\n---\n")
	word := func() string {
		s := ""
		for k := 1 + r.Intn(3); k > 0; k-- {
			s += syllables[r.Intn(len(syllables))]
		}
		return s
	}
	for n, note := 0, 0; n < words; {
		if r.Intn(40) == 0 || n == 0 {
			fmt.Fprintf(&sb, "\n## %s %s\n", word(), word())
		}
		sb.WriteByte('\n')
		for k := 20 + r.Intn(160); k > 0; k-- {
			sb.WriteString(word())
			if n++; n%200 == 0 {
				note++
				fmt.Fprintf(&sb, "[^%d]", note)
				fmt.Fprintf(&notes, "\n[^%d]: %s %s %s.\n", note, word(), word(), word())
			}
			sb.WriteByte(' ')
		}
		sb.WriteString("end.\n")
	}
	return sb.String() + notes.String()
}
