package hyphen

import "strings"

// licence is a kind of licence.
type licence string

// The licences of the embedded files. All let the file be passed on complete and
// unchanged with its notice, in a program under another licence.
const (
	mit        licence = "MIT"
	bsd        licence = "BSD 3-clause"
	permissive licence = "permissive, with its notice"
	lppl       licence = "LaTeX Project Public License"
	mpl        licence = "Mozilla Public License 1.1"
)

// Licence is what a user must be told of an embedded file.
type Licence struct {
	Name string // what the file is: "Hyphenation patterns for French"
	File string // its name in hyph-utf8
	Kind string // "MIT"
	Text string // the notice that heads the file and, where it only names it, the licence
}

// Licences lists the embedded pattern files with their notices, by file name.
func Licences() []Licence {
	var all []Licence
	seen := map[string]bool{}
	for _, l := range languages {
		for _, name := range l.files {
			if seen[name] {
				continue
			}
			seen[name] = true
			notice := head(source(name))
			all = append(all, Licence{
				Name: title(notice), File: "hyph-" + name + ".tex", Kind: string(l.licence), Text: notice,
			})
		}
	}
	return append(all,
		Licence{Name: "The LaTeX Project Public License", File: "lppl.tex", Kind: string(lppl), Text: file("lppl.tex")},
		Licence{Name: "The Mozilla Public License", File: "MPL-1.1.txt", Kind: string(mpl), Text: mplNotice + file("MPL-1.1.txt")},
	)
}

// mplNotice is the notice that section 3.6 of the licence asks for.
const mplNotice = `The Hungarian hyphenation patterns (hyph-hu.tex) are used under this licence. Their
source is the file itself, which stands complete and unchanged in this program's source
under book/hyphen/patterns and inside the program.

`

func file(name string) string {
	b, err := files.ReadFile("patterns/" + name)
	if err != nil {
		panic(err)
	}
	return string(b)
}

// head is the comment that a pattern file begins with, without the comment signs.
func head(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "%") || strings.HasPrefix(line, "% ====") {
			break
		}
		b.WriteString(strings.TrimPrefix(strings.TrimPrefix(line, "%"), " "))
	}
	return b.String()
}

func title(notice string) string {
	for line := range strings.Lines(notice) {
		if t, ok := strings.CutPrefix(line, "title: "); ok {
			return strings.TrimSpace(t)
		}
	}
	return ""
}
