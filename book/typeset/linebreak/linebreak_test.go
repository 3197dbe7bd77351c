package linebreak

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"cahier/book/unit"
)

const em = 11 * unit.Point

// prose is a paragraph of words with the lengths of English ones, in a measure of so many
// em.
func prose(rnd *rand.Rand, words int, measure unit.Length) Paragraph {
	var p Paragraph
	splits := map[int][]Split{}
	for w := range words {
		if w > 0 {
			p.Items = append(p.Items, Item{Kind: Glue, Width: em * 22 / 100})
		}
		n := 1 + rnd.IntN(5) + rnd.IntN(4)*rnd.IntN(3)
		i := len(p.Items)
		box := Item{Kind: Box, Glyphs: int32(n), Letters: int32(n), First: uint32(rnd.IntN(200)), Last: uint32(rnd.IntN(200)), Hyphenate: n > 5}
		for range n {
			box.Width += em * unit.Length(30+rnd.IntN(28)) / 100
		}
		for k := 3; k <= n-3; k += 2 {
			at := box.Width * unit.Length(k) / unit.Length(n)
			splits[i] = append(splits[i], Split{Pre: Part{at + em/4, int32(k + 1), em / 6}, Post: Part{box.Width - at, int32(n - k), 0}})
		}
		p.Items = append(p.Items, box)
	}
	p.Hyphens = func(i int) []Split { return splits[i] }
	p.Measures = []Measure{{Indent: em, Width: measure - em}, {Width: measure}}
	return p
}

// check says what is wrong with a setting: all items stand on lines, in order, and every
// line is as long as it should be or says by how much it is not.
func check(t *testing.T, p *Paragraph, s *Setting) {
	t.Helper()
	items := trim(p.Items)
	at, split := 0, 0
	skip := func() {
		for at < len(items) && split == 0 && (items[at].Kind == Glue || items[at].Kind == Break) {
			at++
		}
	}
	for k := range s.Lines {
		l := &s.Lines[k]
		skip()
		if l.From < l.To {
			if l.From != at && items[l.From].Penalty > Must || l.Head != split {
				t.Fatalf("line %d begins at item %d split %d, but %d split %d is next", k, l.From, l.Head, at, split)
			}
			at, split = l.To, l.Tail
			if l.Tail > 0 {
				at--
			}
		}
		text, kern, set := content(p, items, l)
		if text != l.Text {
			t.Fatalf("line %d has %v of text, says %v", k, text, l.Text)
		}
		full := l.Width + l.HangLeft + l.HangRight
		if got := set + kern + l.Empty - l.Over; got != full && (l.Gaps > 0 || got-full > 1 || full-got > 1) {
			t.Fatalf("line %d is %v long instead of %v: %+v", k, got, full, *l)
		}
	}
	skip()
	if at != len(items) {
		t.Fatalf("%d of %d items are set", at, len(items))
	}
}

// content adds up a line from its items.
func content(p *Paragraph, items []Item, l *Line) (text, kern, set unit.Length) {
	glyphs := int32(0)
	for i := l.From; i < l.To; i++ {
		it := items[i]
		switch it.Kind {
		case Kern:
			kern += it.Width
		case Box:
			w, n := it.Width, it.Glyphs
			if i == l.To-1 && l.Tail > 0 {
				pre := p.Hyphens(i)[l.Tail-1].Pre
				w, n = w+pre.Width-it.Width, n+pre.Glyphs-it.Glyphs
			}
			if i == l.From && l.Head > 0 {
				post := p.Hyphens(i)[l.Head-1].Post
				w, n = w+post.Width-it.Width, n+post.Glyphs-it.Glyphs
			}
			text, glyphs = text+w, glyphs+n
		}
	}
	set = (text + unit.Length(glyphs)*l.Track).MulDiv(int64(l.Stretch), 1000)
	for _, w := range l.Spaces(items, nil) {
		set += w
	}
	return text, kern, set
}

func TestEveryLineFitsOrIsReported(t *testing.T) {
	b := Breaker{Rules: Classic(em)}
	for seed := range uint64(1500) {
		rnd := rand.New(rand.NewPCG(seed, 5))
		p := sample(rnd, 1+rnd.IntN(60))
		if seed%2 == 0 {
			p = prose(rnd, 1+rnd.IntN(150), em*unit.Length(5+rnd.IntN(30)))
		}
		p.Vary = rnd.IntN(3)
		r := b.Break(p)
		for k := range r.Settings {
			check(t, &p, &r.Settings[k])
			if k > 0 && len(r.Settings[k].Lines) <= len(r.Settings[k-1].Lines) {
				t.Fatalf("seed %d: settings do not rise in lines", seed)
			}
			if r.Settings[k].Demerits < r.Settings[r.Best].Demerits {
				t.Fatalf("seed %d: setting %d is better than the best", seed, k)
			}
		}
	}
}

