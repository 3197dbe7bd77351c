package lettering

import "cahier/book/unit"

// span is a line's words: from the first up to, not including, the second.
type span struct{ from, to int }

// breaks divides words into as few lines as the measure allows; among those the sum of
// the squares of what the lines lack is least, the last line left out of it (Knuth and
// Plass, Breaking Paragraphs into Lines, 1981, in its simplest case).
func breaks(words []word, space, measure unit.Length) []span {
	n := len(words)
	type state struct {
		lines, next int
		cost        int64
	}
	best := make([]state, n+1)
	for i := n - 1; i >= 0; i-- {
		width := -space
		for j := i; j < n; j++ {
			if width += space + words[j].width; width > measure && j > i {
				break
			}
			// in points: the square of a Length would not fit
			lack := int64(max(0, measure-width) / unit.Point)
			if j == n-1 {
				lack = 0
			}
			s := state{best[j+1].lines + 1, j + 1, best[j+1].cost + lack*lack}
			if j == i || s.lines < best[i].lines || s.lines == best[i].lines && s.cost < best[i].cost {
				best[i] = s
			}
		}
	}
	var list []span
	for i := 0; i < n; i = best[i].next {
		list = append(list, span{i, best[i].next})
	}
	return list
}
