package picture

import (
	"encoding/binary"
	"image"
)

// The values of EXIF's Orientation (CIPA DC-008, tag 0x0112): which corner of the
// scene the first stored pixel is. 2, 4, 5 and 7 are mirrored.
const (
	upright      = 1
	orientations = 8
)

// orientation reads a JPEG's EXIF orientation: upright if there is none or it cannot
// be read.
func orientation(data []byte) int {
	// Segments: 0xFF, marker, length (2 bytes, counting itself), content.
	for p := 2; p+4 <= len(data) && data[p] == 0xff; {
		marker, n := data[p+1], int(binary.BigEndian.Uint16(data[p+2:]))
		if marker == 0xda || n < 2 || p+2+n > len(data) { // the picture begins: no EXIF
			break
		}
		if content := data[p+4 : p+2+n]; marker == 0xe1 && len(content) > 6 && string(content[:6]) == "Exif\x00\x00" {
			return tiffOrientation(content[6:])
		}
		p += 2 + n
	}
	return upright
}

// tiffOrientation looks the tag up in the first directory of a TIFF head (TIFF 6.0,
// section 2): a count, then entries of 12 bytes: tag, type, count, value.
func tiffOrientation(t []byte) int {
	if len(t) < 8 {
		return upright
	}
	var order binary.ByteOrder = binary.LittleEndian
	if string(t[:2]) == "MM" {
		order = binary.BigEndian
	}
	at := int64(order.Uint32(t[4:]))
	if at+2 > int64(len(t)) {
		return upright
	}
	dir := t[at+2:]
	for i := range int(order.Uint16(t[at:])) {
		if (i+1)*12 > len(dir) {
			break
		}
		if e := dir[i*12:]; order.Uint16(e) == 0x0112 {
			if v := int(order.Uint16(e[8:])); v >= upright && v <= orientations {
				return v
			}
			break
		}
	}
	return upright
}

// turned sets an image upright.
func turned(img image.Image, orientation int) image.Image {
	if orientation == upright {
		return img
	}
	src := premultiplied(img)
	w, h := src.Rect.Dx(), src.Rect.Dy()
	size := image.Rect(0, 0, w, h)
	if orientation >= 5 { // a quarter turn
		size = image.Rect(0, 0, h, w)
	}
	dst := image.NewRGBA(size)
	for y := range h {
		for x := range w {
			u, v := place(orientation, x, y, w, h)
			copy(dst.Pix[v*dst.Stride+4*u:][:4], src.Pix[y*src.Stride+4*x:])
		}
	}
	return dst
}

// place is where the stored pixel x, y of an image of w × h goes.
func place(orientation, x, y, w, h int) (u, v int) {
	switch orientation {
	case 2:
		return w - 1 - x, y
	case 3:
		return w - 1 - x, h - 1 - y
	case 4:
		return x, h - 1 - y
	case 5:
		return y, x
	case 6:
		return h - 1 - y, x
	case 7:
		return h - 1 - y, w - 1 - x
	case 8:
		return y, w - 1 - x
	}
	return x, y
}
