package epub_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"cahier/book"
	"cahier/book/epub"
)

// rezip packs files as careless programs do, or, with care, as Write does.
func rezip(t *testing.T, files map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range append([]string{"mimetype"}, names(files)...) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(files[name]))
	}
	z.Close()
	return out.Bytes()
}

func names(files map[string]string) []string {
	var list []string
	for name := range files {
		if name != "mimetype" {
			list = append(list, name)
		}
	}
	return list
}

// TestCheckFinds spoils a good book in one way after another; each is found and said.
func TestCheckFinds(t *testing.T) {
	const a1, a2, opf, nav, ncx, css = "EPUB/xhtml/a1.xhtml", "EPUB/xhtml/a2.xhtml", "EPUB/package.opf", "EPUB/nav.xhtml", "EPUB/toc.ncx", "EPUB/css/epub.css"
	good := unzipped(t, sampleBytes(t))
	for _, c := range []struct {
		file, old, with string
		want            string
		code            book.Code
	}{
		{a2, "<body", "<script></script><body", "script element", book.CodeEPUB},
		{a2, `class="first"`, `onclick="x()"`, "event handler onclick", book.CodeEPUB},
		{a2, `href="#a2-n1"`, `href="javascript:x"`, "active address", book.CodeEPUB},
		{a1, `src="../images/image-1.png"`, `src="https://example.org/x.png"`, "from the network", book.CodeEPUB},
		{a1, ` alt="A grey gradient"`, "", "no alternative text", book.CodeEPUBWeak},
		{a1, ` alt="A grey gradient"`, "", "alternativeText is stated", book.CodeEPUBWeak},
		{a2, "</section>", "", "not well-formed", book.CodeEPUB},
		{a2, ` lang="fr"`, ` lang="en"`, "not both given and equal", book.CodeEPUBWeak},
		{a2, `id="a2-n1"`, `id="a1-n1"`, "stand more than once in the book", book.CodeEPUBWeak},
		{a2, `id="a2-n1"`, `id="lost"`, "notes (1 of the book's 9) lead nowhere", book.CodeEPUB},
		{a2, ` epub:type="footnote" role="doc-footnote"`, "", "are not typed footnote", book.CodeEPUBWeak},
		{a2, `role="doc-noteref">1</a>`, `role="doc-noteref"><b>1</b></a>`, "elements inside it", book.CodeEPUBWeak},
		{a2, `epub:type="noteref" `, "", "without epub:type noteref", book.CodeEPUBWeak},
		{a2, `href="#a2-r1"`, `href="#a2"`, "no way back", book.CodeEPUBWeak},
		{a2, `<p><a class="back"`, `<p>Before <a class="back"`, "do not begin with the way back", book.CodeEPUBWeak},
		{a2, "Une note qui porte", strings.Repeat("long ", 1100), "longer than 5000", book.CodeEPUBWeak},
		{a2, "Une note qui porte le même nom que celle d’un autre article.", "Ib.", "shorter than 9", book.CodeEPUBRemark},
		{a2, `role="doc-footnote"`, `role="doc-endnote"`, "deprecated", book.CodeEPUBWeak},
		{a2, "<p ", `<p style="color:red" `, "style attributes", book.CodeEPUBWeak},
		{a2, "Un texte", "Un\u2009texte", "thin spaces", book.CodeEPUBWeak},
		{a2, "Un texte", "Un\u00adtexte", "soft hyphens", book.CodeEPUBWeak},
		{a2, "Un texte", "L'homme", "straight apostrophes", book.CodeEPUBWeak},
		{a2, "Un texte", "Un «texte» !", "no no-break space", book.CodeEPUBWeak},
		{opf, `version="3.0"`, `version="2.0"`, "the version is", book.CodeEPUBWeak},
		{opf, ` xml:lang="fr"`, "", "have no language", book.CodeEPUBWeak},
		{opf, "<dc:date>2024-03-01</dc:date>", "", "no dc:date", book.CodeEPUBWeak},
		{opf, `property="file-as" refines="#person-1"`, `property="x" refines="#person-1"`, "no sorted name", book.CodeEPUBWeak},
		{opf, `<meta property="dcterms:modified">2024-03-01T00:00:00Z</meta>`, "", "0 dates of modification", book.CodeEPUBWeak},
		{opf, "schema:accessibilitySummary", "schema:other", "schema:accessibilitySummary is not stated", book.CodeEPUBWeak},
		{opf, `<meta property="schema:accessibilityHazard">none</meta>`, `<meta property="schema:accessibilityHazard">none</meta><meta property="schema:accessibilityHazard">sound</meta>`, "hazard none", book.CodeEPUBWeak},
		{opf, "<reference ", "<other ", "there is no guide", book.CodeEPUBWeak},
		{opf, `<meta name="cover" content="cover-image"/>`, "", "not named the way", book.CodeEPUBWeak},
		{opf, ` properties="cover-image"`, "", "no cover image", book.CodeEPUBWeak},
		{opf, `<meta property="pageBreakSource">`, `<meta property="x:y">`, "which print edition", book.CodeEPUBWeak},
		{opf, `media-type="image/png"`, `media-type="image/jpeg"`, "but called image/jpeg", book.CodeEPUB},
		{opf, ` media-type="application/x-dtbncx+xml"`, ` media-type="text/xml"`, "there is no NCX", book.CodeEPUBWeak},
		{nav, `epub:type="landmarks"`, `epub:type="other"`, "no landmarks", book.CodeEPUBWeak},
		{nav, `epub:type="bodymatter"`, `epub:type="bodymatter text"`, "Apple Books wants one", book.CodeEPUBWeak},
		{nav, `epub:type="page-list"`, `epub:type="other"`, "there is no page list", book.CodeEPUBWeak},
		{nav, `#page-7"`, `#page-77"`, "lead to no page break", book.CodeEPUBWeak},
		{nav, `xhtml/a2.xhtml"`, `xhtml/a9.xhtml"`, "is not there", book.CodeEPUB},
		{nav, `#a1-lieu"`, `#lost"`, "leads to #lost", book.CodeEPUB},
		{nav, "h1", "p", "no heading", book.CodeEPUBWeak},
		{ncx, "urn:isbn:9782070368228", "urn:x", "is not the book's", book.CodeEPUBWeak},
		{ncx, `playOrder="1"`, `playOrder="99"`, "not numbered in order", book.CodeEPUBWeak},
		{ncx, "docAuthor", "other", "names no author", book.CodeEPUBWeak},
		{css, "section,", "p { color: red; } section,", "forces color", book.CodeEPUBWeak},
		{css, "section,", "a { color: var(--x); } section,", "uses variables", book.CodeEPUBWeak},
		{css, "section,", "a { width: 3vw; } section,", "measures of the screen", book.CodeEPUBWeak},
		{css, "section,", "a { font-size: 12px; } section,", "px or pt", book.CodeEPUBWeak},
		{css, "section,", "a { top: 0 !important; } section,", "!important", book.CodeEPUBWeak},
	} {
		if !strings.Contains(good[c.file], c.old) {
			t.Errorf("%s does not hold %s", c.file, c.old)
			continue
		}
		spoiled := map[string]string{}
		for name, content := range good {
			spoiled[name] = content
		}
		spoiled[c.file] = strings.ReplaceAll(good[c.file], c.old, c.with)
		data := rezip(t, spoiled)
		problems, err := epub.Check(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Errorf("%s: %v", c.want, err)
			continue
		}
		found := false
		for _, p := range problems {
			found = found || p.Code == c.code && strings.Contains(p.Message, c.want)
		}
		if !found {
			t.Errorf("%q in place of %q: no %s %q among %v", c.with, c.old, c.code, c.want, problems)
		}
	}
}

