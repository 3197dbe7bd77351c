package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"cahier/book"
)

// headings lets goldmark find a heading and then takes the attributes off its end.
type headings struct {
	parser.BlockParser
	r *reading
}

const attrKey = "attr" // of a heading's node: its book.Attr

// Close looks for braces at the end of the heading's last line.
func (h *headings) Close(n ast.Node, reader text.Reader, pc parser.Context) {
	h.BlockParser.Close(n, reader, pc)
	lines := n.Lines()
	if n.Parent() == nil || lines.Len() == 0 {
		return
	}
	last := lines.At(lines.Len() - 1)
	line := bytes.TrimRight(last.Value(h.r.src), " \t\n")
	open := bytes.LastIndexByte(line, '{')
	// Braces that touch a bracket or a backquote belong to a span, a link or code.
	if open < 0 || line[len(line)-1] != '}' || open > 0 && line[open-1] != ' ' && line[open-1] != '\t' {
		return
	}
	attr, ok := parseAttr(string(line[open+1 : len(line)-1]))
	if !ok {
		return
	}
	n.SetAttributeString(attrKey, attr)
	line = bytes.TrimRight(line[:open], " \t")
	if closing := bytes.TrimRight(line, "#"); len(closing) < len(line) && bytes.HasSuffix(closing, []byte(" ")) {
		line = bytes.TrimRight(closing, " \t") // "## Title ## {#id}"
	}
	lines.Set(lines.Len()-1, text.NewSegment(last.Start, last.Start+len(line)))
}

// heading keeps the level that is written; SettleLevels has the last word.
func (r *reading) heading(n *ast.Heading) *book.Heading {
	h := &book.Heading{Node: r.node(n), Level: n.Level, Inlines: r.inlines(n)}
	if attr, ok := n.AttributeString(attrKey); ok {
		h.Attr = attr.(book.Attr)
	}
	return h
}

// SettleLevels makes the levels of a body begin at 2 and go down without gaps: a
// heading stands one level below the nearest heading before it that was written
// shallower, or at level 2 if there is none. Headings written alike after the same
// shallower one therefore stay alike, whatever was left out between.
func SettleLevels(blocks []book.Block) {
	var written []int // levels, as written, of the headings that hold the current place
	book.Blocks(blocks, func(b book.Block) bool {
		if h, ok := b.(*book.Heading); ok {
			for len(written) > 0 && written[len(written)-1] >= h.Level {
				written = written[:len(written)-1]
			}
			written = append(written, h.Level)
			h.Level = min(len(written)+1, 6)
		}
		return true
	})
}
