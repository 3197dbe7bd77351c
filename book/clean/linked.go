package clean

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// lifter takes the notes of a page out of its tree.
type lifter struct {
	doc     *html.Node
	own     []string                // the page's addresses without fragments
	ids     map[string][]*html.Node // by id and by name
	order   map[*html.Node]int      // place in document order
	notes   []*note
	targets map[*html.Node]bool // where calls lead to
	heads   []string            // of lists of notes, taken away with them
}

// call is a link that may call a note.
type call struct {
	anchor *html.Node
	label  string
	target *html.Node
	sure   int
}

// newLifter indexes a page: addresses are those that the page has, so that links
// to itself by an absolute address are known.
func newLifter(doc *html.Node, addresses []string) *lifter {
	l := &lifter{doc: doc, ids: map[string][]*html.Node{}, order: map[*html.Node]int{}, targets: map[*html.Node]bool{}}
	for _, a := range addresses {
		if a, _, _ = strings.Cut(a, "#"); a != "" {
			l.own = append(l.own, strings.TrimSuffix(a, "/"))
		}
	}
	place := 0
	walk(doc, func(n *html.Node) bool {
		place++
		l.order[n] = place
		if n.Type != html.ElementNode {
			return true
		}
		id, name := attr(n, "id"), attr(n, "name")
		if id != "" {
			l.ids[id] = append(l.ids[id], n)
		}
		if name != "" && name != id && is(n, atom.A) {
			l.ids[name] = append(l.ids[name], n)
		}
		return true
	})
	return l
}

// fragment is the fragment of a link into the page itself, "" for others. A link
// to another address counts if its fragment is found here and named like a note:
// editors paste such links, and moved sites keep them. So does one to a file, in a page
// that does not say where it stands: most likely its own.
func (l *lifter) fragment(href string) string {
	base, frag, ok := strings.Cut(strings.TrimSpace(href), "#")
	if !ok || frag == "" {
		return ""
	}
	if dec, err := url.PathUnescape(frag); err == nil && l.ids[frag] == nil {
		frag = dec
	}
	if l.ids[frag] == nil && l.ids["user-content-"+frag] != nil {
		frag = "user-content-" + frag
	}
	if l.ids[frag] == nil {
		return ""
	}
	if base == "" || slices.Contains(l.own, strings.TrimSuffix(base, "/")) || noteLike(frag) || len(l.own) == 0 && !strings.ContainsAny(base, ":/?") {
		return frag
	}
	for _, own := range l.own {
		if strings.HasSuffix(own, "/"+strings.TrimPrefix(base, "./")) {
			return frag
		}
	}
	return ""
}

// resolve is the element that a link's fragment means. Pages whose numbering
// restarts repeat their ids: the next one after the link is meant, for a link
// back the last one before it.
func (l *lifter) resolve(a *html.Node, frag string) *html.Node {
	list := l.ids[frag]
	for _, t := range list {
		if l.order[t] > l.order[a] {
			return t
		}
	}
	if len(list) > 0 {
		return list[len(list)-1]
	}
	return nil
}

// linked lifts the notes that are called by a link: a short label, and a target
// that links back or begins with that label.
func (l *lifter) linked() {
	l.lowerHeads()
	var calls []call
	for _, a := range tags(l.doc, atom.A) {
		if c, ok := l.call(a); ok {
			calls = append(calls, c)
			l.targets[c.target] = true
		}
	}
	for _, a := range tags(l.doc, atom.A) {
		if c, ok := l.reverse(a); ok {
			calls = append(calls, c)
		}
	}
	calls = slices.DeleteFunc(calls, func(c call) bool { // a definition's way back
		back := l.targets[c.anchor] || l.startsTarget(c.anchor, c.target, calls)
		return back
	})
	l.targets = map[*html.Node]bool{}
	for _, c := range calls {
		l.targets[c.target] = true
	}
	l.lift(calls)
	l.dropCopies()
}

