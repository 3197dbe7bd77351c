package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"cahier/book"
	"cahier/book/press"
	"cahier/book/style"
	"cahier/styles"
)

// flags are those that the commands that make a book share: what changes from one run to
// the next. What the book is stands in book.yaml, what it looks like in a style.
type flags struct {
	output  string
	style   string
	paper   string
	size    string
	set     []string
	strict  bool
	noPages bool
	noCover bool
	fonts   bool
	cover   bool
	spaces  string
	report  bool           // collect what orthotypography changes
	imposed []book.Setting // of sheets and covers
}

// isFolder reports whether a path is that of a folder: one that is there, or a name that ends
// with a slash.
func isFolder(path string) bool {
	if path == "" || path == "-" {
		return false
	}
	info, err := os.Stat(path)
	return os.IsPathSeparator(path[len(path)-1]) || err == nil && info.IsDir()
}

func (f *flags) common(c *cobra.Command) {
	c.Flags().StringVarP(&f.output, "output", "o", "", "write to this file, into this folder, or to standard output for -")
	c.Flags().BoolVar(&f.strict, "strict", false, "treat warnings as errors")
}

func (f *flags) design(c *cobra.Command) {
	c.Flags().StringVar(&f.style, "style", "", "style: a folder of styles/, embedded or beside the book; its pages are not those of another style")
	c.Flags().StringVar(&f.paper, "paper", "", "trim size: a4, a5, a6, letter, half-letter, 6x9in, 120x190mm")
	c.Flags().StringVar(&f.size, "size", "", "size of the text, such as 12pt")
	c.Flags().StringArrayVar(&f.set, "set", nil, "override one value of the style's print.yaml: key=value (may be repeated)")
	completeValues(c, "style", style.Names([]fs.FS{styles.FS})...)
	completeValues(c, "paper", "a4", "a5", "a6", "letter", "half-letter", "6x9in")
}

func (f *flags) edition(c *cobra.Command) {
	c.Flags().BoolVar(&f.noPages, "no-pages", false, "leave out the page numbers of the print edition")
	c.Flags().BoolVar(&f.noCover, "no-cover", false, "make no cover")
	c.Flags().BoolVar(&f.fonts, "fonts", false, "embed the style's faces, with their licence; left out, the reader's own serve")
	c.Flags().StringVar(&f.spaces, "spaces", "wide", "no-break spaces of French: wide (U+00A0, which every reader draws) or narrow (U+202F)")
	completeValues(c, "spaces", "wide", "narrow")
}

// setting is what a flag says, with the flag as its place.
func setting(flag, key, value string) book.Setting {
	return book.Setting{Pos: book.Pos{File: "--" + flag}, Key: key, Value: value}
}

// valueFlags are flags that hand their values on as settings of the same names.
type valueFlags []struct {
	name, usage string
	value       *string
}

func (l valueFlags) add(c *cobra.Command) {
	for i := range l {
		l[i].value = c.Flags().String(l[i].name, "", l[i].usage)
	}
}

// settings are those that were given.
func (l valueFlags) settings(c *cobra.Command) []book.Setting {
	var list []book.Setting
	for _, f := range l {
		if c.Flags().Changed(f.name) {
			list = append(list, setting(f.name, f.name, *f.value))
		}
	}
	return list
}

// completeValues offers a flag's values to the shell.
func completeValues(c *cobra.Command, flag string, values ...string) {
	if err := c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // the flag does not exist
	}
}

// options turns the flags into what press understands.
func (f *flags) options(c *cobra.Command) (press.Options, error) {
	opt := press.Options{Style: f.style, NoPages: f.noPages, NoCover: f.noCover, Cover: f.cover, EmbedFonts: f.fonts, Report: f.report, Sheets: f.imposed}
	switch f.spaces {
	case "", "wide":
	case "narrow":
		opt.NarrowSpaces = true
	default:
		return opt, misuse("wide or narrow", "there are no spaces %q", f.spaces)
	}
	add := func(flag, key, value string) {
		if value != "" {
			opt.Settings = append(opt.Settings, setting(flag, key, value))
		}
	}
	for _, s := range f.set {
		key, value, ok := strings.Cut(s, "=")
		if !ok || key == "" || value == "" {
			return opt, misuse("such as --set space.expand=1%; `cahier help style` lists the keys", "--set wants key=value, not %q", s)
		}
		add("set", key, value)
	}
	add("paper", "paper", f.paper)
	add("size", "size", f.size)
	epoch, err := sourceDateEpoch()
	opt.Epoch = epoch
	opt.Progress = newProgress(c.ErrOrStderr()).stage
	return opt, err
}

// sourceDateEpoch reads SOURCE_DATE_EPOCH, the date of reproducible builds
// (reproducible-builds.org/specs/source-date-epoch); nil if it is not set. ZIP dates, and so
// the EPUB's, end in 2107.
func sourceDateEpoch() (*time.Time, error) {
	s := os.Getenv("SOURCE_DATE_EPOCH")
	if s == "" {
		return nil, nil
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 0 || n > 4354819199 {
		return nil, misuse("unset it, or give a number such as 1767225600", "SOURCE_DATE_EPOCH is a number of seconds since 1970, not %q", s)
	}
	t := time.Unix(n, 0).UTC()
	return &t, nil
}

// target is the file that an output goes to: -o, else the output's own name in dist/. In a
// folder after -o it takes its own name. Of an output in two files each adds its part to the
// name given.
func (f *flags) target(file press.File) string {
	if f.output == "" {
		return filepath.Join("dist", file.Name)
	}
	if isFolder(f.output) {
		return filepath.Join(f.output, file.Name)
	}
	if file.Part == "" {
		return f.output
	}
	ext := filepath.Ext(f.output)
	return strings.TrimSuffix(f.output, ext) + "-" + file.Part + ext
}
