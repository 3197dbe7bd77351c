package clean

import "testing"

func TestDecode(t *testing.T) {
	for _, test := range []struct{ name, src, declared, want, encoding string }{
		{"utf-8 whatever is declared", "caf\u00e9 charset=iso-8859-1", "iso-8859-1", "caf\u00e9 charset=iso-8859-1", "utf-8"},
		{"byte order mark", "\xef\xbb\xbfx", "", "x", "utf-8"},
		{"declared in the page", "<meta charset=iso-8859-2>\xb1", "", "<meta charset=iso-8859-2>ą", "iso-8859-2"},
		{"nothing declared", "l\x92eau \xe0 \x80 3", "", "l’eau à € 3", "windows-1252"},
		{"utf-16", "\xff\xfeh\x00\xe9\x00", "", "hé", "utf-16le"},
		{"encoded twice", "Ã©tÃ© Ã\u00a0 lâ€™eau", "", "été à l’eau", "utf-8 encoded twice"},
		{"looks encoded twice but is not", "Ã la carte — naïve", "", "Ã la carte — naïve", "utf-8"},
		{"soft hyphens, zero widths, noncharacters", "a\u00adb\u200bc\ue000d\ufdd0e\U0002ffff", "", "abc\ue000de", "utf-8"},
		{"line ends", "a\r\nb\rc\u2028d", "", "a\nb\nc\nd", "utf-8"},
		{"joiners of scripts stay", "a\u200db\u200cc", "", "a\u200db\u200cc", "utf-8"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, encoding := decode([]byte(test.src), test.declared)
			if got != test.want || encoding != test.encoding {
				t.Errorf("got %q as %s, want %q as %s", got, encoding, test.want, test.encoding)
			}
		})
	}
}

func TestDetect(t *testing.T) {
	for _, test := range []struct {
		src  string
		want Kind
	}{
		{"<!DOCTYPE html><p>x", HTML},
		{"  \n<div>x</div>", HTML},
		{"---\ntitle: x\n---\n\nText.", Markdown},
		{"Text with a note.[^1]\n\n[^1]: The note.", Markdown},
		{"## A heading\n\nText with a [link](https://x.example).", Markdown},
		{"\xff\xfe-\x00-\x00-\x00\n\x00t\x00:\x00 \x00x\x00\n\x00-\x00-\x00-\x00\n\x00\n\x00T\x00", Markdown},
		{"Plain text.\n\nAnother paragraph.", Text},
		{"#1 in the charts, they said, and 5 < 6.", Text},
		{"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x", MHTML},
	} {
		if got := detect([]byte(test.src)); got != test.want {
			t.Errorf("%q: got %s, want %s", test.src, got, test.want)
		}
	}
}
