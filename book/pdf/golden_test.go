package pdf

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"cahier/book/typeset"
)

var update = flag.Bool("update", false, "rewrite the dumps in testdata")

// TestDump holds a small document against testdata/small.txt: its content streams operator
// by operator, strings as the text they stand for, and its structure.
func TestDump(t *testing.T) {
	s := newSetter(t, "fr")
	sect := s.c.Root.Add(typeset.RoleSect)
	s.anchor("a")
	s.paragraph(sect.Add(typeset.RoleH1), span{text: "AVATAR", face: "bold", track: pt / 10})
	p := sect.Add(typeset.RoleP)
	call := p.Add(typeset.RoleReference).Add(typeset.RoleLink)
	note := sect.Add(typeset.RoleNote)
	note.ID = "n1"
	quote := p.Add(typeset.RoleQuote)
	quote.Lang = "en"
	s.paragraph(p, span{text: "Un fleuve diffi", expand: 4}, span{text: "1", elem: call, to: "#n1", size: 7 * pt, rise: 4 * pt},
		span{text: " cile: "}, span{text: "time", elem: quote, face: "italic"})
	s.put(&typeset.Anchor{Name: "n1", Y: 400 * pt})
	s.drawLine([]word{{span: span{text: "1 Note.", elem: note.Add(typeset.RoleP), size: noteSize}}}, 400*pt)
	fig := sect.Add(typeset.RoleFigure)
	fig.Alt = "Un carré"
	s.picture(fig, pngImage(t, gradient(4, 4, false)), 20*pt, 20*pt)
	s.table(sect)

	f, err := openFile(write(t, s))
	if err != nil {
		t.Fatal(err)
	}
	got := dump(t, f)
	const path = "testdata/small.txt"
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the file differs from %s; run with -update and look at the difference\n%s", path, got)
	}
}

func dump(t *testing.T, f *file) string {
	c := newChecker()
	c.f = f
	c.listPages(f.dict(f.root()["Pages"]), dict{}, map[int]bool{}, 0)
	c.readStructure(f.root())
	var sb strings.Builder
	for i := range c.pages {
		fmt.Fprintf(&sb, "page %d\n", i+1)
		dumpContent(t, &sb, &contentCheck{checker: c, resources: c.pages[i].resources}, c.pageContent(where{}, &c.pages[i]))
	}
	sb.WriteString("structure\n")
	dumpElement(&sb, c, c.root.kids[0], 1)
	return sb.String()
}

func dumpContent(t *testing.T, sb *strings.Builder, k *contentCheck, data []byte) {
	l := lexer{data: data}
	var operands []object
	for !l.atEnd() {
		o, err := l.object()
		if err != nil {
			t.Fatal(err)
		}
		op, ok := o.(keyword)
		if !ok {
			operands = append(operands, o)
			continue
		}
		if op == "Tf" {
			k.setFont(operands)
		}
		sb.WriteString("  ")
		for _, o := range operands {
			if list, ok := o.(array); ok && op == "TJ" {
				o = nil
				for _, e := range list {
					if s, ok := e.(text); ok {
						fmt.Fprintf(sb, "%q ", k.appendShown(nil, k.state.font, s))
					} else {
						fmt.Fprintf(sb, "%v ", e)
					}
				}
				continue
			}
			fmt.Fprintf(sb, "%s ", appendObject(nil, o, nil))
		}
		fmt.Fprintln(sb, op)
		operands = operands[:0]
	}
}

func dumpElement(sb *strings.Builder, c *checker, e *element, depth int) {
	fmt.Fprintf(sb, "%s%s", strings.Repeat("  ", depth), e.role)
	for _, key := range []name{"Lang", "Alt", "ID", "A"} {
		if o, ok := e.dict[key]; ok {
			if s, ok := o.(text); ok {
				fmt.Fprintf(sb, " %s %q", key, decodeText(s))
			} else {
				fmt.Fprintf(sb, " %s %s", key, appendObject(nil, o, nil))
			}
		}
	}
	for _, m := range e.marks {
		fmt.Fprintf(sb, " %d", m.mcid)
	}
	if len(e.annots) > 0 {
		fmt.Fprintf(sb, " and %s", counted(len(e.annots), "link", "links"))
	}
	sb.WriteByte('\n')
	for _, kid := range e.kids {
		dumpElement(sb, c, kid, depth+1)
	}
}
