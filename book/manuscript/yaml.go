package manuscript

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"cahier/book"
)

// yamlFile is YAML that begins on the given line of a file.
type yamlFile struct {
	name     string
	line     int // of the first line
	rows     []string
	problems book.Problems
}

// parseYAML reads one YAML document. The node is nil if it is empty or does not parse.
func parseYAML(name string, src []byte, line int) (*node, book.Problems) {
	y := &yamlFile{name: name, line: line, rows: strings.Split(string(src), "\n")}
	if !y.checkWeight(src) {
		return nil, y.problems
	}
	file, err := parseSafely(src)
	if err != nil {
		y.fail(err)
		return nil, y.problems
	}
	for _, doc := range file.Docs {
		if doc.Body != nil {
			n := y.node(doc.Body, 0)
			return n, y.problems
		}
	}
	return nil, nil
}

// parseSafely keeps a panic of the YAML library from being ours.
func parseSafely(src []byte) (file *ast.File, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("this cannot be read as YAML")
		}
	}()
	return parser.ParseBytes(src, 0)
}

// fail makes a problem of the library's error.
func (y *yamlFile) fail(err error) {
	pos, message := book.Pos{File: y.name, Line: y.line, Col: 1}, err.Error()
	if located := yaml.Error(nil); errors.As(err, &located) {
		pos, message = y.pos(located.GetToken()), located.GetMessage()
	}
	message, _, _ = strings.Cut(message, "\n")
	message, hint := explain(message)
	y.problems.Add(pos, book.CodeYAML, hint, "%s", message)
}

// explain says in other words what the library says of the mistakes that are made most.
func explain(message string) (clear, hint string) {
	switch {
	case strings.HasPrefix(message, "mapping key ") && strings.Contains(message, " already defined"):
		key, _, _ := strings.Cut(strings.TrimPrefix(message, "mapping key "), " already defined")
		return "the key " + strings.Trim(key, `"`) + " is written twice", "keep one of them"
	case strings.HasPrefix(message, "mapping value is not allowed"):
		return `a second ": " on the line, or an indent that does not fit`, `write a value that has ": " in it in quotes`
	case strings.HasPrefix(message, "sequence end token"):
		return `a "[" is never closed`, `write a value that begins with "[" in quotes`
	case strings.HasPrefix(message, "flow mapping end token"), strings.Contains(message, "flow map"):
		return `a "{" is never closed`, `write a value that begins with "{" in quotes`
	case strings.Contains(message, "character '\t'"):
		return "a tab in the indent", "indent with spaces"
	case strings.Contains(message, "could not find end character of"):
		return "a quotation mark is never closed", `a mark inside quotes is written \" or ''`
	}
	return message, `a value with ": " in it, or with a mark at its beginning, is written in quotes`
}

// pos is a token's place, kept inside the file: the library counts a line more at the
// end of some.
func (y *yamlFile) pos(t *token.Token) book.Pos {
	pos := book.Pos{File: y.name, Line: y.line, Col: 1}
	if t == nil || t.Position == nil {
		return pos
	}
	row := min(max(t.Position.Line, 1), len(y.rows))
	pos.Line += row - 1
	pos.Col = min(max(t.Position.Column, 1), utf8.RuneCountInString(y.rows[row-1])+1)
	return pos
}

// node makes a node of the library's.
func (y *yamlFile) node(n ast.Node, depth int) *node {
	pos := y.pos(n.GetToken())
	if depth > maxYAMLDepth {
		y.problems.Add(pos, book.CodeLimit, "", "more than %d levels of nesting", maxYAMLDepth)
		return &node{pos: pos}
	}
	switch n := n.(type) {
	case *ast.MappingNode:
		return y.mapping(n.Values, depth)
	case *ast.MappingValueNode:
		return y.mapping([]*ast.MappingValueNode{n}, depth)
	case *ast.SequenceNode:
		l := &node{pos: pos, kind: list}
		for _, v := range n.Values {
			l.items = append(l.items, y.node(v, depth+1))
		}
		return l
	case *ast.NullNode:
		return &node{pos: pos}
	case *ast.LiteralNode:
		return y.literal(n)
	case *ast.StringNode:
		return &node{pos: pos, kind: scalar, text: n.Value, lines: y.inside(pos, n)}
	case *ast.AnchorNode, *ast.AliasNode, *ast.TagNode, *ast.MergeKeyNode:
		y.problems.Add(pos, book.CodeYAML, "write the value out", "anchors, aliases and tags have no place here")
		return &node{pos: pos}
	}
	return &node{pos: pos, kind: scalar, text: n.GetToken().Value}
}

// mapping reads pairs; it stands where its first key does.
func (y *yamlFile) mapping(values []*ast.MappingValueNode, depth int) *node {
	m := &node{kind: mapping}
	for _, v := range values {
		p := pair{key: v.Key.GetToken().Value, pos: y.pos(v.Key.GetToken())}
		if len(m.pairs) == 0 {
			m.pos = p.pos
		}
		p.value = &node{pos: p.pos}
		if v.Value != nil {
			p.value = y.node(v.Value, depth+1)
		}
		m.pairs = append(m.pairs, p)
	}
	return m
}

// inside places the text of a scalar in its line, past its quote if it has one. A text
// that is longer than what is left of the line goes on in the next ones, which YAML
// joins: then no place is given.
func (y *yamlFile) inside(pos book.Pos, n *ast.StringNode) []book.Pos {
	if t := n.Token.Type; t == token.DoubleQuoteType || t == token.SingleQuoteType {
		pos.Col++
	}
	row := y.rows[pos.Line-y.line]
	if pos.Col-1+utf8.RuneCountInString(n.Value) > utf8.RuneCountInString(row) {
		return nil
	}
	return []book.Pos{pos}
}

// literal places each line of a block scalar. The lines of "|" are those of the file
// without their indent; those of ">" are joined, and one place has to do.
func (y *yamlFile) literal(n *ast.LiteralNode) *node {
	pos := y.pos(n.Start)
	l := &node{pos: pos, kind: scalar, text: n.Value.Value}
	first := pos.Line - y.line + 1
	for i, line := range strings.Split(strings.TrimRight(l.text, "\n"), "\n") {
		row := ""
		if first+i < len(y.rows) {
			row = y.rows[first+i]
		}
		indent := strings.Index(row, line)
		if indent < 0 || strings.TrimSpace(row[:indent]) != "" {
			l.lines = nil
			break // folded by ">"
		}
		l.lines = append(l.lines, book.Pos{File: y.name, Line: y.line + first + i, Col: 1 + utf8.RuneCountInString(row[:indent])})
	}
	return l
}
