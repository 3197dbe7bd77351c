package typeset_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"cahier/book/pdf"
)

// imaged are the pages whose image is kept, by fixture.
var imaged = []struct {
	fixture string
	pages   []int
}{
	{"blocks", []int{1, 3, 4, 5}}, {"paragraph", []int{2, 3}}, {"volume", []int{3, 5, 7}}, {"rag", []int{3}}, {"dropcap", []int{3}}, {"numbers", []int{3}}, {"questions", []int{3}},
	{"columns", []int{3}}, {"displays", []int{3}}, {"figure", []int{3}},
}

// The images are grey, this many pixels to the inch. A pixel differs if it is off by more
// than pixelLimit levels, a page if more than pageLimit thousandths of its pixels do:
// rasterisers smooth edges each in its own way.
const (
	imageDPI   = 36
	pixelLimit = 96
	pageLimit  = 1
)

// TestImages compares pages, drawn by the PDF writer and a rasteriser, with the images in
// testdata/images. -update rewrites them. A page that differs is written beside the test's
// other output together with the difference.
func TestImages(t *testing.T) {
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		t.Skip("pdftoppm (poppler-utils) is not installed")
	}
	for _, f := range imaged {
		file := pdfOf(t, f.fixture)
		for _, page := range f.pages {
			name := fmt.Sprintf("%s-%d.png", f.fixture, page)
			got := rasterise(t, file, page)
			ref := filepath.Join("testdata", "images", name)
			if *update {
				writePNG(t, ref, got)
				continue
			}
			want := readPNG(t, ref)
			if n, diff := differing(got, want); n > pageLimit {
				dir := filepath.Join(os.TempDir(), "cahier-pages")
				if err := os.MkdirAll(dir, 0o777); err != nil {
					t.Fatal(err)
				}
				writePNG(t, filepath.Join(dir, "after-"+name), got)
				writePNG(t, filepath.Join(dir, "before-"+name), want)
				writePNG(t, filepath.Join(dir, "difference-"+name), diff)
				t.Errorf("%s: %d of 1000 pixels differ; see %s", name, n, dir)
			}
		}
	}
}

// pdfOf writes the PDF of a fixture and returns its path.
func pdfOf(t *testing.T, fixture string) string {
	ar, err := txtar.ParseFile(filepath.Join("testdata", fixture+".txtar"))
	if err != nil {
		t.Fatal(err)
	}
	files, name, settings := unpack(t, ar)
	v := volume(t, files, name)
	c := compose(t, v, design(t, settings[0], settings[1:]...), files)
	var buf bytes.Buffer
	if _, err := pdf.Write(&buf, c, v, pdf.Options{}); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), fixture+".pdf")
	if err := os.WriteFile(path, buf.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

func rasterise(t *testing.T, file string, page int) image.Image {
	n := fmt.Sprint(page)
	out, err := exec.Command("pdftoppm", "-r", fmt.Sprint(imageDPI), "-gray", "-png", "-f", n, "-l", n, file).Output()
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func readPNG(t *testing.T, file string) image.Image {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func writePNG(t *testing.T, file string, img image.Image) {
	var buf bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&buf, img); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, buf.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}

// differing is how many of a thousand pixels differ, and an image of those that do.
func differing(a, b image.Image) (int, image.Image) {
	if a.Bounds() != b.Bounds() {
		return 1000, a
	}
	diff := image.NewGray(a.Bounds())
	n := 0
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			p := int(color.GrayModel.Convert(a.At(x, y)).(color.Gray).Y)
			q := int(color.GrayModel.Convert(b.At(x, y)).(color.Gray).Y)
			diff.SetGray(x, y, color.Gray{Y: 255})
			if p-q > pixelLimit || q-p > pixelLimit {
				diff.SetGray(x, y, color.Gray{})
				n++
			}
		}
	}
	return (1000*n + a.Bounds().Dx()*a.Bounds().Dy() - 1) / (a.Bounds().Dx() * a.Bounds().Dy()), diff
}

// unpack takes a fixture apart: its files, the one to read, and the style with its
// settings.
func unpack(t *testing.T, ar *txtar.Archive) (files fstest.MapFS, name string, settings []string) {
	files, settings = fstest.MapFS{"square.png": {Data: square(t)}}, []string{"classic"}
	for _, f := range ar.Files {
		switch {
		case f.Name == "pages":
			continue
		case f.Name == "style":
			settings = strings.Fields(string(f.Data))
			continue
		case f.Name == "book.yaml" || name == "":
			name = f.Name
		}
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return files, name, settings
}
