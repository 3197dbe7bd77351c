package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"cahier/book/press"
)

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  arguments(0, 0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			_, err := fmt.Fprintf(c.OutOrStdout(), "cahier %s (%s %s/%s)\n", press.Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}
