package pdf

import (
	"strconv"

	"cahier/book"
	"cahier/book/typeset"
)

// tree gathers, while pages are drawn, which content belongs to which element.
type tree struct {
	root  *node
	nodes map[*typeset.Element]*node
	// pages[p][mcid] is the node that the marked content of a page belongs to.
	pages [][]*node
	// linked are the elements that link areas name.
	linked map[*typeset.Element]bool
	links  []*link
	about  map[string]string // what anchors are, for links to them
}

// node is an element with its content.
type node struct {
	elem   *typeset.Element
	parent *node
	parts  []part // in the order of drawing
	links  []*link
	// own says that some of the parts are content, not only elements.
	own bool
	num int // object number, 0 until one is given
	// listed says that the node's place is the one among its parent's kids.
	listed bool
	// box is around the pictures of a figure on the first page that has one.
	box     rect
	boxPage int
	// label is the node, this one or one around it, that a link belongs to: its text is
	// gathered in words. nil for most.
	label *node
	words []byte
}

// part is one thing that a node holds: another node, or marked content on a page.
type part struct {
	kid  *node
	page int // index
	mcid int
}

func newTree(root *typeset.Element) *tree {
	t := &tree{nodes: map[*typeset.Element]*node{}, linked: map[*typeset.Element]bool{}}
	if root == nil {
		root = &typeset.Element{Role: typeset.RoleDocument}
	}
	t.root = &node{elem: root}
	t.nodes[root] = t.root
	return t
}

// node returns the element's node. A new one takes its place among its parent's parts:
// where the first of it is drawn.
func (t *tree) node(e *typeset.Element) *node {
	if n := t.nodes[e]; n != nil {
		return n
	}
	n := &node{elem: e}
	t.nodes[e] = n
	n.parent = t.root
	if e.Parent != nil {
		n.parent = t.node(e.Parent)
	}
	n.label = n.parent.label
	if t.linked[e] {
		n.label = n
	}
	n.parent.parts = append(n.parent.parts, part{kid: n})
	return n
}

// mark adds marked content on a page to the node and returns its identifier.
func (t *tree) mark(n *node, page int) int {
	for len(t.pages) <= page {
		t.pages = append(t.pages, nil)
	}
	mcid := len(t.pages[page])
	t.pages[page] = append(t.pages[page], n)
	n.parts = append(n.parts, part{page: page, mcid: mcid})
	n.own = true
	return mcid
}

// settle gives every node its final parts, by the rule of typeset.Element: kids that
// were drawn keep the place of their drawing among content; without content of its own an
// element has its kids in the order of the tree. What holds nothing is left out, save table
// cells, whose place in the row counts.
func (t *tree) settle(n *node) {
	drawn := n.parts
	if !n.own {
		n.parts = make([]part, 0, len(n.elem.Kids))
	}
	for _, kid := range n.elem.Kids {
		k := t.nodes[kid]
		if k != nil && (n.own || k.listed || k.parent != n) {
			continue // it has its place already
		}
		n.parts = append(n.parts, part{kid: t.kid(n, kid)})
	}
	if !n.own {
		for _, p := range drawn { // what the parent does not list among its kids
			if !p.kid.listed {
				n.parts = append(n.parts, p)
			}
		}
	}
	t.wrapLinks(n)
	kept := n.parts[:0]
	for _, p := range n.parts {
		if p.kid != nil {
			t.settle(p.kid)
			if p.kid.empty() {
				continue
			}
		}
		kept = append(kept, p)
	}
	n.parts = kept
}

// wrapLinks puts a Link between an element of another role and its content, when link
// areas name the element itself: an annotation must stand in a Link (ISO 14289-1, 7.18.5).
func (t *tree) wrapLinks(n *node) {
	if len(n.links) == 0 || n.elem.Role == typeset.RoleLink {
		return
	}
	inner := &node{elem: &typeset.Element{Role: typeset.RoleLink}, parent: n, parts: n.parts, links: n.links, own: true}
	for _, p := range n.parts {
		if p.kid != nil {
			p.kid.parent = inner
		} else {
			t.pages[p.page][p.mcid] = inner
		}
	}
	for _, l := range n.links {
		l.node = inner
	}
	n.parts, n.links, n.own = []part{{kid: inner}}, nil, true
}

