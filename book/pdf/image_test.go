package pdf

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/png"
	"io"
	"strings"
	"testing"

	"cahier/book"
	"cahier/book/picture"
	"cahier/book/typeset"
)

// withPicture is a page with one figure.
func withPicture(tb testing.TB, img *picture.Image, alt string) *setter {
	s := newSetter(tb, "fr")
	sect := s.c.Root.Add(typeset.RoleSect)
	fig := sect.Add(typeset.RoleFigure)
	fig.Alt = alt
	fig.Block = &book.Figure{Node: book.Node{Pos: book.Pos{File: "a.md", Line: 7, Col: 1}}, Image: &book.Image{Src: img.Src}}
	s.picture(fig, img, 60*pt, 40*pt)
	return s
}

// embedded returns the image XObject of a finished file.
func embedded(tb testing.TB, img *picture.Image) (*file, *stream) {
	tb.Helper()
	data := write(tb, withPicture(tb, img, "Un dégradé"))
	for _, p := range check(tb, data) {
		tb.Error(p)
	}
	f, err := openFile(data)
	if err != nil {
		tb.Fatal(err)
	}
	for num := range f.places {
		if s, ok := f.load(num).(*stream); ok && s.dict["Subtype"] == name("Image") && s.dict["ColorSpace"] != name("DeviceGray") {
			return f, s
		}
	}
	tb.Fatal("no image in the file")
	return nil, nil
}

func TestJPEGPassesThrough(t *testing.T) {
	img := jpegImage(t, gradient(60, 40, false))
	_, s := embedded(t, img)
	if !bytes.Equal(s.data, img.Data) {
		t.Error("the JPEG was encoded again")
	}
}

func TestPlainPNGPassesThrough(t *testing.T) {
	m := image.NewPaletted(image.Rect(0, 0, 16, 16), color.Palette{color.RGBA{200, 0, 0, 255}, color.RGBA{0, 0, 200, 255}})
	for i := range m.Pix {
		m.Pix[i] = uint8(i % 2)
	}
	img := pngImage(t, m)
	_, s := embedded(t, img)
	if !bytes.Contains(img.Data, s.data) {
		t.Error("the PNG's data were encoded again")
	}
	if cs, ok := s.dict["ColorSpace"].(array); !ok || cs[0] != name("Indexed") {
		t.Errorf("the palette became %v", s.dict["ColorSpace"])
	}
}

func TestAlphaBecomesSoftMask(t *testing.T) {
	f, s := embedded(t, pngImage(t, gradient(60, 40, true)))
	mask := f.stream(s.dict["SMask"])
	if mask == nil {
		t.Fatal("the image has no soft mask")
	}
	data, err := f.decode(mask)
	if err != nil || len(data) != 60*40 {
		t.Fatalf("the mask has %d bytes: %v", len(data), err)
	}
	if data[0] != 255 || data[59] != 255-255*59/60 {
		t.Errorf("the mask is %d at the left and %d at the right", data[0], data[59])
	}
}

func TestOddImages(t *testing.T) {
	deep := image.NewNRGBA64(image.Rect(0, 0, 8, 8))
	deep.SetNRGBA64(3, 3, color.NRGBA64{0xffff, 0x8000, 0, 0x8000})
	var moving bytes.Buffer
	if err := gif.Encode(&moving, gradient(20, 20, false), nil); err != nil {
		t.Fatal(err)
	}
	for name, img := range map[string]*picture.Image{
		"16 bits":    pngImage(t, deep),
		"gif":        {Src: "a.gif", Format: picture.PNG, Data: moving.Bytes()},
		"interlaced": {Src: "a.png", Format: picture.PNG, Data: interlaced()},
		"one pixel":  pngImage(t, gradient(1, 1, false)),
		"cmyk":       {Src: "a.jpg", Format: picture.JPEG, Data: cmyk()},
	} {
		t.Run(name, func(t *testing.T) { embedded(t, img) })
	}
}

