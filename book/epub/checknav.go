package epub

import (
	"strconv"
	"strings"
)

// navFile is the navigation document; "" if there is none.
func (c *checker) navFile() string {
	for _, i := range c.pack.items {
		if hasWord(i.properties, "nav") {
			return i.file
		}
	}
	return ""
}

// navigation checks contents, landmarks, page list and NCX.
func (c *checker) navigation() {
	file := c.navFile()
	nav := c.parse(file)
	if file == "" || nav == nil {
		c.broken(c.pack.name, "", "there is no navigation document")
		return
	}
	lists := map[string]*tree{}
	for _, n := range nav.all("nav") {
		for _, t := range strings.Fields(n.attr("epub:type")) {
			lists[t] = n
		}
	}
	if toc := lists["toc"]; toc != nil {
		if len(toc.all("h1"))+len(toc.all("h2"))+len(toc.all("h3")) == 0 {
			c.weak(file, "", "the contents have no heading")
		}
		for _, a := range toc.all("a") {
			c.target(file, a)
		}
	}
	c.landmarksOf(file, lists["landmarks"])
	c.pagesOf(file, lists["page-list"])
	c.ncxOf()
}

func (c *checker) landmarksOf(file string, list *tree) {
	if list == nil {
		c.weak(file, "", "there are no landmarks: Apple Books does not know where the text begins")
		return
	}
	found := map[string]bool{}
	for _, a := range list.all("a") {
		types := strings.Fields(a.attr("epub:type"))
		if len(types) != 1 {
			c.weak(file, "", "the landmark %q has %d types; Apple Books wants one", strings.TrimSpace(a.text()), len(types))
		}
		for _, t := range types {
			found[t] = true
		}
		c.target(file, a)
	}
	for _, t := range []string{"toc", "bodymatter"} {
		if !found[t] {
			c.weak(file, "", "the landmark %s is missing", t)
		}
	}
}

// breaks are the page-break marks of all texts, by "file#id".
func (c *checker) breaks() map[string]*tree {
	marks := map[string]*tree{}
	for name, t := range c.content() {
		t.walk(func(e *tree) {
			if e.is("pagebreak") || e.attr("role") == "doc-pagebreak" {
				marks[name+"#"+e.attr("id")] = e
			}
		})
	}
	return marks
}

func (c *checker) pagesOf(file string, list *tree) {
	marks := c.breaks()
	if list == nil {
		if len(marks) > 0 {
			c.weak(file, "", "%d page breaks are marked, but there is no page list: no reader offers the pages", len(marks))
		}
		return
	}
	entries, lost := list.all("a"), 0
	for _, a := range entries {
		name, id := join(file, a.attr("href"))
		m := marks[name+"#"+id]
		if m == nil {
			lost++
		} else if label := or(m.attr("aria-label"), m.attr("title")); label != "" && !strings.Contains(label, strings.TrimSpace(a.text())) {
			c.weak(name, "", "page %s is marked as %q", strings.TrimSpace(a.text()), label)
		}
	}
	if lost > 0 {
		c.weak(file, "", "%d of %d pages of the list lead to no page break", lost, len(entries))
	}
	if len(c.pack.metas["pageBreakSource"])+len(c.pack.metas["a11y:pageBreakSource"])+len(c.pack.refined["#pagination source-of"]) == 0 {
		c.weak(c.pack.name, "state pageBreakSource", "it is not said which print edition the pages are of")
	}
}

// target checks that a link leads somewhere.
func (c *checker) target(file string, a *tree) {
	name, id := join(file, a.attr("href"))
	if c.files[name] == nil {
		c.broken(file, "", "%q leads to %s, which is not there", strings.TrimSpace(a.text()), name)
		return
	}
	if id != "" && name != file && c.parse(name) != nil && c.ids()[name+"#"+id] == nil {
		c.broken(file, "", "%q leads to #%s in %s, which is not there", strings.TrimSpace(a.text()), id, name)
	}
}

func (c *checker) ncxOf() {
	for _, i := range c.pack.items {
		if i.mediaType != "application/x-dtbncx+xml" {
			continue
		}
		ncx := c.parse(i.file)
		if ncx == nil {
			return
		}
		c.ncxHead(i.file, ncx)
		last := 0
		for _, p := range ncx.all("navPoint") {
			n, err := strconv.Atoi(p.attr("playOrder"))
			if err != nil || n < last {
				c.weak(i.file, "", "its points are not numbered in order (playOrder): old Kindles jump to wrong places")
				return
			}
			last = n
		}
		return
	}
	c.weak(c.pack.name, "", "there is no NCX: readers of EPUB 2 show no contents")
}

func (c *checker) ncxHead(file string, ncx *tree) {
	uid, id := "", ""
	for _, m := range ncx.all("meta") {
		if m.attr("name") == "dtb:uid" {
			uid = m.attr("content")
		}
	}
	for _, e := range c.pack.root.all("identifier") {
		if e.attr("id") == c.pack.root.attr("unique-identifier") {
			id = strings.TrimSpace(e.text())
		}
	}
	if uid != id {
		c.weak(file, "", "its identifier %q is not the book's, %q: Kobo loses the reading position", uid, id)
	}
	if len(ncx.all("docAuthor")) == 0 {
		c.weak(file, "", "it names no author")
	}
}