// kid is the node of an element that may not have been drawn.
func (t *tree) kid(parent *node, e *typeset.Element) *node {
	n := t.nodes[e]
	if n == nil {
		n = &node{elem: e, parent: parent}
		t.nodes[e] = n
	}
	n.listed = true
	return n
}

// empty reports whether a node holds nothing and may be left out.
func (n *node) empty() bool {
	if len(n.parts) > 0 || len(n.links) > 0 {
		return false
	}
	switch n.elem.Role {
	case typeset.RoleTD, typeset.RoleTH:
		return false
	}
	return true
}

// write emits the structure tree and returns the number of its root (ISO 32000-1, 14.7.2).
// Elements of one page name it once, as Pg.
func (t *tree) write(e *emitter, pageNums []int) int {
	t.settle(t.root)
	root := e.reserve()
	t.number(e, t.root)
	ids := map[string]int{}
	t.writeNode(e, t.root, root, pageNums, ids)
	body := []byte("<</Type/StructTreeRoot/K ")
	body = appendRef(body, t.root.num)
	body = append(body, "/ParentTree "...)
	body = appendRef(body, t.writeParents(e, len(pageNums)))
	body = append(body, "/ParentTreeNextKey "...)
	body = strconv.AppendInt(body, int64(len(pageNums)+len(t.links)), 10)
	if len(ids) > 0 {
		body = append(body, "/IDTree "...)
		body = appendRef(body, writeIDs(e, ids))
	}
	e.put(root, append(body, ">>"...))
	return root
}

// number reserves the object numbers of a node and all below it, in the order of reading.
func (t *tree) number(e *emitter, n *node) {
	n.num = e.reserve()
	for _, p := range n.parts {
		if p.kid != nil {
			t.number(e, p.kid)
		}
	}
}

// writeNode emits a node and all below it. ids collects the identifiers of elements.
func (t *tree) writeNode(e *emitter, n *node, parent int, pageNums []int, ids map[string]int) {
	b := append([]byte("<</S"), appendName(nil, name(n.elem.Role))...)
	b = append(b, "/P "...)
	b = appendRef(b, parent)
	page := n.page()
	if page >= 0 {
		b = append(b, "/Pg "...)
		b = appendRef(b, pageNums[page])
	}
	b = n.appendKids(b, page, pageNums)
	b = n.appendAttributes(b, ids)
	e.put(n.num, append(b, ">>"...))
	for _, p := range n.parts {
		if p.kid != nil {
			t.writeNode(e, p.kid, n.num, pageNums, ids)
		}
	}
}

// page is the index of the first page with content of the node itself, -1 if none.
func (n *node) page() int {
	for _, p := range n.parts {
		if p.kid == nil {
			return p.page
		}
	}
	if len(n.links) > 0 {
		return n.links[0].page
	}
	return -1
}

// appendKids writes K: elements, content of the page that Pg names as plain numbers, content of other
// pages with theirs, and last the annotations.
func (n *node) appendKids(b []byte, page int, pageNums []int) []byte {
	count := len(n.parts) + len(n.links)
	if count == 0 {
		return b
	}
	b = append(b, "/K"...)
	if count > 1 {
		b = append(b, '[')
	}
	for _, p := range n.parts {
		switch {
		case p.kid != nil:
			b = appendSeparator(b, ref{})
			b = appendRef(b, p.kid.num)
		case p.page == page:
			b = appendSeparator(b, 0)
			b = strconv.AppendInt(b, int64(p.mcid), 10)
		default:
			b = append(b, "<</Type/MCR/Pg "...)
			b = appendRef(b, pageNums[p.page])
			b = append(b, "/MCID "...)
			b = strconv.AppendInt(b, int64(p.mcid), 10)
			b = append(b, ">>"...)
		}
	}
	for _, l := range n.links {
		b = append(b, "<</Type/OBJR/Obj "...)
		b = appendRef(b, l.num)
		if l.page != page {
			b = append(b, "/Pg "...)
			b = appendRef(b, pageNums[l.page])
		}
		b = append(b, ">>"...)
	}
	if count > 1 {
		b = append(b, ']')
	}
	return b
}

