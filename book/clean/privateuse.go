package clean

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Private use characters mean what a font says. One that stands alone is the sign
// of an icon font, and is left out and named in the report; one within a word is a
// letter of the author's, stays, and is a doubtful spot.

// whyIcon is the reason why such a sign is left out.
const whyIcon = "a sign of an icon font"

// icons takes out of a text the private use characters that stand between spaces,
// and lists them.
func icons(s string) (kept string, list []string) {
	if strings.IndexFunc(s, isPrivate) < 0 {
		return s, nil
	}
	words := strings.FieldsFunc(s, unicode.IsSpace)
	for _, w := range words {
		if strings.TrimFunc(w, isPrivate) == "" {
			list = append(list, w)
		}
	}
	for _, w := range list { // each is a word: what stands before and after it is a space or an end
		for from := 0; ; {
			i := strings.Index(s[from:], w)
			if i < 0 {
				break
			}
			i += from
			end := i + len(w)
			if unicode.IsSpace(firstRune(s[end:])) && unicode.IsSpace(lastRune(s[:i])) {
				s = s[:i] + s[end:]
				break
			}
			from = end
		}
	}
	return s, list
}

func isPrivate(r rune) bool { return unicode.Is(unicode.Co, r) }

// bulletSigns are the bullets of the fonts Symbol and Wingdings, as copies of printed
// pages have them.
var bulletSigns = strings.NewReplacer("\uF0B7", "•", "\uF0A7", "▪", "\uF076", "•", "\uF0D8", "•")

// iconRemovals names the signs that were left out, each once.
func iconRemovals(list []string) []Removal {
	var removed []Removal
	for _, w := range list {
		x := Removal{Text: codePoints(w), Why: whyIcon}
		if !slices.Contains(removed, x) {
			removed = append(removed, x)
		}
	}
	return removed
}

// codePoints writes characters by their numbers.
func codePoints(s string) string {
	var list []string
	for _, r := range s {
		list = append(list, fmt.Sprintf("%U", r))
	}
	return strings.Join(list, " ")
}

// privateDoubts lists the private use characters of the finished text, each once.
func privateDoubts(md string) []doubt {
	var list []doubt
	var seen []rune
	for i, r := range md {
		if !isPrivate(r) || slices.Contains(seen, r) {
			continue
		}
		seen = append(seen, r)
		line := md[strings.LastIndexByte(md[:i], '\n')+1:]
		line, _, _ = strings.Cut(line, "\n")
		list = append(list, doubt{what: fmt.Sprintf("%U means what the source's font says: write the character that is meant", r), near: line, line: 1 + strings.Count(md[:i], "\n")})
		if len(seen) == maxPrivate {
			break
		}
	}
	return list
}

// maxPrivate bounds the list: a text in a font of its own needs no line for every
// letter.
const maxPrivate = 12

// tidyTree does to the texts of a tree what tidy does to a source: character
// references bring in what it took out. Icons go as well.
func tidyTree(doc *html.Node) []Removal {
	var list []string
	walk(doc, func(n *html.Node) bool {
		for i, a := range n.Attr {
			n.Attr[i].Val = tidy(a.Val)
		}
		if n.Type == html.TextNode {
			if n.Data = tidy(n.Data); within(n, atom.Pre, atom.Code) == nil {
				var found []string
				n.Data, found = icons(n.Data)
				list = append(list, found...)
			}
		}
		return !is(n, atom.Script, atom.Style)
	})
	return iconRemovals(list)
}
