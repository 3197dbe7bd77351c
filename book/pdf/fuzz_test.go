package pdf

import (
	"bytes"
	"io"
	"reflect"
	"strings"
	"testing"

	"cahier/book/typeset"
)

// FuzzObject holds the lexer against the writer: what is read and written reads the same
// again.
func FuzzObject(f *testing.F) {
	for _, seed := range []string{
		"<</Type/Page/Kids[1 0 R 2 0 R]/A(a\\)b\\\\\\053\r\n)/B<48 6>/C -.5/D true/E null>>", "[[[1 2 R]]]", "/A#20B#", "(\\1\\12\\1234)", "+17 -0 4. .5", "<", "(", "[", "<<",
		strings.Repeat("[", 200),
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		l := lexer{data: data, refs: true}
		o, err := l.object()
		if _, ok := o.(keyword); err != nil || ok {
			return
		}
		written := appendObject(nil, o, nil)
		again := lexer{data: written, refs: true}
		o2, err := again.object()
		if err != nil || !reflect.DeepEqual(rounded(o), rounded(o2)) {
			t.Fatalf("%q was written as %q and reads as %#v: %v", data, written, o2, err)
		}
	})
}

// rounded replaces reals by how they are written.
func rounded(o object) object {
	switch o := o.(type) {
	case float64, int64:
		return string(appendObject(nil, o, nil))
	case array:
		list := make(array, len(o))
		for i := range o {
			list[i] = rounded(o[i])
		}
		return list
	case dict:
		d := dict{}
		for k, v := range o {
			d[k] = rounded(v)
		}
		return d
	}
	return o
}

// FuzzCheck gives the check damaged files: it says something of them, and never panics.
func FuzzCheck(f *testing.F) {
	small := newSetter(f, "fr")
	sect := small.c.Root.Add(typeset.RoleSect)
	link := sect.Add(typeset.RoleP).Add(typeset.RoleLink)
	small.anchor("a")
	small.paragraph(sect.Add(typeset.RoleH1), span{text: "Un"})
	small.paragraph(link, span{text: "mot", elem: link, to: "#a"})
	data := write(f, small)
	f.Add(data)
	e := explode(f, data)
	for _, o := range e.objects { // the font's program is most of the file
		if s, ok := o.(*stream); ok && s.dict["Length1"] != nil {
			s.data = s.data[:400]
		}
	}
	f.Add(e.bytes())
	f.Add([]byte("%PDF-1.7\n1 0 obj<</Length 1 0 R>>stream\nendstream endobj\ntrailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := Check(bytes.NewReader(data), int64(len(data))); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzFinish gives the re-linker damaged containers: it links them or returns an error.
func FuzzFinish(f *testing.F) {
	document := func(tb testing.TB) *document {
		s := newSetter(tb, "fr")
		fig := s.c.Root.Add(typeset.RoleFigure)
		fig.Alt = "Un carré"
		s.picture(fig, pngImage(tb, gradient(2, 2, true)), 10*pt, 10*pt)
		d := newDocument(s.v, Options{})
		d.tree = newTree(s.c.Root)
		d.survey(s.c.Pages)
		for _, p := range s.c.Pages {
			d.drawPage(p)
		}
		d.ring.drain(d.container)
		return d
	}
	raw, err := document(f).container.write()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw)
	f.Fuzz(func(t *testing.T, raw []byte) { finish(io.Discard, raw, document(t)) })
}
