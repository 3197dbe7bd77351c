package linebreak

import "cahier/book/unit"

// Rules are the prices and limits of a style. Prices are in demerits: a line whose gaps
// are 10 % off the ideal (100 thousandths) costs 100² = 10,000, and more than the square
// as Steep says.
type Rules struct {
	// Expand is how much glyphs may be widened and narrowed, in thousandths (20).
	Expand int
	// TrackOut and TrackIn are the most that may be added and taken away after each
	// glyph (.005 and .0025 em). Both at least 0.
	TrackOut, TrackIn unit.Length
	// GapShare says how much of the adjustment falls to the gaps: so many thousandths
	// of their ideal when expansion and tracking are at their limit. Beyond that point
	// gaps bear it all.
	GapShare int
	// LooseMax and TightMax are how far gaps may be off the ideal, in thousandths,
	// before the emergency pass. No pass makes gaps tighter than TightMax.
	LooseMax, TightMax int
	// Good ends the search after the first pass, without hyphens, if no line's gaps are
	// further off than this.
	Good int
	// Steep is where the cost of gaps begins to grow faster than the square: at so many
	// thousandths it is twice the square, from there it goes with the fourth power. 0 is
	// never.
	Steep int

	// Glyphs is the price of a line whose glyphs are expanded and tracked to their limit;
	// half way it costs a quarter.
	Glyphs int64

	Hyphen     int64 // a line ends in a hyphen; three quarters after one that was there
	HyphenPair int64 // so did the one before
	HyphenRow  int64 // and the one before that: a ladder
	HyphenLast int64 // the last line but one ends in a hyphen

	// Mismatch is the price of neighbouring lines that are more than one fitness class
	// apart (tight, decent, loose, very loose).
	Mismatch int64
	// Stack is the price of two lines that begin, or end, with the same word.
	Stack int64

	// Runt is the fewest letters of a last line that is not a runt. One with fewer costs
	// RuntCost, and so does one that is only the rest of a word, divided here or at its own
	// hyphen. Short is the shortest last line that is free; towards no width the cost rises
	// to ShortCost.
	Runt                int
	RuntCost, ShortCost int64
	Short               unit.Length
	// Room is the least that a last line leaves empty, if it is not full: one that leaves
	// less costs RoomCost. Usually the indent of the paragraphs.
	Room     unit.Length
	RoomCost int64

	// Rag is the length left empty by a ragged line that costs as much as gaps 10 % off.
	Rag unit.Length
}

// Classic are the rules for book text of the size (one em), tuned on English and French
// prose at a measure of 29 em. They hold from about 15 to 40 em.
func Classic(em unit.Length) Rules {
	return Rules{
		Expand: 20, TrackOut: em.MulDiv(5, 1000), TrackIn: em.MulDiv(25, 10000),
		GapShare: 54, LooseMax: 900, TightMax: 280, Good: 150, Steep: 180,
		Glyphs: 30_000, Hyphen: 400_000, HyphenPair: 400_000, HyphenRow: 10_000_000, HyphenLast: 20_000,
		Mismatch: 10_000, Stack: 900_000,
		Runt: 5, Short: 5 * em, RuntCost: 14_000_000, ShortCost: 10_000,
		Room: em, RoomCost: 40_000,
		Rag: 2 * em,
	}
}
