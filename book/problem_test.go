package book

import (
	"go/ast"
	"go/parser"
	"go/token"
	"testing"
)

// Every declared code stands in Codes, once: the tests of the stages walk that list.
func TestCodesAreListed(t *testing.T) {
	f, err := parser.ParseFile(token.NewFileSet(), "code.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	declared := 0
	ast.Inspect(f, func(n ast.Node) bool {
		if v, ok := n.(*ast.ValueSpec); ok {
			if id, ok := v.Type.(*ast.Ident); ok && id.Name == "Code" {
				declared += len(v.Names)
			}
		}
		return true
	})
	seen := map[Code]bool{}
	for _, c := range Codes {
		if seen[c] {
			t.Errorf("%s is listed twice", c)
		}
		seen[c] = true
	}
	if declared != len(Codes) {
		t.Errorf("%d codes are declared, %d listed", declared, len(Codes))
	}
	for c := range warnings {
		if !seen[c] {
			t.Errorf("warning %s is not listed", c)
		}
	}
}

func TestProblemsSortAndErr(t *testing.T) {
	var ps Problems
	ps.Add(Pos{"b.md", 1, 1}, CodeNoteUnused, "", "note [^%s] is never called", "x")
	ps.Add(Pos{"a.md", 12, 3}, CodeNoteMissing, "", "second")
	ps.Add(Pos{"a.md", 2, 9}, CodeNoteMissing, "", "first")
	ps.Add(Pos{"a.md", 2, 9}, CodeNoteMissing, "", "first")
	ps.Sort()
	want := []string{"a.md:2:9: first", "a.md:12:3: second", "b.md:1:1: note [^x] is never called"}
	if len(ps) != len(want) {
		t.Fatalf("%d problems, want %d", len(ps), len(want))
	}
	for i, w := range want {
		if ps[i].String() != w {
			t.Errorf("problem %d is %q, want %q", i, ps[i], w)
		}
	}
	if err := ps.Err(); err == nil {
		t.Error("errors give no error")
	}
	if err := (Problems{ps[2]}).Err(); err != nil {
		t.Errorf("a warning alone gives the error %v", err)
	}
}
