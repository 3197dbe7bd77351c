package cover

import (
	"strings"
	"testing"

	"cahier/book"
	"cahier/book/lettering"
	"cahier/book/picture"
	"cahier/book/typeset"
	"cahier/book/unit"
)

func wrapped(t *testing.T, spine unit.Length, isbn string, img *picture.Image) (*Wrap, book.Problems) {
	t.Helper()
	v := volume("La ville et le temps", "Sept articles", "Claire Aubin", "Les Cahiers")
	v.Front.Abstract = []book.Block{&book.Paragraph{Inlines: []book.Inline{&book.Text{Value: "De quoi discuter."}}}}
	if isbn != "" {
		v.Front.Identifiers = []book.Identifier{{Scheme: "isbn", Value: isbn}}
	}
	return NewWrap(v, WrapOptions{
		Width: 148 * unit.Millimetre, Height: 210 * unit.Millimetre, Spine: spine, Bleed: 3 * unit.Millimetre,
		Hand: lettering.Hand{Families: families(t), Lang: "fr"}, Image: img,
	})
}

// The title stands on the spine only where it fits: with its letters inside the spine.
func TestSpineTextOnlyWhenItFits(t *testing.T) {
	for mm, want := range map[unit.Length]bool{0: false, 3: false, 6: true, 20: true} {
		w, ps := wrapped(t, mm*unit.Millimetre, "", nil)
		if len(ps) > 0 || w.Titled != want {
			t.Errorf("a spine of %d mm: %v, %v", mm, w.Titled, ps)
		}
		for _, p := range w.Parts[1:] {
			if p.Page.Height != w.Spine || p.Y < 0 || p.Y+p.Page.Width > w.Height {
				t.Errorf("a spine of %d mm: its text is %s high and %s long", mm, p.Page.Height, p.Page.Width)
			}
		}
	}
}

func TestWrapCoversItsBleed(t *testing.T) {
	w, _ := wrapped(t, 9*unit.Millimetre, "9782070368228", nil)
	page := w.Parts[0].Page
	if page.Width != w.Width+2*w.Bleed || page.Height != w.Height+2*w.Bleed || w.Width != 305*unit.Millimetre {
		t.Errorf("%s × %s, cut to %s", page.Width, page.Height, w.Width)
	}
	if g := page.Items[0].(*typeset.Rule); g.W != page.Width || g.H != page.Height {
		t.Error("the ground does not reach the bleed")
	}
	rules := 0
	for _, it := range page.Items {
		if _, ok := it.(*typeset.Rule); ok {
			rules++
		}
	}
	if rules < 30 {
		t.Errorf("%d rules: the bars of the ISBN are missing", rules)
	}
}

func TestWrapSaysWhatIsWrong(t *testing.T) {
	if _, ps := wrapped(t, 0, "9782070368227", nil); len(ps) != 1 || ps[0].Code != book.CodeBadValue {
		t.Errorf("a wrong check digit: %v", ps)
	}
	img := &picture.Image{Src: "c.jpg", Width: 300, Height: 300, Format: picture.JPEG}
	w, ps := wrapped(t, 0, "", img)
	if len(ps) != 1 || ps[0].Code != book.CodeImageLow {
		t.Errorf("a small image: %v", ps)
	}
	p := w.Parts[1]
	if p.Wide != 151*unit.Millimetre || p.High != 216*unit.Millimetre || p.X+p.Left != 148*unit.Millimetre || p.Y+p.Top != -3*unit.Millimetre {
		t.Errorf("the image is shown at %s, %s, %s × %s", p.X+p.Left, p.Y+p.Top, p.Wide, p.High)
	}
}

// The number above the bars stands in the groups that its author wrote: they cannot be told from
// the digits.
func TestISBNKeepsItsGroups(t *testing.T) {
	v := volume("Titre", "", "Claire Aubin", "")
	v.Front.Identifiers = []book.Identifier{{Scheme: "isbn", Value: "9780306406157", Written: "978-0-306-40615-7"}}
	w, ps := NewWrap(v, WrapOptions{
		Width: 148 * unit.Millimetre, Height: 210 * unit.Millimetre,
		Hand: lettering.Hand{Families: families(t), Lang: "en"},
	})
	var sb strings.Builder
	for _, it := range w.Parts[0].Page.Items {
		if run, ok := it.(*typeset.Run); ok {
			for _, piece := range run.Pieces {
				for _, g := range piece.Glyphs {
					sb.WriteString(g.Text)
				}
			}
			sb.WriteByte('|')
		}
	}
	if s := sb.String(); len(ps) > 0 || !strings.Contains(s, "978-0-306-40615-7|") || !strings.Contains(s, "|9|7|8|0|") {
		t.Errorf("%q, %v", s, ps)
	}
}
