package cite

import (
	"maps"
	"slices"

	"cahier/book"
)

// catalogue finds sources by key: an article's own before the volume's. It warns of a
// key that a library has twice.
type catalogue struct {
	libraries  []map[string]*book.Source
	incomplete bool // a key that is not there may stand in what could not be read
}

func newCatalogue(problems *book.Problems, known map[*book.Library]map[string]*book.Source, libraries ...*book.Library) catalogue {
	var c catalogue
	for _, l := range libraries {
		if l == nil {
			continue
		}
		if known[l] == nil {
			known[l] = index(l, problems)
		}
		c.libraries = append(c.libraries, known[l])
		c.incomplete = c.incomplete || l.Incomplete
	}
	return c
}

func index(l *book.Library, problems *book.Problems) map[string]*book.Source {
	m := make(map[string]*book.Source, len(l.Sources))
	for _, s := range l.Sources {
		if first, twice := m[s.Key]; twice {
			if first != s {
				problems.Add(s.Pos, book.CodeSourceRepeated, "the first one is used; give this one another key", "the source %q is there already", s.Key)
			}
			continue
		}
		m[s.Key] = s
	}
	return m
}

func (c catalogue) find(key string) *book.Source {
	for _, m := range c.libraries {
		if s := m[key]; s != nil {
			return s
		}
	}
	return nil
}

// mostHints is the number of problems after which no near key is looked for any more: a
// hostile manuscript may hold a great many keys.
const mostHints = 100

// missing warns of a key that no library has, unless one of them was read in part: what it
// lacks follows from an error that is told already.
func (c catalogue) missing(problems *book.Problems, pos book.Pos, key string) {
	if c.incomplete {
		return
	}
	hint := "add the source to references or to the bibliography"
	if len(*problems) > mostHints {
		problems.Add(pos, book.CodeSourceMissing, hint, "no source has the key %q", key)
		return
	}
	if near := c.nearest(key); near != "" {
		hint = "did you mean @" + near + "?"
	}
	problems.Add(pos, book.CodeSourceMissing, hint, "no source has the key %q", key)
}

// nearest is the known key most like one, "" if none is near.
func (c catalogue) nearest(key string) string {
	var known []string
	for _, m := range c.libraries {
		known = slices.AppendSeq(known, maps.Keys(m))
	}
	return book.Nearest(key, known)
}
