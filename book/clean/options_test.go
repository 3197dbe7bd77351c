package clean

import (
	"encoding/json"
	"strings"
	"testing"
)

const ruledPage = `<html lang="en"><title>Rain</title><body><h1 class="real">On Rain</h1>
<div class="story"><p>The gauge in the churchyard has been read every morning since 1857, by whoever lived nearest to it.</p>
<p class="odd">A line that the user does not want, long enough to be taken for a paragraph of the article.</p></div>
<div class="newsletter"><p id="wanted">A box that looks like the site's, and which the user wants.</p></div></body></html>`

func TestKeepAndDrop(t *testing.T) {
	r, problems := Clean([]byte(ruledPage), Options{Keep: []string{"#wanted"}, Drop: []string{"p.odd"}})
	md := string(r.Markdown)
	if problems.Errors() > 0 || !strings.Contains(md, "which the user wants") || strings.Contains(md, "does not want") {
		t.Errorf("%v\n%s", problems, md)
	}
	if _, problems = Clean([]byte(ruledPage), Options{Keep: []string{"p["}}); problems.Errors() == 0 {
		t.Error("an impossible selector was taken")
	}
}

func TestRules(t *testing.T) {
	rules, err := ReadRules([]byte("- site: rain.example\n  body: .story\n  drop: [.odd]\n  title: h1.real\n- site: example\n  body: nav\n"))
	if err != nil {
		t.Fatal(err)
	}
	r, _ := Clean([]byte(ruledPage), Options{URL: "https://www.rain.example/x", Rules: rules})
	md := string(r.Markdown)
	if !strings.Contains(md, "title: On Rain\n") || strings.Contains(md, "does not want") || strings.Contains(md, "A box") || !strings.Contains(md, "The gauge") {
		t.Error(md)
	}
	for _, bad := range []string{"- site: x\n  boddy: y\n", "- body: y\n", "- site: x\n  drop: ['p[']\n", "x"} {
		if _, err := ReadRules([]byte(bad)); err == nil {
			t.Errorf("taken: %q", bad)
		}
	}
}

func TestReport(t *testing.T) {
	src := "A title of three words\n\nBy Jane Doe\n\nNewsletter\n\nThe price rose in 19171 and fell after the 10thcongress of the union, says Carr2 in a book that is long and good.\n\n1. One.\n\n2. Two.\n"
	r, problems := Clean([]byte(src), Options{Name: "x.txt", Lang: "en"})
	if len(problems) == 0 || problems.Errors() > 0 {
		t.Error(problems)
	}
	text := r.Report.Text()
	for _, want := range []string{"notes (2)", "[^1] line", "10thcongress", "words of the site: “Newsletter”", "byline"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	var back Report
	if err := json.Unmarshal(r.Report.JSON(), &back); err != nil || len(back.Notes) != 2 || back.Notes[0].Line == 0 {
		t.Errorf("%v %+v", err, back)
	}
	md := strings.Split(string(r.Markdown), "\n")
	for _, d := range r.Report.Doubts {
		if d.Line > 0 && d.Text != "" && !strings.Contains(md[d.Line-1], strings.TrimSuffix(d.Text, "…")) {
			t.Errorf("line %d is %q, not %q", d.Line, md[d.Line-1], d.Text)
		}
	}
}

func TestMHTML(t *testing.T) {
	src := "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://rain.example/gauge\r\nSubject: Rain\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b1\"\r\n\r\n" +
		"--b1\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://rain.example/gauge\r\n\r\n<html lang=3D\"fr\"><h1>La pluie</h1><p>Le pluviom=E8tre du cimeti=E8re a =E9t=E9 lu chaque matin depuis 1857, par qui=\r\nconque habitait le plus pr=E8s.</p></html>\r\n--b1\r\nContent-Type: image/png\r\n\r\nxx\r\n--b1--\r\n"
	r, problems := Clean([]byte(src), Options{})
	md := string(r.Markdown)
	if problems.Errors() > 0 || !strings.Contains(md, "Le pluviomètre du cimetière a été lu chaque matin depuis 1857, par quiconque") || !strings.Contains(md, "url: https://rain.example/gauge") || r.Report.Kind != "mhtml" {
		t.Errorf("%v\n%s", problems, md)
	}
}

func TestDatesAndBylines(t *testing.T) {
	for text, want := range map[string]string{
		"Publié le 1er janvier 2018 à 10h": "2018-01-01", "March 3rd, 2019": "2019-03-03", "7. Juni 2016": "2016-06-07", "3 de abril de 2014": "2014-04-03",
		"12 de março de 2019": "2019-03-12", "30 settembre 2012": "2012-09-30", "02.01.2018": "2018-01-02", "2018-01-02T10:00": "2018-01-02", "31/12/1999": "1999-12-31",
		"May 5, 2020 in news": "2020-05-05", "no date in 1917": "", "99 mars 2018": "",
	} {
		if got, _, _, _ := findDate(text, "fr"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"By Jane Doe": "Jane Doe", "Par Anaïs Le Goff et Yves Kerdoncuff": "Anaïs Le Goff|Yves Kerdoncuff", "von Jutta Rehm, 3. Mai 2019": "Jutta Rehm", "di Teresa Olmi": "Teresa Olmi",
		"By the time we came": "", "Par exemple": "", "Von der Leyen sprach lange über Geld": "", "por María de la Cruz": "María de la Cruz", "By Jane Doe, Staff Writer": "Jane Doe",
	} {
		if got := strings.Join(readByline(text, false), "|"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
