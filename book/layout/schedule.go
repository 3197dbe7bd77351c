package layout

import (
	"fmt"
	"slices"

	"cahier/book"
)

// schedule is the page of a reading group's meetings: for each its date, its note and its
// articles with their pages. The entries are still empty, since titles are copied from the
// corrected text (finish).
func (a *arranger) schedule() *Section {
	if len(a.book.Schedule) == 0 {
		return nil
	}
	s := &Section{Kind: Schedule, ID: "schedule", Blocks: []book.Block{heading(1, "schedule-title", book.ClassTitle, text(a.words.schedule))}}
	for i, m := range a.book.Schedule {
		line := text(joined(" — ", a.words.day(m.Date), m.Note))
		if len(line) > 0 {
			s.Blocks = append(s.Blocks, heading(2, fmt.Sprintf("schedule-%d", i+1), "meeting", line))
		}
		s.Blocks = append(s.Blocks, &book.Contents{})
	}
	return s
}

// fillSchedule names the articles of each meeting.
func (a *arranger) fillSchedule(v *Volume, s *Section) {
	meeting := 0
	for _, b := range s.Blocks {
		c, ok := b.(*book.Contents)
		if !ok {
			continue
		}
		for _, other := range v.Sections {
			if other.Kind == Article && slices.Contains(a.book.Schedule[meeting].Articles, other.Article.Path) {
				e := entry(0, other.Title, other.ID, "article")
				e.Whole = true
				c.Entries = append(c.Entries, e)
			}
		}
		meeting++
	}
}
