package cite

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"cahier/book"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden words the books of testdata. An archive holds "front" (keys of the front
// matter), "sources.json" (CSL-JSON), "text" in the notation of parse, and what came
// out in "want".
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			parts := map[string]string{}
			for _, f := range ar.Files {
				parts[f.Name] = string(f.Data)
			}
			b := parseBook(t, parts)
			problems := Word(b)
			check(t, b)
			got := dumpBook(b, problems)
			if got == parts["want"] {
				return
			}
			if !*update {
				t.Fatalf("got:\n%s\nwant:\n%s", got, parts["want"])
			}
			var kept []txtar.File
			for _, f := range ar.Files {
				if f.Name != "want" {
					kept = append(kept, f)
				}
			}
			ar.Files = append(kept, txtar.File{Name: "want", Data: []byte(got)})
			if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// parseBook reads an archive. A line "===" in text begins another article.
func parseBook(t *testing.T, parts map[string]string) *book.Book {
	t.Helper()
	lib := parseSources(t, parts["sources.json"])
	front := book.FrontMatter{Lang: "en"}
	for _, line := range strings.Split(strings.TrimSpace(parts["front"]), "\n") {
		key, value, _ := strings.Cut(line, ": ")
		switch key {
		case "lang":
			front.Lang = value
		case "style":
			front.Cite.Style = value
		case "nocite":
			front.Cite.NoCite = strings.Fields(value)
		case "volume":
			front.Cite.Volume = true
		case "no-list":
			front.Cite.NoList = true
		case "no-links":
			front.Cite.NoLinks = true
		case "no-web-links":
			front.Cite.NoWebLinks = true
		case "after-stop":
			front.Cite.NotesAfterStop = true
		case "":
		default:
			t.Fatalf("unknown key %q", key)
		}
	}
	b := &book.Book{Front: book.FrontMatter{Lang: front.Lang, Cite: front.Cite}, Sources: lib}
	for i, body := range strings.Split(parts["text"], "===\n") {
		art := &book.Article{ID: fmt.Sprintf("a%d", i+1), Front: front}
		art.Front.Cite.NoCite = front.Cite.NoCite
		p := parser{art: art, notes: map[string]*book.Note{}}
		for n, line := range strings.Split(strings.TrimSpace(body), "\n") {
			p.line = n + 1
			if line != "" {
				art.Body = append(art.Body, &book.Paragraph{Inlines: p.parse(line)})
			}
		}
		b.Contents = append(b.Contents, book.Item{Article: art})
	}
	return b
}

type parser struct {
	art   *book.Article
	notes map[string]*book.Note
	line  int
}

var token = regexp.MustCompile(`\^\{[^}]*\}|\^\w+|<[^>]*@[^>]*>|\[[^\]]*@[^\]]*\]`)

// parse reads a line: [see @key page:33 suffix; -@key] cites, <@key page:3> cites in the
// sentence, ^{…} is a note, ^name calls a note again that ^{name=…} wrote.
func (p *parser) parse(s string) []book.Inline {
	var list []book.Inline
	for s != "" {
		m := token.FindStringIndex(s)
		if m == nil {
			return append(list, text(s))
		}
		if m[0] > 0 {
			list = append(list, text(s[:m[0]]))
		}
		list = append(list, p.token(s[m[0]:m[1]]))
		s = s[m[1]:]
	}
	return list
}

func (p *parser) token(s string) book.Inline {
	pos := book.Place{Pos: book.Pos{File: p.art.ID + ".md", Line: p.line}}
	inner := s[1 : len(s)-1]
	switch s[0] {
	case '^':
		var n *book.Note
		if s[1] != '{' {
			n = p.notes[s[1:]]
		} else {
			name, body, named := strings.Cut(s[2:len(s)-1], "=")
			if !named {
				body = name
			}
			n = &book.Note{ID: name, Blocks: []book.Block{&book.Paragraph{Inlines: p.parse(body)}}}
			p.notes[name] = n
			p.art.Notes = append(p.art.Notes, n)
		}
		call := &book.NoteCall{Place: pos, Note: n}
		n.Calls = append(n.Calls, call)
		return call
	case '<':
		return &book.Citation{Place: pos, Mode: book.CiteInText, Items: p.items(inner)}
	}
	return &book.Citation{Place: pos, Items: p.items(inner)}
}

func (p *parser) items(s string) []book.Cite {
	var items []book.Cite
	for _, part := range strings.Split(s, ";") {
		before, after, _ := strings.Cut(strings.TrimSpace(part), "@")
		it := book.Cite{Pos: book.Pos{File: p.art.ID + ".md", Line: p.line, Col: 1}}
		if strings.HasSuffix(before, "-") {
			it.SuppressAuthor, before = true, strings.TrimSuffix(before, "-")
		}
		if before = strings.TrimSpace(before); before != "" {
			it.Prefix = []book.Inline{text(before)}
		}
		key, rest, _ := strings.Cut(after, " ")
		it.Key = strings.TrimSuffix(key, ",")
		if label, value, ok := strings.Cut(rest, ":"); ok && !strings.Contains(label, " ") {
			value, rest, _ = strings.Cut(value, " ")
			it.Locator = book.Locator{Label: label, Value: strings.ReplaceAll(value, "_", " ")}
		}
		if rest != "" {
			it.Suffix = []book.Inline{text(rest)}
		}
		items = append(items, it)
	}
	return items
}

// parseSources reads CSL-JSON; _…_ in a title is emphasis.
func parseSources(t *testing.T, s string) *book.Library {
	t.Helper()
	var items []map[string]json.RawMessage
	if err := json.Unmarshal([]byte(s), &items); err != nil {
		t.Fatal(err)
	}
	lib := &book.Library{}
	for n, item := range items {
		src := &book.Source{Pos: book.Pos{File: "works.json", Line: n + 1}, Fields: map[string]string{}, Names: map[string][]book.Name{}, Dates: map[string]book.Date{}}
		for key, raw := range item {
			var value string
			if json.Unmarshal(raw, &value) == nil {
				switch key {
				case "id":
					src.Key = value
				case "type":
					src.Type = value
				case "title":
					src.Title = emphasised(value)
				default:
					src.Fields[key] = value
				}
				continue
			}
			var names []struct {
				Family, Given, Literal, Suffix string
				Dropping                       string `json:"dropping-particle"`
				NonDropping                    string `json:"non-dropping-particle"`
			}
			if json.Unmarshal(raw, &names) == nil {
				for _, n := range names {
					src.Names[key] = append(src.Names[key], book.Name{Family: n.Family, Given: n.Given, Literal: n.Literal, Suffix: n.Suffix, Dropping: n.Dropping, NonDropping: n.NonDropping})
				}
				continue
			}
			var date struct {
				Parts   [][]int `json:"date-parts"`
				Circa   bool
				Literal string
			}
			if err := json.Unmarshal(raw, &date); err != nil {
				t.Fatalf("%s: %v", key, err)
			}
			src.Dates[key] = dateOf(date.Parts, date.Circa, date.Literal)
		}
		lib.Sources = append(lib.Sources, src)
	}
	return lib
}

func dateOf(parts [][]int, circa bool, literal string) book.Date {
	d := book.Date{Circa: circa, Literal: literal}
	if len(parts) > 0 {
		p := append(parts[0], 0, 0)
		d.Year, d.Month, d.Day = p[0], p[1], p[2]
	}
	if len(parts) > 1 {
		end := dateOf(parts[1:2], false, "")
		d.End = &end
	}
	return d
}

func emphasised(s string) []book.Inline {
	var list []book.Inline
	for i, part := range strings.Split(s, "_") {
		if part == "" {
			continue
		}
		if i%2 == 1 {
			list = append(list, italic(text(part)))
		} else {
			list = append(list, text(part))
		}
	}
	return list
}

var visible = strings.NewReplacer("\u00A0", "~", "\u202F", "~~")

// dumpBook writes text, notes, works and problems. *…* is italic, <…|id> a link, ^n a
// call, lang{…} a span, ~ a no-break space.
func dumpBook(b *book.Book, problems book.Problems) string {
	var sb strings.Builder
	for _, art := range b.Articles() {
		number := map[*book.Note]int{}
		for i, n := range art.Notes {
			number[n] = i + 1
		}
		for _, block := range art.Body {
			fmt.Fprintln(&sb, dump(*book.Content(block), number))
		}
		for i, n := range art.Notes {
			for _, block := range n.Blocks {
				fmt.Fprintf(&sb, "%d. %s\n", i+1, dump(*book.Content(block), number))
			}
		}
		dumpWorks(&sb, art.Works)
	}
	dumpWorks(&sb, b.Works)
	for _, p := range problems {
		fmt.Fprintf(&sb, "%s (%s; %s)\n", p, p.Code, p.Hint)
	}
	return sb.String()
}

func dumpWorks(sb *strings.Builder, works []*book.Entry) {
	for _, e := range works {
		fmt.Fprintf(sb, "- %s (%s, %d)\n", dump(e.Text.Inlines, nil), e.ID, len(e.Cited))
	}
}

func dump(list []book.Inline, number map[*book.Note]int) string {
	var sb strings.Builder
	for _, n := range list {
		open, shut := "", ""
		switch n := n.(type) {
		case *book.Text:
			open = visible.Replace(n.Value)
		case *book.NoteCall:
			open = fmt.Sprintf("^%d", number[n.Note])
		case *book.Emphasis:
			open, shut = "*", "*"
		case *book.Span:
			open, shut = n.Attr.Lang+"{", "}"
		case *book.Link:
			open, shut = "<", "|"+strings.TrimPrefix(n.Href, "#")+">"
			if !strings.HasPrefix(n.Href, "#") {
				shut = "|web>"
			}
		}
		sb.WriteString(open)
		if in := book.Within(n); in != nil {
			sb.WriteString(dump(*in, number))
		}
		sb.WriteString(shut)
	}
	return sb.String()
}

// check holds what is true of every worded book.
func check(t *testing.T, b *book.Book) {
	t.Helper()
	ids := map[string]bool{}
	works := b.Works
	for _, art := range b.Articles() {
		works = append(works[:len(works):len(works)], art.Works...)
	}
	for _, e := range works {
		if ids[e.ID] || !regexp.MustCompile(`^(a\d+-)?w-[a-z0-9-]+$`).MatchString(e.ID) {
			t.Errorf("bad id %q", e.ID)
		}
		ids[e.ID] = true
		if len(e.Text.Inlines) == 0 {
			t.Errorf("%s has no text", e.ID)
		}
	}
	for _, art := range b.Articles() {
		seen := map[*book.Note]bool{}
		var order []*book.Note
		visit := func(n book.Inline) bool {
			switch n := n.(type) {
			case *book.Citation:
				if len(n.Text) == 0 {
					t.Errorf("%s: a citation is not worded", art.ID)
				}
			case *book.NoteCall:
				if !seen[n.Note] {
					seen[n.Note] = true
					order = append(order, n.Note)
				}
			case *book.Text:
				if n.Value == "" {
					t.Errorf("%s: an empty text", art.ID)
				}
			case *book.Link:
				if strings.HasPrefix(n.Href, "#") && !ids[n.Href[1:]] {
					t.Errorf("%s leads nowhere", n.Href)
				}
				book.Inlines(n.Inlines, func(in book.Inline) bool {
					if _, nested := in.(*book.Link); nested {
						t.Errorf("%s: a link in a link", art.ID)
					}
					return true
				})
			}
			return true
		}
		f := &art.Front
		book.Inlines(f.Title, visit)
		book.Inlines(f.Subtitle, visit)
		for _, list := range [][]book.Block{f.Epigraph, f.Abstract, art.Body} {
			book.AllInlines(list, visit)
		}
		for i, n := range art.Notes {
			if i < len(order) && order[i] != n {
				t.Errorf("%s: note %d is not in the order of the calls", art.ID, i+1)
			}
			if len(n.Calls) == 0 && n.Kind == book.NoteCited {
				t.Errorf("%s: note %d has no call", art.ID, i+1)
			}
			book.AllInlines(n.Blocks, visit)
		}
		if len(order) > len(art.Notes) {
			t.Errorf("%s: %d notes are called, %d listed", art.ID, len(order), len(art.Notes))
		}
	}
}
