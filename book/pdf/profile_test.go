package pdf

import (
	"encoding/binary"
	"math"
	"os"
	"testing"
)

// TestProfile reads the tags of the sRGB profile back: white is D50, the curve is the
// standard's, and it stays small.
func TestProfile(t *testing.T) {
	p := srgbProfile()
	if path := os.Getenv("ICC_KEEP"); path != "" {
		os.WriteFile(path, p, 0o666)
	}
	if len(p) > 3<<10 || int(binary.BigEndian.Uint32(p)) != len(p) || string(p[36:40]) != "acsp" {
		t.Fatalf("%d bytes, header %q", len(p), p[:40])
	}
	tag := func(sign string) []byte {
		for i := range int(binary.BigEndian.Uint32(p[128:])) {
			e := p[132+12*i:]
			if string(e[:4]) == sign {
				at, n := binary.BigEndian.Uint32(e[4:]), binary.BigEndian.Uint32(e[8:])
				if at%4 != 0 {
					t.Errorf("the tag %s is not aligned", sign)
				}
				return p[at : at+n]
			}
		}
		t.Fatalf("no tag %s", sign)
		return nil
	}
	number := func(b []byte, i int) float64 { return float64(int32(binary.BigEndian.Uint32(b[8+4*i:]))) / 65536 }
	white := tag("wtpt")
	for i := range 3 {
		if sum := number(tag("rXYZ"), i) + number(tag("gXYZ"), i) + number(tag("bXYZ"), i); math.Abs(sum-number(white, i)) > .0003 {
			t.Errorf("the primaries add up to %.4f instead of the white %.4f", sum, number(white, i))
		}
	}
	curve := tag("gTRC")
	for _, c := range []struct{ in, out float64 }{{0, 0}, {0.02, 0.02 / 12.92}, {0.5, 0.214041}, {0.735357, 0.5}, {1, 1}} {
		at := c.in * 1023
		low := int(at)
		v := float64(binary.BigEndian.Uint16(curve[12+2*low:]))
		if low < 1023 {
			v += (at - float64(low)) * (float64(binary.BigEndian.Uint16(curve[14+2*low:])) - v)
		}
		if math.Abs(v/65535-c.out) > 2e-5 {
			t.Errorf("the curve gives %.5f for %.5f, want %.5f", v/65535, c.in, c.out)
		}
	}
}
