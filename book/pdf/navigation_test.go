package pdf

import (
	"bytes"
	"io"
	"reflect"
	"strings"
	"testing"

	"cahier/book"
	"cahier/book/layout"
	"cahier/book/typeset"
)

func TestLabelRanges(t *testing.T) {
	for _, c := range []struct {
		folios string
		want   []labelRange
	}{
		{"i ii iii 1 2 3", []labelRange{{0, "r", "", 1}, {3, "D", "", 1}}},
		{"1 2 4 5", []labelRange{{0, "D", "", 1}, {2, "D", "", 4}}},
		{"IV V cover A-1 iiii", []labelRange{{0, "R", "", 4}, {2, "", "cover", 0}, {3, "", "A-1", 0}, {4, "", "iiii", 0}}},
		{"01 Ii", []labelRange{{0, "", "01", 0}, {1, "", "Ii", 0}}},
	} {
		if got := labelRanges(strings.Fields(c.folios)); !reflect.DeepEqual(got, c.want) {
			t.Errorf("labels of %s: %v, want %v", c.folios, got, c.want)
		}
	}
}

// TestOutline reads back what the outline of the fixture became.
func TestOutline(t *testing.T) {
	e := explode(t, write(t, fixture(t)))
	outlines := e.f.dict(e.root()["Outlines"])
	var titles []string
	for o := outlines["First"]; o != nil; o = e.f.dict(o)["Next"] {
		d := e.f.dict(o)
		titles = append(titles, decodeText(d["Title"].(text)))
		if d["Count"] != int64(-3) {
			t.Errorf("an article has %v headings", d["Count"])
		}
	}
	if want := []string{"L’office efficace", "Der Fluß", "AVATAR, To, VAW"}; !reflect.DeepEqual(titles, want) {
		t.Errorf("outline %q, want %q: an entry without place is left out", titles, want)
	}
	if outlines["Count"] != int64(3) || e.root()["PageMode"] != name("UseOutlines") {
		t.Error("the outline is not shown with its first level open")
	}
}

func TestLinkToNowhereIsAProblem(t *testing.T) {
	s := newSetter(t, "fr")
	link := s.c.Root.Add(typeset.RoleP).Add(typeset.RoleLink)
	s.paragraph(link, span{text: "voir", elem: link, to: "#gone"})
	var out bytes.Buffer
	problems, err := Write(&out, s.c, s.v, Options{})
	if err != nil || len(problems) != 1 || problems[0].Code != book.CodeLinkMissing {
		t.Fatal(problems, err)
	}
	if got := textOf(t, out.Bytes()); got != "voir" {
		t.Errorf("the text is %q", got)
	}
	if found := check(t, out.Bytes()); len(found) > 0 {
		t.Error(found)
	}
}

// TestLinksOnOtherElements: an area that names no Link gets one around the element's
// content, one that names nothing a Link of its own.
func TestLinksOnOtherElements(t *testing.T) {
	s := newSetter(t, "fr")
	ref := s.c.Root.Add(typeset.RoleP).Add(typeset.RoleReference)
	s.paragraph(ref, span{text: "voir", elem: ref, to: "https://example.org/a b"})
	s.put(&typeset.LinkArea{X: margin, Y: margin, W: 10 * pt, H: 10 * pt, URI: "https://example.org/ü"})
	data := write(t, s)
	if found := check(t, data); len(found) > 0 {
		t.Error(found)
	}
	e := explode(t, data)
	var got []string
	for _, num := range e.f.array(e.page()["Annots"]) {
		d := e.f.dict(num)
		got = append(got, string(d["A"].(dict)["URI"].(text))+" "+decodeText(d["Contents"].(text)))
	}
	want := []string{"https://example.org/a%20b voir: https://example.org/a b", "https://example.org/%C3%BC https://example.org/ü"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("links %q, want %q", got, want)
	}
}

