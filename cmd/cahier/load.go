package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"cahier/book/ereader"
	"cahier/book/press"
)

func loadCommand() *cobra.Command {
	var folder string
	c := &cobra.Command{
		Use:   "load FILE [DEVICE]",
		Short: "Copy a finished book onto the e-reader that is plugged in",
		Long: `Find a mounted Kobo, Kindle, PocketBook or Tolino and copy the book onto it as
"Author - Title". For a Kobo the .kepub.epub beside the file is taken, if there is one.
DEVICE is the folder where the e-reader is mounted, for when it is not found.

No network is used. A Kindle on the cable takes PDF, and EPUB through Send to Kindle.`,
		Example: `  cahier load dist/spring.epub
  cahier load dist/spring.epub /media/me/KOBOeReader
  cahier load dist/spring.epub --folder "Reading group"`,
		Args: arguments(1, 2, "name a finished book: an EPUB or a PDF"),
		RunE: func(c *cobra.Command, args []string) error {
			roots := ereader.Roots(runtime.GOOS)
			if len(args) == 2 {
				roots = args[1:]
			}
			l, err := press.Load(args[0], folder, roots)
			if err != nil {
				return err
			}
			verb := "copied"
			if l.Copied.Replaced {
				verb = "replaced"
			}
			fmt.Fprintf(c.ErrOrStderr(), "%s %s → %s: %s (%d KB)\n", verb, l.Edition, l.Device.Kind, l.Copied.Path, (l.Copied.Bytes+1023)/1024)
			if advice := l.Device.Advice(); advice != "" {
				fmt.Fprintln(c.ErrOrStderr(), advice)
			}
			return nil
		},
	}
	c.Flags().StringVar(&folder, "folder", "", "folder on the device, made if it is not there")
	return c
}
