package main

import (
	"strconv"

	"github.com/spf13/cobra"

	"cahier/book"
)

// sheetFlags say how pages are put on sheets of paper.
type sheetFlags struct {
	booklet      bool
	handout      int
	cards        bool
	explain      bool
	oneSided     bool
	fit          bool
	ruled        bool
	instructions bool
	values       valueFlags // the keys that an output of kind booklet has, too
}

func (s *sheetFlags) add(c *cobra.Command) {
	fs := c.Flags()
	fs.BoolVar(&s.booklet, "booklet", false, "impose the pages on sheets to print, fold and staple")
	fs.IntVar(&s.handout, "handout", 0, "put 2 or 4 pages on a side, in reading order")
	fs.BoolVar(&s.cards, "cards", false, "fill a sheet with each question for discussion, to be cut apart")
	fs.BoolVar(&s.explain, "explain", false, "say on standard output which pages stand on which side, and how to print and fold")
	fs.BoolVar(&s.instructions, "instructions", false, "print the explanation as a last page")
	fs.BoolVar(&s.oneSided, "one-sided", false, "for printers of one side: two files, -fronts and -backs; print one, put the sheets back, print the other")
	fs.BoolVar(&s.fit, "fit", false, "make pages smaller that do not fit on the sheet")
	fs.BoolVar(&s.ruled, "ruled", false, "draw lines for notes on blank pages")
	s.values = valueFlags{
		{name: "sheet", usage: "sheet in the printer: a4, letter, a3, tabloid, sra4, sra3, or such as 330x480mm (default a4)"},
		{name: "signature", usage: "fold several signatures of at most so many pages, for sewing: 16"},
		{name: "flip", usage: "edge on which the printer turns the sheet: short or long (default short)"},
		{name: "stock", usage: "paper, whose thickness moves inner pages to the fold: 80g, or 115g coated"},
		{name: "caliper", usage: "thickness of a leaf, if it is known better than by --stock: 0.1mm"},
		{name: "marks", usage: "draw marks: fold,staple,crop,registration,collation"},
		{name: "grip", usage: "white that the printer leaves at the edges, for --fit and --cards (default 5mm)"},
	}
	s.values.add(c)
}

// wanted reports whether sheets are to be made instead of pages.
func (s *sheetFlags) wanted() bool { return s.booklet || s.handout != 0 || s.cards }

// settings are the flags as settings of an output of kind booklet.
func (s *sheetFlags) settings(c *cobra.Command) []book.Setting {
	list := s.values.settings(c)
	for _, b := range []struct {
		key string
		on  bool
	}{{"one-sided", s.oneSided}, {"fit", s.fit}, {"ruled", s.ruled}, {"instructions", s.instructions}, {"cards", s.cards}} {
		if b.on {
			list = append(list, setting(b.key, b.key, "true"))
		}
	}
	if c.Flags().Changed("handout") {
		list = append(list, setting("handout", "handout", strconv.Itoa(s.handout)))
	}
	return list
}

// check refuses flags that contradict each other.
func (s *sheetFlags) check(c *cobra.Command, output string) error {
	schemes := 0
	for _, on := range []bool{s.booklet, s.handout != 0, s.cards} {
		if on {
			schemes++
		}
	}
	if schemes > 1 {
		return misuse("take one of them", "--booklet, --handout and --cards exclude each other")
	}
	if s.explain && output == "-" {
		return misuse("give -o FILE", "--explain and -o - both want standard output")
	}
	changed := c.Flags().Changed
	switch {
	case s.wanted() && changed("cover"):
		return misuse("make a cover of its own: cahier cover", "--cover is a page of the PDF, not of its sheets")
	case s.cards && (changed("fit-sheets") || changed("stats")):
		return misuse("choose --paper and --size of the card", "--fit-sheets and --stats are for pages, not for cards")
	case changed("signature") && !s.booklet:
		return misuse("add --booklet", "--signature goes with --booklet")
	case s.wanted():
		return nil
	case changed("sheet") && !changed("stats") && !changed("fit-sheets"):
		return misuse("add one of them, or --paper for the size of the page", "--sheet goes with --booklet, --handout, --cards or --stats")
	}
	names := []string{"explain", "instructions", "one-sided", "fit", "ruled"}
	for _, t := range s.values {
		if t.name != "stock" && t.name != "sheet" { // --stats asks for them, too
			names = append(names, t.name)
		}
	}
	for _, name := range names {
		if changed(name) {
			return misuse("add one of them", "--%s goes with --booklet, --handout or --cards", name)
		}
	}
	return nil
}
