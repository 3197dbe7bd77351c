package cover

import (
	"fmt"
	"strings"

	"cahier/book"
	"cahier/book/layout"
	"cahier/book/lettering"
	"cahier/book/picture"
	"cahier/book/typeface"
	"cahier/book/typeset"
	"cahier/book/unit"
)

// Wrap is a printed cover in one piece: back, spine and front, to be laid around the book.
type Wrap struct {
	Width, Height unit.Length // when it is cut
	Bleed         unit.Length // printed beyond the cut on every side
	Spine         unit.Length
	Titled        bool // the spine is wide enough for the title, which stands on it
	Parts         []Part
}

// Part is a piece of a Wrap: a page whose top left corner, once it is turned, stands at X, Y
// from the top left corner of the cut cover. Clip, in points of the page, is what is shown
// of it; all of it if W is 0.
type Part struct {
	Page       *typeset.Page
	X, Y       unit.Length
	Rotate     int // clockwise, in degrees
	Left, Top  unit.Length
	Wide, High unit.Length
}

// WrapOptions say what a printed cover is made of.
type WrapOptions struct {
	Width, Height unit.Length      // of a page of the book
	Spine, Bleed  unit.Length      //
	Hand          lettering.Hand   // of the style's faces
	Image         *picture.Image   // the user's, for the front; nil to letter it
	Digits        *typeface.Family // for the number under the bars
}

// NewWrap draws the cover of a volume: the front as Make draws it or the user's image, the
// title along the spine if that is wide enough, and on the back the abstract and the bars of
// the ISBN. Problems: bad-value for an impossible ISBN, glyph-missing.
func NewWrap(v *layout.Volume, opt WrapOptions) (*Wrap, book.Problems) {
	w := &wrapper{volume: v, opt: opt}
	w.page = &typeset.Page{Width: 2*opt.Width + opt.Spine + 2*opt.Bleed, Height: opt.Height + 2*opt.Bleed}
	w.wrap = Wrap{Width: 2*opt.Width + opt.Spine, Height: opt.Height, Bleed: opt.Bleed, Spine: opt.Spine}
	w.wrap.Parts = []Part{{Page: w.page, X: -opt.Bleed, Y: -opt.Bleed}}
	w.grounds()
	for _, draw := range []func() error{w.front, w.spine, w.back} {
		if err := draw(); err != nil {
			w.problems.Add(v.Front.Pos, book.CodeGlyphMissing, "choose another face for the text", "the cover cannot be lettered: %v", err)
			break
		}
	}
	return &w.wrap, w.problems
}

type wrapper struct {
	volume   *layout.Volume
	opt      WrapOptions
	page     *typeset.Page
	wrap     Wrap
	problems book.Problems
}

// The design, after that of Make: shares of a page's width, in thousandths.
const (
	edgeShare   = 80
	peopleShare = 32
	bodyShare   = 26
	titleShare  = 90  // the largest
	finePrint   = 40  // the least title
	leadShare   = 118 // leading over size, in hundredths
	spineLeast  = 7 * unit.Point
	spineMost   = 14 * unit.Point
)

// at is a share of the page's width.
func (w *wrapper) at(share int64) unit.Length { return w.opt.Width.MulDiv(share, 1000) }

func (w *wrapper) rule(x, y, wide, high unit.Length, grey uint8) {
	w.page.Items = append(w.page.Items, &typeset.Rule{X: x, Y: y, W: wide, H: high, Grey: grey})
}

// panelFoot is where the dark panel ends, on the page with its bleed.
func (w *wrapper) panelFoot() unit.Length { return w.opt.Bleed + w.opt.Height*panelTenth/10 }

// frontX is where the front begins.
func (w *wrapper) frontX() unit.Length { return w.opt.Bleed + w.opt.Width + w.opt.Spine }

// grounds fills all of the cover, beyond its cut: the panel of front and spine, and the
// light ground of the rest.
func (w *wrapper) grounds() {
	w.rule(0, 0, w.page.Width, w.page.Height, ground)
	x := w.opt.Bleed + w.opt.Width
	w.rule(x, 0, w.page.Width-x, w.panelFoot(), panel)
}

// lines sets lines below each other from top on and returns where they end.
func (w *wrapper) lines(list []lettering.Line, x, top unit.Length, grey uint8) unit.Length {
	for _, l := range list {
		w.page.Items = append(w.page.Items, l.Items(x, top+l.Size.MulDiv(85, 100), grey)...)
		top += l.Size.MulDiv(leadShare, 100)
	}
	return top
}

