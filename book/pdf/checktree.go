package pdf

import (
	"strings"
)

// element is a structure element as found in a file.
type element struct {
	num    int
	dict   dict
	role   name // standard: the role map is applied
	parent *element
	kids   []*element
	page   int // object number of its Pg, inherited
	marks  []contentKey
	parts  []elementPart // kids and marks, in the order of K
	annots []int         // object numbers of OBJR
}

// elementPart is a kid, or marked content.
type elementPart struct {
	kid *element
	key contentKey
}

// contentKey names marked content: the page or form XObject that it stands in, by object
// number, and its identifier.
type contentKey struct{ container, mcid int }

// maxElements bounds the parts of the structure tree; a page of a tagged book has some
// thirty.
const maxElements = 4_000_000

// readStructure reads the structure tree and the parent tree (ISO 32000-1, 14.7).
func (c *checker) readStructure(root dict) {
	c.byNum, c.content, c.objects = map[int]*element{}, map[contentKey]*element{}, map[int]*element{}
	c.parents = map[int]object{}
	tree := c.f.dict(root["StructTreeRoot"])
	if tree == nil {
		if c.f.resolve(c.f.dict(root["MarkInfo"])["Marked"]) == true || !c.claim.basicOnly() {
			c.sayAccess(where{}, "untagged", "ISO 14289-1, 7.1", "the document is not tagged: it has no structure tree")
		}
		return
	}
	c.roles = map[name]name{}
	for k, v := range c.f.dict(tree["RoleMap"]) {
		c.roles[k] = c.f.name(v)
	}
	c.root = &element{num: numOf(root["StructTreeRoot"]), dict: tree}
	c.readKids(c.root, tree["K"], 0)
	c.readNumbers(tree["ParentTree"])
	c.checkParents(tree)
}

// readKids reads what the K of an element holds.
func (c *checker) readKids(e *element, o object, depth int) {
	if c.kids++; depth > maxDepth || c.kids > maxElements {
		c.say(where{}, "tree-depth", "", "the structure is nested more than %d levels deep, or has more than %d parts; the rest is not read", maxDepth, maxElements)
		return
	}
	r, isRef := o.(ref)
	switch k := c.f.resolve(o).(type) {
	case array:
		for _, o := range k {
			c.readKids(e, o, depth+1)
		}
	case int64:
		c.readMark(e, contentKey{e.page, intOr(k, -1)})
	case dict:
		switch c.f.name(k["Type"]) {
		case "MCR":
			c.readMark(e, contentKey{c.containerOf(e, k), intOr(c.f.resolve(k["MCID"]), -1)})
		case "OBJR":
			c.readObject(e, numOf(k["Obj"]))
		default:
			c.readElement(e, r, isRef, k, depth)
		}
	case nil:
		if o != nil {
			c.sayAccess(where{object: e.num}, "kid-missing", "ISO 32000-1, 14.7.2", "an element holds an object that does not exist")
		}
	default:
		c.sayAccess(where{object: e.num}, "kid-kind", "ISO 32000-1, 14.7.2", "an element holds something that is neither element nor content")
	}
}

// containerOf is where the marked content of an MCR stands: in a form XObject, on a page
// of its own, or on its element's.
func (c *checker) containerOf(e *element, mcr dict) int {
	if n := numOf(mcr["Stm"]); n > 0 {
		return n
	}
	if n := numOf(mcr["Pg"]); n > 0 {
		return n
	}
	return e.page
}

// readObject notes the annotation that an element holds.
func (c *checker) readObject(e *element, num int) {
	e.annots = append(e.annots, num)
	if c.objects[num] != nil {
		c.sayAccess(where{object: num}, "objr-twice", "ISO 32000-1, 14.7.4.3", "two elements hold the same annotation")
	}
	c.objects[num] = e
}

