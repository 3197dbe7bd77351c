package cite

import (
	"strings"
	"unicode/utf8"

	"cahier/book"
)

// inNote words a citation in a note: in full the first time, then short, or ibid. head
// says that the note begins with it, which takes a capital.
func (r *reader) inNote(c *book.Citation, head bool) []book.Inline {
	w := wording{lang: r.lang}
	for i, it := range c.Items {
		if i > 0 {
			w.text("; ")
		}
		if p := prefix(it); len(p) > 0 {
			if head && i == 0 {
				capital(p)
			}
			w.add(p...)
		}
		first := head && i == 0 && len(it.Prefix) == 0
		if c.Mode == book.CiteInText && i == 0 && !head {
			w.add(r.named(c, it)...)
		} else {
			w.add(r.item(c, it, first)...)
		}
		w.add(suffix(it)...)
	}
	return w.list
}

// named words a work in a sentence of a note: "Carr (Title, 1974, p. 3)".
func (r *reader) named(c *book.Citation, it book.Cite) []book.Inline {
	s := r.find.find(it.Key)
	if s == nil || len(creators(s, r.lang).names) == 0 {
		return r.item(c, it, false)
	}
	w := wording{lang: r.lang}
	w.add(r.scope.label(s, r.lang)...)
	it.SuppressAuthor = true
	w.text(" (")
	w.add(r.item(c, it, false)...)
	w.text(")")
	return w.list
}

// item words one work and remembers that it was cited.
func (r *reader) item(c *book.Citation, it book.Cite, head bool) []book.Inline {
	s := r.find.find(it.Key)
	if s == nil {
		r.here = append(r.here, it)
		w := wording{lang: r.lang}
		w.text(unknown(it.Key))
		w.commaText(locator(it.Locator, r.lang))
		return w.list
	}
	href := r.cite(c, s)
	// ibid may leave out the place only if there was none before: a reader would take the
	// former place for this one.
	previous, adjacent := r.previous()
	r.here = append(r.here, it)
	if adjacent && r.find.find(previous.Key) == s && (it.Locator.Value != "" || previous.Locator.Value == "") {
		r.cited[s] = true
		return r.ibid(it, previous.Locator, href, head)
	}
	if r.cited[s] {
		return r.short(s, it, href)
	}
	r.cited[s] = true
	return noteReference(s, it, href, r.lang)
}

// cite notes the citation in the work's entry and returns the link to it.
func (r *reader) cite(c *book.Citation, s *book.Source) string {
	e := r.scope.of[s]
	if e == nil {
		return ""
	}
	if n := len(e.Cited); n == 0 || e.Cited[n-1] != c {
		e.Cited = append(e.Cited, c)
	}
	if !r.links || r.linked {
		return ""
	}
	return "#" + e.ID
}

// previous is the citation that ibid would repeat: the one before in this note, else
// the only work of the preceding note. A note without citations between breaks the chain.
func (r *reader) previous() (book.Cite, bool) {
	if n := len(r.here); n > 0 {
		return r.here[n-1], true
	}
	n := len(r.before)
	if n == 0 {
		return book.Cite{}, false
	}
	for _, it := range r.before {
		if it.Key != r.before[0].Key {
			return book.Cite{}, false
		}
	}
	return r.before[n-1], true
}

// ibid words the same work again: alone for the same place, with the locator for
// another.
func (r *reader) ibid(it book.Cite, before book.Locator, href string, head bool) []book.Inline {
	l := r.lang
	same := sameLocator(it.Locator, before)
	word := l.ibid
	if !same {
		word = l.ivi
	}
	list := []book.Inline{text(word)}
	if head {
		capital(list)
	}
	if l.italicIbid {
		list = []book.Inline{italic(list...)}
	}
	w := wording{lang: l}
	w.add(link(href, list)...)
	if !same {
		w.commaText(locator(it.Locator, l))
	}
	return w.list
}

func sameLocator(a, b book.Locator) bool {
	label := func(l book.Locator) string {
		if l.Label == "" {
			return "page"
		}
		return l.Label
	}
	return ranges(a.Value) == ranges(b.Value) && (a.Value == "" || label(a) == label(b))
}

// short words a work cited before: family name, short title, place.
func (r *reader) short(s *book.Source, it book.Cite, href string) []book.Inline {
	head := wording{lang: r.lang}
	if !it.SuppressAuthor && len(creators(s, r.lang).names) > 0 {
		head.comma(r.scope.label(s, r.lang)...)
	}
	head.comma(shortTitle(s, r.lang)...)
	if len(head.list) == 0 {
		head.text(unnamed(s))
	}
	w := wording{lang: r.lang}
	w.add(link(href, head.list)...)
	w.commaText(locator(it.Locator, r.lang))
	return w.list
}

