package markdown

import (
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"cahier/book"
)

// replaceControls takes out the characters that neither a page nor an EPUB can hold (XML 1.0,
// 2.2): control characters and noncharacters, which come with text from old files and word
// processors. Each kind is a problem at its first place. Behind one that is left out, columns
// of its line count without it.
func replaceControls(name string, src []byte) ([]byte, book.Problems) {
	first := 0
	for first < len(src) && !mayControl(src[first]) {
		first++
	}
	if first == len(src) {
		return src, nil
	}
	out := append(make([]byte, 0, len(src)), src[:first]...)
	count, at := map[rune]int{}, map[rune]int{}
	var kinds []rune
	for i := first; i < len(src); {
		r, n := utf8.DecodeRune(src[i:])
		if instead, bad := control(r); bad {
			if count[r]++; count[r] == 1 {
				kinds, at[r] = append(kinds, r), i
			}
			out = append(out, instead...)
		} else {
			out = append(out, src[i:i+n]...)
		}
		i += n
	}
	var problems book.Problems
	for _, r := range kinds {
		reportControl(&problems, placeIn(name, src, at[r]), r, count[r])
	}
	return out, problems
}

// mayControl reports whether a byte may begin a character that control replaces.
func mayControl(c byte) bool {
	return c < ' ' && c != '\t' && c != '\n' || c == 0x7F || c == 0xC2 || c == 0xEF || c >= 0xF0
}

// control gives what is read instead of a character that no book can hold. Those from U+0080 are
// most often letters of Windows-1252 that were taken for Latin-1 (as HTML reads them, WHATWG HTML,
// 13.2.5.80); the tabulator and page feed of old files part words.
func control(r rune) (instead string, bad bool) {
	switch {
	case r == '\v' || r == '\f':
		return " ", true
	case r == '\t' || r == '\n' || r == 0:
		return "", false
	case r < ' ' || r == 0x7F:
		return "", true
	case r >= 0x80 && r < 0xA0:
		if meant := charmap.Windows1252.DecodeByte(byte(r)); meant != utf8.RuneError && meant != r {
			return string(meant), true
		}
		return "", true
	}
	return "", r&0xFFFE == 0xFFFE
}

func reportControl(problems *book.Problems, at book.Pos, r rune, times int) {
	what := fmt.Sprintf("a control character (U+%04X) stands here", r)
	if times > 1 {
		what = fmt.Sprintf("a control character (U+%04X) stands here, one of %d,", r, times)
	}
	switch instead, _ := control(r); instead {
	case "":
		problems.Add(at, book.CodeControl, "delete it; most editors can show such characters", "%s and is left out", what)
	case " ":
		problems.Add(at, book.CodeControl, "write a space or a line's end there", "%s and is read as a space", what)
	default:
		problems.Add(at, book.CodeControl, "write "+instead+" there", "%s and is read as %s", what, instead)
	}
}
