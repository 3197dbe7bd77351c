package linebreak

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"cahier/book/unit"
)

// brute sets a paragraph by trying every set of breaks: slow, and plainly right.
type brute struct {
	s      *search
	places []place
	best   map[int]int64 // by number of lines
}

// bruteForce is the least demerits in the pass for each number of lines.
func bruteForce(p *Paragraph, r Rules, ps pass) map[int]int64 {
	b := &Breaker{Rules: r}
	b.forget(len(p.Items))
	br := &brute{s: newSearch(b, p, ps), best: map[int]int64{}}
	br.list()
	if len(br.places) > 13 && ps.force {
		return nil // every subset of them would be a way
	}
	br.walk(0, 0, 0, decent, 0)
	return br.best
}

// list finds the places by itself, each with sums taken anew from the items.
func (b *brute) list() {
	p := b.s.p
	b.places = append(b.places, b.at(place{}, 0))
	for i, it := range p.Items {
		switch {
		case it.Penalty >= Never:
		case it.Kind == Glue, it.Kind == Break:
			if it.Penalty > Must && slices.ContainsFunc(b.places, func(o place) bool { return o.split == 0 && o.to == b.solid(i) }) {
				continue // the same place once more
			}
			c := place{to: b.solid(i), penalty: it.Penalty, must: it.Penalty <= Must, hyphen: it.Kind == Break && it.Hyphen}
			if c.must {
				c.penalty = 0
			}
			b.places = append(b.places, b.at(c, i+1))
		case it.Kind == Box && it.Hyphenate && b.s.hyphens:
			b.s.b.splits[i] = asked{true, p.Hyphens(i)}
			for k, sp := range p.Hyphens(i) {
				b.places = append(b.places, place{from: int32(i), to: int32(i + 1), split: int32(k + 1), penalty: sp.Penalty,
					hyphen: !sp.Bare || sp.Hyphen, priced: !sp.Bare, hangRight: sp.Pre.Hang, hangLeft: sp.Post.Hang})
			}
		}
	}
	b.places = append(b.places, place{to: b.solid(len(p.Items)), must: true, stop: true})
	for i := range b.places {
		c := &b.places[i]
		if c.split == 0 && c.to > 0 {
			last := p.Items[c.to-1]
			c.hangRight, c.last = last.HangRight, last.Last
		}
	}
}

func (b *brute) solid(i int) int32 {
	for i > 0 && (b.s.p.Items[i-1].Kind == Glue || b.s.p.Items[i-1].Kind == Break) {
		i--
	}
	return int32(i)
}

func (b *brute) at(c place, i int) place {
	items := b.s.p.Items
	for i < len(items) && (items[i].Kind == Glue || items[i].Kind == Break) && items[i].Penalty > Must {
		i++
	}
	c.from = int32(i)
	if i < len(items) {
		c.hangLeft, c.first = items[i].HangLeft, items[i].First
	}
	return c
}

// content is what a line from a to c sets, added up item by item.
func (b *brute) content(a, c *place) sum {
	var v sum
	items := b.s.p.Items
	for i := int(a.from); i < int(c.to); i++ {
		b.s.add(&v, &items[i])
	}
	if c.split > 0 {
		it, sp := items[c.to-1], b.s.p.Hyphens(int(c.to - 1))[c.split-1]
		b.s.addText(&v, sp.Pre.Width-it.Width, sp.Pre.Glyphs-it.Glyphs)
	}
	if a.split > 0 {
		it, sp := items[a.from], b.s.p.Hyphens(int(a.from))[a.split-1]
		b.s.addText(&v, sp.Post.Width-it.Width, sp.Post.Glyphs-it.Glyphs)
	}
	return v
}

// walk tries every next break after place k.
func (b *brute) walk(k, line int, cost int64, class, row uint8) {
	a := &b.places[k]
	if a.stop {
		if old, ok := b.best[line]; !ok || cost < old {
			b.best[line] = cost
		}
		return
	}
	near := true // no place that a line could end at lies between
	for j := k + 1; j < len(b.places); j++ {
		c := &b.places[j]
		if c.to <= a.from && !c.must {
			continue
		}
		b.line(a, c, j, line, cost, class, row, near)
		near = false
		if c.must {
			return
		}
	}
}

func (b *brute) line(a, c *place, j, line int, cost int64, class, row uint8, near bool) {
	s := b.s
	v := b.content(a, c)
	avail := s.p.measure(line).Width + a.hangLeft + c.hangRight
	var f fit
	var base int64
	if c.must {
		f, base, _ = s.closing(&v, avail, line, a, c)
	} else {
		f = s.fit(&v, avail)
		base = s.r.gapCost(f.off)
	}
	if !f.ok {
		if !s.force || f.off < 0 && !near {
			return
		}
		if f.off < 0 {
			base = overCost
		}
	}
	cost += base + s.pairCost(a, c)
	if int(f.class)-int(class) > 1 || int(class)-int(f.class) > 1 {
		cost += s.r.Mismatch
	}
	next := uint8(0)
	if c.hyphen {
		next = min(row+1, 3)
		cost += [4]int64{0, 0, s.r.HyphenPair, s.r.HyphenRow}[next]
		for _, k := range s.p.Solid {
			if k == line {
				cost += solidCost
			}
		}
	}
	b.walk(j, line+1, cost, f.class, next)
}

