package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

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
			name := strings.TrimRight(filepath.ToSlash(args[0]), "/")
			if title == "" {
				title = filepath.Base(name)
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

// writeNew writes the files of a skeleton that are not there yet, and says so.
func writeNew(c *cobra.Command, dir string, files []press.File) error {
	for _, f := range files {
		path := filepath.Join(dir, f.Name)
		if _, err := os.Lstat(path); err == nil {
			return misuse("name another folder", "%s is there already", path)
		} else if !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	for _, f := range files {
		path := filepath.Join(dir, f.Name)
		var buf bytes.Buffer
		if err := f.Write(&buf); err != nil {
			return err
		}
		err := press.WriteFile(c.Context(), path, func(w io.Writer) error {
			_, err := w.Write(buf.Bytes())
			return err
		})
		if err != nil {
			return err
		}
		fmt.Fprintln(c.ErrOrStderr(), path)
	}
	return nil
}
