package typeset

import (
	"bytes"
	"image"
	"image/draw"
	"image/jpeg"
	"image/png"

	"cahier/book/picture"
)

// greyQuality is that of a JPEG written again without colour.
const greyQuality = 90

// grey is the image without colour, in the format that it had. One that cannot be decoded
// or is transparent stays as it is.
func grey(img *picture.Image) *picture.Image {
	src, format, err := image.Decode(bytes.NewReader(img.Data))
	if err != nil {
		return img
	}
	if o, ok := src.(interface{ Opaque() bool }); ok && !o.Opaque() {
		return img
	}
	dst := image.NewGray(src.Bounds())
	draw.Draw(dst, dst.Bounds(), src, src.Bounds().Min, draw.Src)
	var buf bytes.Buffer
	if format == "jpeg" {
		err = jpeg.Encode(&buf, dst, &jpeg.Options{Quality: greyQuality})
	} else {
		err = png.Encode(&buf, dst)
	}
	if err != nil {
		return img
	}
	out := *img
	out.Data = buf.Bytes()
	return &out
}
