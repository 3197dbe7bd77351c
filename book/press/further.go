package press

import (
	"cmp"
	"slices"

	"cahier/book"
	"cahier/book/impose"
	"cahier/book/layout"
	"cahier/book/style"
)

// lookFurther reads the options of a book that cannot be built, and takes it through citations
// and layout for the problems that they find, so that a writer hears of an unknown key, a link
// to nowhere and a paper that is none at once with a wrong date. What they make is thrown away:
// the run is not sound, and stays so.
func (r *Run) lookFurther() {
	r.lookAtOptions()
	if r.ms == nil || r.ms.Book == nil || len(r.ms.Book.Articles()) == 0 {
		return
	}
	_, problems := r.ms.arrange(layout.Options{Epoch: r.options.Epoch})
	r.found(slices.DeleteFunc(problems, func(p book.Problem) bool { return follows(r.ms.Book, p) }))
}

// lookAtOptions reads the style and the sheets that the command line asks for. A key that sheets
// do not know belongs to a cover.
func (r *Run) lookAtOptions() {
	if r.ms == nil || r.ms.Book == nil {
		return
	}
	name := cmp.Or(r.options.Style, r.printed().Style, r.ms.Book.Style, style.DefaultName)
	settings := slices.Concat(r.ms.Book.Print, r.printed().Settings, r.options.Settings)
	_, problems := r.load(name, settings)
	r.found(r.styled(name, problems))
	_, _, problems = impose.Read(r.options.Sheets)
	r.found(problems)
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
