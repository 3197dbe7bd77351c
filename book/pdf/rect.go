package pdf

import "cahier/book/unit"

// milli is a length in thousandths of a point, rounded.
func milli(l unit.Length) int64 { return int64(l.MulDiv(1000, int64(unit.Point))) }

// hundredThousandths is a length in 1/100000 point: character spacing acts on every glyph of a
// line, so that thousandths would add up to a visible error.
func hundredThousandths(l unit.Length) int64 { return int64(l.MulDiv(100_000, int64(unit.Point))) }

// rect is a rectangle on a page, in thousandths of a point, y up.
type rect struct{ x0, y0, x1, y1 int64 }

func (r rect) empty() bool { return r.x0 >= r.x1 || r.y0 >= r.y1 }

func (r rect) union(o rect) rect {
	if r.empty() {
		return o
	}
	return rect{min(r.x0, o.x0), min(r.y0, o.y0), max(r.x1, o.x1), max(r.y1, o.y1)}
}

func appendRect(b []byte, r rect) []byte {
	b = append(b, '[')
	for i, v := range []int64{r.x0, r.y0, r.x1, r.y1} {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendFixed(b, v, 3)
	}
	return append(b, ']')
}

// pageRect turns a rectangle measured from the top left corner into one of the page.
func pageRect(x, y, w, h, height unit.Length) rect {
	return rect{milli(x), milli(height - y - h), milli(x + w), milli(height - y)}
}
