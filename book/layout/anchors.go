package layout

import (
	"fmt"
	"strings"
	"unicode"

	"cahier/book"
)

// anchors gives every named node an id that is unique in the volume and leads every
// link inside the book to one. Ids of an article begin with the article's.
func (a *arranger) anchors() {
	names := map[*book.Article]map[string]string{}
	used := map[string]bool{}
	for _, art := range a.articles {
		names[art] = a.name(art, used)
	}
	works := map[string]string{}
	for _, e := range a.book.Works {
		works[e.ID] = e.ID
	}
	for _, art := range a.articles {
		l := linker{arranger: a, own: names[art], article: art}
		for _, other := range a.articles {
			l.others = append(l.others, names[other])
		}
		l.others = append(l.others, works)
		for _, list := range a.texts(art) {
			l.blocks(list)
		}
	}
}

// texts are all blocks of an article in order: body, notes and works.
func (a *arranger) texts(art *book.Article) [][]book.Block {
	lists := [][]book.Block{art.Front.Epigraph, art.Front.Abstract, art.Body}
	for _, n := range art.Notes {
		lists = append(lists, n.Blocks)
	}
	for _, e := range art.Works {
		lists = append(lists, []book.Block{e.Text})
	}
	return lists
}

// name gives ids and returns them by the name that the manuscript uses.
func (a *arranger) name(art *book.Article, used map[string]bool) map[string]string {
	names := map[string]string{}
	give := func(attr *book.Attr) {
		if attr.ID == "" {
			return
		}
		id := art.ID + "-" + slug(attr.ID)
		for k := 2; used[id]; k++ {
			id = fmt.Sprintf("%s-%s-%d", art.ID, slug(attr.ID), k)
		}
		used[id] = true
		if _, twice := names[attr.ID]; !twice {
			names[attr.ID] = id
		}
		attr.ID = id
	}
	for _, list := range a.texts(art) {
		book.Blocks(list, func(b book.Block) bool {
			give(b.Attributes())
			if f, ok := b.(*book.Figure); ok {
				give(&f.Image.Attr)
			}
			return true
		})
		book.AllInlines(list, func(n book.Inline) bool {
			switch n := n.(type) {
			case *book.Span:
				give(&n.Attr)
			case *book.Image:
				give(&n.Attr)
			}
			return true
		})
	}
	k := 0
	book.Blocks(art.Body, func(b book.Block) bool {
		if h, ok := b.(*book.Heading); ok {
			k++
			if h.Attr.ID == "" {
				h.Attr.ID = fmt.Sprintf("%s-s%d", art.ID, k)
			}
		}
		return true
	})
	for _, n := range art.Notes {
		if n.ID != "" {
			names["fn-"+n.ID] = n.Anchor
		}
	}
	for _, e := range art.Works {
		names[e.ID] = e.ID
	}
	return names
}

// slug keeps letters, digits, hyphens and underscores of an id; all else becomes a
// hyphen, so that it is a name in XML and in an address.
func slug(id string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || unicode.IsLetter(r) && r < 0x250 || r >= '0' && r <= '9' {
			return r
		}
		return '-'
	}, id)
}

// linker resolves the links of one article.
type linker struct {
	*arranger
	own     map[string]string
	others  []map[string]string
	article *book.Article
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

// find looks a name up in the article, then in the others in reading order, then among
// the articles' own ids.
func (l *linker) find(name string) string {
	if id := l.own[name]; id != "" {
		return id
	}
	for _, names := range l.others {
		if id := names[name]; id != "" {
			return id
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

// numberParagraphs counts the paragraphs of each article's running text and names them,
// so that a passage can be cited across both outputs: "a1-p12". Captions, quotations and
// lists belong to the paragraph before them and are not counted.
func (a *arranger) numberParagraphs() {
	if a.book.Numbering != book.NumberParagraphs {
		return
	}
	for _, art := range a.articles {
		k := 0
		for _, b := range art.Body {
			p, ok := b.(*book.Paragraph)
			if !ok {
				continue
			}
			k++
			p.Number = k
			if p.Attr.ID == "" {
				p.Attr.ID = fmt.Sprintf("%s-p%d", art.ID, k)
			}
		}
	}
}
