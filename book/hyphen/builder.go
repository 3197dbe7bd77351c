package hyphen

import (
	"cmp"
	"slices"
)

// builder gathers patterns and makes a trie of them. Patterns lie in one array, without
// a pointer each, so that the tens of thousands of a language are sorted in milliseconds.
type builder struct {
	t        *trie
	bytes    []byte // for each pattern its codes, then one value more than codes
	patterns []pattern
	lists    map[string]uint32 // where in points a list of values is stored
}

// pattern is a pattern's place in bytes.
type pattern struct {
	key    uint64 // the first eight codes, to sort by
	at     uint32
	length uint32 // in codes
}

func newBuilder() *builder {
	b := &builder{t: &trie{high: map[rune]uint8{}, points: []byte{0}}, lists: map[string]uint32{}}
	b.t.addCode('.')
	return b
}

// add reads a pattern as TeX writes it, letters with digits between them: "1q", ".ab3ré".
func (b *builder) add(s string) {
	at := len(b.bytes)
	for _, r := range s {
		if r < '0' || r > '9' {
			if isApostrophe(r) {
				r = '\''
			}
			b.bytes = append(b.bytes, b.t.addCode(r))
		}
	}
	length := len(b.bytes) - at
	digit := byte(0)
	for _, r := range s {
		if r >= '0' && r <= '9' {
			digit = byte(r - '0')
			continue
		}
		b.bytes = append(b.bytes, digit)
		digit = 0
	}
	b.bytes = append(b.bytes, digit)
	b.patterns = append(b.patterns, pattern{key(b.bytes[at : at+length]), uint32(at), uint32(length)})
}

func key(codes []byte) (k uint64) {
	for i := range min(8, len(codes)) {
		k |= uint64(codes[i]) << (56 - 8*i)
	}
	return k
}

func (b *builder) codes(p pattern) []byte { return b.bytes[p.at : p.at+p.length] }

// values is a pattern's values without the zeros at either end, and how many zeros there
// were at the beginning.
func (b *builder) values(p pattern) (offset int, values []byte) {
	values = b.bytes[p.at+p.length : p.at+2*p.length+1]
	for len(values) > 0 && values[0] == 0 {
		offset, values = offset+1, values[1:]
	}
	for len(values) > 0 && values[len(values)-1] == 0 {
		values = values[:len(values)-1]
	}
	return offset, values
}

// build sorts the patterns and makes the nodes level by level. Of a pattern that stands
// twice the later one counts, as in TeX.
func (b *builder) build() *trie {
	slices.SortFunc(b.patterns, func(p, q pattern) int {
		if p.key != q.key {
			return cmp.Compare(p.key, q.key)
		}
		return cmp.Or(slices.Compare(b.codes(p), b.codes(q)), cmp.Compare(p.at, q.at))
	})
	t := b.t
	t.letter, t.value = []uint8{0}, []uint32{0}
	type span struct{ from, to, depth uint32 }
	queue := []span{{0, uint32(len(b.patterns)), 0}}
	for n := 0; n < len(queue); n++ {
		s := queue[n]
		t.first = append(t.first, uint32(len(queue)))
		for s.from < s.to && b.patterns[s.from].length == s.depth {
			t.value[n] = b.list(b.patterns[s.from])
			s.from++
		}
		for from := s.from; from < s.to; {
			c := b.bytes[b.patterns[from].at+s.depth]
			to := from + 1
			for to < s.to && b.bytes[b.patterns[to].at+s.depth] == c {
				to++
			}
			queue = append(queue, span{from, to, s.depth + 1})
			t.letter, t.value = append(t.letter, c), append(t.value, 0)
			from = to
		}
	}
	t.first = append(t.first, uint32(len(queue)))
	t.index()
	return t
}

// list stores a pattern's values, each list once, and says where.
func (b *builder) list(p pattern) uint32 {
	offset, values := b.values(p)
	if len(values) == 0 {
		return 0
	}
	entry := append([]byte{byte(offset), byte(len(values))}, values...)
	at, ok := b.lists[string(entry)]
	if !ok {
		at = uint32(len(b.t.points))
		b.lists[string(entry)] = at
		b.t.points = append(b.t.points, entry...)
	}
	return at
}
