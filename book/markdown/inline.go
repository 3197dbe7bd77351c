package markdown

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"

	"cahier/book"
)

// inlines makes the model's inlines of a node's children.
func (r *reading) inlines(parent ast.Node) []book.Inline {
	return r.gather(parent.FirstChild(), nil, false)
}

// gather makes inlines of the siblings from one node up to another. At the beginning of a
// line, which a dropped comment may have left blank, spaces do not count.
func (r *reading) gather(from, to ast.Node, lineStart bool) []book.Inline {
	if from == nil || from == to || !r.enter(from) {
		return nil
	}
	defer r.leave()
	line := inlineList{r: r, blank: lineStart}
	for n := from; n != to && n != nil; n = n.NextSibling() {
		line.add(n)
	}
	return line.end()
}

// inlineList gathers inlines; texts that touch become one.
type inlineList struct {
	r    *reading
	list []book.Inline
	text strings.Builder
	only string // the text as long as it is one piece, which needs no builder
	at   book.Pos
	// blank says that what was written last ends with a space, soft that this space is a
	// line's end.
	blank, soft bool
}

// write adds text. Spaces in a row count as one, as in every output of Markdown.
func (l *inlineList) write(offset int, s string) {
	if strings.Contains(s, "  ") || strings.IndexByte(s, '\t') >= 0 {
		s = collapse(s)
	}
	if l.blank && strings.HasPrefix(s, " ") {
		s, offset = s[1:], offset+1
	}
	if s == "" {
		return
	}
	l.append(l.r.Pos(offset), s)
}

// append adds text that begins at a place.
func (l *inlineList) append(pos book.Pos, s string) {
	switch {
	case l.only == "" && l.text.Len() == 0:
		l.only, l.at = s, pos
	case l.text.Len() == 0:
		l.text.WriteString(l.only)
		l.only = ""
		fallthrough
	default:
		l.text.WriteString(s)
	}
	l.blank, l.soft = s[len(s)-1] == ' ', false
}

// collapse makes one space of spaces and tabs in a row.
func collapse(s string) string {
	var sb strings.Builder
	blank := false
	for _, c := range s {
		isBlank := c == ' ' || c == '\t'
		if !isBlank {
			sb.WriteRune(c)
		} else if !blank {
			sb.WriteByte(' ')
		}
		blank = isBlank
	}
	return sb.String()
}

// drop forgets the text that is not in the list yet.
func (l *inlineList) drop() {
	l.text.Reset()
	l.only, l.blank, l.soft = "", false, false
}

// flush puts the text that is being gathered into the list.
func (l *inlineList) flush() {
	value := l.only
	if value == "" {
		value = l.text.String()
	}
	if value != "" {
		l.list = append(l.list, &book.Text{Place: book.Place{Pos: l.at}, Value: value})
	}
	l.drop()
}

// put adds inlines; a nil one, which had a problem, is passed over.
func (l *inlineList) put(list ...book.Inline) {
	for _, n := range list {
		if t, ok := n.(*book.Text); ok {
			l.append(t.Pos, t.Value)
		} else if n != nil {
			l.flush()
			l.list = append(l.list, n)
		}
	}
}

// end returns the inlines, without the space that a last line's end has left.
func (l *inlineList) end() []book.Inline {
	soft := l.soft
	l.flush()
	if soft {
		return trimRight(l.list)
	}
	return l.list
}

// add makes an inline of a node. The set of nodes is closed: goldmark makes no others with the
// parsers that it is given.
func (l *inlineList) add(n ast.Node) {
	r := l.r
	switch n := n.(type) {
	case *ast.Text:
		l.addText(n)
	case *ast.String:
		l.write(0, string(n.Value))
	case *ast.CodeSpan:
		l.put(r.codeSpan(n))
	case *ast.Emphasis:
		l.put(r.emphasis(n))
	case *ast.AutoLink:
		l.put(r.autoLink(n)...)
	case *ast.RawHTML:
		r.rawInline(n)
	case *inlineNode:
		l.addOwn(n)
	default:
		panic(fmt.Sprintf("markdown: unknown inline %s", n.Kind()))
	}
}

