package layout

import "cahier/book"

// PageMap says where each page of the print edition begins in the Volume's text, so
// that the EPUB can carry the same page numbers.
type PageMap struct {
	// Source identifies the print edition: the volume's identifier with style and paper.
	Source string
	Marks  []PageMark // in reading order
}

// PageMark is the beginning of a page: a leaf of the Volume and a byte offset in its
// LeafText. Pages without a first text of their own (blanks, the printed contents, a
// page that begins with carried-over notes and nothing else) have none.
type PageMark struct {
	Folio  string // the page's label, printed or not: "iv", "12"
	Leaf   book.Block
	Offset int
}
