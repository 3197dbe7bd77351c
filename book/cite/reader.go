package cite

import (
	"strings"

	"cahier/book"
)

// reader goes through an article in reading order, a note at its first call, and words
// what it meets.
type reader struct {
	*job
	notes []*book.Note // in the order of their first call
	seen  map[*book.Note]bool
	made  map[*book.Note]*book.Paragraph // by this package
	cited map[*book.Source]bool          // in full already
	// inside says that the reader is in a written note; bracketed, that it is where no
	// note can be called.
	inside, bracketed bool
	linked            bool                    // in a link of the author's, which cannot hold another
	moved             map[*book.NoteCall]bool // punctuation stands before the call
	// before is what the preceding note cites, and here what this one cites up to now.
	before, here []book.Cite
}

func newReader(j *job) *reader {
	return &reader{job: j, seen: map[*book.Note]bool{}, made: map[*book.Note]*book.Paragraph{}, cited: map[*book.Source]bool{},
		moved: map[*book.NoteCall]bool{}}
}

// article words one article and puts its notes in order.
func (j *job) article() {
	r := newReader(j)
	f := &j.art.Front
	for _, list := range []*[]book.Inline{&f.Title, &f.Subtitle} {
		r.leaf(list)
	}
	for _, list := range [][]book.Block{f.Epigraph, f.Abstract, j.art.Body} {
		r.blocks(list)
	}
	for _, n := range j.art.Notes {
		r.note(n)
	}
	for _, p := range r.made {
		w := wording{lang: j.lang, list: p.Inlines}
		w.punctuate('.')
		p.Inlines = w.list
	}
	j.art.Notes = r.notes
	r.bracketed = true
	r.leaf(&f.ShortTitle)
	r.blocks(f.Dedication)
}

func (r *reader) blocks(list []book.Block) {
	book.Blocks(list, func(b book.Block) bool {
		if t, ok := b.(*book.Table); ok {
			r.table(t)
			return false
		}
		if c := book.Content(b); c != nil {
			r.leaf(c)
		}
		return true
	})
}

// table reads a table. Its notes stand below it in a run of their own, so that ibid
// leads neither in nor out.
func (r *reader) table(t *book.Table) {
	before, here := r.before, r.here
	r.before, r.here = nil, nil
	for _, list := range book.Children(t) {
		r.blocks(list)
	}
	r.before, r.here = before, here
}

// leaf words the inlines of a leaf, if there is anything to word: lists without
// citations stay as they are.
func (r *reader) leaf(list *[]book.Inline) {
	concerned := false
	book.Inlines(*list, func(n book.Inline) bool {
		switch n.(type) {
		case *book.NoteCall, *book.Citation:
			concerned = true
		}
		return !concerned
	})
	if concerned {
		*list = r.inlines(*list)
	}
}

func (r *reader) inlines(list []book.Inline) []book.Inline {
	list = append([]book.Inline(nil), list...)
	var out []book.Inline
	for i := 0; i < len(list); i++ {
		switch n := list[i].(type) {
		case *book.NoteCall:
			out = append(out, n)
			if n.Note != nil {
				r.note(n.Note)
			}
		case *book.Citation:
			out = r.citation(n, out)
			if call, ok := last(out).(*book.NoteCall); ok && r.after && i+1 < len(list) {
				var whole bool
				if out, whole = r.movePunctuation(out[:len(out)-1], call, &list[i+1]); whole {
					i++
				}
			}
		case *book.Link:
			was := r.linked
			r.linked = true
			n.Inlines = r.inlines(n.Inlines)
			r.linked = was
			out = append(out, n)
		default:
			if inner := book.Within(n); inner != nil {
				*inner = r.inlines(*inner)
			}
			out = append(out, n)
		}
	}
	return out
}

func last(list []book.Inline) book.Inline {
	if len(list) == 0 {
		return nil
	}
	return list[len(list)-1]
}

