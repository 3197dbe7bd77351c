package picture

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"cahier/book"
)

// gradient is a picture in which every corner differs.
func gradient(w, h int) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.SetNRGBA(x, y, color.NRGBA{uint8(255 * x / w), uint8(255 * y / h), 40, 255})
		}
	}
	return m
}

func encoded(t *testing.T, encode func(*bytes.Buffer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := encode(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asJPEG(t *testing.T, m image.Image) []byte {
	return encoded(t, func(b *bytes.Buffer) error { return jpeg.Encode(b, m, nil) })
}

func asPNG(t *testing.T, m image.Image) []byte {
	return encoded(t, func(b *bytes.Buffer) error { return png.Encode(b, m) })
}

// withOrientation puts an EXIF segment right after the start of a JPEG.
func withOrientation(data []byte, o byte) []byte {
	exif := "\xff\xe1\x00\x22Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string(o) + "\x00\x00\x00\x00\x00\x00"
	return append(append([]byte("\xff\xd8"), exif...), data[2:]...)
}

// pngHeader is a PNG that only claims a size.
func pngHeader(w, h uint32) []byte {
	ihdr := append([]byte("IHDR"), binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, w), h)...)
	ihdr = append(ihdr, 8, 2, 0, 0, 0)
	out := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"), ihdr...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(ihdr))
}

func load(data []byte) (*Image, book.Problems) {
	return Load(fstest.MapFS{"x": {Data: data}}, "x", book.Pos{File: "a.md", Line: 3, Col: 1})
}

func TestLoadFormats(t *testing.T) {
	deep := image.NewNRGBA64(image.Rect(0, 0, 10, 6))
	webpLossless, _ := base64.StdEncoding.DecodeString("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")
	webpLossy, _ := base64.StdEncoding.DecodeString("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA")
	for name, c := range map[string]struct {
		data   []byte
		format Format
		w, h   int
		same   bool
	}{
		"JPEG as it is":        {asJPEG(t, gradient(40, 30)), JPEG, 40, 30, true},
		"JPEG on its side":     {withOrientation(asJPEG(t, gradient(40, 30)), 6), JPEG, 30, 40, false},
		"JPEG that is upright": {withOrientation(asJPEG(t, gradient(40, 30)), 1), JPEG, 40, 30, true},
		"wide JPEG":            {asJPEG(t, gradient(4100, 20)), JPEG, 2000, 9, false},
		"PNG":                  {asPNG(t, gradient(40, 30)), PNG, 40, 30, true},
		"16-bit PNG":           {asPNG(t, deep), PNG, 10, 6, false},
		"tall PNG":             {asPNG(t, gradient(20, 4000)), PNG, 10, 2000, false},
		"GIF":                  {encoded(t, func(b *bytes.Buffer) error { return gif.Encode(b, gradient(9, 7), nil) }), PNG, 9, 7, false},
		"lossless WebP":        {webpLossless, PNG, 1, 1, false},
		"lossy WebP":           {webpLossy, JPEG, 1, 1, false},
		"SVG":                  {[]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path d="M0 0L9 9"/></svg>`), SVG, 40, 30, false},
	} {
		img, problems := load(c.data)
		if problems != nil {
			t.Errorf("%s: %v", name, problems)
			continue
		}
		if img.Format != c.format || img.Width != c.w || img.Height != c.h {
			t.Errorf("%s: got %s %d × %d", name, img.Format, img.Width, img.Height)
		}
		if c.same != bytes.Equal(img.Data, c.data) {
			t.Errorf("%s: bytes kept = %v, want %v", name, !c.same, c.same)
		}
		if img.Format == SVG {
			continue
		}
		cfg, _, err := image.DecodeConfig(bytes.NewReader(img.Data))
		if err != nil || cfg.Width != c.w || cfg.Height != c.h {
			t.Errorf("%s: data decodes as %v, %v", name, cfg, err)
		}
		if cfg.ColorModel == color.NRGBA64Model || cfg.ColorModel == color.CMYKModel {
			t.Errorf("%s: a colour model that the PDF cannot hold", name)
		}
	}
}

func TestLoadRefuses(t *testing.T) {
	head := `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 1 1" `
	for name, c := range map[string]struct {
		data string
		code book.Code
	}{
		"30,000 × 30,000 PNG":   {string(pngHeader(30_000, 30_000)), book.CodeLimit},
		"WebP with a huge VP8L": {"RIFF\x1e\x00\x00\x00WEBPVP8L\x05\x00\x00\x00\x2f\xff\xff\xff\x0f\x00", book.CodeLimit},
		"size without bytes":    {string(pngHeader(7_000, 7_000)), book.CodeImageBad},
		"empty":                 {"", book.CodeImageBad},
		"text":                  {"hello", book.CodeImageBad},
		"HTML":                  {"<!DOCTYPE html><html/>", book.CodeImageBad},
		"cut JPEG":              {string(asJPEG(t, gradient(40, 30))[:200]), book.CodeImageBad},
		"cut PNG":               {string(asPNG(t, gradient(40, 30))[:60]), book.CodeImageBad},
		"many scans":            {string(asJPEG(t, gradient(8, 8))) + strings.Repeat("\xff\xda", MaxScans), book.CodeLimit},
		"AVIF":                  {"\x00\x00\x00\x1cftypavif\x00\x00\x00\x00", book.CodeImageBad},
		"script":                {head + `><script>alert(1)</script></svg>`, book.CodeImageBad},
		"handler":               {head + `onload="alert(1)"/>`, book.CodeImageBad},
		"entity":                {`<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>` + head + `>&x;</svg>`, book.CodeImageBad},
		"undeclared entity":     {head + `>&x;</svg>`, book.CodeImageBad},
		"remote image":          {head + `><image xlink:href="http://example.org/x.png"/></svg>`, book.CodeImageBad},
		"remote use":            {head + `><use xlink:href="http://example.org/x.svg#a"/></svg>`, book.CodeImageBad},
		"data use":              {head + `><use href="data:image/svg+xml,x#a"/></svg>`, book.CodeImageBad},
		"style sheet":           {`<?xml-stylesheet href="http://example.org/x.css"?>` + head + `/>`, book.CodeImageBad},
		"import":                {head + `><style>@import "x.css";</style></svg>`, book.CodeImageBad},
		"hidden url":            {head + `><rect style="fill:u\72l(http://example.org/x)"/></svg>`, book.CodeImageBad},
		"remote fill":           {head + `><rect fill="url( 'http://example.org/x' )"/></svg>`, book.CodeImageBad},
		"foreign object":        {head + `><foreignObject/></svg>`, book.CodeImageBad},
		"animation":             {head + `><set attributeName="href" to="javascript:x"/></svg>`, book.CodeImageBad},
		"copies of copies":      {head + `><g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g></svg>`, book.CodeLimit},
		"deep":                  {head + ">" + strings.Repeat("<g>", 200) + strings.Repeat("</g>", 200) + "</svg>", book.CodeLimit},
		"no size":               {`<svg xmlns="http://www.w3.org/2000/svg"/>`, book.CodeImageBad},
	} {
		img, problems := load([]byte(c.data))
		if img != nil || len(problems) != 1 || problems[0].Code != c.code || problems[0].Pos.Line != 3 {
			t.Errorf("%s: %v, %v; want %s", name, img, problems, c.code)
		}
	}
}

func TestLoadKeepsADrawing(t *testing.T) {
	img, problems := load([]byte(`<?xml version="1.0"?><!DOCTYPE svg PUBLIC "x" "y"><svg xmlns="http://www.w3.org/2000/svg" xmlns:i="urn:editor" width="20mm" height="10mm" i:zoom="3">
<metadata>me</metadata><i:view/><style>.a{fill:url(#g)}</style><g id="one" class="a"><text x="1">a &amp; b</text></g><use href="#one"/></svg>`))
	if problems != nil {
		t.Fatal(problems)
	}
	want := `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="20mm" height="10mm">` +
		`<rect class="cahier-ground" x="0" y="0" width="100%" height="100%" style="fill:#fff;stroke:none"/>&#xA;` +
		`<style>.a{fill:url(#g)}</style><g id="one" class="a"><text x="1">a &amp; b</text></g><use xlink:href="#one"></use></svg>`
	if string(img.Data) != want || img.Width != 76 || img.Height != 38 {
		t.Errorf("%d × %d\n%s", img.Width, img.Height, img.Data)
	}
}

// What is drawn on nothing has a white ground: black lines would be lost on a reader's black page.
func TestDrawingsHaveAGround(t *testing.T) {
	img, _ := load([]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-5 -5,40 30"><path d="M0 0L9 9"/></svg>`))
	if !strings.Contains(string(img.Data), `x="-5" y="-5" width="40" height="30" style="fill:#fff`) {
		t.Errorf("%s", img.Data)
	}
	lines := image.NewNRGBA(image.Rect(0, 0, 8, 8))
	lines.SetNRGBA(3, 3, color.NRGBA{A: 255})
	lines.SetNRGBA(4, 4, color.NRGBA{A: 128})
	glass := image.NewPaletted(lines.Rect, color.Palette{color.Transparent, color.Black})
	for name, data := range map[string][]byte{
		"PNG": asPNG(t, lines), "PNG of a palette": asPNG(t, glass),
		"GIF": encoded(t, func(b *bytes.Buffer) error { return gif.Encode(b, glass, nil) }),
	} {
		img, problems := load(data)
		if problems != nil {
			t.Fatal(name, problems)
		}
		m, _, err := image.Decode(bytes.NewReader(img.Data))
		if err != nil || !opaque(m) {
			t.Fatalf("%s: transparent, %v", name, err)
		}
		if r, g, b, _ := m.At(0, 0).RGBA(); r != 0xffff || g != 0xffff || b != 0xffff {
			t.Errorf("%s: the ground is %x %x %x", name, r, g, b)
		}
		if r, _, _, _ := m.At(3, 3).RGBA(); name == "PNG" && r != 0 {
			t.Errorf("a line became %x", r)
		}
	}
}

func TestLoadStaysInTheFolder(t *testing.T) {
	dir := t.TempDir()
	inner := filepath.Join(dir, "book")
	if err := os.MkdirAll(filepath.Join(inner, "folder.png"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "secret.png"), asPNG(t, gradient(2, 2)), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("../secret.png", filepath.Join(inner, "link.png")); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	root, err := os.OpenRoot(inner)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for src, code := range map[string]book.Code{
		"../secret.png": book.CodeFileForbidden, "/etc/passwd": book.CodeFileForbidden, "link.png": book.CodeFileForbidden,
		"folder.png": book.CodeFileForbidden, "none.png": book.CodeFileMissing, "a/../../secret.png": book.CodeFileForbidden,
	} {
		if _, problems := Load(root.FS(), src, book.Pos{}); len(problems) != 1 || problems[0].Code != code {
			t.Errorf("%s: %v, want %s", src, problems, code)
		}
	}
}

func TestLoadBoundsTheFile(t *testing.T) {
	fsys := fstest.MapFS{"x": {Data: make([]byte, MaxBytes+1), Mode: fs.ModePerm}}
	if _, problems := Load(fsys, "x", book.Pos{}); len(problems) != 1 || problems[0].Code != book.CodeLimit {
		t.Error(problems)
	}
}

func TestTurned(t *testing.T) {
	// One marked corner, the first stored pixel, of an image of 3 × 2.
	m := image.NewRGBA(image.Rect(0, 0, 3, 2))
	m.SetRGBA(0, 0, color.RGBA{255, 0, 0, 255})
	for o, want := range map[int]image.Point{1: {0, 0}, 2: {2, 0}, 3: {2, 1}, 4: {0, 1}, 5: {0, 0}, 6: {1, 0}, 7: {1, 2}, 8: {0, 2}} {
		got := turned(m, o)
		if r, _, _, _ := got.At(want.X, want.Y).RGBA(); r != 0xffff {
			t.Errorf("orientation %d: the corner is not at %v", o, want)
		}
		if quarter := o >= 5; quarter != (got.Bounds().Dy() == 3) {
			t.Errorf("orientation %d: size %v", o, got.Bounds())
		}
	}
}

func TestShrinkKeepsTheMean(t *testing.T) {
	m := image.NewGray(image.Rect(0, 0, 3001, 3))
	for i := range m.Pix {
		m.Pix[i] = uint8(i * 7)
	}
	mean := func(img image.Image) int {
		sum, b := 0, img.Bounds()
		for y := b.Min.Y; y < b.Max.Y; y++ {
			for x := b.Min.X; x < b.Max.X; x++ {
				r, _, _, _ := img.At(x, y).RGBA()
				sum += int(r >> 8)
			}
		}
		return sum / (b.Dx() * b.Dy())
	}
	if a, b := mean(m), mean(shrink(m)); a-b > 1 || b-a > 1 {
		t.Errorf("mean grey %d became %d", a, b)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><g/></svg>`))
	f.Add([]byte("\x89PNG\r\n\x1a\n"))
	f.Add([]byte("RIFF\x00\x00\x00\x00WEBPVP8X"))
	f.Fuzz(func(t *testing.T, data []byte) {
		img, err := Decode(data)
		if (img == nil) == (err == nil) {
			t.Fatal("neither an image nor an error, or both")
		}
		if err == nil && img.Format == SVG {
			if again, err := Decode(img.Data); err != nil || !bytes.Equal(again.Data, img.Data) {
				t.Fatalf("a sanitised drawing is not its own sanitised form: %v\n%s", err, img.Data)
			}
		}
	})
}
