package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"cahier/book"
	"cahier/book/clean"
	"cahier/book/manuscript"
	"cahier/book/press"
)

// cleaning is one run of the clean command: its flags.
type cleaning struct {
	output, from, url, lang, report, rules string
	keep, drop                             []string
	images, private, strict                bool
}

func cleanCommand() *cobra.Command {
	var f cleaning
	c := &cobra.Command{
		Use:   "clean FILE | - | URL",
		Short: "Make clean Markdown of a saved page, pasted text or a clipping",
		Long: `Make the article's Markdown out of a saved web page (.html, .mhtml), text pasted from a
page or a PDF, or a clipper's Markdown: front matter, headings, real footnotes, nothing of
the site. Words are never changed. What is doubtful is said by its line, so that reading
those lines finishes the work; --report says everything that was done.

Only an address given here is fetched, and with --images the images that the article shows.`,
		Example: `  cahier clean saved-page.html -o article.md
  cahier clean https://example.org/essay -o spring/article.md --images
  cahier clean --report page.html > article.md
  cahier clean --drop '.signup, aside' --keep '#appendix' page.html -o article.md
  pbpaste | cahier clean - -o article.md`,
		Args: arguments(1, 1, "name a file or an address, or - for standard input"),
		RunE: func(c *cobra.Command, args []string) error { return f.run(c, args[0]) },
	}
	flags := c.Flags()
	flags.StringVarP(&f.output, "output", "o", "-", "write the Markdown to this file, or into this folder: as article.md, or by its title beside another article")
	flags.StringVar(&f.from, "from", "auto", "what the source is: html, mhtml, text, markdown")
	flags.StringVar(&f.url, "url", "", "where the page stands, if it does not say so itself")
	flags.StringVar(&f.lang, "lang", "", "language of the article, such as fr")
	flags.StringVar(&f.report, "report", "", "say what was done: text or json on standard error, or a file .txt or .json")
	flags.Lookup("report").NoOptDefVal = "text"
	flags.StringArrayVar(&f.keep, "keep", nil, "CSS selector of what must stay (may be repeated)")
	flags.StringArrayVar(&f.drop, "drop", nil, "CSS selector of what must go (may be repeated)")
	flags.StringVar(&f.rules, "rules", "", "YAML file of rules for single sites")
	flags.BoolVar(&f.images, "images", false, "bring the images along, into images/ beside the Markdown")
	flags.BoolVar(&f.private, "private", false, "allow addresses of private networks")
	flags.BoolVar(&f.strict, "strict", false, "treat doubtful spots as errors")
	return c
}

func (f *cleaning) run(c *cobra.Command, source string) error {
	opt, err := f.options(source)
	if err != nil {
		return err
	}
	if f.images && f.output == "-" {
		return misuse("-o FOLDER/article.md", "--images needs -o, to know where the images go")
	}
	src, err := f.read(c, source, &opt)
	if err != nil {
		return err
	}
	result, problems := clean.Clean(src, opt)
	if isFolder(f.output) {
		f.output = press.ArticleFile(f.output, result.Markdown)
	}
	if f.output != "-" && filepath.Ext(source) != ".md" && press.SameFile(source, f.output) {
		return misuse("name another file after -o", "%s is the source itself", f.output)
	}
	var images map[string][]byte
	switch {
	case f.images && problems.Errors() == 0:
		var more book.Problems
		images, more = clean.BringImages(c.Context(), &result, opt.Files, f.policy())
		problems = append(problems, more...)
	case !f.images:
		problems = append(problems, f.doubtImages(opt.Files, result.Images)...)
	}
	f.nameProblems(problems)
	if err := f.writeReport(c, result.Report); err != nil {
		return err
	}
	if !newPrinter(c.ErrOrStderr()).problems(f.unreported(problems), f.strict) {
		return errProblems
	}
	return f.write(c, result.Markdown, images)
}

