package manuscript

import (
	"strings"
	"testing"
)

// A library on one line of megabytes is read in one pass: places are counted from the last
// one. Counted from the line's start this took minutes.
func TestLongLineOfJSON(t *testing.T) {
	const sources = 20000
	src := "[" + strings.Repeat(`{"id":"é","type":"book","title":"A title, neither short nor long","issued":{"date-parts":[[2001]]}},`, sources)
	n, problems := parseJSON("works.json", []byte(strings.TrimSuffix(src, ",")+"]"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if len(n.items) != sources {
		t.Fatalf("%d sources", len(n.items))
	}
	one := len([]rune(src)) / sources
	if p := n.items[sources-1].pos; p.Line != 1 || p.Col < one*(sources-1) || p.Col > one*(sources-1)+2 {
		t.Errorf("the last source stands at %v", p)
	}
}
