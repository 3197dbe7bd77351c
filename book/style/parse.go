package style

import (
	"errors"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"cahier/book"
)

// entry is one value of a print.yaml: a dotted key and what was written.
type entry struct {
	key, value string
	pos        book.Pos
}

// parse flattens a print.yaml into entries in written order.
func parse(file string, data []byte, ps *book.Problems) []entry {
	f, err := parser.ParseBytes(data, 0)
	if err != nil {
		pos := book.Pos{File: file}
		message := err.Error()
		if ye := yaml.Error(nil); errors.As(err, &ye) {
			pos, message = place(file, ye.GetToken()), ye.GetMessage()
		}
		ps.Add(pos, book.CodeYAML, "", "%s", message)
		return nil
	}
	var list []entry
	for _, doc := range f.Docs {
		if doc.Body != nil {
			list = flatten(file, "", doc.Body, list, ps)
		}
	}
	return list
}

func flatten(file, prefix string, n ast.Node, list []entry, ps *book.Problems) []entry {
	switch n := n.(type) {
	case *ast.MappingNode:
		for _, v := range n.Values {
			list = flatten(file, prefix, v, list, ps)
		}
	case *ast.MappingValueNode:
		key := n.Key.String()
		if prefix != "" {
			key = prefix + "." + key
		}
		list = flatten(file, key, n.Value, list, ps)
	case *ast.SequenceNode:
		var items []string
		for _, v := range n.Values {
			items = append(items, scalar(v))
		}
		list = append(list, entry{prefix, strings.Join(items, listSeparator), place(file, n.GetToken())})
	case *ast.AnchorNode, *ast.AliasNode, *ast.TagNode:
		ps.Add(place(file, n.GetToken()), book.CodeYAML, "write the value out", "anchors, aliases and tags have no place in a style")
	default:
		list = append(list, entry{prefix, scalar(n), place(file, n.GetToken())})
	}
	return list
}

func scalar(n ast.Node) string {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value
	case *ast.NullNode:
		return ""
	case *ast.LiteralNode:
		return n.Value.Value
	}
	return n.GetToken().Value
}

func place(file string, t *token.Token) book.Pos {
	if t == nil || t.Position == nil {
		return book.Pos{File: file}
	}
	return book.Pos{File: file, Line: t.Position.Line, Col: t.Position.Column}
}
