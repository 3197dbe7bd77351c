// Command cahier turns article Markdown into an EPUB and a typeset PDF.
//
// The command is thin: each file holds one subcommand with its flags and help; the work
// is done by the packages under book/.
package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/spf13/cobra"

	"cahier/book"
	"cahier/book/press"
)

// Exit codes.
const (
	exitDone   = 0 // outputs written, perhaps with warnings
	exitErrors = 1 // the manuscript has errors; nothing was written
	exitUsage  = 2 // the command line is wrong
	exitIO     = 3 // something could not be read or written
)

// gcPercent trades a twentieth of the time for a tenth of the memory of a build, which
// is over before a heap that is left to double pays; GOGC goes before.
const gcPercent = 70

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run executes one command line and returns its exit code. Ctrl-C cancels the context,
// so that no output is left half-written; a second one ends the process at once.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	root := rootCommand()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	return exitCode(root.ExecuteContext(ctx), newPrinter(stderr))
}

// errProblems says that the manuscript has errors, which are printed already.
var errProblems = errors.New("the manuscript has errors")

// errFlags says that the flags ask for what cannot be, which is printed already.
var errFlags = errors.New("the flags ask for what cannot be")

func exitCode(err error, p *printer) int {
	var misuse press.Misuse
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errProblems):
		return exitErrors
	case errors.Is(err, errFlags):
		return exitUsage
	case errors.Is(err, context.Canceled):
		p.errorf("interrupted: nothing was written")
		return exitIO
	}
	p.errorf("%s", plain(err))
	p.hint(book.HintOf(err))
	if errors.As(err, &misuse) {
		return exitUsage
	}
	return exitIO
}

func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "cahier",
		Short: "Turn articles into books",
		Long: `cahier turns articles into books: cleaned article Markdown becomes an EPUB with
linked endnotes and a typeset PDF, both from one front matter.

It writes into dist/ unless -o says otherwise, says what is wrong with a manuscript by
line and column, and never leaves half a file.`,
		Example: `  cahier clean saved-page.html -o article.md   a web page to Markdown
  cahier check article.md                      what is wrong with it
  cahier epub spring/article.md                → dist/spring.epub
  cahier pdf spring/article.md --paper a5      → dist/spring.pdf
  cahier build readers/spring/book.yaml        everything that the book asks for`,
		Version:                    press.Version,
		SilenceErrors:              true,
		SilenceUsage:               true,
		SuggestionsMinimumDistance: 2,
		Args:                       unknownCommand,
		RunE:                       func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.SetVersionTemplate("cahier {{.Version}}\n")
	root.SetHelpCommand(helpCommand())
	root.SetFlagErrorFunc(flagError)
	root.AddCommand(
		cleanCommand(), epubCommand(), pdfCommand(), coverCommand(), buildCommand(), checkCommand(), newCommand(),
		loadCommand(), licencesCommand(), versionCommand(), manCommand(),
	)
	root.AddCommand(topics()...)
	return root
}