func (w *wrapper) front() error {
	if w.opt.Image != nil {
		return w.image()
	}
	f := &w.volume.Front
	x, measure := w.frontX()+w.at(edgeShare), w.opt.Width-2*w.at(edgeShare)
	top := w.opt.Bleed + w.opt.Height/12
	who, err := w.opt.Hand.Lines(byline(f), typeface.Roman, w.at(peopleShare*2), measure)
	if err != nil {
		return err
	}
	top = w.lines(who[:min(len(who), 3)], x, top, white) + w.at(40)
	w.rule(x, top, measure/6, w.at(4), white)
	top += w.at(50)
	under, err := w.opt.Hand.Lines(book.PlainText(f.Subtitle), typeface.Italic, w.at(peopleShare*3/2), measure)
	if err != nil {
		return err
	}
	room := w.panelFoot() - top - w.at(60) - unit.Length(len(under))*w.at(peopleShare*3/2).MulDiv(leadShare, 100)
	title, err := w.title(book.PlainText(f.Title), measure, room)
	if err != nil {
		return err
	}
	top = w.lines(title, x, top, white) + w.at(20)
	w.lines(under, x, top, white)
	from, err := w.opt.Hand.Lines(source(f), typeface.Roman, w.at(peopleShare*3/2), measure)
	if err != nil {
		return err
	}
	w.lines(from[:min(len(from), 2)], x, w.panelFoot()+w.at(100), ink)
	return nil
}

// title sets a text as large as it fits into width and height; the smallest is cut.
func (w *wrapper) title(text string, wide, high unit.Length) ([]lettering.Line, error) {
	for share := int64(titleShare * 2); ; share -= 4 {
		size := w.at(share)
		list, err := w.opt.Hand.Lines(text, typeface.SemiBold, size, wide)
		if err != nil {
			return nil, err
		}
		room := max(1, int(high/size.MulDiv(leadShare, 100)))
		fits := len(list) <= room
		for _, l := range list {
			fits = fits && l.Width <= wide
		}
		if fits || share <= finePrint {
			return list[:min(len(list), room)], nil
		}
	}
}

// image lays the user's image over the front and its bleed, whole where it has the front's
// proportions and cut at its sides, or at head and foot, where it has not.
func (w *wrapper) image() error {
	img := w.opt.Image
	wide, high := w.opt.Width+w.opt.Bleed, w.opt.Height+2*w.opt.Bleed
	full := &typeset.Picture{W: wide, H: wide.MulDiv(int64(img.Height), int64(img.Width)), Image: img}
	if full.H < high {
		full.W, full.H = high.MulDiv(int64(img.Width), int64(img.Height)), high
	}
	page := &typeset.Page{Width: full.W, Height: full.H, Items: []typeset.Item{full}}
	left, top := (full.W-wide)/2, (full.H-high)/2
	w.wrap.Parts = append(w.wrap.Parts, Part{
		Page: page, X: w.opt.Width + w.opt.Spine - left, Y: -w.opt.Bleed - top,
		Left: left, Top: top, Wide: wide, High: high,
	})
	inches := full.W.Points() / 72
	if dpi := int(float64(img.Width) / inches); dpi < 150 {
		w.problems.Add(w.volume.Front.Pos, book.CodeImageLow, "give one of 300 pixels an inch", "the cover %s has only %d pixels an inch when printed", img.Src, dpi)
	}
	return nil
}

// spine letters title and people along the spine, if it is wide enough: without the
// people where both are too long for it, not at all where the title is.
func (w *wrapper) spine() error {
	size := min(w.opt.Spine.MulDiv(55, 100), spineMost)
	if size < spineLeast {
		return nil
	}
	f := &w.volume.Front
	room := w.opt.Height*panelTenth/10 - 2*w.at(edgeShare/2)
	for _, text := range []string{joined(people(f), " · ", book.PlainText(f.Title)), book.PlainText(f.Title), book.PlainText(f.ShortTitle)} {
		if text == "" {
			continue
		}
		line, err := w.opt.Hand.Line(text, typeface.Roman, size)
		if err != nil {
			return err
		}
		if line.Width > room {
			continue
		}
		// the letters' middle stands on the spine's: half of what rises above the line
		// less what hangs below it
		page := &typeset.Page{Width: line.Width, Height: w.opt.Spine, Items: line.Items(0, w.opt.Spine/2+size.MulDiv(23, 100), white)}
		part := Part{Page: page, X: w.opt.Width, Y: w.at(edgeShare / 2), Rotate: 90}
		if ascending(f.Lang) {
			part.Y, part.Rotate = w.opt.Height*panelTenth/10-w.at(edgeShare/2)-line.Width, 270
		}
		w.wrap.Parts = append(w.wrap.Parts, part)
		w.wrap.Titled = true
		return nil
	}
	return nil
}

