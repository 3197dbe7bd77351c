package clean

import (
	"strings"
	"testing"

	"cahier/book"
	"cahier/book/markdown"
)

// body cleans a paragraph of a page and gives back its Markdown.
func body(t *testing.T, inline string) (string, Report) {
	t.Helper()
	const rest = "<p>The rest of the article is long enough to be found as such, and says nothing of interest, but says it at length.</p>"
	r, problems := Clean([]byte("<html lang=en><title>T</title><article><h1>T</h1><p>"+inline+"</p>"+rest+"</article>"), Options{Name: "x"})
	if problems.Errors() > 0 {
		t.Fatal(problems.Err())
	}
	_, after, _ := strings.Cut(string(r.Markdown), "---\n\n")
	first, _, _ := strings.Cut(after, "\n\nThe rest of")
	return first, r.Report
}

// TestLooseSigns holds that signs of Markdown between spaces stay, with the spaces.
func TestLooseSigns(t *testing.T) {
	for _, test := range [][2]string{
		{"a 2 * 3 * 4 z", "a 2 * 3 * 4 z"},
		{"a _ b z", "a _ b z"},
		{"Price 5 * 3 * 2 = 30", "Price 5 * 3 * 2 = 30"},
		{"<b>x</b>*<b>y</b> of two", `**x**\***y** of two`},
		{"so * <i>this</i> * that", "so * *this* * that"},
		{"snake_case and _this_", `snake_case and \_this\_`},
	} {
		if got, _ := body(t, test[0]); got != test[1] {
			t.Errorf("%s: got %s, want %s", test[0], got, test[1])
		}
	}
}

// TestForeignSigns holds that characters which are kept for cleaning's own signs cannot be brought in,
// that letters of private use stay and are reported, and that icons go and are.
func TestForeignSigns(t *testing.T) {
	got, report := body(t, "it is 5&#xE000;3&#xE001;, &#xFDD0;7&#xFDD1;, co&shy;op, thor&#xE123;n &#xF0B7; and <code>a&#xF002;b</code>")
	if want := "it is 5\uE0003\uE001, 7, coop, thor\uE123n and `a\uF002b`"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	text := report.Text()
	for _, want := range []string{"line 6: U+E000 means", "line 6: U+E123 means", "a sign of an icon font: “U+F0B7”"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

// TestFrontMatterText holds that the values which manuscripts have in Markdown read as
// the page has them.
func TestFrontMatterText(t *testing.T) {
	const title = "Talk about <T> *stars*, 2 * 3 and [x](y) & @you"
	escaped := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(title)
	r, _ := Clean([]byte("<html lang=en><title>"+escaped+"</title><article><h1>"+escaped+"</h1><p>The article is long enough to be found as such, and says nothing of interest, but says it at length, and then more.</p></article>"), Options{})
	_, line, _ := strings.Cut(string(r.Markdown), "title: \"")
	line, _, _ = strings.Cut(line, "\"\n")
	inlines, problems := markdown.Inlines(markdown.NewText(strings.ReplaceAll(line, `\\`, `\`), book.Pos{}))
	if len(problems) > 0 {
		t.Error(problems, line)
	}
	if got := book.PlainText(inlines); got != title {
		t.Errorf("read as %s: %s", got, line)
	}
}
