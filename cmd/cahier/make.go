package main

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"cahier/book"
	"cahier/book/press"
)

// making is one run of a command that makes books: it reads, makes everything in memory,
// says what is wrong, and writes only if nothing is.
type making struct {
	cmd     *cobra.Command
	flags   *flags
	printer *printer
	said    *bytes.Buffer // by produce, for standard error: shown when no progress is in the way
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
	files, err := unlessCancelled(m.cmd.Context(), func() ([]press.File, error) {
		var files []press.File
		if run.Sound() {
			files = produce(run)
		}
		return files, run.Err()
	})
	opt.Progress("")
	if err != nil {
		return err
	}
	if _, err := m.said.WriteTo(m.cmd.ErrOrStderr()); err != nil {
		return err
	}
	problems = run.Problems()
	if !m.printer.problems(problems, m.flags.strict) {
		if ofCommandLine(problems) {
			return errFlags
		}
		return errProblems
	}
	for _, f := range files {
		if err := m.refuse(ms, f); err != nil {
			return err
		}
	}
	return m.write(files)
}

// unlessCancelled returns what produce makes, or the context's error as soon as it is done:
// everything is made in memory, so nothing has to be waited for or tidied up.
func unlessCancelled(ctx context.Context, produce func() ([]press.File, error)) ([]press.File, error) {
	type result struct {
		files []press.File
		err   error
	}
	done := make(chan result, 1)
	go func() {
		files, err := produce()
		done <- result{files, err}
	}()
	select {
	case r := <-done:
		return r.files, r.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// refuse keeps an output from replacing its own manuscript, and from taking the name of
// another kind of book.
func (m making) refuse(ms *press.Manuscript, f press.File) error {
	path := m.flags.target(f)
	if path == "-" {
		return nil
	}
	if ms.Holds(path) {
		return misuse("name another file after -o", "%s is the manuscript itself", path)
	}
	made, named := filepath.Ext(f.Name), strings.ToLower(filepath.Ext(path))
	if made != named && (named == ".epub" || named == ".pdf" || named == ".md" || named == ".yaml") {
		return misuse("name a file "+made+", or a folder", "-o %s: what is made is %s", path, made)
	}
	return nil
}

// ofCommandLine reports whether every error lies in the flags.
func ofCommandLine(problems book.Problems) bool {
	n := 0
	for _, p := range problems {
		if p.Severity() != book.Error {
			continue
		}
		if !strings.HasPrefix(p.Pos.File, "--") {
			return false
		}
		n++
	}
	return n > 0
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
		return misuse("give -o FILE", "%d files cannot go to standard output", len(files))
	}
	if isTerminal(m.cmd.OutOrStdout()) {
		return misuse("give -o FILE, or send standard output to a file", "refusing to write a book to the terminal")
	}
	for _, f := range files {
		if err := f.Write(m.cmd.OutOrStdout()); err != nil {
			return fmt.Errorf("standard output: %w", err)
		}
	}
	return nil
}

func newMaking(c *cobra.Command, f *flags) making {
	return making{cmd: c, flags: f, printer: newPrinter(c.ErrOrStderr()), said: &bytes.Buffer{}}
}

// inputOf is the manuscript that the arguments name; without any, the book.yaml or
// article.md of the working folder.
func inputOf(args []string) (string, error) {
	if len(args) > 0 {
		return args[0], nil
	}
	file, err := press.BookFile(".")
	if err != nil {
		return "", misuse(book.HintOf(err), "name an article or a book.yaml: there is no book.yaml or article.md in this folder")
	}
	return file, nil
}
