package pdf

import (
	"encoding/binary"
	"math"
)

// srgbProfile is an ICC profile of sRGB, version 2.4, made from the published constants
// (IEC 61966-2-1: primaries, white point D65 and transfer function; adapted to D50 by
// the Bradford matrix as ICC.1:2001-04 asks). Being made here it needs no licence, and
// it is the same on every machine.
func srgbProfile() []byte {
	curve := transferCurve()
	tags := []struct {
		sign string
		data []byte
	}{
		{"desc", descriptionTag("sRGB IEC61966-2-1")},
		{"cprt", append([]byte("text\x00\x00\x00\x00"), "No copyright; use freely\x00"...)},
		{"wtpt", xyzTag(0.9642, 1, 0.8249)},
		{"chad", matrixTag(1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)},
		{"rXYZ", xyzTag(0.43607, 0.22249, 0.01392)},
		{"gXYZ", xyzTag(0.38515, 0.71687, 0.09708)},
		{"bXYZ", xyzTag(0.14307, 0.06061, 0.71410)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	}
	const headerSize = 128
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	offset := headerSize + 4 + 12*len(tags)
	var body []byte
	curveAt := 0
	for _, t := range tags {
		at := offset + len(body)
		if t.sign == "gTRC" || t.sign == "bTRC" { // the three channels share one curve
			at = curveAt
		} else {
			body = append(body, t.data...)
			body = append(body, make([]byte, -len(t.data)&3)...)
		}
		if t.sign == "rTRC" {
			curveAt = at
		}
		table = append(table, t.sign...)
		table = binary.BigEndian.AppendUint32(table, uint32(at))
		table = binary.BigEndian.AppendUint32(table, uint32(len(t.data)))
	}
	profile := append(make([]byte, headerSize), append(table, body...)...)
	fillProfileHeader(profile)
	return profile
}

// fillProfileHeader writes the header (ICC.1:2001-04, 6.1): a display profile from RGB to
// XYZ, perceptual intent, illuminant D50.
func fillProfileHeader(p []byte) {
	binary.BigEndian.PutUint32(p[0:], uint32(len(p)))
	binary.BigEndian.PutUint32(p[8:], 0x02400000)
	copy(p[12:], "mntrRGB XYZ ")
	for i, v := range []uint16{1998, 2, 9, 0, 0, 0} { // the date is the constants', not the build's
		binary.BigEndian.PutUint16(p[24+2*i:], v)
	}
	copy(p[36:], "acsp")
	copy(p[68:], xyzTag(0.9642, 1, 0.8249)[8:])
}

func xyzTag(x, y, z float64) []byte {
	return appendFixed16([]byte("XYZ \x00\x00\x00\x00"), x, y, z)
}

func matrixTag(m ...float64) []byte {
	return appendFixed16([]byte("sf32\x00\x00\x00\x00"), m...)
}

// appendFixed16 writes s15Fixed16 numbers.
func appendFixed16(b []byte, list ...float64) []byte {
	for _, v := range list {
		b = binary.BigEndian.AppendUint32(b, uint32(int32(math.Round(v*65536))))
	}
	return b
}

// descriptionTag is a textDescriptionType with its empty Unicode and Macintosh parts.
func descriptionTag(s string) []byte {
	b := append([]byte("desc\x00\x00\x00\x00"), 0, 0, 0, byte(len(s)+1))
	b = append(append(b, s...), 0)
	return append(b, make([]byte, 4+4+2+1+67)...)
}

// transferCurve samples sRGB's transfer function at 1024 points, so that the error
// between them stays below a step of 8 bits even in the shadows.
func transferCurve() []byte {
	const points = 1024
	b := binary.BigEndian.AppendUint32([]byte("curv\x00\x00\x00\x00"), points)
	for i := range points {
		v := float64(i) / (points - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		b = binary.BigEndian.AppendUint16(b, uint16(math.Round(v*65535)))
	}
	return b
}
