package clean

import (
	"bytes"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"cahier/book"
)

func TestLimits(t *testing.T) {
	for _, test := range []struct {
		name string
		src  []byte
		code book.Code
	}{
		{"empty", []byte(" \n\t"), book.CodeUnreadable},
		{"frames alone", []byte("<html><frameset cols='20%,80%'><frame src=a.html><frame src=b.html></frameset></html>"), book.CodeUnreadable},
		{"no text", []byte("<html><body><nav><a href=/>Home</a></nav></body></html>"), book.CodeUnreadable},
		{"too long", bytes.Repeat([]byte("a "), MaxSource/2+1), book.CodeLimit},
	} {
		_, problems := Clean(test.src, Options{Name: "x"})
		if len(problems) != 1 || problems[0].Code != test.code {
			t.Errorf("%s: %v", test.name, problems)
		}
	}
}

// TestDeep holds that a page that nests its elements without end is read, and
// that the person is told.
func TestDeep(t *testing.T) {
	const sentence = "A sentence that stands at the bottom of everything, long enough to be the article of this page, and then some."
	src := "<h1>Deep</h1>" + strings.Repeat("<div>", 100_000) + "<p>" + sentence + "</p>" + strings.Repeat("</div>", 100_000)
	r, problems := Clean([]byte(src), Options{Name: "x"})
	if problems.Errors() > 0 || !strings.Contains(string(r.Markdown), sentence) {
		t.Fatalf("%v\n%s", problems, r.Markdown)
	}
	if !strings.Contains(r.Report.Text(), "nests its elements") {
		t.Error(r.Report.Text())
	}
}

// TestNothingActive holds that no part of hostile sources becomes a link that
// runs, an image of another kind of address, or raw HTML.
func TestNothingActive(t *testing.T) {
	const around = "<p>%</p><p>The rest of the article is long enough to be found as such, and says nothing of interest, but says it at length.</p>"
	for _, s := range []string{
		`<a href="javascript:alert(1)">x</a>`, `<a href=" jAvAsCrIpT:alert(1)">x</a>`, "<a href=\"java\nscript:alert(1)\">x</a>",
		`<a href="data:text/html,<script>alert(1)</script>">x</a>`, `<a href="file:///etc/passwd">x</a>`, `<a href="vbscript:x">x</a>`,
		`<img src="javascript:alert(1)">`, `<img src="data:image/svg+xml,<svg onload=alert(1)>">`, `<img src=x onerror=alert(1) alt='"onload="alert(1)'>`,
		`<svg><script>alert(1)</script></svg>`, `<math><mtext><script>alert(1)</script></mtext></math>`, `<template><script>alert(1)</script></template>`,
		`<iframe src="https://x.example"></iframe>`, `<object data="x.swf"></object>`, `<form action="/x"><input value="x"></form>`,
		`&lt;script&gt;alert(1)&lt;/script&gt;`, `[x](javascript:alert(1))`, `![x](data:image/png;base64,AA)`, "``` &lt;b&gt;", `<code>&lt;/code&gt;&lt;script&gt;</code>`,
		`<noscript><img src="javascript:alert(1)"></noscript>`, `<a href="https://x.example/&quot;onclick=alert(1)">x</a>`, `<!--[if IE]><script>alert(1)</script><![endif]-->`,
	} {
		for _, src := range []string{strings.Replace(around, "%", s, 1), "# Title\n\nSome Markdown with a [link](https://x.example).\n\n" + s + "\n"} {
			r, _ := Clean([]byte("<h1>Title</h1>"+src), Options{Name: "x", From: HTML})
			checkInert(t, s, string(r.Markdown))
			r, _ = Clean([]byte(src), Options{Name: "x", From: Markdown})
			checkInert(t, s, string(r.Markdown))
		}
	}
}

