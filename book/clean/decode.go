package clean

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"
)

// decode makes UTF-8 text of the source: valid UTF-8 is UTF-8 whatever the page
// declares; else the declared encoding is believed; else it is windows-1252, as
// browsers have it (WHATWG Encoding, section 4.2). The name of the encoding is
// for the report.
func decode(src []byte, declared string) (text, encoding string) {
	switch {
	case bytes.HasPrefix(src, []byte("\xef\xbb\xbf")):
		src = src[3:]
	case isUTF16(src):
		e, name, _ := charset.DetermineEncoding(src, "")
		if b, err := e.NewDecoder().Bytes(src); err == nil {
			return tidy(string(b)), name
		}
	}
	if utf8.Valid(src) {
		s := string(src)
		if once, ok := undouble(s); ok {
			return tidy(once), "utf-8 encoded twice"
		}
		return tidy(s), "utf-8"
	}
	if e, name := charset.Lookup(declaredCharset(src, declared)); e != nil && name != "utf-8" {
		if b, err := e.NewDecoder().Bytes(src); err == nil {
			return tidy(string(b)), name
		}
	}
	b, err := charmap.Windows1252.NewDecoder().Bytes(src)
	if err != nil {
		return tidy(strings.ToValidUTF8(string(src), "\uFFFD")), "utf-8"
	}
	return tidy(string(b)), "windows-1252"
}

// isUTF16 reports whether a source begins with the byte order mark of UTF-16.
func isUTF16(src []byte) bool {
	return bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff"))
}

// declaredCharset is what the page says its encoding is, in its first 4 KB (the
// standard asks for the first 1024 bytes; saved pages push the line down).
func declaredCharset(src []byte, declared string) string {
	if declared != "" {
		return declared
	}
	head := bytes.ToLower(src[:min(len(src), 4096)])
	_, rest, ok := bytes.Cut(head, []byte("charset="))
	if !ok {
		_, rest, ok = bytes.Cut(head, []byte("encoding="))
	}
	if !ok {
		return ""
	}
	rest = bytes.TrimLeft(rest, `"' `)
	end := bytes.IndexFunc(rest, func(r rune) bool { return strings.ContainsRune("\"' />;?\n\r", r) })
	return string(rest[:max(end, 0)])
}

// undouble takes back an encoding that was done twice ("Ã©" for "é"), only if
// every character fits windows-1252, the bytes are valid UTF-8 and the text
// becomes shorter.
func undouble(s string) (string, bool) {
	if !strings.ContainsAny(s, "ÃÂâ") {
		return s, false
	}
	out := make([]byte, 0, len(s))
	for _, r := range s {
		switch b, ok := charmap.Windows1252.EncodeRune(r); {
		case ok:
			out = append(out, b)
		case r < 0x100: // C1 controls have no place in the code page but pass through decoders
			out = append(out, byte(r))
		default:
			return s, false
		}
	}
	if !utf8.Valid(out) || utf8.RuneCount(out) >= utf8.RuneCountInString(s) {
		return s, false
	}
	return string(out), true
}

// tidy unifies line ends and takes out what no text has: soft hyphens, zero
// width characters (joiners stay: Indic scripts and emoji need them), controls,
// and noncharacters, which signs.go keeps for itself.
func tidy(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r', r == '\u2028', r == '\u2029', r == '\v', r == '\u0085':
			return '\n'
		case r == '\n', r == '\t', r == '\f':
			return r
		case r == '\u00AD', r == '\u200B', r == '\u2060', r == '\uFEFF', r == '\u200E', r == '\u200F':
			return -1
		case isOwnSign(r), unicode.IsControl(r):
			return -1
		}
		return r
	}, s)
}
