package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"cahier/book/press"
)

// making is one run of a command that makes books: it reads, makes everything in memory,
// says what is wrong, and writes only if nothing is.
type making struct {
	cmd     *cobra.Command
	flags   *flags
	printer *printer
}

// run reads the manuscript and hands it to produce, then writes what was made.
func (m making) run(input string, produce func(*press.Run) []press.File) error {
	opt, err := m.flags.options(m.cmd)
	if err != nil {
		return err
	}
	ms, problems, err := press.Read(input, m.cmd.InOrStdin())
	if err != nil {
		return err
	}
	defer ms.Close()
	run := press.Start(m.cmd.Context(), ms, problems, opt)
	var files []press.File
	if run.Sound() {
		files = produce(run)
	}
	opt.Progress("")
	if err := run.Err(); err != nil {
		return err
	}
	if !m.printer.problems(run.Problems(), m.flags.strict) {
		return errProblems
	}
	return m.write(files)
}

func (m making) write(files []press.File) error {
	if m.flags.output == "-" {
		return m.toStdout(files)
	}
	for _, f := range files {
		path := m.flags.target(f)
		if err := press.WriteFile(m.cmd.Context(), path, f.Write); err != nil {
			return err
		}
		fmt.Fprintf(m.cmd.ErrOrStderr(), "%s\n", path)
	}
	return nil
}

func (m making) toStdout(files []press.File) error {
	if len(files) > 1 {
		return usageError{fmt.Errorf("%d files cannot go to standard output: give -o FILE", len(files))}
	}
	if isTerminal(m.cmd.OutOrStdout()) {
		return usageError{errTerminal}
	}
	for _, f := range files {
		if err := f.Write(m.cmd.OutOrStdout()); err != nil {
			return fmt.Errorf("standard output: %w", err)
		}
	}
	return nil
}

func newMaking(c *cobra.Command, f *flags) making {
	return making{cmd: c, flags: f, printer: newPrinter(c.ErrOrStderr())}
}

// inputOf is the manuscript that the arguments name; without any, the book.yaml of the
// working folder.
func inputOf(args []string) (string, error) {
	if len(args) > 0 {
		return args[0], nil
	}
	if _, err := os.Stat("book.yaml"); err != nil {
		return "", usageError{fmt.Errorf("name an article or a book.yaml: there is no book.yaml in this folder")}
	}
	return "book.yaml", nil
}
