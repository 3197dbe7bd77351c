package pagebreak

import "cahier/book/unit"

// Rules are the prices of a style, in demerits, and its limits. Costs of settings count in
// full.
type Rules struct {
	// Line is the usual leading: shortness is counted in such lines.
	Line unit.Length
	// Short is the price of a page without notes that ends one line short; n lines cost
	// n³ times as much. Above notes, where the foot is even anyway, empty lines cost a
	// quarter.
	Short int64
	// Facing is the price for each line by which the feet of two facing pages differ.
	Facing int64
	// Split is the price of a note divided over two pages, Away that of a note that
	// does not begin on the page of its call.
	Split, Away int64

	Widow, Orphan, Stranded int64
	// Hyphen is the price of a page that ends in a hyphen: twice on a recto, where the
	// reader has to turn the leaf.
	Hyphen int64

	// LastLines is the least number of lines on the last page; LastCost the price of each
	// one that is missing.
	LastLines int
	LastCost  int64
}
