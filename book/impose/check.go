package impose

import (
	"cahier/book"
)

// signatureMax is the most pages of one signature: more than 32 sheets no one folds.
const signatureMax = 128

// check finds what is impossible whatever the pages look like.
func (o *Options) check(pages int) book.Problems {
	var ps book.Problems
	add := func(key, hint, format string, args ...any) {
		ps.Add(o.at[key], book.CodeSheet, hint, format, args...)
	}
	if pages == 0 {
		add("", "", "there are no pages to put on sheets")
	}
	if n := o.Signature; n != 0 && (n < 4 || n%4 != 0 || n > signatureMax) {
		near := min(max((n+2)/4*4, 4), signatureMax)
		add("signature", "a folded sheet has four pages: take a multiple of 4, such as "+decimal(near),
			"a signature cannot have %d pages", n)
	}
	if o.PerSide != 2 && o.PerSide != 4 {
		add("handout", "--handout 2 or --handout 4", "a handout cannot have %d pages on a side", o.PerSide)
	}
	if o.Sheet.Width <= 0 || o.Sheet.Height <= 0 {
		add("sheet", "--sheet a4, letter, a3, tabloid, sra4, sra3", "a sheet must have a width and a height")
	}
	if o.Grip < 0 {
		add("grip", "most printers leave 5mm white", "a margin cannot be negative: %s mm", millimetres(o.Grip))
	}
	if o.Stock.Caliper < 0 {
		add("caliper", "office paper of 80 g is 0.104mm", "a leaf cannot be thinner than nothing")
	}
	if o.Marks&(Fold|Staple|Collation) != 0 && o.Scheme != Booklet {
		add("marks", "crop and registration marks are for every kind of sheet", "only a booklet is folded: a %s has no fold, staple or collation marks", o.Scheme)
	}
	if o.Marks&Collation != 0 && o.Scheme == Booklet && (o.Signature == 0 || o.Signature >= pages) {
		add("marks", "several signatures are made with --signature 16", "collation marks order signatures, and there is only one")
	}
	return ps
}

// checkCreep reports a fold so thick that its inner pages would run into the spine.
func (p *Plan) checkCreep() book.Problems {
	var deepest Side
	for _, s := range p.Sides {
		if s.Depth > deepest.Depth {
			deepest = s
		}
	}
	creep := p.Creep(deepest)
	limit := p.Options.Inner
	if limit == 0 {
		limit = p.frame.cell.w / 2
	}
	if creep < limit {
		return nil
	}
	var ps book.Problems
	ps.Add(p.Options.at["stock"], book.CodeSheet, "fold it in several signatures (--signature 16), or take thinner paper",
		"%d sheets of this paper in one fold push the inner pages %s mm towards the spine, and their inner margin is %s mm",
		deepest.Depth+1, millimetres(creep), millimetres(limit))
	return ps
}
