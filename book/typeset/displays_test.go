package typeset_test

import (
	"fmt"
	"strings"
	"testing"

	"cahier/book/typeset"
	"cahier/book/unit"
)

// A question stands on the page of its first lines to answer on, wherever the page ends.
func TestQuestionsKeepTheirRoom(t *testing.T) {
	for n := range 24 {
		body := prose(400+7*n, n) + "\n\n::: questions\n1. What is it?\n2. " + prose(25, 5) + "\n3. Why?\n:::\n"
		c := compose(t, article(t, "en", body), design(t, "wide-margin"), nil)
		for _, p := range c.Pages {
			for _, it := range p.Items {
				if r, ok := it.(*typeset.Run); ok && r.Element != nil {
					break
				}
				if r, ok := it.(*typeset.Rule); ok && r.W > 40*unit.Millimetre {
					t.Errorf("%d words: page %d begins with a line to write on", 400+7*n, p.Number)
					break
				}
			}
		}
	}
}

// After a display the style says how text begins; what goes on in a sentence is flush.
func TestTextAfterDisplays(t *testing.T) {
	const body = "Before.\n\n- one\n\nAfterwards.\n\n> Said.\n\nand so on.\n"
	for _, c := range []struct {
		setting string
		indents bool
	}{{"displays.after=flush", false}, {"displays.after=indented", true}} {
		p := design(t, "classic", c.setting)
		comp := compose(t, article(t, "en", body), p, nil)
		for _, page := range comp.Pages {
			for _, it := range page.Items {
				r, ok := it.(*typeset.Run)
				if !ok {
					continue
				}
				left := p.Inner
				if page.Number%2 == 0 {
					left = p.Outer
				}
				text, _ := runText(r)
				if strings.HasPrefix(text, "Afterwards") && (r.X-left > p.Blocks.Text.Indent/2) != c.indents {
					t.Errorf("%s: %q stands %s from the edge", c.setting, text, r.X-left)
				}
				if strings.HasPrefix(text, "and so on") && r.X-left > p.Blocks.Text.Indent/2 {
					t.Errorf("%s: %q stands %s from the edge", c.setting, text, r.X-left)
				}
			}
		}
	}
}

// A pamphlet spends no leaf on a half-title.
func TestPamphletHasNoHalfTitle(t *testing.T) {
	v := article(t, "en", headings(30)+prose(2600, 1)+"\n")
	if len(v.Sections) == 0 || v.Sections[0].ID != "halftitle" {
		t.Fatal("the volume has no half-title to leave out")
	}
	c := compose(t, v, design(t, "pamphlet"), nil)
	full := compose(t, v, design(t, "pamphlet", "opening.half-title=true"), nil)
	if got := len(full.Pages) - len(c.Pages); got != 2 {
		t.Errorf("without half-title there are %d pages fewer, want 2", got)
	}
}

// Room for notes by hand follows every article, as many lines as the style says.
func TestRoomAfterArticles(t *testing.T) {
	for _, want := range []int{0, 7, 60} {
		c := compose(t, article(t, "en", prose(300, 2)+"\n"), design(t, "classic", fmt.Sprintf("room=%d", want)), nil)
		got := 0
		for _, p := range c.Pages {
			for _, it := range p.Items {
				if r, ok := it.(*typeset.Rule); ok && r.W > 100*unit.Millimetre {
					got++
				}
			}
		}
		if got != want {
			t.Errorf("%d lines to write on, want %d", got, want)
		}
	}
}
