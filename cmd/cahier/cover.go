package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"cahier/book/press"
)

func coverCommand() *cobra.Command {
	var f flags
	values := valueFlags{
		{name: "stock", usage: "paper of the pages: 80g, or 115g coated (default 80g)"},
		{name: "caliper", usage: "thickness of a leaf, if it is known better: 0.1mm"},
		{name: "spine", usage: "width of the spine, if the printer has said it: 12mm"},
		{name: "bleed", usage: "what is printed beyond the cut (default 3mm)"},
	}
	c := &cobra.Command{
		Use:   "cover [ARTICLE.md | book.yaml | FOLDER | -]",
		Short: "Make the printed cover: back, spine and front in one sheet",
		Long: `Draw the cover to be printed and laid around the book: front, spine and back in one sheet
(PDF/A-2b) with bleed and marks for cut and folds.

The spine is as thick as the pages of the PDF on the paper of --stock, and carries the
title if it is wide enough. The front is lettered from title and people, or is the image
that the book names as cover:. The back carries the abstract, and the bars of the ISBN
if the book has one, whose check digit is checked.`,
		Example: `  cahier cover spring                                    → dist/spring-cover.pdf
  cahier cover spring --stock "90g bulky" --bleed 5mm
  cahier cover spring --spine 12mm                       as the printer says`,
		Args: arguments(0, 1, ""),
		RunE: func(c *cobra.Command, args []string) error {
			input, err := inputOf(args)
			if err != nil {
				return err
			}
			f.imposed = values.settings(c)
			m := newMaking(c, &f)
			return m.run(input, func(r *press.Run) []press.File {
				file, said := r.Cover()
				if said != "" {
					fmt.Fprintln(m.said, said)
				}
				return []press.File{file}
			})
		},
	}
	f.common(c)
	f.design(c)
	values.add(c)
	return c
}
