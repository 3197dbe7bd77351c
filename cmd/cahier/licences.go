package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"cahier/book/press"
)

func licencesCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "licences",
		Aliases: []string{"licenses"},
		Short:   "Print the licences of everything inside cahier",
		Long:    "Print the licences of the program, its faces, hyphenation patterns and modules, whole.",
		Example: "  cahier licences | less",
		Args:    arguments(0, 0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			for _, l := range press.Licences() {
				if _, err := fmt.Fprintf(c.OutOrStdout(), "%s\n%s\n\n", l.Of, rule(l.Of)); err != nil {
					return err
				}
				if _, err := io.WriteString(c.OutOrStdout(), l.Text+"\n\n"); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// rule underlines a title.
func rule(title string) string {
	b := make([]byte, len([]rune(title)))
	for i := range b {
		b[i] = '='
	}
	return string(b)
}
