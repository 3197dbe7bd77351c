package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"cahier/book"
	"cahier/book/epub"
	"cahier/book/ortho"
	"cahier/book/pdf"
	"cahier/book/press"
)

func checkCommand() *cobra.Command {
	var f flags
	var verbose bool
	c := &cobra.Command{
		Use:   "check ARTICLE.md | book.yaml | FOLDER | FILE.epub | FILE.pdf | -",
		Short: "Say everything that is wrong with a manuscript or a finished book",
		Long: `Check a manuscript through every stage without writing anything: all problems at once,
by line and column, each with a hint. Or check a finished EPUB or PDF, of cahier or of
another program, for what validators do not see.`,
		Example: `  cahier check article.md
  cahier check --verbose article.md    also what orthotypography will change
  cahier check dist/spring.pdf         tags, fonts, metadata, links`,
		Args: arguments(0, 1, ""),
		RunE: func(c *cobra.Command, args []string) error {
			input, err := inputOf(args)
			if err != nil {
				return err
			}
			switch strings.ToLower(filepath.Ext(input)) {
			case ".epub":
				return checkFile(c, &f, input, epub.Check)
			case ".pdf":
				return checkFile(c, &f, input, pdf.Check)
			}
			return checkManuscript(c, &f, input, verbose)
		},
	}
	c.Flags().BoolVar(&f.strict, "strict", false, "treat warnings as errors")
	c.Flags().BoolVarP(&verbose, "verbose", "v", false, "also say what orthotypography changes")
	f.design(c)
	return c
}

func checkManuscript(c *cobra.Command, f *flags, input string, verbose bool) error {
	m := newMaking(c, f)
	f.report = verbose
	var changes []ortho.Change
	err := m.run(input, func(r *press.Run) []press.File {
		r.Check()
		changes = r.Changes()
		return nil
	})
	if verbose && (err == nil || errors.Is(err, errProblems)) {
		for _, change := range changes {
			fmt.Fprintln(c.OutOrStdout(), change)
		}
	}
	return err
}

// checkFile checks a finished book; its problems are named by the file.
func checkFile(c *cobra.Command, f *flags, path string, check func(io.ReaderAt, int64) (book.Problems, error)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return err
	}
	problems, err := check(file, info.Size())
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	for i := range problems {
		problems[i].Pos.File = strings.TrimSuffix(filepath.ToSlash(path)+"/"+problems[i].Pos.File, "/")
	}
	if !newPrinter(c.ErrOrStderr()).problems(problems, f.strict) {
		return errProblems
	}
	return nil
}
