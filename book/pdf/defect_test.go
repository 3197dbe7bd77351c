package pdf

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// editable is a file taken apart: every object by number, streams decoded, so that a
// test can plant a defect. bytes puts it together with a plain cross-reference table.
type editable struct {
	tb      testing.TB
	f       *file
	objects map[int]object
	trailer dict
}

func explode(tb testing.TB, data []byte) *editable {
	tb.Helper()
	f, err := openFile(data)
	if err != nil {
		tb.Fatal(err)
	}
	e := &editable{tb: tb, f: f, objects: map[int]object{}, trailer: dict{}}
	for num := range f.places {
		o := f.load(num)
		if s, ok := o.(*stream); ok {
			if t := s.dict["Type"]; t == name("ObjStm") || t == name("XRef") {
				continue
			}
			plain, err := f.decode(s)
			if err != nil {
				tb.Fatal(err)
			}
			d := maps.Clone(s.dict)
			if filters, _ := f.filters(d); len(filters) == 1 && !isImageFilter(filters[0]) {
				delete(d, "Filter")
				delete(d, "DecodeParms")
			}
			o = &stream{d, slices.Clone(plain), -1}
		}
		e.objects[num] = o
	}
	for _, key := range []name{"Root", "Info", "ID"} {
		e.trailer[key] = f.trailer[key]
	}
	if len(f.damage) > 0 {
		tb.Fatal(f.damage)
	}
	f.loaded = e.objects // edits show through the typed access of file
	return e
}