// A style must keep what it promises over a book: even gaps, few hyphens, no ladder.
func TestClassicIsEven(t *testing.T) {
	b := Breaker{Rules: Classic(em)}
	rnd := rand.New(rand.NewPCG(4, 4))
	var n, sum, squares, lines, hyphens, row float64
	for range 300 {
		p := prose(rnd, 20+rnd.IntN(150), em*289/10)
		r := b.Break(p)
		row = 0
		for _, l := range r.Settings[r.Best].Lines {
			lines++
			row++
			if !l.Hyphen {
				row = 0
			}
			hyphens += min(row, 1)
			if row > 2 {
				t.Error("three lines in a row end in a hyphen")
			}
			if l.Over > 0 {
				t.Error("overfull line")
			}
			if l.Empty > 0 {
				continue
			}
			for _, w := range l.Spaces(p.Items, nil) {
				g := w.Points() / em.Points()
				n, sum, squares = n+1, sum+g, squares+g*g
			}
		}
	}
	mean := sum / n
	if cv2 := squares/n/mean/mean - 1; cv2 > .09*.09 {
		t.Errorf("gaps vary by more than 9 %%: square %.4f", cv2)
	}
	if hyphens/lines > .05 {
		t.Errorf("%.1f %% of the lines end in a hyphen", 100*hyphens/lines)
	}
}

func TestSolidLineEndsInNoHyphen(t *testing.T) {
	b := Breaker{Rules: Classic(em)}
	rnd := rand.New(rand.NewPCG(6, 6))
	tried, kept := 0, 0
	for range 600 {
		p := prose(rnd, 60, em*24)
		first := b.Break(p)
		for k, l := range first.Settings[first.Best].Lines {
			if !l.Hyphen {
				continue
			}
			tried++
			p.Solid = []int{k}
			again := b.Break(p)
			best := again.Settings[again.Best]
			if best.Lines[k].Hyphen {
				kept++
				if best.Demerits < solidCost {
					t.Fatalf("line %d ends in a hyphen that was not paid for", k)
				}
			}
		}
	}
	if tried < 50 || kept > tried/5 {
		t.Errorf("%d of %d lines kept their hyphen", kept, tried)
	}
}

func TestTorture(t *testing.T) {
	rnd := rand.New(rand.NewPCG(8, 8))
	word := func(glyphs int32) []Item {
		return []Item{{Kind: Box, Width: unit.Length(glyphs) * em * 42 / 100, Glyphs: glyphs, Letters: glyphs, Hyphenate: true}}
	}
	b := Breaker{Rules: Classic(em)}
	for _, tt := range []struct {
		name string
		p    Paragraph
		over bool
	}{
		{"a word of 300 letters", Paragraph{Items: word(300), Measures: []Measure{{Width: 29 * em}}}, true},
		{"a measure of 3 cm", prose(rnd, 500, 3*unit.Centimetre), false},
		{"no measure to speak of", prose(rnd, 30, 1), true},
		{"an indent beyond the measure", Paragraph{Items: word(4), Measures: []Measure{{Indent: 40 * em, Width: -11 * em}}}, true},
		{"a hundred thousand words", prose(rnd, 100_000, 29*em), false},
		{"breaks only", Paragraph{Items: []Item{{Kind: Break, Penalty: Must}, {Kind: Glue}}, Measures: []Measure{{Width: em}}}, false},
		{"empty lines", Paragraph{Items: append([]Item{{Kind: Break, Penalty: Must}, {Kind: Break, Penalty: Must}}, word(3)...),
			Measures: []Measure{{Width: 9 * em}}}, false},
		{"breaks without end", Paragraph{Items: append(append(word(9), slices.Repeat([]Item{{Kind: Break}, {Kind: Glue, Width: 9}}, 100_000)...), word(40)...),
			Measures: []Measure{{Width: 9 * em}}}, true},
		{"glue of no width", Paragraph{Items: append(append(word(9), Item{Kind: Glue}), word(9)...), Measures: []Measure{{Width: 4 * em}}}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, vary := range []int{0, 1} {
				tt.p.Vary = vary
				r := b.Break(tt.p)
				over := false
				for k := range r.Settings {
					check(t, &tt.p, &r.Settings[k])
					for _, l := range r.Settings[k].Lines {
						over = over || l.Over > 0
					}
				}
				if over != tt.over {
					t.Errorf("vary %d: overfull %v", vary, over)
				}
			}
		})
	}
}