// authorDate words a citation by names and year.
func (r *reader) authorDate(c *book.Citation) []book.Inline {
	w := wording{lang: r.lang}
	open := false   // a bracket is to be closed
	lastLabel := "" // the names last written, which are not repeated
	for i, it := range c.Items {
		if i > 0 {
			w.text("; ")
		}
		s := r.find.find(it.Key)
		if c.Mode == book.CiteInText && i == 0 {
			closes := len(c.Items) == 1 && len(it.Suffix) == 0
			w.add(prefix(it)...)
			w.add(r.sentence(c, s, it, closes)...)
			w.add(suffix(it)...)
			open = !closes
			continue
		}
		if i == 0 {
			w.text("(")
			open = true
		}
		w.add(prefix(it)...)
		label := ""
		if s != nil {
			label = book.PlainText(r.scope.label(s, r.lang))
		}
		w.add(r.pair(c, s, it, it.SuppressAuthor || i > 0 && label == lastLabel && label != "" && len(it.Prefix) == 0)...)
		w.add(suffix(it)...)
		lastLabel = label
	}
	if open {
		w.text(")")
	}
	return w.list
}

// pair is names, year and place: "Carr 1974, p. 33".
func (r *reader) pair(c *book.Citation, s *book.Source, it book.Cite, yearOnly bool) []book.Inline {
	w := wording{lang: r.lang}
	if s == nil {
		w.text(unknown(it.Key))
	} else {
		head := wording{lang: r.lang}
		if !yearOnly {
			head.add(r.scope.label(s, r.lang)...)
			head.text(" ")
		}
		head.text(r.scope.year(s, r.lang))
		w.add(link(r.cite(c, s), head.list)...)
	}
	w.commaText(locator(it.Locator, r.lang))
	return w.list
}

// sentence is a work in a sentence: "Carr (1974, p. 33)", one link, its closing bracket
// left out if more follows.
func (r *reader) sentence(c *book.Citation, s *book.Source, it book.Cite, closes bool) []book.Inline {
	w := wording{lang: r.lang}
	if s == nil {
		w.text(unknown(it.Key) + " (")
	} else {
		w.add(r.scope.label(s, r.lang)...)
		w.text(" (" + r.scope.year(s, r.lang))
	}
	if loc := locator(it.Locator, r.lang); loc != "" {
		if s != nil {
			w.text(", ")
		}
		w.text(loc)
	}
	if closes {
		w.text(")")
	}
	if s == nil {
		return w.list
	}
	return link(r.cite(c, s), w.list)
}

// unknown is the mark of a key that no library has.
func unknown(key string) string { return "[?" + key + "]" }

// prefix is the words before a work, with the space that parts them.
func prefix(it book.Cite) []book.Inline {
	if len(it.Prefix) == 0 {
		return nil
	}
	w := wording{}
	w.add(own(it.Prefix)...)
	if t := lastText(w.list); t == nil || !strings.HasSuffix(t.Value, " ") && !strings.HasSuffix(t.Value, "\u00A0") &&
		!strings.HasSuffix(t.Value, "(") && !strings.HasSuffix(t.Value, "’") && !strings.HasSuffix(t.Value, "'") {
		w.text(" ")
	}
	return w.list
}

// suffix is the words after a work; one without punctuation or space of its own gets a
// space.
func suffix(it book.Cite) []book.Inline {
	if len(it.Suffix) == 0 {
		return nil
	}
	list := own(it.Suffix)
	if t, ok := list[0].(*book.Text); ok {
		if r, _ := utf8.DecodeRuneInString(t.Value); strings.ContainsRune(" \u00A0\u202F,.;:!?)]", r) {
			return list
		}
	}
	return append([]book.Inline{text(" ")}, list...)
}

// own copies the author's words around a citation; links, code and images stay.
func own(list []book.Inline) []book.Inline {
	var out []book.Inline
	for _, n := range list {
		switch n := n.(type) {
		case *book.Link:
			out = append(out, &book.Link{Place: n.Place, Href: n.Href, Title: n.Title, Inlines: clone(n.Inlines)})
		case *book.Image:
			out = append(out, n)
		default:
			out = append(out, clone([]book.Inline{n})...)
		}
	}
	if len(out) == 0 {
		out = []book.Inline{text(" ")}
	}
	return out
}
