package book

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Severity says what a problem does to a build.
type Severity int

// An Error stops the outputs from being written; a Warning does not. A Remark is good to know
// and nothing can or need be done about it: it never counts as an error.
const (
	Error Severity = iota
	Warning
	Remark
)

func (s Severity) String() string {
	return [...]string{"error", "warning", "remark"}[s]
}

// Problem is something wrong with a manuscript, said to the person who wrote it.
type Problem struct {
	Pos     Pos
	Code    Code
	Message string // lower case, no final stop
	Hint    string // what to do, "" if the message says it
}

// Severity is that of the problem's code.
func (p Problem) Severity() Severity { return p.Code.Severity() }

// String formats the problem as "file:line:col: message".
func (p Problem) String() string {
	if p.Pos.IsZero() {
		return p.Message
	}
	return p.Pos.String() + ": " + p.Message
}

// Problems is a list of problems. A nil list is "nothing wrong".
type Problems []Problem

// Add appends a problem.
func (ps *Problems) Add(pos Pos, code Code, hint, format string, args ...any) {
	*ps = append(*ps, Problem{Pos: pos, Code: code, Message: fmt.Sprintf(format, args...), Hint: hint})
}

// Sort orders the problems by file, line, column, code and message, and drops
// exact repetitions.
func (ps *Problems) Sort() {
	slices.SortStableFunc(*ps, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.Pos.File, b.Pos.File),
			cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Col, b.Pos.Col),
			cmp.Compare(a.Code, b.Code),
			cmp.Compare(a.Message, b.Message),
		)
	})
	*ps = slices.Compact(*ps)
}

// Errors counts the problems of severity Error.
func (ps Problems) Errors() int {
	n := 0
	for _, p := range ps {
		if p.Severity() == Error {
			n++
		}
	}
	return n
}

// Err returns the problems as an error if one of them is of severity Error, and
// nil otherwise.
func (ps Problems) Err() error {
	if ps.Errors() == 0 {
		return nil
	}
	return problemError{ps}
}

type problemError struct{ problems Problems }

func (e problemError) Error() string {
	lines := make([]string, len(e.problems))
	for i, p := range e.problems {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}
