package pdf

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	_ "image/gif"
	"image/jpeg"
	"image/png"

	"cahier/book/picture"
)

// maxPixels bounds what is decoded: 100 megapixels, beyond any camera's page.
const maxPixels = 100 << 20

// embeddable returns the image as bytes that gofpdf takes as they are, "jpg" or "png". What
// need not be decoded is not: JPEG in grey or YCbCr, PNG of at most 8 bits without
// interlacing or transparency by colour. All else becomes plain 8-bit PNG, and CMYK,
// which an sRGB document may not hold (ISO 19005-2, 6.2.4.3), RGB.
func embeddable(img *picture.Image) (kind string, data []byte, err error) {
	if img.Format == picture.SVG {
		return "", nil, fmt.Errorf("%s is SVG, which has to be turned into pixels first", img.Src)
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(img.Data))
	if err != nil {
		return "", nil, fmt.Errorf("%s cannot be read: %w", img.Src, err)
	}
	if config.Width < 1 || config.Height < 1 || config.Width > maxPixels/config.Height {
		return "", nil, fmt.Errorf("%s has %d × %d pixels, more than can be set", img.Src, config.Width, config.Height)
	}
	if format == "jpeg" && (config.ColorModel == color.GrayModel || config.ColorModel == color.YCbCrModel) {
		return "jpg", img.Data, nil
	}
	decoded, _, err := image.Decode(bytes.NewReader(img.Data))
	if err != nil {
		return "", nil, fmt.Errorf("%s cannot be read: %w", img.Src, err)
	}
	if format == "png" && plainPNG(img.Data) {
		return "png", img.Data, nil
	}
	var out bytes.Buffer
	if format == "jpeg" {
		// A photograph in CMYK or plain RGB stays one: JPEG of high quality.
		err = jpeg.Encode(&out, toRGB(decoded), &jpeg.Options{Quality: 92})
		return "jpg", out.Bytes(), err
	}
	err = png.Encode(&out, toRGB(decoded))
	return "png", out.Bytes(), err
}

// plainPNG reports whether a PNG, known to be sound, can go into a PDF without being
// decoded (ISO/IEC 15948, 11.2.2): no alpha, at most 8 bits, not interlaced, no tRNS.
func plainPNG(data []byte) bool {
	const header, depth, colour, interlace = 8 + 8, 16 + 8, 16 + 9, 16 + 12
	if len(data) < header+13 || data[depth] > 8 || data[colour] > 3 || data[interlace] != 0 {
		return false
	}
	for at := 8; at+8 <= len(data); {
		size := int(binary.BigEndian.Uint32(data[at:]))
		switch string(data[at+4 : at+8]) {
		case "tRNS":
			return false
		case "IDAT":
			return true
		}
		if size > len(data) {
			return false
		}
		at += 12 + size
	}
	return false
}

// toRGB copies an image into 8 bits: grey if it is grey, else RGB with alpha, which the
// PNG encoder leaves out when all of it is opaque.
func toRGB(m image.Image) image.Image {
	b := m.Bounds()
	size := image.Rect(0, 0, b.Dx(), b.Dy())
	switch m.(type) {
	case *image.Gray, *image.Gray16:
		grey := image.NewGray(size)
		draw.Draw(grey, size, m, b.Min, draw.Src)
		return grey
	}
	rgb := image.NewNRGBA(size)
	draw.Draw(rgb, size, m, b.Min, draw.Src)
	return rgb
}
