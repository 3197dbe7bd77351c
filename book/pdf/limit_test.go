package pdf

import (
	"bytes"
	"strings"
	"testing"

	"cahier/book/typeset"
)

// small is a finished file of one line, taken apart.
func small(t *testing.T) *editable {
	s := newSetter(t, "fr")
	s.anchor("a")
	link := s.c.Root.Add(typeset.RoleP).Add(typeset.RoleLink)
	s.paragraph(link, span{text: "voir", elem: link, to: "#a"})
	return explode(t, write(t, s))
}

// branching adds objects each of which names the next one twice, and returns the first: a
// walk that does not remember where it was would take 2^60 steps.
func (e *editable) branching(make func(next ref) object) ref {
	const first, levels = 5000, 60
	for i := range levels {
		e.objects[first+i] = make(ref{first + i + 1, 0})
	}
	return ref{first, 0}
}

// TestCheckEndsOnHostileFiles: what would grow without bound is cut off, with a word where
// something is left unread.
func TestCheckEndsOnHostileFiles(t *testing.T) {
	kids := func(next ref) object { return dict{"Kids": array{next, next}} }
	for _, c := range []struct {
		name  string
		spoil func(*editable)
		want  string
	}{
		{"name tree", func(e *editable) {
			e.root()["Names"] = dict{"Dests": e.branching(kids)}
			e.link()["Dest"] = text("x")
		}, "a place that does not exist"},
		{"number tree", func(e *editable) { e.f.dict(e.root()["StructTreeRoot"])["ParentTree"] = e.branching(kids) }, "is in no element"},
		{"structure", func(e *editable) {
			e.role("P")["K"] = e.branching(func(next ref) object { return array{next, next} })
		}, "the rest is not read"},
		{"page tree", func(e *editable) {
			e.root()["Pages"] = e.branching(func(next ref) object { return dict{"Type": name("Pages"), "Kids": array{next, next}} })
		}, "the page tree is damaged"},
		{"outline", func(e *editable) {
			e.root()["Outlines"] = dict{"First": e.branching(func(next ref) object {
				return dict{"Title": text("x"), "First": next, "Next": next}
			})}
		}, "the outline runs in a circle"},
		{"forms", func(e *editable) {
			s := e.content()
			s.data = append(s.data, " /Artifact BMC /X Do EMC"...)
			first := e.branching(func(next ref) object {
				return &stream{dict{"Subtype": name("Form"), "Resources": dict{"XObject": dict{"X": next}}}, []byte("/X Do /X Do"), -1}
			})
			e.f.dict(e.page()["Resources"])["XObject"] = dict{"X": first}
		}, ""},
		{"marks", func(e *editable) {
			s := e.content()
			s.data = append(s.data, strings.Repeat("/Span BMC ", 200_000)+strings.Repeat("0 0 1 1 re f ", 200_000)...)
		}, "200000 marked content sequences do not end"},
		{"saved states", func(e *editable) {
			s := e.content()
			s.data = append(s.data, strings.Repeat("q ", 200_000)...)
		}, "saved more than 28 levels deep"},
		{"operands", func(e *editable) {
			s := e.content()
			s.data = append(s.data, strings.Repeat("1 ", 200_000)...)
		}, "more than 1000 operands"},
		{"arrays", func(e *editable) {
			s := e.content()
			s.data = append(s.data, strings.Repeat("[", 200_000)...)
		}, "levels of nesting"},
		{"widths", func(e *editable) {
			_, d := e.font()
			d["W"] = array{int64(-1 << 30), int64(1 << 30), int64(7)}
		}, "is 7 wide"},
		{"texts", func(e *editable) {
			font, _ := e.font()
			e.f.stream(font["ToUnicode"]).data = bytes.Repeat([]byte("<0000><FFFF><0041> endbfrange\n"), 10_000)
		}, ""},
		{"metadata", func(e *editable) {
			s := e.xmp()
			s.data = bytes.Replace(s.data, []byte("<pdfaid:part>"), []byte("<pdfaid:part>"+strings.Repeat("a<!---->", 500_000)), 1)
		}, "this check knows part 2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := small(t)
			c.spoil(e)
			found := check(t, e.bytes())
			if c.want != "" {
				expect(t, found, c.want)
			}
		})
	}
}

// TestBombIsRefused: a stream that decodes to more than the limit is told, not read.
func TestBombIsRefused(t *testing.T) {
	if testing.Short() {
		t.Skip("decodes 64 MiB")
	}
	var d deflater
	zeros := bytes.Clone(d.deflate(make([]byte, maxStream+2)))
	e := small(t)
	e.objects[5000] = &stream{dict{"Filter": name("FlateDecode")}, zeros, -1}
	expect(t, check(t, e.bytes()), "a stream of more than 64 MiB")
}
