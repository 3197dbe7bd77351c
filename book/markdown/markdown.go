// Package markdown reads the cleaned Markdown that cahier's users write: bytes in,
// blocks and inlines of package book and problems out. It is the only importer of
// goldmark, which parses CommonMark; what Pandoc's users know beyond that is parsed
// here: notes, citations, attributes, spans, divs, verse, tables with captions, raised
// and lowered text.
//
// It knows nothing of front matter but where it ends, opens no file, keeps every
// character as written (typography is ortho's) and gives each node its place in the
// manuscript.
package markdown

import (
	"fmt"

	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"cahier/book"
)

// Read reads the body of an article, passing over its YAML head (see Split). The
// article's Body and Notes are set; front matter and sources are the caller's. Image
// sources and links to other articles are as written: whoever knows the book's folder
// settles them. The article is never nil; what stands in it when there are errors is fit
// for finding more problems, not for an output.
func Read(name string, src []byte) (*book.Article, book.Problems) {
	art := &book.Article{Path: name}
	src, problems := Normalize(name, src)
	if problems.Errors() > 0 {
		return art, problems
	}
	_, body, line := Split(src)
	r := newReading(fileText(name, body, line))
	art.Body, art.Notes = r.article()
	problems = append(problems, r.problems...)
	problems.Sort()
	return art, problems
}

// Inlines reads one paragraph's worth of Markdown: a title, a term. Notes are a
// problem there, and blocks other than the first paragraph too.
func Inlines(t Text) ([]book.Inline, book.Problems) {
	blocks, problems := Blocks(t)
	if len(blocks) == 0 {
		return nil, problems
	}
	content := book.Content(blocks[0])
	if len(blocks) > 1 || content == nil {
		problems.Add(blocks[0].Position(), book.CodeBadValue, "write one line of running text", "this cannot hold a list, a quotation or several paragraphs")
	}
	if content == nil {
		return nil, problems
	}
	return *content, problems
}

// Blocks reads a piece of Markdown that stands in front matter: an abstract, an
// epigraph. Notes are a problem there.
func Blocks(t Text) ([]book.Block, book.Problems) {
	r := newReading(t)
	r.fragment = true
	if !r.checkLines() {
		return nil, r.problems
	}
	blocks := r.body()
	SettleLevels(blocks)
	r.problems.Sort()
	return blocks, r.problems
}

// reading is the state of reading one text. The parsers below hang on it, so that
// nothing outlives the call.
type reading struct {
	Text
	problems book.Problems
	fragment bool // front matter: no notes

	// while goldmark parses
	openers []*opener       // brackets not closed yet, in the current block
	cites   int             // citation keys met so far
	used    map[string]bool // references to addresses, by label

	// while its tree is made into the model
	note    *book.Note // the note whose body is being made
	depth   int
	tooDeep bool
	written []*book.Note // notes with an id, in order of their definitions
	byID    map[string]*book.Note
	inlined []*book.Note // inline notes
	calls   []pendingCall
	tags    map[string]int // raw HTML elements begun and not ended
}

// newReading prepares to read a text.
func newReading(t Text) *reading {
	return &reading{Text: t, byID: map[string]*book.Note{}, tags: map[string]int{}, used: map[string]bool{}}
}

// article reads a whole body: blocks with notes linked, levels and ids settled.
func (r *reading) article() ([]book.Block, []*book.Note) {
	if !r.checkLines() {
		return nil, nil
	}
	blocks := r.body()
	notes := r.linkNotes(blocks)
	SettleLevels(blocks)
	for _, n := range notes {
		SettleLevels(n.Blocks)
	}
	r.settleIDs(blocks, notes)
	return blocks, notes
}

// body parses the text and makes the model's blocks of goldmark's tree.
func (r *reading) body() []book.Block {
	tree := r.parser().Parse(text.NewReader(r.src))
	return r.blocks(tree)
}

// parser sets goldmark up: its own parsers for CommonMark, ours around and between
// them. Numbers are goldmark's priorities, lowest first; its own parsers keep those of its
// DefaultBlockParsers and DefaultInlineParsers, and brackets stand in the place of its links.
func (r *reading) parser() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(&headings{parser.NewSetextHeadingParser(), r}, 100),
			util.Prioritized(extension.NewDefinitionListParser(), 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(&bounded{parser.NewListParser(), r}, 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(&headings{parser.NewATXHeadingParser(), r}, 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(&bounded{parser.NewBlockquoteParser(), r}, 800),
			util.Prioritized(&bounded{&divs{r}, r}, 850),
			util.Prioritized(&bounded{&noteDefinitions{}, r}, 860),
			util.Prioritized(&htmlBlocks{parser.NewHTMLBlockParser(), r}, 900),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(&paragraphLimits{r}, 10),
			util.Prioritized(parser.LinkReferenceParagraphTransformer, 100),
			util.Prioritized(&tables{r}, 200),
			util.Prioritized(&lineBlocks{}, 300),
		),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(&brackets{r}, 200),
			util.Prioritized(&trailingAttrs{}, 210),
			util.Prioritized(&citeKeys{r}, 250),
			util.Prioritized(&formulas{r}, 260),
			util.Prioritized(prefixedTags{}, 290),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewRawHTMLParser(), 400),
			util.Prioritized(parser.NewEmphasisParser(), 500),
			util.Prioritized(&scripts{'^'}, 600),
			util.Prioritized(&scripts{'~'}, 600),
		),
	)
}

// add notes a problem at a byte offset of the text.
func (r *reading) add(offset int, code book.Code, hint, format string, args ...any) {
	r.problems = append(r.problems, book.Problem{Pos: r.Pos(offset), Code: code, Message: fmt.Sprintf(format, args...), Hint: hint})
}
