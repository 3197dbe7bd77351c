package typeset_test

import (
	"fmt"
	"strings"
	"testing"

	"cahier/book/typeset"
)

// BenchmarkCompose sets books of about 10, 100 and 1,000 pages with a note on every
// page: the time per page should be the same.
func BenchmarkCompose(b *testing.B) {
	for _, pages := range []int{10, 100, 1000} {
		b.Run(fmt.Sprint(pages), func(b *testing.B) {
			v := article(b, "en", manuscriptOf(pages))
			p, fonts := design(b, "classic"), library(b)
			b.ReportAllocs()
			b.ResetTimer()
			made := 0
			for b.Loop() {
				c, ps := typeset.Compose(v, p, fonts, typeset.Options{})
				if err := ps.Err(); err != nil {
					b.Fatal(err)
				}
				made = len(c.Pages)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(made), "µs/page")
			b.ReportMetric(float64(made), "pages")
		})
	}
}

// manuscriptOf is text for about so many pages.
func manuscriptOf(pages int) string {
	var sb strings.Builder
	for i := range pages {
		if i%10 == 0 {
			fmt.Fprintf(&sb, "## Chapter %d\n\n", i/10+1)
		}
		for k := range 4 {
			sb.WriteString(prose(90, i*4+k))
			if k == 2 {
				fmt.Fprintf(&sb, "[^%d]", i)
			}
			sb.WriteString("\n\n")
		}
		fmt.Fprintf(&sb, "[^%d]: %s\n\n", i, prose(18, i))
	}
	return sb.String()
}
