package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"cahier/book/press"
)

func pdfCommand() *cobra.Command {
	var f flags
	var sheets sheetFlags
	var stats bool
	var full int
	c := &cobra.Command{
		Use:   "pdf [ARTICLE.md | book.yaml | FOLDER | -]",
		Short: "Make the typeset PDF, or sheets to print and fold",
		Long: `Set the book in pages and write a tagged, archival PDF (PDF/A-2a and PDF/UA-1).

The style says what it looks like; --style, --paper, --size and --set override single
values of it for one run. Another style, paper or size has other pages: where a group reads
several editions, "numbering: paragraphs" in the front matter gives numbers that are the
same in all of them and in the EPUB. "-" reads an article from standard input and makes
dist/article.pdf.

--booklet puts the pages on sheets (PDF/A-2b, never scaled unless --fit says so): print
them on both sides at actual size, fold, staple. --signature 16 makes several folds for
sewing, --handout 2 or 4 a handout in reading order with equal margins, --cards a sheet of
each question for discussion (::: questions), 95 by 66 mm if --paper names nothing else.
--explain tells what stands where. --marks are drawn outside the trim, save collation
marks: they belong on the fold, where the cover of a sewn book hides them.

For a printer of one side --one-sided makes two files, -fronts and -backs: print the
fronts, put the sheets back in the same order, turned so that their white side is printed,
and print the backs; try one sheet first. --fit-sheets moves size, leading and measure only
as far as the style allows, which saves a sheet or two of a short book, not half of it.`,
		Example: `  cahier pdf spring/article.md                          → dist/spring.pdf
  cahier pdf spring/article.md --paper a4 --size 12pt   another format
  cahier pdf essay.md --style large-print               18 pt, for tired eyes
  cahier pdf book.yaml --stats                          pages, lines, hyphens, times
  cahier pdf spring/article.md --booklet                → dist/spring-booklet.pdf: A5 on A4
  cahier pdf spring/article.md --paper half-letter --booklet --sheet letter
  cahier pdf book.yaml --booklet --sheet a3 --marks fold,staple,crop --stock 90g
  cahier pdf book.yaml --booklet --signature 16 --marks collation --explain
  cahier pdf book.yaml --booklet --fit-sheets 4         16 pages, none of them blank
  cahier pdf book.yaml --cards                          a card for each question`,
		Args: arguments(0, 1, ""),
		RunE: func(c *cobra.Command, args []string) error {
			input, err := inputOf(args)
			if err != nil {
				return err
			}
			if err := sheets.check(c, f.output); err != nil {
				return err
			}
			if c.Flags().Changed("fit-sheets") && full < 1 {
				return misuse("such as --fit-sheets 4", "--fit-sheets wants a number of sheets, not %d", full)
			}
			f.sheets = sheets.settings(c)
			var explanation string
			m := newMaking(c, &f)
			err = m.run(input, func(r *press.Run) []press.File {
				var files []press.File
				if full != 0 {
					if found := r.Fit(full, sheets.wanted()); found != "" {
						fmt.Fprintln(m.said, found)
					}
				}
				if sheets.wanted() {
					files, explanation = r.Booklet()
				} else {
					files = []press.File{r.PDF()}
				}
				if stats {
					r.Stats(m.said)
				}
				return files
			})
			if err == nil && sheets.explain {
				_, err = fmt.Fprint(c.OutOrStdout(), explanation)
			}
			return err
		},
	}
	f.common(c)
	f.design(c)
	sheets.add(c)
	c.Flags().BoolVar(&f.cover, "cover", false, "begin with the cover")
	c.Flags().BoolVar(&stats, "stats", false, "say pages, lines, sheets and grams of paper, what would save a sheet, and the time of each stage")
	c.Flags().IntVar(&full, "fit-sheets", 0, "end on so many full sheets, by moving size, leading and measure a little")
	return c
}
