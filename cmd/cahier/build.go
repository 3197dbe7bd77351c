package main

import (
	"github.com/spf13/cobra"

	"cahier/book/press"
)

func buildCommand() *cobra.Command {
	var f flags
	c := &cobra.Command{
		Use:   "build [book.yaml | ARTICLE.md | FOLDER]",
		Short: "Make every output that the book asks for",
		Long: `Make the outputs listed under "outputs:" in book.yaml, into dist/; without such a
list, an EPUB and a PDF. Either all are written or none.`,
		Example: `  cahier build readers/spring/book.yaml
  cahier build readers/spring`,
		Args: arguments(0, 1, ""),
		RunE: func(c *cobra.Command, args []string) error {
			input, err := inputOf(args)
			if err != nil {
				return err
			}
			return newMaking(c, &f).run(input, (*press.Run).All)
		},
	}
	c.Flags().BoolVar(&f.strict, "strict", false, "treat warnings as errors")
	f.design(c)
	f.edition(c)
	return c
}
