package typeset

import (
	"slices"
	"strings"

	"cahier/book"
	"cahier/book/typeface"
	"cahier/book/typeset/linebreak"
	"cahier/book/unit"
)

// compositor sets texts, one after the other: it turns inlines into items, and lines of
// items into runs. Each goroutine has its own; what it keeps from one text to the next is
// only what it would find again.
type compositor struct {
	job     *job
	breaker linebreak.Breaker
	words   []words // by look

	gathered          // the text at hand
	other    gathered // another, set aside
	kids     int      // inline elements met
	first    bool     // the text is collected for the first time: elements and problems are made
	marking  bool     // calls of notes are recorded
	skip     int      // bytes at the beginning that a drop capital has taken
	offset   int32    // in the leaf's PlainText
	pending  bool     // a space was met since the last box
	space    atom     // it
	opening  int      // words still to be set in small capitals
	anchors  []string
	problems *book.Problems

	spaces []unit.Length
	runs   []typeface.Run
}

// gathered is a text as items, with what each of them sets.
type gathered struct {
	t     *text
	items []linebreak.Item
	atoms []atom
}

// aside puts the text at hand aside and takes up the other. While notes and running heads
// are painted the paragraph of the page lies there: one of many pages need not be gathered
// again for each.
func (c *compositor) aside() { c.gathered, c.other = c.other, c.gathered }

// state is what the inlines around a text ask of it.
type state struct {
	key     lookKey
	look    *look
	element *Element
	link    *area
	address bool // no word in it is hyphenated
}

// collect turns a text into items and atoms. The first time it makes the inline elements
// and reports what cannot be set; afterwards it finds the elements again.
func (c *compositor) collect(t *text) {
	if c.t == t && t.settings != nil {
		return // it is at hand
	}
	c.t, c.first = t, t.settings == nil
	c.items, c.atoms = c.items[:0], c.atoms[:0]
	c.kids, c.offset, c.pending, c.opening, c.skip = 0, 0, false, t.opening, 0
	if t.drop != nil {
		c.skip = len(t.drop.letter)
	}
	c.anchors = append(c.anchors[:0], t.anchors...)
	c.problems = &t.problems
	s := state{key: t.look.lookKey, look: t.look, element: t.element}
	if t.leads != nil {
		s.link = t.leads
	}
	for _, l := range t.labels {
		if l.inline {
			c.inlineLabel(l)
		}
	}
	if t.code != nil {
		c.codeLines(s)
	} else {
		c.inlines(t.inlines, s)
	}
	c.pending = false
	c.lastAnchors()
}

// lastAnchors gives anchors at the very end of a text to its last box.
func (c *compositor) lastAnchors() {
	for i := len(c.atoms) - 1; i >= 0 && len(c.anchors) > 0; i-- {
		if a := &c.atoms[i]; a.word != nil {
			if a.anchor != "" {
				c.anchors = append(c.anchors, a.anchor)
			}
			a.anchor = strings.Join(c.anchors, "\x00")
			break
		}
	}
	c.anchors = c.anchors[:0]
}

// settable adds a text as boxes, one for each face that it takes.
func (c *compositor) settable(value string, s state, offset int32, at book.Inline) {
	w := c.word(s.look, value)
	if !w.missing {
		c.cut(value, s, offset)
		return
	}
	runs, err := s.look.chain.Split(c.runs[:0], value)
	c.runs = runs
	if err != nil {
		report(c.problems, at.Position(), err)
		return
	}
	for _, r := range runs {
		if r.Missing && c.first {
			c.noteMissing(r.Text, at)
		}
		in := s
		if r.Face != s.look.shaper.Face() {
			in = c.with(s, func(k *lookKey) { k.face = r.Face })
		}
		c.cut(r.Text, in, offset)
		offset += int32(len(r.Text))
	}
}

func (c *compositor) box(value string, s state, offset int32) {
	c.place(c.word(s.look, value), s, offset)
}

// place adds a box, after the space that was met before it.
func (c *compositor) place(w *word, s state, offset int32) {
	if c.pending {
		c.pending = false
		c.add(linebreak.Item{Kind: linebreak.Glue, Width: c.space.look.gap}, c.space)
	}
	if _, brittle := slices.BinarySearch(c.t.brittle, int32(len(c.items))); brittle {
		w = c.brittle(s.look, w)
	} else if c.t.eased > uneased {
		w = c.pliant(s.look, w)
	}
	it := linebreak.Item{
		Kind: linebreak.Box, Hyphenate: w.divisible, Glyphs: int32(len(w.glyphs)), Letters: w.letters, Width: w.width,
		HangLeft: w.left, HangRight: w.right, First: w.first, Last: w.last,
	}
	a := atom{word: w, look: s.look, element: s.element, link: s.link, offset: offset}
	if len(c.anchors) > 0 {
		a.anchor = strings.Join(c.anchors, "\x00")
		c.anchors = c.anchors[:0]
	}
	c.add(it, a)
}

func (c *compositor) add(it linebreak.Item, a atom) {
	c.items = append(c.items, it)
	c.atoms = append(c.atoms, a)
}
