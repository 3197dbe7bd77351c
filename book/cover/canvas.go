package cover

import (
	"bytes"
	"image"

	"cahier/book/typeface"
)

// sub is the number of parts of a pixel in which outlines are reckoned.
const sub = 256

// canvas is a grey image to draw on.
//
// Glyphs are filled by exact areas: each edge of an outline adds, to every pixel that
// it crosses, the area between it and the pixel's right side, and the height that it
// covers to the next; summed from the left this is how much of each pixel is inside.
// All of it is integers, unlike golang.org/x/image/vector.
type canvas struct {
	img  *image.Gray
	area []int32 // of the glyph being drawn, box.Dx()+2 a row
	box  image.Rectangle
}

func newCanvas(w, h int) *canvas { return &canvas{img: image.NewGray(image.Rect(0, 0, w, h))} }

// fill fills a rectangle, the right and lower bounds excluded.
func (c *canvas) fill(x0, y0, x1, y1 int, grey uint8) {
	r := image.Rect(x0, y0, x1, y1).Intersect(c.img.Rect)
	if r.Empty() {
		return
	}
	row := bytes.Repeat([]byte{grey}, r.Dx())
	for y := r.Min.Y; y < r.Max.Y; y++ {
		copy(c.img.Pix[c.img.PixOffset(r.Min.X, y):], row)
	}
}

// glyph draws an outline with its origin at x, y, in parts of a pixel.
func (c *canvas) glyph(curves []typeface.Curve, x, y, size, upem int, grey uint8) {
	if len(curves) == 0 {
		return
	}
	points := make([][2]int, 0, len(curves)*steps+1)
	place := func(p typeface.Point) [2]int { return [2]int{x + p.X*size*sub/upem, y - p.Y*size*sub/upem} }
	var edges [][2][2]int
	for _, cv := range curves {
		from, control, to := place(cv.From), place(cv.Control), place(cv.To)
		n := steps
		if cv.Control == cv.From {
			n = 1
		}
		points = points[:0]
		for i := range n + 1 {
			points = append(points, along(from, control, to, i, n))
		}
		for i := range n {
			edges = append(edges, [2][2]int{points[i], points[i+1]})
		}
	}
	c.box = bounds(edges)
	c.area = make([]int32, (c.box.Dx()+2)*c.box.Dy())
	for _, e := range edges {
		c.edge(e[0], e[1])
	}
	c.blend(grey)
}

// steps is the number of lines that stand for a curve: at 250 pixels its error is below
// a tenth of a pixel.
const steps = 8

// along is the point i/n along a curve; a line's control point is its beginning.
func along(from, control, to [2]int, i, n int) (p [2]int) {
	if n == 1 {
		return [2][2]int{from, to}[i]
	}
	for k := range p {
		p[k] = ((n-i)*(n-i)*from[k] + 2*i*(n-i)*control[k] + i*i*to[k]) / (n * n)
	}
	return p
}

func bounds(edges [][2][2]int) image.Rectangle {
	r := image.Rect(edges[0][0][0], edges[0][0][1], edges[0][0][0], edges[0][0][1])
	for _, e := range edges {
		for _, p := range e {
			r.Min.X, r.Max.X = min(r.Min.X, p[0]), max(r.Max.X, p[0])
			r.Min.Y, r.Max.Y = min(r.Min.Y, p[1]), max(r.Max.Y, p[1])
		}
	}
	return image.Rect(r.Min.X>>8, r.Min.Y>>8, r.Max.X>>8+1, r.Max.Y>>8+1)
}

// edge adds a line to the areas, row by row.
func (c *canvas) edge(a, b [2]int) {
	sign := 1
	if a[1] > b[1] {
		a, b, sign = b, a, -1
	}
	if a[1] == b[1] {
		return
	}
	for row := a[1] >> 8; row<<8 < b[1]; row++ {
		top, bottom := max(a[1], row<<8), min(b[1], (row+1)<<8)
		at := func(y int) int { return a[0] + (b[0]-a[0])*(y-a[1])/(b[1]-a[1]) }
		c.span(row, at(top), at(bottom), (bottom-top)*sign)
	}
}

// span adds the part of a line within a row: it goes from one x to the other and is
// height high, downward positive.
func (c *canvas) span(row, x0, x1, height int) {
	left, right := min(x0, x1), max(x0, x1)
	area := c.area[(row-c.box.Min.Y)*(c.box.Dx()+2):]
	done := 0
	for col := left >> 8; ; col++ {
		from, to := max(left, col<<8), min(right, (col+1)<<8)
		h := height - done
		if to < right { // more columns follow: this one's share
			h = height*(to-left)/(right-left) - done
		}
		done += h
		middle := from + to - col<<9 // twice the mean distance from the column's left side
		area[col-c.box.Min.X] += int32(h * (2*sub - middle))
		area[col-c.box.Min.X+1] += int32(h * middle)
		if to >= right {
			return
		}
	}
}

// blend sums the areas and lays the grey over the image.
func (c *canvas) blend(grey uint8) {
	const full = 2 * sub * sub
	clip := c.box.Intersect(c.img.Rect)
	for y := clip.Min.Y; y < clip.Max.Y; y++ {
		row := c.area[(y-c.box.Min.Y)*(c.box.Dx()+2):][:c.box.Dx()]
		pix := c.img.Pix[y*c.img.Stride:]
		sum := int32(0)
		for i, a := range row {
			sum += a
			x := c.box.Min.X + i
			cover := min(max(sum, -sum), full)
			if cover == 0 || x < clip.Min.X || x >= clip.Max.X {
				continue
			}
			pix[x] = uint8((int32(pix[x])*(full-cover) + int32(grey)*cover + full/2) / full)
		}
	}
}
