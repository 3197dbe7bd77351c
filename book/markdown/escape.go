package markdown

import (
	"bytes"
	"html"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// unescape gives text as it is meant: backslashes before punctuation go, entities
// become their characters (CommonMark 0.31 sections 2.4 and 2.5), and Pandoc's "\ " is a
// no-break space.
func unescape(s []byte) string {
	if bytes.IndexByte(s, '\\') < 0 && bytes.IndexByte(s, '&') < 0 {
		return string(s)
	}
	var sb strings.Builder
	for i := 0; i < len(s); {
		if s[i] == '\\' && i+1 < len(s) {
			if s[i+1] == ' ' {
				sb.WriteString("\u00a0")
				i += 2
				continue
			}
			if util.IsPunct(s[i+1]) {
				sb.WriteByte(s[i+1])
				i += 2
				continue
			}
		}
		if s[i] == '&' {
			if value, size := entity(s[i:]); value != "" {
				sb.WriteString(value)
				i += size
				continue
			}
		}
		sb.WriteByte(s[i])
		i++
	}
	return sb.String()
}

// maxEntity is longer than the longest name of HTML 5, with its "&" and ";".
const maxEntity = 40

// entity reads a reference at the beginning of s: its characters and its size, 0 if it
// is none.
func entity(s []byte) (string, int) {
	end := bytes.IndexByte(s[:min(len(s), maxEntity)], ';')
	if end < 2 {
		return "", 0
	}
	name := string(s[1:end])
	if name[0] == '#' {
		return numericEntity(name[1:]), end + 1
	}
	if strings.ContainsFunc(name, func(r rune) bool { return r >= utf8.RuneSelf || !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		return "", 0 // "&\&gt;": an ampersand, then something else
	}
	written := string(s[:end+1])
	if decoded := html.UnescapeString(written); decoded != written && !strings.HasSuffix(decoded, ";") || name == "semi" {
		return decoded, end + 1
	}
	return "", 0
}

// numericEntity is the character of "#233" or "#xE9", U+FFFD for a number that Unicode
// does not have.
func numericEntity(digits string) string {
	base, limit := 10, 7
	if rest := strings.TrimLeft(digits, "xX"); len(rest) == len(digits)-1 {
		digits, base, limit = rest, 16, 6
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || len(digits) > limit {
		return ""
	}
	if n == 0 || n > unicode.MaxRune || 0xD800 <= n && n < 0xE000 {
		return "\uFFFD"
	}
	return string(rune(n))
}