// readMark notes marked content that an element holds.
func (c *checker) readMark(e *element, key contentKey) {
	e.marks = append(e.marks, key)
	e.parts = append(e.parts, elementPart{key: key})
	if other := c.content[key]; other != nil {
		c.sayAccess(c.at(key, e.num), "mcid-twice", "ISO 32000-1, 14.7.4.2", "content %d belongs to two elements, objects %d and %d", key.mcid, other.num, e.num)
	}
	c.content[key] = e
}

// at is the page of marked content, if its container is one.
func (c *checker) at(key contentKey, num int) where {
	w := where{object: num}
	if i, ok := c.pageOf[key.container]; ok {
		w.page = i + 1
	}
	return w
}

// readElement reads an element and what it holds. One that occurs twice is read once, which
// also ends circles.
func (c *checker) readElement(parent *element, r ref, isRef bool, d dict, depth int) {
	if isRef && c.byNum[r.num] != nil {
		c.sayAccess(where{object: r.num}, "element-twice", "ISO 32000-1, 14.7.2", "an element stands in the structure twice")
		return
	}
	e := &element{num: r.num, dict: d, parent: parent, page: parent.page}
	if isRef {
		c.byNum[r.num] = e
	}
	if n := numOf(d["Pg"]); n > 0 {
		e.page = n
	}
	e.role = c.standardRole(e)
	parent.kids = append(parent.kids, e)
	parent.parts = append(parent.parts, elementPart{kid: e})
	if p := numOf(d["P"]); p == 0 || p != parent.num && parent.num > 0 {
		c.sayAccess(where{object: e.num}, "element-parent", "ISO 32000-1, 14.7.2", "the parent (P) of an element is not the element that holds it")
	}
	if k, ok := d["K"]; ok {
		c.readKids(e, k, depth+1)
	}
}

// standardRole follows the role map to a standard structure type.
func (c *checker) standardRole(e *element) name {
	own := c.f.name(e.dict["S"])
	if own == "" {
		c.sayAccess(where{object: e.num}, "role-missing", "ISO 32000-1, 14.7.2", "an element without type (S)")
		return ""
	}
	if standardRoles[own] {
		if to, ok := c.roles[own]; ok && to != own {
			c.sayAccess(where{object: e.num}, "role-remapped", "ISO 14289-1, 7.1", "the standard type %s is mapped to %s", own, to)
		}
		return own
	}
	role := own
	for range 16 {
		if role = c.roles[role]; standardRoles[role] {
			return role
		}
	}
	c.sayAccess(where{object: e.num}, "role-unknown", "ISO 14289-1, 7.1", "the type %q is neither standard nor mapped to a standard one", clip(string(own)))
	return own
}

// standardRoles are the structure types of ISO 32000-1, 14.8.4.
var standardRoles = func() map[name]bool {
	set := map[name]bool{}
	for _, n := range strings.Fields("Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private " +
		"P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot " +
		"Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form") {
		set[name(n)] = true
	}
	return set
}()

// readNumbers reads a number tree into c.parents (7.9.7).
func (c *checker) readNumbers(o object) {
	c.f.keys(o, "Nums", func(node, number, value object) {
		key := intOr(c.f.resolve(number), -1)
		if _, ok := c.parents[key]; ok || key < 0 {
			c.sayAccess(where{object: numOf(node)}, "parent-key", "ISO 32000-1, 14.7.4.4", "the parent tree has an impossible or repeated key %d", key)
			return
		}
		c.parents[key] = value
	})
}

// checkParents looks whether there is a parent tree, and whether its next key is free.
func (c *checker) checkParents(tree dict) {
	at := where{object: c.root.num}
	if tree["ParentTree"] == nil {
		c.sayAccess(at, "parent-tree", "ISO 32000-1, 14.7.4.4", "the structure has no parent tree: content does not lead back to its element")
		return
	}
	next := intOr(c.f.resolve(tree["ParentTreeNextKey"]), -1)
	for key := range c.parents {
		if next >= 0 && key >= next {
			c.sayAccess(at, "next-key", "ISO 32000-1, 14.7.2", "ParentTreeNextKey is %d, but the parent tree has the key %d", next, key)
			return
		}
	}
}
