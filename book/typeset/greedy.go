package typeset

import (
	"cahier/book/typeset/pagebreak"
	"cahier/book/unit"
)

func breakPages(f pagebreak.Flow, r pagebreak.Rules) []pagebreak.Page {
	if p := pagebreak.Break(f, r); p != nil {
		return p
	}
	var pages []pagebreak.Page
	var cur pagebreak.Page
	H := f.Heights[0]
	var used, foot unit.Length
	note := 0
	flush := func() {
		pages = append(pages, cur)
		cur = pagebreak.Page{}
		used, foot = 0, 0
	}
	noteH := func(n int) unit.Length {
		var h unit.Length
		for i := range n {
			for _, l := range f.Notes[note+i].Lines {
				h += l
			}
			h += f.NoteGap
		}
		return h
	}
	takeNotes := func(n int) {
		for range n {
			if len(cur.Notes) == 0 {
				foot += f.NoteRule
			}
			h := noteH(1)
			foot += h
			cur.Notes = append(cur.Notes, pagebreak.NotePart{Note: note, From: 0, To: len(f.Notes[note].Lines)})
			note++
		}
	}
	fits := func(h unit.Length, n int) bool {
		x := used + h + foot
		if n > 0 {
			if foot == 0 {
				x += f.NoteRule
			}
			x += noteH(n)
		}
		return x <= H
	}
	for i, it := range f.Items {
		switch it := it.(type) {
		case *pagebreak.Space:
			if used == 0 && !it.Stays {
				continue
			}
			if fits(it.Height, 0) {
				used += it.Height
				cur.Parts = append(cur.Parts, pagebreak.Part{Item: i})
			}
		case *pagebreak.Block:
			need := it.Height
			if it.KeepNext {
				need += 2 * r.Line
			}
			if !fits(need, it.Notes) && used > 0 {
				flush()
			}
			used += it.Height
			if len(cur.Parts) == 0 {
				used += it.Top
			}
			takeNotes(it.Notes)
			cur.Parts = append(cur.Parts, pagebreak.Part{Item: i})
		case *pagebreak.Paragraph:
			s := it.Settings[0]
			from := 0
			for k, l := range s.Lines {
				if !fits(l.Height, l.Notes) && used > 0 {
					if k > from {
						cur.Parts = append(cur.Parts, pagebreak.Part{Item: i, From: from, To: k})
					}
					flush()
					from = k
				}
				used += l.Height
				takeNotes(l.Notes)
			}
			cur.Parts = append(cur.Parts, pagebreak.Part{Item: i, From: from, To: len(s.Lines)})
		}
	}
	if len(cur.Parts) > 0 || len(pages) == 0 {
		flush()
	}
	return pages
}
