package press

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"cahier/book"
	"cahier/book/typeset"
)

const seed = "../../seeds/1917-1924-apogee-et-declin"

// sourceWords are the words of the article in source.txt: its blocks without the site's
// chrome around them, its notes without their numbers, the digits glued to words and the
// copy of note 3 inside note 2 taken away.
func sourceWords(t *testing.T) []string {
	t.Helper()
	src, err := os.ReadFile(seed + "/source.txt")
	if err != nil {
		t.Fatal(err)
	}
	s := string(src)
	from, byline := strings.Index(s, "Photo prise"), strings.Index(s, "Jean-Philippe Divès")
	if from < 0 || byline < 0 {
		t.Fatal("source.txt is not the article")
	}
	text := s[from:byline]
	notes := s[byline+len("Jean-Philippe Divès"):]
	for old, now := range map[string]string{
		"20171.": "2017.", "théorique.2": "théorique.", "»3.": "».", "Carr4": "Carr", "Pirani5": "Pirani", "rouge6": "rouge",
	} {
		if strings.Count(text, old) != 1 {
			t.Fatalf("%q stands %d times in source.txt", old, strings.Count(text, old))
		}
		text = strings.Replace(text, old, now, 1)
	}
	for _, n := range []string{"1.", "2.", "3.", "4.", "5.", "6."} {
		notes = strings.Replace(notes, "• "+n, "", 1)
	}
	const copied = " 3 « Thèses sur la situation actuelle », Kommunist n° 1 (avril 1918)."
	spaces := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) && r != '\n' {
				return ' '
			}
			return r
		}, s)
	}
	notes = spaces(notes)
	if !strings.Contains(notes, copied) {
		t.Fatal("note 2 does not hold the copy of note 3")
	}
	notes = strings.Replace(notes, copied, "", 1)
	return words(text + notes)
}

// words are the runs of letters and digits of a text.
func words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '°' })
}

func sameWords(t *testing.T, where string, got, want []string) {
	t.Helper()
	for i := range want {
		if i >= len(got) || got[i] != want[i] {
			t.Fatalf("%s: word %d is %q, the source has %q\n…%q", where, i, at(got, i), want[i], want[max(0, i-8):i+1])
		}
	}
	if len(got) != len(want) {
		t.Fatalf("%s adds %q", where, got[len(want):])
	}
}

func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return "nothing"
}

// blockWords are the words of blocks and notes in reading order.
func blockWords(body []book.Block, notes []*book.Note) []string {
	var list []string
	add := func(blocks []book.Block) {
		book.Blocks(blocks, func(b book.Block) bool {
			list = append(list, words(book.LeafText(b))...)
			return true
		})
	}
	add(body)
	for _, n := range notes {
		add(n.Blocks)
	}
	return list
}

// Every word of the article as received stands in the cleaned article and in both outputs,
// in its order, and nothing else stands among them.
func TestSeedKeepsEveryWord(t *testing.T) {
	want := sourceWords(t)
	ms, problems, err := Read(seed, nil)
	if err != nil || problems.Err() != nil {
		t.Fatal(err, problems)
	}
	defer ms.Close()
	art := ms.Book.Articles()[0]
	sameWords(t, "article.md", blockWords(art.Body, art.Notes), want)
	if n := len(art.Notes); n != 6 {
		t.Fatalf("article.md has %d notes, want 6", n)
	}

	run := Start(context.Background(), ms, problems, Options{})
	f := run.EPUB(false)
	if run.Err() != nil || len(run.Problems()) > 0 {
		t.Fatal(run.Err(), run.Problems())
	}
	sameWords(t, "the EPUB", epubWords(t, f.Data, "a1"), want)

	e := run.outputEdition(run.printed())
	if !run.compose(e) {
		t.Fatal(e.problems)
	}
	sameWords(t, "the PDF", pageWords(e.composition, "a1"), want)
}

// epubWords are the words of an article's file in an EPUB: titles, the numbers of notes
// and the heading of the notes left out.
func epubWords(t *testing.T, data []byte, id string) []string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if !strings.HasSuffix(f.Name, "/"+id+".xhtml") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		return xhtmlWords(t, r)
	}
	t.Fatalf("no file of article %s in the EPUB", id)
	return nil
}