// note reads a written note when it is first called.
func (r *reader) note(n *book.Note) {
	if r.seen[n] || r.inside {
		return
	}
	r.seen[n] = true
	r.notes = append(r.notes, n)
	r.nextNote()
	linked := r.linked
	r.inside, r.linked = true, false
	r.blocks(n.Blocks)
	r.inside, r.linked = false, linked
}

func (r *reader) nextNote() { r.before, r.here = r.here, nil }

// citation words a citation and appends what stands in its place.
func (r *reader) citation(c *book.Citation, out []book.Inline) []book.Inline {
	switch {
	case r.byYear:
		c.Text = r.authorDate(c)
	case r.inside:
		c.Text = r.inNote(c, false)
	case r.bracketed:
		r.before, r.here = nil, nil
		clear(r.cited)
		w := wording{lang: r.lang}
		w.text("(")
		w.add(r.inNote(c, false)...)
		w.text(")")
		c.Text = w.list
	default:
		return r.makeNote(c, out)
	}
	return append(out, c)
}

// makeNote puts the citation into a note and appends its call. The call stands at its
// word without a space; two citations side by side share a note, since two calls would
// read as one number.
func (r *reader) makeNote(c *book.Citation, out []book.Inline) []book.Inline {
	if c.Mode == book.CiteInText && len(c.Items) > 0 {
		s := r.find.find(c.Items[0].Key)
		if s == nil {
			out = append(out, &book.Text{Place: c.Place, Value: unknown(c.Items[0].Key)})
		} else {
			out = append(out, r.scope.label(s, r.lang)...)
		}
	} else {
		out = trimSpace(out)
		if call, ok := last(out).(*book.NoteCall); ok {
			if p := r.made[call.Note]; p != nil && !r.moved[call] {
				c.Text = r.inNote(c, false)
				p.Inlines = append(p.Inlines, text("; "), c)
				return out
			}
			out = append(out, text("\u202F")) // beside a written note's call
		}
	}
	r.nextNote()
	linked := r.linked
	r.linked = false // the note stands outside the author's link
	c.Text = r.inNote(c, true)
	r.linked = linked
	p := &book.Paragraph{Node: book.Node{Pos: c.Pos}, Inlines: []book.Inline{c}}
	n := &book.Note{Pos: c.Pos, Kind: book.NoteCited, Blocks: []book.Block{p}}
	call := &book.NoteCall{Place: c.Place, Note: n}
	n.Calls = []*book.NoteCall{call}
	r.seen[n], r.made[n] = true, p
	r.notes = append(r.notes, n)
	return append(out, call)
}

// trimSpace takes the spaces off the end of the inlines.
func trimSpace(list []book.Inline) []book.Inline {
	t, ok := last(list).(*book.Text)
	if !ok {
		return list
	}
	value := strings.TrimRight(t.Value, " \u00A0\u202F\u2009")
	if value == t.Value {
		return list
	}
	list = list[:len(list)-1]
	if value == "" {
		return list
	}
	return append(list, &book.Text{Place: t.Place, Value: value})
}

// movePunctuation puts the punctuation at the head of the next inline before the call. It
// reports whether that was all of it.
func (r *reader) movePunctuation(out []book.Inline, call *book.NoteCall, next *book.Inline) ([]book.Inline, bool) {
	t, ok := (*next).(*book.Text)
	if !ok {
		return append(out, call), false
	}
	rest := strings.TrimLeft(t.Value, ".,;:!?…")
	if moved := t.Value[:len(t.Value)-len(rest)]; moved != "" {
		r.moved[call] = true
		out = appendText(out, moved, t.Place)
		*next = &book.Text{Place: t.Place, Value: rest}
	}
	return append(out, call), rest == ""
}

// appendText joins text to the text at the end, or appends it.
func appendText(out []book.Inline, s string, place book.Place) []book.Inline {
	if t, ok := last(out).(*book.Text); ok {
		out[len(out)-1] = &book.Text{Place: t.Place, Value: t.Value + s}
		return out
	}
	return append(out, &book.Text{Place: place, Value: s})
}