// checkInert looks for what a reader of the Markdown would run or fetch.
func checkInert(t *testing.T, from, md string) {
	t.Helper()
	low := strings.ToLower(md)
	for _, bad := range []string{"](javascript:", "](data:", "](file:", "](vbscript:", "](java", "](x onerror"} {
		for rest := low; ; {
			i := strings.Index(rest, bad)
			if i < 0 {
				break
			}
			if !strings.HasSuffix(rest[:i], `\`) {
				t.Errorf("%s gave %s in\n%s", from, bad, md)
				break
			}
			rest = rest[i+1:]
		}
	}
	for i := range low {
		inCode := strings.Count(low[:i], "`")%2 == 1
		if low[i] == '<' && i+1 < len(low) && (low[i+1] >= 'a' && low[i+1] <= 'z' || low[i+1] == '/') && (i == 0 || low[i-1] != '\\') && !inCode && !strings.HasPrefix(low[i:], "<https://") {
			t.Errorf("%s left raw HTML in\n%s", from, md)
			return
		}
	}
}

// FuzzHTML holds that no page brings cleaning down, loses its marks, or leaves a
// private sign.
func FuzzHTML(f *testing.F) {
	for _, s := range inlineCases { // whole pages are for TestFixturesAnyhow and TestMutated: on them a fuzzer comes to nothing
		f.Add(s)
	}
	f.Add("<p>a<sup><a href=#1 id=r>1</a></sup><p id=1><a href=#r>1</a> b")
	f.Add("<table><tr><td>a<td colspan=9999>b</table><pre>\n\n</pre><blockquote><br>")
	f.Fuzz(func(t *testing.T, src string) { checkAnything(t, src, HTML) })
}

// FuzzText does the same for pasted text and Markdown.
func FuzzText(f *testing.F) {
	f.Add("T\n\nBy A B\n\nA word1 and an-\nother2\n\nNotes\n1. x\n2. y\n")
	f.Add("A1\n\nB2\n\n1. x\n2. y")
	f.Add("# A\n\n[1](#fn1) **b** [x](y \"z\")\n\n1. d [↩](#r1)\n")
	f.Fuzz(func(t *testing.T, src string) {
		checkAnything(t, src, Text)
		checkAnything(t, src, Markdown)
	})
}

// checkAnything holds that a source is cleaned within the limits, or an error says why
// not, that no private sign is left and that every note is written.
func checkAnything(t *testing.T, src string, kind Kind) {
	t.Helper()
	r, problems := Clean([]byte(src), Options{Name: "x", From: kind})
	for _, p := range problems {
		if p.Code == book.CodeLimit {
			t.Fatal(p)
		}
	}
	if problems.Errors() > 0 {
		return
	}
	for _, c := range string(r.Markdown) {
		if isOwnSign(c) {
			t.Fatalf("a private sign is left in %q", r.Markdown)
		}
	}
	for _, n := range r.Report.Notes {
		if !strings.Contains(string(r.Markdown), "\n[^"+n.ID+"]: ") {
			t.Fatalf("note %s is not written in %q", n.ID, r.Markdown)
		}
	}
}

// TestFixturesAnyhow holds of every fixture, cleaned as the kind that its name says,
// what must hold of any source.
func TestFixturesAnyhow(t *testing.T) {
	kinds := map[string]Kind{".html": HTML, ".txt": Text, ".md": Markdown}
	for _, f := range fixtures(t) {
		t.Run(f.name, func(t *testing.T) {
			src := f.source()
			kind, ok := kinds[filepath.Ext(src.Name)]
			if !ok {
				t.Fatalf("no kind is known for %s", src.Name)
			}
			checkAnything(t, string(src.Data), kind)
		})
	}
}

// TestMutated cuts, doubles and spoils the fixtures at random and holds what
// must hold of any source. The seed is fixed: every run is the same.
func TestMutated(t *testing.T) {
	list := fixtures(t)
	r := rand.New(rand.NewPCG(7, 11))
	pieces := []string{"<", "](", "\n1. ", "\n", "*", "<p>", "</div>", "<a href=#fn1>1</a>", " 1 ", "[1]", "<figcaption>", "<table>", "\\", "```\n"}
	for range 250 {
		src := string(list[r.IntN(len(list))].source().Data)
		for range 1 + r.IntN(16) {
			i := r.IntN(len(src) + 1)
			j := min(len(src), i+r.IntN(300))
			switch r.IntN(3) {
			case 0:
				src = src[:i] + src[j:]
			case 1:
				src = src[:j] + src[i:]
			case 2:
				src = src[:i] + pieces[r.IntN(len(pieces))] + src[i:]
			}
		}
		checkAnything(t, src, []Kind{HTML, Text, Markdown}[r.IntN(3)])
	}
}
