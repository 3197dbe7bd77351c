package markdown

import (
	"fmt"
	"strings"
	"testing"

	"cahier/book"
)

// TestLimits gives the reader what would cost more than its size, and expects one clear
// problem.
func TestLimits(t *testing.T) {
	many := strings.Repeat
	for name, src := range map[string]string{
		"line of 50 MB":        many("a", 50<<20),
		"line of 2 MB":         many("mot ", 1<<19),
		"a word of 20 kB":      many("mot", 7000),
		"10,000 quotations":    many(">", 10_000) + " a",
		"quotations with text": many("> ", 10_000) + "a",
		"10,000 lists":         many("- ", 10_000) + "a",
		"numbered lists":       many("1. ", 10_000) + "a",
		"growing lists":        growing(400),
		"divs in divs":         many("::: a\n", 10_000),
		"brackets":             many("[", 100_000),
		"stars":                many("*a _b ", 10_001),
		"nested emphasis":      many("*a **b ", 2000) + many("c** d* ", 2000),
		"nested spans":         many("[", 5000) + many("]{.a}", 5000),
		"a long paragraph":     many("mot mot mot mot mot mot mot mot\n", 40_000),
		"many lines":           many("a\n", 20_000),
		"columns":              many("|a", 1000) + "\n" + many("|-", 1000) + "\n",
		"notes":                manyNotes(maxNotes + 1),
	} {
		t.Run(name, func(t *testing.T) {
			_, problems := Read("a.md", []byte(src))
			for _, p := range problems {
				if p.Code == book.CodeLimit {
					return
				}
			}
			t.Errorf("no limit was reported; %d problems", len(problems))
		})
	}
}

func manyNotes(n int) string {
	var sb strings.Builder
	for i := range n {
		fmt.Fprintf(&sb, "[^%d]: b\n\n", i)
	}
	return sb.String()
}

func growing(depth int) string {
	var sb strings.Builder
	for i := range depth {
		fmt.Fprintf(&sb, "%s- a\n", strings.Repeat("  ", i))
	}
	return sb.String()
}

// TestHonest reads what only looks hostile.
func TestHonest(t *testing.T) {
	for name, src := range map[string]string{
		"rule of stars":  strings.Repeat("* ", 200),
		"rule of dashes": strings.Repeat("-", 500),
		"underline":      "Titre\n" + strings.Repeat("=", 500),
		"ten levels":     growing(10),
		"long table":     "|a|b|\n|-|-|\n" + strings.Repeat("|x|y|\n", 5000),
	} {
		t.Run(name, func(t *testing.T) {
			if _, problems := Read("a.md", []byte(src)); len(problems) > 0 {
				t.Error(problems[0])
			}
		})
	}
}

func TestNormalize(t *testing.T) {
	got, problems := Normalize("a.md", []byte("\uFEFFa\r\nb\rc\x00d\n"))
	if string(got) != "a\nb\nc\uFFFDd\n" || len(problems) > 0 {
		t.Errorf("%q, %v", got, problems)
	}
	for _, c := range []struct {
		src, want string
	}{
		{"", "a.md:1:1: the file is empty"},
		{" \n\uFEFF", ""},
		{"\uFEFF \r\n", "a.md:1:1: the file is empty"},
		{"é\nab\xffc", "a.md:2:3: not valid UTF-8"},
		{"a\n\xff", "a.md:2:1: not valid UTF-8"},
		{"a\r\nb\r0\xe9", "a.md:3:2: not valid UTF-8"},
		{"\xff", "a.md:1:1: not valid UTF-8"},
	} {
		_, problems := Normalize("a.md", []byte(c.src))
		got := ""
		if len(problems) > 0 {
			got = problems[0].String()
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.src, got, c.want)
		}
	}
}

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		src, head, body string
		line            int
	}{
		{"---\na: b\n---\nc\n", "a: b\n", "c\n", 4},
		{"---  \na: b\n...\n\nc", "a: b\n", "\nc", 4},
		{"---\n---\nc", "", "c", 3},
		{"---\n\nc\n---\n", "", "---\n\nc\n---\n", 1},
		{"c\n---\nd", "", "c\n---\nd", 1},
		{"---\na: b\n", "a: b\n", "", 3},
		{"---", "", "---", 1},
	} {
		head, body, line := Split([]byte(c.src))
		if string(head) != c.head || string(body) != c.body || line != c.line {
			t.Errorf("%q: %q, %q, %d", c.src, head, body, line)
		}
	}
}

func TestCodes(t *testing.T) {
	seen := map[book.Code]bool{}
	for _, src := range goldenInputs(t) {
		_, problems := Read("a.md", src)
		for _, p := range problems {
			seen[p.Code] = true
		}
	}
	for _, code := range []book.Code{
		book.CodeBadValue, book.CodeRawHTML, book.CodeActiveLink, book.CodeFileMissing, book.CodeNoteMissing, book.CodeNoteUnused, book.CodeNoteInNote,
		book.CodeNoteRepeated, book.CodeIDRepeated, book.CodeLinkMissing, book.CodeImageAlt, book.CodeDivUnclosed,
	} {
		if !seen[code] {
			t.Errorf("no fixture in testdata has the problem %s", code)
		}
	}
}
