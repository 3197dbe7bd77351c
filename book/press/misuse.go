package press

// Misuse is what was asked for and cannot be, whatever the disk holds: the command line is
// wrong, not the manuscript. A hint stands in the error that it wraps (book.HintOf).
type Misuse struct{ Err error }

func (m Misuse) Error() string { return m.Err.Error() }

// Unwrap returns the error without its class.
func (m Misuse) Unwrap() error { return m.Err }
