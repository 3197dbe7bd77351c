package manuscript

import (
	"fmt"
	"strings"
	"testing"

	"cahier/book"
)

// TestWeight gives the YAML parser what would cost it the square of its size.
func TestWeight(t *testing.T) {
	many := strings.Repeat
	for name, src := range map[string]string{
		"large":        many("a long line of a comment\n", 50_000),
		"brackets":     "a: " + many("[", 100_000),
		"dashes":       many("- ", 10_000) + "a",
		"items":        "a: [" + many("x, ", 50_000) + "]",
		"keys":         "a: {" + many("k: v, ", 10_000) + "}",
		"lines of it":  "a: [\n" + many("x,\n", 50_000) + "]",
		"empty keys":   numbered(20_000),
		"empty items":  many("-\n", 100_000),
		"anchors":      many("&a ", 50_000),
		"tags":         many("! ", 50_000),
		"colons":       many("a : ", 50_000),
		"documents":    many("---\na: b\n", 10_000),
		"two of them":  "a: b\n---\nc: d\n",
		"nested lines": nested(200),
	} {
		t.Run(name, func(t *testing.T) {
			_, problems := parseYAML("a.yaml", []byte(src), 1)
			if len(problems) == 0 || problems[0].Code != book.CodeLimit && problems[0].Code != book.CodeYAML {
				t.Errorf("%v", problems)
			}
		})
	}
	for name, src := range map[string]string{
		"one document": "# comment\n---\na: b\n",
		"a library":    many("- id: a\n  author:\n  - family: X\n  issued:\n  - year: 1999\n", 5000),
		"a long text":  "a: \"" + many("mot ; mot ! ", 400) + "\"",
		"a list":       "a: [" + many("x, ", 1000) + "]",
	} {
		t.Run(name, func(t *testing.T) {
			if _, problems := parseYAML("a.yaml", []byte(src), 1); len(problems) > 0 {
				t.Errorf("%v", problems)
			}
		})
	}
}

func numbered(n int) string {
	var sb strings.Builder
	for i := range n {
		fmt.Fprintf(&sb, "k%d:\n", i)
	}
	return sb.String()
}

func nested(n int) string {
	var sb strings.Builder
	for i := range n {
		sb.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return sb.String()
}
