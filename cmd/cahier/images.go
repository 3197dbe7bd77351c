package main

import (
	"bytes"
	"context"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"cahier/book"
)

// doubtImages warns of the images that a build will not find when they are not brought along.
func (f *cleaning) doubtImages(source fs.FS, addresses []string) (ps book.Problems) {
	if n := onWeb(addresses); n > 0 {
		ps.Add(book.Pos{}, book.CodeCleanDoubt, "run it again with --images, or delete their lines", "images on the web, where a build does not fetch them: %d", n)
	}
	if n := leftBehind(source, addresses, f.output); n > 0 {
		ps.Add(book.Pos{}, book.CodeCleanDoubt, "run it again with --images, which brings them along", "images that stay in the folder of the source, where %s does not find them: %d", f.output, n)
	}
	return ps
}

// onWeb counts the images that are on the web.
func onWeb(addresses []string) int {
	n := 0
	for _, a := range addresses {
		if strings.HasPrefix(a, "http://") || strings.HasPrefix(a, "https://") {
			n++
		}
	}
	return n
}

// leftBehind counts the images that stand beside the source and not beside the Markdown.
func leftBehind(source fs.FS, addresses []string, output string) int {
	if source == nil || output == "-" {
		return 0
	}
	n := 0
	for _, a := range addresses {
		u, err := url.Parse(a)
		if err != nil || u.Scheme != "" || !fs.ValidPath(u.Path) {
			continue
		}
		_, here := fs.Stat(source, u.Path)
		_, there := os.Stat(filepath.Join(filepath.Dir(output), filepath.FromSlash(u.Path)))
		if here == nil && there != nil {
			n++
		}
	}
	return n
}

// writeImages puts the images beside the Markdown. One of another article that is called the
// same stays, and nothing is written.
func (f *cleaning) writeImages(ctx context.Context, files map[string][]byte) error {
	path := func(name string) string { return filepath.Join(filepath.Dir(f.output), filepath.FromSlash(name)) }
	names := slices.Sorted(maps.Keys(files))
	for _, name := range names {
		if old, err := os.ReadFile(path(name)); err == nil && !bytes.Equal(old, files[name]) {
			return misuse("name a file in another folder after -o; or delete it, if it is an earlier one of this article", "%s is there already and is another image", path(name))
		}
	}
	for _, name := range names {
		if err := writeBytes(ctx, path(name), files[name]); err != nil {
			return err
		}
	}
	return nil
}