func TestMetadata(t *testing.T) {
	s := newSetter(t, "fr")
	s.paragraph(s.c.Root.Add(typeset.RoleP), span{text: "Un mot."})
	plain := func(v string) []book.Inline { return []book.Inline{&book.Text{Value: v}} }
	s.v.Front = book.FrontMatter{
		Title: plain("Œuvres & <essais>"), Subtitle: plain("choix"), Lang: "fr", Date: book.Date{Year: 1926, Month: 3},
		Contributors: []book.Contributor{
			{Name: book.Name{Literal: "Anne Aubin"}, Role: book.RoleEditor}, {Name: book.Name{Literal: "Bob"}, Role: book.RoleEditor},
			{Name: book.Name{Literal: "Carl"}, Role: book.RoleTranslator},
		},
		Publisher: "Presse", Rights: "Domaine public", Licence: "CC BY", LicenceURL: "https://example.org/by",
		Identifiers: []book.Identifier{{Scheme: "isbn", Value: "9780000000002"}, {Scheme: "doi", Value: "10.1/x"}},
		Abstract:    []book.Block{&book.Paragraph{Inlines: plain("Un résumé.")}}, Keywords: []string{"eau", "crue"},
		Series: book.Series{Title: "Rives", Position: "3"},
		Republished: &book.Provenance{
			Publication: "La Revue", Volume: "2", Issue: "7", Page: "11-19", URL: "https://example.org/revue", Date: book.Date{Year: 1925},
			OriginalTitle: "Works", Permission: "Avec l’accord de la revue", Changes: []string{"coquilles corrigées"},
		},
	}
	data := write(t, s)
	if found := check(t, data); len(found) > 0 {
		t.Error(found)
	}
	e := explode(t, data)
	p, err := readPacket(e.xmp().data)
	if err != nil {
		t.Fatal(err)
	}
	const terms, prism, rights = "http://purl.org/dc/terms/", "http://prismstandard.org/namespaces/basic/3.0/", "http://ns.adobe.com/xap/1.0/rights/"
	for _, c := range []struct{ space, local, want string }{
		{nsDC, "title", "Œuvres & <essais>\u00a0: choix"}, {nsDC, "creator", "Anne Aubin|Bob"}, {nsDC, "contributor", "Carl"},
		{nsDC, "language", "fr"}, {nsDC, "publisher", "Presse"}, {nsDC, "date", "1926-03"}, {nsDC, "subject", "eau|crue"},
		{nsDC, "description", "Un résumé."}, {nsDC, "rights", "Domaine public"}, {nsDC, "source", "https://example.org/revue"},
		{nsDC, "identifier", s.v.Identifier}, {nsPDF, "Keywords", "eau, crue"}, {rights, "WebStatement", "https://example.org/by"},
		{rights, "UsageTerms", "CC BY. Avec l’accord de la revue. coquilles corrigées"}, {rights, "Marked", "True"},
		{prism, "isbn", "9780000000002"}, {prism, "doi", "10.1/x"}, {prism, "seriesTitle", "Rives"}, {prism, "seriesNumber", "3"},
		{prism, "publicationName", "La Revue"}, {prism, "volume", "2"}, {prism, "number", "7"}, {prism, "pageRange", "11-19"},
		{terms, "issued", "1925"}, {terms, "alternative", "Works"}, {terms, "isVersionOf", "https://example.org/revue"},
		{terms, "bibliographicCitation", "Anne Aubin; Bob, Œuvres & <essais>\u00a0: choix, La Revue, 2, 7, 1925, 11-19"},
		{nsXMP, "CreateDate", "2018-01-02T00:00:00Z"},
	} {
		var got []string
		for n, v := range p.values {
			if n.Space == c.space && n.Local == c.local {
				got = v
			}
		}
		if len(got) == 2 && got[0] == got[1] { // x-default and the language's own
			got = got[:1]
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s is %q, want %q", c.local, got, c.want)
		}
	}
}

// TestVolumeOfSeveralSources: sources are the book's only when all articles share one.
func TestVolumeOfSeveralSources(t *testing.T) {
	article := func(url string) *layout.Section {
		return &layout.Section{Article: &book.Article{Front: book.FrontMatter{Republished: &book.Provenance{URL: url}}}}
	}
	v := &layout.Volume{Sections: []*layout.Section{{}, article("https://a"), article("https://b"), article("https://a")}}
	if m := gatherMetadata(v, "x"); m.from != nil || !reflect.DeepEqual(m.sources, []string{"https://a", "https://b"}) {
		t.Errorf("%v, %q", m.from, m.sources)
	}
	v.Sections = []*layout.Section{article("https://a"), {}, article("https://a")}
	if m := gatherMetadata(v, "x"); m.from == nil || m.from.URL != "https://a" {
		t.Errorf("%v", m.from)
	}
}

func TestNoPages(t *testing.T) {
	s := newSetter(t, "fr")
	if _, err := Write(io.Discard, s.c, s.v, Options{}); err == nil {
		t.Error("a PDF without pages was written")
	}
}

func TestTextStrings(t *testing.T) {
	for _, s := range []string{"", "plain", "é’😀", "tab\there"} {
		want := strings.ReplaceAll(s, "\t", " ")
		if got := decodeText(textString(s)); got != want {
			t.Errorf("%q became %q", s, got)
		}
	}
	if long := textString(strings.Repeat("é", 40000)); len(long) > maxString {
		t.Errorf("a string of %d bytes", len(long))
	}
}

func TestDescribe(t *testing.T) {
	plain := func(v string) []book.Block {
		return []book.Block{&book.Paragraph{Inlines: []book.Inline{&book.Text{Value: v}}}}
	}
	call := &book.NoteCall{Ref: "r1"}
	long := &book.Note{Label: "a", Anchor: "n2", Blocks: plain(strings.Repeat("mots ", 100))}
	v := &layout.Volume{
		Words: layout.Words{BackToText: "Retour au texte"},
		Sections: []*layout.Section{{
			Notes:  []*book.Note{{Label: "3", Anchor: "n1", Blocks: plain("Voir plus haut."), Calls: []*book.NoteCall{call}}},
			Blocks: []book.Block{&book.Div{Blocks: []book.Block{&book.Table{Notes: []*book.Note{long}}}}},
			After:  []book.Block{&book.WorkList{Entries: []*book.Entry{{ID: "w", Text: plain("Carr, 1950.")[0].(*book.Paragraph)}}}},
		}},
	}
	about := describe(v)
	if about["n1"] != "3. Voir plus haut." || about["r1"] != "Retour au texte 3" || about["w"] != "Carr, 1950." {
		t.Errorf("%q", about)
	}
	if n := len([]rune(about["n2"])); n > maxDescription+2 || !strings.HasSuffix(about["n2"], "mots …") {
		t.Errorf("%q", about["n2"])
	}
	s := newSetter(t, "fr")
	s.v.Sections = v.Sections
	s.anchor("n1")
	link := s.c.Root.Add(typeset.RoleP).Add(typeset.RoleLink)
	s.paragraph(link, span{text: "3", elem: link, to: "#n1"})
	if got := decodeText(explode(t, write(t, s)).link()["Contents"].(text)); got != "3. Voir plus haut." {
		t.Errorf("the link says %q", got)
	}
}
