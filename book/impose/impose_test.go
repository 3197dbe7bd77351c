package impose

import (
	"strings"
	"testing"

	"cahier/book"
	"cahier/book/pdf"
	"cahier/book/typeset"
	"cahier/book/unit"
)

func plan(t *testing.T, pages []*typeset.Page, opt Options) (*Plan, []pdf.Sheet) {
	t.Helper()
	p, ps := Make(pages, opt)
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	sides, err := p.Draw(pages, hand(t))
	if err != nil {
		t.Fatal(err)
	}
	return p, sides
}

// Each sheet inside another moves its pages one thickness nearer to the fold, and cuts off
// no more than that.
func TestCreepGrowsInward(t *testing.T) {
	const caliper = mm / 10
	pages := blankPages(40, 148*mm, 210*mm)
	p, sides := plan(t, pages, Options{Stock: Stock{Caliper: caliper}, Signature: 24, Inner: 15 * mm})
	fold := p.frame.x + p.frame.cell.w
	for i, s := range p.Sides {
		want := unit.Length(s.Depth) * caliper
		left, right := sides[i].Placements[0], sides[i].Placements[1]
		if got := left.X + left.Page.Width - fold; got != want {
			t.Errorf("sheet %d: the left page moves %s, want %s", s.Sheet, got, want)
		}
		if got := fold - right.X; got != want {
			t.Errorf("sheet %d: the right page moves %s, want %s", s.Sheet, got, want)
		}
		if left.X+left.Clip.X+left.Clip.W != fold || right.X+right.Clip.X != fold {
			t.Errorf("sheet %d: a page reaches over the fold", s.Sheet)
		}
	}
	if last := p.Sides[len(p.Sides)-1]; last.Depth != 3 {
		t.Errorf("the second signature ends at depth %d: creep must begin anew in each", last.Depth)
	}
}

func TestPagesAreNotScaledUnlessAsked(t *testing.T) {
	pages := blankPages(8, 148*mm, 210*mm)
	for _, sheet := range papers {
		p, ps := Make(pages, Options{Sheet: sheet})
		if sheet.Name == "Letter" {
			if len(ps) != 1 || ps[0].Code != book.CodeSheet {
				t.Errorf("two A5 pages stand on Letter: %v", ps)
			}
			continue
		}
		if len(ps) > 0 || p.frame.scale != 1000 {
			t.Errorf("%s: %v", sheet.Name, ps)
		}
	}
	p, sides := plan(t, pages, Options{Sheet: papers[1], Fit: true, Marks: Crop})
	if s := p.frame.scale; s >= 1000 || s < 850 {
		t.Errorf("the scale is %d", s)
	}
	trim := sides[0].Trim
	if least := defaultGrip + markRoom; trim.X < least-unit.Point || trim.Y < least-unit.Point {
		t.Errorf("pages made to fit begin at %s, %s", trim.X, trim.Y)
	}
}

// shown is the part of the sheet that a placement covers, what is cut off left out.
func shown(pl pdf.Placement) pdf.Box {
	c := pl.Clip
	if pl.Rotate == 180 {
		c.X, c.Y = pl.Page.Width-c.X-c.W, pl.Page.Height-c.Y-c.H
	}
	on := func(l unit.Length) unit.Length { return l.MulDiv(int64(pl.Scale), 1000) }
	return pdf.Box{X: pl.X + on(c.X), Y: pl.Y + on(c.Y), W: on(c.W), H: on(c.H)}
}

// overlap reports whether two boxes share more than what rounding makes of a common edge.
func overlap(a, b pdf.Box) bool {
	const slack = unit.Point / 100
	return a.X+a.W > b.X+slack && b.X+b.W > a.X+slack && a.Y+a.H > b.Y+slack && b.Y+b.H > a.Y+slack
}

