package clean

import (
	"strconv"
	"strings"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"cahier/book"
)

// renderOrdered writes an ordered list. Markdown counts up from a list's first number;
// a list that is numbered otherwise, by letters or downwards, becomes one with its
// numbers written into the items, since the text may refer to them.
func renderOrdered(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	var items []*html.Node
	var texts []string
	for _, li := range children(n) {
		if !is(li, atom.Li) {
			continue
		}
		if text := strings.TrimSpace(inner(ctx, li)); text != "" {
			items, texts = append(items, li), append(texts, text)
		}
	}
	numbers := itemNumbers(n, items)
	plain := numbering(n) == "1"
	for i, k := range numbers {
		plain = plain && k == numbers[0]+i && k >= 0
	}
	w.WriteString("\n\n")
	for i, text := range texts {
		lead := itoa(numbers[i]) + ". "
		if !plain {
			lead = "- "
			text = itemLabel(numbers[i], numbering(n)) + " " + text
		}
		w.WriteString(lead + indent(collapseBlank(text), len(lead)) + "\n")
	}
	w.WriteString("\n")
	return converter.RenderSuccess
}

// itemNumbers are the numbers of items by the list's start and direction and by
// their own values (HTML, section 4.4.8).
func itemNumbers(list *html.Node, items []*html.Node) []int {
	step, k := 1, 1
	if hasAttr(list, "reversed") {
		step, k = -1, len(items)
	}
	if v, err := strconv.Atoi(strings.TrimSpace(attr(list, "start"))); err == nil {
		k = v
	}
	var numbers []int
	for _, li := range items {
		if v, err := strconv.Atoi(strings.TrimSpace(attr(li, "value"))); err == nil {
			k = v
		}
		numbers = append(numbers, k)
		k += step
	}
	return numbers
}

// numbering is the kind of a list's numbers as HTML names it: 1, a, A, i or I.
func numbering(list *html.Node) string {
	if t := strings.TrimSpace(attr(list, "type")); len(t) == 1 && strings.Contains("aAiI", t) {
		return t
	}
	style := styleOf(list)
	for _, s := range [...][2]string{{"lower-alpha", "a"}, {"lower-latin", "a"}, {"upper-alpha", "A"}, {"upper-latin", "A"}, {"lower-roman", "i"}, {"upper-roman", "I"}} {
		if strings.Contains(style, s[0]) {
			return s[1]
		}
	}
	return "1"
}

// itemLabel is an item's number with its full stop, escaped where Markdown would read it as
// the number of a list.
func itemLabel(k int, kind string) string {
	s := ""
	switch low := strings.ToLower(kind); {
	case k > 0 && k < 4000 && low == "i":
		s = book.Roman(k)
	case k > 0 && low == "a":
		s = book.Letters(k)
	default:
		return itoa(k) + `\.`
	}
	if kind == "I" || kind == "A" {
		s = strings.ToUpper(s)
	}
	return s + "."
}
