package main

import (
	"os"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"cahier/book/press"
)

func manCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "man FOLDER",
		Short:   "Write the man pages into a folder",
		Example: "  cahier man ~/.local/share/man/man1",
		Args:    arguments(1, 1, "name the folder of the man pages"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := os.MkdirAll(args[0], 0o777); err != nil {
				return err
			}
			// The date is fixed, so that the same release writes the same pages.
			date := time.Date(2026, time.November, 22, 0, 0, 0, 0, time.UTC)
			root := c.Root()
			root.DisableAutoGenTag = true
			return doc.GenManTree(root, &doc.GenManHeader{Section: "1", Source: "cahier " + press.Version, Manual: "cahier", Date: &date}, args[0])
		},
	}
}