func xhtmlWords(t *testing.T, r io.Reader) []string {
	t.Helper()
	d := xml.NewDecoder(r)
	d.Strict, d.Entity = false, xml.HTMLEntity
	var sb strings.Builder
	skip := 0
	for {
		tok, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if skip > 0 || furniture(tok) {
				skip++
			}
			if slices.Contains([]string{"p", "h2", "h3", "li", "div", "br"}, tok.Name.Local) {
				sb.WriteByte('\n')
			}
		case xml.EndElement:
			if skip > 0 {
				skip--
			}
		case xml.CharData:
			if skip == 0 {
				sb.Write(tok)
			}
		}
	}
	return words(sb.String())
}

// furniture reports whether an element is not the article's own text.
func furniture(e xml.StartElement) bool {
	for _, a := range e.Attr {
		switch {
		case a.Name.Local == "role" && (a.Value == "doc-noteref" || a.Value == "doc-backlink"),
			a.Name.Local == "id" && e.Name.Local == "h2" && strings.HasSuffix(a.Value, "-notes"):
			return true
		}
	}
	return e.Name.Local == "head" || e.Name.Local == "h1"
}

// pageWords are the words of the article in composed pages, by the structure tree: body
// first and the notes, which stand after their paragraphs, behind it.
func pageWords(c *typeset.Composition, id string) []string {
	text := map[*typeset.Element]*strings.Builder{}
	for _, p := range c.Pages {
		for _, it := range p.Items {
			run, ok := it.(*typeset.Run)
			if !ok || run.Element == nil {
				continue
			}
			leaf, keep := place(run.Element, id)
			if !keep {
				continue
			}
			sb := text[leaf]
			if sb == nil {
				sb = &strings.Builder{}
				text[leaf] = sb
			}
			for _, piece := range run.Pieces {
				for _, g := range piece.Glyphs {
					sb.WriteString(g.Text)
				}
				if piece.Space != 0 {
					sb.WriteByte(' ')
				}
			}
		}
	}
	var body, notes []string
	var walk func(e *typeset.Element, inNote bool)
	walk = func(e *typeset.Element, inNote bool) {
		inNote = inNote || e.Role == typeset.RoleNote
		if sb := text[e]; sb != nil {
			w := words(strings.ReplaceAll(sb.String(), "\u00ad", ""))
			if inNote {
				notes = append(notes, w...)
			} else {
				body = append(body, w...)
			}
		}
		for _, k := range e.Kids {
			walk(k, inNote)
		}
	}
	walk(c.Root, false)
	return append(body, notes...)
}

// place finds the leaf element that a run belongs to; an article's own text is what stands
// in its section, without its title, calls and labels.
func place(e *typeset.Element, id string) (leaf *typeset.Element, keep bool) {
	leaf = e
	for x := e; x != nil; x = x.Parent {
		switch x.Role {
		case typeset.RoleReference, typeset.RoleLbl:
			return nil, false
		case typeset.RoleP, typeset.RoleH1, typeset.RoleH2, typeset.RoleH3:
			leaf = x
		}
		if x.ID == id {
			keep = true
		}
	}
	return leaf, keep && leaf.Role != typeset.RoleH1
}

// Both outputs of a book of three articles in two parts, with notes and citations, hold the
// same words in each article; only the order of notes and works differs.
func TestBothOutputsHoldTheSameWords(t *testing.T) {
	ms, problems, err := Read("../../cmd/cahier/testdata/reader", nil)
	if err != nil || problems.Err() != nil {
		t.Fatal(err, problems)
	}
	defer ms.Close()
	run := Start(context.Background(), ms, problems, Options{})
	f := run.EPUB(false)
	e := run.outputEdition(run.printed())
	if !run.compose(e) || run.Err() != nil {
		t.Fatal(e.problems, run.Err())
	}
	for _, art := range ms.Book.Articles() {
		screen, print := epubWords(t, f.Data, art.ID), pageWords(e.composition, art.ID)
		if len(screen) < 50 {
			t.Errorf("only %d words of %s in the EPUB", len(screen), art.Path)
		}
		slices.Sort(screen)
		slices.Sort(print)
		sameWords(t, art.Path, print, screen)
	}
}
