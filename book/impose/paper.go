package impose

import (
	"fmt"
	"strconv"
	"strings"

	"cahier/book"
	"cahier/book/style"
	"cahier/book/unit"
)

// Paper is a sheet as it goes into the printer, the shorter side first.
type Paper struct {
	Name          string
	Width, Height unit.Length
}

// papers are the sheets that have a name (ISO 216; ANSI/ASME Y14.1; ISO 217: larger than A4 and
// A3 by what marks and trimming take).
var papers = []Paper{
	{"A4", 210 * unit.Millimetre, 297 * unit.Millimetre},
	{"Letter", 612 * unit.Point, 792 * unit.Point},
	{"A3", 297 * unit.Millimetre, 420 * unit.Millimetre},
	{"Tabloid", 792 * unit.Point, 1224 * unit.Point},
	{"SRA4", 225 * unit.Millimetre, 320 * unit.Millimetre},
	{"SRA3", 320 * unit.Millimetre, 450 * unit.Millimetre},
}

// ParseSheet reads a sheet's name, or its sides as "320x450mm".
func ParseSheet(s string) (Paper, error) {
	for _, p := range papers {
		if strings.EqualFold(strings.TrimSpace(s), p.Name) {
			return p, nil
		}
	}
	if t := strings.TrimSpace(s); t != "" && t[0] >= '0' && t[0] <= '9' {
		own, err := style.ParsePaper(s)
		return Paper{own.Name, min(own.Width, own.Height), max(own.Width, own.Height)}, err
	}
	return Paper{}, book.Fault("a4, letter, a3, tabloid, sra4, sra3, or its sides such as 330x480mm", "%q is no sheet that a printer takes", s)
}

// Stock is the paper's weight and thickness.
type Stock struct {
	Grammage int         // grams per square metre; 0 if unknown
	Caliper  unit.Length // the thickness of one leaf
}

// bulks are the volumes of papers in hundredths of a cm³ per gram (ISO 534: bulk is
// thickness over grammage). They are typical of makers' data sheets, which differ by a
// tenth each way: 80 g office paper is 0.104 mm thick, a coated 115 g 0.092 mm. For exact
// work measure ten leaves and give the caliper.
var bulks = []struct {
	name string
	bulk int64
}{
	{"", 130}, // office and offset paper
	{"offset", 130},
	{"coated", 80},
	{"matt", 95},
	{"bulky", 180}, // book paper of high volume
}

// The weights that printers take: from bible paper to board.
const (
	grammageMin = 30
	grammageMax = 500
	caliperMax  = 2 * unit.Millimetre
)

// ParseStock reads a paper's weight, "80g", with its kind if it is not office paper:
// "115g coated".
func ParseStock(s string) (Stock, error) {
	weight, kind, _ := strings.Cut(strings.TrimSpace(s), " ")
	number := strings.TrimSuffix(strings.TrimSuffix(weight, "/m2"), "g")
	grams, err := strconv.Atoi(strings.TrimSuffix(number, "gsm"))
	if err != nil || number == weight && !strings.HasSuffix(weight, "gsm") {
		return Stock{}, book.Fault(`its weight is written as 80g, or with its kind as "115g coated"`, "%q is no paper", s)
	}
	if grams < grammageMin || grams > grammageMax {
		return Stock{}, book.Fault(fmt.Sprintf("from %d to %d g", grammageMin, grammageMax), "no printer takes paper of %d g", grams)
	}
	for _, b := range bulks {
		if b.name == strings.TrimSpace(kind) {
			// grams/m² × cm³/g is µm
			return Stock{grams, unit.Millimetre.MulDiv(int64(grams)*b.bulk, 100*1000)}, nil
		}
	}
	return Stock{}, book.Fault("offset, coated, matt, bulky; or give its thickness as caliper", "there is no kind of paper %q", strings.TrimSpace(kind))
}

// ParseCaliper reads the thickness of a leaf: "0.1mm", or "100µm".
func ParseCaliper(s string) (unit.Length, error) {
	t := strings.TrimSpace(s)
	for _, name := range []string{"µm", "μm", "um"} {
		if n, ok := strings.CutSuffix(t, name); ok {
			v, err := strconv.ParseFloat(strings.TrimSpace(n), 64)
			if err != nil {
				return 0, book.Fault("such as 0.1mm or 100µm", "%q is no thickness", s)
			}
			t = strconv.FormatFloat(v/1000, 'f', -1, 64) + "mm"
		}
	}
	l, err := unit.Parse(t)
	switch {
	case err != nil:
		return 0, book.Fault("such as 0.1mm or 100µm", "%q is no thickness", s)
	case l < 0:
		return 0, book.Fault("office paper of 80 g is 0.104mm", "a leaf cannot be thinner than nothing")
	case l > caliperMax:
		return 0, book.Fault("office paper of 80 g is 0.104mm", "a leaf of %s is no paper", s)
	}
	return l, nil
}

// Grams is the weight of so many sheets, in grams, rounded; 0 if the stock's is unknown.
func (s Stock) Grams(p Paper, sheets int) int {
	mm := func(l unit.Length) int64 { return int64(l.MulDiv(100, int64(unit.Millimetre))) } // hundredths
	area := mm(p.Width) * mm(p.Height)                                                      // 10⁻¹⁰ m²
	return int((area*int64(s.Grammage)*int64(sheets) + 5e9) / 1e10)
}
