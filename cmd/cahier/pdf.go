package main

import (
	"github.com/spf13/cobra"

	"cahier/book/press"
)

func pdfCommand() *cobra.Command {
	var f flags
	var stats bool
	c := &cobra.Command{
		Use:   "pdf [ARTICLE.md | book.yaml | FOLDER | -]",
		Short: "Make the typeset PDF",
		Long: `Set the book in pages and write a tagged, archival PDF (PDF/A-2a and PDF/UA-1).

The style says what it looks like; --style, --paper, --size and --set override single
values of it for one run.`,
		Example: `  cahier pdf spring/article.md                          → dist/spring.pdf
  cahier pdf spring/article.md --paper a4 --size 12pt   another format
  cahier pdf essay.md --style large-print               18 pt, for tired eyes
  cahier pdf book.yaml --stats                          pages, lines, hyphens, times`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			input, err := inputOf(args)
			if err != nil {
				return err
			}
			return newMaking(c, &f).run(input, func(r *press.Run) []press.File {
				file := r.PDF()
				if stats {
					r.Stats(c.ErrOrStderr())
				}
				return []press.File{file}
			})
		},
	}
	f.common(c)
	f.design(c)
	c.Flags().BoolVar(&stats, "stats", false, "say pages, lines, hyphens, loose and overfull lines, and the time of each stage")
	return c
}
