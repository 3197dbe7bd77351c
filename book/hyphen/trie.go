package hyphen

// trie holds the patterns of a language by their letters. Nodes are numbered level by
// level, so that the children of node n are the nodes first[n] to first[n+1]-1, sorted by
// letter; the first two letters are found in tables.
type trie struct {
	low     [lowRunes]uint8 // codes of letters below lowRunes; 0: in no pattern
	high    map[rune]uint8  // codes of the others
	letters int             // codes are 1 to letters; 1 is the stop at a word's ends

	first  []uint32
	letter []uint8
	value  []uint32 // where in points a pattern that ends at the node begins; 0: none ends there
	points []byte   // for each list of values: where it begins, its length, the values

	roots []uint32 // by code: the node of a pattern's first letter; 0: none
	pairs []uint32 // by two codes: the node of its first two
}

const (
	lowRunes = 0x530
	stop     = 1 // the code of the full stop, which in patterns is a word's end
)

func (t *trie) has(r rune) bool { return t.code(r) != 0 }

func (t *trie) code(r rune) uint8 {
	if uint32(r) < lowRunes {
		return t.low[r]
	}
	return t.high[r]
}

// addCode gives a letter its code. No alphabet comes near 255 letters; letters beyond
// would be unknown.
func (t *trie) addCode(r rune) uint8 {
	if c := t.code(r); c != 0 {
		return c
	}
	if t.letters == 255 {
		return 0
	}
	t.letters++
	if r < lowRunes {
		t.low[r] = uint8(t.letters)
	} else {
		t.high[r] = uint8(t.letters)
	}
	return uint8(t.letters)
}

// index fills the tables of the first one and two letters.
func (t *trie) index() {
	n := t.letters + 1
	t.roots, t.pairs = make([]uint32, n), make([]uint32, n*n)
	for a := t.first[0]; a < t.first[1]; a++ {
		t.roots[t.letter[a]] = a
		for b := t.first[a]; b < t.first[a+1]; b++ {
			t.pairs[int(t.letter[a])*n+int(t.letter[b])] = b
		}
	}
}

// scratch is the memory that values works in.
type scratch struct{ codes, values []uint8 }

// values is the value of every place in ".word.": values[i] stands before its letter i.
// An odd one is a place to break.
func (t *trie) values(s *scratch, letters []rune) []uint8 {
	codes := append(s.codes[:0], stop)
	for _, r := range letters {
		codes = append(codes, t.code(r))
	}
	codes = append(codes, stop)
	values := s.values[:0]
	for range len(codes) + 1 {
		values = append(values, 0)
	}
	n := t.letters + 1
	for i, c := range codes {
		if root := t.roots[c]; root != 0 {
			t.apply(t.value[root], values[i:])
		}
		if i+1 < len(codes) {
			if node := t.pairs[int(c)*n+int(codes[i+1])]; node != 0 {
				t.walk(node, codes[i+2:], values[i:])
			}
		}
	}
	s.codes, s.values = codes, values
	return values
}

// walk applies every pattern that ends at the node or below it along the codes.
func (t *trie) walk(node uint32, codes, values []uint8) {
	for {
		t.apply(t.value[node], values)
		if len(codes) == 0 {
			return
		}
		c, child, end := codes[0], t.first[node], t.first[node+1]
		for child < end && t.letter[child] < c {
			child++
		}
		if child == end || t.letter[child] != c {
			return
		}
		node, codes = child, codes[1:]
	}
}

// apply raises values to those of the list at a place in points.
func (t *trie) apply(at uint32, values []uint8) {
	if at == 0 {
		return
	}
	offset, n := int(t.points[at]), uint32(t.points[at+1])
	into := values[offset:]
	for i, v := range t.points[at+2 : at+2+n] {
		if into[i] < v {
			into[i] = v
		}
	}
}
