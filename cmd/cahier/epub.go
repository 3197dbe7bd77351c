package main

import (
	"github.com/spf13/cobra"

	"cahier/book/press"
)

func epubCommand() *cobra.Command {
	var f flags
	var kepub bool
	c := &cobra.Command{
		Use:   "epub [ARTICLE.md | book.yaml | FOLDER | -]",
		Short: "Make the EPUB",
		Long: `Make an EPUB 3 with notes that pop up, a cover, and the page numbers of the print
edition, so that a group with e-readers and paper in one room opens "page 12" together.

article.md and book.yaml give their folder's name to the output, any other file its own.
"-" reads an article from standard input and makes dist/article.epub. The page numbers are
those of one PDF; large print or another paper has others, and "numbering: paragraphs" is
the same in all of them.`,
		Example: `  cahier epub spring/article.md                   → dist/spring.epub
  cahier epub spring/book.yaml --style pamphlet   pages as in that style's PDF
  cahier epub --kepub essay.md                    → dist/essay.kepub.epub, for a Kobo
  cahier epub - -o - < essay.md > essay.epub      from and to a pipe`,
		Args: arguments(0, 1, ""),
		RunE: func(c *cobra.Command, args []string) error {
			input, err := inputOf(args)
			if err != nil {
				return err
			}
			return newMaking(c, &f).run(input, func(r *press.Run) []press.File {
				return []press.File{r.EPUB(kepub)}
			})
		},
	}
	f.common(c)
	f.design(c)
	f.edition(c)
	c.Flags().BoolVar(&kepub, "kepub", false, "make a Kobo's own variant, .kepub.epub")
	return c
}