// cmyk is a JPEG of eight by eight pixels in four colours, each at half (ITU-T T.81, Annex B): one
// block a component, all of its coefficients zero.
func cmyk() []byte {
	b := []byte{0xFF, 0xD8, 0xFF, 0xEE, 0, 14}
	b = append(b, "Adobe\x00\x64\x00\x00\x00\x00\x00"...) // no transformation of colours
	b = append(b, 0xFF, 0xDB, 0, 67, 0)
	b = append(b, bytes.Repeat([]byte{1}, 64)...)
	b = append(b, 0xFF, 0xC0, 0, 20, 8, 0, 8, 0, 8, 4, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0)
	for _, class := range []byte{0x00, 0x10} { // a code of one bit for zero, for DC and for AC
		b = append(b, 0xFF, 0xC4, 0, 20, class, 1)
		b = append(b, make([]byte, 16)...)
	}
	b = append(b, 0xFF, 0xDA, 0, 14, 4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0)
	return append(b, 0x00, 0xFF, 0xD9) // two bits a block
}

// interlaced is a red PNG of one pixel by Adam7, whose first pass holds all there is.
func interlaced() []byte {
	var plain bytes.Buffer
	m := image.NewNRGBA(image.Rect(0, 0, 1, 1))
	m.SetNRGBA(0, 0, color.NRGBA{200, 0, 0, 255})
	png.Encode(&plain, m)
	b := plain.Bytes()
	b[28] = 1
	binary.BigEndian.PutUint32(b[29:], crc32.ChecksumIEEE(b[12:29]))
	return b
}

func TestBadImagesAreProblems(t *testing.T) {
	whole := pngImage(t, gradient(30, 30, false)).Data
	huge := bytes.Clone(whole)
	binary.BigEndian.PutUint32(huge[16:], 60000)
	binary.BigEndian.PutUint32(huge[20:], 60000)
	binary.BigEndian.PutUint32(huge[29:], crc32.ChecksumIEEE(huge[12:29]))
	for name, data := range map[string][]byte{
		"empty": nil, "text": []byte("hello"), "cut short": whole[:len(whole)/2], "huge": huge, "header alone": whole[:40],
	} {
		t.Run(name, func(t *testing.T) {
			s := withPicture(t, &picture.Image{Src: "x.png", Format: picture.PNG, Data: data}, "x")
			var out bytes.Buffer
			problems, err := Write(&out, s.c, s.v, Options{})
			if err != nil || len(problems) != 1 || problems[0].Code != book.CodeImageBad || problems[0].Pos.Line != 7 {
				t.Errorf("%v, %v", problems, err)
			}
			if out.Len() > 0 {
				t.Error("a file was written all the same")
			}
		})
	}
}

func TestFigureWithoutWords(t *testing.T) {
	for _, alt := range []string{"", "figure.png"} {
		t.Run(alt, func(t *testing.T) { figureWithoutWords(t, alt) })
	}
}

func figureWithoutWords(t *testing.T, alt string) {
	s := withPicture(t, pngImage(t, gradient(8, 8, false)), alt)
	var out bytes.Buffer
	problems, err := Write(&out, s.c, s.v, Options{})
	if err != nil || len(problems) != 1 || problems[0].Code != book.CodeImageAlt || problems[0].Severity() != book.Warning {
		t.Fatal(problems, err)
	}
	if xmp := string(explode(t, out.Bytes()).xmp().data); strings.Contains(xmp, "pdfuaid") || !strings.Contains(xmp, "<pdfaid:conformance>B<") {
		t.Error("the file claims more than it keeps")
	}
	if found := check(t, out.Bytes()); len(found) > 0 {
		t.Error(found)
	}
	captioned := withPicture(t, pngImage(t, gradient(8, 8, false)), "")
	fig := captioned.c.Root.Kids[0].Kids[0]
	fig.Block.(*book.Figure).Caption = &book.Paragraph{Inlines: []book.Inline{&book.Text{Value: "Un carré"}}}
	if problems, _ := Write(io.Discard, captioned.c, captioned.v, Options{}); len(problems) > 0 {
		t.Error("a caption serves as alternative text:", problems)
	}
}
