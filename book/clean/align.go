package clean

import (
	"math"
	"slices"
)

// Marks of notes that lost their form ("Carr4", "20171") are found by aligning
// two sequences: the labels of the definitions, in order, and every place of the
// text that could be a mark of one. A chain takes at most one place for a label
// and rises strictly in the text; its cost is the sum of what its places cost, of
// the changes of style in it, and of the labels that it leaves out. The cheapest
// chain wins; how sure a mark is follows from how much dearer the text becomes
// without it. (Alignment by dynamic programming: Needleman and Wunsch, J. Mol.
// Biol. 48, 1970.)

// candidate is a place that could be the mark of a note.
type candidate struct {
	start, end int // bytes of the text that the mark takes
	label      int // index among the definitions
	style      style
	cost       int
}

// style is how a mark is written.
type style int

// The styles of marks.
const (
	styleSuper   style = iota // in superscript
	styleBracket              // [1]
	styleParen                // (1)
	styleGlued                // word1
	styleSign                 // word*
	styleLoose                // word 1
	styles
)

const (
	skipCost   = 100 // a label without a place
	switchCost = 30  // a change of style from one mark to the next
	doubtful   = 55  // percent below which a mark is not set
)

// aligned is the result for one label: a place, and how sure it is in percent.
type aligned struct {
	candidate
	found bool
	sure  int
}

// isSure reports whether the place is sure enough for its mark to be set.
func (a aligned) isSure() bool { return a.found && a.sure >= doubtful }

// align finds the cheapest chain. The candidates must be in the order of the
// text; labels is the number of definitions.
func align(list []candidate, labels int) []aligned {
	result := make([]aligned, labels)
	if labels == 0 || len(list) == 0 {
		return result
	}
	best, last, from := cheapest(list, labels)
	for i := last; i >= 0; i = from[i] {
		c := list[i]
		margin := skipCost - c.cost
		if len(list)*labels <= maxExact {
			without, _, _ := cheapest(slices.Delete(slices.Clone(list), i, i+1), labels)
			margin = without - best
		}
		result[c.label] = aligned{candidate: c, found: true, sure: certainty(c.cost, margin)}
	}
	return result
}

// maxExact bounds the work of finding the second-best chains; a text with more
// places than that is judged by the costs alone.
const maxExact = 200_000

// cheapest is the cost of the cheapest chain, its last candidate, and for every
// candidate the one before it.
func cheapest(list []candidate, labels int) (best, last int, from []int) {
	cost, from := pass(list, labels)
	best, last = labels*skipCost, -1
	for i, c := range list {
		if total := cost[i] + (labels-1-c.label)*skipCost; total < best {
			best, last = total, i
		}
	}
	return best, last, from
}

// pass computes for every candidate the cost of the cheapest chain that ends
// there, and the candidate before it in that chain (-1: none).
func pass(list []candidate, labels int) (cost, from []int) {
	cost, from = make([]int, len(list)), make([]int, len(list))
	// ends[label][style] is the cheapest chain so far ending so; a chain may
	// only be continued further on, and candidates of one place are tried
	// before any of them is entered.
	type end struct{ cost, at int }
	ends := make([][styles]end, labels)
	for i := range ends {
		for s := range ends[i] {
			ends[i][s] = end{math.MaxInt / 2, -1}
		}
	}
	entered := 0
	for i, c := range list {
		for ; entered < i && list[entered].end <= c.start; entered++ {
			e := list[entered]
			if slot := &ends[e.label][e.style]; cost[entered] < slot.cost {
				*slot = end{cost[entered], entered}
			}
		}
		cost[i], from[i] = c.label*skipCost+c.cost, -1
		for l := max(0, c.label-maxGap); l < c.label; l++ {
			for s, e := range ends[l] {
				total := e.cost + (c.label-l-1)*skipCost + c.cost
				if style(s) != c.style {
					total += switchCost
				}
				if e.at >= 0 && total < cost[i] {
					cost[i], from[i] = total, e.at
				}
			}
		}
	}
	return cost, from
}

// maxGap is the longest row of labels without places that a chain may pass over;
// it bounds the work on a long text.
const maxGap = 24

// certainty turns a cost and a margin into percent: a cheap place with no rival
// within 50 is all but sure, a dear one or one with an equal rival is a guess.
func certainty(cost, margin int) int {
	return max(0, min(99, 99-cost/2-max(0, 50-margin)))
}
