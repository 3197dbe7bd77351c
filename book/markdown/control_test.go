package markdown

import "testing"

func TestControlCharactersAreTold(t *testing.T) {
	src, problems := Normalize("a.md", []byte("One\ttwo é.\nl\u0092eau \a, \a\v\x7f\u0081\uFFFE fin \U0001FFFF\n"))
	if want := "One\ttwo é.\nl’eau ,   fin \n"; string(src) != want {
		t.Errorf("%q, not %q", src, want)
	}
	want := []string{
		"a.md:2:2: a control character (U+0092) stands here and is read as ’",
		"a.md:2:7: a control character (U+0007) stands here, one of 2, and is left out",
		"a.md:2:11: a control character (U+000B) stands here and is read as a space",
		"a.md:2:12: a control character (U+007F) stands here and is left out",
		"a.md:2:13: a control character (U+0081) stands here and is left out",
		"a.md:2:14: a control character (U+FFFE) stands here and is left out",
		"a.md:2:20: a control character (U+1FFFF) stands here and is left out",
	}
	if len(problems) != len(want) {
		t.Fatalf("%d problems: %v", len(problems), problems)
	}
	for i, p := range problems {
		if got := p.Pos.String() + ": " + p.Message; got != want[i] {
			t.Errorf("%s\nnot %s", got, want[i])
		}
		if p.Hint == "" {
			t.Errorf("no hint: %v", p)
		}
	}
}
