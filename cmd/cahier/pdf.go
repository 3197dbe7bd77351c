package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"cahier/book/press"
)

func pdfCommand() *cobra.Command {
	var p pdfFlags
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
		RunE: p.run,
	}
	p.common(c)
	p.design(c)
	p.sheets.add(c)
	c.Flags().BoolVar(&p.cover, "cover", false, "begin with the cover")
	c.Flags().BoolVar(&p.stats, "stats", false, "say pages, lines, sheets and grams of paper, what would save a sheet, and the time of each stage")
	c.Flags().IntVar(&p.full, "fit-sheets", 0, "end on so many full sheets, by moving size, leading and measure a little")
	return c
}

// pdfFlags are the flags of the pdf command.
type pdfFlags struct {
	flags
	sheets sheetFlags
	stats  bool
	full   int // sheets, by --fit-sheets
}

func (p *pdfFlags) run(c *cobra.Command, args []string) error {
	input, err := inputOf(args)
	if err != nil {
		return err
	}
	if err := p.sheets.check(c, p.output); err != nil {
		return err
	}
	if c.Flags().Changed("fit-sheets") && p.full < 1 {
		return misuse("such as --fit-sheets 4", "--fit-sheets wants a number of sheets, not %d", p.full)
	}
	p.imposed = p.sheets.settings(c)
	var explanation string
	m := newMaking(c, &p.flags)
	err = m.run(input, func(r *press.Run) (files []press.File) {
		if p.full != 0 {
			if found := r.Fit(p.full, p.sheets.wanted()); found != "" {
				fmt.Fprintln(m.said, found)
			}
		}
		if p.sheets.wanted() {
			files, explanation = r.Booklet()
		} else {
			files = []press.File{r.PDF()}
		}
		if p.stats {
			r.Stats(m.said)
		}
		return files
	})
	if err == nil && p.sheets.explain {
		_, err = fmt.Fprint(c.OutOrStdout(), explanation)
	}
	return err
}
