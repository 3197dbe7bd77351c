package typeset

import (
	"cahier/book/layout"
	"cahier/book/style"
)

// count finds for each page how many lines that the margin numbers come before it: none
// where the numbers begin again on every page.
func (j *job) count(plans []*plan) {
	if j.print.Detail.NumberFrom != style.FromArticle {
		return
	}
	n := 0
	for _, p := range plans {
		if p.galley == nil || p.galley.section.Kind != layout.Article {
			continue
		}
		if p.first {
			n = 0
		}
		p.numbered = n
		p.texts(func(t *text, _, from, to int) {
			n += t.tally(from, to)
		})
	}
}

// tally is how many of the lines from to to, less one, are counted in the margin.
func (t *text) tally(from, to int) int {
	switch {
	case !t.counted:
		return 0
	case t.verse:
		return max(0, min(to, 1)-from)
	}
	return to - from
}
