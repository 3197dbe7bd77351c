package typeset

import "strings"

// Text is the text of a composition as a reader of its structure meets it: the elements
// in order, each with what stands in it on all its pages, a newline between blocks. Soft
// hyphens at line ends are gone. Furniture is no part of it.
func Text(c *Composition) string {
	r := reader{content: map[*Element][]any{}}
	for _, p := range c.Pages {
		for _, it := range p.Items {
			r.item(it)
		}
	}
	r.walk(c.Root)
	return strings.ReplaceAll(r.sb.String(), "\u00ad", "")
}

// reader gathers the content of elements: strings, and kids at the place of their first
// content.
type reader struct {
	content map[*Element][]any
	placed  map[*Element]bool
	sb      strings.Builder
}

func (r *reader) item(it Item) {
	switch it := it.(type) {
	case *Run:
		if it.Element == nil {
			return
		}
		r.place(it.Element)
		var sb strings.Builder
		for _, p := range it.Pieces {
			for i := range p.Glyphs {
				sb.WriteString(p.Glyphs[i].Text)
			}
			if p.Space != 0 {
				sb.WriteByte(' ')
			}
		}
		r.content[it.Element] = append(r.content[it.Element], sb.String())
	case *Picture:
		if it.Element != nil {
			r.place(it.Element)
		}
	}
}

// place puts an element among the content of its parent, the first time that it has
// content itself.
func (r *reader) place(e *Element) {
	if r.placed == nil {
		r.placed = map[*Element]bool{}
	}
	for ; e != nil && e.Parent != nil && !r.placed[e]; e = e.Parent {
		r.placed[e] = true
		r.content[e.Parent] = append(r.content[e.Parent], e)
	}
}

// walk reads an element: in the order of its content if it has any of its own, else in the
// order of its kids.
func (r *reader) walk(e *Element) {
	content := r.content[e]
	r.newline(e)
	own := false
	for _, c := range content {
		_, text := c.(string)
		own = own || text
	}
	if !own && !e.Role.inline() {
		for _, kid := range e.Kids {
			r.walk(kid)
		}
		r.newline(e)
		return
	}
	for _, c := range content {
		switch c := c.(type) {
		case string:
			r.sb.WriteString(c)
		case *Element:
			r.walk(c)
		}
	}
	r.newline(e)
}

func (r *reader) newline(e *Element) {
	if !e.Role.inline() && r.sb.Len() > 0 {
		r.sb.WriteByte('\n')
	}
}

// inline reports whether elements of the role stand inside a line of text.
func (r Role) inline() bool {
	switch r {
	case RoleLink, RoleReference, RoleSpan, RoleQuote, RoleCode:
		return true
	}
	return false
}
