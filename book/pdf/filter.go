package pdf

import (
	"bytes"
	plainlzw "compress/lzw"
	"compress/zlib"
	"errors"
	"fmt"
	"io"

	earlylzw "golang.org/x/image/tiff/lzw"
)

// maxStream bounds one decoded stream: 64 MiB is above any page, font or table of objects.
// The samples of images, which may be more, are not decoded.
const maxStream = 64 << 20

// inflate decodes Flate data (ISO 32000-1, 7.4.4). A missing checksum at the end is
// forgiven, as every reader does.
func inflate(data []byte) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("damaged Flate data: %w", err)
	}
	var out bytes.Buffer
	_, err = io.Copy(&out, io.LimitReader(r, maxStream+1))
	if out.Len() > maxStream {
		return nil, fmt.Errorf("a stream of more than %d MiB", maxStream>>20)
	}
	if err != nil && !(errors.Is(err, zlib.ErrChecksum) || errors.Is(err, io.ErrUnexpectedEOF) && out.Len() > 0) {
		return nil, fmt.Errorf("damaged Flate data: %w", err)
	}
	return out.Bytes(), nil
}

// isImageFilter names the filters whose output is samples, which no check reads.
func isImageFilter(n name) bool {
	switch n {
	case "DCTDecode", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode":
		return true
	}
	return false
}

// applyFilter decodes data by one filter and its parameters.
func applyFilter(filter name, parms dict, data []byte) ([]byte, error) {
	switch filter {
	case "FlateDecode", "Fl":
		out, err := inflate(data)
		if err != nil {
			return nil, err
		}
		return unpredict(out, parms)
	case "LZWDecode", "LZW":
		out, err := unLZW(data, parms)
		if err != nil {
			return nil, err
		}
		return unpredict(out, parms)
	case "ASCIIHexDecode", "AHx":
		l := lexer{data: append(append([]byte{'<'}, data...), '>')}
		o, err := l.hex()
		if err != nil {
			return nil, err
		}
		return []byte(o.(text)), nil
	case "ASCII85Decode", "A85":
		return unASCII85(data)
	case "RunLengthDecode", "RL":
		return unRunLength(data)
	case "Crypt":
		return data, nil
	}
	return nil, fmt.Errorf("unknown filter %s", filter)
}

// unLZW decodes LZW data (7.4.4). PDF's codes grow one step early like TIFF's, unless
// EarlyChange is 0.
func unLZW(data []byte, parms dict) ([]byte, error) {
	var r io.Reader = earlylzw.NewReader(bytes.NewReader(data), earlylzw.MSB, 8)
	if intOr(parms["EarlyChange"], 1) == 0 {
		r = plainlzw.NewReader(bytes.NewReader(data), plainlzw.MSB, 8)
	}
	out, err := io.ReadAll(io.LimitReader(r, maxStream))
	if err != nil {
		return nil, fmt.Errorf("damaged LZW data: %w", err)
	}
	return out, nil
}

// unRunLength decodes run lengths (7.4.5).
func unRunLength(data []byte) ([]byte, error) {
	var out []byte
	for i := 0; i < len(data); {
		n := int(data[i])
		i++
		switch {
		case n == 128:
			return out, nil
		case n < 128 && i+n+1 <= len(data):
			out = append(out, data[i:i+n+1]...)
			i += n + 1
		case n > 128 && i < len(data):
			out = append(out, bytes.Repeat(data[i:i+1], 257-n)...)
			i++
		default:
			return nil, errors.New("damaged run lengths")
		}
		if len(out) > maxStream {
			return nil, fmt.Errorf("a stream of more than %d MiB", maxStream>>20)
		}
	}
	return out, nil
}

