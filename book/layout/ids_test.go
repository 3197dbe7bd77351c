package layout_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"cahier/book"
	"cahier/book/cite"
	"cahier/book/layout"
	"cahier/book/manuscript"
)

// arranged reads and arranges a book of files given as name, text, name, text.
func arranged(t *testing.T, files ...string) (*layout.Volume, book.Problems) {
	t.Helper()
	fsys := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	b, problems := manuscript.Read(fsys, files[0])
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	problems = append(problems, cite.Word(b)...)
	v, more := layout.Arrange(b, layout.Options{})
	return v, append(problems, more...)
}

// inText calls id for every id of a volume's text.
func inText(v *layout.Volume, id func(string)) {
	blocks := func(list []book.Block) {
		book.Blocks(list, func(b book.Block) bool {
			id(b.Attributes().ID)
			switch b := b.(type) {
			case *book.Figure:
				id(b.Image.Attr.ID)
			case *book.WorkList:
				for _, e := range b.Entries {
					id(e.ID)
				}
			}
			return true
		})
		book.AllInlines(list, func(n book.Inline) bool {
			switch n := n.(type) {
			case *book.Span:
				id(n.Attr.ID)
			case *book.Image:
				id(n.Attr.ID)
			case *book.NoteCall:
				id(n.Ref)
			}
			return true
		})
	}
	for _, s := range v.Sections {
		id(s.ID)
		blocks(s.Blocks)
		for _, n := range append(s.Notes, tableNotes(s.Blocks)...) {
			id(n.Anchor)
			blocks(n.Blocks)
		}
		if s.NotesHeading != nil {
			id(s.NotesHeading.Attr.ID)
		}
		blocks(s.After)
	}
}

func tableNotes(list []book.Block) []*book.Note {
	var notes []*book.Note
	book.Blocks(list, func(b book.Block) bool {
		if t, ok := b.(*book.Table); ok {
			notes = append(notes, t.Notes...)
		}
		return true
	})
	return notes
}

// clashes are ids like those that are made.
var clashes = []string{"n1", "n2", "r1", "r1-2", "s1", "s2", "s3", "p1", "p2", "t1-n1", "t1-r1", "u1", "title", "notes", "works", "w-doe",
	"a1", "a1-n1", "a2-title", "part-1", "part-1-title", "titlepage", "contents", "notes-a1", "fn-a", "n1-2", "title-2", "été", "b-title", "colophon"}

// TestIDsUnique: whatever ids a manuscript writes, all of a volume are different, and every
// link to one leads to one.
func TestIDsUnique(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 0))
		article := func(name string) string {
			order := r.Perm(len(clashes))
			next := func() string {
				id := clashes[order[0]]
				order = order[1:]
				return id
			}
			return fmt.Sprintf(`---
title: "%[1]s [x]{#%[2]s}"
lang: en
abstract: "An [y]{#%[3]s} and [there](#%[2]s)."
dedication: "To [z]{#%[4]s}."
references: [{id: doe, type: book, title: A Work, issued: 2001}, {id: Doe, type: book, title: Another, issued: 2002}]
---

First[^a] and again[^a] [@doe; @Doe] [m]{#%[5]s}.

# One {#%[6]s}

# Two

Text.^[A note with [w]{#%[7]s}.] See [it](#%[6]s).

| A | B |
|---|---|
| x[^t] | [y]{#%[8]s} |

::: {#%[9]s}
### Deep

Text ![](pic.png){#%[10]s .decorative}.
:::

[^a]: A note.
[^t]: In the table.
[^u]: Never called.
`, name, next(), next(), next(), next(), next(), next(), next(), next(), next())
		}
		front := `title: "V [x]{#` + clashes[r.IntN(len(clashes))] + `}"
lang: en
dedication: "[x]{#` + clashes[r.IntN(len(clashes))] + `}"
contents: [one.md, {part: "P [q]{#` + clashes[r.IntN(len(clashes))] + `}", contents: [two.md]}]
numbering: paragraphs
`
		v, problems := arranged(t, "book.yaml", front, "one.md", article("One"), "two.md", article("Two"), "pic.png", "")
		for _, p := range problems {
			if p.Code == book.CodeLinkMissing {
				t.Error(seed, p)
			}
		}
		seen := map[string]bool{}
		inText(v, func(id string) {
			if seen[id] && id != "" {
				t.Errorf("seed %d: the id %s stands twice", seed, id)
			}
			seen[id] = true
		})
		for _, s := range v.Sections {
			book.AllInlines(s.Blocks, func(n book.Inline) bool {
				if l, ok := n.(*book.Link); ok && strings.HasPrefix(l.Href, "#") && !seen[l.Href[1:]] {
					t.Errorf("seed %d: %s leads nowhere", seed, l.Href)
				}
				return true
			})
		}
	}
}

