package pdf

import (
	"fmt"
	"slices"
)

// checkStructure judges the structure tree: which elements may stand in which, and what
// each has to say (ISO 14289-1, 7; ISO 32000-1, 14.8.4).
func (c *checker) checkStructure() {
	if c.root == nil {
		return
	}
	if n := len(c.root.kids); n != 1 || c.root.kids[0].role != "Document" {
		c.sayAccess(where{object: c.root.num}, "root", "ISO 32000-1, 14.8.4.2", "the structure does not have one Document as its root")
	}
	s := structureCheck{checker: c, ids: map[string]int{}}
	for _, e := range c.root.kids {
		s.visit(e)
	}
	if s.plain > 0 && s.numbered > 0 {
		c.sayAccess(where{object: c.root.num}, "heading-kinds", "ISO 14289-1, 7.4.4", "headings of type H and of types H1 to H6 are mixed")
	}
	c.checkIDs(s.ids)
}

// structureCheck carries what depends on elements that came before.
type structureCheck struct {
	*checker
	level           int // of the last heading, 0 before the first
	plain, numbered int // headings of type H, and H1 to H6
	ids             map[string]int
}

// allowedKids are the elements that may stand in those that are particular about it.
var allowedKids = map[name][]name{
	"L":     {"L", "LI", "Caption"},
	"LI":    {"Lbl", "LBody"},
	"Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
	"THead": {"TR"}, "TBody": {"TR"}, "TFoot": {"TR"},
	"TR":  {"TH", "TD"},
	"TOC": {"TOC", "TOCI", "Caption"},
}

// allowedParents are the parents of elements that may not stand anywhere.
var allowedParents = map[name][]name{
	"LI": {"L"}, "LBody": {"LI"}, "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"},
	"THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"}, "TOCI": {"TOC"},
}

// visit judges an element and all below it, in the order of reading.
func (s *structureCheck) visit(e *element) {
	at := where{object: e.num}
	if i, ok := s.pageOf[e.page]; ok {
		at.page = i + 1
	}
	s.nesting(at, e)
	s.heading(at, e)
	s.attributes(at, e)
	if lang, ok := e.dict["Lang"]; ok && !languageTag.MatchString(s.textOf(lang)) && s.textOf(lang) != "" {
		s.sayAccess(at, "lang", "ISO 14289-1, 7.2", "%q is not a language tag", clip(s.textOf(lang)))
	}
	for _, kid := range e.kids {
		s.visit(kid)
	}
}

// nesting checks what an element holds and what it stands in.
func (s *structureCheck) nesting(at where, e *element) {
	if allowed, ok := allowedKids[e.role]; ok {
		for _, kid := range e.kids {
			if !slices.Contains(allowed, kid.role) && kid.role != "NonStruct" && kid.role != "Private" {
				s.sayAccess(at, "kid-"+string(e.role), "ISO 14289-1, 7.2", "a %s holds a %s", e.role, kid.role)
			}
		}
		if len(e.marks) > 0 {
			s.sayAccess(at, "text-"+string(e.role), "ISO 14289-1, 7.2", "a %s holds text of its own", e.role)
		}
	}
	if allowed, ok := allowedParents[e.role]; ok && !slices.Contains(allowed, e.parent.role) {
		s.sayAccess(at, "parent-"+string(e.role), "ISO 14289-1, 7.2", "a %s stands in a %s", e.role, orRoot(e.parent.role))
	}
	if e.role == "Caption" {
		i := slices.Index(e.parent.kids, e)
		if i != 0 && i != len(e.parent.kids)-1 {
			s.sayAccess(at, "caption", "ISO 14289-1, 7.2", "a Caption is neither the first nor the last in its %s", e.parent.role)
		}
	}
	if e.role == "Table" {
		s.table(at, e)
		for _, part := range []name{"THead", "TFoot"} {
			if n := count(e.kids, part); n > 1 {
				s.sayAccess(at, "table-parts", "ISO 14289-1, 7.2", "a Table has %d %ss", n, part)
			}
		}
	}
}

func count(list []*element, role name) int {
	n := 0
	for _, e := range list {
		if e.role == role {
			n++
		}
	}
	return n
}

func orRoot(n name) name {
	if n == "" {
		return "root"
	}
	return n
}

// heading checks that levels begin with 1 and skip none going down (7.4.2).
func (s *structureCheck) heading(at where, e *element) {
	if e.role == "H" {
		s.plain++
		return
	}
	if len(e.role) != 2 || e.role[0] != 'H' || e.role[1] < '1' || e.role[1] > '6' {
		return
	}
	s.numbered++
	level := int(e.role[1] - '0')
	if level > s.level+1 {
		after := "comes first"
		if s.level > 0 {
			after = fmt.Sprintf("follows an H%d", s.level)
		}
		s.sayAccess(at, "heading-level", "ISO 14289-1, 7.4.2", "an %s %s", e.role, after)
	}
	s.level = level
}

