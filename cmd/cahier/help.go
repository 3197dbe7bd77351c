package main

import (
	"embed"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"cahier/book/style"
	"cahier/styles"
)

// The topics of `cahier help`: what a manuscript, a book.yaml and a style may say.
//
//go:embed topics/*.txt
var topicFiles embed.FS

func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND | manuscript | book | style]",
		Short: "Explain a command, or what files may say",
		RunE: func(c *cobra.Command, args []string) error {
			root := c.Root()
			found, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return misuse("`cahier help` lists them", "there is no command or topic %q", strings.Join(args, " "))
			}
			found.InitDefaultHelpFlag()
			return found.Help()
		},
		ValidArgsFunction: func(c *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
			var names []string
			for _, sub := range c.Root().Commands() {
				names = append(names, sub.Name())
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
	}
}

// topics are commands that only explain.
func topics() []*cobra.Command {
	var list []*cobra.Command
	for _, t := range []struct{ name, short string }{
		{"manuscript", "what an article's Markdown and its head may say"},
		{"book", "what book.yaml may say"},
		{"style", "what a style is and which values it has"},
	} {
		text, err := topicFiles.ReadFile("topics/" + t.name + ".txt")
		if err != nil {
			panic(err) // embedded above
		}
		if t.name == "style" {
			text = append(text, values()...)
		}
		list = append(list, &cobra.Command{Use: t.name, Short: t.short, Long: strings.TrimSpace(string(text))})
	}
	return list
}

// values are those of classic, as its print.yaml explains them.
func values() []byte {
	text, err := fs.ReadFile(styles.FS, style.DefaultName+"/print.yaml")
	if err != nil {
		panic(err) // embedded
	}
	return text
}
