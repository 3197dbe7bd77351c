package typeset

import (
	"cahier/book/hyphen"
	"cahier/book/style"
)

// languages finds the patterns of the languages of a volume, with the limits of its
// style.
type languages struct {
	found  hyphen.Languages
	limits hyphen.Limits
	on     bool
}

func newLanguages(h style.Hyphens) *languages {
	return &languages{limits: hyphen.Limits{Left: h.Left, Right: h.Right}, on: h.On}
}

// known reports whether there are patterns for the language of a tag, or none are wanted.
func (l *languages) known(tag string) bool {
	if !l.on {
		return true
	}
	_, ok := l.found.Find(tag)
	return ok
}

// of is the language of a tag, nil if its words are not to be divided.
func (l *languages) of(tag string) *hyphen.Language {
	if !l.on {
		return nil
	}
	found, ok := l.found.Find(tag)
	if !ok {
		return nil
	}
	if l.limits == (hyphen.Limits{}) {
		return found
	}
	with, err := found.With(l.limits, nil)
	if err != nil {
		return found // only a bad exception errs, and there is none
	}
	return with
}
