package layout

import (
	"fmt"
	"slices"

	"cahier/book"
)

// body is an article's body with a heading over each group of questions for discussion that
// the author gave none; without the groups if they are gathered behind the articles.
func (a *arranger) body(art *book.Article) []book.Block {
	var list []book.Block
	level, groups := 1, 0
	for i, b := range art.Body {
		if h, ok := b.(*book.Heading); ok {
			level = h.Level
		}
		if !isQuestions(b) {
			list = append(list, b)
			continue
		}
		groups++
		if a.book.Questions == book.QuestionsAfterVolume {
			if n := len(list); n > 0 && isHeading(list[n-1]) && (i+1 == len(art.Body) || isHeading(art.Body[i+1])) {
				list = list[:n-1] // it would stand over nothing
			}
			continue
		}
		if n := len(list); n == 0 || !isHeading(list[n-1]) {
			under := min(level+1, 6)
			if i+1 == len(art.Body) {
				under = 2 // at the end they ask about the whole article
			}
			list = append(list, a.questionsHeading(art, groups, under))
		}
		list = append(list, b)
	}
	return list
}

func (a *arranger) questionsHeading(art *book.Article, group, level int) *book.Heading {
	w, _ := wordsFor(a.lang(art))
	return heading(level, questionsID(art, group), "questions-title", text(w.questions))
}

// questionsID is the anchor of an article's k-th group of questions.
func questionsID(art *book.Article, k int) string {
	if k == 1 {
		return art.ID + "-questions"
	}
	return fmt.Sprintf("%s-questions-%d", art.ID, k)
}

func isQuestions(b book.Block) bool {
	d, ok := b.(*book.Div)
	return ok && d.Attr.Has(book.ClassQuestions)
}

func isHeading(b book.Block) bool {
	_, ok := b.(*book.Heading)
	return ok
}

// gatheredQuestions holds the questions of all articles, each group under the title of its
// article.
func (a *arranger) gatheredQuestions() *Section {
	if a.book.Questions != book.QuestionsAfterVolume {
		return nil
	}
	s := &Section{Kind: Questions, ID: "questions",
		Blocks: []book.Block{heading(1, "questions-title", book.ClassTitle, text(a.words.questions))}}
	for _, art := range a.articles {
		lang := a.foreign(art)
		titled := a.single()
		for _, b := range art.Body {
			if !isQuestions(b) {
				continue
			}
			if !titled {
				h := heading(2, "questions-"+art.ID, "", []book.Inline{&book.Link{Href: "#" + art.ID, Inlines: withoutNotes(art.Front.Title)}})
				h.Attr.Lang = lang
				s.Blocks, titled = append(s.Blocks, h), true
			}
			if attr := b.Attributes(); attr.Lang == "" {
				attr.Lang = lang
			}
			s.Blocks = append(s.Blocks, b)
		}
		s.Notes = append(s.Notes, a.notesIn(art, true)...)
	}
	if len(s.Blocks) == 1 {
		return nil
	}
	if len(s.Notes) > 0 {
		s.NotesHeading = heading(2, "questions-notes", "notes", text(a.words.Notes))
	}
	return s
}

// notesIn lists the notes of an article that belong to its own section, or those that went
// with its questions: notes first called there.
func (a *arranger) notesIn(art *book.Article, questions bool) []*book.Note {
	moved := map[*book.Note]bool{}
	if a.book.Questions == book.QuestionsAfterVolume {
		for _, b := range art.Body {
			if isQuestions(b) {
				for _, n := range firstCalls([]book.Block{b}) {
					moved[n] = true
				}
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(a.called[art]), func(n *book.Note) bool { return moved[n] != questions })
}

// firstCalls lists the notes whose first call stands in the blocks.
func firstCalls(list []book.Block) []*book.Note {
	var notes []*book.Note
	book.Blocks(list, func(b book.Block) bool {
		if c := book.Content(b); c != nil {
			book.Inlines(*c, func(i book.Inline) bool {
				if call, ok := i.(*book.NoteCall); ok && call.Note != nil && len(call.Note.Calls) > 0 && call.Note.Calls[0] == call {
					notes = append(notes, call.Note)
				}
				return true
			})
		}
		return true
	})
	return notes
}
