package typeset

import "cahier/book/typeset/linebreak"

// Stats counts what a composition came to.
type Stats struct {
	Pages, Lines, Hyphens, Loose, Overfull int
}

func (s *Stats) add(o Stats) {
	s.Lines += o.Lines
	s.Hyphens += o.Hyphens
	s.Loose += o.Loose
	s.Overfull += o.Overfull
}

func (s *Stats) count(l *linebreak.Line) {
	s.Lines++
	if l.Hyphen {
		s.Hyphens++
	}
	if l.Loose {
		s.Loose++
	}
	if l.Over > 0 {
		s.Overfull++
	}
}
