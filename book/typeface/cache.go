package typeface

import (
	"hash/maphash"
	"sync"
	"sync/atomic"
)

// cache maps texts to words. Readers take no lock and share no counter, so that all
// cores read it at full speed; words are added under a lock and never removed. The zero
// value is empty.
//
// It is a table of open addressing: a text's place is found by its hash, and the next
// free place after it is taken when another text stands there.
type cache struct {
	table atomic.Pointer[table]
	mu    sync.Mutex // held while adding
	n     int
}

type table struct {
	seed  maphash.Seed
	slots []atomic.Pointer[entry] // a power of two, at most half full
}

type entry struct {
	text string
	word Word
}

// firstSlots is the size of a cache's first table.
const firstSlots = 256

// get finds a text's word, nil if it was never added.
func (c *cache) get(text string) *Word {
	t := c.table.Load()
	if t == nil {
		return nil
	}
	mask := uint64(len(t.slots) - 1)
	for i := maphash.String(t.seed, text) & mask; ; i = (i + 1) & mask {
		e := t.slots[i].Load()
		if e == nil {
			return nil
		}
		if e.text == text {
			return &e.word
		}
	}
}

// put adds a word unless the text has one by now, and returns the one that stays: two
// goroutines that shape a text at the same time end with the same glyphs.
func (c *cache) put(text string, w Word) *Word {
	c.mu.Lock()
	defer c.mu.Unlock()
	if had := c.get(text); had != nil {
		return had
	}
	t := c.table.Load()
	if t == nil || 2*(c.n+1) > len(t.slots) {
		t = t.grown()
		c.table.Store(t)
	}
	e := &entry{text, w}
	t.add(e)
	c.n++
	return &e.word
}

func (t *table) add(e *entry) {
	mask := uint64(len(t.slots) - 1)
	i := maphash.String(t.seed, e.text) & mask
	for t.slots[i].Load() != nil {
		i = (i + 1) & mask
	}
	t.slots[i].Store(e)
}

// grown is a table of four times the size with the same entries. Readers of the old one
// go on reading it; what they miss there they shape again and find in put.
func (t *table) grown() *table {
	if t == nil {
		return &table{seed: maphash.MakeSeed(), slots: make([]atomic.Pointer[entry], firstSlots)}
	}
	g := &table{seed: t.seed, slots: make([]atomic.Pointer[entry], 4*len(t.slots))}
	for i := range t.slots {
		if e := t.slots[i].Load(); e != nil {
			g.add(e)
		}
	}
	return g
}
