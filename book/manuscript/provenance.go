package manuscript

import (
	"strings"

	"cahier/book"
)

// provenanceKeys are the keys of republished-from.
var provenanceKeys = map[string]key{
	"publication":     source(func(p *book.Provenance) *string { return &p.Publication }),
	"container-title": source(func(p *book.Provenance) *string { return &p.Publication }),
	"title":           source(func(p *book.Provenance) *string { return &p.Title }),
	"volume":          source(func(p *book.Provenance) *string { return &p.Volume }),
	"issue":           source(func(p *book.Provenance) *string { return &p.Issue }),
	"number":          source(func(p *book.Provenance) *string { return &p.Issue }),
	"page":            source(func(p *book.Provenance) *string { return &p.Page }),
	"pages":           source(func(p *book.Provenance) *string { return &p.Page }),
	"publisher":       source(func(p *book.Provenance) *string { return &p.Publisher }),
	"original-title":  source(func(p *book.Provenance) *string { return &p.OriginalTitle }),
	"licence":         source(func(p *book.Provenance) *string { return &p.Licence }),
	"license":         source(func(p *book.Provenance) *string { return &p.Licence }),
	"permission":      source(func(p *book.Provenance) *string { return &p.Permission }),

	"url": func(h *head, n *node) {
		h.front.Republished.URL = h.address(n)
	},
	"copied-from": source(func(p *book.Provenance) *string { return &p.CopiedFrom }),
	"doi": func(h *head, n *node) {
		h.front.Republished.DOI = h.doi(n)
	},
	"original-lang": func(h *head, n *node) {
		h.front.Republished.OriginalLang = h.language(n)
	},

	"date":          when(func(p *book.Provenance) *book.Date { return &p.Date }),
	"original-date": when(func(p *book.Provenance) *book.Date { return &p.Date }),
	"retrieved":     when(func(p *book.Provenance) *book.Date { return &p.Retrieved }),
	"accessed":      when(func(p *book.Provenance) *book.Date { return &p.Retrieved }),

	"changes": func(h *head, n *node) {
		for _, item := range n.all() {
			if change := h.value(item); change != "" {
				h.front.Republished.Changes = append(h.front.Republished.Changes, change)
			}
		}
	},
}

// source is a key whose value is a text.
func source(field func(*book.Provenance) *string) key {
	return func(h *head, n *node) { *field(h.front.Republished) = h.value(n) }
}

// when is a key whose value is a date.
func when(field func(*book.Provenance) *book.Date) key {
	return func(h *head, n *node) { *field(h.front.Republished) = h.date(n) }
}

// address takes an address of the web; one without its scheme gets https.
func (h *head) address(n *node) string {
	s := h.value(n)
	switch {
	case s == "" || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://"):
		return s
	case strings.ContainsAny(s, " \t") || strings.Contains(s, ":") || !strings.Contains(s, "."):
		h.add(n.pos, book.CodeBadValue, "write the whole address, beginning with https://", "%q is not an address of the web", s)
		return ""
	}
	return "https://" + s
}
