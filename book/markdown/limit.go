package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"cahier/book"
)

// Limits that keep a hostile article from costing more than its size: parsing is
// linear in the text but for the products of these. No text for readers comes near
// them.
const (
	maxLine           = 1 << 20  // bytes in a line
	maxWord           = 16 << 10 // bytes without a space; a divider of rules may be longer
	maxDepth          = 64       // blocks in blocks, or inlines in inlines
	maxParagraphBytes = 1 << 20
	maxParagraphLines = 10_000 // a table's rows too
	maxParagraphMarks = 20_000 // characters that may open or close something
	maxColumns        = 200    // of a table
	maxNotes          = 50_000
)

const hintHostile = "this does not look like an article; is it the right file?"

// checkLines looks at the raw lines before goldmark sees them: their length, and the
// blocks that one line opens, which goldmark enters one by one.
func (r *reading) checkLines() bool {
	for i, l := range r.lines {
		end := len(r.src)
		if i+1 < len(r.lines) {
			end = r.lines[i+1].offset
		}
		line := r.src[l.offset:end]
		if len(line) > maxLine {
			r.add(l.offset, book.CodeLimit, hintHostile, "a line of %d bytes; the limit is %d", len(line), maxLine)
		} else if n := longestWord(line); n > maxWord && !isRule(bytes.TrimSpace(line)) {
			r.add(l.offset, book.CodeLimit, hintHostile, "a word of %d bytes; the limit is %d", n, maxWord)
		} else if n := openings(line); n > maxDepth {
			r.add(l.offset, book.CodeLimit, hintHostile, "%d quotations or lists inside each other; the limit is %d", n, maxDepth)
		}
	}
	return len(r.problems) == 0
}

// longestWord is the length of a line's longest run without a space, in bytes.
func longestWord(line []byte) int {
	longest, start := 0, 0
	for i, c := range line {
		if c == ' ' || c == '\t' || c == '\n' {
			longest = max(longest, i-start)
			start = i + 1
		}
	}
	return max(longest, len(line)-start)
}

// openings counts the quotation and list marks that a line begins with. A row of
// stars or dashes is a section break, not a list in a list.
func openings(line []byte) int {
	n := 0
	rest := bytes.TrimSpace(line)
	for len(rest) > 0 && !isRule(rest) {
		size := openingSize(rest)
		if size == 0 {
			break
		}
		n++
		rest = bytes.TrimLeft(rest[size:], " \t")
	}
	return n
}

// isRule reports whether a line is one character over and over, more often than lists nest.
func isRule(line []byte) bool {
	return len(line) > maxDepth && len(bytes.Trim(line, string(line[0])+" \t")) == 0 && line[0] != '>'
}

// openingSize is the size of the mark of a quotation, a list item, a definition or a note at
// the beginning of s, 0 if there is none.
func openingSize(s []byte) int {
	i := 0
	switch c := s[0]; {
	case c == '>':
		return 1
	case c == '-' || c == '+' || c == '*' || c == ':':
		i = 1
	case '0' <= c && c <= '9':
		for i < len(s) && '0' <= s[i] && s[i] <= '9' {
			i++
		}
		i++ // the dot or parenthesis
	case bytes.HasPrefix(s, []byte("[^")):
		i = bytes.Index(s, []byte("]:")) + 2
	}
	if i > 1 || i == 1 && (len(s) == 1 || s[1] == ' ' || s[1] == '\t') {
		return min(i, len(s))
	}
	return 0
}

// paragraphLimits drops a paragraph that is too much for goldmark's inline parsing,
// whose worst cases are products of lengths. It is a paragraph transformer that
// comes before all others, so nothing reads such a paragraph.
type paragraphLimits struct{ r *reading }

// Transform measures a paragraph's lines and the characters that goldmark's inline parsers
// react to.
func (p *paragraphLimits) Transform(node *ast.Paragraph, reader text.Reader, _ parser.Context) {
	lines := node.Lines()
	size, marks := 0, 0
	for i := range lines.Len() {
		l := lines.At(i)
		size += l.Len()
		for _, c := range l.Value(reader.Source()) {
			switch c {
			case '*', '_', '`', '[', ']', '^', '~', '@', '<', '{':
				marks++
			}
		}
	}
	start := lines.At(0).Start
	switch {
	case size > maxParagraphBytes:
		p.r.add(start, book.CodeLimit, hintHostile, "a paragraph of %d bytes; the limit is %d", size, maxParagraphBytes)
	case lines.Len() > maxParagraphLines:
		p.r.add(start, book.CodeLimit, hintHostile, "a paragraph of %d lines; the limit is %d", lines.Len(), maxParagraphLines)
	case marks > maxParagraphMarks:
		p.r.add(start, book.CodeLimit, hintHostile, "a paragraph with %d marks such as * and [; the limit is %d", marks, maxParagraphMarks)
	default:
		return
	}
	node.Parent().RemoveChild(node.Parent(), node)
}

// bounded keeps goldmark, whose work on a line grows with the blocks that are open
// there, from opening more of them than an article has.
type bounded struct {
	parser.BlockParser
	r *reading
}

// Open passes on to the parser unless too much is open already.
func (b *bounded) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if len(pc.OpenedBlocks()) < maxDepth {
		return b.BlockParser.Open(parent, reader, pc)
	}
	_, segment := reader.PeekLine()
	b.r.deep(segment.Start)
	return nil, parser.NoChildren
}

// deep reports, once, that blocks or inlines are nested too deep.
func (r *reading) deep(offset int) {
	if !r.tooDeep {
		r.tooDeep = true
		r.add(offset, book.CodeLimit, hintHostile, "more than %d levels of nesting", maxDepth)
	}
}