func joined(a, sep, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + sep + b
}

// ascending reports whether titles on spines read upwards, as in the Romance countries;
// elsewhere they read downwards (ISO 6357).
func ascending(lang string) bool {
	primary, _, _ := strings.Cut(strings.ToLower(lang), "-")
	return strings.Contains(" fr es it pt ca ro ", " "+primary+" ")
}

// back sets the abstract, and the ISBN in a white field.
func (w *wrapper) back() error {
	digits, shown := w.isbn()
	x, measure := w.opt.Bleed+w.at(edgeShare), w.opt.Width-2*w.at(edgeShare)
	foot := w.opt.Bleed + w.opt.Height - w.at(edgeShare)
	field := module*(quietLeft+symbolWidth+quietRight) + 2*module
	high := barsHeight + (guardDrop+20)*module
	if digits != "" && (field > measure || high > w.opt.Height/2) {
		w.problems.Add(w.volume.Front.Pos, book.CodeSheet, "leave the ISBN out, or take a larger paper", "the bars of the ISBN do not fit on a cover %s wide", w.opt.Width)
		digits = ""
	}
	if digits != "" {
		if err := w.bars(digits, shown, x+measure-field, foot-high, field, high); err != nil {
			return err
		}
		foot -= high + w.at(40)
	}
	top := w.opt.Bleed + w.opt.Height/12
	size := w.at(bodyShare + 4)
	for _, b := range w.volume.Front.Abstract {
		var err error
		book.Blocks([]book.Block{b}, func(leaf book.Block) bool {
			text := book.LeafText(leaf)
			if err != nil || text == "" {
				return err == nil
			}
			var list []lettering.Line
			if list, err = w.opt.Hand.Lines(text, typeface.Roman, size, measure); err == nil {
				room := max(0, int((foot-top)/size.MulDiv(leadShare, 100)))
				if room < len(list) {
					w.problems.Add(w.volume.Front.Pos, book.CodeOverfull, "shorten abstract:", "the abstract is too long for the back of the cover: it is cut")
				}
				top = w.lines(list[:min(room, len(list))], x, top, ink) + size/2
			}
			return err == nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// isbn is the volume's ISBN as thirteen digits and as it was written, "" if it has none or
// an impossible one, which is a problem.
func (w *wrapper) isbn() (digits, shown string) {
	for _, id := range w.volume.Front.Identifiers {
		if id.Scheme != "isbn" {
			continue
		}
		digits, err := ISBN13(id.Value)
		if err != nil {
			w.problems.Add(w.volume.Front.Pos, book.CodeBadValue, "copy the number again", "%v", err)
		}
		return digits, id.Shown()
	}
	return "", ""
}

// bars draws the symbol in its field, the number above it and its digits below.
func (w *wrapper) bars(digits, shown string, x, y, wide, high unit.Length) error {
	w.rule(x, y, wide, high, 255)
	hand := w.opt.Hand
	if w.opt.Digits != nil {
		hand.Families = append([]*typeface.Family{w.opt.Digits}, hand.Families...)
	}
	above, err := hand.Line(fmt.Sprintf("ISBN %s", shown), typeface.Roman, 8*unit.Point)
	if err != nil {
		return err
	}
	w.page.Items = append(w.page.Items, above.Items(x+(wide-above.Width)/2, y+9*module, 0)...)
	left, top := x+module*(1+quietLeft), y+12*module
	w.page.Items = append(w.page.Items, symbol(digits, left, top)...)
	const under = 9 * unit.Point
	base := top + barsHeight + under.MulDiv(85, 100)
	for _, group := range []struct {
		digits string
		from   int // modules from the first bar
		wide   int
	}{{digits[:1], -quietLeft, 9}, {digits[1:7], 3, 42}, {digits[7:], 50, 42}} {
		step := module * unit.Length(group.wide) / unit.Length(len(group.digits))
		for i := range group.digits {
			d, err := hand.Line(group.digits[i:i+1], typeface.Roman, under)
			if err != nil {
				return err
			}
			at := left + module*unit.Length(group.from) + step*unit.Length(i) + (step-d.Width)/2
			w.page.Items = append(w.page.Items, d.Items(at, base, 0)...)
		}
	}
	return nil
}
