package pdf

import (
	"regexp"
)

// languageTag is what a BCP 47 tag looks like; the registry is not asked.
var languageTag = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)

// checkCatalog looks at what the document says of itself as a whole.
func (c *checker) checkCatalog(root dict) {
	at := where{object: numOf(c.f.trailer["Root"])}
	if lang := c.textOf(root["Lang"]); lang == "" {
		c.sayAccess(at, "lang", "ISO 14289-1, 7.2", "the document does not say its language (Lang)")
	} else if !languageTag.MatchString(lang) {
		c.sayAccess(at, "lang", "ISO 14289-1, 7.2", "%q is not a language tag", lang)
	}
	mark := c.f.dict(root["MarkInfo"])
	if c.f.resolve(mark["Marked"]) != true {
		c.sayAccess(at, "marked", "ISO 14289-1, 6.2", "the document does not say that it is tagged (MarkInfo)")
	}
	if c.f.resolve(mark["Suspects"]) == true {
		c.sayAccess(at, "suspects", "ISO 14289-1, 7.1", "the document calls its own tags suspect")
	}
	if c.f.resolve(c.f.dict(root["ViewerPreferences"])["DisplayDocTitle"]) != true {
		c.sayAccess(at, "display-title", "ISO 14289-1, 7.1", "the window would show the file's name instead of the title (DisplayDocTitle)")
	}
	if c.f.dict(root["PageLabels"]) == nil {
		c.sayAccess(at, "labels", "ISO 32000-1, 12.4.2", "the pages have no labels: a reader cannot go to a printed page number")
	}
	c.checkIntents(at, root)
	c.checkCatalogNames(at, root)
	c.checkOutline(root)
}

// checkIntents looks for an output intent with an ICC profile (ISO 19005-2, 6.2.3).
func (c *checker) checkIntents(at where, root dict) {
	for _, o := range c.f.array(root["OutputIntents"]) {
		intent := c.f.dict(o)
		if c.f.name(intent["S"]) != "GTS_PDFA1" {
			continue
		}
		s := c.f.stream(intent["DestOutputProfile"])
		if s == nil {
			break
		}
		data, err := c.f.decode(s)
		n := intOr(c.f.resolve(s.dict["N"]), 0)
		if err != nil || len(data) < 128 || string(data[36:40]) != "acsp" {
			c.say(at, "profile", "ISO 19005-2, 6.2.3", "the colour profile of the output intent is damaged")
		} else if space := string(data[16:20]); map[string]int{"RGB ": 3, "CMYK": 4, "GRAY": 1}[space] != n {
			c.say(at, "profile", "ISO 19005-2, 6.2.3", "the colour profile of the output intent is %q but says it has %d components", space, n)
		}
		c.claim.intent = n
		return
	}
	c.say(at, "intent", "ISO 19005-2, 6.2.3", "no output intent says which colours are meant")
}

// checkCatalogNames looks for what a document may carry along without showing it.
func (c *checker) checkCatalogNames(at where, root dict) {
	names := c.f.dict(root["Names"])
	if root["Names"] != nil && len(names) == 0 {
		c.say(at, "names", "ISO 32000-1, 7.7.4", "the dictionary of names is empty")
	}
	if names["JavaScript"] != nil {
		c.say(at, "script", "ISO 19005-2, 6.5.1", "the document carries scripts")
	}
	if files := c.f.dict(names["EmbeddedFiles"]); names["EmbeddedFiles"] != nil {
		if len(c.f.array(files["Names"]))+len(c.f.array(files["Kids"])) == 0 {
			c.say(at, "names", "ISO 32000-1, 7.7.4", "the list of embedded files is empty")
		} else {
			c.say(at, "embedded", "ISO 19005-2, 6.8", "the document carries files; only PDF/A files may be carried, which is not checked")
		}
	}
	for _, key := range []name{"AA", "Requirements", "Perms"} {
		if root[key] != nil && key != "AA" {
			c.say(at, "catalog-key", "ISO 19005-2, 6.1.12", "the catalog has %s", key)
		}
	}
	if form := c.f.dict(root["AcroForm"]); form["XFA"] != nil || c.f.resolve(form["NeedAppearances"]) == true {
		c.say(at, "form", "ISO 19005-2, 6.4", "a form without fixed appearance")
	}
}

// checkOutline follows the outline and its destinations.
func (c *checker) checkOutline(root dict) {
	seen := map[int]bool{}
	var visit func(o object, depth int)
	visit = func(o object, depth int) {
		for ; o != nil && depth < maxDepth; o = c.f.dict(o)["Next"] {
			num := numOf(o)
			if num == 0 || seen[num] {
				c.say(where{object: num}, "outline", "ISO 32000-1, 12.3.3", "the outline runs in a circle")
				return
			}
			seen[num] = true
			d := c.f.dict(o)
			if c.textOf(d["Title"]) == "" {
				c.sayAccess(where{object: num}, "outline-title", "ISO 32000-1, 12.3.3", "an outline entry without title")
			}
			c.checkTarget(where{object: num}, root, d)
			if first := d["First"]; first != nil {
				visit(first, depth+1)
			}
		}
	}
	if first := c.f.dict(root["Outlines"])["First"]; first != nil {
		visit(first, 0)
	}
}

// checkTarget looks whether what a link or an outline entry leads to is there.
func (c *checker) checkTarget(at where, root dict, d dict) {
	dest := c.f.resolve(d["Dest"])
	action := c.f.dict(d["A"])
	switch kind := c.f.name(action["S"]); {
	case kind == "GoTo":
		dest = c.f.resolve(action["D"])
	case kind == "URI":
		if t, _ := c.f.resolve(action["URI"]).(text); t == "" {
			c.say(at, "uri", "ISO 32000-1, 12.6.4.7", "a link without address")
		}
		return
	case action != nil:
		return // of another kind: forbidden ones are told where every object is visited
	}
	switch name := dest.(type) {
	case text:
		if c.named == nil {
			c.named = map[string]object{}
			c.readNames(c.f.dict(root["Names"])["Dests"], c.named)
		}
		dest = c.f.resolve(c.named[string(name)])
	case nil:
		c.say(at, "target", "ISO 32000-1, 12.3.2", "it leads nowhere")
		return
	}
	if n, ok := dest.(name); ok {
		dest = c.f.resolve(c.f.dict(root["Dests"])[n])
	}
	if d, ok := dest.(dict); ok {
		dest = c.f.resolve(d["D"])
	}
	list, _ := dest.(array)
	if len(list) == 0 {
		c.say(at, "target", "ISO 32000-1, 12.3.2", "it leads to a place that does not exist")
		return
	}
	if _, ok := c.pageOf[numOf(list[0])]; !ok {
		c.say(at, "target", "ISO 32000-1, 12.3.2", "it leads to a page that does not exist")
	}
}

// readNames reads a name tree into a map (7.9.6).
func (c *checker) readNames(o object, names map[string]object) {
	c.f.keys(o, "Names", func(_, key, value object) {
		if t, ok := c.f.resolve(key).(text); ok {
			names[string(t)] = value
		}
	})
}
