package typeset

import (
	"cahier/book/picture"
	"cahier/book/unit"
)

// atom is what an item of a paragraph stands for; a paragraph has as many atoms as
// linebreak.Items.
type atom struct {
	word    *word // of a box
	look    *look // of a box or a space
	element *Element
	link    *area
	anchor  string         // begins here
	picture *picture.Image // of a kern
	drawn   unit.Length    // width of the picture
	offset  int32          // of the atom's text in its leaf, -1 for what layout has made
	fixed   bool           // a kern that is a space in the text
	newline bool           // a break between lines of code
	wrapped bool           // a break inside a line of code
	broken  bool           // a break inside a word that fits no line
	drop    bool           // glue at which a line ends leaves a space in the text
}

// area is an address or a place in the book that text leads to.
type area struct {
	uri, target string
	element     *Element
}
