package main

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"cahier/book/press"
)

func loadCommand() *cobra.Command {
	var folder string
	c := &cobra.Command{
		Use:   "load FILE [DEVICE]",
		Short: "Copy a finished book onto the e-reader that is plugged in",
		Long: `Find a mounted Kobo, Kindle, PocketBook or Tolino and copy the book onto it as
"Author - Title". For a Kobo the .kepub.epub beside the file is taken, if there is one.
DEVICE is the folder where the e-reader is mounted, for when it is not found or not one of
these; a plain folder takes the book, too.

No network is used. A Kindle on the cable takes PDF, and EPUB through Send to Kindle.`,
		Example: `  cahier load dist/spring.epub
  cahier load dist/spring.epub /media/me/KOBOeReader
  cahier load dist/spring.epub --folder "Reading group"`,
		Args: arguments(1, 2, "name a finished book: an EPUB or a PDF"),
		RunE: func(c *cobra.Command, args []string) error {
			place := ""
			if len(args) == 2 {
				place = args[1]
			}
			l, err := press.Load(args[0], folder, place)
			if err != nil {
				return err
			}
			verb := "copied"
			if l.Copied.Replaced {
				verb = "replaced"
			}
			where := filepath.Join(l.Device.Root, filepath.FromSlash(l.Copied.Path))
			if l.Device.Kind != "" {
				where = string(l.Device.Kind) + ": " + where
			}
			fmt.Fprintf(c.ErrOrStderr(), "%s %s → %s (%d KB)\n", verb, l.Edition, where, (l.Copied.Bytes+1023)/1024)
			newPrinter(c.ErrOrStderr()).hint(l.Device.Advice(l.Edition))
			return nil
		},
	}
	c.Flags().StringVar(&folder, "folder", "", "folder on the device, made if it is not there")
	return c
}
