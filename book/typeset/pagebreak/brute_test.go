package pagebreak

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"cahier/book/unit"
)

const line = 10 * unit.Point

// price is what the pages cost by the rules, reckoned from the pages alone.
func price(f *Flow, r *Rules, pages []Page) int64 {
	var cost, foot int64
	ns := newNotes(f)
	m, called := mark{}, 0
	seen := map[int]bool{}
	end := len(pages) - 1
	for len(pages[end].Parts) == 0 {
		end-- // pages of left over notes cost nothing more
	}
	for n, pg := range pages {
		last := n == end
		recto := (n%2 == 0) != f.Verso
		var free bool
		for _, part := range pg.Parts {
			switch it := f.Items[part.Item].(type) {
			case *Block:
				called += it.Notes
				cost += int64(part.Setting) * r.Give
			case *Paragraph:
				for _, l := range it.Settings[part.Setting].Lines[part.From:part.To] {
					called += l.Notes
				}
				if !seen[part.Item] {
					cost += it.Settings[part.Setting].Cost
					seen[part.Item] = true
				}
			}
		}
		h := f.Heights[min(n, len(f.Heights)-1)]
		pl := ns.place(m, called, h-pg.Text, len(pg.Parts) == 0)
		m = pl.next
		cost += int64(pl.away) * r.Away
		if pl.left > 0 {
			cost += r.Split + r.Split*int64(pl.left)/50
		}
		if last {
			if missing := int64(r.LastLines)*10 - lines(pg.Text, r.Line); n > 0 && missing > 0 {
				cost += r.LastCost * missing / 10
			}
			break
		}
		for _, part := range pages[n+1].Parts {
			if b, ok := f.Items[part.Item].(*Block); ok {
				free = b.NewPage
			} else if _, ok := f.Items[part.Item].(*Space); ok {
				continue
			}
			break
		}
		if !free {
			for bad, c := range map[*bool]int64{&pg.Widow: r.Widow, &pg.Orphan: r.Orphan, &pg.Stranded: r.Stranded, &pg.Hyphen: r.Hyphen} {
				if *bad {
					cost += c
				}
			}
			if pg.Hyphen && recto {
				cost += r.Hyphen
			}
		}
		rest := max(0, h-pg.Text-pl.height-pg.Stretch)
		q := min(shortMax, lines(rest, r.Line))
		mine := rest
		if pl.height > 0 || free {
			mine = 0
		}
		switch {
		case free:
		case pl.height > 0:
			q = max(0, q-10)
			cost += r.Short / 4 * q * q * q / 1000
		default:
			cost += r.Short * q * q * q / 1000
		}
		if recto && n > 0 && !free {
			cost += r.Facing * lines(unit.Length(max(int64(mine)-foot, foot-int64(mine))), r.Line) / 10
		}
		foot = int64(mine)
		if recto {
			foot = 0
		}
	}
	return cost
}

// brute tries every choice of settings and every set of breaks.
type brute struct {
	f     *Flow
	r     *Rules
	best  int64
	pages []Page
	n     int
}

func bruteForce(f *Flow, r *Rules) (int64, []Page) {
	b := &brute{f: f, r: r, best: -1}
	b.choose(make([]int, len(f.Items)), 0)
	return b.best, b.pages
}

func (b *brute) choose(settings []int, i int) {
	if i == len(settings) {
		b.walk(settings)
		return
	}
	n := 1
	switch it := b.f.Items[i].(type) {
	case *Paragraph:
		n = len(it.Settings)
	case *Block:
		n += int(it.Give / b.r.Line)
	}
	for v := range n {
		settings[i] = v
		b.choose(settings, i+1)
	}
}

// walk goes through the lines and blocks, ending a page before each of them or not.
func (b *brute) walk(settings []int) {
	var atoms []step
	for i, it := range b.f.Items {
		switch it := it.(type) {
		case *Block:
			atoms = append(atoms, step{item: int32(i), setting: int32(settings[i])})
		case *Paragraph:
			for k := range it.Settings[settings[i]].Lines {
				atoms = append(atoms, step{item: int32(i), setting: int32(settings[i]), from: int32(k), to: int32(k + 1)})
			}
		}
	}
	b.ends(atoms, 1)
}

func (b *brute) ends(atoms []step, k int) {
	if k < len(atoms) {
		atoms[k].ended = false // here: a page ends before it
		blk, ok := b.f.Items[atoms[k].item].(*Block)
		if !ok || !blk.NewPage {
			b.ends(atoms, k+1)
		}
		atoms[k].ended = true
		b.ends(atoms, k+1)
		atoms[k].ended = false
		return
	}
	if pages, ok := b.bind(atoms); ok {
		b.n++
		if c := price(b.f, b.r, pages); b.best < 0 || c < b.best {
			b.best, b.pages = c, pages
		}
	}
}

// bind sets the pages; false if one with more than one atom is too full.
func (b *brute) bind(atoms []step) ([]Page, bool) {
	p := &pager{f: b.f, r: b.r, notes: newNotes(b.f)}
	bd := &binder{pager: p}
	count := 0
	full := func() bool {
		need := bd.page.Text + p.notes.least(bd.mark, bd.called)
		return count > 1 && need > p.height(int32(len(bd.pages)))
	}
	for k := range atoms {
		if atoms[k].ended {
			bd.end()
			count = 0
		}
		s := atoms[k]
		bd.part(&s)
		count++
		if full() {
			return nil, false
		}
	}
	bd.end()
	for int(bd.mark.note) < len(b.f.Notes) {
		bd.end()
	}
	return bd.pages, true
}

