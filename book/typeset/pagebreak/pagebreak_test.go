package pagebreak

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"cahier/book/unit"
)

// book is a long chapter: paragraphs of a few lines, with settings of a line more or less
// for some, a heading now and then, and notes.
func book(pages int, noted bool) Flow {
	rnd := rand.New(rand.NewPCG(7, 7))
	f := Flow{Heights: []unit.Length{30 * line, 38 * line}, NoteRule: line, NoteGap: 0}
	for total := 0; total < pages*37; {
		if rnd.IntN(40) == 0 {
			f.Items = append(f.Items, &Space{Height: 2 * line}, &Block{Height: line, KeepNext: true, Heading: true}, &Space{Height: line, KeepNext: true})
			total += 4
		}
		n := 1 + rnd.IntN(12)
		if rnd.IntN(50) == 0 {
			n += 30
		}
		p := &Paragraph{}
		calls := 0
		if noted && rnd.IntN(3) == 0 {
			calls = 1
			nt := Note{}
			for range 1 + rnd.IntN(4) {
				nt.Lines = append(nt.Lines, line*82/100)
			}
			f.Notes = append(f.Notes, nt)
		}
		p.Settings = append(p.Settings, plain(rnd, n, calls, 0))
		if n > 3 && rnd.IntN(3) == 0 {
			p.Settings = append(p.Settings, plain(rnd, n+1, calls, int64(rnd.IntN(4000))))
		}
		if n > 4 && rnd.IntN(10) == 0 {
			p.Settings = append(p.Settings, plain(rnd, n-1, calls, int64(rnd.IntN(4000))))
		}
		f.Items = append(f.Items, p)
		total += n + calls*2
	}
	return f
}

func plain(rnd *rand.Rand, n, calls int, cost int64) Setting {
	s := Setting{Cost: cost}
	for range n {
		s.Lines = append(s.Lines, Line{Height: line, Hyphen: rnd.IntN(25) == 0})
	}
	for range calls {
		s.Lines[rnd.IntN(n)].Notes++
	}
	return s
}

// tally counts what could not be avoided.
type tally struct{ pages, widows, orphans, stranded, hyphens, away, over, short, splits int }

func count(pages []Page) tally {
	t := tally{pages: len(pages)}
	is := func(b bool) int {
		if b {
			return 1
		}
		return 0
	}
	for i, p := range pages {
		t.widows += is(p.Widow)
		t.orphans += is(p.Orphan)
		t.stranded += is(p.Stranded)
		t.hyphens += is(p.Hyphen)
		t.away += is(p.NoteAway)
		t.over += is(p.Over > 0)
		t.short += is(i < len(pages)-1 && p.Foot == 0 && p.Slack-p.Stretch > line*3/2)
		t.splits += is(len(p.Notes) > 0 && p.Notes[0].From > 0)
	}
	return t
}

func TestLongChapterComesOutClean(t *testing.T) {
	for _, noted := range []bool{false, true} {
		got := count(Break(book(300, noted), Classic(line)))
		if got.widows+got.orphans+got.stranded+got.hyphens+got.away+got.over > 0 || got.short > 1 {
			t.Errorf("notes %v: %+v", noted, got)
		}
	}
}

// check says what is wrong with pages of a flow: every line, block and note stands once, in
// order, on a page that holds it.
func check(t *testing.T, f *Flow, pages []Page) {
	t.Helper()
	item, at, note := 0, 0, mark{}
	skip := func() {
		for item < len(f.Items) {
			if _, ok := f.Items[item].(*Space); !ok {
				break
			}
			item++
		}
	}
	setting := map[int]int{}
	for n, pg := range pages {
		if pg.Over == 0 && pg.Text+pg.Foot > f.Heights[min(n, len(f.Heights)-1)] {
			t.Fatalf("page %d is too full: %+v", n, pg)
		}
		for _, part := range pg.Parts {
			if _, ok := f.Items[part.Item].(*Space); ok {
				continue
			}
			skip()
			if part.Item != item || part.From != at {
				t.Fatalf("page %d: part %+v, but item %d line %d is next", n, part, item, at)
			}
			p, ok := f.Items[item].(*Paragraph)
			if !ok {
				item++
				continue
			}
			if v, seen := setting[item]; seen && v != part.Setting {
				t.Fatalf("page %d: item %d changes its setting", n, item)
			}
			setting[item] = part.Setting
			if at = part.To; at == len(p.Settings[part.Setting].Lines) {
				item, at = item+1, 0
			}
		}
		for _, np := range pg.Notes {
			if np.Note != int(note.note) || np.From != int(note.line) {
				t.Fatalf("page %d: note part %+v, but %+v is next", n, np, note)
			}
			if note.line = int32(np.To); np.To == len(f.Notes[np.Note].Lines) {
				note = mark{note.note + 1, 0}
			}
		}
	}
	skip()
	if item != len(f.Items) || int(note.note) != len(f.Notes) {
		t.Fatalf("%d of %d items and %d of %d notes are set", item, len(f.Items), note.note, len(f.Notes))
	}
}

