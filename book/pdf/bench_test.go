package pdf

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"cahier/book/typeset"
	"cahier/book/unit"
)

// vocabulary makes text that compresses about as running text does: words of a skewed
// frequency, none of them repeated in a fixed order.
type vocabulary struct {
	words []string
	state uint64
}

func newVocabulary() *vocabulary {
	v := &vocabulary{state: 1}
	syllables := strings.Fields("la ri vière mon te les pê cheurs fi lets at ten dent deux mille eaux ma tin fleu ve diffi cile " +
		"fran chir cor de par le peu Wol ken Tö ne vis et de viens na tion ré so lu té office ques ti on his toire où çà")
	for range 6000 {
		n := 1 + int(v.next()%4)
		word := ""
		for range n {
			word += syllables[v.next()%uint64(len(syllables))]
		}
		v.words = append(v.words, word)
	}
	return v
}

func (v *vocabulary) next() uint64 {
	v.state = v.state*6364136223846793005 + 1442695040888963407
	return v.state >> 33
}

func (v *vocabulary) word() string {
	r := v.next() % uint64(len(v.words))
	return v.words[r*(v.next()%uint64(len(v.words)))/uint64(len(v.words))]
}

// long is a book of pages of plain text with two notes a page.
func long(tb testing.TB, pages int) *setter {
	s := newSetter(tb, "fr")
	v := newVocabulary()
	sect := s.c.Root.Add(typeset.RoleSect)
	var p *typeset.Element
	for n := range pages {
		s.newPage()
		for line := range 38 {
			if line%9 == 0 {
				p = sect.Add(typeset.RoleP)
			}
			var sb strings.Builder
			for range 9 {
				sb.WriteString(v.word() + " ")
			}
			r := s.run(span{text: sb.String(), elem: p, expand: int(v.next()%40) - 20}, margin, margin+leading*unit.Length(line), textSize/4+unit.Length(int(v.next()%9000)))
			s.put(r)
			if line%19 == 18 {
				s.longNote(sect, p, n*2+line/19, v)
			}
		}
	}
	return s
}

func (s *setter) longNote(sect, p *typeset.Element, n int, v *vocabulary) {
	note := sect.Add(typeset.RoleNote)
	note.ID = fmt.Sprint("n", n)
	call, lbl := p.Add(typeset.RoleReference).Add(typeset.RoleLink), note.Add(typeset.RoleLbl).Add(typeset.RoleLink)
	s.put(&typeset.Anchor{Name: fmt.Sprint("r", n), Y: s.noteY})
	s.put(s.run(span{text: "7", elem: call, size: 7 * pt}, margin, s.noteY, 0))
	s.put(&typeset.LinkArea{X: margin, Y: s.noteY, W: 9 * pt, H: 9 * pt, Target: note.ID, Element: call})
	s.put(&typeset.Anchor{Name: note.ID, Y: s.noteY})
	s.put(s.run(span{text: "7 ", elem: lbl, size: noteSize}, margin, s.noteY, 0))
	s.put(&typeset.LinkArea{X: margin, Y: s.noteY, W: 9 * pt, H: 9 * pt, Target: fmt.Sprint("r", n), Element: lbl})
	s.noteY = s.drawLine([]word{{span: span{text: v.word() + " " + v.word() + " ", elem: note.Add(typeset.RoleP), size: noteSize}}}, s.noteY)
}

// BenchmarkWrite writes 1,150 pages of about 340 words.
func BenchmarkWrite(b *testing.B) {
	s := long(b, 1150)
	b.ReportAllocs()
	for b.Loop() {
		n := &counter{}
		if _, err := Write(n, s.c, s.v, Options{}); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(n.n), "file-bytes")
	}
}

type counter struct{ n int }

func (c *counter) Write(p []byte) (int, error) { c.n += len(p); return len(p), nil }

var _ io.Writer = (*counter)(nil)

// BenchmarkFinish is the part of BenchmarkWrite after drawing.
func BenchmarkFinish(b *testing.B) {
	s := long(b, 1150)
	for b.Loop() {
		b.StopTimer()
		d := newDocument(s.v, Options{})
		d.tree = newTree(s.c.Root)
		d.survey(s.c.Pages)
		for _, p := range s.c.Pages {
			d.drawPage(p)
		}
		b.StartTimer()
		if _, err := d.write(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCheck checks the 1,150 pages.
func BenchmarkCheck(b *testing.B) {
	data := write(b, long(b, 1150))
	b.ReportAllocs()
	for b.Loop() {
		if p, err := Check(bytes.NewReader(data), int64(len(data))); err != nil || len(p) > 0 {
			b.Fatal(p, err)
		}
	}
}