// sample is a random short paragraph.
func sample(rnd *rand.Rand, words int) Paragraph {
	em := unit.Point * 10
	length := func(lo, hi int) unit.Length { return unit.Length(lo+rnd.IntN(hi-lo+1)) * em / 100 }
	var p Paragraph
	splits := map[int][]Split{}
	for w := range words {
		if w > 0 {
			glue := Item{Kind: Glue, Width: length(20, 24)}
			switch rnd.IntN(12) {
			case 0:
				glue.Penalty = Never
			case 1:
				glue.Penalty = int32(rnd.IntN(50_000))
			case 2:
				p.Items = append(p.Items, Item{Kind: Kern, Width: length(-5, 20)})
			case 3:
				p.Items = append(p.Items, Item{Kind: Break, Hyphen: true}, Item{Kind: Box, Width: em, Glyphs: 2, Letters: 2})
			case 4:
				if rnd.IntN(4) == 0 {
					p.Items = append(p.Items, Item{Kind: Break, Penalty: Must})
				}
			}
			p.Items = append(p.Items, glue)
		}
		n := 1 + rnd.IntN(9)
		box := Item{Kind: Box, Width: unit.Length(n) * length(38, 48), Glyphs: int32(n), Letters: int32(n), HangLeft: length(0, 5),
			HangRight: length(0, 20), First: uint32(rnd.IntN(5)), Last: uint32(rnd.IntN(5))}
		for k := 2; k <= n-2 && n >= 5; k += 2 {
			box.Hyphenate = true
			i := len(p.Items)
			at := box.Width * unit.Length(k) / unit.Length(n)
			splits[i] = append(splits[i], Split{Pre: Part{at + em/4, int32(k + 1), em / 6},
				Post: Part{box.Width - at + length(0, 3), int32(n - k), length(0, 3)}, Bare: rnd.IntN(6) == 0, Hyphen: rnd.IntN(3) == 0})
		}
		p.Items = append(p.Items, box)
	}
	p.Hyphens = func(i int) []Split { return splits[i] }
	p.Measures = []Measure{{Width: length(800, 1400)}}
	if rnd.IntN(2) == 0 {
		p.Measures = append(p.Measures, Measure{Indent: em, Width: p.Measures[0].Width + length(-200, 200)})
	}
	p.Align = Align(rnd.IntN(4) % 3)
	if rnd.IntN(3) == 0 {
		p.Solid = []int{rnd.IntN(3)}
	}
	p.Vary = rnd.IntN(2)
	return p
}

func TestBreakIsAsGoodAsTryingAll(t *testing.T) {
	passes := []pass{{loose: 500}, {loose: 500, hyphens: true}, {loose: offMax, hyphens: true, force: true}}
	rules := Classic(10 * unit.Point)
	found := 0
	for seed := range uint64(150) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		p := sample(rnd, 3+rnd.IntN(6))
		p.Items = trim(p.Items)
		for _, ps := range passes {
			want := bruteForce(&p, rules, ps)
			if want == nil {
				continue
			}
			b := Breaker{Rules: rules}
			b.forget(len(p.Items))
			s := newSearch(&b, &p, ps)
			if ok := s.run(); ok != (len(want) > 0) {
				t.Fatalf("seed %d, pass %+v: found %v, brute force %v", seed, ps, ok, want)
			} else if !ok {
				continue
			}
			found++
			compare(t, fmt.Sprintf("seed %d, pass %+v", seed, ps), s.result(), want, p.Vary)
		}
	}
	if found < 150 {
		t.Errorf("only %d settings compared", found)
	}
}

func compare(t *testing.T, what string, r Result, want map[int]int64, vary int) {
	t.Helper()
	least := int64(-1)
	for _, c := range want {
		if least < 0 || c < least {
			least = c
		}
	}
	best := r.Settings[r.Best]
	if best.Demerits != least {
		t.Fatalf("%s: %d demerits, best is %d of %v", what, best.Demerits, least, want)
	}
	got := map[int]int64{}
	for _, s := range r.Settings {
		got[len(s.Lines)] = s.Demerits
	}
	for n := len(best.Lines) - vary; n <= len(best.Lines)+vary; n++ {
		w, ok := want[n]
		if g, have := got[n]; have != ok || g != w {
			t.Fatalf("%s: %d lines cost %d (%v), best is %d (%v)", what, n, g, have, w, ok)
		}
	}
}
