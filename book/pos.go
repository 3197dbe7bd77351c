package book

import "strconv"

// Pos is a place in a manuscript. Lines and columns count from 1; columns count
// runes. The zero Pos is "nowhere": a node that a stage made.
type Pos struct {
	File string // slash-separated, as the user named it
	Line int
	Col  int
}

// String formats the place as "file:line:col", leaving out what is unknown.
func (p Pos) String() string {
	s := p.File
	if p.Line > 0 {
		s += ":" + strconv.Itoa(p.Line)
		if p.Col > 0 {
			s += ":" + strconv.Itoa(p.Col)
		}
	}
	return s
}

// IsZero reports whether the position is unknown.
func (p Pos) IsZero() bool { return p == Pos{} }