// options turns the flags into what clean understands.
func (f *cleaning) options(source string) (clean.Options, error) {
	opt := clean.Options{Name: source, URL: f.url, Lang: f.lang, Keep: f.keep, Drop: f.drop}
	var ok bool
	if opt.From, ok = clean.ParseKind(f.from); !ok {
		return opt, misuse("html, mhtml, text or markdown", "there is no kind of source %q for --from", f.from)
	}
	if f.lang != "" {
		tag, err := manuscript.Language(f.lang)
		if err != nil {
			return opt, press.Misuse{Err: fmt.Errorf("--lang: %w", err)}
		}
		opt.Lang = tag
	}
	if f.rules != "" {
		b, err := os.ReadFile(f.rules)
		if err != nil {
			return opt, err
		}
		if opt.Rules, err = clean.ReadRules(b); err != nil {
			message, _, _ := strings.Cut(err.Error(), "\n") // the rest shows the file
			return opt, misuse("a list of rules: each names a site, and selectors of what to keep and drop", "--rules %s: %s", f.rules, message)
		}
	}
	return opt, nil
}

// read gets the source: from the web, from standard input, or from a file, whose
// folder then may hold its images.
func (f *cleaning) read(c *cobra.Command, source string, opt *clean.Options) ([]byte, error) {
	switch {
	case strings.HasPrefix(source, "http://"), strings.HasPrefix(source, "https://"):
		got, err := clean.Fetch(c.Context(), source, f.policy())
		if opt.URL == "" {
			opt.URL = got.URL
		}
		opt.Type = got.Type
		return got.Body, err
	case source == "-":
		opt.Name = "standard input"
		return readLimited(c.InOrStdin())
	}
	if isFolder(source) {
		return nil, misuse("name the page or text in it", "%s is a folder", source)
	}
	file, err := os.Open(source)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	root, err := os.OpenRoot(filepath.Dir(source)) // no link leads out of the folder
	if err != nil {
		return nil, err
	}
	opt.Files = root.FS()
	return readLimited(file)
}

// readLimited reads one byte more than a source may have, so that a longer one is
// known as such.
func readLimited(r io.Reader) ([]byte, error) {
	return io.ReadAll(io.LimitReader(r, clean.MaxSource+1))
}

func (f *cleaning) policy() clean.Policy { return clean.Policy{AllowPrivate: f.private} }

// nameProblems puts the doubtful spots into the file that is written: their lines
// are lines of it.
func (f *cleaning) nameProblems(problems book.Problems) {
	name := filepath.ToSlash(f.output)
	if f.output == "-" {
		name = "stdout"
	}
	for i := range problems {
		if p := &problems[i]; p.Code == book.CodeCleanDoubt {
			p.Pos.File = name
		}
	}
}

// unreported sorts the problems, without those that a report in words has already.
func (f *cleaning) unreported(problems book.Problems) book.Problems {
	if f.report == "text" && !f.strict {
		problems = slices.DeleteFunc(problems, func(p book.Problem) bool { return p.Severity() == book.Warning })
	}
	problems.Sort()
	return problems
}

func (f *cleaning) writeReport(c *cobra.Command, r clean.Report) error {
	switch {
	case f.report == "":
		return nil
	case f.report == "text":
		_, err := io.WriteString(c.ErrOrStderr(), r.Text()+"\n")
		return err
	case f.report == "json":
		_, err := c.ErrOrStderr().Write(r.JSON())
		return err
	case strings.HasSuffix(f.report, ".json"):
		return writeBytes(c.Context(), f.report, r.JSON())
	case strings.HasSuffix(f.report, ".txt"):
		return writeBytes(c.Context(), f.report, []byte(r.Text()))
	}
	return misuse("--report=text, --report=json, or a file .txt or .json", "there is no report %q", f.report)
}

// write writes the images first, so that the Markdown never links to what is not
// there.
func (f *cleaning) write(c *cobra.Command, md []byte, files map[string][]byte) error {
	if f.output == "-" {
		_, err := c.OutOrStdout().Write(md)
		return err
	}
	if err := f.writeImages(c.Context(), files); err != nil {
		return err
	}
	old, err := press.Backup(f.output, md)
	if err != nil {
		return err
	}
	if old != "" {
		fmt.Fprintf(c.ErrOrStderr(), "%s was there already and differs: it is kept as %s\n", f.output, old)
	}
	if err := writeBytes(c.Context(), f.output, md); err != nil {
		return err
	}
	fmt.Fprintln(c.ErrOrStderr(), f.output)
	return nil
}

func writeBytes(ctx context.Context, path string, b []byte) error {
	return press.WriteFile(ctx, path, press.File{Data: b}.Write)
}
