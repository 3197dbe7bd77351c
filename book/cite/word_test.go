package cite

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"cahier/book"
)

func works(keys ...string) *book.Library {
	lib := &book.Library{}
	for i, k := range keys {
		lib.Sources = append(lib.Sources, &book.Source{Key: k, Type: "book", Title: []book.Inline{text("Title " + k)},
			Fields: map[string]string{}, Dates: map[string]book.Date{"issued": {Year: 1900 + i}},
			Names: map[string][]book.Name{"author": {{Family: strings.ToUpper(k), Given: "Given"}}}})
	}
	return lib
}

func citation(keys ...string) *book.Citation {
	c := &book.Citation{}
	for _, k := range keys {
		c.Items = append(c.Items, book.Cite{Key: k})
	}
	return c
}

func para(list ...book.Inline) *book.Paragraph { return &book.Paragraph{Inlines: list} }

func single(lib *book.Library, front book.FrontMatter, body ...book.Block) (*book.Book, *book.Article) {
	art := &book.Article{ID: "a1", Front: front, Body: body, Sources: lib}
	return &book.Book{Front: front, Single: true, Contents: []book.Item{{Article: art}}}, art
}

// TestPlaces cites in every block that holds text: a note is made in each, in reading order.
func TestPlaces(t *testing.T) {
	p := func(key string) *book.Paragraph { return para(text("x "), citation(key)) }
	front := book.FrontMatter{Lang: "en", Title: p("a").Inlines, Subtitle: p("b").Inlines, Epigraph: []book.Block{p("c")}, Abstract: []book.Block{p("d")},
		ShortTitle: p("a").Inlines, Dedication: []book.Block{p("z")}}
	b, art := single(works("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "z"), front,
		&book.Heading{Level: 2, Inlines: p("e").Inlines},
		&book.BlockQuote{Blocks: []book.Block{p("f")}},
		&book.List{Items: []book.ListItem{{Blocks: []book.Block{p("g")}}}},
		&book.DefinitionList{Items: []book.Definition{{Term: p("h"), Details: [][]book.Block{{p("i")}}}}},
		&book.Verse{Lines: []book.VerseLine{{Text: p("j")}}},
		&book.Table{Caption: p("k"), Head: [][]book.Cell{{{Blocks: []book.Block{p("l")}}}}},
		&book.Figure{Image: &book.Image{}, Caption: p("m")},
		para(&book.Emphasis{Inlines: p("n").Inlines}, &book.Link{Href: "http://a.org", Inlines: []book.Inline{citation("a")}}))
	if problems := Word(b); len(problems) != 0 {
		t.Error(problems)
	}
	check(t, b)
	var got []string
	for _, n := range art.Notes {
		if n.Kind != book.NoteCited || len(n.Calls) != 1 || n.Calls[0].Note != n {
			t.Errorf("note %+v", n)
		}
		got = append(got, strings.ToLower(strings.Fields(book.LeafText(n.Blocks[0]))[1][:1]))
	}
	want := strings.Split("abcdefghijklmn", "")
	if len(got) != 15 || !reflect.DeepEqual(got[:14], want) {
		t.Errorf("notes cite %q, want %q and a again", got, want)
	}
	if s := book.PlainText(b.Front.ShortTitle); s != "x (Given A, Title a, 1900)" {
		t.Errorf("the short title is %q", s)
	}
	if s := book.PlainText(b.Front.Title); s != "x" {
		t.Errorf("the book's title is %q", s)
	}
	if s := book.LeafText(b.Front.Dedication[0]); s != "x (Given Z, Title z, 1914)" {
		t.Errorf("the dedication is %q", s)
	}
}

// TestTableNotes: ibid leads neither into a table's notes nor out of them.
func TestTableNotes(t *testing.T) {
	cell := book.Cell{Blocks: []book.Block{para(text("x "), citation("a"))}}
	b, art := single(works("a"), book.FrontMatter{Lang: "en"}, para(text("x "), citation("a")),
		&book.Table{Rows: [][]book.Cell{{cell, {Blocks: []book.Block{para(text("x "), citation("a"))}}}}}, para(text("x "), citation("a")))
	Word(b)
	var got []string
	for _, n := range art.Notes {
		got = append(got, book.LeafText(n.Blocks[0]))
	}
	want := []string{"Given A, Title a, 1900.", "A, Title a.", "Ibid.", "Ibid."}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestEntries holds an entry's citations in reading order.
func TestEntries(t *testing.T) {
	first, second, third := citation("a"), citation("b", "a"), citation("a", "a")
	b, art := single(works("a", "b", "c"), book.FrontMatter{Lang: "de"}, para(text("x"), first), para(text("y"), second, text(" z "), third))
	Word(b)
	if len(art.Works) != 2 || art.Works[0].ID != "a1-w-a" || art.Works[0].Source.Key != "a" {
		t.Fatalf("works: %+v", art.Works)
	}
	if !reflect.DeepEqual(art.Works[0].Cited, []*book.Citation{first, second, third}) {
		t.Errorf("a is cited %d times", len(art.Works[0].Cited))
	}
}

func TestOptions(t *testing.T) {
	for name, c := range map[string]struct {
		front         book.FrontMatter
		works, volume int
		links         bool
	}{
		"plain":    {book.FrontMatter{Lang: "fr"}, 1, 0, true},
		"no list":  {book.FrontMatter{Lang: "fr", Cite: book.CiteOptions{NoList: true}}, 0, 0, false},
		"no links": {book.FrontMatter{Lang: "fr", Cite: book.CiteOptions{NoLinks: true}}, 1, 0, false},
		"volume":   {book.FrontMatter{Lang: "fr", Cite: book.CiteOptions{Volume: true}}, 0, 1, true},
		"all":      {book.FrontMatter{Lang: "fr", Cite: book.CiteOptions{NoCite: []string{"@*"}}}, 2, 0, true},
		"both":     {book.FrontMatter{Lang: "fr", Cite: book.CiteOptions{Volume: true, NoList: true}}, 0, 0, false},
	} {
		for _, style := range []string{"note", styleAuthorDate} {
			front := c.front
			front.Cite.Style = style
			cite := citation("a")
			b, art := single(works("a", "b"), front, para(text("x "), cite))
			Word(b)
			check(t, b)
			links := 0
			book.Inlines(cite.Text, func(n book.Inline) bool {
				if _, ok := n.(*book.Link); ok {
					links++
				}
				return true
			})
			if len(art.Works) != c.works || len(b.Works) != c.volume || (links == 1) != c.links {
				t.Errorf("%s, %s: %d works, %d of the volume, %d links", name, style, len(art.Works), len(b.Works), links)
			}
		}
	}
}

// TestLibraries: an article's own source goes before the volume's of the same key,
// without a warning.
func TestLibraries(t *testing.T) {
	own, common := works("a"), works("a", "b")
	own.Sources[0].Title = []book.Inline{text("Own")}
	b, art := single(own, book.FrontMatter{Lang: "en"}, para(text("x "), citation("a", "b")))
	b.Sources = common
	if problems := Word(b); len(problems) != 0 {
		t.Error(problems)
	}
	if len(art.Works) != 2 || art.Works[0].Source != own.Sources[0] || art.Works[1].Source != common.Sources[1] {
		t.Errorf("works: %+v", art.Works)
	}
}

// TestRandom words books made at random, twice each: all citations worded, all links
// lead to an entry, no word of the text lost, the same both times.
func TestRandom(t *testing.T) {
	words := []string{"x", "a word ", " ", ". ", "? ", "“x”", "(x) "}
	keys := []string{"a", "b", "c", "none"}
	for seed := range uint64(500) {
		make := func() *book.Book {
			rng := rand.New(rand.NewPCG(seed, 1))
			lang := []string{"en", "en-GB", "fr", "de", "es", "it", "pt", "sv", "x-bad-tag-", ""}[rng.IntN(10)]
			front := book.FrontMatter{Lang: lang, Cite: book.CiteOptions{Style: []string{"", "note", styleAuthorDate}[rng.IntN(3)], Volume: rng.IntN(2) == 0, NoList: rng.IntN(5) == 0}}
			var cites func(deep int) []book.Inline
			var notes []*book.Note
			cites = func(deep int) []book.Inline {
				var list []book.Inline
				for range rng.IntN(8) {
					switch n := rng.IntN(6); {
					case n < 2:
						list = append(list, text(words[rng.IntN(len(words))]))
					case n == 2 && deep < 2:
						list = append(list, &book.Emphasis{Inlines: cites(deep + 1)})
					case n == 3 && deep == 0:
						var note *book.Note
						if len(notes) > 0 && rng.IntN(3) == 0 {
							note = notes[rng.IntN(len(notes))]
						} else {
							note = &book.Note{Blocks: []book.Block{para(cites(1)...)}}
							notes = append(notes, note)
						}
						list = append(list, &book.NoteCall{Note: note})
					default:
						c := citation(keys[rng.IntN(4)])
						if rng.IntN(2) == 0 {
							c.Items = append(c.Items, book.Cite{Key: keys[rng.IntN(4)], Prefix: []book.Inline{text("see")}, Suffix: []book.Inline{text(", x")}})
						}
						c.Mode = book.CiteMode(rng.IntN(2))
						c.Items[0].SuppressAuthor = rng.IntN(4) == 0
						c.Items[0].Locator.Value = []string{"", "3", "4-5"}[rng.IntN(3)]
						list = append(list, c)
					}
				}
				return list
			}
			b := &book.Book{Front: front, Sources: works("a", "b", "c")}
			for i := range 1 + rng.IntN(3) {
				art := &book.Article{ID: fmt.Sprintf("a%d", i+1), Front: book.FrontMatter{Lang: lang}}
				notes = nil
				for range 1 + rng.IntN(4) {
					art.Body = append(art.Body, para(cites(0)...))
				}
				art.Notes = append(notes, &book.Note{Blocks: []book.Block{para(text("Not called "), citation("a"))}})
				b.Contents = append(b.Contents, book.Item{Article: art})
			}
			return b
		}
		one, two := make(), make()
		first := dumpBook(one, Word(one))
		check(t, one)
		if second := dumpBook(two, Word(two)); second != first {
			t.Fatalf("seed %d: not the same twice:\n%s\n%s", seed, first, second)
		}
		if t.Failed() {
			t.Fatalf("seed %d:\n%s", seed, first)
		}
	}
}

func BenchmarkWord(b *testing.B) {
	keys := strings.Fields("a b c d e f g h i j")
	for b.Loop() {
		b.StopTimer()
		var body []book.Block
		for i := range 5000 {
			body = append(body, para(text("Some words of a paragraph "), citation(keys[i*7%10], keys[i%10]), text(".")))
		}
		bk, _ := single(works(keys...), book.FrontMatter{Lang: "fr"}, body...)
		b.StartTimer()
		Word(bk)
	}
}

// TestVolumeFront cites where no note can be called: on the title page of a volume and in
// a part's title.
func TestVolumeFront(t *testing.T) {
	for style, want := range map[string]string{"note": "x (Given A, Title a, 1900)", styleAuthorDate: "x (A 1900)"} {
		art := &book.Article{ID: "a1", Body: []book.Block{para(text("x "), citation("b"))}}
		b := &book.Book{Sources: works("a", "b"), Contents: []book.Item{{Part: &book.Part{Title: para(text("x "), citation("a")).Inlines, Articles: []*book.Article{art}}}},
			Front: book.FrontMatter{Lang: "en", Cite: book.CiteOptions{Style: style, Volume: true}, Abstract: []book.Block{para(text("x "), citation("a"), citation("none"))}}}
		problems := Word(b)
		if len(problems) != 1 || problems[0].Code != book.CodeSourceMissing {
			t.Errorf("%s: %v", style, problems)
		}
		if s := book.PlainText(b.Contents[0].Part.Title); s != want {
			t.Errorf("%s: the part's title is %q", style, s)
		}
		if s := book.LeafText(b.Front.Abstract[0]); !strings.HasPrefix(s, want) || !strings.Contains(s, "[?none]") {
			t.Errorf("%s: the abstract is %q", style, s)
		}
		if len(b.Works) != 2 || art.Works != nil {
			t.Errorf("%s: %d works of the volume", style, len(b.Works))
		}
		check(t, b)
	}
}

// TestHostile words a paragraph of many citations and keys that nothing has; work must
// grow with their number alone.
func TestHostile(t *testing.T) {
	var keys []string
	for i := range 5000 {
		keys = append(keys, fmt.Sprintf("key%d", i))
	}
	var list []book.Inline
	for i := range 30000 {
		list = append(list, citation(fmt.Sprintf("kei%d", i)), text("."), citation(keys[i%5000]))
	}
	b, art := single(works(keys...), book.FrontMatter{Lang: "en"}, para(list...))
	if problems := Word(b); len(problems) != 30000 {
		t.Errorf("%d problems", len(problems))
	}
	if len(art.Works) != 5000 {
		t.Errorf("%d works", len(art.Works))
	}
}
