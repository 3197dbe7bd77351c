package layout_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"cahier/book"
	"cahier/book/cite"
	"cahier/book/layout"
	"cahier/book/manuscript"
)

// TestNames: metadata and running heads say a name as the title page does.
func TestNames(t *testing.T) {
	src := "---\ntitle: One\nlang: en\nauthor: Ann J. O'Neill\n---\nText.\n"
	b, problems := manuscript.Read(fstest.MapFS{"a.md": {Data: []byte(src)}}, "a.md")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	cite.Word(b)
	v, _ := layout.Arrange(b, layout.Options{})
	c := v.Front.Contributors[0]
	if c.Name.String() != "Ann J. O’Neill" || c.FileAs() != "O’Neill, Ann J." {
		t.Errorf("metadata name %q, filed as %q", c.Name, c.FileAs())
	}
	at := slices.IndexFunc(v.Sections, func(s *layout.Section) bool { return s.Article != nil })
	article := v.Sections[at]
	if head := book.PlainText(article.Verso); head != "Ann J. O’Neill" {
		t.Errorf("running head %q", head)
	}
	if name := article.Article.Front.Contributors[0].Name.String(); name != "Ann J. O’Neill" {
		t.Errorf("the article's author is %q", name)
	}
}
