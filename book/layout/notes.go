package layout

import (
	"fmt"
	"strconv"

	"cahier/book"
)

// notes numbers and names the notes, last of all and in one place: a citation style
// may have made notes between the written ones.
func (a *arranger) notes() {
	a.called = map[*book.Article][]*book.Note{}
	run := 0
	noters := make([]noter, len(a.articles))
	for i, art := range a.articles {
		if a.book.Notes.Numbering != book.NumberByVolume {
			run = 0
		}
		n := &noters[i]
		*n = noter{article: art, id: art.ID, run: run, first: run}
		n.body(a.asked[art].body)
		run = n.run
	}
	if a.book.Notes.Numbering != book.NumberByVolume {
		run = 0
	}
	first := run
	for i, art := range a.articles { // gathered questions are a text of their own
		n := noter{article: art, id: "questions", run: run, first: first, tables: noters[i].tables, text: noters[i].text}
		n.blocks(a.asked[art].groups)
		a.asked[art].notes, run = n.notes, n.run
		noters[i].uncalled()
		a.called[art] = noters[i].notes
	}
}

// noter numbers the notes of one article.
type noter struct {
	article *book.Article
	id      string       // begins the notes' anchors
	notes   []*book.Note // as Section.Notes
	run     int          // the last number given
	first   int          // the last number given before this article
	tables  int
	text    map[*book.Note]bool // called outside tables
}

func (n *noter) body(list []book.Block) {
	for _, note := range n.article.Notes {
		note.Calls = nil
	}
	n.text = calledInText(n.article)
	n.inlines(n.article.Front.Title)
	n.inlines(n.article.Front.Subtitle)
	n.blocks(n.article.Front.Epigraph)
	n.blocks(n.article.Front.Abstract)
	n.blocks(list)
}

func (n *noter) blocks(list []book.Block) {
	book.Blocks(list, func(b book.Block) bool {
		if t, ok := b.(*book.Table); ok {
			n.table(t)
			return false
		}
		if c := book.Content(b); c != nil {
			n.inlines(*c)
		}
		return true
	})
}

func (n *noter) inlines(list []book.Inline) {
	book.Inlines(list, func(i book.Inline) bool {
		if c, ok := i.(*book.NoteCall); ok && c.Note != nil {
			n.call(c)
		}
		return true
	})
}

// call numbers a note at its first call and names the call.
func (n *noter) call(c *book.NoteCall) {
	note := c.Note
	if len(note.Calls) == 0 {
		n.run++
		note.Number = n.run
		note.Label = strconv.Itoa(n.run)
		note.Anchor = fmt.Sprintf("%s-n%d", n.id, n.run-n.first)
		n.notes = append(n.notes, note)
	}
	note.Calls = append(note.Calls, c)
	c.Ref = ref(note.Anchor, len(note.Calls))
}

// ref names the k-th call of a note: "a1-r3", "a1-r3-2" for "a1-n3".
func ref(anchor string, k int) string {
	b := []byte(anchor)
	for i := len(b) - 1; i > 0; i-- {
		if b[i-1] == '-' {
			b[i] = 'r'
			break
		}
	}
	if k > 1 {
		return fmt.Sprintf("%s-%d", b, k)
	}
	return string(b)
}

// calledInText are the notes of an article that something besides a table calls.
func calledInText(art *book.Article) map[*book.Note]bool {
	called := map[*book.Note]bool{}
	visit := func(i book.Inline) bool {
		if c, ok := i.(*book.NoteCall); ok && c.Note != nil {
			called[c.Note] = true
		}
		return true
	}
	book.Inlines(art.Front.Title, visit)
	book.Inlines(art.Front.Subtitle, visit)
	for _, list := range [][]book.Block{art.Front.Epigraph, art.Front.Abstract, art.Body} {
		book.Blocks(list, func(b book.Block) bool {
			if c := book.Content(b); c != nil {
				book.Inlines(*c, visit)
			}
			_, table := b.(*book.Table)
			return !table
		})
	}
	return called
}

// table gives the notes of a table a run of letters of its own: they stand below it,
// since a table may be carried over to another page. A note that the text calls as well
// is one of the article's: its reader must find it after every call.
func (n *noter) table(t *book.Table) {
	n.tables++
	book.AllInlines([]book.Block{t}, func(i book.Inline) bool {
		c, ok := i.(*book.NoteCall)
		if !ok || c.Note == nil {
			return true
		}
		note := c.Note
		if n.text[note] {
			n.call(c)
			return true
		}
		if len(note.Calls) == 0 {
			t.Notes = append(t.Notes, note)
			note.Kind = book.NoteTable
			note.Number = len(t.Notes)
			note.Label = book.Letters(note.Number)
			note.Anchor = fmt.Sprintf("%s-t%d-n%d", n.article.ID, n.tables, note.Number)
		}
		note.Calls = append(note.Calls, c)
		c.Ref = ref(note.Anchor, len(note.Calls))
		return true
	})
}

// uncalled sets the notes that nothing calls after the others, without number.
func (n *noter) uncalled() {
	k := 0
	for _, note := range n.article.Notes {
		if len(note.Calls) > 0 {
			continue
		}
		k++
		note.Number, note.Label = 0, ""
		note.Anchor = fmt.Sprintf("%s-u%d", n.article.ID, k)
		n.notes = append(n.notes, note)
	}
}