// attributes checks what elements have to say for those who do not see them.
func (s *structureCheck) attributes(at where, e *element) {
	switch e.role {
	case "Figure", "Formula":
		if s.textOf(e.dict["Alt"]) == "" && s.textOf(e.dict["ActualText"]) == "" {
			s.sayAccess(at, "alt", "ISO 14289-1, 7.3", "a %s has no alternative text (Alt)", e.role)
		}
		if e.role == "Figure" && s.attribute(e, "Layout", "BBox") == nil {
			s.sayAccess(at, "bbox", "ISO 32000-1, 14.8.5.4", "a Figure does not say its bounding box")
		}
	case "TH":
		if s.attribute(e, "Table", "Scope") == nil && s.attribute(e, "Table", "Headers") == nil {
			s.sayAccess(at, "scope", "ISO 14289-1, 7.5", "a TH does not say for which cells it stands (Scope)")
		}
	case "Note":
		id, _ := s.f.resolve(e.dict["ID"]).(text)
		if id == "" {
			s.sayAccess(at, "note-id", "ISO 14289-1, 7.9", "a Note has no identifier (ID)")
		}
	case "L":
		if s.hasLabels(e) && s.f.name(s.attribute(e, "List", "ListNumbering")) == "" {
			s.sayAccess(at, "list-numbering", "ISO 14289-1, 7.6", "a list with labels does not say how it is numbered (ListNumbering)")
		}
	}
	if id, _ := s.f.resolve(e.dict["ID"]).(text); id != "" {
		if s.ids[string(id)] != 0 {
			s.sayAccess(at, "id-twice", "ISO 14289-1, 7.9", "two elements have the identifier %q", clip(string(id)))
		}
		s.ids[string(id)] = e.num
	}
}

func (s *structureCheck) hasLabels(e *element) bool {
	for _, li := range e.kids {
		for _, kid := range li.kids {
			if kid.role == "Lbl" {
				return true
			}
		}
	}
	return false
}

// attribute finds a structure attribute by owner and key, in A or in the classes of C.
func (s *structureCheck) attribute(e *element, owner, key name) object {
	lists := array{e.dict["A"]}
	classes := s.f.dict(s.root.dict["ClassMap"])
	switch o := s.f.resolve(e.dict["C"]).(type) {
	case name:
		lists = append(lists, classes[o])
	case array:
		for _, n := range o {
			lists = append(lists, classes[s.f.name(n)])
		}
	}
	for _, o := range lists {
		group := s.f.array(o)
		if group == nil {
			group = array{o}
		}
		for _, a := range group {
			if d := s.f.dict(a); s.f.name(d["O"]) == owner && d[key] != nil {
				return s.f.resolve(d[key])
			}
		}
	}
	return nil
}

// table checks that every row covers the same number of columns (ISO 14289-1, 7.5).
func (s *structureCheck) table(at where, t *element) {
	const widest = 10_000 // columns; more is a defect, not a table
	var below []int       // for each column: rows still covered by a cell above
	want := -1
	for i, r := range tableRows(t) {
		column := 0
		skip := func() {
			for column < len(below) && below[column] > 0 {
				below[column]--
				column++
			}
		}
		for _, cell := range r.kids {
			skip()
			span := intOr(s.attribute(cell, "Table", "ColSpan"), 1)
			down := intOr(s.attribute(cell, "Table", "RowSpan"), 1)
			for range min(max(span, 1), widest) {
				for len(below) <= column {
					below = append(below, 0)
				}
				below[column] = max(down, 1) - 1
				column++
			}
		}
		skip()
		if want >= 0 && column != want {
			s.sayAccess(at, "table-rows", "ISO 14289-1, 7.5", "row %d of a table covers %d columns instead of %d", i+1, column, want)
			return
		}
		want = column
	}
}

// tableRows lists the rows of a table, of its head, body and foot alike.
func tableRows(t *element) []*element {
	var rows []*element
	for _, k := range t.kids {
		if k.role == "TR" {
			rows = append(rows, k)
			continue
		}
		for _, r := range k.kids {
			if r.role == "TR" {
				rows = append(rows, r)
			}
		}
	}
	return rows
}

// checkIDs holds the identifiers of elements against the tree of identifiers.
func (c *checker) checkIDs(ids map[string]int) {
	tree := c.root.dict["IDTree"]
	if len(ids) > 0 && tree == nil {
		c.sayAccess(where{object: c.root.num}, "id-tree", "ISO 32000-1, 14.7.2", "elements have identifiers, but there is no tree of them (IDTree)")
		return
	}
	listed := map[string]object{}
	c.readNames(tree, listed)
	for id, num := range ids {
		if numOf(listed[id]) != num {
			c.sayAccess(where{object: num}, "id-tree", "ISO 32000-1, 14.7.2", "the tree of identifiers does not lead from %q to its element", clip(id))
		}
	}
}
