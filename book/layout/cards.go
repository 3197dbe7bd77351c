package layout

import (
	"cmp"
	"fmt"
	"slices"

	"cahier/book"
)

// Cards makes of the questions for discussion in a volume one of cards: a section for each
// question, in reading order, under a line that names the text. A question has the number
// that it has in print; what is no paragraph or list stands before the question that follows
// it. Notes come with the questions that call them first.
//
// The cards share their blocks with the volume, which stays as it is.
func Cards(v *Volume) *Volume {
	cards := &Volume{Front: v.Front, Identifier: v.Identifier, Modified: v.Modified, Words: v.Words,
		Notes: book.NotesPolicy{Place: book.NotesOnPage, Numbering: v.Notes.Numbering}}
	for _, s := range v.Sections {
		if s.Kind != Article {
			continue
		}
		book.Blocks(s.Article.Body, func(b book.Block) bool {
			if !isQuestions(b) {
				return true
			}
			for _, question := range singly(b.(*book.Div).Blocks) {
				id := fmt.Sprintf("card-%d", len(cards.Sections)+1)
				name := &book.Paragraph{Inlines: cardName(v, s)}
				name.Attr.Classes = []string{book.ClassSource}
				cards.Sections = append(cards.Sections, &Section{Kind: Questions, ID: id, Lang: cmp.Or(b.Attributes().Lang, s.Lang), Title: name.Inlines,
					Blocks: append([]book.Block{name}, question...)})
			}
			return false
		})
	}
	return cards
}

// cardName names the book, and the article where that has another title, as running heads do.
func cardName(v *Volume, s *Section) []book.Inline {
	whole, own := shortTitle(&v.Front, v.Front.Lang), s.Recto
	if book.PlainText(whole) == book.PlainText(own) {
		return own
	}
	return slices.Concat(whole, text(" · "), own)
}

// singly divides a group of questions: the blocks of each, of which the question itself is a
// list of one.
func singly(group []book.Block) [][]book.Block {
	var list [][]book.Block
	var before []book.Block
	add := func(item book.ListItem) {
		one := &book.List{Ordered: true, Start: len(list) + 1, Items: []book.ListItem{item}}
		one.Pos = item.Pos
		list = append(list, append(before, one))
		before = nil
	}
	for _, b := range group {
		switch b := b.(type) {
		case *book.Paragraph:
			add(book.ListItem{Pos: b.Pos, Blocks: []book.Block{b}})
		case *book.List:
			for _, item := range b.Items {
				add(item)
			}
		default:
			before = append(before, b)
		}
	}
	if n := len(list); n > 0 {
		list[n-1] = append(list[n-1], before...)
	}
	return list
}
