package epub

import (
	"regexp"
	"strings"
)

// content are the XHTML files of the manifest, without the navigation document.
func (c *checker) content() map[string]*tree {
	out := map[string]*tree{}
	nav := c.navFile()
	for _, i := range c.pack.items {
		if i.mediaType == "application/xhtml+xml" && i.file != nav {
			if t := c.parse(i.file); t != nil {
				out[i.file] = t
			}
		}
	}
	return out
}

// ids are the elements of all texts by "file#id".
func (c *checker) ids() map[string]*tree {
	if c.named == nil {
		c.named = map[string]*tree{}
		for name, t := range c.content() {
			t.walk(func(e *tree) {
				if id := e.attr("id"); id != "" {
					c.named[name+"#"+id] = e
				}
			})
		}
	}
	return c.named
}

// texts checks each text by itself, and ids across all.
func (c *checker) texts() {
	content := c.content()
	owner, repeated, example := map[string]string{}, 0, ""
	for _, name := range sortedNames(content) {
		t := content[name]
		c.text(name, t)
		t.walk(func(e *tree) {
			id := e.attr("id")
			if id == "" || strings.HasPrefix(id, "book-") && c.isKepub(t) {
				return
			}
			if owner[id] != "" {
				repeated++
				example = id
			}
			owner[id] = name
		})
	}
	if repeated > 0 {
		c.weak("", "prefix the ids of each file", "%d ids stand more than once in the book (%s): readers that merge files follow the wrong link", repeated, example)
	}
}

func (c *checker) isKepub(t *tree) bool {
	kobo := false
	t.walk(func(e *tree) { kobo = kobo || e.attr("class") == "koboSpan" })
	return kobo
}

func (c *checker) text(name string, t *tree) {
	if f := c.files[name]; f != nil && f.UncompressedSize64 > MaxFile {
		c.weak(name, "divide it", "is larger than %d MB: e-readers open it slowly or not at all", MaxFile>>20)
	}
	if lang := t.attr("lang"); lang == "" || lang != t.attr("xml:lang") {
		c.weak(name, "", "lang and xml:lang are not both given and equal")
	}
	if n := len(t.all("h1")); n > 1 {
		c.weak(name, "", "has %d headings of the first level", n)
	}
	styled := 0
	t.walk(func(e *tree) {
		c.active(name, e)
		if e.has("style") {
			styled++
		}
	})
	if styled > 0 {
		c.weak(name, "put them into the style sheet", "has %d style attributes, which readers' settings do not override", styled)
	}
	for _, e := range t.all("img") {
		if !e.has("alt") {
			c.weak(name, "", "the image %s has no alternative text", e.attr("src"))
		}
	}
	c.deprecated(name, t)
	c.spaces(name, t)
}

// active reports what acts by itself or reaches out of the book.
func (c *checker) active(name string, e *tree) {
	switch e.name {
	case "script", "form", "iframe", "object", "embed":
		c.broken(name, "", "holds a %s element", e.name)
	}
	for _, a := range e.attrs {
		low := strings.ToLower(strings.TrimSpace(a.Value))
		switch key := strings.ToLower(a.Name.Local); {
		case strings.HasPrefix(key, "on") && a.Name.Space == "":
			c.broken(name, "", "holds the event handler %s", a.Name.Local)
		case (key == "href" || key == "src") && (strings.HasPrefix(low, "javascript:") || strings.HasPrefix(low, "file:") || strings.HasPrefix(low, "data:text")):
			c.broken(name, "", "holds the active address %s", short(a.Value))
		case key == "src" && (strings.HasPrefix(low, "http:") || strings.HasPrefix(low, "https:") || strings.HasPrefix(low, "//")):
			c.broken(name, "put it into the book", "loads %s from the network", short(a.Value))
		}
	}
}

// deprecated reports types and roles that readers have been told to forget.
func (c *checker) deprecated(name string, t *tree) {
	n := 0
	t.walk(func(e *tree) {
		if e.is("rearnote") || e.is("rearnotes") || e.attr("role") == "doc-endnote" || e.attr("role") == "doc-biblioentry" ||
			e.is("endnote") && e.attr("role") != "doc-noteref" { // Kobo's calls are typed so
			n++
		}
	})
	if n > 0 {
		c.weak(name, "type notes footnote, in a section typed endnotes", "holds %d deprecated types or roles", n)
	}
}

var (
	frenchInner = regexp.MustCompile(`«[^\x{a0}\x{202f}]|[^\x{a0}\x{202f}]»`)
	frenchHigh  = regexp.MustCompile(`[ \x{2009}\n][;:!?]`)
	straight    = regexp.MustCompile(`\pL'\pL`)
)

// spaces checks characters that readers' fonts lack, and French spacing.
func (c *checker) spaces(name string, t *tree) {
	var body string
	for _, b := range t.all("body") {
		body = prose(b)
	}
	for _, ch := range []struct{ char, why string }{
		{"\u2009", "thin spaces (U+2009), which break lines and which some fonts lack"},
		{"\u2060", "word joiners (U+2060), which some readers draw as a box"},
		{"\u00ad", "soft hyphens (U+00AD), which break words in dictionaries"},
	} {
		if n := strings.Count(body, ch.char); n > 0 {
			c.weak(name, "", "holds %d %s", n, ch.why)
		}
	}
	if !strings.HasPrefix(strings.ToLower(t.attr("lang")), "fr") || strings.HasPrefix(strings.ToLower(t.attr("lang")), "fr-ca") || strings.HasPrefix(strings.ToLower(t.attr("lang")), "fr-ch") {
		return
	}
	if n := len(frenchInner.FindAllString(body, -1)) + len(frenchHigh.FindAllString(body, -1)); n > 0 {
		c.weak(name, "", "%d French marks have no no-break space beside them", n)
	}
	if n := len(straight.FindAllString(body, -1)); n > 0 {
		c.weak(name, "", "holds %d straight apostrophes", n)
	}
}

// prose is the text of an element without code and without what is in another language.
func prose(t *tree) string {
	var b strings.Builder
	var write func(*tree)
	write = func(e *tree) {
		for i, chunk := range e.chunks {
			b.WriteString(chunk)
			if i >= len(e.children) {
				continue
			}
			if ch := e.children[i]; ch.name != "code" && ch.name != "pre" && ch.attr("lang") == "" && !strings.Contains(ch.text(), "://") {
				write(ch)
			} else {
				b.WriteString("\u00a0")
			}
		}
	}
	write(t)
	return b.String()
}
