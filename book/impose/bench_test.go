package impose

import "testing"

// Planning and placing 1,000 pages, without drawing them: what imposition adds to a build.
func BenchmarkImpose(b *testing.B) {
	pages, h := blankPages(1000, 148*mm, 210*mm), hand(b)
	for b.Loop() {
		p, ps := Make(pages, Options{Signature: 32, Stock: Stock{Caliper: mm / 10}})
		if len(ps) > 0 {
			b.Fatal(ps)
		}
		if _, err := p.Draw(pages, h); err != nil {
			b.Fatal(err)
		}
	}
}
