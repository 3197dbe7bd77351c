package epub

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"net/url"
	"strings"
)

// tree is an element of an XML file.
type tree struct {
	name     string // without prefix
	attrs    []xml.Attr
	children []*tree
	// chunks are the characters before each child and after the last: there is one more
	// than children.
	chunks []string
	order  int // its place in the file
}

// Limits on an XML file that is checked.
const (
	maxDepth = 500
	maxNodes = 2_000_000
)

// parseTree reads a file leniently: the entities of HTML are known, though no EPUB may
// use them.
func parseTree(data []byte) (*tree, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(string, io.Reader) (io.Reader, error) { return nil, fmt.Errorf("it is not in UTF-8") }
	root := &tree{chunks: []string{""}}
	open := []*tree{root}
	n := 0
	for {
		tok, err := d.Token()
		if err == io.EOF {
			break
		} else if err != nil {
			return nil, err
		}
		at := open[len(open)-1]
		switch t := tok.(type) {
		case xml.StartElement:
			if n++; n > maxNodes || len(open) > maxDepth {
				return nil, fmt.Errorf("it has more than %d elements or is nested deeper than %d", maxNodes, maxDepth)
			}
			child := &tree{name: t.Name.Local, attrs: append([]xml.Attr(nil), t.Attr...), chunks: []string{""}, order: n}
			at.children = append(at.children, child)
			at.chunks = append(at.chunks, "")
			open = append(open, child)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			at.chunks[len(at.chunks)-1] += string(t)
		}
	}
	if len(root.children) != 1 {
		return nil, fmt.Errorf("it has no root element")
	}
	return root.children[0], nil
}

// attr is the value of an attribute by its name without prefix; "epub:type" and
// "xml:lang" are told from their plain namesakes.
func (t *tree) attr(name string) string {
	for _, a := range t.attrs {
		prefixed := a.Name.Local
		switch a.Name.Space {
		case "http://www.idpf.org/2007/ops", "epub":
			prefixed = "epub:" + prefixed
		case "http://www.w3.org/XML/1998/namespace", "xml":
			prefixed = "xml:" + prefixed
		}
		if prefixed == name {
			return a.Value
		}
	}
	return ""
}

func (t *tree) has(name string) bool {
	for _, a := range t.attrs {
		if a.Name.Local == name && a.Name.Space == "" {
			return true
		}
	}
	return false
}

// is reports whether one of the element's epub:types is the value.
func (t *tree) is(value string) bool {
	for _, v := range strings.Fields(t.attr("epub:type")) {
		if v == value {
			return true
		}
	}
	return false
}

// walk visits an element and all inside it, in order; a nil tree has none.
func (t *tree) walk(visit func(*tree)) {
	if t == nil {
		return
	}
	visit(t)
	for _, c := range t.children {
		c.walk(visit)
	}
}

// all lists the elements of a name.
func (t *tree) all(name string) []*tree {
	var list []*tree
	t.walk(func(e *tree) {
		if e.name == name {
			list = append(list, e)
		}
	})
	return list
}

// text is all characters inside an element.
func (t *tree) text() string {
	var b strings.Builder
	t.write(&b)
	return b.String()
}

func (t *tree) write(b *strings.Builder) {
	for i, chunk := range t.chunks {
		b.WriteString(chunk)
		if i < len(t.children) {
			t.children[i].write(b)
		}
	}
}

func pathUnescape(s string) (string, error) { return url.PathUnescape(s) }
