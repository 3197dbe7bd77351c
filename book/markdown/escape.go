package markdown

import (
	"bytes"
	"strings"

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
			if value, size := entity(s[i:]); size > 0 {
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

func entity(s []byte) (string, int) {
	end := bytes.IndexByte(s[:min(len(s), maxEntity)], ';')
	if end < 2 {
		return "", 0
	}
	if s[1] == '#' {
		decoded := util.ResolveNumericReferences(s[:end+1])
		if len(decoded) == end+1 && decoded[0] == '&' {
			return "", 0
		}
		return string(decoded), end + 1
	}
	if e, ok := util.LookUpHTML5EntityByName(string(s[1:end])); ok {
		return string(e.Characters), end + 1
	}
	return "", 0
}
