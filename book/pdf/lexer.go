package pdf

import (
	"errors"
	"fmt"
	"strconv"
)

// maxDepth bounds how deep arrays and dictionaries may nest. No known program writes
// more than a dozen levels.
const maxDepth = 100

// lexer reads objects from bytes (ISO 32000-1, 7.2 and 7.3). The re-linker and the
// check share it.
type lexer struct {
	data []byte
	pos  int
	// refs says that "1 0 R" is a reference; it is not one in a content stream.
	refs bool
}

var errEnd = errors.New("unexpected end of data")

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

func isRegular(c byte) bool { return !isSpace(c) && !isDelimiter(c) }

// skip passes over white space and comments.
func (l *lexer) skip() {
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		if c == '%' {
			for l.pos < len(l.data) && l.data[l.pos] != '\n' && l.data[l.pos] != '\r' {
				l.pos++
			}
			continue
		}
		if !isSpace(c) {
			return
		}
		l.pos++
	}
}

// atEnd reports whether only white space and comments are left.
func (l *lexer) atEnd() bool {
	l.skip()
	return l.pos >= len(l.data)
}

// object reads the next object or keyword.
func (l *lexer) object() (object, error) { return l.nested(0) }

// nested reads an object inside depth arrays and dictionaries.
func (l *lexer) nested(depth int) (object, error) {
	if depth > maxDepth {
		return nil, fmt.Errorf("more than %d levels of nesting at byte %d", maxDepth, l.pos)
	}
	l.skip()
	if l.pos >= len(l.data) {
		return nil, errEnd
	}
	switch c := l.data[l.pos]; {
	case c == '/':
		return l.name()
	case c == '(':
		return l.literal()
	case c == '<':
		if l.pos+1 < len(l.data) && l.data[l.pos+1] == '<' {
			return l.dict(depth)
		}
		return l.hex()
	case c == '[':
		return l.array(depth)
	case c == '+' || c == '-' || c == '.' || c >= '0' && c <= '9':
		return l.number()
	case isDelimiter(c):
		return nil, fmt.Errorf("stray %q at byte %d", c, l.pos)
	}
	return l.keyword(), nil
}

// regular reads the regular characters ahead, perhaps none.
func (l *lexer) regular() string {
	start := l.pos
	for l.pos < len(l.data) && isRegular(l.data[l.pos]) {
		l.pos++
	}
	return string(l.data[start:l.pos])
}

// keyword reads a word: true, false, null or an operator.
func (l *lexer) keyword() object {
	switch w := l.regular(); w {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	default:
		return keyword(w)
	}
}

// number reads an integer, a real or, where references may stand, "num gen R".
func (l *lexer) number() (object, error) {
	start := l.pos
	word := l.regular()
	if n, err := strconv.ParseInt(word, 10, 64); err == nil {
		if l.refs && n >= 0 && n <= maxObjects {
			if r, ok := l.reference(int(n)); ok {
				return r, nil
			}
		}
		return n, nil
	}
	// Go reads more than PDF writes: no exponents, no hexadecimal, no "Inf".
	for i := range len(word) {
		if c := word[i]; (c < '0' || c > '9') && c != '.' && c != '-' && c != '+' {
			return nil, fmt.Errorf("%q is not a number at byte %d", clip(word), start)
		}
	}
	v, err := strconv.ParseFloat(word, 64)
	if err != nil {
		return nil, fmt.Errorf("%q is not a number at byte %d", clip(word), start)
	}
	return v, nil
}

// reference reads the rest of "num gen R", or nothing.
func (l *lexer) reference(num int) (ref, bool) {
	back := l.pos
	l.skip()
	gen, ok := l.digits()
	if ok {
		l.skip()
		if l.pos < len(l.data) && l.data[l.pos] == 'R' && (l.pos+1 == len(l.data) || !isRegular(l.data[l.pos+1])) {
			l.pos++
			return ref{num, gen}, true
		}
	}
	l.pos = back
	return ref{}, false
}

// digits reads an unsigned integer of at most nine digits that stands alone.
func (l *lexer) digits() (int, bool) {
	n, start := 0, l.pos
	for l.pos < len(l.data) && l.data[l.pos] >= '0' && l.data[l.pos] <= '9' && l.pos-start < 9 {
		n = n*10 + int(l.data[l.pos]-'0')
		l.pos++
	}
	ok := l.pos > start && (l.pos == len(l.data) || !isRegular(l.data[l.pos]))
	return n, ok
}