// dropCopies takes away copies of notes that a page shows in its margin as well.
func (l *lifter) dropCopies() {
	for _, n := range elements(l.doc, func(n *html.Node) bool { return hasClass(n, "sidenotes", "margin-notes") }) {
		for _, k := range l.notes {
			if text := bare(textOf(k.tree)); text != "" && (strings.HasSuffix(bare(textOf(n)), text) || strings.HasPrefix(text, marginLead(n))) {
				remove(n)
				break
			}
		}
	}
}

// marginLead is how the text of a margin begins, without its number and the
// dots of what the margin had no room for.
func marginLead(n *html.Node) string {
	text := []rune(strings.TrimLeft(bare(textOf(n)), "0123456789"))
	if len(text) < 8 {
		return "\x00"
	}
	return string(text[:min(len(text), 30)])
}

// call reads a link as the call of a note.
func (l *lifter) call(a *html.Node) (call, bool) {
	frag := l.fragment(attr(a, "href"))
	if frag == "" || l.inMargin(a) {
		return call{}, false
	}
	text := textOf(a)
	c := call{anchor: a, label: noteLabel(text), target: l.resolve(a, frag)}
	if c.label == "" && text == "" && noteLike(frag) && first(a, atom.Img) == nil && !l.startsBlock(a) {
		c.label = trailingNumber(frag) // the number is drawn by the style sheet
	}
	if c.label == "" || c.target == nil || contains(c.target, a) || contains(a, c.target) || l.crossReference(a) {
		return c, false
	}
	def := l.block(c.target)
	if def == nil || contains(def, a) && !l.splits(c.target, def) || isHeading(def) || firstHeading(def) || is(def, atom.Body, atom.Main, atom.Article, atom.Html) {
		return c, false
	}
	c.sure = l.judge(c, def, frag)
	return c, c.sure > 0
}

// reverse reads a link as the way back of a definition whose call is no link
// itself, as of plug-ins that scroll by a script.
func (l *lifter) reverse(a *html.Node) (call, bool) {
	t := l.resolve(a, l.fragment(attr(a, "href")))
	if t == nil || isBlock(t) || l.order[t] > l.order[a] || within(t, atom.A) != nil && attr(within(t, atom.A), "href") != "" || len(tags(t, atom.A)) > 0 {
		return call{}, false
	}
	label, def := noteLabel(textOf(t)), blockOf(a)
	if label == "" || blockOf(t) == def || l.startsBlock(t) || !noteLike(attr(t, "id")) && !noteLike(names(def)) {
		return call{}, false
	}
	if _, ok := cutLabel(plainLead(textOf(def)), label); !ok && noteLabel(textOf(def)) != label && !l.startsWith(def, def, label) {
		return call{}, false
	}
	if row := within(def, atom.Tr); row != nil && noteLabel(textOf(def)) == label {
		def = row
	}
	return call{anchor: t, label: label, target: def, sure: 95}, true
}

// inMargin reports whether a link stands in a copy of the notes.
func (l *lifter) inMargin(a *html.Node) bool {
	for n := a; n != nil; n = n.Parent {
		if n.Type == html.ElementNode && hasClass(n, "sidenotes", "margin-notes") {
			return true
		}
	}
	return false
}

// judge says how sure it is that the block is the note that the call calls.
func (l *lifter) judge(c call, def *html.Node, frag string) int {
	if textOf(def) == "" {
		return 0
	}
	starts, ends := l.startsBlock(c.anchor), l.startsBlock(c.target) || is(c.target, atom.Li, atom.Div, atom.P, atom.Aside, atom.Section, atom.Dd, atom.Tr, atom.Td, atom.Dt)
	switch {
	case starts && !ends:
		return 0
	case starts && l.order[c.anchor] > l.order[c.target]:
		return 0
	case l.linksBack(def, c.anchor):
		return 100
	case l.startsWith(c.target, def, c.label):
		if noteLike(frag) || inNotes(def) {
			return 98
		}
		return 92
	case ends && noteLike(frag) && (inNotes(def) || is(c.target, atom.Li)):
		return 90
	}
	return 0
}

