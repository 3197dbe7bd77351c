package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"cahier/book/press"
)

func newCommand() *cobra.Command {
	var lang, title string
	var anthology bool
	c := &cobra.Command{
		Use:   "new FOLDER",
		Short: "Begin a book: a folder with article.md and book.yaml",
		Long: `Make a folder with a working article.md, which shows what cleaned Markdown looks like,
and a book.yaml with every key explained. A file that is there already is never touched.`,
		Example: `  cahier new spring
  cahier new printemps --lang fr --title "Lectures de printemps"
  cahier new readings --anthology
  cahier build spring`,
		Args: arguments(1, 1, "name the folder of the new book"),
		RunE: func(c *cobra.Command, args []string) error {
			if title == "" {
				folder, err := filepath.Abs(args[0])
				if err != nil {
					return err
				}
				title = filepath.Base(folder)
			}
			skeleton := press.Skeleton
			if anthology {
				skeleton = press.Anthology
			}
			files, err := skeleton(lang, title)
			if err != nil {
				return press.Misuse{Err: err}
			}
			return writeNew(c, args[0], files)
		},
	}
	c.Flags().StringVar(&lang, "lang", "en", "language of the book: de, en, es, fr, it, pt")
	c.Flags().StringVar(&title, "title", "", "title of the book; left out, the folder's name")
	c.Flags().BoolVar(&anthology, "anthology", false, "several articles in parts, with a schedule of meetings")
	return c
}

// writeNew writes the files of a skeleton and names them; none of them if one is there already.
func writeNew(c *cobra.Command, dir string, files []press.File) error {
	for _, f := range files {
		path := filepath.Join(dir, f.Name)
		switch _, err := os.Lstat(path); {
		case err == nil:
			return misuse("name another folder", "%s is there already", path)
		case !errors.Is(err, os.ErrNotExist):
			return err
		}
	}
	for _, f := range files {
		path := filepath.Join(dir, f.Name)
		if err := press.WriteFile(c.Context(), path, f.Write); err != nil {
			return err
		}
		fmt.Fprintln(c.ErrOrStderr(), path)
	}
	return nil
}
