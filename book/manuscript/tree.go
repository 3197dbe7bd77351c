package manuscript

import (
	"strings"

	"cahier/book"
	"cahier/book/markdown"
)

// kind tells a value of YAML or JSON apart.
type kind int

const (
	null kind = iota
	scalar
	list
	mapping
)

// node is a value of YAML or JSON with its place. Scalars are kept as written, whatever
// YAML takes them for: "1917" is a year, "no" may be an answer or a word.
type node struct {
	pos   book.Pos
	kind  kind
	text  string
	lines []book.Pos // places of the text's lines; none if they are not known
	items []*node
	pairs []pair
}

// pair is a key and its value.
type pair struct {
	key   string
	pos   book.Pos
	value *node
}

// get returns the value of a mapping's key, nil if it has none.
func (n *node) get(key string) *node {
	if n == nil {
		return nil
	}
	for _, p := range n.pairs {
		if p.key == key {
			return p.value
		}
	}
	return nil
}

// all returns the items of a list, or the value itself as the only one: most keys take
// either. A null is no item.
func (n *node) all() []*node {
	switch {
	case n == nil || n.kind == null:
		return nil
	case n.kind == list:
		return n.items
	}
	return []*node{n}
}

// markdown is the scalar as a text with its places.
func (n *node) markdown() markdown.Text {
	return markdown.NewText(n.text, n.pos, n.lines...)
}

// trimmed is the scalar without the spaces around it.
func (n *node) trimmed() string {
	if n == nil {
		return ""
	}
	return strings.TrimSpace(n.text)
}

// String names the kind in a message.
func (k kind) String() string {
	return [...]string{"nothing", "one value", "a list", "a mapping"}[k]
}
