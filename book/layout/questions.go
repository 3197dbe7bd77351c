package layout

import (
	"fmt"

	"cahier/book"
)

// asked is an article's body, and the questions for discussion that are gathered elsewhere:
// each group under the heading that the author gave it, if that stands over nothing else.
type asked struct {
	body, groups []book.Block
	notes        []*book.Note // first called in the groups
}

// divide parts the questions that are gathered from the articles.
func (a *arranger) divide() {
	a.asked = map[*book.Article]*asked{}
	for _, art := range a.articles {
		d := &asked{body: art.Body}
		if a.book.Questions == book.QuestionsAfterVolume {
			d = gather(art.Body)
		}
		a.asked[art] = d
	}
}

func gather(blocks []book.Block) *asked {
	d := &asked{}
	for i, b := range blocks {
		if !isQuestions(b) {
			d.body = append(d.body, b)
			continue
		}
		if n := len(d.body); n > 0 && blocks[i-1] == d.body[n-1] {
			if h, ok := d.body[n-1].(*book.Heading); ok && endsSection(blocks[i+1:], h.Level) {
				d.body = d.body[:n-1]
				d.groups = append(d.groups, h)
			}
		}
		d.groups = append(d.groups, b)
	}
	return d
}

// endsSection reports whether what follows belongs no more to a heading of the level.
func endsSection(rest []book.Block, level int) bool {
	if len(rest) == 0 {
		return true
	}
	h, ok := rest[0].(*book.Heading)
	return ok && h.Level <= level
}

// body is an article's body with a heading over each group of questions for discussion that
// the author gave none; without the groups if they are gathered behind the articles.
func (a *arranger) body(art *book.Article) []book.Block {
	var list []book.Block
	level, groups := 1, 0
	body := a.asked[art].body
	for i, b := range body {
		if h, ok := b.(*book.Heading); ok {
			level = h.Level
		}
		if isQuestions(b) {
			groups++
			if n := len(list); n == 0 || !isHeading(list[n-1]) {
				under := min(level+1, 6)
				if i+1 == len(body) {
					under = 2 // at the end they ask about the whole article
				}
				list = append(list, a.questionsHeading(art, groups, under))
			}
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
		level := 2
		if !a.single() && len(a.asked[art].groups) > 0 {
			h := heading(2, "questions-"+art.ID, "", []book.Inline{&book.Link{Href: "#" + art.ID, Inlines: withoutNotes(art.Front.Title)}})
			h.Attr.Lang = lang
			s.Blocks, level = append(s.Blocks, h), 3
		}
		for _, b := range a.asked[art].groups {
			if h, ok := b.(*book.Heading); ok {
				h.Level = level
			}
			if attr := b.Attributes(); attr.Lang == "" {
				attr.Lang = lang
			}
			s.Blocks = append(s.Blocks, b)
		}
	}
	s.Notes = a.questionNotes()
	if len(s.Blocks) == 1 {
		return nil
	}
	if len(s.Notes) > 0 {
		s.NotesHeading = heading(2, "questions-notes", "notes", text(a.words.Notes))
	}
	return s
}

// questionNotes lists the notes first called in gathered questions.
func (a *arranger) questionNotes() []*book.Note {
	var list []*book.Note
	for _, art := range a.articles {
		list = append(list, a.asked[art].notes...)
	}
	return list
}
