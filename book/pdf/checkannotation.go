package pdf

// The flags of an annotation (ISO 32000-1, table 165).
const (
	flagInvisible    = 1 << 0
	flagHidden       = 1 << 1
	flagPrint        = 1 << 2
	flagNoView       = 1 << 5
	flagToggleNoView = 1 << 8
)

// checkAnnotations judges the annotations of a page (ISO 19005-2, 6.3; ISO 14289-1, 7.18).
func (c *checker) checkAnnotations(at where, p *checkedPage) {
	list := c.f.array(p.dict["Annots"])
	if len(list) > 0 && c.f.name(p.dict["Tabs"]) != "S" {
		c.sayAccess(at, "tabs", "ISO 14289-1, 7.18.3", "the page does not say that the tab key follows the structure (Tabs)")
	}
	for _, o := range list {
		d := c.f.dict(o)
		if d == nil {
			c.say(at, "annotation", "ISO 32000-1, 12.5.2", "an annotation that does not exist")
			continue
		}
		c.checkAnnotation(where{page: at.page, object: numOf(o)}, o, d)
	}
}

// checkAnnotation judges one annotation: its kind, its flags, what it leads to, and what it
// says to those who do not see it.
func (c *checker) checkAnnotation(at where, o object, d dict) {
	kind := c.f.name(d["Subtype"])
	switch kind {
	case "3D", "Sound", "Screen", "Movie", "":
		c.say(at, "annotation-kind", "ISO 19005-2, 6.3.1", "an annotation of kind %q", kind)
	}
	flags := intOr(c.f.resolve(d["F"]), 0)
	if kind != "Popup" {
		if d["F"] == nil || flags&flagPrint == 0 || flags&(flagHidden|flagInvisible|flagNoView|flagToggleNoView) != 0 {
			c.say(at, "annotation-flags", "ISO 19005-2, 6.3.2", "a %s that would not be printed or shown (F is %d)", kind, flags)
		}
	}
	if kind != "Link" && kind != "Popup" && c.f.dict(c.f.dict(d["AP"])["N"]) == nil {
		c.say(at, "appearance", "ISO 19005-2, 6.3.3", "a %s without appearance", kind)
	}
	if kind == "Popup" || flags&flagHidden != 0 {
		return
	}
	if kind == "Link" {
		c.checkTarget(at, c.f.root(), d)
	}
	if c.textOf(d["Contents"]) == "" && (kind != "Widget" || c.textOf(d["TU"]) == "") {
		c.sayAccess(at, "contents", "ISO 14289-1, 7.18.5", "a %s without description (Contents)", kind)
	}
	if c.root != nil {
		c.checkAnnotationElement(at, o, d, kind)
	}
}

// checkAnnotationElement follows an annotation through the parent tree to its element,
// which must be of the right kind and lead back.
func (c *checker) checkAnnotationElement(at where, o object, d dict, kind name) {
	num := numOf(o)
	if num == 0 {
		c.sayAccess(at, "annotation-direct", "ISO 14289-1, 7.18.1", "a %s is no object of its own: no element can hold it", kind)
		return
	}
	key := intOr(c.f.resolve(d["StructParent"]), -1)
	parent, ok := c.parents[key]
	if !ok {
		c.sayAccess(at, "annotation-parent", "ISO 14289-1, 7.18.1", "a %s is in no element (StructParent)", kind)
		return
	}
	e := c.byNum[numOf(parent)]
	if e == nil || c.objects[num] != e {
		c.sayAccess(at, "annotation-objr", "ISO 32000-1, 14.7.4.3", "the element of a %s does not hold it (OBJR)", kind)
		return
	}
	want := map[name]name{"Link": "Link", "Widget": "Form"}[kind]
	if want == "" {
		want = "Annot"
	}
	if e.role != want {
		c.sayAccess(at, "annotation-role", "ISO 14289-1, 7.18.5", "a %s stands in an element %s instead of %s", kind, e.role, want)
	}
}
