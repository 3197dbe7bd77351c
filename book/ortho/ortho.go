// Package ortho sets text by the orthotypography of its language: spaces, quotation
// marks, apostrophes, dashes, ellipses, and letters raised in ordinals and
// abbreviations.
//
// In goes text, or blocks of the model with their language; out comes the same with
// its signs and spaces repaired. Letters and digits are never changed, added, dropped
// or moved: what is raised keeps its letters. Text that is set already stays as it is, so
// that a name or a title may pass twice, first by itself and then in its paragraph. The
// package knows French, English, German, Spanish, Portuguese and Italian; in any other
// language it only repairs what is wrong everywhere (doubled and thin spaces, soft
// hyphens). Code, images and addresses are left as they are.
//
//	fr  il dit: "oui"! - l'an 70 000, M. X, XIXe  →  il dit : « oui » ! – l’an 70 000, M. X, XIX^e^
//	en  "it's 'so'" pp. 12-15, 5'10"              →  “it’s ‘so’” pp. 12–15, 5′10″
//	de  "so" z. B. 1914-1918                      →  „so“ z. B. 1914–1918
//	es  "así" 1.er                                →  «así» 1.^er^
//
// What a straight mark is follows from what stands on its two sides, across markup: a
// quotation may open in an emphasis and end after it. Existing marks are respected and count
// for the nesting. A hyphen between figures becomes a dash only where the language is certain.
//
// Rules are drawn from the Lexique des règles typographiques en usage à l'Imprimerie
// nationale (fr), The Chicago Manual of Style and New Hart's Rules (en), the Amtliche
// Regelung and DIN 5008 (de), the Ortografía de la lengua española (es), and
// common book practice (it, pt). Where a rule is not certain the text stays as written.
package ortho

import "cahier/book"

// Options say how far the repair goes.
type Options struct {
	// Plain writes every space as U+0020 and raises nothing: for a manuscript, which
	// leaves the language's spaces to the build.
	Plain bool
	// Report collects what was changed; it costs time, so it is off by default.
	Report bool
}

// Text sets one run of text in a language (BCP 47). A newline begins a line as a
// LineBreak of the model does. Letters are not raised: a string cannot carry it.
func Text(s, lang string, opt Options) string {
	return Pieces([]string{s}, lang, opt)[0]
}

// Object stands in Pieces for something that is not text (an image, code, a note's
// call) and counts as a word there.
const Object = "\uFFFC"

// Pieces sets the texts of one paragraph that markup divides: a quotation that
// opens in one piece and ends in another is known as one. The result has as many pieces; one
// may become empty. Letters are not raised.
func Pieces(list []string, lang string, opt Options) []string {
	s := setter{opt: opt, rules: newRuleSet()}
	s.reset()
	ru := s.rules.find(lang)
	for _, text := range list {
		s.addText(&book.Text{Value: text}, ru, piece{fixed: true})
	}
	s.set()
	out := make([]string, len(list))
	for i := range list {
		out[i] = s.pieceText(i)
	}
	return out
}

// Blocks sets every leaf of the blocks in place and returns what was changed if
// Options.Report asks for it. A block or span with a language of its own is set by it. Notes
// are not entered: their blocks are set by a call of their own.
//
// Text nodes are replaced, not written to, so inlines that a heading shares with a
// running head can each be set.
func Blocks(list []book.Block, lang string, opt Options) []Change {
	s := setter{opt: opt, rules: newRuleSet()}
	s.blocks(list, s.rules.find(lang))
	return s.changes
}

// Inlines returns the inlines set in a language; the given list and its nodes stay as
// they are, but for a Citation, whose wording is replaced.
func Inlines(list []book.Inline, lang string) []book.Inline {
	s := setter{rules: newRuleSet()}
	list = append([]book.Inline(nil), list...)
	s.leaves([]*[]book.Inline{&list}, s.rules.find(lang))
	return list
}

func (s *setter) blocks(list []book.Block, ru *rules) {
	for _, b := range list {
		ru := ru
		if l := b.Attributes().Lang; l != "" {
			ru = s.rules.find(l)
		}
		if v, ok := b.(*book.Verse); ok {
			s.leaves(verseLines(v), ru)
			continue
		}
		if c := book.Content(b); c != nil {
			s.leaves([]*[]book.Inline{c}, ru)
			continue
		}
		for _, inner := range book.Children(b) {
			s.blocks(inner, ru)
		}
	}
}

// verseLines lists the lines of a poem, which are set as one text: a quotation may
// run over them.
func verseLines(v *book.Verse) []*[]book.Inline {
	var lines []*[]book.Inline
	for _, l := range v.Lines {
		lines = append(lines, &l.Text.Inlines)
	}
	return lines
}

// leaves sets lists of inlines that are one text, a line each.
func (s *setter) leaves(lists []*[]book.Inline, ru *rules) {
	s.reset()
	for i, l := range lists {
		if i > 0 {
			s.addObject(lineEnd)
		}
		s.flatten(*l, ru, piece{})
	}
	s.set()
	if !s.dirty {
		return
	}
	s.next = 0
	for i, l := range lists {
		if i > 0 {
			s.next++ // the line's end
		}
		*l, _ = s.rebuild(*l)
	}
}