func TestNothingIsLost(t *testing.T) {
	for seed := range uint64(3000) {
		rnd := rand.New(rand.NewPCG(seed, 3))
		f, r := sample(rnd)
		if settable(&f) {
			check(t, &f, Break(f, r))
		}
	}
	f := book(100, true)
	check(t, &f, Break(f, Classic(line)))
}

func TestTorture(t *testing.T) {
	long := Note{Lines: make([]unit.Length, 120)}
	for i := range long.Lines {
		long.Lines[i] = line * 8 / 10
	}
	short := Note{Lines: long.Lines[:1]}
	rnd := rand.New(rand.NewPCG(1, 1))
	para := func(n, calls int) *Paragraph {
		s := plain(rnd, n, 0, 0)
		s.Lines[n/2].Notes = calls
		return &Paragraph{Settings: []Setting{s}}
	}
	sixty := Flow{Items: []Item{para(10, 0), para(3, 60), para(50, 0)}}
	for range 60 {
		sixty.Notes = append(sixty.Notes, short)
	}
	headings := Flow{}
	for range 500 {
		headings.Items = append(headings.Items, &Space{Height: line}, &Block{Height: line, KeepNext: true, Heading: true})
	}
	for name, f := range map[string]Flow{
		"sixty notes on one line":   sixty,
		"note longer than a page":   {Items: []Item{para(60, 1), para(60, 0)}, Notes: []Note{long}},
		"long note at the end":      {Items: []Item{para(60, 0), para(2, 1)}, Notes: []Note{long}},
		"block taller than a page":  {Items: []Item{para(10, 0), &Block{Height: 100 * line}, para(10, 0)}},
		"lines taller than a page":  {Items: []Item{&Paragraph{Settings: []Setting{{Lines: []Line{{Height: 99 * line}, {Height: 99 * line}}}}}}},
		"headings only":             headings,
		"paragraph of 10,000 lines": {Items: []Item{para(10_000, 0)}},
		"note without lines":        {Items: []Item{para(3, 1)}, Notes: []Note{{}}},
		"notes never called":        {Items: []Item{para(3, 0)}, Notes: []Note{short, long}},
		"calls without notes":       {Items: []Item{para(3, 2), para(90, 1)}},
		"spaces only":               {Items: []Item{&Space{Height: 50 * line}}},
		"paragraph without lines":   {Items: []Item{para(3, 0), &Paragraph{Settings: []Setting{{}}}, para(80, 0)}},
	} {
		f.Heights = []unit.Length{20 * line, 38 * line}
		f.NoteRule = line
		pages := Break(f, Classic(line))
		if name != "paragraph without lines" {
			check(t, &f, pages)
		}
		if len(pages) == 0 {
			t.Errorf("%s: no page", name)
		}
	}
}

func TestEmptyFlowHasNoPage(t *testing.T) {
	if p := Break(Flow{Heights: []unit.Length{line}}, Classic(line)); p != nil {
		t.Errorf("%d pages", len(p))
	}
}

func TestSameFlowSamePages(t *testing.T) {
	f := book(40, true)
	if a, b := Break(f, Classic(line)), Break(f, Classic(line)); !reflect.DeepEqual(a, b) {
		t.Error("two runs differ")
	}
}

func FuzzBreak(f *testing.F) {
	for seed := range uint64(4) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		rnd := rand.New(rand.NewPCG(seed, seed))
		flow, rules := sample(rnd)
		for range rnd.IntN(30) {
			more, _ := sample(rnd)
			flow.Items, flow.Notes = append(flow.Items, more.Items...), append(flow.Notes, more.Notes...)
		}
		if settable(&flow) {
			check(t, &flow, Break(flow, rules))
		}
	})
}

func BenchmarkBreak(b *testing.B) {
	for _, bb := range []struct {
		name  string
		pages int
		notes bool
	}{{"10", 10, true}, {"100", 100, true}, {"1150", 1150, true}, {"1150plain", 1150, false}} {
		f := book(bb.pages, bb.notes)
		b.Run(bb.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				b.ReportMetric(float64(len(Break(f, Classic(line)))), "pages")
			}
		})
	}
}