// sample is a random short chapter.
func sample(rnd *rand.Rand) (Flow, Rules) {
	f := Flow{Heights: []unit.Length{line * unit.Length(2+rnd.IntN(4))}, Verso: rnd.IntN(2) == 0,
		NoteRule: line / 2, NoteGap: line / 10}
	if rnd.IntN(2) == 0 {
		f.Heights = append(f.Heights, f.Heights[0]+line*unit.Length(rnd.IntN(3)))
	}
	left := 8
	for left > 0 && len(f.Items) < 7 {
		switch rnd.IntN(6) {
		case 0:
			f.Items = append(f.Items, &Space{Height: line * unit.Length(1+rnd.IntN(2)), Stretch: line * unit.Length(rnd.IntN(2)),
				Stays: rnd.IntN(5) == 0})
		case 1:
			left--
			b := &Block{Height: line * unit.Length(1+rnd.IntN(4)), KeepNext: rnd.IntN(2) == 0, NewPage: rnd.IntN(6) == 0}
			b.Heading = b.KeepNext && rnd.IntN(2) == 0
			if rnd.IntN(3) == 0 {
				b.Top = line
			}
			if rnd.IntN(5) == 0 {
				b.Notes = 1
				f.Notes = append(f.Notes, someNote(rnd))
			}
			f.Items = append(f.Items, b)
		default:
			n := 1 + rnd.IntN(min(6, left))
			left -= n
			f.Items = append(f.Items, somePara(rnd, &f, n))
		}
	}
	return f, Classic(line)
}

// give lets some blocks of a flow be made lower.
func give(f *Flow, rnd *rand.Rand) {
	for _, it := range f.Items {
		if b, ok := it.(*Block); ok && rnd.IntN(2) == 0 {
			b.Give = min(b.Height-line, line*unit.Length(rnd.IntN(3)))
		}
	}
}

func someNote(rnd *rand.Rand) Note {
	var n Note
	for range 1 + rnd.IntN(6) {
		n.Lines = append(n.Lines, line*8/10)
	}
	return n
}

func somePara(rnd *rand.Rand, f *Flow, n int) *Paragraph {
	p := &Paragraph{Whole: rnd.IntN(9) == 0, KeepNext: rnd.IntN(9) == 0, Loose: rnd.IntN(9) == 0}
	calls := rnd.IntN(8) / 5
	for range calls {
		f.Notes = append(f.Notes, someNote(rnd))
	}
	for v := range 1 + rnd.IntN(2) {
		s := Setting{Cost: int64(v * rnd.IntN(3000))}
		for range max(1, n+v%2) {
			s.Lines = append(s.Lines, Line{Height: line, Hyphen: rnd.IntN(5) == 0})
		}
		for range calls {
			s.Lines[rnd.IntN(len(s.Lines))].Notes++
		}
		p.Settings = append(p.Settings, s)
	}
	return p
}

func TestBreakIsAsGoodAsTryingAll(t *testing.T) {
	for seed := range uint64(1500) {
		rnd := rand.New(rand.NewPCG(seed, 2))
		f, r := sample(rnd)
		give(&f, rand.New(rand.NewPCG(seed, 3)))
		if !settable(&f) {
			continue
		}
		pages := Break(f, r)
		want, best := bruteForce(&f, &r)
		if got := price(&f, &r, pages); got != want && !far(best) {
			t.Errorf("seed %d: pages cost %d, best is %d\n%s\nbest: %+v", seed, got, want, dump(&f, pages), best)
		}
	}
}

// far says that a page has a bad break further up than reach: such are not looked for.
func far(pages []Page) bool {
	for _, p := range pages {
		if (p.Widow || p.Orphan || p.Stranded || p.Hyphen) && p.Slack > reach*line {
			return true
		}
	}
	return false
}

// settable says that the flow has something to set.
func settable(f *Flow) bool {
	return before(f.Items, len(f.Items)) >= 0
}

func dump(f *Flow, pages []Page) string {
	s := fmt.Sprintf("heights %v verso %v\n", f.Heights, f.Verso)
	for i, it := range f.Items {
		switch it := it.(type) {
		case *Paragraph:
			s += fmt.Sprintf("%d: paragraph whole %v keep %v loose %v", i, it.Whole, it.KeepNext, it.Loose)
			for _, v := range it.Settings {
				s += fmt.Sprintf(" [%d lines cost %d:", len(v.Lines), v.Cost)
				for _, l := range v.Lines {
					s += fmt.Sprintf(" %d%v", l.Notes, l.Hyphen)
				}
				s += "]"
			}
			s += "\n"
		default:
			s += fmt.Sprintf("%d: %T %+v\n", i, it, it)
		}
	}
	for n, nt := range f.Notes {
		s += fmt.Sprintf("note %d: %d lines\n", n, len(nt.Lines))
	}
	for _, p := range pages {
		s += fmt.Sprintf("%+v\n", p)
	}
	return s
}
