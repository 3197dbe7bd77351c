package layout

import (
	"fmt"
	"strings"
	"unicode"

	"cahier/book"
)

// frontPrefix begins the ids of what stands outside the articles: the volume's own front
// matter and the titles of parts.
const frontPrefix = "b"

// anchors gives every named node an id that is unique in the volume and leads every
// link inside the book to one. Ids of an article begin with the article's. Those that
// are made go first: a written one that is like one of them gets a suffix.
func (a *arranger) anchors() {
	texts := []*passage{a.frontPassage()}
	for _, art := range a.articles {
		texts = append(texts, articlePassage(art))
	}
	used := map[string]bool{}
	for _, p := range texts {
		p.written = p.attributes() // before ids are made
		a.generate(p.article)
		p.name(used)
	}
	works := map[string]string{}
	for _, e := range a.book.Works {
		works[e.ID] = e.ID
	}
	for _, p := range texts {
		l := linker{arranger: a, names: []map[string]string{p.names}}
		for _, other := range texts[1:] {
			l.names = append(l.names, other.names)
		}
		l.names = append(l.names, texts[0].names, works)
		for _, t := range p.titles {
			l.inlines(t)
		}
		l.blocks(p.blocks)
	}
}

// passage is what shares a space of names: an article, or what stands outside them.
type passage struct {
	prefix  string
	article *book.Article // nil for the volume's front matter
	titles  []*[]book.Inline
	blocks  []book.Block
	written []*book.Attr
	names   map[string]string // ids by the name that the manuscript uses
}

// add takes in all that front matter says in Markdown.
func (p *passage) add(f *book.FrontMatter) {
	p.titles = append(p.titles, &f.Title, &f.Subtitle, &f.ShortTitle)
	for _, list := range [][]book.Block{f.Dedication, f.Epigraph, f.Abstract} {
		p.blocks = append(p.blocks, list...)
	}
}

// frontPassage is the volume's own front matter, unless it is an article's, and the
// titles of its parts.
func (a *arranger) frontPassage() *passage {
	p := &passage{prefix: frontPrefix}
	if !a.book.Single {
		p.add(&a.book.Front)
	}
	for _, item := range a.book.Contents {
		if item.Part != nil {
			p.titles = append(p.titles, &item.Part.Title)
		}
	}
	return p
}

// articlePassage is an article in order: front matter, body, notes and works.
func articlePassage(art *book.Article) *passage {
	p := &passage{prefix: art.ID, article: art}
	p.add(&art.Front)
	p.blocks = append(p.blocks, art.Body...)
	for _, n := range art.Notes {
		p.blocks = append(p.blocks, n.Blocks...)
	}
	for _, e := range art.Works {
		p.blocks = append(p.blocks, e.Text)
	}
	return p
}

// attributes are those with an id.
func (p *passage) attributes() []*book.Attr {
	var list []*book.Attr
	add := func(attr *book.Attr) {
		if attr.ID != "" {
			list = append(list, attr)
		}
	}
	inline := func(n book.Inline) bool {
		switch n := n.(type) {
		case *book.Span:
			add(&n.Attr)
		case *book.Image:
			add(&n.Attr)
		}
		return true
	}
	for _, t := range p.titles {
		book.Inlines(*t, inline)
	}
	book.Blocks(p.blocks, func(b book.Block) bool {
		add(b.Attributes())
		if f, ok := b.(*book.Figure); ok {
			add(&f.Image.Attr)
		}
		return true
	})
	book.AllInlines(p.blocks, inline)
	return list
}

// generate names the headings of an article that have no id, and its paragraphs if they
// are numbered.
func (a *arranger) generate(art *book.Article) {
	if art == nil {
		return
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
	if a.book.Numbering == book.NumberParagraphs {
		numberParagraphs(art)
	}
}

// made are the ids of an article that no manuscript writes: of its notes and their calls, its
// works, and the headings and paragraphs that generate has named.
func (p *passage) made() []string {
	art := p.article
	if art == nil {
		return nil
	}
	groups := 0
	ids := []string{art.ID + "-title", art.ID + "-notes", art.ID + "-works"}
	for _, b := range art.Body {
		if isQuestions(b) {
			groups++
			ids = append(ids, questionsID(art, groups))
		}
	}
	for _, n := range art.Notes {
		ids = append(ids, n.Anchor)
		for _, c := range n.Calls {
			ids = append(ids, c.Ref)
		}
	}
	for _, e := range art.Works {
		ids = append(ids, e.ID)
	}
	byHand := map[*book.Attr]bool{}
	for _, attr := range p.written {
		byHand[attr] = true
	}
	book.Blocks(art.Body, func(b book.Block) bool {
		if attr := b.Attributes(); attr.ID != "" && !byHand[attr] {
			ids = append(ids, attr.ID)
		}
		return true
	})
	return ids
}

// name gives the written ids their place in the volume.
func (p *passage) name(used map[string]bool) {
	for _, id := range p.made() {
		used[id] = true
	}
	p.names = map[string]string{}
	for _, attr := range p.written {
		base := p.prefix + "-" + slug(attr.ID)
		id := base
		for k := 2; used[id]; k++ {
			id = fmt.Sprintf("%s-%d", base, k)
		}
		used[id] = true
		if p.names[attr.ID] == "" {
			p.names[attr.ID] = id
		}
		attr.ID = id
	}
	if p.article == nil {
		return
	}
	for _, n := range p.article.Notes {
		if n.ID != "" {
			p.names["fn-"+n.ID] = n.Anchor
		}
	}
	for _, e := range p.article.Works {
		p.names[e.ID] = e.ID
	}
}

// numberParagraphs counts the paragraphs of an article's running text and names them,
// so that a passage can be cited across both outputs: "a1-p12". Captions, quotations and
// lists belong to the paragraph before them and are not counted.
func numberParagraphs(art *book.Article) {
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
