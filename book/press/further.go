package press

import (
	"slices"

	"cahier/book"
	"cahier/book/layout"
)

// lookFurther takes a book that cannot be built through citations and layout for the problems
// that they find, so that a writer hears of an unknown key and a link to nowhere at once with a
// wrong date. What they make is thrown away: the run is not sound, and stays so.
func (r *Run) lookFurther() {
	if r.ms == nil || r.ms.Book == nil || len(r.ms.Book.Articles()) == 0 {
		return
	}
	_, problems := r.ms.arrange(layout.Options{Epoch: r.options.Epoch})
	r.found(slices.DeleteFunc(problems, func(p book.Problem) bool { return follows(r.ms.Book, p) }))
}

// follows reports whether a problem only repeats what reading has told: a language that is not
// given is not known either, and an id may stand in an article that could not be read.
func follows(b *book.Book, p book.Problem) bool {
	switch p.Code {
	case book.CodeLangUnknown:
		return b.Front.Lang == ""
	case book.CodeLinkMissing:
		return b.Incomplete
	}
	return false
}
