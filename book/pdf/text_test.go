package pdf

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func fold(s string) string { return strings.Join(strings.Fields(s), " ") }

func TestTextIsWhatWasSet(t *testing.T) {
	s := fixture(t)
	data := write(t, s)
	got, err := Text(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	want := strings.ReplaceAll(s.text.String(), "\u00ad", "")
	if a, b := fold(got), fold(want); a != b {
		i := 0
		for i < len(a) && i < len(b) && a[i] == b[i] {
			i++
		}
		t.Errorf("the text differs at byte %d:\n got …%.120s\nwant …%.120s", i, a[max(0, i-20):], b[max(0, i-20):])
	}
}

// outside runs a program on a file, or skips the test when the program is missing.
func outside(t *testing.T, data []byte, program string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skipf("%s is not installed", program)
	}
	path := filepath.Join(t.TempDir(), "x.pdf")
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		args[i] = strings.ReplaceAll(a, "FILE", path)
	}
	out, err := exec.Command(program, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, out)
	}
	return string(out)
}

func TestQpdf(t *testing.T) {
	out := outside(t, write(t, fixture(t)), "qpdf", "--check", "FILE")
	if !strings.Contains(out, "No syntax or stream encoding errors found") || strings.Contains(strings.ToLower(out), "warning") {
		t.Error(out)
	}
}

func TestStructText(t *testing.T) {
	s := newSetter(t, "fr")
	s.article(s.c.Root, 2, "Der Fluß") // poppler takes seconds for all three
	out := outside(t, write(t, s), "pdfinfo", "-struct-text", "FILE")
	var got strings.Builder
	for line := range strings.Lines(out) {
		line = strings.TrimSpace(line)
		if words, ok := strings.CutPrefix(line, `"`); ok {
			got.WriteString(strings.TrimSuffix(words, `"`))
		}
	}
	squeeze := func(s string) string {
		return strings.Map(func(r rune) rune {
			if strings.ContainsRune(" \u00a0\u202f\u00ad\"", r) {
				return -1
			}
			return r
		}, s)
	}
	if a, b := squeeze(got.String()), squeeze(s.text.String()); a != b {
		t.Errorf("poppler reads\n%.300s\nwant\n%.300s", a, b)
	}
}

func TestPdftotext(t *testing.T) {
	out := outside(t, write(t, fixture(t)), "pdftotext", "FILE", "-")
	whole := fold(strings.ReplaceAll(out, "\u00ad\n", ""))
	for _, want := range []string{"Les eaux inoffensives du matin", "un fleuve difficile à franchir;", "L’office efficace", "Der Fluß", "1910 8,6 m"} {
		if !strings.Contains(whole, want) {
			t.Errorf("pdftotext does not find %q", want)
		}
	}
	if strings.ContainsRune(out, '\uFFFD') {
		t.Error("pdftotext finds a replacement character")
	}
}

func TestMutool(t *testing.T) {
	out := outside(t, write(t, fixture(t)), "mutool", "draw", "-q", "-F", "text", "-o", os.DevNull, "FILE")
	for line := range strings.Lines(out) {
		if !strings.Contains(line, "ICC support is not available") {
			t.Error(line)
		}
	}
}
