package pdf

import (
	"strings"

	"cahier/book"
	"cahier/book/typeset"
	"cahier/book/unit"
)

// link is one active rectangle: an annotation.
type link struct {
	page   int
	area   rect
	uri    string
	target string
	node   *node
	num    int // object number
}

// destination is where an anchor is.
type destination struct {
	page int
	y    int64 // thousandths of a point, up
}

// addLink attaches a link area to the Link element that it belongs to, or to its own
// element, which settle then wraps. An area without an element gets a Link of its own.
func (t *tree) addLink(a *typeset.LinkArea, page int, height unit.Length) {
	var n *node
	if a.Element != nil {
		n = t.node(a.Element)
	} else {
		n = &node{elem: &typeset.Element{Role: typeset.RoleLink}, parent: t.root}
		t.root.parts = append(t.root.parts, part{kid: n})
	}
	for around := n; around != nil; around = around.parent {
		if around.elem.Role == typeset.RoleLink {
			n = around
			break
		}
	}
	l := &link{page: page, area: pageRect(a.X, a.Y, a.W, a.H, height), uri: a.URI, target: a.Target, node: n}
	n.links = append(n.links, l)
	t.links = append(t.links, l)
}

// dropLinks removes the links whose target is nowhere, and says so.
func (t *tree) dropLinks(places map[string]destination, problems *book.Problems) {
	kept := t.links[:0]
	for _, l := range t.links {
		if _, ok := places[l.target]; ok || l.uri != "" {
			kept = append(kept, l)
			continue
		}
		for i, other := range l.node.links {
			if other == l {
				l.node.links = append(l.node.links[:i:i], l.node.links[i+1:]...)
				break
			}
		}
		problems.Add(l.position(), book.CodeLinkMissing, "", "the PDF has no place %q for a link to lead to", l.target)
	}
	t.links = kept
}

// position is where the nearest block around the link stands in the manuscript.
func (l *link) position() book.Pos {
	for n := l.node; n != nil; n = n.parent {
		if n.elem.Block != nil {
			return n.elem.Block.Position()
		}
	}
	return book.Pos{}
}

// contents describes the link for who does not see it (ISO 14289-1, 7.18.5): what the
// typesetter says of it, else what is known of its target, else its words, and the
// address that it leads to.
func (l *link) contents(about map[string]string) string {
	for n := l.node; n != nil && n.elem.Role == typeset.RoleLink; n = n.parent {
		if n.elem.Alt != "" {
			return n.elem.Alt
		}
		if n.elem.Title != "" {
			return n.elem.Title
		}
	}
	words := strings.Join(strings.Fields(l.node.allWords()), " ")
	switch {
	case l.uri == "" && about[l.target] != "":
		return about[l.target]
	case words == "":
		return l.uri + l.target
	case l.uri == "" || strings.Contains(l.uri, words):
		return words + onlyIf(l.uri != "" && l.uri != words, ": "+l.uri)
	}
	return words + ": " + l.uri
}

func onlyIf(ok bool, s string) string {
	if ok {
		return s
	}
	return ""
}

// allWords is the text gathered under the node or, for a Link that was made around an
// element's content, under that element.
func (n *node) allWords() string {
	if len(n.words) == 0 && n.parent != nil && n.parent.label == n.parent {
		return string(n.parent.words)
	}
	return string(n.words)
}

// writeLinks emits the annotations and returns, for each page, their object numbers.
func (t *tree) writeLinks(e *emitter, pageNums []int, places map[string]destination) [][]int {
	annots := make([][]int, len(pageNums))
	for i, l := range t.links {
		b := append([]byte("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect"), appendRect(nil, l.area)...)
		b = append(b, "/Contents"...)
		b = appendText(b, textString(l.contents(t.about)))
		b = append(b, "/StructParent "...)
		b = appendFixed(b, int64(len(pageNums)+i), 0)
		if l.uri != "" {
			b = append(b, "/A<</S/URI/URI"...)
			b = append(appendText(b, text(asciiURI(l.uri))), ">>"...)
		} else {
			b = append(b, "/Dest"...)
			b = appendDestination(b, places[l.target], pageNums)
		}
		e.put(l.num, append(b, ">>"...))
		annots[l.page] = append(annots[l.page], l.num)
	}
	return annots
}

// appendDestination writes an explicit destination (12.3.2.2): the page and the height of
// the top edge, with the zoom as it is.
func appendDestination(b []byte, d destination, pageNums []int) []byte {
	b = appendRef(append(b, '['), pageNums[d.page])
	b = append(b, "/XYZ null "...)
	return append(appendFixed(b, d.y, 3), " null]"...)
}

// asciiURI escapes what an address may not hold: the URI entry is 7-bit (12.6.4.7).
func asciiURI(s string) string {
	var sb strings.Builder
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7f {
			sb.WriteByte('%')
			sb.WriteByte(hexDigits[c>>4])
			sb.WriteByte(hexDigits[c&15])
			continue
		}
		sb.WriteByte(s[i])
	}
	return sb.String()
}
