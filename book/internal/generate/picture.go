package generate

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
)

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><title>Un dessin</title><circle cx="20" cy="15" r="9"/></svg>`

// picture is a small PNG.
func picture() []byte {
	m := image.NewGray(image.Rect(0, 0, 24, 16))
	for i := range m.Pix {
		m.SetGray(i%24, i/24, color.Gray{Y: uint8(i)})
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic(err) // a buffer takes everything, and a grey image is one
	}
	return b.Bytes()
}
