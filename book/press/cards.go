package press

import (
	"slices"

	"cahier/book"
	"cahier/book/layout"
)

// cardSettings are what cards change of a style, before what the output and the command line
// say: a small page, of which nine stand on A4 and eight on Letter, with the same margins left
// and right, which nothing opens or divides.
var cardSettings = []book.Setting{
	{Key: "paper", Value: "95x66mm"},
	{Key: "canon.inner", Value: "3"}, {Key: "canon.top", Value: "2"}, {Key: "canon.outer", Value: "3"}, {Key: "canon.bottom", Value: "2"},
	{Key: "columns", Value: "1"}, {Key: "opening.page", Value: "new"}, {Key: "opening.sink", Value: "0"}, {Key: "heads.roman-front", Value: "false"},
}

// cards composes the questions for discussion alone, each on a page; nil, with problems, if
// there are none.
func (r *Run) cards(o book.Output) *edition {
	o.Settings = slices.Concat(cardSettings, o.Settings)
	whole := r.outputEdition(o)
	if whole == nil {
		return nil
	}
	e := *whole
	e.volume, e.composition = layout.Cards(whole.volume), nil
	if len(e.volume.Sections) == 0 {
		at := o.Pos
		if at.IsZero() {
			at.File = "--cards"
		}
		r.report(at, book.CodeSheet, "write them between ::: questions and :::, as a list or in paragraphs", "there are no questions to make cards of")
		return nil
	}
	c := r.composed(&e)
	if c != nil {
		r.fitCards(c)
	}
	return c
}

// fitCards reports the questions that go on on a second card.
func (r *Run) fitCards(c *edition) {
	opens := map[book.Block]int{}
	for _, start := range c.composition.Map {
		opens[start.Leaf] = start.Page
	}
	end := len(c.composition.Pages)
	for _, s := range slices.Backward(c.volume.Sections) {
		begin := opens[s.Blocks[0]] // the line that names the text
		if end-begin > 1 {
			r.report(s.Blocks[1].Position(), book.CodeSheet, "take a larger card with --paper, or smaller type with --size",
				"a question is too long for a card of %s", c.design.Print.Paper.Name)
		}
		end = begin
	}
}
