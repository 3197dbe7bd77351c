package epub_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"cahier/book/epub"
	"cahier/book/typeface"
	"cahier/fonts"
)

// TestEmbed: faces that hold the book's letters, much smaller than whole ones, each
// with its licence in the book.
func TestEmbed(t *testing.T) {
	library, err := typeface.Open(fonts.FS)
	if err != nil {
		t.Fatal(err)
	}
	family, err := library.Family("EB Garamond")
	if err != nil {
		t.Fatal(err)
	}
	v, fsys := sample(t)
	faces, err := epub.Embed(v, family, fonts.FS)
	if err != nil || len(faces) < 3 {
		t.Fatal(len(faces), err)
	}
	size := 0
	for _, f := range faces {
		size += len(f.Data)
		face, err := typeface.Load(f.Data, "embedded")
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range "Lectures’é«»0e" {
			if len(face.Curves(face.GlyphOf(r))) == 0 {
				t.Errorf("%s %v %d: %q is not drawn", f.Family, f.Italic, f.Weight, r)
			}
		}
	}
	if size > 1_200_000 {
		t.Errorf("%d faces take %d bytes", len(faces), size)
	}
	data := written(t, v, epub.Options{Files: fsys, Fonts: faces})
	if dir := os.Getenv("CAHIER_GENERATED"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, "sample-fonts.epub"), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	files := unzipped(t, data)
	if !strings.Contains(files["EPUB/css/epub.css"], "@font-face") || !strings.Contains(files["META-INF/licence-eb-garamond.txt"], "SIL OPEN FONT LICENSE") {
		t.Error("a face without its rule or its licence")
	}
	if _, err := epub.Embed(v, family, fstest.MapFS{}); err == nil {
		t.Error("a face without licence was embedded")
	}
}
