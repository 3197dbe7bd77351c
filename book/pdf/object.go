package pdf

import (
	"maps"
	"math"
	"slices"
	"strconv"
)

// object is a PDF object (ISO 32000-1, 7.3): nil (null), bool, int64 (integer), float64
// (real), text (string), name, array, dict, ref or *stream. Content streams also have
// keyword (operators).
type object any

type (
	name    string
	text    string // the bytes of a string, decoded
	keyword string
	array   []object
	dict    map[name]object
	ref     struct{ num, gen int }
)

// stream is a dictionary with bytes, as they stand in the file: still filtered.
type stream struct {
	dict dict
	data []byte
	// at is the offset of the bytes in the file, -1 for a stream that was made.
	at int
}

// appendObject writes an object in the shortest usual form, keys sorted, so that equal
// objects are equal bytes. renumber maps references; nil leaves them as they are. A
// stream cannot stand inside another object and panics.
func appendObject(b []byte, o object, renumber func(ref) int) []byte {
	switch o := o.(type) {
	case nil:
		return append(b, "null"...)
	case bool:
		return strconv.AppendBool(b, o)
	case int:
		return strconv.AppendInt(b, int64(o), 10)
	case int64:
		return strconv.AppendInt(b, o, 10)
	case float64:
		return appendReal(b, o)
	case name:
		return appendName(b, o)
	case text:
		return appendText(b, o)
	case ref:
		if renumber != nil {
			o = ref{renumber(o), 0}
		}
		b = strconv.AppendInt(b, int64(o.num), 10)
		b = append(b, ' ')
		b = strconv.AppendInt(b, int64(o.gen), 10)
		return append(b, " R"...)
	case array:
		b = append(b, '[')
		for _, e := range o {
			b = appendObject(appendSeparator(b, e), e, renumber)
		}
		return append(b, ']')
	case dict:
		return appendDict(b, o, renumber)
	}
	panic("pdf: object that cannot be written")
}

// appendDict writes a dictionary with its keys sorted.
func appendDict(b []byte, d dict, renumber func(ref) int) []byte {
	b = append(b, "<<"...)
	for _, k := range sortedKeys(d) {
		b = appendName(b, k)
		b = appendObject(appendSeparator(b, d[k]), d[k], renumber)
	}
	return append(b, ">>"...)
}

func sortedKeys(d dict) []name { return slices.Sorted(maps.Keys(d)) }

// appendSeparator writes a space when the next object would otherwise run into the
// last: both regular characters (7.2.2).
func appendSeparator(b []byte, next object) []byte {
	switch next.(type) {
	case name, text, array, dict:
		return b
	}
	if len(b) == 0 || isSpace(b[len(b)-1]) || isDelimiter(b[len(b)-1]) {
		return b
	}
	return append(b, ' ')
}

// appendReal writes a real without exponent, with at most five decimals: what a reader of
// single precision keeps (Annex C).
func appendReal(b []byte, v float64) []byte {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		v = 0
	}
	v = math.Round(v*1e5) / 1e5
	return strconv.AppendFloat(b, v, 'f', -1, 64)
}

// appendFixed writes v / 10^decimals without trailing zeros.
func appendFixed(b []byte, v int64, decimals int) []byte {
	if v < 0 {
		b, v = append(b, '-'), -v
	}
	for decimals > 0 && v%10 == 0 {
		v, decimals = v/10, decimals-1
	}
	if decimals == 0 {
		return strconv.AppendInt(b, v, 10)
	}
	scale := int64(1)
	for range decimals {
		scale *= 10
	}
	if v >= scale {
		b = strconv.AppendInt(b, v/scale, 10)
	}
	b = append(b, '.')
	for frac := v % scale; scale > 1; frac %= scale {
		scale /= 10
		b = append(b, byte('0'+frac/scale))
	}
	return b
}

// appendName escapes what is not a regular character (7.3.5).
func appendName(b []byte, n name) []byte {
	b = append(b, '/')
	if n == "" {
		return append(b, ' ') // nothing after it may be taken for the name
	}
	for i := 0; i < len(n); i++ {
		c := n[i]
		if c < '!' || c > '~' || c == '#' || isDelimiter(c) {
			b = append(b, '#', hexDigits[c>>4], hexDigits[c&15])
			continue
		}
		b = append(b, c)
	}
	return b
}

const hexDigits = "0123456789ABCDEF"

// appendText writes a literal string. A carriage return must be escaped, since a bare one
// reads as a line feed (7.3.4.2).
func appendText(b []byte, t text) []byte {
	b = append(b, '(')
	for i := 0; i < len(t); i++ {
		b = appendStringByte(b, t[i])
	}
	return append(b, ')')
}

func appendStringByte(b []byte, c byte) []byte {
	switch c {
	case '(', ')', '\\':
		return append(b, '\\', c)
	case '\r':
		return append(b, '\\', 'r')
	}
	return append(b, c)
}
