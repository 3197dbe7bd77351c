package impose

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"cahier/book"
	"cahier/book/unit"
)

// size is a width and a height.
type size struct{ w, h unit.Length }

// frame is where the cells of a side stand on its sheet, as one reads the front.
type frame struct {
	sheet      size // as it is printed: turned to landscape or not
	cols, rows int
	cell       size // a page, scaled
	x, y       unit.Length
	scale      int // thousandths
	// turned says that the printer turns the sheet head over heels: its back is then
	// imposed upside down, to stand upright behind the front.
	turned bool
}

// frame finds the way in which cells of the trim stand on the sheet; false if there is
// none.
func (o *Options) frame(trim size) (frame, bool) {
	var best frame
	found := false
	for _, sheet := range []size{{o.Sheet.Height, o.Sheet.Width}, {o.Sheet.Width, o.Sheet.Height}} {
		for _, grid := range o.grids(trim, sheet) {
			f, ok := o.fill(trim, sheet, grid[0], grid[1])
			if ok && (!found || f.better(best)) {
				best, found = f, true
			}
		}
	}
	if found {
		// About a vertical axis the back stays upright: the short edge of a sheet that
		// lies, the long one of a sheet that stands.
		best.turned = (best.sheet.w >= best.sheet.h) != (o.Flip == FlipShort)
	}
	return best, found
}

// better prefers larger pages, then more of them; of two alike the first, which lies.
func (f frame) better(g frame) bool {
	return cmp.Or(cmp.Compare(f.scale, g.scale), cmp.Compare(f.cols*f.rows, g.cols*g.rows)) > 0
}

// grids are the numbers of columns and rows that a scheme may have.
func (o *Options) grids(trim, sheet size) [][2]int {
	switch o.Scheme {
	case Handout:
		switch {
		case o.PerSide == 4:
			return [][2]int{{2, 2}}
		case trim.w > trim.h:
			return [][2]int{{1, 2}}
		}
	case Cards:
		edge := o.edge()
		cols, rows := int((sheet.w-2*edge.w)/trim.w), int((sheet.h-2*edge.h)/trim.h)
		return [][2]int{{max(cols, 1), max(rows, 1)}}
	}
	return [][2]int{{2, 1}}
}

// fill sets a grid in the middle of the sheet; false if it leaves too little at an edge.
func (o *Options) fill(trim, sheet size, cols, rows int) (frame, bool) {
	f := frame{sheet: sheet, cols: cols, rows: rows, scale: 1000}
	edge := o.edge()
	if o.Fit {
		across := (sheet.w - 2*edge.w) * 1000 / (trim.w * unit.Length(cols))
		down := (sheet.h - 2*edge.h) * 1000 / (trim.h * unit.Length(rows))
		f.scale = int(min(1000, across, down))
	}
	if f.scale < scaleMin {
		return f, false
	}
	f.cell = size{trim.w.MulDiv(int64(f.scale), 1000), trim.h.MulDiv(int64(f.scale), 1000)}
	f.x = (sheet.w - f.cell.w*unit.Length(cols)) / 2
	f.y = (sheet.h - f.cell.h*unit.Length(rows)) / 2
	// Names of papers are rounded to the millimetre or the point: two A5 pages are 296 mm
	// wide, and a tenth of a point too much is none.
	const slack = unit.Point / 10
	return f, f.x >= edge.w-slack && f.y >= edge.h-slack
}

// scaleMin is the least scale at which Fit leaves a page legible: 11 pt become 4.4.
const scaleMin = 400

// edge is the white that must be left at the sides and at head and foot: room for the
// marks, and the printer's grip where pages are made to fit or cut apart.
func (o *Options) edge() size {
	var e size
	if o.Marks&(Staple|Crop|Registration) != 0 {
		e.w = markRoom
	}
	if o.Marks&(Fold|Crop|Registration) != 0 {
		e.h = markRoom
	}
	if o.Fit {
		e.w, e.h = e.w+o.Grip, e.h+o.Grip
	}
	if o.Scheme == Cards {
		e.w, e.h = max(e.w, o.Grip), max(e.h, o.Grip)
	}
	return e
}

// noRoom says that the pages do not fit, and what would work.
func (o *Options) noRoom(trim size) book.Problems {
	what := fmt.Sprintf("two pages of %s", trim)
	switch {
	case o.Scheme == Handout:
		what = fmt.Sprintf("%d pages of %s", o.PerSide, trim)
	case o.Scheme == Cards:
		what = fmt.Sprintf("a card of %s", trim)
	}
	verb := "do"
	if o.Scheme == Cards {
		verb = "does"
	}
	message := fmt.Sprintf("%s %s not fit on a sheet of %s", what, verb, o.Sheet)
	bare := *o
	bare.Marks = 0
	if _, fits := bare.frame(trim); fits && !o.Fit {
		message = fmt.Sprintf("there is no room for marks beside %s on a sheet of %s", what, o.Sheet)
	}
	var ps book.Problems
	ps.Add(o.at["sheet"], book.CodeSheet, o.wouldWork(trim), "%s", message)
	return ps
}

// wouldWork names the sheets that the pages fit on, and the scale at which they fit on
// this one.
func (o *Options) wouldWork(trim size) string {
	var names []string
	for _, p := range papers {
		other := *o
		other.Sheet = p
		if _, fits := other.frame(trim); fits {
			names = append(names, strings.ToLower(p.Name))
		}
	}
	fit := *o
	fit.Fit = true
	f, fits := fit.frame(trim)
	var ways []string
	if len(names) > 0 {
		ways = append(ways, "take a sheet that is large enough (--sheet "+strings.Join(names, ", ")+")")
	}
	if fits && !o.Fit {
		ways = append(ways, fmt.Sprintf("let the pages be made smaller with --fit (%d %%)", f.scale/10))
	}
	if o.Marks != 0 {
		ways = append(ways, "leave out --marks")
	}
	ways = append(ways, "choose a smaller trim with --paper")
	return strings.Join(slices.Compact(ways), ", or ")
}

func (s size) String() string { return millimetres(s.w) + " × " + millimetres(s.h) + " mm" }

func (p Paper) String() string { return fmt.Sprintf("%s (%s)", p.Name, size{p.Width, p.Height}) }

// millimetres words a length to a tenth of a millimetre.
func millimetres(l unit.Length) string {
	tenths := int64(l.MulDiv(10, int64(unit.Millimetre)))
	if tenths%10 == 0 {
		return fmt.Sprint(tenths / 10)
	}
	return fmt.Sprintf("%d.%d", tenths/10, tenths%10)
}
