package typeface

// Glyph is one shaped glyph. Measures are in font units of its face.
type Glyph struct {
	ID      uint16 // glyph index in the face's font file
	Advance int32  // with kerning, before stretch and track
	XOffset int32
	YOffset int32 // up
	// Text is the source text of the glyph's cluster when this is the cluster's first
	// glyph, else "". A page's text is the concatenation of its glyphs' texts.
	Text string
}

// Word is a shaped text. It is shared by everyone who shapes the same text.
type Word struct {
	Glyphs  []Glyph // read only
	Advance int32   // the sum of the glyphs' advances
	// Missing says that a character has no glyph in the face: one of Glyphs is .notdef.
	Missing bool
}
