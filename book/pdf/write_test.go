package pdf

import (
	"bytes"
	"os"
	"testing"

	"cahier/book/typeset"
)

func TestWriteFixture(t *testing.T) {
	data := write(t, fixture(t))
	if path := os.Getenv("PDF_KEEP"); path != "" {
		os.WriteFile(path, data, 0o666)
	}
	if again := write(t, fixture(t)); !bytes.Equal(data, again) {
		t.Error("two builds of one document differ")
	}
}

// TestOddTrees: an element that stands in the tree twice, in no tree, or under another parent than
// the one that lists it, is written once.
func TestOddTrees(t *testing.T) {
	s := newSetter(t, "fr")
	sect := s.c.Root.Add(typeset.RoleSect)
	p := sect.Add(typeset.RoleP)
	sect.Kids = append(sect.Kids, p)
	other := s.c.Root.Add(typeset.RoleSect)
	other.Kids = append(other.Kids, p)
	s.paragraph(p, span{text: "un"})
	s.paragraph(&typeset.Element{Role: typeset.RoleP}, span{text: "deux"})
	s.paragraph(&typeset.Element{Role: typeset.RoleP, Parent: sect}, span{text: "trois"})
	data := write(t, s)
	if found := check(t, data); len(found) > 0 {
		t.Error(found)
	}
	if got := fold(textOf(t, data)); got != "un trois deux" {
		t.Errorf("the text is %q", got)
	}
}

// TestContentAroundKids: kids of an element with content of its own stand where they are
// drawn, an empty cell keeps its place, what holds nothing is left out.
func TestContentAroundKids(t *testing.T) {
	s := newSetter(t, "fr")
	p := s.c.Root.Add(typeset.RoleP)
	second, first := p.Add(typeset.RoleSpan), p.Add(typeset.RoleQuote)
	p.Add(typeset.RoleCode) // never drawn
	s.paragraph(p, span{text: "a "}, span{text: "b ", elem: first}, span{text: "c "}, span{text: "d", elem: second})
	s.c.Root.Add(typeset.RoleDiv).Add(typeset.RoleP)
	data := write(t, s)
	if got := fold(textOf(t, data)); got != "a b c d" {
		t.Errorf("the text is %q", got)
	}
	f, err := openFile(data)
	if err != nil {
		t.Fatal(err)
	}
	c := newChecker()
	c.f = f
	c.readStructure(f.root())
	if n := len(c.byNum); n != 4 {
		t.Errorf("%d elements were written instead of 4", n)
	}
}

// TestWhatElementsSay: language, replacement, expansion, spans of cells and numbering reach the file.
func TestWhatElementsSay(t *testing.T) {
	s := newSetter(t, "fr")
	p := s.c.Root.Add(typeset.RoleP)
	sign := p.Add(typeset.RoleSpan)
	sign.Actual, sign.Lang, sign.Expand, sign.Title = "et cætera", "la", "et les autres", "Abréviation"
	s.paragraph(p, span{text: "eau, "}, span{text: "&c.", elem: sign})
	row := s.c.Root.Add(typeset.RoleTable).Add(typeset.RoleTR)
	wide := row.Add(typeset.RoleTH)
	wide.Scope, wide.ColSpan, wide.RowSpan = "Row", 2, 3
	s.paragraph(wide.Add(typeset.RoleP), span{text: "large"})
	list := s.c.Root.Add(typeset.RoleL)
	list.Ordered = true
	item := list.Add(typeset.RoleLI)
	s.paragraph(item.Add(typeset.RoleLbl), span{text: "4."})
	s.paragraph(item.Add(typeset.RoleLBody), span{text: "quatre"})
	data := write(t, s)
	if found := check(t, data); len(found) > 0 {
		t.Error(found)
	}
	if got := fold(textOf(t, data)); got != "eau, et cætera large 4.quatre" {
		t.Errorf("the text is %q", got)
	}
	e := explode(t, data)
	for key, want := range map[name]string{"ActualText": "et cætera", "Lang": "la", "E": "et les autres", "T": "Abréviation"} {
		if got, _ := e.role("Span")[key].(text); decodeText(got) != want {
			t.Errorf("%s is %q, want %q", key, decodeText(got), want)
		}
	}
	for _, c := range []struct {
		role name
		want string
	}{{"TH", "<</ColSpan 2/O/Table/RowSpan 3/Scope/Row>>"}, {"L", "<</ListNumbering/Decimal/O/List>>"}} {
		if got := string(appendObject(nil, e.role(c.role)["A"], nil)); got != c.want {
			t.Errorf("%s has the attributes %s, want %s", c.role, got, c.want)
		}
	}
}
