package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"cahier/book"
)

// maxAttr is the longest run of attributes in running text, in bytes. It bounds the
// search for a brace that may be missing.
const maxAttr = 4096

// parseAttr reads what stands between the braces of Pandoc's attributes: "#id",
// ".class", "key=value", "key="value"", and "-" for .unnumbered. It fails on anything
// else, so that braces of the author's stay text.
func parseAttr(s string) (book.Attr, bool) {
	var attr book.Attr
	if strings.TrimSpace(s) == "" {
		return attr, false
	}
	for {
		s = strings.TrimLeft(s, " \t\n")
		if s == "" {
			return attr, true
		}
		var ok bool
		if s, ok = attrItem(&attr, s); !ok {
			return book.Attr{}, false
		}
	}
}

// attrItem reads one item and returns the rest.
func attrItem(attr *book.Attr, s string) (string, bool) {
	end := strings.IndexAny(s, " \t\n=")
	if end < 0 {
		end = len(s)
	}
	word := s[:end]
	assigned := end < len(s) && s[end] == '='
	switch {
	case assigned:
		return attrValue(attr, word, s[end+1:])
	case word == "-":
		attr.Classes = append(attr.Classes, "unnumbered")
	case len(word) > 1 && word[0] == '#' && isName(word[1:]):
		attr.ID = word[1:]
	case len(word) > 1 && word[0] == '.' && isName(word[1:]):
		attr.Classes = append(attr.Classes, word[1:])
	default:
		return s, false
	}
	return s[end:], true
}

// attrValue reads what follows "key=": a word, or a text in quotes.
func attrValue(attr *book.Attr, key, s string) (string, bool) {
	if !isName(key) {
		return s, false
	}
	var value string
	if s != "" && (s[0] == '"' || s[0] == '\'') {
		end := closingQuote(s)
		if end < 0 {
			return s, false
		}
		value = strings.ReplaceAll(unescape([]byte(s[1:end])), "\n", " ")
		s = s[end+1:]
	} else {
		end := strings.IndexAny(s, " \t\n")
		if end < 0 {
			end = len(s)
		}
		value, s = s[:end], s[end:]
	}
	switch key {
	case "id":
		attr.ID = value
	case "class":
		attr.Classes = append(attr.Classes, strings.Fields(value)...)
	case "lang":
		attr.Lang = value
	default:
		attr.Values = append(attr.Values, book.KeyValue{Key: key, Value: value})
	}
	return s, true
}

// closingQuote finds the quote that ends the one s begins with, -1 if there is none.
func closingQuote(s string) int {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case s[0]:
			return i
		}
	}
	return -1
}

// isName reports whether s may be an id, a class or a key.
func isName(s string) bool {
	return s != "" && !strings.ContainsAny(s, "{}\"'=<>#`")
}

// readAttr reads attributes that follow at once in running text, and goes past them.
func readAttr(block text.Reader) (book.Attr, bool) {
	if block.Peek() != '{' {
		return book.Attr{}, false
	}
	savedLine, saved := block.Position()
	if inner, ok := readBraces(block); ok {
		if attr, ok := parseAttr(inner); ok {
			return attr, true
		}
	}
	block.SetPosition(savedLine, saved)
	return book.Attr{}, false
}

// trailingAttrs gives attributes to what goldmark has parsed itself: code and addresses
// in angle brackets.
type trailingAttrs struct{}

// Trigger and Parse make it an inline parser of goldmark. What stands before an opening brace
// is the parent's last child only if nothing, not even a space, stands between.
func (*trailingAttrs) Trigger() []byte { return []byte{'{'} }

func (*trailingAttrs) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	last := parent.LastChild()
	if last == nil || last.Kind() != ast.KindCodeSpan && last.Kind() != ast.KindAutoLink {
		return nil
	}
	attr, ok := readAttr(block)
	if !ok {
		return nil
	}
	n := newInline(spanMark{attr}, last.Pos())
	parent.RemoveChild(parent, last)
	n.AppendChild(n, last)
	return n
}

// readBraces goes past a pair of braces and returns what they hold. Braces in quotes
// do not count; the reader is anywhere if there is no closing brace.
func readBraces(block text.Reader) (string, bool) {
	var inner strings.Builder
	quote := byte(0)
	block.Advance(1)
	for {
		line, _ := block.PeekLine()
		if line == nil || inner.Len() > maxAttr {
			return "", false
		}
		for i := 0; i < len(line); i++ {
			switch c := line[i]; {
			case c == '\\' && quote != 0:
				i++
			case quote != 0 && c == quote:
				quote = 0
			case quote == 0 && (c == '"' || c == '\''):
				quote = c
			case quote == 0 && c == '}':
				inner.Write(line[:i])
				block.Advance(i + 1)
				return inner.String(), true
			}
		}
		inner.Write(line)
		block.AdvanceLine()
	}
}
