package markdown

import (
	"strings"
	"unicode"

	"cahier/book"
)

// settleIDs reports ids that are used twice, and gives a heading the identifier that
// Pandoc would make of its text if a link names it. Whether a link's place exists is known
// only when the book is whole: layout says so.
func (r *reading) settleIDs(blocks []book.Block, notes []*book.Note) {
	all := [][]book.Block{blocks}
	for _, n := range notes {
		all = append(all, n.Blocks)
	}
	ids := map[string]book.Pos{}
	linked := map[string]bool{}
	for _, list := range all {
		book.Blocks(list, func(b book.Block) bool {
			r.useID(ids, b.Attributes().ID, b.Position())
			return true
		})
		book.AllInlines(list, func(n book.Inline) bool {
			switch n := n.(type) {
			case *book.Span:
				r.useID(ids, n.Attr.ID, n.Pos)
			case *book.Image:
				r.useID(ids, n.Attr.ID, n.Pos)
			case *book.Link:
				if id, inside := strings.CutPrefix(n.Href, "#"); inside {
					linked[id] = true
				}
			}
			return true
		})
	}
	if len(linked) > 0 {
		nameHeadings(blocks, ids, linked)
	}
}

// useID takes an id, with a problem if it is taken.
func (r *reading) useID(ids map[string]book.Pos, id string, pos book.Pos) {
	if id == "" {
		return
	}
	if first, used := ids[id]; used {
		r.problems.Add(pos, book.CodeIDRepeated, "give one of them another id", "the id %q is already used on line %d", id, first.Line)
		return
	}
	ids[id] = pos
}

// nameHeadings names the first heading that each link can mean.
func nameHeadings(blocks []book.Block, ids map[string]book.Pos, linked map[string]bool) {
	book.Blocks(blocks, func(b book.Block) bool {
		h, ok := b.(*book.Heading)
		if !ok || h.Attr.ID != "" {
			return true
		}
		id := slug(book.PlainText(h.Inlines))
		if _, used := ids[id]; !used && linked[id] {
			h.Attr.ID = id
			ids[id] = h.Pos
		}
		return true
	})
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
