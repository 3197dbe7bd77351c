// Package impose places the pages of a book on sheets of paper: in the order in which
// folding brings them right (a booklet, in one signature or in several to be sewn),
// several to a side for reading (a handout), or one many times over (cards to be cut).
//
// Composed pages and options go in; a Plan comes out, which says what stands where, and
// from it the sheets that package pdf writes and the words that tell a person how to
// print and fold them. Pages are placed as they are: never composed again, never turned
// into images, and scaled only when asked. The order of pages is a function of numbers
// and their places one of lengths; nothing here draws.
package impose

import (
	"cahier/book"
	"cahier/book/typeset"
	"cahier/book/unit"
)

// Options say how pages are imposed. The zero value is a booklet in one signature on A4,
// printed on both sides, turned on the short edge.
type Options struct {
	Scheme  Scheme
	PerSide int   // pages on a side of a handout, 2 or 4; 0 is 2
	Sheet   Paper // the paper in the printer; the zero value is A4
	// Signature is the most pages of one signature, a multiple of 4; 0 puts all into one.
	Signature int
	Flip      Flip
	OneSided  bool  // fronts and backs go through the printer apart
	Stock     Stock // its thickness decides the creep; the zero value lets nothing creep
	Marks     Marks
	// Fit makes pages smaller that do not fit on the sheet's printable area, which is the
	// sheet without Grip on each side; 0 is defaultGrip.
	Fit  bool
	Grip unit.Length
	// Tail is the number of pages that stay the last ones: blanks go before them.
	Tail int
	// Ruled draws lines for notes on the blank pages.
	Ruled bool
	// Instructions adds the explanation as a last page.
	Instructions bool
	// Inner and Outer are the margins of the pages, 0 if unknown: creep must not use up the
	// inner one, and a handout's pages are moved until both are the same.
	Inner, Outer unit.Length

	at map[string]book.Pos // where each key was written
}

// Scheme is what the sheets are for.
type Scheme string

// The schemes. The zero value counts as Booklet.
const (
	Booklet Scheme = "booklet"
	Handout Scheme = "handout"
	Cards   Scheme = "cards"
)

// Flip is the edge of the sheet about which it is turned for its second side.
type Flip string

// The edges. The zero value counts as FlipShort.
const (
	FlipShort Flip = "short"
	FlipLong  Flip = "long"
)

// defaultGrip is what office printers leave white at the edges: makers state 4.2 to 5 mm.
const defaultGrip = 5 * unit.Millimetre

// Plan is an imposition, decided.
type Plan struct {
	Options Options
	Pages   int    // composed pages
	Blanks  int    // pages added to fill the last sheet
	Sides   []Side // in the order of printing: front and back of each sheet
	Sheets  int    // of paper
	frame   frame
}

// Make plans the imposition of pages, which are all of one size. Problems are of code
// sheet: a trim that does not fit on the sheet, an impossible signature, marks without
// room; each with what would work. The plan is nil if there are any.
func Make(pages []*typeset.Page, opt Options) (*Plan, book.Problems) {
	opt = opt.filled()
	ps := opt.check(len(pages))
	if len(ps) > 0 {
		return nil, ps
	}
	p := &Plan{Options: opt, Pages: len(pages)}
	trim := size{pages[0].Width, pages[0].Height}
	f, fits := opt.frame(trim)
	if !fits {
		return nil, opt.noRoom(trim)
	}
	p.frame = f
	switch opt.Scheme {
	case Handout:
		p.Sides = handout(len(pages), opt.PerSide, opt.OneSided)
	case Cards:
		p.Sides = cards(len(pages), f.cols*f.rows)
	default:
		slots := pad(len(pages), opt.Tail)
		p.Blanks = len(slots) - len(pages)
		p.Sides = saddle(slots, opt.Signature)
	}
	p.Sheets = p.Sides[len(p.Sides)-1].Sheet
	return p, p.checkCreep()
}

// filled replaces zero values by what they stand for.
func (o Options) filled() Options {
	if o.Scheme == "" {
		o.Scheme = Booklet
	}
	if o.PerSide == 0 {
		o.PerSide = 2
	}
	if o.Sheet == (Paper{}) {
		o.Sheet = papers[0]
	}
	if o.Flip == "" {
		o.Flip = FlipShort
	}
	if o.Grip == 0 {
		o.Grip = defaultGrip
	}
	return o
}

// Signatures is the number of signatures of a booklet.
func (p *Plan) Signatures() int { return p.Sides[len(p.Sides)-1].Signature }

// Creep is how far the pages of a side move towards the spine: by the stock's thickness
// for each sheet that is folded around theirs. The inner sheets of a fold stand out by as
// much at the fore-edge; moved, their outer margins are the same once it is cut. The
// trade's rule; paper that is folded less sharply stands out somewhat more.
func (p *Plan) Creep(s Side) unit.Length {
	return unit.Length(s.Depth) * p.Options.Stock.Caliper
}
