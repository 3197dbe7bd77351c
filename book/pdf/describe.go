package pdf

import (
	"strings"

	"cahier/book"
	"cahier/book/layout"
)

// describe says, by anchor, what a link to a note, back to its call, or to a work leads to: a
// bare "3" would tell nothing to those who hear the link without the page. Most viewers
// also show it when the pointer rests on the link.
func describe(v *layout.Volume) map[string]string {
	about := map[string]string{}
	for _, s := range v.Sections {
		describeNotes(about, s.Notes, v.Words.BackToText)
		for _, list := range [][]book.Block{s.Blocks, s.After} {
			book.Blocks(list, func(b book.Block) bool {
				switch b := b.(type) {
				case *book.Table:
					describeNotes(about, b.Notes, v.Words.BackToText)
				case *book.NoteList:
					describeNotes(about, b.Notes, v.Words.BackToText)
				case *book.WorkList:
					for _, e := range b.Entries {
						about[e.ID] = shorten(book.LeafText(e.Text))
					}
				}
				return true
			})
		}
	}
	delete(about, "")
	return about
}

func describeNotes(about map[string]string, notes []*book.Note, back string) {
	for _, n := range notes {
		label := onlyIf(n.Label != "", n.Label+". ")
		about[n.Anchor] = shorten(label + blocksText(n.Blocks))
		for _, call := range n.Calls {
			if back != "" {
				about[call.Ref] = strings.TrimSpace(back + " " + n.Label)
			}
		}
	}
}

// maxDescription is as many characters as are read out without tiring.
const maxDescription = 160

// shorten cuts a text at a space.
func shorten(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	runes := []rune(s)
	if len(runes) <= maxDescription {
		return s
	}
	s = string(runes[:maxDescription])
	if i := strings.LastIndexByte(s, ' '); i > 0 {
		s = s[:i]
	}
	return s + " …"
}