// marksOutside fails if a mark lies on a page or off the paper. The bars and numbers of
// collation stand across the fold and reach no farther onto a page than the back of a signature
// does.
func marksOutside(t *testing.T, p *Plan, s pdf.Sheet) {
	t.Helper()
	fold := s.Trim.X + s.Trim.W/2
	back := pdf.Box{X: fold - backHalf - 1, W: 2*backHalf + 2, H: s.Height}
	var marks, pages []pdf.Box
	for _, it := range s.Marks {
		r := it.(*typeset.Rule)
		marks = append(marks, pdf.Box{X: r.X, Y: r.Y, W: r.W, H: r.H})
	}
	for _, pl := range s.Placements {
		if pl.Page.Number > 0 {
			pages = append(pages, shown(pl))
		} else { // the number of a signature, turned
			marks = append(marks, pdf.Box{X: pl.X, Y: pl.Y, W: pl.Page.Height, H: pl.Page.Width})
		}
	}
	for _, m := range marks {
		if m.X < 0 || m.Y < 0 || m.X+m.W > s.Width || m.Y+m.H > s.Height {
			t.Errorf("a mark at %s, %s is off the sheet", m.X, m.Y)
		}
		if p.Options.Marks&Collation != 0 && m.X >= back.X && m.X+m.W <= back.X+back.W {
			continue
		}
		for _, page := range pages {
			if overlap(m, page) {
				t.Errorf("a mark at %s, %s, %s × %s lies on a page at %s, %s, %s × %s", m.X, m.Y, m.W, m.H, page.X, page.Y, page.W, page.H)
			}
		}
	}
}

func TestMarksLieOutsideTheTrim(t *testing.T) {
	for _, c := range []struct {
		opt  Options
		w, h unit.Length
		n    int
	}{
		{Options{Sheet: papers[2], Marks: Fold | Staple | Crop | Registration}, 148 * mm, 210 * mm, 22},
		{Options{Sheet: papers[2], Flip: FlipLong, Signature: 8, Marks: Fold | Staple | Crop | Registration | Collation}, 148 * mm, 210 * mm, 61},
		{Options{Sheet: papers[0], Marks: Fold | Staple | Crop | Registration}, 105 * mm, 148 * mm, 7},
		{Options{Sheet: papers[0], Fit: true, Marks: Fold | Staple | Crop | Registration}, 148 * mm, 210 * mm, 20},
		{Options{Sheet: papers[3], Scheme: Handout, PerSide: 4, Fit: true, Marks: Crop | Registration}, 210 * mm, 297 * mm, 9},
		{Options{Scheme: Cards}, 85 * mm, 55 * mm, 3},
	} {
		c.opt.Stock.Caliper = mm / 10
		c.opt.Inner = 12 * mm
		p, sides := plan(t, blankPages(c.n, c.w, c.h), c.opt)
		marks := 0
		for _, s := range sides {
			marksOutside(t, p, s)
			marks += len(s.Marks)
		}
		if marks < 8*len(sides) {
			t.Errorf("%d marks on %d sides", marks, len(sides))
		}
	}
}

// The bars of successive signatures are stairs down the back: each begins where the one
// before it ends.
func TestCollationMarksAreStairs(t *testing.T) {
	p, sides := plan(t, blankPages(120, 148*mm, 210*mm), Options{Signature: 16, Marks: Collation})
	end := unit.Length(0)
	steps := 0
	for i, s := range sides {
		for _, it := range s.Marks {
			r := it.(*typeset.Rule)
			if steps++; steps > 1 && r.Y != end {
				t.Errorf("signature %d: the bar begins at %s, the last ended at %s", p.Sides[i].Signature, r.Y, end)
			}
			end = r.Y + r.H
		}
	}
	if steps != p.Signatures() || steps != 8 {
		t.Errorf("%d bars of %d signatures", steps, p.Signatures())
	}
}

// On a handout right and left pages have the same margins, however small they are made, and
// no page reaches into its neighbour; a blank fills its place.
func TestHandoutPagesAreCentred(t *testing.T) {
	const inner, outer = 12 * mm, 20 * mm
	for _, opt := range []Options{{PerSide: 2}, {PerSide: 4, Fit: true}} {
		opt.Scheme, opt.OneSided, opt.Inner, opt.Outer, opt.Ruled = Handout, true, inner, outer, true
		p, sides := plan(t, blankPages(7, 148*mm, 210*mm), opt)
		f := &p.frame
		scaled := func(l unit.Length) unit.Length { return l.MulDiv(int64(f.scale), 1000) }
		for _, s := range sides {
			for cell, pl := range s.Placements {
				at := f.x + f.cell.w*unit.Length(cell%f.cols)
				margin, want := inner, scaled((inner+outer)/2)
				switch {
				case pl.Page.Number == 0:
					margin, want = 0, 0
				case pl.Page.Number%2 == 0:
					margin = outer
				}
				if got := pl.X + scaled(margin) - at; max(got-want, want-got) > 2 { // rounded twice
					t.Errorf("%d pages, page %d: a margin of %s, want %s", opt.PerSide, pl.Page.Number, got.Millimetres(), want.Millimetres())
				}
				if left, right := pl.X+scaled(pl.Clip.X), pl.X+scaled(pl.Clip.X+pl.Clip.W); left < at-2 || right > at+f.cell.w+2 {
					t.Errorf("%d pages, page %d reaches out of its place", opt.PerSide, pl.Page.Number)
				}
			}
		}
	}
}

