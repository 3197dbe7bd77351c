package manuscript

import (
	"fmt"
	"strings"

	"cahier/book"
)

// head is YAML on its way into front matter: of an article, or of book.yaml.
type head struct {
	front    *book.FrontMatter
	policy   book.NotesPolicy
	sources  sourceKeys
	settings bookKeys
	tree     *node // nil if the YAML does not parse
	strict   bool  // book.yaml: an unknown key is an error
	problems book.Problems
}

// sourceKeys are the keys that name works; files are read by whoever has the folder.
type sourceKeys struct {
	inline *node // references
	files  []*node
}

// key is what a key of front matter does with its value.
type key func(h *head, n *node)

// frontKeys are the keys that articles and book.yaml share, Pandoc's names first. It is
// the only place where a key of front matter is declared.
var frontKeys = map[string]key{
	"title":       inlines(func(f *book.FrontMatter) *[]book.Inline { return &f.Title }),
	"subtitle":    inlines(func(f *book.FrontMatter) *[]book.Inline { return &f.Subtitle }),
	"short-title": inlines(func(f *book.FrontMatter) *[]book.Inline { return &f.ShortTitle }),
	"shorttitle":  inlines(func(f *book.FrontMatter) *[]book.Inline { return &f.ShortTitle }),
	"title-short": inlines(func(f *book.FrontMatter) *[]book.Inline { return &f.ShortTitle }),

	"lang":     (*head).lang,
	"language": (*head).lang,

	"author":       people(book.RoleAuthor),
	"authors":      people(book.RoleAuthor),
	"editor":       people(book.RoleEditor),
	"translator":   people(book.RoleTranslator),
	"illustrator":  people(book.RoleIllustrator),
	"introduction": people(book.RoleIntroduction),
	"afterword":    people(book.RoleAfterword),
	"contributor":  people(book.RoleContributor),

	"date":          date(func(f *book.FrontMatter) *book.Date { return &f.Date }),
	"modified":      date(func(f *book.FrontMatter) *book.Date { return &f.Modified }),
	"date-modified": date(func(f *book.FrontMatter) *book.Date { return &f.Modified }),

	"publisher":       text(func(f *book.FrontMatter) *string { return &f.Publisher }),
	"publisher-place": text(func(f *book.FrontMatter) *string { return &f.Place }),
	"rights":          text(func(f *book.FrontMatter) *string { return &f.Rights }),
	"copyright":       text(func(f *book.FrontMatter) *string { return &f.Rights }),
	"licence":         (*head).licence,
	"license":         (*head).licence,

	"identifier": (*head).identifier,
	"isbn":       identified("isbn"),
	"doi":        identified("doi"),
	"uuid":       identified("uuid"),
	"url":        identified("url"),

	"keywords": (*head).keywords,
	"subject":  (*head).keywords,
	"tags":     (*head).keywords,

	"abstract":    blocks(func(f *book.FrontMatter) *[]book.Block { return &f.Abstract }),
	"description": blocks(func(f *book.FrontMatter) *[]book.Block { return &f.Abstract }),
	"epigraph":    blocks(func(f *book.FrontMatter) *[]book.Block { return &f.Epigraph }),
	"dedication":  blocks(func(f *book.FrontMatter) *[]book.Block { return &f.Dedication }),

	"series":                (*head).series,
	"belongs-to-collection": text(func(f *book.FrontMatter) *string { return &f.Series.Title }),
	"group-position":        text(func(f *book.FrontMatter) *string { return &f.Series.Position }),
	"cover":                 text(func(f *book.FrontMatter) *string { return &f.Cover }),
	"cover-image":           text(func(f *book.FrontMatter) *string { return &f.Cover }),

	"bibliography":            (*head).bibliography,
	"references":              func(h *head, n *node) { h.sources.inline = n },
	"citation-style":          (*head).citationStyle,
	"nocite":                  (*head).noCite,
	"reference-section-title": text(func(f *book.FrontMatter) *string { return &f.Cite.SectionTitle }),
	"suppress-bibliography":   toggle(func(f *book.FrontMatter) *bool { return &f.Cite.NoList }),
	"link-citations":          offToggle(func(f *book.FrontMatter) *bool { return &f.Cite.NoLinks }),
	"link-bibliography":       offToggle(func(f *book.FrontMatter) *bool { return &f.Cite.NoWebLinks }),
	"notes-after-punctuation": toggle(func(f *book.FrontMatter) *bool { return &f.Cite.NotesAfterStop }),
	"references-place":        (*head).referencesPlace,
	"csl":                     (*head).csl,
	"citation-abbreviations":  notRead("write the short form in the source itself"),

	"republished-from": (*head).republished,
	"accessibility":    (*head).accessibility,
}

// read takes the pairs of a mapping by the tables given, in written order.
func (h *head) read(n *node, tables ...map[string]key) {
	if n == nil || n.kind == null {
		return
	}
	if n.kind != mapping {
		h.add(n.pos, book.CodeBadValue, `write lines such as "title: …"`, "keys and values are wanted here, not %s", n.kind)
		return
	}
	done := map[string]string{} // an alias counts as its key's name
	for _, p := range n.pairs {
		k := find(tables, p.key)
		if k == nil {
			h.unknown(p, tables...)
			continue
		}
		if first, again := done[aliasOf(p.key)]; again {
			h.add(p.pos, book.CodeBadValue, "keep one of them", "%s says what %s says already", p.key, first)
			continue
		}
		done[aliasOf(p.key)] = p.key
		k(h, p.value)
	}
}

