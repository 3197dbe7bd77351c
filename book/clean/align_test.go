package clean

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// TestGluedMarks sets the marks of two notes into sentences that hold every trap
// there is; "^1" shows where the mark must come to stand.
func TestGluedMarks(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"Edward Carr1 wrote it.\nThen Pirani2 did.", "Edward Carr^1 wrote it.\nThen Pirani^2 did."},
		{"on 6 November 20171. Later it was said.2", "on 6 November 2017^1. Later it was said.^2"},
		{"la revue théorique.1 Un texte »2 suit.", "la revue théorique.^1 Un texte »^2 suit."},
		{"The 1st and 2nd of 12 items, 1,5 or 2.5 %, on p. 12.1 So be it.2", "The 1st and 2nd of 12 items, 1,5 or 2.5 %, on p. 12.1 So be it.^2"},
		{"40 m2 and CO2 and H2O at 1 km2 here.1 The end!2", "40 m2 and CO2 and H2O at 1 km2 here.^1 The end!^2"},
		{"Le 1er mai, au 2e congrès, le XIXe siècle1 finit ; voilà2.", "Le 1er mai, au 2e congrès, le XIXe siècle^1 finit ; voilà^2."},
		{"A word¹ and another².", "A word^1 and another^2."},
		{"A word [1] and another [2].", "A word^1 and another^2."},
		{"G2 met at 10:21. They agreed.1 Nobody else did.2", "G2 met at 10:21. They agreed.^1 Nobody else did.^2"},
		{"In the end nothing is marked here, in 1921 or in 1922.", "In the end nothing is marked here, in 1921 or in 1922."},
		{"Only the second2 is marked, in the right order.", "Only the second^2 is marked, in the right order."},
		{"The second2 before the first1 cannot both be.", "The second2 before the first1 cannot both be."},
	} {
		if got := marked(test.text, 2); got != test.want {
			t.Errorf("%s\ngot  %s\nwant %s", test.text, got, test.want)
		}
	}
}

// marked sets the marks of n notes into a text and shows them as "^1".
func marked(text string, n int) string {
	labels := map[string]int{}
	for i := range n {
		labels[itoa(i+1)] = i
	}
	list := scanMarks(text, labels)
	return replaceMarks(putMarks(text, align(list, n), list, 0), func(i int) string { return "^" + itoa(i+1) })
}

// TestAlignIsBest compares the chain's cost with that of every chain, on small
// random tasks.
func TestAlignIsBest(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 400 {
		labels := 1 + r.IntN(4)
		var list []candidate
		at := 0
		for range r.IntN(8) {
			at += 1 + r.IntN(3)
			list = append(list, candidate{start: at, end: at + 1, label: r.IntN(labels), style: style(r.IntN(2)), cost: r.IntN(90)})
		}
		best := bruteForce(list, labels, -1, -1)
		got, last := 0, -1
		for _, a := range align(list, labels) {
			if !a.found {
				got += skipCost
				continue
			}
			got += a.cost
			if last >= 0 && style(last) != a.style {
				got += switchCost
			}
			last = int(a.style)
		}
		if got != best {
			t.Fatalf("%d labels, %v: cost %d, best %d", labels, list, got, best)
		}
	}
}

// bruteForce is the least cost of setting the labels after the given one, with
// candidates after the given one.
func bruteForce(list []candidate, labels, label, at int) int {
	best := (labels - 1 - label) * skipCost
	for i := at + 1; i < len(list); i++ {
		c := list[i]
		if c.label <= label || at >= 0 && c.start < list[at].end {
			continue
		}
		cost := (c.label-label-1)*skipCost + c.cost + bruteForce(list, labels, c.label, i)
		if at >= 0 && list[at].style != c.style {
			cost += switchCost
		}
		best = min(best, cost)
	}
	return best
}

// TestNoDigitIsLost holds that every digit of a pasted text is in the Markdown or
// became a note's call.
func TestNoDigitIsLost(t *testing.T) {
	body := strings.Repeat("In 19171 the price rose by 3,5 % to 2 roubles for 12 kg, said Carr2, and the 8th part went to H2O.3 ", 3)
	notes := "\n\n1. One.\n\n2. Two.\n\n3. Three.\n"
	for _, text := range []string{body, body + notes} {
		r, _ := Clean([]byte("A title of three words\n\n"+text), Options{From: Text, Lang: "en"})
		digits := func(s string) int {
			return len(s) - len(strings.Map(func(c rune) rune {
				if isDigit(c) {
					return -1
				}
				return c
			}, s))
		}
		md := string(r.Markdown)
		_, md, _ = strings.Cut(md, "\n---\n")
		want := digits(text)
		if got := digits(md); got != want {
			t.Errorf("%d digits of %d:\n%s", got, want, md)
		}
	}
}

func ExampleClean() {
	r, _ := Clean([]byte("<h1>On Rain</h1><p>It rained<sup><a href='#n1' id='c1'>1</a></sup> all day, as it often does in that valley when the wind turns.</p><p id='n1'><a href='#c1'>1</a> Not much.</p>"), Options{Lang: "en"})
	fmt.Print(string(r.Markdown))
	// Output:
	// ---
	// title: On Rain
	// lang: en
	// ---
	//
	// It rained[^1] all day, as it often does in that valley when the wind turns.
	//
	// [^1]: Not much.
}
