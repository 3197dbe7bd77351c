package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"cahier/book"
	"cahier/book/press"
)

// misuse is a wrong command line: what is wrong, and what would be right ("" if the message
// says it).
func misuse(hint, format string, args ...any) error {
	return press.Misuse{Err: book.Fault(hint, format, args...)}
}

// arguments takes from least to most files and folders. wanted says what to name when there
// are too few.
func arguments(least, most int, wanted string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		usage := "usage: " + c.UseLine()
		switch {
		case len(args) < least:
			return misuse(usage, "%s", wanted)
		case len(args) <= most:
			return nil
		case most == 0:
			return misuse(usage, "%s takes no file or folder, not even %q", c.Name(), args[0])
		}
		if flag := parted(c); flag != "" {
			usage = fmt.Sprintf("the value of --%s stands after an equals sign: --%s=%s", flag, flag, args[0])
		}
		return misuse(usage, "%s takes %s, not %d", c.Name(), atMost(most), len(args))
	}
}

func atMost(most int) string {
	if most == 1 {
		return "one file or folder"
	}
	return fmt.Sprintf("at most %d files or folders", most)
}

// parted is a flag that was given without its value, which then stands among the arguments
// ("--report text").
func parted(c *cobra.Command) string {
	name := ""
	c.Flags().Visit(func(f *pflag.Flag) {
		if f.Value.Type() != "bool" && f.NoOptDefVal != "" && f.Value.String() == f.NoOptDefVal {
			name = f.Name
		}
	})
	return name
}

// unknownCommand refuses what is no subcommand, naming those that look like it.
func unknownCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	hint := "`cahier help` lists the commands"
	if like := c.SuggestionsFor(args[0]); len(like) > 0 {
		hint = "did you mean " + strings.Join(like, " or ") + "?"
	}
	return misuse(hint, "there is no command %q", args[0])
}

// flagError says in our own words what is wrong with a flag.
func flagError(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var bad *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		return misuse(fmt.Sprintf("`%s --help` lists the flags", c.CommandPath()), "unknown flag: -%s", unknown.GetSpecifiedShortnames())
	case errors.As(err, &unknown):
		return misuse(nearFlag(c, unknown.GetSpecifiedName()), "unknown flag: --%s", unknown.GetSpecifiedName())
	case errors.As(err, &bare):
		return misuse(bare.GetFlag().Usage, "--%s needs a value", bare.GetFlag().Name)
	case errors.As(err, &bad):
		f := bad.GetFlag()
		if f.Value.Type() == "bool" {
			return misuse(fmt.Sprintf("write --%s, or --%s=false", f.Name, f.Name), "--%s takes no value, not even %q", f.Name, bad.GetValue())
		}
		return misuse(f.Usage, "--%s wants a number, not %q", f.Name, bad.GetValue())
	}
	return press.Misuse{Err: err}
}

// nearFlag says which flag of the command an unknown one may mean, or which command has it.
func nearFlag(c *cobra.Command, name string) string {
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if near := book.Nearest(name, names); near != "" {
		return fmt.Sprintf("did you mean --%s?", near)
	}
	for _, other := range c.Root().Commands() {
		if other.Flags().Lookup(name) != nil {
			return fmt.Sprintf("it is a flag of `%s`", other.CommandPath())
		}
	}
	return fmt.Sprintf("`%s --help` lists the flags", c.CommandPath())
}

// plain says in our own words that a file cannot be read.
func plain(err error) string {
	path, ok := err.(*fs.PathError)
	switch {
	case !ok:
		return err.Error()
	case errors.Is(path.Err, fs.ErrNotExist):
		return "there is no file or folder " + path.Path
	case errors.Is(path.Err, fs.ErrPermission):
		return path.Path + " may not be read: its permissions forbid it"
	}
	return fmt.Sprintf("cannot read %s: %v", path.Path, path.Err)
}
