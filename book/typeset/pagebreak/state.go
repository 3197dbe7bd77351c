package pagebreak

import (
	"cmp"
	"slices"

	"cahier/book/unit"
)

// key is all that what follows depends on: two ways to come to the same place in the flow
// with the same key differ in their cost alone.
type key struct {
	page  int32
	begun bool // something stands on the page
	mark  mark // of the notes, at the top of the page
	// used is the height of what stands on the page, space that of the spaces since, which
	// count once something follows them.
	used, space unit.Length
	// stretch and spaceStretch are by how much the spaces in them can be stretched.
	stretch, spaceStretch unit.Length
	foot                  unit.Length // how short the facing verso is; 0 on a verso
}

// state is the cheapest way found to a key.
type state struct {
	key
	cost int64
	step
	trace int32 // index in traces, once kept
}

// step is the last thing that was done: lines of an item were set, and the page was ended
// after them. An item of −1 ends a page alone.
type step struct {
	prev     int32
	item     int32
	setting  int32
	from, to int32
	ended    bool
}

// width is how many states are kept at one place. A page has some 40 lines, and a state for
// most of them; beyond 48 chapters of a thousand pages came out the same up to 400.
const width = 64

// bucket collects the states of one place.
type bucket struct {
	states []state
	at     map[key]int32
}

// put adds a state, if no cheaper one has its key.
func (b *bucket) put(s state) {
	if b.at == nil {
		b.at = map[key]int32{}
	}
	if k, ok := b.at[s.key]; ok {
		if s.cost < b.states[k].cost {
			b.states[k] = s
		}
		return
	}
	b.at[s.key] = int32(len(b.states))
	b.states = append(b.states, s)
}

func (b *bucket) clear() {
	b.states = b.states[:0]
	clear(b.at)
}

// spare is how many states at the top of a page are kept beyond width. They may have paid
// for a bad break that all the others will be found to need: with one of them there is
// always a way on.
const spare = 8

// keep gives up the dearest states and gives the others their traces.
func (p *pager) keep(b *bucket) []state {
	if len(b.states) > width {
		slices.SortStableFunc(b.states, func(x, y state) int { return cmp.Compare(x.cost, y.cost) })
		kept := b.states[:width]
		for _, s := range b.states[width:] {
			if !s.begun && len(kept) < width+spare {
				kept = append(kept, s)
			}
		}
		b.states = kept
	}
	for i := range b.states {
		s := &b.states[i]
		s.trace = int32(len(p.traces))
		p.traces = append(p.traces, s.step)
	}
	return b.states
}
