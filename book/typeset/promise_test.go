package typeset_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"cahier/book"
	"cahier/book/typeset"
)

// Every page start names the very text that the page begins with.
func TestPageMap(t *testing.T) {
	var sb strings.Builder
	for i := range 40 {
		fmt.Fprintf(&sb, "%s[^%d] %s *%s* and so on\n\n[^%d]: %s\n\n", prose(70, i), i, prose(50, i+9), prose(30, i+5), i, prose(12, i))
	}
	c := compose(t, article(t, "en", sb.String()), design(t, "classic"), nil)
	if len(c.Map) < 10 {
		t.Fatalf("%d page starts", len(c.Map))
	}
	inside := 0
	for _, s := range c.Map {
		want := firstText(c.Pages[s.Page], s.Leaf)
		got := book.LeafText(s.Leaf)[s.Offset:]
		if !strings.HasPrefix(got, want) || want == "" {
			t.Errorf("page %s begins with %q, the map says %.40q", c.Pages[s.Page].Folio, want, got)
		}
		if s.Offset > 0 {
			inside++
		}
	}
	if inside == 0 {
		t.Error("no page begins inside a paragraph")
	}
}

// firstText is the first word of the leaf on the page, without the hyphen it may end in.
func firstText(p *typeset.Page, leaf book.Block) string {
	for _, it := range p.Items {
		r, ok := it.(*typeset.Run)
		if !ok || r.Element == nil || r.Element.Block != leaf {
			continue
		}
		var sb strings.Builder
		for _, g := range r.Pieces[0].Glyphs {
			sb.WriteString(strings.TrimSuffix(g.Text, "\u00ad"))
		}
		return sb.String()
	}
	return ""
}

// A table's head stands again, as furniture, on each page that goes on with it.
func TestTableHeadRepeats(t *testing.T) {
	c := compose(t, article(t, "en", wideTable(3, 200)), design(t, "classic"), nil)
	read, again := 0, 0
	for _, p := range c.Pages {
		for _, it := range p.Items {
			if r, ok := it.(*typeset.Run); ok {
				text, _ := runText(r)
				switch {
				case strings.Contains(text, "head") && r.Element != nil:
					read++
				case strings.Contains(text, "head"):
					again++
				}
			}
		}
	}
	if read != 3 || again < 3*3 {
		t.Errorf("the head is read %d times and repeated %d times", read, again)
	}
}

// No page ends in a hyphen, none begins with the last line of a paragraph or ends with the
// first, and every line fills the measure, in three languages.
func TestPagesOfProse(t *testing.T) {
	for _, lang := range []string{"en", "fr", "de"} {
		var sb strings.Builder
		for i := range 120 {
			fmt.Fprintf(&sb, "%s[^%d]\n\n[^%d]: %s\n\n", prose(20+i*37%160, i), i, i, prose(10+i%30, i))
		}
		c := compose(t, article(t, lang, sb.String()), design(t, "classic"), nil)
		if c.Stats.Overfull > 0 || c.Stats.Loose*100 > c.Stats.Lines {
			t.Errorf("%s: %+v", lang, c.Stats)
		}
		for _, p := range c.Pages {
			if last := lastBodyLine(p); strings.HasSuffix(last, "\u00ad") {
				t.Errorf("%s: page %s ends in a hyphen: %q", lang, p.Folio, last)
			}
		}
	}
}

// Headings that nothing follows stand together on a page without other text.
func TestHeadingsAtTheEnd(t *testing.T) {
	c := compose(t, article(t, "en", prose(300, 1)+"\n\n"+prose(120, 2)+"\n\n## Part\n\n### Chapter\n"), design(t, "classic"), nil)
	for _, p := range c.Pages {
		var roles []typeset.Role
		for _, it := range p.Items {
			if r, ok := it.(*typeset.Run); ok && r.Element != nil && !slices.Contains(roles, r.Element.Role) {
				roles = append(roles, r.Element.Role)
			}
		}
		if slices.Contains(roles, typeset.RoleH3) {
			if want := []typeset.Role{typeset.RoleH2, typeset.RoleH3}; !slices.Equal(roles, want) {
				t.Errorf("page %s has %v, want %v", p.Folio, roles, want)
			}
			return
		}
	}
	t.Error("the last heading is lost")
}

// lastBodyLine is the last run of the page's text, above the notes.
func lastBodyLine(p *typeset.Page) string {
	last := ""
	for _, it := range p.Items {
		r, ok := it.(*typeset.Run)
		if !ok || r.Element == nil {
			continue
		}
		for e := r.Element; e != nil; e = e.Parent {
			if e.Role == typeset.RoleNote {
				return last
			}
		}
		var sb strings.Builder
		for _, piece := range r.Pieces {
			for _, g := range piece.Glyphs {
				sb.WriteString(g.Text)
			}
		}
		last = sb.String()
	}
	return last
}

// Pages of notes at the end of the volume say above which pages call them.
func TestNotesHeads(t *testing.T) {
	var sb strings.Builder
	for i := range 120 {
		fmt.Fprintf(&sb, "%s[^%d]\n\n[^%d]: %s\n\n", prose(60, i), i, i, prose(25, i))
	}
	files := fstest.MapFS{
		"book.yaml": {Data: []byte("title: Book\nlang: en\ndate: 2020-01-01\nnotes: {place: volume}\ncontents: [a.md]\n")},
		"a.md":      {Data: []byte("---\ntitle: Essay\ndate: 2020-01-01\n---\n\n" + sb.String())},
	}
	c := compose(t, volume(t, files, "book.yaml"), design(t, "classic"), nil)
	var said []string
	for _, p := range c.Pages {
		for _, it := range p.Items {
			if r, ok := it.(*typeset.Run); ok && r.Element == nil {
				if text, _ := runText(r); strings.HasPrefix(text, "Notes to page") {
					said = append(said, strings.TrimSpace(text))
				}
			}
		}
	}
	if len(said) < 3 {
		t.Fatalf("heads over notes: %q", said)
	}
	last := 0
	for _, s := range said {
		var from, to int
		if _, err := fmt.Sscanf(s, "Notes to pages %d–%d", &from, &to); err != nil || from < last || to <= from {
			t.Errorf("head %q after page %d: %v", s, last, err)
		}
		last = to
	}
}
