package picture

import (
	"image"
	"image/draw"
)

// shrink scales an image whose longer side exceeds MaxSide down to it, and returns
// another as it is.
//
// Each new pixel is the mean of the area that it covers, weighted in integers: the
// kernels of x/image/draw reckon in floating point, which does not give the same bytes
// on every machine (the Go specification lets compilers fuse multiply and add).
func shrink(img image.Image) image.Image {
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	long := max(w, h)
	if long <= MaxSide {
		return img
	}
	nw, nh := max(1, w*MaxSide/long), max(1, h*MaxSide/long)
	src := premultiplied(img)
	return vertical(horizontal(src, nw), nh)
}

// premultiplied copies to RGBA with colours multiplied by alpha, so that transparent
// pixels lend no colour to their neighbours.
func premultiplied(img image.Image) *image.RGBA {
	if m, ok := img.(*image.RGBA); ok && m.Rect.Min == (image.Point{}) {
		return m
	}
	b := img.Bounds()
	m := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(m, m.Bounds(), img, b.Min, draw.Src)
	return m
}

func horizontal(src *image.RGBA, nw int) *image.RGBA {
	w, h := src.Rect.Dx(), src.Rect.Dy()
	dst := image.NewRGBA(image.Rect(0, 0, nw, h))
	for y := range h {
		average(dst.Pix[y*dst.Stride:], 4, nw, src.Pix[y*src.Stride:], 4, w)
	}
	return dst
}

func vertical(src *image.RGBA, nh int) *image.RGBA {
	w, h := src.Rect.Dx(), src.Rect.Dy()
	dst := image.NewRGBA(image.Rect(0, 0, w, nh))
	for x := range w {
		average(dst.Pix[4*x:], dst.Stride, nh, src.Pix[4*x:], src.Stride, h)
	}
	return dst
}

// average shrinks n pixels of 4 bytes, stride bytes apart, to m < n. Measured in
// 1/m of an old pixel, old pixel i covers [i·m, (i+1)·m) and new pixel j [j·n, (j+1)·n).
func average(dst []uint8, dstStride, m int, src []uint8, srcStride, n int) {
	for j := range m {
		from, to := j*n, (j+1)*n
		var sum [4]int
		for i := from / m; i*m < to; i++ {
			weight := min(to, (i+1)*m) - max(from, i*m)
			p := src[i*srcStride:]
			for c := range sum {
				sum[c] += weight * int(p[c])
			}
		}
		q := dst[j*dstStride:]
		for c := range sum {
			q[c] = uint8((sum[c] + n/2) / n)
		}
	}
}
