package layout

import (
	"net/url"
	"strings"

	"cahier/book"
)

// linker leads the links of one passage to their places.
type linker struct {
	*arranger
	names []map[string]string // the passage's own, then the others' in reading order
}

func (l *linker) blocks(list []book.Block) {
	book.Blocks(list, func(b book.Block) bool {
		if c := book.Content(b); c != nil {
			l.inlines(c)
		}
		return true
	})
}

func (l *linker) inlines(list *[]book.Inline) {
	for i := 0; i < len(*list); i++ {
		n := (*list)[i]
		if inner := book.Within(n); inner != nil {
			l.inlines(inner)
		}
		link, ok := n.(*book.Link)
		if !ok || !strings.HasPrefix(link.Href, "#") {
			continue
		}
		if target := l.find(link.Href[1:]); target != "" {
			bare := book.PlainText(link.Inlines) == link.Href || len(link.Inlines) == 0
			link.Href = "#" + target
			if bare && l.label(target) != "" {
				link.Inlines = text(l.label(target))
			}
			continue
		}
		l.problems.Add(link.Pos, book.CodeLinkMissing, "give the place an id, such as {#"+link.Href[1:]+"}, or correct the link",
			"the link leads to #%s, which is nowhere in the book", link.Href[1:])
		*list = append((*list)[:i:i], append(append([]book.Inline{}, link.Inlines...), (*list)[i+1:]...)...)
		i += len(link.Inlines) - 1
	}
}

// find looks a name up in the passage, then in the others in reading order, then among
// the articles' own ids. A name may be escaped, as addresses are: "%C3%A9t%C3%A9" for "été".
func (l *linker) find(name string) string {
	spellings := []string{name}
	if plain, err := url.PathUnescape(name); err == nil && plain != name {
		spellings = append(spellings, plain)
	}
	for _, s := range spellings {
		for _, names := range l.names {
			if id := names[s]; id != "" {
				return id
			}
		}
	}
	for _, art := range l.articles {
		if art.ID == name {
			return name
		}
	}
	return ""
}

// label is the text of an empty link to a note: its number.
func (l *linker) label(target string) string {
	for _, art := range l.articles {
		for _, n := range art.Notes {
			if n.Anchor == target {
				return n.Label
			}
		}
	}
	return ""
}
