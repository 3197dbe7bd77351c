package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"cahier/book"
)

// target is where a link or an image leads.
type target struct {
	href, title string
	attr        book.Attr
}

// maxLabel is the longest label of a reference (CommonMark 0.31 section 6.3).
const maxLabel = 999

var closeOptions = text.FindClosureOptions{Newline: true, Advance: true}

// target reads what follows a closing bracket: "(address "title")", "[label]" or
// nothing, when the text itself is a label. The reader may be anywhere if it fails.
func (b *brackets) target(o *opener, block text.Reader, end int, pc parser.Context) (target, bool) {
	if o.dead {
		return target{}, false
	}
	line, pos := block.Position()
	label := b.r.src[o.stop:end]
	switch block.Peek() {
	case '(':
		if t, ok := readTarget(block); ok {
			return t, true
		}
		block.SetPosition(line, pos)
		if t, ok := readSpaced(block, o.mark == '!'); ok {
			return t, true
		}
	case '[':
		block.Advance(1)
		segments, ok := block.FindClosure('[', ']', closeOptions)
		if !ok {
			block.SetPosition(line, pos)
			break
		}
		if written := segments.Value(b.r.src); len(bytes.TrimSpace(written)) > 0 {
			label = written
		}
	}
	if len(label) > maxLabel || len(bytes.TrimSpace(label)) == 0 {
		return target{}, false
	}
	name := util.ToLinkReference(label)
	ref, ok := pc.Reference(name)
	if !ok {
		return target{}, false
	}
	b.r.used[name] = true
	return target{href: unescape(ref.Destination()), title: unescape(ref.Title())}, true
}

// readTarget reads "(address "title")".
func readTarget(block text.Reader) (target, bool) {
	var t target
	block.Advance(1)
	block.SkipSpaces()
	if block.Peek() == ')' {
		block.Advance(1)
		return t, true
	}
	href, ok := readAddress(block)
	if !ok {
		return t, false
	}
	t.href = unescape(href)
	_, spaces, _ := block.SkipSpaces()
	if c := block.Peek(); spaces > 0 && (c == '"' || c == '\'' || c == '(') {
		if c == '(' {
			c = ')'
		}
		opener := block.Peek()
		block.Advance(1)
		segments, ok := block.FindClosure(opener, c, closeOptions)
		if !ok {
			return t, false
		}
		t.title = strings.ReplaceAll(unescape(segments.Value(block.Source())), "\n", " ")
		block.SkipSpaces()
	}
	if block.Peek() != ')' {
		return t, false
	}
	block.Advance(1)
	return t, true
}

// readAddress reads an address, in angle brackets or with its parentheses in pairs.
func readAddress(block text.Reader) ([]byte, bool) {
	line, _ := block.PeekLine()
	if len(line) > 0 && line[0] == '<' {
		for i := 1; i < len(line); i++ {
			switch line[i] {
			case '\\':
				i++
			case '<', '\n':
				return nil, false
			case '>':
				block.Advance(i + 1)
				return line[1:i], true
			}
		}
		return nil, false
	}
	depth, i := 0, 0
scan:
	for ; i < len(line); i++ {
		switch c := line[i]; {
		case c == '\\' && i+1 < len(line) && util.IsPunct(line[i+1]):
			i++
		case c == '(':
			depth++
		case c == ')':
			if depth == 0 {
				break scan
			}
			depth--
		case c <= ' ' || c == 0x7f:
			break scan
		}
	}
	i = min(i, len(line))
	block.Advance(i)
	return line[:i], i > 0 && depth == 0
}

// link makes a link of ours; a link that a book cannot follow is a problem, and its
// text stays.
func (r *reading) link(n *inlineNode, t linkMark) []book.Inline {
	inner := r.inlines(n)
	href, ok := r.checkHref(n.Pos(), t.href)
	if !ok {
		return withAttr(t.attr, n, r, inner)
	}
	if len(inner) == 0 {
		inner = []book.Inline{&book.Text{Place: book.Place{Pos: r.Pos(n.Pos())}, Value: t.href}}
	}
	l := &book.Link{Place: book.Place{Pos: r.Pos(n.Pos())}, Href: href, Title: t.title, Inlines: inner}
	return withAttr(t.attr, n, r, []book.Inline{l})
}

