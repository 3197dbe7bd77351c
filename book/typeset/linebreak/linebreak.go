// Package linebreak divides a paragraph into lines by the total-fit method of Knuth and
// Plass ("Breaking Paragraphs into Lines", Software: Practice and Experience 11, 1981):
// of all ways to set the paragraph it finds the one whose lines together are best.
//
// In go a paragraph's items (boxes, glue, kerns and permitted breaks, all of them
// integers), the measures of its lines and the Rules of the style; out come Settings:
// where each line ends and how it is filled. The adjustment of a line is shared between
// its word gaps, font expansion and tracking while the breaks are being chosen, so that
// gaps vary as little as they can.
//
// It knows no font, draws nothing, keeps no state between paragraphs, always returns,
// and says so when a line cannot be made to fit.
package linebreak

import "cahier/book/unit"

// Kind is what an Item is.
type Kind uint8

const (
	// Box is shaped text without a space: it can be expanded, tracked and hyphenated.
	Box Kind = iota
	// Glue is a word space. Its Width is the ideal gap, which adjustment changes in
	// proportion. A line may end before it, whereupon it vanishes.
	Glue
	// Kern is a width that neither expands nor vanishes: a fixed space, an inline
	// picture. No line ends at it.
	Kern
	// Break is a place of no width where a line may end: after a dash or a slash, or,
	// with Penalty Must, where it has to.
	Break
)

// Prices of breaks, for Item.Penalty and Split.Penalty.
const (
	// Never forbids the break: glue with it is a stretching no-break space.
	Never int32 = 1 << 30
	// Must forces the break; the line it ends is set like a last line.
	Must int32 = -Never
)

// Item is one piece of a paragraph.
type Item struct {
	Kind Kind
	// Hyphenate says that Paragraph.Hyphens has something to say about this Box.
	Hyphenate bool
	// Hyphen says that a line ended at this Break ends in a visible hyphen, as after
	// that of "grand-mère".
	Hyphen bool
	// Glyphs counts the glyphs of a Box that tracking moves.
	Glyphs int32
	// Penalty is the price in demerits of ending a line at this Glue or Break, see
	// Rules for their scale; or Never, or Must.
	Penalty int32
	// Letters counts the letters and digits of a Box, by which a last line is a runt.
	Letters int32
	Width   unit.Length // natural, at least 0 but for a Kern
	// HangLeft and HangRight are how far a Box may stand out over the edge when it
	// begins or ends a line (protrusion).
	HangLeft, HangRight unit.Length
	// First and Last name the first and last word of a Box: equal words have equal
	// numbers, 0 is a word that does not count. Lines one under the other that begin
	// or end with the same word cost Rules.Stack.
	First, Last uint32
}

// Split is one place where a Box may be divided between two lines.
type Split struct {
	Pre  Part // what stands before the break, with its hyphen, from the start of the Box
	Post Part // what stands after it, up to the end of the Box
	// Penalty is the price of this split on top of Rules.Hyphen: more for two letters
	// cut off than for the joint of a compound; may be negative.
	Penalty int32
	// Bare splits leave no hyphen (addresses). They are free but for their Penalty.
	Bare bool
	// Hyphen says that a Bare split stands after a hyphen of the text.
	Hyphen bool
}

// Part is a part of a divided Box. A Box divided twice has a middle part, whose Width
// and Glyphs are reckoned as those of Pre at its end, plus those of Post at its start,
// less those of the Box.
type Part struct {
	Width  unit.Length
	Glyphs int32
	Hang   unit.Length // over the edge at the break: right for Pre, left for Post
}

// Align says what becomes of the space that a line does not need.
type Align uint8

const (
	Justified Align = iota // filled out to the measure
	Ragged                 // left empty on the right: gaps keep their ideal width
	Centred                // left empty half on each side, ditto
)

// Measure is where a line stands: Indent from the left edge of the paragraph, Width long.
type Measure struct {
	Indent, Width unit.Length
}

// Paragraph is what is to be set.
type Paragraph struct {
	Items []Item
	// Measures are those of the first lines; the last one holds for all further lines.
	// It takes at least one.
	Measures []Measure
	Align    Align
	// Hyphens returns where Items[item] may be divided, from left to right. It is asked
	// at most once for an item, and only for boxes with Hyphenate at which a line may have
	// to end, so it may shape and hyphenate when called. nil: no box is divided.
	Hyphens func(item int) []Split
	// Solid lists lines (from 0) that are not to end in a hyphen because they stand at the
	// foot of a page. One still does if no other setting is within the tolerance.
	Solid []int
	// Vary asks also for the best settings with up to so many lines fewer and more
	// than the best of all.
	Vary int
}

// Result is what became of a paragraph.
type Result struct {
	// Settings are the best one for each number of lines, rising. There is always one,
	// but for a paragraph without items.
	Settings []Setting
	Best     int // index of the best in Settings
}

// Setting is a paragraph divided into lines.
type Setting struct {
	Lines    []Line
	Demerits int64
}

// Line is one line and how it is filled. It sets Items[From:To]; glue and breaks at its
// edges are already left out.
//
// Its boxes take MulDiv(Text + Glyphs·Track, Stretch, 1000), its gaps what Spaces says,
// kerns their width, and these sum to Width + HangLeft + HangRight exactly if it is
// filled.
type Line struct {
	From, To int
	// Head is 0, or 1 + the index of the split that begins the line: of Items[From] it
	// sets only what follows. Tail is 0, or 1 + the index of the split that ends the
	// line: of Items[To-1] it sets only what precedes.
	Head, Tail int
	Measure
	HangLeft, HangRight unit.Length // in use: the line begins at Indent − HangLeft
	Stretch             int         // of the glyphs, in thousandths, 1000 is natural
	Track               unit.Length // after each glyph, before Stretch
	Text                unit.Length // natural width of the boxes
	Glyphs              int32
	Gaps                int32       // number of glues
	Gap                 unit.Length // sum of their ideal widths
	Space               unit.Length // sum of their widths as set
	// Empty is the length left over at the end of a line that is not filled: last,
	// ragged and centred ones.
	Empty unit.Length
	// Over is by how much an overfull line stands out, 0 for any other.
	Over unit.Length
	// Off is by how much the gaps differ from the ideal, in thousandths of it.
	Off    int
	Hyphen bool // ends in a hyphen
	Loose  bool // gaps are more than half as wide again as they should be
	Runt   bool // a last line that is too short
}

// Spaces appends the widths of the line's gaps, as set and in order, to dst. Their sum
// is Space exactly: each gap grows or shrinks in proportion to its ideal, and what
// rounding leaves over goes to the first ones.
func (l *Line) Spaces(items []Item, dst []unit.Length) []unit.Length {
	first, left := len(dst), l.Space
	for _, it := range items[l.From:l.To] {
		if it.Kind != Glue {
			continue
		}
		w := floorMulDiv(it.Width, l.Space, l.Gap)
		dst, left = append(dst, w), left-w
	}
	for i := first; i < len(dst) && left > 0; i++ {
		dst[i]++
		left--
	}
	return dst
}

// floorMulDiv is ⌊w·num/den⌋, for w and den of a line's gaps; 0 if there are none.
func floorMulDiv(w, num, den unit.Length) unit.Length {
	if den == 0 {
		return 0
	}
	q := w * num / den
	if q*den > w*num {
		q--
	}
	return q
}