// TestCheckFindsCarelessZips: what Go's own zip writer does is found too.
func TestCheckFindsCarelessZips(t *testing.T) {
	files := unzipped(t, sampleBytes(t))
	files["EPUB/Été 1.txt"] = "x"
	data := rezip(t, files)
	problems, err := epub.Check(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	all := fmt.Sprint(problems)
	for _, want := range []string{"sizes only after their data", "file names are not plain"} {
		if !strings.Contains(all, want) {
			t.Errorf("no %q among %s", want, all)
		}
	}
}

// TestCheckSurvivesHostileFiles: an error or problems, never a crash or much memory.
func TestCheckSurvivesHostileFiles(t *testing.T) {
	container := `<container><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>`
	bomb := strings.Repeat("\x00", epub.MaxPart+1)
	many := map[string]string{"META-INF/container.xml": container, "p.opf": "<package/>"}
	for i := range epub.MaxEntries {
		many[fmt.Sprintf("f%d", i)] = ""
	}
	for name, files := range map[string]map[string]string{
		"nothing inside":   {},
		"no package":       {"META-INF/container.xml": container},
		"package outside":  {"META-INF/container.xml": strings.Replace(container, "p.opf", "../../p.opf", 1)},
		"empty package":    {"META-INF/container.xml": container, "p.opf": "<package/>"},
		"deep":             {"META-INF/container.xml": container, "p.opf": strings.Repeat("<a>", 100_000)},
		"entities":         {"META-INF/container.xml": container, "p.opf": `<!DOCTYPE a [<!ENTITY b "&c;&c;">]><a>&b;</a>`},
		"a bomb":           {"META-INF/container.xml": container, "p.opf": bomb},
		"many files":       many,
		"climbing name":    {"META-INF/container.xml": container, "p.opf": "<package/>", "../../x": ""},
		"circular":         {"META-INF/container.xml": container, "p.opf": `<package><manifest><item id="n" href="p.opf" media-type="application/xhtml+xml" properties="nav"/></manifest></package>`},
		"another encoding": {"META-INF/container.xml": container, "p.opf": `<?xml version="1.0" encoding="UTF-16"?><package/>`},
	} {
		data := rezip(t, files)
		problems, err := epub.Check(bytes.NewReader(data), int64(len(data)))
		if err == nil && len(problems) == 0 {
			t.Errorf("%s: nothing found", name)
		}
	}
	for _, data := range []string{"", "PK", "not a zip at all"} {
		if problems, err := epub.Check(strings.NewReader(data), int64(len(data))); err != nil || problems.Errors() != 1 {
			t.Errorf("%q passes for an EPUB: %v, %v", data, problems, err)
		}
	}
}

// TestCheckTellsDamageFromFailure: a file that is cut short is a problem of the file, a disk that
// fails is an error.
func TestCheckTellsDamageFromFailure(t *testing.T) {
	data := sampleBytes(t)
	problems, err := epub.Check(bytes.NewReader(data[:len(data)/2]), int64(len(data)/2))
	if err != nil || problems.Errors() != 1 || problems[0].Hint == "" {
		t.Errorf("cut short: %v, %v", problems, err)
	}
	broken := errors.New("the disk is broken")
	if _, err := epub.Check(brokenDisk{broken}, 1000); !errors.Is(err, broken) {
		t.Errorf("a broken disk: %v", err)
	}
}

type brokenDisk struct{ err error }

func (b brokenDisk) ReadAt([]byte, int64) (int, error) { return 0, b.err }

func TestDescribe(t *testing.T) {
	data := sampleBytes(t)
	title, author, err := epub.Describe(bytes.NewReader(data), int64(len(data)))
	if err != nil || title != "Lectures : l’essai" || author != "Ada Exemple" {
		t.Errorf("%q, %q, %v", title, author, err)
	}
	if _, _, err := epub.Describe(strings.NewReader("no"), 2); err == nil {
		t.Error("what is no EPUB has a title")
	}
}

func FuzzCheck(f *testing.F) {
	f.Add("<package/>", "<html/>")
	f.Add(`<package unique-identifier="i"><manifest><item id="a" href="t" media-type="application/xhtml+xml" properties="nav"/></manifest></package>`,
		`<html><body><nav xmlns:epub="x" epub:type="toc"><a href="#x">x</a></nav><a role="doc-noteref" href="#q"/></body></html>`)
	f.Fuzz(func(t *testing.T, opf, text string) {
		data := rezip(t, map[string]string{
			"META-INF/container.xml": `<container><rootfile full-path="p"/></container>`, "p": opf, "t": text, "t.css": text,
		})
		epub.Check(bytes.NewReader(data), int64(len(data)))
	})
}
