package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"cahier/book"
)

// citeKeys reads "@key", "-@key" and "@{any key}", by the rules of Pandoc's manual,
// section "Citation syntax".
type citeKeys struct{ r *reading }

// keyMark is a citation key in goldmark's tree.
type keyMark struct {
	key      string
	suppress bool   // "-@key"
	braced   bool   // a locator in braces follows: "@key{…}"
	locator  string // what the braces hold
}

// Trigger and Parse make it an inline parser of goldmark.
func (*citeKeys) Trigger() []byte { return []byte{'@', '-'} }

func (c *citeKeys) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	size := 0
	m := &keyMark{}
	if line[0] == '-' {
		size, m.suppress = 1, true
	}
	if len(line) <= size || line[size] != '@' || isWord(block.PrecendingCharacter()) {
		return nil
	}
	size++
	key, length := citeKey(line[size:])
	if length == 0 {
		return nil
	}
	m.key, size = key, size+length
	if rest := line[size:]; len(rest) > 0 && rest[0] == '{' {
		if end := bytes.IndexByte(rest, '}'); end > 0 {
			m.braced, m.locator = true, string(rest[1:end])
			size += end + 1
		}
	}
	block.Advance(size)
	c.r.cites++
	return newInline(m, segment.Start)
}

// isWord reports whether a character before "@" makes an e-mail address of it.
func isWord(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

// citeKey reads a key and returns the size of what it read. A key begins with a
// letter, a digit or "_" and holds single marks between such; in braces it holds
// anything but spaces.
func citeKey(s []byte) (string, int) {
	if len(s) > 0 && s[0] == '{' {
		end := bytes.IndexByte(s, '}')
		if end < 2 || bytes.ContainsAny(s[:end], " \t\n") {
			return "", 0
		}
		return string(s[1:end]), end + 1
	}
	end := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRune(s[i:])
		switch {
		case isWord(r) || r == '_' || unicode.Is(unicode.Mn, r) && i > 0:
			end = i + size
		case end == 0 || end < i || !strings.ContainsRune(":.#$%&-+?<>~/", r):
			return string(s[:end]), end
		}
		i += size
	}
	return string(s[:end]), end
}

// isGroup reports whether what follows an opening bracket is a list of citations:
// parts between semicolons with one key each.
func isGroup(open ast.Node) bool {
	keys := 0
	for n := open.NextSibling(); n != nil; n = n.NextSibling() {
		in, _ := n.(*inlineNode)
		if in == nil {
			continue
		}
		switch in.what.(type) {
		case *keyMark:
			keys++
		case semicolonMark:
			if keys != 1 {
				return false
			}
			keys = 0
		}
	}
	return keys == 1
}

// followsKey reports whether a bracket follows "@key" at once or after a space, so that
// it holds a locator: "@key [p. 33]".
func (r *reading) followsKey(open ast.Node) bool {
	n := open.PreviousSibling()
	for t, ok := n.(*ast.Text); ok; t, ok = n.(*ast.Text) {
		if len(bytes.TrimSpace(t.Segment.Value(r.src))) > 0 {
			return false
		}
		n = n.PreviousSibling()
	}
	return isMark[*keyMark](n)
}

// citation makes the citation of a bare key.
func (r *reading) citation(n *inlineNode, m *keyMark) *book.Citation {
	mode := book.CiteInText
	if m.suppress {
		mode = book.CiteNormal
	}
	c := &book.Citation{Place: book.Place{Pos: r.Pos(n.Pos())}, Mode: mode}
	c.Items = []book.Cite{r.cite(n, m, nil, nil)}
	return c
}

// group makes a citation of "[see @key, p. 33; @other]". If emphasis has swallowed a
// key, the brackets are text.
func (r *reading) group(n *inlineNode, m groupMark) []book.Inline {
	c := &book.Citation{Place: book.Place{Pos: r.Pos(n.Pos())}}
	if !r.parts(c, n.FirstChild()) {
		return r.bracketed(n, m)
	}
	return []book.Inline{c}
}

// bracketed is brackets that are text after all.
func (r *reading) bracketed(n *inlineNode, m groupMark) []book.Inline {
	list := append([]book.Inline{&book.Text{Place: book.Place{Pos: r.Pos(n.Pos())}, Value: "["}}, r.inlines(n)...)
	return append(list, &book.Text{Place: book.Place{Pos: r.Pos(m.end)}, Value: "]"})
}

// parts adds the citations of a group, from the given node on.
func (r *reading) parts(c *book.Citation, from ast.Node) bool {
	for from != nil {
		end := from
		var key *inlineNode
		for ; end != nil && !isMark[semicolonMark](end); end = end.NextSibling() {
			if isMark[*keyMark](end) {
				if key != nil {
					return false
				}
				key = end.(*inlineNode)
			}
		}
		if key == nil {
			return false
		}
		c.Items = append(c.Items, r.cite(key, key.what.(*keyMark), r.gather(from, key, true), r.gather(key.NextSibling(), end, false)))
		if end == nil {
			return true
		}
		from = end.NextSibling()
	}
	return false
}

// locate gives the citation of a bare key what its bracket holds: "@key [p. 33; @b]".
func (r *reading) locate(c *book.Citation, n *inlineNode) bool {
	end := n.FirstChild()
	for end != nil && !isMark[semicolonMark](end) {
		if isMark[*keyMark](end) {
			return false
		}
		end = end.NextSibling()
	}
	rest := book.Citation{}
	if end != nil && !r.parts(&rest, end.NextSibling()) {
		return false
	}
	item := &c.Items[0]
	item.Locator, item.Suffix = splitLocator(r.gather(n.FirstChild(), end, false))
	c.Items = append(c.Items, rest.Items...)
	return true
}

// cite makes one work of a citation. Prefix and suffix hold no notes.
func (r *reading) cite(n *inlineNode, m *keyMark, prefix, suffix []book.Inline) book.Cite {
	c := book.Cite{Pos: r.Pos(n.Pos()), Key: m.key, SuppressAuthor: m.suppress, Prefix: trimRight(prefix)}
	if m.braced {
		c.Locator, c.Suffix = bracedLocator(m.locator), suffix
	} else {
		c.Locator, c.Suffix = splitLocator(suffix)
	}
	for _, list := range [][]book.Inline{c.Prefix, c.Suffix} {
		book.Inlines(list, func(i book.Inline) bool {
			if _, isCall := i.(*book.NoteCall); isCall {
				r.problems.Add(i.Position(), book.CodeNoteInNote, "put the note after the citation", "a note cannot stand inside a citation")
			}
			return true
		})
	}
	return c
}

// isMark reports whether a node is an inline of ours that carries a mark of type T.
func isMark[T any](n ast.Node) bool {
	in, ok := n.(*inlineNode)
	if !ok {
		return false
	}
	_, ok = in.what.(T)
	return ok
}

// trimRight takes the spaces off the end of inlines.
func trimRight(list []book.Inline) []book.Inline {
	if len(list) == 0 {
		return nil
	}
	if t, ok := list[len(list)-1].(*book.Text); ok {
		t.Value = strings.TrimRight(t.Value, " ")
		if t.Value == "" {
			return trimRight(list[:len(list)-1])
		}
	}
	return list
}