// appendAttributes writes what an element says besides its place (14.7.2, 14.8.5, 14.9).
func (n *node) appendAttributes(b []byte, ids map[string]int) []byte {
	e := n.elem
	for _, entry := range []struct{ key, value string }{
		{"Lang", e.Lang}, {"Alt", n.alt()}, {"ActualText", e.Actual}, {"E", e.Expand}, {"T", e.Title},
	} {
		if entry.value != "" {
			b = append(append(b, '/'), entry.key...)
			b = appendText(b, textString(entry.value))
		}
	}
	if id := n.id(ids); id != "" {
		ids[id] = n.num
		b = appendText(append(b, "/ID"...), text(id))
	}
	return n.appendOwned(b)
}

// id is the element's identifier; a note must have one (ISO 14289-1, 7.9), which is made
// if need be. A second element of one id goes without.
func (n *node) id(ids map[string]int) string {
	id := n.elem.ID
	if id == "" && n.elem.Role == typeset.RoleNote {
		id = "note-" + strconv.Itoa(len(ids)+1)
	}
	for n.elem.Role == typeset.RoleNote && ids[id] != 0 {
		id += "+"
	}
	if ids[id] != 0 {
		return ""
	}
	return id
}

// alt is a figure's alternative text: its own, else its caption's words.
func (n *node) alt() string {
	if n.elem.Alt != "" || n.elem.Role != typeset.RoleFigure {
		return n.elem.Alt
	}
	if f, ok := n.elem.Block.(*book.Figure); ok && f.Caption != nil {
		return book.PlainText(f.Caption.Inlines)
	}
	return ""
}

// appendOwned writes attributes that have an owner (14.8.5).
func (n *node) appendOwned(b []byte) []byte {
	e := n.elem
	switch e.Role {
	case typeset.RoleL:
		kind := "Disc"
		if e.Ordered {
			kind = "Decimal"
		}
		return append(b, "/A<</O/List/ListNumbering/"+kind+">>"...)
	case typeset.RoleTH, typeset.RoleTD:
		return n.appendCell(b)
	case typeset.RoleFigure:
		if !n.box.empty() {
			b = append(b, "/A<</O/Layout/BBox"...)
			return append(appendRect(b, n.box), ">>"...)
		}
	}
	return b
}

// appendCell writes the attributes of a table cell (14.8.5.7).
func (n *node) appendCell(b []byte) []byte {
	e := n.elem
	if e.Role == typeset.RoleTD && e.ColSpan < 2 && e.RowSpan < 2 {
		return b
	}
	b = append(b, "/A<</O/Table"...)
	if e.Role == typeset.RoleTH {
		scope := e.Scope
		if scope == "" {
			scope = "Column"
		}
		b = append(b, "/Scope/"+scope...)
	}
	if e.ColSpan > 1 {
		b = append(b, "/ColSpan "+strconv.Itoa(e.ColSpan)...)
	}
	if e.RowSpan > 1 {
		b = append(b, "/RowSpan "+strconv.Itoa(e.RowSpan)...)
	}
	return append(b, ">>"...)
}

// writeParents emits the tree that leads from marked content and annotations back to
// their elements (14.7.4.4): a page's key is its index, a link's follows them.
func (t *tree) writeParents(e *emitter, pages int) int {
	var entries []numbered
	for p, nodes := range t.pages {
		if len(nodes) == 0 {
			continue
		}
		b := []byte{'['}
		for _, n := range nodes {
			b = appendSeparator(b, ref{})
			b = appendRef(b, n.num)
		}
		entries = append(entries, numbered{p, append(b, ']')})
	}
	for i, l := range t.links {
		entries = append(entries, numbered{pages + i, appendRef(nil, l.node.num)})
	}
	return writeNumbers(e, entries)
}

func writeIDs(e *emitter, ids map[string]int) int {
	entries := make([]named, 0, len(ids))
	for id, num := range ids {
		entries = append(entries, named{id, appendRef(nil, num)})
	}
	return writeNames(e, entries)
}
