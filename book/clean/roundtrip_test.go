package clean

import (
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"cahier/book"
	"cahier/book/manuscript"
	"cahier/book/markdown"
)

// inlineCases are short pieces of pages with the signs that Markdown takes for its own.
var inlineCases = []string{
	"a 2 * 3 * 4 z", "a _ b z", "*a* _b_ `c` ~d~ ^e^ ~~f~~ $g$", "<em>a</em>b <strong>c</strong>*d", "<b>x</b>*<i>y</i>", "[a](b) [c] [^1] ![d](e) ^[f]",
	"&lt;b&gt; &amp;amp; &lt;!-- c --&gt; a &lt; b &gt; c", `\a \* \\ C:\dir\`, "@key [@key, p. 3] a@b.example", "{#id .class} [x]{.y} {", "::: div", "# a", "1. a", "1) a", "- a", "+ a", "| a | b |", "&gt; a", "---", "***", "===", "~~~ a",
	"<code>a`b</code> <code>*</code> <code>&lt;c&gt;</code>", "<a href='https://x.example/a_(b)'>c [d] e</a>!", "a<sup>2</sup> 1<sup>er</sup> H<sub>2</sub>O", "<em>a <strong>b</strong></em><strong>c</strong>",
	"<em> a </em>b", "a<em>b</em>c", "<strong>a.</strong>b", "<q>a</q>", "<s>a</s>", "https://x.example/a_b_c and www.example.org", "Table: a", ": a", "!<a href='https://x.example'>a</a>", "a  b\tc", "<span lang=fr>un mot</span>", "<kbd>Ctrl</kbd>", "<a href='https://x.example'>a]b</a>", "0<b>!</b>", ".@key", "&&amp;gt;", "0<sub> 0", "a<code> b </code>c", "<a>#</a>",
}

// FuzzInline holds that a paragraph of a page reads in the Markdown with the same words
// and the same spaces between them, and without an error.
func FuzzInline(f *testing.F) {
	for _, s := range inlineCases {
		f.Add(s)
	}
	f.Fuzz(checkRoundTrip)
}

func checkRoundTrip(t *testing.T, src string) {
	text, _ := decode([]byte(src), "")
	box := element(atom.P)
	nodes, err := html.ParseFragment(strings.NewReader(text), box)
	if err != nil || len(text) > 2000 {
		return
	}
	for _, n := range nodes {
		box.AppendChild(n)
	}
	tidyTree(box)
	if !isPlainInline(box) || textOf(box) == "" {
		return
	}
	want := textOf(box)
	md := toMarkdown(newConverter(), box)
	article, problems := markdown.Read("x.md", []byte("---\ntitle: T\nlang: en\n---\n\nStart.\n\n"+md+"\n\nEnd.\n"))
	if problems.Errors() > 0 {
		t.Fatalf("%q gave %q: %v", src, md, problems.Err())
	}
	var got []string
	for _, b := range article.Body {
		p, ok := b.(*book.Paragraph)
		if !ok {
			t.Fatalf("%q gave %q: a %T", src, md, b)
		}
		got = append(got, book.PlainText(p.Inlines))
	}
	if read := squeeze(strings.Join(got, "\n")); read != squeeze("Start. "+want+" End.") {
		t.Fatalf("%q gave %q, read as %q, want %q", src, md, read, want)
	}
}

// isPlainInline reports whether a tree holds only what a paragraph does, and what has
// the same words in both forms.
func isPlainInline(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			if strings.ContainsFunc(c.Data, func(r rune) bool {
				return isPrivate(r) || r != ' ' && unicode.IsSpace(r) || r == unicode.ReplacementChar
			}) {
				return false
			}
		case c.Type != html.ElementNode || !strings.Contains(" em strong b i code sup sub a span kbd ", " "+c.Data+" ") || !isPlainInline(c):
			return false
		}
	}
	return true
}

// TestManuscripts holds that what is made of every source in testdata can be read as a
// manuscript without an error, but for images that are not beside it.
func TestManuscripts(t *testing.T) {
	for _, f := range fixtures(t) {
		src := f.source()
		r, problems := Clean(src.Data, Options{Name: src.Name})
		if problems.Errors() > 0 {
			t.Fatal(f.name, problems.Err())
		}
		report := r.Report.Text()
		_, problems = manuscript.Read(fstest.MapFS{"article.md": {Data: r.Markdown}}, "article.md")
		for _, p := range problems {
			switch {
			case p.Severity() != book.Error, p.Code == book.CodeFileMissing, p.Code == book.CodeFileForbidden && strings.Contains(p.Message, "nothing is fetched"):
			case p.Code == book.CodeTitleMissing && strings.Contains(report, "no title was found"):
			case p.Code == book.CodeLangMissing && strings.Contains(report, "the language was not found"):
			default:
				t.Errorf("%s: %v", f.name, p)
			}
		}
	}
}
