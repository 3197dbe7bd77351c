package hyphen

import (
	"iter"
	"strings"
	"sync"
)

// load reads a language's files. They are embedded and tested, so that one that cannot
// be read is a fault of the program.
func (i info) load() *Language {
	l := &Language{info: i, exceptions: map[string][]int{}, limits: i.limits, words: &sync.Pool{}}
	b := newBuilder()
	for _, name := range i.files {
		text := source(name)
		for p := range group(text, `\patterns{`) {
			b.add(p)
		}
		for e := range group(text, `\hyphenation{`) {
			if !l.addException(e) {
				panic("hyphen: " + name + " holds the exception " + e)
			}
		}
	}
	l.trie = b.build()
	return l
}

// source is a pattern file.
func source(name string) string {
	b, err := files.ReadFile("patterns/hyph-" + name + ".tex")
	if err != nil {
		panic(err)
	}
	return string(b)
}

// group is the words between a command's braces, without the comments. A file has each
// command at most once at a line's beginning; elsewhere it is prose in a comment.
func group(text, command string) iter.Seq[string] {
	return func(yield func(string) bool) {
		at := strings.Index(text, "\n"+command)
		if at < 0 {
			return
		}
		from := -1 // where the word being read begins
		for i := at + 1 + len(command); i < len(text); i++ {
			c := text[i]
			if c > ' ' && c != '%' && c != '}' {
				if from < 0 {
					from = i
				}
				continue
			}
			if from >= 0 && !yield(text[from:i]) {
				return
			}
			from = -1
			switch c {
			case '}':
				return
			case '%':
				for i+1 < len(text) && text[i+1] != '\n' {
					i++
				}
			}
		}
	}
}