// checkUsed reports the address of a reference that nothing refers to. "[Note]: voir" at
// the beginning of a paragraph is one, and its words would go without a trace.
func (r *reading) checkUsed(n *ast.LinkReferenceDefinition) {
	if r.used[util.ToLinkReference(n.Label)] {
		return
	}
	hint := "leave it out, or if it is meant as text write a backslash before the bracket"
	r.add(offsetOf(n), book.CodeLinkMissing, hint, "no link refers to [%s]: the line is not set", shorten(string(n.Label)))
}

// withAttr puts attributes around inlines that cannot carry any.
func withAttr(attr book.Attr, n ast.Node, r *reading, list []book.Inline) []book.Inline {
	if attr.ID == "" && attr.Lang == "" && attr.Classes == nil && attr.Values == nil {
		return list
	}
	return []book.Inline{&book.Span{Place: book.Place{Pos: r.Pos(n.Pos())}, Attr: attr, Inlines: list}}
}

// autoLink makes a link of "<https://…>" or "<name@example.org>".
func (r *reading) autoLink(n *ast.AutoLink) []book.Inline {
	label := string(n.Label(r.src))
	pos := r.Pos(n.Pos())
	place := book.Place{Pos: pos}
	pos.Col++
	inner := []book.Inline{&book.Text{Place: book.Place{Pos: pos}, Value: label}}
	href := label
	if n.AutoLinkType == ast.AutoLinkEmail {
		href = "mailto:" + strings.TrimPrefix(label, "mailto:")
	}
	href, ok := r.checkHref(n.Pos(), href)
	if !ok {
		return inner
	}
	return []book.Inline{&book.Link{Place: place, Href: href, Inlines: inner}}
}

// checkHref lets through what a reader's device may follow: addresses of the web, of
// mail and of telephones, and places in the book: "#id", "article.md" or "article.md#id".
func (r *reading) checkHref(offset int, written string) (string, bool) {
	href := strings.TrimSpace(written)
	if strings.HasPrefix(href, "#") && len(href) > 1 {
		return href, true
	}
	scheme, _, found := strings.Cut(href, ":")
	scheme = strings.ToLower(strings.Map(dropControl, scheme))
	switch {
	case !found && IsArticle(href):
		return href, true
	case found && (scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel"):
		return string(util.URLEscape([]byte(href), false)), true
	case found && scheme == "doi":
		return "https://doi.org/" + string(util.URLEscape([]byte(href[len("doi:"):]), false)), true
	case strings.HasPrefix(href, "//"):
		return "https:" + string(util.URLEscape([]byte(href), false)), true
	case found && (scheme == "javascript" || scheme == "vbscript" || scheme == "file" || scheme == "data"):
		r.add(offset, book.CodeActiveLink, "leave the link out, or link to an https address", "a link with %s: is not allowed", scheme)
	case href == "" || href == "#":
		r.add(offset, book.CodeLinkMissing, "write its address, or leave the link out", "a link that leads nowhere")
	default:
		r.add(offset, book.CodeLinkMissing, "write the whole address, beginning with https://, or #id for a place in the text; the link is left out, its text stays", "a book cannot follow the link %q", shorten(written))
	}
	return "", false
}

// IsArticle reports whether an address names an article of the book: a relative path that
// ends in ".md", and perhaps a place in it.
func IsArticle(href string) bool {
	file, _, _ := strings.Cut(href, "#")
	return strings.HasSuffix(file, ".md") && !strings.HasPrefix(file, "/") && !strings.Contains(file, ":")
}

// dropControl leaves out what browsers ignore inside a scheme: "java\tscript:".
func dropControl(c rune) rune {
	if c <= ' ' || c == 0x7f {
		return -1
	}
	return c
}

// shorten keeps a message readable.
func shorten(s string) string {
	if runes := []rune(s); len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return s
}
