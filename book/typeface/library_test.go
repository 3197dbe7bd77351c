package typeface

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"cahier/fonts"
)

func TestEmbeddedFamilies(t *testing.T) {
	l, err := Open(nil, fonts.FS)
	if err != nil {
		t.Fatal(err)
	}
	if got := l.Names(); !slices.Equal(got, []string{"Atkinson Hyperlegible", "EB Garamond", "Source Code Pro"}) {
		t.Errorf("families %q", got)
	}
	for name, want := range map[string][]Style{
		"EB Garamond":           {Roman, Italic, SemiBold, SemiBoldItalic, Bold, BoldItalic},
		"eb-garamond":           {Roman, Italic, SemiBold, SemiBoldItalic, Bold, BoldItalic},
		"Source Code Pro":       {Roman, Italic, Bold},
		"Atkinson Hyperlegible": {Roman, Italic, Bold, BoldItalic},
	} {
		f, err := l.Family(name)
		if err != nil {
			t.Error(err)
			continue
		}
		for style := range styles {
			if f.Has(style) != slices.Contains(want, style) {
				t.Errorf("%s has %s: %v", name, style, f.Has(style))
			}
		}
	}
}

// The style that stands in for a missing one keeps the slope before the weight.
func TestStandInStyles(t *testing.T) {
	for _, c := range []struct {
		family string
		style  Style
		want   string
	}{
		{"EB Garamond", SemiBoldItalic, "EBGaramond-SemiBoldItalic"},
		{"Source Code Pro", SemiBold, "SourceCodePro-Bold"},
		{"Source Code Pro", BoldItalic, "SourceCodePro-Italic"},
		{"Atkinson Hyperlegible", SemiBoldItalic, "AtkinsonHyperlegible-BoldItalic"},
	} {
		if got := embedded(t, c.family, c.style).PostScriptName(); got != c.want {
			t.Errorf("%s %s is %s, want %s", c.family, c.style, got, c.want)
		}
	}
}

func TestOwnFonts(t *testing.T) {
	bold, err := fs.ReadFile(fonts.FS, "atkinson-hyperlegible/AtkinsonHyperlegible_700Bold.ttf")
	if err != nil {
		t.Fatal(err)
	}
	own := fstest.MapFS{
		"deep/any name.TTF": {Data: bold}, "Face.otf": {Data: []byte("OTTO" + strings.Repeat("\x00", 60))},
		"Cut.ttf": {Data: bold[:400]}, "readme.txt": {Data: []byte("not a font")},
	}
	l, err := Open(own, fonts.FS)
	if err != nil {
		t.Fatal(err)
	}
	family, err := l.Family("Atkinson Hyperlegible")
	if err != nil {
		t.Fatal(err)
	}
	for style, want := range map[Style]string{
		Bold: "deep/any name.TTF", Roman: "atkinson-hyperlegible/AtkinsonHyperlegible_400Regular.ttf",
	} {
		face, err := family.Face(style)
		if err != nil || face.File() != want {
			t.Errorf("%s comes from %v, %v", style, face, err)
		}
	}
	_, err = l.Family("Face")
	var e *Error
	if !errors.As(err, &e) || !strings.Contains(e.Hint, "EB Garamond") || !strings.Contains(e.Hint, "Face.otf is OpenType with CFF outlines") || !strings.Contains(e.Hint, "Cut.ttf is damaged") {
		t.Errorf("error %v with the hint %q", err, e.Hint)
	}
}

func TestFamilyByPath(t *testing.T) {
	f := NewFamily("Mine", fonts.FS, map[Style]string{Roman: "eb-garamond/EBGaramond_400Regular.ttf", Italic: "missing.ttf"})
	if face, err := f.Face(Bold); err != nil || face.PostScriptName() != "EBGaramond-Regular" {
		t.Errorf("bold is %v, %v", face, err)
	}
	if _, err := f.Face(Italic); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file gives %v", err)
	}
	if _, err := NewFamily("Empty", fonts.FS, nil).Face(Roman); err == nil {
		t.Error("an empty family has a face")
	}
}

func TestChainSplitsByCoverage(t *testing.T) {
	l, err := Open(fonts.FS)
	if err != nil {
		t.Fatal(err)
	}
	var families []*Family
	for _, name := range []string{"Atkinson Hyperlegible", "EB Garamond", "Source Code Pro"} {
		f, _ := l.Family(name)
		families = append(families, f)
	}
	chain := NewChain(Roman, families...)
	for _, c := range []struct{ text, want string }{
		{"office", "A:office"},
		{"ﬁn\u2011de\u202fà\u00ad…", "A:ﬁn\u2011de\u202fà\u00ad…"}, // stand-ins, spaces, soft hyphen
		{"aЖb", "A:a|E:Ж|A:b"},
		{"e\u0301", "A:e\u0301"},                  // composed
		{"a\u0323\u0301b", "E:a\u0323\u0301|A:b"}, // marks stay with their letter
		{"x日本y", "A:x|!日本|A:y"},
		{"\U0001F600\u200d", "!\U0001F600\u200d"},
		{"", ""},
	} {
		runs, err := chain.Split(nil, c.text)
		if err != nil {
			t.Fatal(err)
		}
		var parts []string
		joined := ""
		for _, r := range runs {
			mark := r.Face.PostScriptName()[:1] + ":"
			if r.Missing {
				mark = "!"
			}
			parts, joined = append(parts, mark+r.Text), joined+r.Text
			if w := r.Face.Shape(r.Text, Setting{}); w.Missing != r.Missing {
				t.Errorf("%q: run %+q shapes with missing %v", c.text, r.Text, w.Missing)
			}
		}
		if got := strings.Join(parts, "|"); got != c.want || joined != c.text {
			t.Errorf("%+q is split into %+q, want %+q", c.text, got, c.want)
		}
	}
}

func TestUnsettable(t *testing.T) {
	for text, want := range map[string]string{
		"L’été ελληνικά Россия ñ „“ 1 ½ → ☞ ✂ \u200d\u202f": "", "नमस्ते ไทย ქართული": "",
		"a שלום": "right-to-left", "العربية": "right-to-left", "ߒߞߏ": "right-to-left", "x\u202ey": "right-to-left",
		"漢字": "Chinese, Japanese or Korean", "かな": "Chinese, Japanese or Korean", "한글": "Chinese, Japanese or Korean", "「": "Chinese, Japanese or Korean",
	} {
		r, system, found := Unsettable(text)
		if system != want || found != (want != "") || found && !strings.ContainsRune(text, r) {
			t.Errorf("%q: %q %q %v, want %q", text, r, system, found, want)
		}
	}
}
