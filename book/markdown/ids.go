package markdown

import (
	"strings"
	"unicode"

	"cahier/book"
)

// checkIDs reports ids that are used twice and links to ids that do not exist. A link
// may also name a heading by the identifier that Pandoc makes of its text; the heading
// then gets it.
func (r *reading) checkIDs(blocks []book.Block, notes []*book.Note) {
	all := [][]book.Block{blocks}
	for _, n := range notes {
		all = append(all, n.Blocks)
	}
	ids := map[string]book.Pos{}
	bySlug := map[string]*book.Heading{}
	use := func(id string, pos book.Pos) {
		if first, used := ids[id]; used && id != "" {
			r.problems.Add(pos, book.CodeIDRepeated, "give one of them another id", "the id %q is already used on line %d", id, first.Line)
		} else if id != "" {
			ids[id] = pos
		}
	}
	for _, list := range all {
		book.Blocks(list, func(b book.Block) bool {
			use(b.Attributes().ID, b.Position())
			if h, ok := b.(*book.Heading); ok && h.Attr.ID == "" {
				if slug := slug(book.PlainText(h.Inlines)); bySlug[slug] == nil {
					bySlug[slug] = h
				}
			}
			return true
		})
		book.AllInlines(list, func(n book.Inline) bool {
			switch n := n.(type) {
			case *book.Span:
				use(n.Attr.ID, n.Pos)
			case *book.Image:
				use(n.Attr.ID, n.Pos)
			}
			return true
		})
	}
	for _, list := range all {
		book.AllInlines(list, func(n book.Inline) bool {
			if l, ok := n.(*book.Link); ok {
				r.checkPlace(l, ids, bySlug)
			}
			return true
		})
	}
}

func (r *reading) checkPlace(l *book.Link, ids map[string]book.Pos, bySlug map[string]*book.Heading) {
	id, inside := strings.CutPrefix(l.Href, "#")
	if !inside {
		return
	}
	if _, exists := ids[id]; exists {
		return
	}
	if h := bySlug[id]; h != nil {
		h.Attr.ID = id
		return
	}
	r.problems.Add(l.Pos, book.CodeLinkMissing, "give the place {#"+id+"}", "a link to #%s, which does not exist in this article", id)
}

// slug is the identifier that Pandoc gives a heading (manual, section "Headings and
// sections", extension auto_identifiers).
func slug(s string) string {
	var sb strings.Builder
	for _, c := range strings.ToLower(s) {
		switch {
		case unicode.IsSpace(c):
			sb.WriteByte('-')
		case unicode.IsLetter(c) || unicode.IsDigit(c) || c == '-' || c == '_' || c == '.':
			sb.WriteRune(c)
		}
	}
	return strings.TrimLeftFunc(sb.String(), func(c rune) bool { return !unicode.IsLetter(c) })
}
