package typeset_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"cahier/book"
	"cahier/book/style"
	"cahier/book/typeset"
	"cahier/book/unit"
)

// Every line of the text stands in one of the columns, the left ones are read before the
// right ones, no word is lost, and the last page ends level.
func TestColumns(t *testing.T) {
	for _, n := range []int{2, 3} {
		for _, words := range []int{60, 900, 1500, 2600} {
			t.Run(fmt.Sprintf("%d columns, %d words", n, words), func(t *testing.T) {
				p := design(t, "two-column", fmt.Sprintf("columns=%d", n))
				v := article(t, "en", prose(words, words)+"\n\n## A heading\n\n"+prose(200, 3)+"\n")
				c := compose(t, v, p, nil)
				if got, want := fold(typeset.Text(c)), fold(volumeText(v, c)); got != want {
					t.Errorf("text was lost or moved: %s", difference(got, want))
				}
				level := false
				for _, page := range c.Pages {
					foot, lines := feet(page, p, n)
					if lines > 4*n { // the last one that is the article's
						level = slices.Max(foot)-slices.Min(foot) <= 3*p.Blocks.Text.Leading
					}
				}
				if !level {
					t.Error("the last columns end far apart")
				}
			})
		}
	}
}

// feet are the baselines of the last lines of running text in a page's columns, and how many
// such lines there are. A line that stands in no column counts for none.
func feet(page *typeset.Page, p *style.Print, n int) (foot []unit.Length, lines int) {
	left := p.Inner
	if page.Number%2 == 0 {
		left = p.Outer
	}
	foot = make([]unit.Length, n)
	for _, it := range page.Items {
		r, ok := it.(*typeset.Run)
		if !ok || r.Element == nil || r.Element.Role != typeset.RoleP || r.Size < p.Blocks.Text.Size {
			continue
		}
		for i := range n {
			edge := left + unit.Length(i)*(p.Column()+p.Gutter)
			if r.X-edge > -2*unit.Millimetre && r.X-edge < p.Column() {
				foot[i] = max(foot[i], r.Y)
				lines++
			}
		}
	}
	return foot, lines
}

// A title that no page can hold is set in the columns, and they stay two.
func TestTitleLongerThanAPageInColumns(t *testing.T) {
	p := design(t, "two-column")
	v := volume(t, fstest.MapFS{"a.md": {Data: []byte("---\ntitle: " + prose(2500, 3) + "\nauthor: A. Writer\nlang: en\ndate: 2020-01-01\n---\n\n" + prose(3000, 4) + "\n")}}, "a.md")
	c, _ := typeset.Compose(v, p, library(t), typeset.Options{})
	if got, want := fold(typeset.Text(c)), fold(volumeText(v, c)); got != want {
		t.Errorf("text was lost or moved: %s", difference(got, want))
	}
	both := 0
	for _, page := range c.Pages {
		if foot, _ := feet(page, p, 2); foot[0] > 0 && foot[1] > 0 {
			both++
		}
	}
	if both < 2 {
		t.Errorf("%d pages have two columns of text", both)
	}
}

// Numbers stand in the margin of every column, the middle ones too; where the gutter has no
// room for them that is said once.
func TestNumbersBesideMiddleColumns(t *testing.T) {
	for gutter, cramped := range map[string]bool{"8mm": false, "1mm": true} {
		p := design(t, "two-column", "columns=3", "gutter="+gutter)
		v := article(t, "en", prose(2000, 5)+"\n")
		v.Numbering = book.NumberLines
		c, ps := typeset.Compose(v, p, library(t), typeset.Options{})
		if said := strings.Count(fmt.Sprint(ps), "no room for numbers"); said != map[bool]int{true: 1}[cramped] {
			t.Errorf("gutter %s: said %d times", gutter, said)
		}
		left, found := p.Inner+p.Column()+p.Gutter, false
		for _, page := range c.Pages {
			for _, it := range page.Items {
				r, ok := it.(*typeset.Run)
				found = found || ok && page.Number%2 == 1 && r.Size == p.Blocks.Number.Size && r.X < left && r.X > left-p.Gutter
			}
		}
		if found == cramped {
			t.Errorf("gutter %s: numbers beside the middle column: %v", gutter, found)
		}
	}
}