func TestResultDoesNotDependOnParagraphsBefore(t *testing.T) {
	rnd := rand.New(rand.NewPCG(9, 9))
	var used Breaker
	used.Rules = Classic(em)
	for range 50 {
		p := prose(rnd, 10+rnd.IntN(100), em*unit.Length(12+rnd.IntN(20)))
		fresh := Breaker{Rules: Classic(em)}
		if a, b := used.Break(p), fresh.Break(p); !reflect.DeepEqual(a, b) {
			t.Fatal("a used breaker sets another way than a new one")
		}
	}
}

// Words of one em, gaps of a fifth, 20 of them on a line: whatever their number, the last
// line is no runt and either full or shorter by an indent.
func TestLastLineIsNeitherRuntNorAlmostFull(t *testing.T) {
	b := Breaker{Rules: Classic(em)}
	for words := 21; words < 140; words++ {
		var p Paragraph
		for w := range words {
			if w > 0 {
				p.Items = append(p.Items, Item{Kind: Glue, Width: em / 5})
			}
			p.Items = append(p.Items, Item{Kind: Box, Width: em, Glyphs: 2, Letters: 2})
		}
		p.Measures = []Measure{{Width: 24 * em}}
		r := b.Break(p)
		lines := r.Settings[r.Best].Lines
		last := lines[len(lines)-1]
		if last.Runt || last.Empty > 0 && last.Empty < em {
			t.Errorf("%d words: last line %+v", words, last)
		}
	}
}

// A last line is a runt by its letters, not by its width, and if it is only the rest of a
// word.
func TestRuntHasFewLettersOrIsTheRestOfAWord(t *testing.T) {
	box := func(letters int32) Item {
		return Item{Kind: Box, Width: 3 * em, Glyphs: 6, Letters: letters}
	}
	full := func(last ...Item) []Item {
		return append([]Item{{Kind: Box, Width: 10 * em, Glyphs: 20, Letters: 20}}, last...)
	}
	glue := Item{Kind: Glue, Width: em / 5}
	for _, c := range []struct {
		name  string
		items []Item
		runt  bool
	}{
		{"four letters and marks", full(glue, box(4)), true},
		{"five letters", full(glue, box(5)), false},
		{"two words", full(glue, box(2), Item{Kind: Glue, Width: em / 5, Penalty: Never}, box(3)), false},
		{"after a hyphen", full(Item{Kind: Break, Hyphen: true}, box(6)), true},
		{"after a dash", full(Item{Kind: Break}, box(6)), false},
	} {
		b := Breaker{Rules: Classic(em)}
		r := b.Break(Paragraph{Items: c.items, Measures: []Measure{{Width: 10 * em}}})
		lines := r.Settings[r.Best].Lines
		if len(lines) != 2 || lines[1].Runt != c.runt {
			t.Errorf("%s: %d lines, runt %v", c.name, len(lines), lines[len(lines)-1].Runt)
		}
	}
}

func TestVaryGivesALineMoreAndALineLess(t *testing.T) {
	b := Breaker{Rules: Classic(em)}
	rnd := rand.New(rand.NewPCG(3, 3))
	more, less := 0, 0
	for range 100 {
		p := prose(rnd, 250, em*289/10)
		p.Vary = 1
		r := b.Break(p)
		n := len(r.Settings[r.Best].Lines)
		for _, s := range r.Settings {
			switch len(s.Lines) {
			case n + 1:
				more++
			case n - 1:
				less++
			case n:
			default:
				t.Fatalf("%d lines, best is %d", len(s.Lines), n)
			}
		}
	}
	if more < 50 || less < 10 {
		t.Errorf("of 100 paragraphs %d can be a line longer, %d a line shorter", more, less)
	}
}

func TestEmptyParagraph(t *testing.T) {
	var b Breaker
	if r := b.Break(Paragraph{}); len(r.Settings) > 0 {
		t.Errorf("%+v", r)
	}
}

func FuzzBreak(f *testing.F) {
	for seed := range uint64(4) {
		f.Add(seed, 20)
	}
	f.Fuzz(func(t *testing.T, seed uint64, words int) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		p := sample(rnd, 1+max(0, words)%300)
		p.Measures[0].Width = em * unit.Length(rnd.IntN(40))
		b := Breaker{Rules: Classic(em)}
		r := b.Break(p)
		for k := range r.Settings {
			check(t, &p, &r.Settings[k])
		}
	})
}

func BenchmarkLinebreak(b *testing.B) {
	rnd := rand.New(rand.NewPCG(2, 2))
	var ps []Paragraph
	words := 0
	for range 200 {
		n := 10 + rnd.IntN(150)
		words += n
		ps = append(ps, prose(rnd, n, em*289/10))
	}
	for vary := range 2 {
		b.Run(fmt.Sprintf("vary=%d", vary), func(b *testing.B) {
			br := Breaker{Rules: Classic(em)}
			b.ReportAllocs()
			for b.Loop() {
				for _, p := range ps {
					p.Vary = vary
					br.Break(p)
				}
			}
			b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
}
