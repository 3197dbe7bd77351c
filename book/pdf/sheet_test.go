package pdf

import (
	"bytes"
	"os"
	"testing"

	"cahier/book/typeset"
)

// sheets sets the fixture's pages two on a sheet's side, the second one head down, with
// marks that cut and name the sheet.
func sheets(s *setter) []Sheet {
	var list []Sheet
	for i := 0; i+1 < len(s.c.Pages); i += 2 {
		wide := 2*pageWide + 40*pt
		mark := &typeset.Rule{X: 20*pt + pageWide, Y: 0, W: pt / 4, H: 15 * pt}
		list = append(list, Sheet{
			Width: wide, Height: pageHigh + 40*pt, Trim: Box{20 * pt, 20 * pt, 2 * pageWide, pageHigh},
			Placements: []Placement{
				{Page: s.c.Pages[i], X: 20 * pt, Y: 20 * pt, Clip: Box{0, 0, pageWide, pageHigh}},
				{Page: s.c.Pages[i+1], X: 20*pt + pageWide, Y: 20 * pt, Rotate: 180},
			},
			Marks: []typeset.Item{mark, s.run(span{text: "Bogen", size: 7 * pt}, 30*pt, 12*pt, 0)},
		})
	}
	return list
}

func TestWriteSheets(t *testing.T) {
	s := fixture(t)
	plain := write(t, s)
	var out bytes.Buffer
	problems, err := WriteSheets(&out, sheets(s), s.v, Options{Duplex: FlipShortEdge})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	if path := os.Getenv("PDF_KEEP"); path != "" {
		os.WriteFile(path+".sheets.pdf", out.Bytes(), 0o666)
	}
	if out.Len() > len(plain) {
		t.Errorf("sheets take %d bytes, the pages %d", out.Len(), len(plain))
	}
}
