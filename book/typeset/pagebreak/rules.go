package pagebreak

import "cahier/book/unit"

// Rules are the prices of a style, in demerits, and its limits. Costs of settings count in
// full.
type Rules struct {
	// Line is the usual leading: shortness is counted in such lines. Above 0.
	Line unit.Length
	// Short is the price of a page without notes that ends one line short; n lines cost
	// n³ times as much. Above notes, where the foot is even anyway, one empty line is free
	// and the others cost a quarter.
	Short int64
	// Facing is the price for each line by which the feet of two facing pages differ.
	Facing int64
	// Split is the price of a note divided over two pages, with a fiftieth of it for every
	// line carried over; Away that of a note that does not begin on the page of its call.
	Split, Away int64

	// Give is the price of each line by which a block is made lower.
	Give int64

	Widow, Orphan, Stranded int64
	// Hyphen is the price of a page that ends in a hyphen: twice that on a recto, where
	// the reader has to turn the leaf.
	Hyphen int64

	// LastLines is the least number of lines on the last page; LastCost the price of each
	// one that is missing.
	LastLines int
	LastCost  int64
}

// Classic are the rules for a book with the leading. The costs of settings that go with
// them are linebreak's demerits over the best setting, divided by 500: a paragraph spread
// over one line more then costs less than a page one line short, unless its gaps become
// half as wide again.
func Classic(leading unit.Length) Rules {
	return Rules{
		Line: leading, Short: 3_000, Facing: 1_500, Split: 4_000, Away: 200_000, Give: 1_500,
		Widow: 2_000_000, Orphan: 2_000_000, Stranded: 200_000_000, Hyphen: 250_000,
		LastLines: 4, LastCost: 2_000,
	}
}
