package typeface

import "cahier/book"

// Error says why a font cannot be used, to the person who chose it.
type Error struct {
	File    string // as the user named it
	Message string // lower case, no final stop
	Hint    string
}

func (e *Error) Error() string { return "font " + e.File + " " + e.Message }

// Problem is the error as a problem at the place that asked for the font; a zero place
// leaves only the font's own name.
func (e *Error) Problem(at book.Pos) book.Problem {
	return book.Problem{Pos: at, Code: book.CodeFont, Message: e.Error(), Hint: e.Hint}
}

func damaged(what string) *Error {
	return &Error{Message: "is damaged: " + what, Hint: "fetch the file again from where it came from"}
}

func refused(message, hint string) *Error { return &Error{Message: message, Hint: hint} }
