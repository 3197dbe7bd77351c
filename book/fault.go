package book

import (
	"errors"
	"fmt"
)

// Fault makes an error in words for the person who asked, lower case and without final
// stop, with what to do about it; "" if the message says it. HintOf reads the hint, through
// errors that wrap this one.
func Fault(hint, format string, args ...any) error {
	return fault{fmt.Sprintf(format, args...), hint}
}

type fault struct{ message, hint string }

func (f fault) Error() string { return f.message }
func (f fault) Hint() string  { return f.hint }

// HintOf is what an error says to do: that of any error with a method Hint, "" of others.
func HintOf(err error) string {
	var h interface{ Hint() string }
	if errors.As(err, &h) {
		return h.Hint()
	}
	return ""
}

// Fail adds what an error says, its hint apart.
func (ps *Problems) Fail(pos Pos, code Code, err error) {
	ps.Add(pos, code, HintOf(err), "%v", err)
}