// name reads a name, with its #xx escapes (7.3.5).
func (l *lexer) name() (object, error) {
	l.pos++
	start, escaped := l.pos, false
	for l.pos < len(l.data) && isRegular(l.data[l.pos]) {
		escaped = escaped || l.data[l.pos] == '#'
		l.pos++
	}
	raw := l.data[start:l.pos]
	if !escaped {
		return name(raw), nil
	}
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) && unhex(raw[i+1]) >= 0 && unhex(raw[i+2]) >= 0 {
			out = append(out, byte(unhex(raw[i+1])<<4|unhex(raw[i+2])))
			i += 2
			continue
		}
		out = append(out, raw[i])
	}
	return name(out), nil
}

// unhex is the value of a hexadecimal digit, -1 for another byte.
func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// hex reads a hexadecimal string; a last digit without partner counts as followed by 0.
func (l *lexer) hex() (object, error) {
	start := l.pos
	l.pos++
	var out []byte
	half := -1
	for ; l.pos < len(l.data); l.pos++ {
		c := l.data[l.pos]
		switch v := unhex(c); {
		case c == '>':
			l.pos++
			if half >= 0 {
				out = append(out, byte(half<<4))
			}
			return text(out), nil
		case isSpace(c):
		case v < 0:
			return nil, fmt.Errorf("%q in a hexadecimal string at byte %d", c, l.pos)
		case half < 0:
			half = v
		default:
			out, half = append(out, byte(half<<4|v)), -1
		}
	}
	return nil, fmt.Errorf("string without end at byte %d", start)
}

// literal reads a string in parentheses, which may hold balanced ones (7.3.4.2).
func (l *lexer) literal() (object, error) {
	start, level := l.pos, 0
	var out []byte
	for l.pos++; l.pos < len(l.data); l.pos++ {
		switch c := l.data[l.pos]; c {
		case '(':
			level++
			out = append(out, c)
		case ')':
			if level == 0 {
				l.pos++
				return text(out), nil
			}
			level--
			out = append(out, c)
		case '\\':
			out = l.escape(out)
		case '\r':
			if l.pos+1 < len(l.data) && l.data[l.pos+1] == '\n' {
				l.pos++
			}
			out = append(out, '\n')
		default:
			out = append(out, c)
		}
	}
	return nil, fmt.Errorf("string without end at byte %d", start)
}

// escape reads what follows a reverse solidus and leaves pos on its last byte.
func (l *lexer) escape(out []byte) []byte {
	l.pos++
	if l.pos >= len(l.data) {
		return out
	}
	switch c := l.data[l.pos]; c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\n':
		return out
	case '\r':
		if l.pos+1 < len(l.data) && l.data[l.pos+1] == '\n' {
			l.pos++
		}
		return out
	default:
		if c < '0' || c > '7' {
			return append(out, c)
		}
	}
	v, end := 0, min(l.pos+3, len(l.data))
	for ; l.pos < end && l.data[l.pos] >= '0' && l.data[l.pos] <= '7'; l.pos++ {
		v = v*8 + int(l.data[l.pos]-'0')
	}
	l.pos--
	return append(out, byte(v))
}

func (l *lexer) array(depth int) (object, error) {
	l.pos++
	list := array{}
	for {
		l.skip()
		if l.pos >= len(l.data) {
			return nil, errEnd
		}
		if l.data[l.pos] == ']' {
			l.pos++
			return list, nil
		}
		o, err := l.nested(depth + 1)
		if err != nil {
			return nil, err
		}
		if k, ok := o.(keyword); ok {
			return nil, fmt.Errorf("%q in an array at byte %d", clip(string(k)), l.pos)
		}
		list = append(list, o)
	}
}

// dict reads a dictionary. Of a repeated key the last value stands, as in most readers.
func (l *lexer) dict(depth int) (object, error) {
	l.pos += 2
	d := dict{}
	for {
		l.skip()
		if l.pos+1 >= len(l.data) {
			return nil, errEnd
		}
		if l.data[l.pos] == '>' && l.data[l.pos+1] == '>' {
			l.pos += 2
			return d, nil
		}
		if l.data[l.pos] != '/' {
			return nil, fmt.Errorf("a dictionary's key is not a name at byte %d", l.pos)
		}
		key, _ := l.name()
		v, err := l.nested(depth + 1)
		if err != nil {
			return nil, err
		}
		if k, ok := v.(keyword); ok {
			return nil, fmt.Errorf("%q in a dictionary at byte %d", clip(string(k)), l.pos)
		}
		d[key.(name)] = v
	}
}

// clip shortens what a message quotes.
func clip(s string) string {
	if len(s) > 40 {
		return s[:40] + "…"
	}
	return s
}
