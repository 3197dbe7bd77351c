package typeset

import (
	"cahier/book"
	"cahier/book/layout"
	"cahier/book/picture"
	"cahier/book/style"
	"cahier/book/typeset/linebreak"
	"cahier/book/typeset/pagebreak"
	"cahier/book/unit"
)

// galley is a section's matter in one long column, before it is divided into pages.
type galley struct {
	section *layout.Section
	element *Element
	nodes   []node
	texts   []*text // to be set, in reading order
	notes   []*footnote
	opens   style.OpeningPage
	verso   bool        // stands on the verso of the page before (the imprint)
	display bool        // a page without furniture
	mapped  bool        // its leaves are those of the page map
	columns int         // of its pages, at least one; cells and notes have none
	column  unit.Length // the width of one
	span    *slab       // the opening, across all columns: the first node, where there are several
}

// node is a part of a galley: *lines, *slab or *white.
type node interface {
	item(j *job, phase *unit.Length) pagebreak.Item
}

// lines are texts set one under the other that a page break may part.
type lines struct {
	texts    []*text
	keepNext bool
	whole    bool
	loose    bool // knows neither widows nor orphans
}

// slab is what no page break parts: a heading, a row of a table, a figure.
type slab struct {
	parts    []part
	keepNext bool
	heading  bool
	newPage  bool
	above    unit.Length // inside the slab
	below    unit.Length
	grid     bool        // the height is made up to whole lines, above the parts
	repeat   *slab       // set again above it on a new page: a table's head
	give     unit.Length // how much lower its image may be made for the page's sake
}

// part is a text or another thing at its place in a slab. Texts of one column follow each
// other; a new column begins at the slab's top.
type part struct {
	text   *text
	image  *picture.Image
	rule   bool
	x      unit.Length
	w, h   unit.Length
	column bool // begins a column
	grey   uint8
	foot   bool // a rule under all columns
	slab   *slab
	gap    unit.Length
	owner  *Element
}

// white is space between nodes. On the grid it reaches to the next line of the grid, at
// least height on.
type white struct {
	height unit.Length
	stays  bool
	keep   bool
	grid   bool
	fill   int // its share of what a page of display leaves empty
}

// footnote is a note to be set at the foot of the page of its call.
type footnote struct {
	note *book.Note
	body galley
	rows []row
}

// row is a line of a footnote.
type row struct {
	text   *text // of which it is line
	line   int
	slab   *slab
	height unit.Length
	above  unit.Length
}

// setter builds the galley of a section.
type setter struct {
	job     *job
	g       *galley
	measure unit.Length         // of what is being set
	below   unit.Length         // white wanted under the last node
	off     bool                // the last node may have left the grid
	begun   bool                // something has been set
	titled  int                 // blocks of the section that its opening has set
	anchors []string            // of groups: they name the next text
	opens   int                 // words of the next paragraph that are set in small capitals
	hung    map[*book.Note]bool // notes that stand at the foot of a page already
}

// place is where blocks stand and how their text is set.
type place struct {
	left, right unit.Length
	block       style.Block
	parent      *Element
	lang        string
	first       bool // the next paragraph is not indented
	depth       int  // of lists
	indent      unit.Length
	notes       *Element // where notes are hung, nil for parent
	inNote      bool
	note        *book.Note
	epigraph    bool            // a paragraph that begins with a dash is its attribution
	by          *book.Paragraph // the attribution of a quotation
	after       bool            // the next paragraph follows a display
	narrow      bool            // a cell: no least measure
	uncounted   bool            // beside the author's text, its paragraphs have no numbers: questions
}

func (s *setter) line() unit.Length { return s.job.print.Blocks.Text.Leading }

// space asks for white before the next node: the larger of what the last one wants below
// and this one above.
func (s *setter) space(above unit.Length, onGrid bool) {
	h := max(s.below, above)
	s.below = 0
	if !s.begun {
		return
	}
	line := s.job.print.Blocks.Text.Leading
	if onGrid && !s.g.display && (s.off || h%line != 0) {
		s.g.nodes = append(s.g.nodes, &white{height: h, grid: true})
		s.off = false
		return
	}
	if h > 0 {
		s.g.nodes = append(s.g.nodes, &white{height: h})
		s.off = s.off || h%line != 0
	}
}

// onGrid reports whether the lines of a block keep the grid by themselves.
func (s *setter) onGrid(b style.Block) bool { return b.Leading == s.job.print.Blocks.Text.Leading }

func (s *setter) add(n node) {
	s.g.nodes = append(s.g.nodes, n)
	s.begun = true
}

// text makes a text of a leaf's inlines; it is set later.
func (s *setter) text(leaf book.Block, inlines []book.Inline, p place, role Role) *text {
	t := &text{leaf: leaf, inlines: inlines, block: p.block, x: p.left, anchors: s.anchors, note: p.note}
	s.anchors = nil
	if p.parent != nil && role != "" {
		t.element = p.parent.Add(role)
		t.element.Block = leaf
	} else {
		t.element = p.parent
	}
	lang := p.lang
	if leaf != nil {
		a := leaf.Attributes()
		if a.Lang != "" && a.Lang != lang {
			lang = a.Lang
			if t.element != nil {
				t.element.Lang = lang
			}
		}
		if a.ID != "" {
			t.anchors = append(t.anchors, a.ID)
		}
	}
	t.look = s.job.looks.block(p.block, lang)
	if p.narrow {
		t.look = s.job.looks.cell(p.block, lang)
	}
	t.align = alignment(p.block.Align)
	t.flush = p.block.Align == style.FlushRight
	width := s.measure - p.left - p.right
	if !p.narrow {
		width = max(width, minimalMeasure)
	}
	width = max(width, unit.Point)
	t.measures = indented(width, p.indent)
	home := p.notes
	if home == nil {
		home = p.parent
	}
	s.g.texts = append(s.g.texts, t)
	s.hangNotes(t, home, p)
	return t
}

// minimalMeasure is the narrowest column that anything is set in, however deep the
// manuscript nests.
const minimalMeasure = 12 * unit.Millimetre

// indented is the measures of a text whose first line is indented; a negative indent
// hangs the first line and indents the others.
func indented(width, indent unit.Length) []linebreak.Measure {
	indent = max(min(indent, width/2), -width/2)
	switch {
	case indent > 0:
		return []linebreak.Measure{{Indent: indent, Width: width - indent}, {Width: width}}
	case indent < 0:
		return []linebreak.Measure{{Width: width}, {Indent: -indent, Width: width + indent}}
	}
	return []linebreak.Measure{{Width: width}}
}

// paragraph adds a text as lines of its own.
func (s *setter) paragraph(t *text) *lines {
	s.space(t.block.Above, s.onGrid(t.block))
	n := &lines{texts: []*text{t}}
	s.add(n)
	s.below = t.block.Below
	s.off = s.off || !s.onGrid(t.block)
	t.vary = t.align == linebreak.Justified && s.onGrid(t.block)
	return n
}

// solid adds a text that no page break parts, on whole lines of the grid.
func (s *setter) solid(t *text, keep, heading bool) *slab {
	line := s.job.print.Blocks.Text.Leading
	above := t.block.Above / line * line
	t.balanced = heading && t.align != linebreak.Justified && !t.flush
	s.space(above, true)
	n := &slab{parts: []part{{text: t}}, keepNext: keep, heading: heading, below: t.block.Below, grid: true}
	s.add(n)
	return n
}
