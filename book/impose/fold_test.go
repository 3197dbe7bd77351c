package impose

import (
	"fmt"
	"testing"

	"cahier/book/lettering"
	"cahier/book/pdf"
	"cahier/book/typeface"
	"cahier/book/typeset"
	"cahier/book/unit"
	"cahier/fonts"
)

const mm = unit.Millimetre

func hand(t testing.TB) lettering.Hand {
	t.Helper()
	library, err := typeface.Open(fonts.FS)
	if err != nil {
		t.Fatal(err)
	}
	family, err := library.Family("eb-garamond")
	if err != nil {
		t.Fatal(err)
	}
	return lettering.Hand{Families: []*typeface.Family{family}, Lang: "fr"}
}

func blankPages(n int, w, h unit.Length) []*typeset.Page {
	list := make([]*typeset.Page, n)
	for i := range list {
		list[i] = &typeset.Page{Number: i + 1, Folio: fmt.Sprint(i + 1), Width: w, Height: h}
	}
	return list
}

// seen is a page as it stands on the paper: where its middle is, seen from the front of
// the sheet, and whether its head is up.
type seen struct {
	number int
	x, y   unit.Length
	upside bool
}

// printed is what a duplex printer makes of a front and a back: the sheet is turned about
// the edge that the driver was told, so that the back lies behind the front mirrored left
// to right (about an upright axis) or top to bottom (about a level one).
func printed(t *testing.T, front, back pdf.Sheet, flip Flip) (recto, verso []seen) {
	t.Helper()
	lies := front.Width >= front.Height
	uprightAxis := lies == (flip == FlipShort)
	recto = append(recto, placed(t, front)...)
	for _, p := range placed(t, back) {
		if uprightAxis {
			p.x = back.Width - p.x
		} else {
			p.y, p.upside = back.Height-p.y, !p.upside
		}
		verso = append(verso, p)
	}
	return recto, verso
}

func placed(t *testing.T, s pdf.Sheet) []seen {
	t.Helper()
	var list []seen
	for _, p := range s.Placements {
		if p.Page.Number == 0 { // the number of a signature
			continue
		}
		scale := int64(p.Scale)
		w, h := p.Page.Width.MulDiv(scale, 1000), p.Page.Height.MulDiv(scale, 1000)
		if p.Rotate != 0 && p.Rotate != 180 {
			t.Fatalf("page %d is turned by %d degrees", p.Page.Number, p.Rotate)
		}
		if p.X < -unit.Point || p.Y < -unit.Point || p.X+w > s.Width+unit.Point || p.Y+h > s.Height+unit.Point {
			t.Fatalf("page %d reaches out of the sheet", p.Page.Number)
		}
		list = append(list, seen{p.Page.Number, p.X + w/2, p.Y + h/2, p.Rotate == 180})
	}
	return list
}

// on is the page on one half of a side; 0 for a blank. It must stand upright.
func on(t *testing.T, side []seen, width unit.Length, right bool) int {
	t.Helper()
	number := 0
	for _, p := range side {
		if (p.x > width/2) != right {
			continue
		}
		if p.upside {
			t.Errorf("page %d stands on its head", p.number)
		}
		if number != 0 {
			t.Errorf("pages %d and %d stand on the same half", number, p.number)
		}
		number = p.number
	}
	return number
}

// read folds the sheets of each signature into each other, first outermost, lays the
// signatures on each other and leafs through them.
func read(t *testing.T, p *Plan, fronts, backs []pdf.Sheet) []int {
	t.Helper()
	var pages []int
	for from := 0; from < len(fronts); {
		to := from
		for to < len(fronts) && p.Sides[2*to].Signature == p.Sides[2*from].Signature {
			to++
		}
		var second []int // the left halves, from the middle outwards
		for i := from; i < to; i++ {
			front, back := printed(t, fronts[i], backs[i], p.Options.Flip)
			w := fronts[i].Width
			// Seen from the front, the right half becomes a leaf of the first half of the
			// signature; its other side lies behind it, on the same half of the paper.
			pages = append(pages, on(t, front, w, true), on(t, back, w, true))
			second = append([]int{on(t, back, w, false), on(t, front, w, false)}, second...)
		}
		pages = append(pages, second...)
		from = to
	}
	return pages
}

// Whatever the number of pages, the sheet, the signature and the flip, the folded sheets
// read 1 … n, upright on both sides, blanks before the tail.
func TestFoldedSheetsReadInOrder(t *testing.T) {
	h := hand(t)
	for n := 1; n <= 200; n++ {
		pages := blankPages(n, 148*mm, 210*mm)
		small := blankPages(n, 396*unit.Point, 612*unit.Point)
		for _, sheet := range papers {
			for _, signature := range []int{0, 4, 8, 16, 32} {
				for _, flip := range []Flip{FlipShort, FlipLong} {
					these := pages
					if sheet.Name == "Letter" {
						these = small
					}
					opt := Options{Sheet: sheet, Signature: signature, Flip: flip, Tail: n % 3, Stock: Stock{Caliper: mm / 10}, Inner: 15 * mm}
					plan, ps := Make(these, opt)
					if len(ps) > 0 {
						t.Fatal(n, sheet.Name, signature, ps)
					}
					sides, err := plan.Draw(these, h)
					if err != nil {
						t.Fatal(err)
					}
					fronts, backs := plan.Apart(sides)
					if len(fronts) != len(backs) || len(fronts) != plan.Sheets {
						t.Fatalf("%d fronts, %d backs, %d sheets", len(fronts), len(backs), plan.Sheets)
					}
					check(t, n, opt.Tail, read(t, plan, fronts, backs))
					if t.Failed() {
						t.Fatalf("%d pages on %s in signatures of %d, flipped on the %s edge", n, sheet.Name, signature, flip)
					}
				}
			}
		}
	}
}

// check asserts 1 … n with fewer than four blanks before the tail, never before page 1.
func check(t *testing.T, n, tail int, got []int) {
	t.Helper()
	if len(got)%4 != 0 || len(got)-n > 3 {
		t.Errorf("%d pages became %d", n, len(got))
	}
	tail = min(tail, n-1)
	next := 1
	for i, page := range got {
		switch {
		case page == 0 && (i < n-tail || i >= len(got)-tail):
			t.Errorf("a blank stands in place %d of %d", i+1, len(got))
		case page == 0:
		case page != next:
			t.Errorf("in place %d stands page %d, want %d", i+1, page, next)
		default:
			next++
		}
	}
	if next != n+1 {
		t.Errorf("the last page is %d of %d", next-1, n)
	}
}

func TestSignatures(t *testing.T) {
	for _, c := range []struct {
		sheets, most int
		want         string
	}{{5, 0, "[5]"}, {9, 4, "[4 3 2]"}, {8, 4, "[4 4]"}, {10, 4, "[4 4 2]"}, {3, 1, "[1 1 1]"}, {5, 2, "[2 2 1]"}, {4, 9, "[4]"}} {
		if got := fmt.Sprint(signatures(c.sheets, c.most)); got != c.want {
			t.Errorf("%d sheets in signatures of %d: %s, want %s", c.sheets, c.most, got, c.want)
		}
	}
}
