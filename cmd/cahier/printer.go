package main

import (
	"fmt"
	"io"
	"os"

	"golang.org/x/term"

	"cahier/book"
)

// printer writes problems and errors for the person at the terminal: on standard error,
// in colour when that is a terminal and NO_COLOR is not set (no-color.org). Wording: lower
// case, no final stop; a problem as "file:line:col: message", then its hint on a line of its
// own.
type printer struct {
	w      io.Writer
	colour bool
}

func newPrinter(w io.Writer) *printer {
	return &printer{w: w, colour: draws(w) && os.Getenv("NO_COLOR") == ""}
}

// isTerminal reports whether a stream is a terminal.
func isTerminal(w any) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// draws reports whether a stream is a terminal that takes colours and moves its cursor; an
// editor's shell, which calls itself dumb, does not.
func draws(w any) bool { return isTerminal(w) && os.Getenv("TERM") != "dumb" }

// Terminal colours (ECMA-48 SGR).
const (
	red    = "31"
	yellow = "33"
	dim    = "2"
	bold   = "1"
)

func (p *printer) paint(style, s string) string {
	if !p.colour {
		return s
	}
	return "\x1b[" + style + "m" + s + "\x1b[0m"
}

func (p *printer) errorf(format string, args ...any) {
	fmt.Fprintf(p.w, "%s %s\n", p.paint(red, "cahier:"), fmt.Sprintf(format, args...))
}

// hint says what to do, on a line of its own.
func (p *printer) hint(s string) {
	if s != "" {
		fmt.Fprintf(p.w, "  %s %s\n", p.paint(dim, "hint:"), s)
	}
}

// maxShown bounds the problems printed of one manuscript; the rest are counted.
const maxShown = 200

// problems prints a sorted list. With strict, warnings count as errors, remarks do not. It
// reports whether the outputs may be written.
func (p *printer) problems(list book.Problems, strict bool) bool {
	errors := 0
	for i, problem := range list {
		severity, style := problem.Severity(), yellow
		if strict && severity == book.Warning {
			severity = book.Error
		}
		switch severity {
		case book.Error:
			errors++
			style = red
		case book.Remark:
			style = dim
		}
		if i >= maxShown {
			continue
		}
		if pos := problem.Pos.String(); pos != "" {
			fmt.Fprintf(p.w, "%s: ", p.paint(bold, pos))
		}
		fmt.Fprintf(p.w, "%s %s %s\n", p.paint(style, severity.String()+":"), problem.Message, p.paint(dim, "["+string(problem.Code)+"]"))
		p.hint(problem.Hint)
	}
	if n := len(list) - maxShown; n > 0 {
		fmt.Fprintf(p.w, "… and %d more\n", n)
	}
	return errors == 0
}