func (e *editable) bytes() []byte {
	out := []byte("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	last := slices.Max(slices.Collect(maps.Keys(e.objects)))
	offsets := make([]int, last+1)
	for _, num := range slices.Sorted(maps.Keys(e.objects)) {
		offsets[num] = len(out)
		out = fmt.Appendf(out, "%d 0 obj\n", num)
		if s, ok := e.objects[num].(*stream); ok {
			d := maps.Clone(s.dict)
			d["Length"] = len(s.data)
			out = appendDict(out, d, nil)
			out = append(append(append(out, "\nstream\n"...), s.data...), "\nendstream"...)
		} else {
			out = appendObject(out, e.objects[num], nil)
		}
		out = append(out, "\nendobj\n"...)
	}
	start := len(out)
	out = fmt.Appendf(out, "xref\n0 %d\n", len(offsets))
	for num, at := range offsets {
		if at == 0 {
			out = append(out, "0000000000 65535 f \n"...)
			continue
		}
		_ = num
		out = fmt.Appendf(out, "%010d 00000 n \n", at)
	}
	e.trailer["Size"] = len(offsets)
	out = append(out, "trailer\n"...)
	out = appendDict(out, e.trailer, nil)
	return fmt.Appendf(out, "\nstartxref\n%d\n%%%%EOF\n", start)
}

func (e *editable) root() dict { return e.f.dict(e.trailer["Root"]) }

// find returns the first object, by number, that is a dictionary or stream of which the test
// is true.
func (e *editable) find(test func(dict) bool) dict {
	e.tb.Helper()
	for _, num := range slices.Sorted(maps.Keys(e.objects)) {
		if d := e.f.dict(e.objects[num]); d != nil && test(d) {
			return d
		}
	}
	e.tb.Fatal("the fixture lacks the object to spoil")
	return nil
}

func (e *editable) role(r name) dict {
	return e.find(func(d dict) bool { return d["S"] == r && d["P"] != nil })
}

func (e *editable) link() dict {
	return e.find(func(d dict) bool { return d["Subtype"] == name("Link") })
}

func (e *editable) page() dict {
	return e.find(func(d dict) bool { return d["Type"] == name("Page") && d["Annots"] != nil })
}

func (e *editable) content() *stream { return e.f.stream(e.page()["Contents"]) }

func (e *editable) xmp() *stream { return e.f.stream(e.root()["Metadata"]) }

// font is the composite font that the most texts are set in, with its descendant.
func (e *editable) font() (font, descendant dict) {
	font = e.find(func(d dict) bool {
		return d["Subtype"] == name("Type0") && strings.HasSuffix(string(e.f.name(d["BaseFont"])), "Garamond-Regular")
	})
	return font, e.f.dict(e.f.array(font["DescendantFonts"])[0])
}

func (e *editable) replace(s *stream, old, new string) {
	e.tb.Helper()
	if !bytes.Contains(s.data, []byte(old)) {
		e.tb.Fatalf("the stream to spoil has no %q", old)
	}
	s.data = bytes.Replace(s.data, []byte(old), []byte(new), 1)
}

// defects are ways to spoil a finished file, each with words that the check must say
// of it.
var defects = []struct {
	name  string
	spoil func(*editable)
	want  string
}{
	{"no language", func(e *editable) { delete(e.root(), "Lang") }, "does not say its language"},
	{"bad language", func(e *editable) { e.root()["Lang"] = text("fr_FR") }, "no language tag|not a language tag"},
	{"not marked", func(e *editable) { delete(e.root(), "MarkInfo") }, "does not say that it is tagged"},
	{"suspects", func(e *editable) { e.root()["MarkInfo"].(dict)["Suspects"] = true }, "calls its own tags suspect"},
	{"file name in title bar", func(e *editable) { delete(e.root(), "ViewerPreferences") }, "DisplayDocTitle"},
	{"no page labels", func(e *editable) { delete(e.root(), "PageLabels") }, "have no labels"},
	{"no output intent", func(e *editable) { delete(e.root(), "OutputIntents") }, "no output intent"},
	{"no profile", func(e *editable) {
		s := e.f.stream(e.f.dict(e.f.array(e.root()["OutputIntents"])[0])["DestOutputProfile"])
		s.data = s.data[:100]
	}, "colour profile of the output intent is damaged"},
	{"no metadata", func(e *editable) { delete(e.root(), "Metadata") }, "no metadata stream"},
	{"broken metadata", func(e *editable) { e.replace(e.xmp(), "</rdf:RDF>", "") }, "no well-formed XMP"},
	{"no claim of accessibility", func(e *editable) {
		e.replace(e.xmp(), "<pdfuaid:part>1</pdfuaid:part>", "")
	}, "does not claim PDF/UA-1"},
	{"no claim of archiving", func(e *editable) { e.replace(e.xmp(), "<pdfaid:part>2</pdfaid:part>", "") }, "does not claim PDF/A"},
	{"schema not described", func(e *editable) {
		e.replace(e.xmp(), "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua", "<pdfaSchema:namespaceURI>http://example.org/pdfua")
	}, "does not describe its property part"},
	{"no title", func(e *editable) {
		e.replace(e.xmp(), "<dc:title>", "<dc:type>")
		e.replace(e.xmp(), "</dc:title>", "</dc:type>")
	}, "has no title"},
	{"two titles", func(e *editable) { e.f.dict(e.trailer["Info"])["Title"] = text("Another") }, `Info says Title "Another"`},
	{"two dates", func(e *editable) { e.f.dict(e.trailer["Info"])["ModDate"] = text("D:20200101000000Z") }, "Info says ModDate"},
	{"empty names", func(e *editable) { e.root()["Names"] = dict{} }, "dictionary of names is empty"},
	{"script", func(e *editable) {
		e.root()["OpenAction"] = dict{"Type": name("Action"), "S": name("JavaScript"), "JS": text("app.alert(1)")}
	}, "an action of type JavaScript"},
	{"outline to nowhere", func(e *editable) {
		e.find(func(d dict) bool { return d["Title"] != nil && d["Dest"] != nil })["Dest"].(array)[0] = ref{9999, 0}
	}, "leads to a page that does not exist"},
	{"no identifier", func(e *editable) { delete(e.trailer, "ID") }, "no file identifier"},
	{"wrong parent", func(e *editable) { e.role("TH")["P"] = e.trailer["Root"] }, "the parent (P) of an element is not the element that holds it"},
	{"unknown role", func(e *editable) { e.role("Code")["S"] = name("Listing") }, `the type "Listing" is neither standard nor mapped`},
	{"two roots", func(e *editable) {
		tree := e.f.dict(e.root()["StructTreeRoot"])
		e.f.dict(tree["K"])["S"] = name("Sect")
	}, "one Document as its root"},
	{"heading skipped", func(e *editable) { e.role("H2")["S"] = name("H3") }, "an H3 follows an H1"},
	{"item outside a list", func(e *editable) { e.role("L")["S"] = name("Div") }, "a LI stands in a Div"},
	{"cell outside a row", func(e *editable) { e.role("TR")["S"] = name("Sect") }, "a TH stands in a Sect"},
	{"row cut short", func(e *editable) {
		row := e.find(func(d dict) bool { return d["S"] == name("TR") && e.f.name(e.f.dict(d["P"])["S"]) == "TBody" })
		row["K"] = row["K"].(array)[:1]
	}, "covers 1 columns instead of 2|covers 2 columns instead of 1"},
	{"no alternative text", func(e *editable) { delete(e.role("Figure"), "Alt") }, "a Figure has no alternative text"},
	{"no bounding box", func(e *editable) { delete(e.role("Figure"), "A") }, "does not say its bounding box"},
	{"no scope", func(e *editable) { delete(e.role("TH"), "A") }, "a TH does not say for which cells"},
	{"no list numbering", func(e *editable) { delete(e.role("L"), "A") }, "does not say how it is numbered"},
	{"note without identifier", func(e *editable) { delete(e.role("Note"), "ID") }, "a Note has no identifier"},
	{"no tree of identifiers", func(e *editable) { delete(e.f.dict(e.root()["StructTreeRoot"]), "IDTree") }, "no tree of them"},
	{"content of two elements", func(e *editable) {
		a, b := e.role("H1"), e.find(func(d dict) bool { return d["S"] == name("TH") })
		_ = b
		a["K"] = array{a["K"], a["K"]}
	}, "belongs to two elements"},
	{"content of no element", func(e *editable) { delete(e.role("H1"), "K") }, "belongs to no element"},
	{"content that does not occur", func(e *editable) {
		h := e.role("H1")
		h["K"] = array{h["K"], int64(500)}
	}, "holds content 500, which does not occur"},
	{"parent tree astray", func(e *editable) {
		tree := e.find(func(d dict) bool { return d["Nums"] != nil && len(e.f.array(d["Nums"])) > 2 })
		list := e.f.array(tree["Nums"])[1].(array)
		list[0], list[1] = list[1], list[0]
	}, "the parent tree leads from content 0"},
	{"no parent tree", func(e *editable) { delete(e.f.dict(e.root()["StructTreeRoot"]), "ParentTree") }, "no parent tree"},
	{"mark not closed", func(e *editable) { e.replace(e.content(), "EMC", "") }, "marked content sequence does not end|stands inside"},
	{"mark closed twice", func(e *editable) { e.replace(e.content(), "EMC", "EMC EMC") }, "marked content ends (EMC) that did not begin"},
	{"text object not closed", func(e *editable) { e.replace(e.content(), "ET", "") }, "begins inside another"},
	{"state not restored", func(e *editable) { s := e.content(); s.data = append([]byte("q "), s.data...) }, "1 saved graphics state is not restored"},
	{"unmarked paint", func(e *editable) { s := e.content(); s.data = append(s.data, " 0 0 10 10 re f"...) }, "neither tagged nor an artifact"},
	{"artifact inside content", func(e *editable) {
		e.replace(e.content(), ">>BDC\nBT", ">>BDC\n/Artifact BMC 0 0 1 1 re f EMC\nBT")
	}, "an artifact stands inside"},
	{"unknown operator", func(e *editable) { s := e.content(); s.data = append(s.data, " 12 foo"...) }, `"foo" is no operator`},
	{"font not in resources", func(e *editable) { e.replace(e.content(), "/F1 ", "/F9 ") }, `the font "F9" is not among`},
	{"colour of print", func(e *editable) { s := e.content(); s.data = append(s.data, " 0 0 0 1 k"...) }, "colours are DeviceCMYK"},
	{"link without description", func(e *editable) { delete(e.link(), "Contents") }, "a Link without description"},
	{"link not printed", func(e *editable) { e.link()["F"] = int64(0) }, "a Link that would not be printed"},
	{"link in no element", func(e *editable) { delete(e.link(), "StructParent") }, "a Link is in no element"},
	{"link in another element", func(e *editable) {
		e.link()["StructParent"] = int64(e.f.dict(e.root()["StructTreeRoot"])["ParentTreeNextKey"].(int64) - 1)
	}, "does not hold it (OBJR)"},
	{"link to nowhere", func(e *editable) { e.link()["Dest"] = text("gone") }, "it leads to a place that does not exist"},
	{"no tab order", func(e *editable) { delete(e.page(), "Tabs") }, "tab key follows the structure"},
	{"trim outside the page", func(e *editable) { e.page()["TrimBox"] = array{int64(0), int64(0), int64(9000), int64(9)} }, "TrimBox does not lie within"},
	{"wrong width", func(e *editable) {
		_, d := e.font()
		d["W"].(array)[1].(array)[3] = int64(5)
	}, "is 5 wide, its glyph"},
	{"font not embedded", func(e *editable) {
		_, d := e.font()
		delete(e.f.dict(d["FontDescriptor"]), "FontFile2")
	}, "is not embedded"},
	{"font not named a subset", func(e *editable) {
		font, d := e.font()
		for _, o := range []dict{font, d} {
			o["BaseFont"] = name("EBGaramond-Regular")
		}
		e.f.dict(d["FontDescriptor"])["FontName"] = name("EBGaramond-Regular")
	}, "does not say that the font is a subset"},
	{"two font names", func(e *editable) {
		_, d := e.font()
		e.f.dict(d["FontDescriptor"])["FontName"] = name("Other")
	}, "its descriptor Other"},
	{"missing glyph drawn", func(e *editable) {
		_, d := e.font()
		d["CIDToGIDMap"] = ref{9000, 0}
		e.objects[9000] = &stream{dict{}, make([]byte, 200), -1}
	}, "a glyph is drawn that the font"},
	{"no texts", func(e *editable) { font, _ := e.font(); delete(font, "ToUnicode") }, "does not say which text its glyphs stand for"},
	{"code without text", func(e *editable) {
		font, _ := e.font()
		e.replace(e.f.stream(font["ToUnicode"]), "<0003>", "<F003>")
	}, "code 0003 of the font"},
	{"forbidden text", func(e *editable) {
		font, _ := e.font()
		s := e.f.stream(font["ToUnicode"])
		i := bytes.Index(s.data, []byte("<0002><")) + len("<0002><")
		copy(s.data[i:], "0000")
	}, "stands for U+0000"},
	{"damaged font", func(e *editable) {
		_, d := e.font()
		s := e.f.stream(e.f.dict(d["FontDescriptor"])["FontFile2"])
		s.data = s.data[:300]
	}, "is damaged"},
	{"two heads of a table", func(e *editable) {
		body := e.role("TBody")
		body["S"] = name("THead")
	}, "a Table has 2 THeads"},
	{"long string", func(e *editable) { e.role("H1")["T"] = text(strings.Repeat("x", 40000)) }, "a string of 40000 bytes"},
	{"interpolation", func(e *editable) {
		e.find(func(d dict) bool { return d["Subtype"] == name("Image") })["Interpolate"] = true
	}, "asks for interpolation"},
}

func TestCheckFindsDefects(t *testing.T) {
	data := write(t, fixture(t))
	if sound := check(t, explode(t, data).bytes()); len(sound) > 0 {
		t.Fatalf("the file put together again has findings: %q", sound)
	}
	for _, d := range defects {
		t.Run(d.name, func(t *testing.T) {
			e := explode(t, data)
			d.spoil(e)
			expect(t, check(t, e.bytes()), d.want)
		})
	}
}

// expect looks for one of several wordings, parted by "|".
func expect(t *testing.T, found []string, want string) {
	t.Helper()
	for _, words := range strings.Split(want, "|") {
		for _, f := range found {
			if strings.Contains(f, words) {
				return
			}
		}
	}
	t.Errorf("the check does not say %q, but %q", want, found)
}

// TestCheckFindsDamage spoils the bytes of a finished file themselves.
func TestCheckFindsDamage(t *testing.T) {
	data := write(t, fixture(t))
	plain := explode(t, data).bytes()
	cut := func(b []byte, old, new string) []byte { return bytes.Replace(b, []byte(old), []byte(new), 1) }
	for _, d := range []struct {
		name string
		data []byte
		want string
	}{
		{"empty", nil, "cannot be read: not a PDF"},
		{"cut short", data[:len(data)/2], "there is no startxref"},
		{"not a PDF", []byte("hello"), "not a PDF"},
		{"no binary comment", cut(plain, "%\xE2\xE3\xCF\xD3\n", "%abcd\n"), "comment of four bytes"},
		{"version 2.0", cut(data, "%PDF-1.7", "%PDF-2.0"), "does not begin with %PDF-1.0 to"},
		{"rubbish at the end", append(bytes.Clone(data), "more"...), "4 bytes stand after the end"},
		{"no end of line before endstream", cut(plain, "\nendstream", "endstream "), "no line end stands before endstream"},
		{"wrong length", cut(plain, "/Length ", "/Length 9"), "does not end where its Length says"},
		{"encrypted", cut(plain, "trailer\n<<", "trailer\n<</Encrypt<</Filter/Standard>>"), "the file is encrypted"},
		{"offset astray", cut(plain, "0000000015 00000 n", "0000000016 00000 n"), "there is no object at byte|cannot be read"},
	} {
		t.Run(d.name, func(t *testing.T) { expect(t, check(t, d.data), d.want) })
	}
}
