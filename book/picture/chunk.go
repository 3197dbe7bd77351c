package picture

import (
	"encoding/binary"
	"errors"
)

// plainPNG reports whether a PNG has at most 8 bits a sample and no interlacing: the
// bytes 8 and 12 of its header chunk, which stands at offset 16 (PNG, third edition,
// section 11.2.1).
func plainPNG(data []byte) bool {
	return len(data) > 28 && data[24] <= 8 && data[28] == 0
}

// pngChunks are those that bear on the picture. The rest (texts, times, colour
// profiles, animation, whatever follows the end) is no reader's business.
var pngChunks = map[string]bool{
	"IHDR": true, "PLTE": true, "tRNS": true, "IDAT": true, "IEND": true,
	"gAMA": true, "cHRM": true, "sRGB": true, "sBIT": true, "pHYs": true,
}

// essentialChunks copies a PNG that has been decoded without error, chunk by chunk.
func essentialChunks(data []byte) []byte {
	out := append(make([]byte, 0, len(data)), data[:8]...)
	for p := 8; p+12 <= len(data); {
		n := int(binary.BigEndian.Uint32(data[p:]))
		if n < 0 || n > len(data)-p-12 {
			break
		}
		name := string(data[p+4 : p+8])
		if pngChunks[name] {
			out = append(out, data[p:p+12+n]...)
		}
		if name == "IEND" {
			break
		}
		p += 12 + n
	}
	return out
}

var errRIFF = errors.New("its chunks do not add up")

// webpSize is the largest size that any chunk of a WebP declares: the decoder believes
// each where it meets it (RFC 9649, sections 2.5, 2.6 and 2.7; RFC 6386, section 9.1).
func webpSize(data []byte) (w, h int, err error) {
	found := false
	for p := 12; p+8 <= len(data); {
		n := int(binary.LittleEndian.Uint32(data[p+4:]))
		if n > len(data)-p-8 {
			return 0, 0, errRIFF
		}
		c := data[p+8 : p+8+n]
		cw, ch := chunkSize(string(data[p:p+4]), c)
		w, h, found = max(w, cw), max(h, ch), found || cw > 0
		p += 8 + n + n&1
	}
	if !found {
		return 0, 0, errRIFF
	}
	return w, h, nil
}

func chunkSize(name string, c []byte) (w, h int) {
	switch {
	case name == "VP8X" && len(c) >= 10: // canvas, 24 bits each, less one
		return 1 + int(c[4]) + int(c[5])<<8 + int(c[6])<<16, 1 + int(c[7]) + int(c[8])<<8 + int(c[9])<<16
	case name == "VP8 " && len(c) >= 10: // 14 bits each, after tag and start code
		return (int(c[6]) + int(c[7])<<8) & 0x3fff, (int(c[8]) + int(c[9])<<8) & 0x3fff
	case name == "VP8L" && len(c) >= 5: // 14 bits each, less one, after the signature
		bits := int(binary.LittleEndian.Uint32(c[1:]))
		return 1 + bits&0x3fff, 1 + bits>>14&0x3fff
	}
	return 0, 0
}
