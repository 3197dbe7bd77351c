package lettering

import (
	"errors"
	"strings"
	"testing"

	"cahier/book/typeface"
	"cahier/book/typeset"
	"cahier/book/unit"
	"cahier/fonts"
)

func hand(t *testing.T) Hand {
	t.Helper()
	library, err := typeface.Open(fonts.FS)
	if err != nil {
		t.Fatal(err)
	}
	h := Hand{Lang: "fr"}
	for _, name := range []string{"eb-garamond", "source-code-pro"} {
		family, err := library.Family(name)
		if err != nil {
			t.Fatal(err)
		}
		h.Families = append(h.Families, family)
	}
	return h
}

// textOf is what the items say.
func textOf(items []typeset.Item) string {
	var sb strings.Builder
	for _, it := range items {
		for _, p := range it.(*typeset.Run).Pieces {
			for _, g := range p.Glyphs {
				sb.WriteString(g.Text)
			}
			if p.Space > 0 {
				sb.WriteByte(' ')
			}
		}
	}
	return sb.String()
}

func TestLinesKeepEveryWordInsideTheMeasure(t *testing.T) {
	h := hand(t)
	const text = "Une phrase assez longue pour trois lignes, avec un signe → qu’une autre fonte doit fournir, et une fin courte."
	const measure = 150 * unit.Point
	lines, err := h.Lines(text, typeface.Roman, 10*unit.Point, measure)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range lines {
		if l.Width > measure {
			t.Errorf("a line is %s wide", l.Width)
		}
		items := l.Items(20*unit.Point, 0, 0)
		first, last := items[0].(*typeset.Run), items[len(items)-1].(*typeset.Run)
		if first.X != 20*unit.Point || last.X > first.X+l.Width {
			t.Errorf("runs begin at %s and %s", first.X, last.X)
		}
		got = append(got, textOf(items))
	}
	if s := strings.Join(got, " "); s != text {
		t.Errorf("%q, want %q", s, text)
	}
	if len(lines) < 3 {
		t.Errorf("%d lines", len(lines))
	}
}

func TestBreaksAreEven(t *testing.T) {
	words := make([]word, 7)
	for i := range words {
		words[i].width = 10 * unit.Point
	}
	// Four words fit on a line: four and three take as few lines as the greedy way does.
	list := breaks(words, 0, 45*unit.Point)
	if len(list) != 2 || list[0] != (span{0, 4}) {
		t.Errorf("%v", list)
	}
	if list := breaks(words[:1], 0, unit.Point); len(list) != 1 {
		t.Errorf("a word wider than the measure has %d lines", len(list))
	}
}

func TestErrors(t *testing.T) {
	var missing *MissingError
	if _, err := hand(t).Line("革命", typeface.Roman, 10*unit.Point); !errors.As(err, &missing) {
		t.Errorf("%v", err)
	}
	if _, err := (Hand{}).Line("a", typeface.Roman, 10*unit.Point); err == nil {
		t.Error("letters without a face")
	}
	if l, err := hand(t).Line("", typeface.Roman, 10*unit.Point); err != nil || l.Items(0, 0, 0) != nil {
		t.Errorf("%v, %v", l, err)
	}
}