// startsTarget reports whether a link is the one by which a called definition
// leads back to where it is called.
func (l *lifter) startsTarget(a, target *html.Node, calls []call) bool {
	for _, c := range calls {
		if c.anchor == a || !near(target, c.anchor) {
			continue
		}
		def := l.block(c.target)
		if (contains(def, a) || contains(c.target, a)) && l.order[c.anchor] < l.order[a] {
			return true
		}
		if contains(def, a) && l.startsBlock(a) && !l.startsBlock(c.anchor) {
			return true
		}
	}
	return false
}

// near reports whether the target of a link back is at the call: the anchor, or
// what it stands in or beside, within its block.
func near(target, anchor *html.Node) bool {
	if contains(target, anchor) || contains(anchor, target) {
		return true
	}
	b := blockOf(anchor)
	return target == b || !isBlock(target) && contains(b, target) && len(textBetween(b, target, anchor)) < 4
}

// textBetween is the text of a block between two of its elements.
func textBetween(b, x, y *html.Node) string {
	from, to := between(b, x), between(b, y)
	if len(from) > len(to) {
		from, to = to, from
	}
	return strings.TrimSpace(to[len(from):])
}

// linksBack reports whether a definition holds a link to where it is called.
func (l *lifter) linksBack(def, anchor *html.Node) bool {
	block := blockOf(anchor)
	for _, a := range tags(def, atom.A) {
		frag := l.fragment(attr(a, "href"))
		if frag == "" || a == anchor {
			continue
		}
		for _, t := range l.ids[frag] {
			if contains(t, anchor) && (t == block || !isBlock(t) || is(t, atom.P, atom.Li)) || contains(anchor, t) || !isBlock(t) && contains(block, t) && !contains(def, t) {
				return true
			}
		}
	}
	return false
}

// startsWith reports whether a definition begins with its label, or is the item
// of that number in an ordered list.
func (l *lifter) startsWith(target, def *html.Node, label string) bool {
	if is(def, atom.Li) && is(def.Parent, atom.Ol) && strconv.Itoa(itemNumber(def)) == label {
		return true
	}
	text := textOf(def)
	if l.splits(target, def) {
		text = squeeze(textFrom(target, def))
	}
	_, ok := cutLabel(plainLead(text), label)
	return ok
}

// crossReference reports whether a link to a note is part of a sentence, "see
// note 3", and not a call.
func (l *lifter) crossReference(a *html.Node) bool {
	if within(a, atom.Sup) != nil || first(a, atom.Sup) != nil {
		return false
	}
	before := strings.ToLower(strings.TrimRight(textBefore(a), " \u00a0\u202f\n("))
	for _, w := range [...]string{"note", "notes", "n.", "nota", "notas", "anm.", "anmerkung", "fußnote", "fußnoten", "footnote", "footnotes", "nn.", "noten"} {
		if strings.HasSuffix(before, " "+w) || before == w || strings.HasSuffix(before, "("+w) {
			return true
		}
	}
	return false
}

// inNotes reports whether a block stands in an element that is named for notes.
func inNotes(n *html.Node) bool {
	for i := 0; n != nil && i < 6; n, i = n.Parent, i+1 {
		if n.Type != html.ElementNode || is(n, atom.Body, atom.Html) {
			return false
		}
		s := names(n)
		for _, w := range [...]string{"footnote", "endnote", "notes", "note-", "references", "reflist", "fussnoten", "fußnoten", "anmerkungen", "msofootnote", "notas", "citations"} {
			if strings.Contains(s, w) {
				return true
			}
		}
	}
	return false
}

// itemNumber is the number that a list item shows.
func itemNumber(li *html.Node) int {
	n, err := strconv.Atoi(attr(li.Parent, "start"))
	if err != nil {
		n = 1
	}
	for s := li.Parent.FirstChild; s != nil && s != li; s = s.NextSibling {
		if is(s, atom.Li) {
			n++
		}
	}
	if v, err := strconv.Atoi(attr(li, "value")); err == nil {
		n = v
	}
	return n
}

// trailingNumber is the number at the end of a fragment.
func trailingNumber(s string) string {
	digits := s[len(strings.TrimRight(s, "0123456789")):]
	return noteLabel(digits)
}