// unASCII85 decodes base-85 text (7.4.3).
func unASCII85(data []byte) ([]byte, error) {
	var out []byte
	var group [5]byte
	n := 0
	for _, c := range data {
		switch {
		case isSpace(c):
		case c == 'z' && n == 0:
			out = append(out, 0, 0, 0, 0)
		case c >= '!' && c <= 'u':
			group[n] = c - '!'
			if n++; n == 5 {
				out = append85(out, group, 4)
				n = 0
			}
		case c == '~':
			return end85(out, group, n)
		default:
			return nil, fmt.Errorf("%q in base-85 data", c)
		}
	}
	return end85(out, group, n)
}

// end85 decodes the last group, which may be short.
func end85(out []byte, group [5]byte, n int) ([]byte, error) {
	if n == 1 {
		return nil, errors.New("damaged base-85 data")
	}
	if n == 0 {
		return out, nil
	}
	for i := n; i < 5; i++ {
		group[i] = 84
	}
	return append85(out, group, n-1), nil
}

func append85(out []byte, group [5]byte, n int) []byte {
	v := uint32(0)
	for _, g := range group {
		v = v*85 + uint32(g)
	}
	return append(out, []byte{byte(v >> 24), byte(v >> 16), byte(v >> 8), byte(v)}[:n]...)
}

// unpredict undoes a predictor (7.4.4.4): 2 is TIFF's for 8-bit samples, 10 and above are
// PNG's, where each row names its own.
func unpredict(data []byte, parms dict) ([]byte, error) {
	predictor := intOr(parms["Predictor"], 1)
	if predictor <= 1 {
		return data, nil
	}
	colors, bits, columns := intOr(parms["Colors"], 1), intOr(parms["BitsPerComponent"], 8), intOr(parms["Columns"], 1)
	if colors < 1 || colors > 32 || bits < 1 || bits > 16 || columns < 1 || columns > 1<<26 {
		return nil, errors.New("impossible predictor")
	}
	// A row longer than the data is one row, cut short.
	bpp, row := max(1, colors*bits/8), min((colors*bits*columns+7)/8, max(len(data), 1))
	if predictor == 2 {
		if bits != 8 {
			return nil, errors.New("TIFF predictor for samples that are not bytes")
		}
		for start := 0; start+row <= len(data); start += row {
			for i := start + bpp; i < start+row; i++ {
				data[i] += data[i-bpp]
			}
		}
		return data, nil
	}
	return unpredictPNG(data, bpp, row)
}

// unpredictPNG undoes PNG filters row by row.
func unpredictPNG(data []byte, bpp, row int) ([]byte, error) {
	out := make([]byte, 0, len(data))
	prev := make([]byte, row)
	for len(data) > 0 {
		kind := data[0]
		n := min(row, len(data)-1)
		line := make([]byte, row)
		copy(line, data[1:1+n])
		data = data[1+n:]
		if err := unfilterRow(kind, line, prev, bpp); err != nil {
			return nil, err
		}
		out, prev = append(out, line[:n]...), line
	}
	return out, nil
}

// unfilterRow undoes one PNG filter in place (ISO/IEC 15948, 9.2).
func unfilterRow(kind byte, line, prev []byte, bpp int) error {
	for i := range line {
		var left, corner byte
		if i >= bpp {
			left, corner = line[i-bpp], prev[i-bpp]
		}
		switch kind {
		case 0:
			return nil
		case 1:
			line[i] += left
		case 2:
			line[i] += prev[i]
		case 3:
			line[i] += byte((int(left) + int(prev[i])) / 2)
		case 4:
			line[i] += paeth(left, prev[i], corner)
		default:
			return fmt.Errorf("unknown PNG predictor %d", kind)
		}
	}
	return nil
}

// paeth is the predictor of PNG's fourth filter (ISO/IEC 15948, 9.4).
func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	pa, pb, pc := abs(p-int(a)), abs(p-int(b)), abs(p-int(c))
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// intOr is an integer object's value, or def for anything else or beyond 2^31.
func intOr(o object, def int) int {
	if n, ok := o.(int64); ok && n > -1<<31 && n < 1<<31 {
		return int(n)
	}
	return def
}
