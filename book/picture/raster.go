package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/webp"
)

// quality of the JPEGs that are written anew: above it files grow and eyes see nothing.
const quality = 88

// maxRatio is the number of pixels that a byte can hold: 8 black or white ones a byte
// before DEFLATE, which makes at most 1032 bytes out of one.
const maxRatio = 8 * 1032

func fromJPEG(data []byte) (*Image, *fault) {
	cfg, err := jpeg.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, damaged("JPEG", err)
	}
	if f := tooLarge(cfg.Width, cfg.Height, len(data)); f != nil {
		return nil, f
	}
	// In the entropy-coded data a byte 0xFF is always followed by 0x00 or a restart
	// marker, so every scan header is counted and only thumbnails add to it.
	if bytes.Count(data, []byte{0xff, 0xda}) > MaxScans {
		return nil, limit("save it again with an image editor", "has more than %d progressive scans", MaxScans)
	}
	img, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, damaged("JPEG", err)
	}
	turn := orientation(data)
	if turn == upright && cfg.ColorModel != color.CMYKModel && max(cfg.Width, cfg.Height) <= MaxSide {
		return &Image{Width: cfg.Width, Height: cfg.Height, Format: JPEG, Data: data}, nil
	}
	return encodeJPEG(turned(shrink(img), turn))
}

func fromPNG(data []byte) (*Image, *fault) {
	cfg, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, damaged("PNG", err)
	}
	if f := tooLarge(cfg.Width, cfg.Height, len(data)); f != nil {
		return nil, f
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, damaged("PNG", err)
	}
	if plainPNG(data) && max(cfg.Width, cfg.Height) <= MaxSide && opaque(img) {
		return &Image{Width: cfg.Width, Height: cfg.Height, Format: PNG, Data: essentialChunks(data)}, nil
	}
	return encodePNG(shrink(img))
}

// fromGIF keeps the first frame: on paper and on e-ink nothing moves, and what blinks
// would have to be declared a hazard (EPUB Accessibility 1.1, section 2).
func fromGIF(data []byte) (*Image, *fault) {
	cfg, err := gif.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, damaged("GIF", err)
	}
	if f := tooLarge(cfg.Width, cfg.Height, len(data)); f != nil {
		return nil, f
	}
	frame, err := gif.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, damaged("GIF", err)
	}
	screen := image.Rect(0, 0, cfg.Width, cfg.Height)
	if frame.Bounds() != screen {
		canvas := image.NewNRGBA(screen)
		draw.Draw(canvas, frame.Bounds(), frame, frame.Bounds().Min, draw.Src)
		frame = canvas
	}
	return encodePNG(shrink(frame))
}

func fromWebP(data []byte) (*Image, *fault) {
	w, h, err := webpSize(data)
	if err != nil {
		return nil, damaged("WebP", err)
	}
	if f := tooLarge(w, h, len(data)); f != nil {
		return nil, f
	}
	img, err := webp.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, damaged("WebP", err)
	}
	if _, lossy := img.(*image.YCbCr); lossy {
		return encodeJPEG(shrink(img))
	}
	return encodePNG(shrink(img))
}

// tooLarge checks the size that a file of so many bytes claims, before memory is asked
// for it.
func tooLarge(w, h, bytes int) *fault {
	switch {
	case w <= 0 || h <= 0:
		return bad("", "has no pixels")
	case w > MaxPixels/h:
		return limit("save it smaller: 2000 pixels are enough for a page", "is %d × %d pixels, more than %d million", w, h, MaxPixels/1_000_000)
	case w*h/maxRatio > bytes:
		return bad("open it in an image editor and save it again", "claims %d × %d pixels, which its %d bytes cannot hold", w, h, bytes)
	}
	return nil
}

func damaged(format string, err error) *fault {
	return bad("open it in an image editor and save it again", "is a damaged %s: %v", format, err)
}

func encodeJPEG(img image.Image) (*Image, *fault) {
	if c, ok := img.(*image.CMYK); ok { // the encoder wants RGBA
		rgba := image.NewRGBA(c.Bounds())
		draw.Draw(rgba, rgba.Bounds(), c, c.Bounds().Min, draw.Src)
		img = rgba
	}
	var buf bytes.Buffer
	if err := jpeg.Encode(&buf, img, &jpeg.Options{Quality: quality}); err != nil {
		return nil, damaged("JPEG", err)
	}
	b := img.Bounds()
	return &Image{Width: b.Dx(), Height: b.Dy(), Format: JPEG, Data: buf.Bytes()}, nil
}

func encodePNG(img image.Image) (*Image, *fault) {
	var buf bytes.Buffer
	if err := png.Encode(&buf, eightBit(onWhite(img))); err != nil {
		return nil, damaged("PNG", err)
	}
	b := img.Bounds()
	return &Image{Width: b.Dx(), Height: b.Dy(), Format: PNG, Data: buf.Bytes()}, nil
}

// opaque reports whether nothing shines through an image.
func opaque(img image.Image) bool {
	o, ok := img.(interface{ Opaque() bool })
	return ok && o.Opaque()
}

// onWhite lays a transparent image on white, as on paper: see ground.
func onWhite(img image.Image) image.Image {
	if opaque(img) {
		return img
	}
	sheet := image.NewRGBA(img.Bounds())
	draw.Draw(sheet, sheet.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(sheet, sheet.Rect, img, sheet.Rect.Min, draw.Over)
	return sheet
}

// eightBit turns 16-bit samples into 8-bit ones, which is all that gofpdf and many
// e-readers take.
func eightBit(img image.Image) image.Image {
	switch img.(type) {
	case *image.Gray16:
		return copied(img, image.NewGray(img.Bounds()))
	case *image.RGBA64, *image.NRGBA64, *image.NYCbCrA:
		return copied(img, image.NewNRGBA(img.Bounds()))
	}
	return img
}

func copied(from image.Image, to draw.Image) image.Image {
	draw.Draw(to, to.Bounds(), from, from.Bounds().Min, draw.Src)
	return to
}
