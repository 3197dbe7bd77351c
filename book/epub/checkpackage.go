package epub

import (
	"path"
	"strings"
)

// packageFile is what a check reads of a package document.
type packageFile struct {
	name     string
	root     *tree
	items    map[string]*manifestItem // by id
	metas    map[string][]string      // property → values that refine nothing
	refined  map[string]string        // "#id property" → value
	legacy   map[string]string        // name → content, EPUB 2
	language string
}

type manifestItem struct{ file, mediaType, properties string }

// readPackage finds and reads the package document; false if there is none.
func (c *checker) readPackage() bool {
	box := c.parse("META-INF/container.xml")
	if box == nil {
		return false
	}
	for _, r := range box.all("rootfile") {
		c.pack.name = r.attr("full-path")
		break
	}
	root := c.parse(c.pack.name)
	if root == nil {
		return false
	}
	p := &c.pack
	p.root, p.items, p.metas, p.refined, p.legacy = root, map[string]*manifestItem{}, map[string][]string{}, map[string]string{}, map[string]string{}
	for _, i := range root.all("item") {
		file, _ := join(p.name, i.attr("href"))
		p.items[i.attr("id")] = &manifestItem{file, i.attr("media-type"), i.attr("properties")}
	}
	for _, m := range root.all("meta") {
		value := strings.TrimSpace(m.text())
		switch property := m.attr("property"); {
		case property != "" && m.attr("refines") != "":
			p.refined[m.attr("refines")+" "+property] = value
		case property != "":
			p.metas[property] = append(p.metas[property], value)
		default:
			p.legacy[m.attr("name")] = m.attr("content")
		}
	}
	p.language = p.first("language")
	for _, r := range root.all("itemref") {
		if i := p.items[r.attr("idref")]; i != nil && i.mediaType == "application/xhtml+xml" {
			c.spine = append(c.spine, i.file)
		}
	}
	return true
}

// first is the text of the first element of a name, "" if there is none.
func (p *packageFile) first(name string) string {
	for _, e := range p.root.all(name) {
		return strings.TrimSpace(e.text())
	}
	return ""
}

// metadata checks what libraries and shelves show.
func (c *checker) metadata() {
	p, file := &c.pack, c.pack.name
	if p.root.attr("version") != "3.0" {
		c.weak(file, "make an EPUB 3", "the version is %q", p.root.attr("version"))
	}
	if p.root.attr("xml:lang") == "" {
		c.weak(file, "give the package element xml:lang", "titles and names have no language")
	}
	for _, m := range []struct{ name, why string }{
		{"language", "readers choose voice, dictionary and hyphenation by it"}, {"creator", "shelves sort by it"}, {"date", "shelves show it"},
	} {
		if p.first(m.name) == "" {
			c.weak(file, "", "there is no dc:%s: %s", m.name, m.why)
		}
	}
	for _, e := range p.root.all("creator") {
		id := "#" + e.attr("id")
		if p.refined[id+" role"] == "" || p.refined[id+" file-as"] == "" {
			c.weak(file, "", "%s has no role or no sorted name (file-as)", strings.TrimSpace(e.text()))
		}
	}
	if n := len(p.metas["dcterms:modified"]); n != 1 {
		c.weak(file, "", "there are %d dates of modification; there must be one", n)
	}
	if len(p.root.all("reference")) == 0 {
		c.weak(file, "", "there is no guide: Kindle then shows the wrong chapter name")
	}
	c.coverImage()
}

func (c *checker) coverImage() {
	p, found := &c.pack, ""
	for id, i := range p.items {
		if hasWord(i.properties, "cover-image") {
			found = id
		}
	}
	switch {
	case found == "":
		c.weak(p.name, "", "there is no cover image")
	case p.legacy["cover"] != found:
		c.weak(p.name, `add <meta name="cover" content="…"/>`, "the cover is not named the way that old readers and shops look for it")
	case path.Ext(p.items[found].file) == ".svg":
		c.weak(p.name, "make it JPEG or PNG", "the cover is an SVG")
	}
}

func hasWord(list, word string) bool {
	for _, w := range strings.Fields(list) {
		if w == word {
			return true
		}
	}
	return false
}

// accessibility compares what the metadata states with the book.
func (c *checker) accessibility() {
	p := &c.pack
	for _, name := range []string{"accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard", "accessibilitySummary"} {
		if len(p.metas["schema:"+name]) == 0 {
			c.weak(p.name, "", "schema:%s is not stated: libraries cannot tell whom the book suits", name)
		}
	}
	images, undescribed := 0, 0
	for _, t := range c.content() {
		for _, img := range t.all("img") {
			if c.isCover(img) {
				continue
			}
			images++
			if !img.has("alt") {
				undescribed++
			}
		}
	}
	features := p.metas["schema:accessibilityFeature"]
	for _, f := range features {
		if f == "alternativeText" && (undescribed > 0 || images == 0) {
			c.weak(p.name, "", "alternativeText is stated, but %d of %d images have none", undescribed, images)
		}
		if (f == "pageNavigation" || f == "pageBreakMarkers" || f == "printPageNumbers") && len(c.breaks()) == 0 {
			c.weak(p.name, "", "%s is stated, but no page break is marked", f)
		}
	}
	for _, mode := range p.metas["schema:accessMode"] {
		if mode == "visual" && images == 0 {
			c.weak(p.name, "", "visual is stated as an access mode, but there are no images")
		}
	}
	for _, h := range p.metas["schema:accessibilityHazard"] {
		if h == "none" && len(p.metas["schema:accessibilityHazard"]) > 1 {
			c.weak(p.name, "", "the hazard none stands beside others")
		}
	}
}

func (c *checker) isCover(img *tree) bool {
	id := c.pack.legacy["cover"]
	i := c.pack.items[id]
	return i != nil && path.Base(i.file) == path.Base(img.attr("src"))
}