func TestHandoutReadsInRows(t *testing.T) {
	pages := blankPages(6, 105*mm, 148*mm)
	p, sides := plan(t, pages, Options{Scheme: Handout, PerSide: 4})
	if p.Sheets != 1 || len(sides) != 2 {
		t.Fatalf("%d sheets, %d sides", p.Sheets, len(sides))
	}
	pl := sides[0].Placements
	if pl[1].X <= pl[0].X || pl[1].Y != pl[0].Y || pl[2].X != pl[0].X || pl[2].Y <= pl[0].Y {
		t.Errorf("pages 1 to 3 stand at %v %v, %v %v, %v %v", pl[0].X, pl[0].Y, pl[1].X, pl[1].Y, pl[2].X, pl[2].Y)
	}
	if p, _ := plan(t, pages, Options{Scheme: Handout, PerSide: 2, OneSided: true}); p.Sheets != 3 {
		t.Errorf("six pages, two on one side, take %d sheets", p.Sheets)
	}
}

func TestCardsFillTheSheet(t *testing.T) {
	p, sides := plan(t, blankPages(2, 85*mm, 55*mm), Options{Scheme: Cards})
	if n := len(sides[0].Placements); n != 10 || p.Sheets != 2 {
		t.Errorf("%d cards on a sheet, %d sheets", n, p.Sheets)
	}
	for _, s := range sides {
		for i, a := range s.Placements {
			for _, b := range s.Placements[:i] {
				if a.Page != b.Page {
					t.Error("two cards on one sheet differ")
				}
				if a.X < b.X+85*mm-1 && b.X < a.X+85*mm-1 && a.Y < b.Y+55*mm-1 && b.Y < a.Y+55*mm-1 {
					t.Error("two cards overlap")
				}
			}
		}
	}
}

// What is impossible is a problem of code sheet that says what would work.
func TestImpossible(t *testing.T) {
	a5 := blankPages(80, 148*mm, 210*mm)
	for _, c := range []struct {
		name  string
		pages []*typeset.Page
		opt   Options
		want  string // in message and hint
	}{
		{"trim too large", blankPages(4, 210*mm, 297*mm), Options{}, "(--sheet a3, sra3)"},
		{"no room for marks", a5, Options{Marks: Crop}, "no room for marks"},
		{"sheets with room for marks", a5, Options{Marks: Crop}, "(--sheet a3, tabloid, sra4, sra3), or let the pages be made smaller with --fit"},
		{"nothing large enough", blankPages(4, 400*mm, 500*mm), Options{}, "smaller trim"},
		{"odd signature", a5, Options{Signature: 10}, "multiple of 4, such as 12"},
		{"negative signature", a5, Options{Signature: -4}, "such as 4"},
		{"huge signature", a5, Options{Signature: 400}, "such as 128"},
		{"handout of three", a5, Options{Scheme: Handout, PerSide: 3}, "--handout 2"},
		{"fold of a handout", a5, Options{Scheme: Handout, Marks: Fold}, "only a booklet"},
		{"collation of one", a5, Options{Marks: Collation}, "--signature 16"},
		{"negative grip", a5, Options{Grip: -mm}, "cannot be negative"},
		{"negative caliper", a5, Options{Stock: Stock{Caliper: -1}}, "thinner than nothing"},
		{"thick fold", a5, Options{Stock: Stock{Caliper: mm}, Inner: 16 * mm}, "several signatures"},
		{"no pages", nil, Options{}, "no pages"},
	} {
		p, ps := Make(c.pages, c.opt)
		if len(ps) == 0 || ps[0].Code != book.CodeSheet || !strings.Contains(ps[0].Message+" "+ps[0].Hint, c.want) {
			t.Errorf("%s: %v, want %q", c.name, ps, c.want)
		}
		_ = p
	}
}