// addText adds characters, and the break that ends their line.
func (l *inlineList) addText(n *ast.Text) {
	l.write(n.Segment.Start, unescape(n.Segment.Value(l.r.src)))
	switch {
	case n.HardLineBreak():
		l.put(&book.LineBreak{Place: book.Place{Pos: l.r.Pos(n.Segment.Stop)}})
	case n.SoftLineBreak():
		l.write(n.Segment.Stop, " ")
		l.soft = true
	}
}

// addOwn makes an inline of a node of ours.
func (l *inlineList) addOwn(n *inlineNode) {
	r := l.r
	place := book.Place{Pos: r.Pos(n.Pos())}
	switch what := n.what.(type) {
	case noteCallMark:
		l.put(r.noteCall(n, what))
	case noteMark:
		l.put(r.inlineNote(n))
	case spanMark:
		l.put(&book.Span{Place: place, Attr: what.attr, Inlines: r.inlines(n)})
	case linkMark:
		l.put(r.link(n, what)...)
	case imageMark:
		l.put(r.image(n, what))
	case *keyMark:
		l.put(r.citation(n, what))
	case groupMark:
		l.addGroup(n, what)
	case semicolonMark:
		l.write(n.Pos(), ";")
	case scriptMark:
		l.put(script(what, place, r.inlines(n)))
	default:
		panic(fmt.Sprintf("markdown: unknown inline of ours %T", n.what))
	}
}

// addGroup adds a citation in brackets, or gives what they hold to the bare key before
// them.
func (l *inlineList) addGroup(n *inlineNode, m groupMark) {
	if !m.bare {
		l.put(l.r.group(n, m)...)
		return
	}
	if len(l.list) > 0 {
		if c, ok := l.list[len(l.list)-1].(*book.Citation); ok && l.r.locate(c, n) {
			l.drop() // the space between
			return
		}
	}
	l.put(l.r.bracketed(n, m)...)
}

// emphasis is italic for one mark, bold for two.
func (r *reading) emphasis(n *ast.Emphasis) book.Inline {
	place := book.Place{Pos: r.Pos(emphasisOffset(n))}
	if n.Level == 2 {
		return &book.Strong{Place: place, Inlines: r.inlines(n)}
	}
	return &book.Emphasis{Place: place, Inlines: r.inlines(n)}
}

// emphasisOffset is where an emphasis begins. goldmark gives both emphases of "***a***"
// the place of the first star.
func emphasisOffset(n *ast.Emphasis) int {
	if outer, ok := n.Parent().(*ast.Emphasis); ok && outer.FirstChild() == ast.Node(n) {
		return max(n.Pos(), emphasisOffset(outer)+outer.Level)
	}
	return n.Pos()
}

// script makes raised, lowered or struck text.
func script(m scriptMark, place book.Place, inner []book.Inline) book.Inline {
	switch {
	case m.char == '^':
		return &book.Superscript{Place: place, Inlines: inner}
	case m.size == 2:
		return &book.Strikeout{Place: place, Inlines: inner}
	}
	return &book.Subscript{Place: place, Inlines: inner}
}

// codeSpan keeps code as written, line ends as spaces.
func (r *reading) codeSpan(n *ast.CodeSpan) book.Inline {
	var sb strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			sb.Write(t.Segment.Value(r.src))
		}
	}
	value := strings.ReplaceAll(sb.String(), "\n", " ")
	return &book.CodeSpan{Place: book.Place{Pos: r.Pos(n.Pos())}, Value: value}
}

// Merge joins texts that touch, in place.
func Merge(list []book.Inline) []book.Inline {
	merged := list[:0]
	for _, n := range list {
		if t, ok := n.(*book.Text); ok && len(merged) > 0 {
			if last, ok := merged[len(merged)-1].(*book.Text); ok {
				last.Value += t.Value
				continue
			}
		}
		merged = append(merged, n)
	}
	return merged
}
