package markdown

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"cahier/book"
)

// htmlBlocks lets goldmark find raw HTML, which is an error, but reads comments
// itself: they are dropped, and in CommonMark a comment's block would take the rest
// of its last line along.
type htmlBlocks struct {
	parser.BlockParser
	r *reading
}

// commentMark is a block that says nothing: a comment.
type commentMark struct{}

// openComment is a comment that goes on after its first line.
type openComment struct{ closed bool }

var (
	commentStart = []byte("<!--")
	commentEnd   = []byte("-->")
)

// Open, Continue and Close stand before goldmark's own, which handle all but comments.
func (h *htmlBlocks) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	rest, isComment := bytes.CutPrefix(line[pc.BlockOffset():], commentStart)
	if !isComment {
		return h.BlockParser.Open(parent, reader, pc)
	}
	at := segment.Start + pc.BlockOffset() - segment.Padding
	_, after, closed := bytes.Cut(rest, commentEnd)
	if closed && len(bytes.TrimSpace(after)) > 0 {
		return nil, parser.NoChildren // a paragraph that begins with a comment
	}
	reader.AdvanceToEOL()
	return newBlock(&openComment{closed}, at), parser.NoChildren
}

func (h *htmlBlocks) Continue(n ast.Node, reader text.Reader, pc parser.Context) parser.State {
	b, ours := n.(*blockNode)
	if !ours {
		return h.BlockParser.Continue(n, reader, pc)
	}
	comment := b.what.(*openComment)
	if comment.closed {
		return parser.Close
	}
	line, segment := reader.PeekLine()
	if i := bytes.Index(line, commentEnd); i >= 0 {
		comment.closed = true
		if rest := line[i+len(commentEnd):]; len(bytes.TrimSpace(rest)) > 0 {
			h.r.add(segment.Start+i+len(commentEnd)-segment.Padding, book.CodeRawHTML, "begin a new line after -->", "text after the end of a comment")
		}
		reader.AdvanceToEOL()
		return parser.Close
	}
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

func (h *htmlBlocks) Close(n ast.Node, reader text.Reader, pc parser.Context) {
	b, ours := n.(*blockNode)
	if !ours {
		h.BlockParser.Close(n, reader, pc)
		return
	}
	if comment := b.what.(*openComment); !comment.closed {
		h.r.add(n.Pos(), book.CodeRawHTML, "end it with -->", "this comment is never closed")
	}
	b.what = commentMark{}
}

// rawBlock reports a block of raw HTML.
func (r *reading) rawBlock(n *ast.HTMLBlock) {
	line := n.Lines().At(0)
	raw := bytes.TrimLeft(line.Value(r.src), " \t")
	r.rawHTML(line.Stop-len(raw), raw)
}

// rawInline reports raw HTML in running text; comments pass.
func (r *reading) rawInline(n *ast.RawHTML) {
	first := n.Segments.At(0)
	if raw := first.Value(r.src); !bytes.HasPrefix(raw, commentStart) {
		r.rawHTML(first.Start, raw)
	}
}

// prefixedTags finds the tags of word processors, <o:p> or <st1:place w:st="on">. CommonMark's
// names of tags have no colon: it reads them as text, or as addresses.
type prefixedTags struct{}

// prefixedTag is a tag whose name has a prefix. An address in angle brackets is none: its scheme
// has two letters or more, and no space can follow.
var prefixedTag = regexp.MustCompile(`^<(` + strings.Join([]string{
	`/[A-Za-z]\w*:[A-Za-z]`,                 // the end of any
	`[A-Za-z]:[A-Za-z]`,                     // <o:p>
	`st\d+:[A-Za-z]`,                        // <st1:place>, though "st1" could be a scheme
	`[A-Za-z]\w*:[\w.-]+\s+[A-Za-z:]+=["']`, // with attributes
}, `|`) + `)[^<>]*>`)

func (prefixedTags) Trigger() []byte { return []byte{'<'} }

// Parse makes such a tag raw HTML.
func (prefixedTags) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	length := len(prefixedTag.Find(line))
	if length == 0 {
		return nil
	}
	block.Advance(length)
	raw := ast.NewRawHTML()
	raw.Segments.Append(segment.WithStop(segment.Start + length))
	return raw
}

// rawHTML reports a tag. The end of an element is not worth a second problem.
func (r *reading) rawHTML(offset int, raw []byte) {
	name := tagName(raw)
	if bytes.HasPrefix(raw, []byte("</")) && r.tags[name] > 0 {
		r.tags[name]--
		return
	}
	r.tags[name]++
	hint, known := htmlHints[name]
	switch {
	case known:
	case strings.Contains(name, ":"):
		hint = `leave it out: it is a word processor's own mark; a "<" that is meant as a character is written "\<"`
	default:
		hint = `write it in Markdown; a "<" that is meant as a character is written "\<"`
	}
	if name == "" {
		name = string(bytes.TrimSpace(raw[:min(len(raw), 12)]))
	}
	r.add(offset, book.CodeRawHTML, hint, "raw HTML: <%s>", strings.Trim(name, "<>"))
}

// tagName is the name of a tag's element, "" if raw is not a tag.
func tagName(raw []byte) string {
	s := strings.TrimLeft(string(raw), "</ ")
	end := strings.IndexFunc(s, func(c rune) bool {
		return !('a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == ':')
	})
	if end < 0 {
		end = len(s)
	}
	return strings.ToLower(s[:end])
}

// htmlHints say what Markdown has for an element.
var htmlHints = map[string]string{
	"a":          "write [text](address)",
	"b":          "write **text**",
	"blockquote": `begin the lines with ">"`,
	"br":         `end the line with a backslash; for verse begin the lines with "| "`,
	"center":     "write a div: ::: center",
	"cite":       "write *text*",
	"code":       "write `text`",
	"del":        "write ~~text~~",
	"div":        "write a div: ::: name … :::",
	"em":         "write *text*",
	"figure":     "write ![caption](file) in a paragraph of its own",
	"h1":         "write # Title", "h2": "write ## Title", "h3": "write ### Title", "h4": "write #### Title",
	"hr":     "write ***",
	"i":      "write *text*",
	"img":    `write ![caption](file){alt="what can be seen"}`,
	"li":     `begin the line with "- " or "1. "`,
	"ol":     `begin each item with "1. "`,
	"p":      "leave an empty line between paragraphs",
	"pre":    "write a line ``` before and after",
	"s":      "write ~~text~~",
	"small":  "write [text]{.small}",
	"span":   "write [text]{.class}",
	"strong": "write **text**",
	"sub":    "write ~text~",
	"sup":    "write ^text^",
	"table":  "write a table with | between the cells",
	"u":      "write [text]{.underline}",
	"ul":     `begin each item with "- "`,
}