func TestRead(t *testing.T) {
	list := []book.Setting{
		{Key: "paper", Value: "a5"}, {Key: "sheet", Value: "A3"}, {Key: "signature", Value: "16"}, {Key: "flip", Value: "long"},
		{Key: "one-sided", Value: "true"}, {Key: "caliper", Value: "120µm"}, {Key: "stock", Value: "80g"},
		{Key: "marks", Value: "fold, crop"}, {Key: "fit", Value: "true"}, {Key: "sheet", Value: "tabloid"},
	}
	o, rest, ps := Read(list)
	if len(ps) > 0 || len(rest) != 1 || rest[0].Key != "paper" {
		t.Fatal(ps, rest)
	}
	if o.Sheet.Name != "Tabloid" || o.Signature != 16 || o.Flip != FlipLong || !o.OneSided || !o.Fit || o.Marks != Fold|Crop || o.Stock.Grammage != 80 {
		t.Errorf("%+v", o)
	}
	if got := o.Stock.Caliper; got != unit.FromPoints(0.12*72/25.4) {
		t.Errorf("the caliper is %s", got)
	}
	for key, values := range map[string][]string{
		"sheet": {"b5", "", "10x20mm"}, "signature": {"four"}, "flip": {"sideways"}, "one-sided": {"perhaps"}, "stock": {"80", "heavy", "9000g", "80g velvet"},
		"caliper": {"thick", "-0.1mm", "5mm", "xµm"}, "marks": {"fold,glue"}, "fit": {"2"}, "grip": {"-3mm", "x"}, "handout": {"3"}, "cards": {"?"},
	} {
		for _, v := range values {
			pos := book.Pos{File: "--" + key}
			if _, _, ps := Read([]book.Setting{{Pos: pos, Key: key, Value: v}}); len(ps) != 1 || ps[0].Code != book.CodeSheet || ps[0].Pos != pos {
				t.Errorf("%s: %q: %v", key, v, ps)
			}
		}
	}
}

func TestStock(t *testing.T) {
	for in, want := range map[string]string{"80g": "0.295pt", "100g": "0.368pt", "115g coated": "0.261pt", "80gsm": "0.295pt", "90g/m2 bulky": "0.459pt"} {
		if s, err := ParseStock(in); err != nil || s.Caliper.String() != want {
			t.Errorf("%s: %s, %v, want %s", in, s.Caliper, err, want)
		}
	}
	// A sheet of A4 is a sixteenth of a square metre: 80 g paper weighs 5 g.
	if g := (Stock{Grammage: 80}).Grams(papers[0], 20); g != 100 {
		t.Errorf("20 sheets of A4 weigh %d g", g)
	}
}

func TestExplain(t *testing.T) {
	pages := blankPages(18, 148*mm, 210*mm)
	p, sides := plan(t, pages, Options{Stock: Stock{Grammage: 80, Caliper: mm / 10}, Tail: 1, Instructions: true, Inner: 15 * mm})
	for lang, want := range map[string][]string{
		"en": {"18 pages on 5 sheets of A4 paper, 2 blank pages, 25 g.", "sheet 1, front: 18 | 1", "sheet 1, back: 2 | blank", "sheet 3, back: 6 | 15  (moved to the spine by 0.20 mm)", "short edge"},
		"fr": {"18 pages sur 5 feuilles de papier A4", "feuille 1, recto", "petit côté", "0,10"},
		"de": {"Blatt 1, vorn: 18 | 1"}, "es": {"hoja 2, reverso"}, "it": {"foglio 5, fronte"}, "pt": {"folha 5, verso"}, "eo": {"sheet 1"},
	} {
		got := p.Explain(pages, lang)
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%s: no %q in\n%s", lang, w, got)
			}
		}
		if strings.Contains(got, "%!") {
			t.Errorf("%s: %s", lang, got)
		}
	}
	last := sides[len(sides)-1]
	if len(sides) != 11 || len(last.Marks) < 10 || len(last.Placements) > 0 {
		t.Errorf("%d sides, the last with %d lines", len(sides), len(last.Marks))
	}
	for _, opt := range []Options{{OneSided: true}, {Signature: 8}, {Scheme: Handout}, {Scheme: Handout, OneSided: true}, {Scheme: Cards, Fit: true}} {
		p, _ := plan(t, pages, opt)
		for lang := range languages {
			if s := p.Explain(pages, lang); strings.Contains(s, "%!") || !strings.Contains(s, "1. ") {
				t.Errorf("%s: %s", lang, s)
			}
		}
	}
}

func TestRuledBlanks(t *testing.T) {
	_, sides := plan(t, blankPages(6, 148*mm, 210*mm), Options{Ruled: true})
	lines := 0
	for _, s := range sides {
		for _, p := range s.Placements {
			lines += len(p.Page.Items)
		}
	}
	if lines < 40 {
		t.Errorf("two blank pages have %d lines", lines)
	}
}