// TestMadeIDsStay: notes and their headings keep their ids; the written one gives way.
func TestMadeIDsStay(t *testing.T) {
	v, _ := arranged(t, "a.md", "---\ntitle: A\nlang: en\n---\n\n## One {#s2}\n\n## Two\n\n[x]{#n1} y^[z] [w]{#notes} [here](#n1).\n")
	var ids []string
	inText(v, func(id string) {
		if strings.HasPrefix(id, "a1-") {
			ids = append(ids, id)
		}
	})
	if got := strings.Join(ids, " "); got != "a1-title a1-s2-2 a1-s2 a1-n1-2 a1-r1 a1-notes-2 a1-n1 a1-notes" {
		t.Error(got)
	}
}

// TestFrontLinks: links and places in all that front matter says in Markdown.
func TestFrontLinks(t *testing.T) {
	one := "---\ntitle: \"One, see [there](#there)\"\nsubtitle: \"[s](#part) [gone](#gone)\"\nlang: fr\nepigraph: \"[e](#%C3%A9t%C3%A9)\"\n---\n\n[there]{#there} [été]{#été} [up](#top).\n"
	v, problems := arranged(t, "book.yaml", `title: "V [top]{#top}, see [there](#there)"
lang: fr
dedication: "[d](#there)"
epigraph: "[e](#lost)"
contents: [{part: "P [q]{#part} [t](#there)", contents: [one.md, two.md]}]
`, "one.md", one, "two.md", "---\ntitle: Two\nlang: fr\n---\n\nText.\n")
	var got []string
	for _, s := range v.Sections {
		book.AllInlines(s.Blocks, func(n book.Inline) bool {
			if l, ok := n.(*book.Link); ok {
				got = append(got, string(s.Kind)+l.Href)
			}
			return true
		})
	}
	if s := strings.Join(got, " "); s != "title-page#a1-there dedication#a1-there part#a1-there article#a1-there article#b-part article#a1-été article#b-top" {
		t.Error(s)
	}
	var places []string
	for _, p := range problems {
		if p.Code == book.CodeLinkMissing {
			places = append(places, fmt.Sprintf("%s:%d", p.Pos.File, p.Pos.Line))
		}
	}
	if s := strings.Join(places, " "); s != "book.yaml:4 one.md:3" {
		t.Error(s)
	}
}

// TestContentsOfArticle: the printed contents of one article name what its outline names,
// inside divs too, and notes and works where they stand after it.
func TestContentsOfArticle(t *testing.T) {
	body := "\n" + strings.Repeat("Many words to make it long. ", 450) + "\n\n# One\n\n::: box\n## Inside\n\n### Deep\n:::\n\n# Two\n\nText^[A note] [@doe].\n"
	for place, want := range map[string]string{
		"page":    "0 One, 1 Inside, 0 Two, 0 Works cited",
		"article": "0 One, 1 Inside, 0 Two, 0 Notes, 0 Works cited",
	} {
		v, _ := arranged(t, "a.md", "---\ntitle: A\nlang: en\nnotes: {place: "+place+"}\nreferences: [{id: doe, type: book, title: A Work, issued: 2001}]\n---\n"+body)
		var got []string
		for _, s := range v.Sections {
			book.Blocks(s.Blocks, func(b book.Block) bool {
				if c, ok := b.(*book.Contents); ok {
					for _, e := range c.Entries {
						got = append(got, fmt.Sprint(e.Depth, " ", book.LeafText(e.Text)))
					}
				}
				return true
			})
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%s: %s, want %s", place, s, want)
		}
	}
}