// find looks a key up in the tables, in order.
func find(tables []map[string]key, name string) key {
	for _, t := range tables {
		if k := t[name]; k != nil {
			return k
		}
	}
	return nil
}

// aliases are the keys that stand for another.
var aliases = map[string]string{
	"shorttitle": "short-title", "title-short": "short-title", "language": "lang", "authors": "author", "date-modified": "modified",
	"copyright": "rights", "license": "licence", "description": "abstract", "cover-image": "cover",
}

// aliasOf is the name under which a key is known.
func aliasOf(name string) string {
	if main, ok := aliases[name]; ok {
		return main
	}
	return name
}

// add notes a problem.
func (h *head) add(pos book.Pos, code book.Code, hint, format string, args ...any) {
	h.problems = append(h.problems, book.Problem{Pos: pos, Code: code, Message: fmt.Sprintf(format, args...), Hint: hint})
}

// keywords takes a list, or words between commas.
func (h *head) keywords(n *node) {
	for _, item := range n.all() {
		if item.kind == mapping { // Pandoc's subject: {text, authority, term}
			item = item.get("text")
		}
		separator := ","
		if n.kind == list {
			separator = "\x00" // a keyword in a list may hold a comma
		}
		if item == nil {
			continue
		}
		for _, word := range strings.Split(h.value(item), separator) {
			if word = strings.TrimSpace(word); word != "" {
				h.front.Keywords = append(h.front.Keywords, word)
			}
		}
	}
}

// series takes a title, or {title, position}.
func (h *head) series(n *node) {
	if n.kind != mapping {
		h.front.Series.Title = h.value(n)
		return
	}
	h.read(n, map[string]key{
		"title":    text(func(f *book.FrontMatter) *string { return &f.Series.Title }),
		"name":     text(func(f *book.FrontMatter) *string { return &f.Series.Title }),
		"position": text(func(f *book.FrontMatter) *string { return &f.Series.Position }),
		"number":   text(func(f *book.FrontMatter) *string { return &f.Series.Position }),
	})
}

// accessibility reads what the author vouches for.
func (h *head) accessibility(n *node) {
	h.read(n, map[string]key{
		"summary":      text(func(f *book.FrontMatter) *string { return &f.Access.Summary }),
		"conforms-to":  text(func(f *book.FrontMatter) *string { return &f.Access.ConformsTo }),
		"certified-by": text(func(f *book.FrontMatter) *string { return &f.Access.CertifiedBy }),
		"hazards": func(h *head, n *node) {
			for _, item := range n.all() {
				h.front.Access.Hazards = append(h.front.Access.Hazards, h.value(item))
			}
		},
	})
}

// bibliography notes the files of sources; they are read when the head is.
func (h *head) bibliography(n *node) {
	items := n.all()
	if n.kind == mapping { // Pandoc's name → file
		items = nil
		for _, p := range n.pairs {
			items = append(items, p.value.all()...)
		}
	}
	for _, item := range items {
		if h.value(item) != "" {
			h.sources.files = append(h.sources.files, item)
		}
	}
}

// noCite takes keys as Pandoc writes them, "@a, @b" or "@*" for all.
func (h *head) noCite(n *node) {
	for _, item := range n.all() {
		for _, word := range strings.FieldsFunc(h.value(item), func(c rune) bool { return c == ',' || c == ' ' || c == ';' || c == '\n' }) {
			word = strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(word, "@"), "{"), "}")
			h.front.Cite.NoCite = append(h.front.Cite.NoCite, word)
		}
	}
}

// citationStyle reads which of the house styles words the citations.
func (h *head) citationStyle(n *node) {
	h.front.Cite.Style = h.choice(n, "note", "author-date")
}

// csl says what there is in place of the CSL style that Pandoc's users name. The house style
// is built in; a style's file is not read.
func (h *head) csl(n *node) {
	h.add(n.pos, book.CodeUnknownField, "cahier words citations in its own style: write citation-style: note or citation-style: author-date; CSL styles come later",
		"the CSL style %s is not read", h.value(n))
}

// notRead is a key that Pandoc knows and cahier does not: the build goes on without it, in
// book.yaml too.
func notRead(hint string) key {
	return func(h *head, n *node) {
		h.add(n.pos, book.CodeUnknownField, hint, "this key of Pandoc's is not read")
	}
}

// referencesPlace reads whether works are listed by article or once for the volume.
func (h *head) referencesPlace(n *node) {
	h.front.Cite.Volume = h.choice(n, "article", "volume") == "volume"
}

// republished reads where the text stood before; one word names the publication, or its address.
func (h *head) republished(n *node) {
	p := &book.Provenance{Pos: n.pos}
	h.front.Republished = p
	if n.kind == mapping {
		h.read(n, provenanceKeys)
	} else if s := h.value(n); strings.Contains(s, "://") {
		p.URL = h.address(n)
	} else {
		p.Publication = s
	}
}
