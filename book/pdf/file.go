package pdf

import (
	"bytes"
	"errors"
	"fmt"
)

// The limits of reading a file. A file beyond them is refused with a problem.
const (
	maxFile    = 1 << 30   // bytes
	maxObjects = 8_388_607 // indirect objects (ISO 32000-1, Annex C)
	maxDecoded = 1 << 30   // bytes of decoded streams in one reading, against bombs
)

// file is a PDF whose objects can be fetched by number.
type file struct {
	data    []byte
	trailer dict
	places  map[int]place
	// startxref is the offset that the file's end names.
	startxref int
	// xrefStreams counts the cross-reference streams among the sections read.
	xrefStreams int

	loaded    map[int]object
	packs     map[int]*pack
	decoded   int64
	exhausted bool // maxDecoded was reached: some streams were not read
	// sound are the offsets of streams that could be decoded.
	sound map[int]bool
	// loading guards against an object whose length is itself.
	loading map[int]bool
	// damage is what could not be read, by object number, in words.
	damage []damage
}

type damage struct {
	num int
	err error
}

// place says where an object is: at an offset, or as a member of an object stream.
type place struct {
	gen    int
	offset int // of "num gen obj", when pack is 0
	pack   int // number of the object stream
	index  int // in the object stream
}

// pack is a decoded object stream (7.5.7).
type pack struct {
	data    []byte
	numbers []int
	offsets []int
}

// openFile reads the cross-reference table or streams of a whole file. It follows every
// earlier section that the trailer names.
func openFile(data []byte) (*file, error) {
	if len(data) > maxFile {
		return nil, fmt.Errorf("more than %d MiB", maxFile>>20)
	}
	if !bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")) {
		return nil, errors.New("not a PDF")
	}
	f := &file{
		data: data, trailer: dict{}, places: map[int]place{},
		loaded: map[int]object{}, packs: map[int]*pack{}, loading: map[int]bool{}, sound: map[int]bool{},
	}
	tail := max(0, len(data)-2048)
	i := bytes.LastIndex(data[tail:], []byte("startxref"))
	if i < 0 {
		return nil, errors.New("cut short: there is no startxref at its end")
	}
	l := lexer{data: data, pos: tail + i + len("startxref")}
	o, err := l.object()
	start, ok := o.(int64)
	if err != nil || !ok {
		return nil, errors.New("startxref without an offset")
	}
	f.startxref = intOr(start, -1)
	return f, f.readSections(f.startxref)
}

// readSections reads the newest section first; what it says of an object stands.
func (f *file) readSections(at int) error {
	queue, seen := []int{at}, map[int]bool{}
	for len(queue) > 0 {
		at, queue = queue[0], queue[1:]
		if seen[at] {
			continue
		}
		seen[at] = true
		if at < 0 || at >= len(f.data) {
			return fmt.Errorf("cross-reference section at byte %d, outside the file", at)
		}
		t, err := f.readSection(at)
		if err != nil {
			return fmt.Errorf("cross-reference section at byte %d: %w", at, err)
		}
		for k, v := range t {
			if _, ok := f.trailer[k]; !ok {
				f.trailer[k] = v
			}
		}
		for _, key := range []name{"XRefStm", "Prev"} {
			if n, ok := t[key].(int64); ok {
				queue = append(queue, intOr(n, -1))
			}
		}
	}
	return nil
}

// readSection reads a table with its trailer, or a stream, which is both.
func (f *file) readSection(at int) (dict, error) {
	l := lexer{data: f.data, pos: at, refs: true}
	l.skip()
	if bytes.HasPrefix(f.data[l.pos:], []byte("xref")) {
		l.pos += len("xref")
		return f.readTable(&l)
	}
	_, o, err := f.indirect(l.pos)
	if err != nil {
		return nil, err
	}
	s, ok := o.(*stream)
	if !ok || s.dict["Type"] != name("XRef") {
		return nil, errors.New("neither a table nor a stream")
	}
	f.xrefStreams++
	return s.dict, f.readXRefStream(s)
}

// readTable reads the subsections of a table (7.5.4) and the trailer behind it.
func (f *file) readTable(l *lexer) (dict, error) {
	for {
		o, err := l.object()
		if err != nil {
			return nil, err
		}
		if o == keyword("trailer") {
			break
		}
		n, err := l.object()
		if err != nil {
			return nil, err
		}
		first, count := intOr(o, -1), intOr(n, -1)
		if first < 0 || count < 0 || first+count > maxObjects+1 {
			return nil, errors.New("a subsection without numbers")
		}
		for num := first; num < first+count; num++ {
			if err := f.readEntry(l, num); err != nil {
				return nil, err
			}
		}
	}
	o, err := l.object()
	if err != nil {
		return nil, err
	}
	t, ok := o.(dict)
	if !ok {
		return nil, errors.New("no trailer dictionary")
	}
	return t, nil
}

// readEntry reads "offset generation n" or "… f". Tables written by hand do not always keep to
// twenty bytes, so it reads objects.
func (f *file) readEntry(l *lexer, num int) error {
	plain := lexer{data: l.data, pos: l.pos}
	offset, err1 := plain.object()
	gen, err2 := plain.object()
	kind, err3 := plain.object()
	l.pos = plain.pos
	if err := errors.Join(err1, err2, err3); err != nil {
		return err
	}
	switch kind {
	case keyword("n"):
		f.setPlace(num, place{offset: intOr(offset, -1), gen: intOr(gen, 0)})
	case keyword("f"):
		f.setPlace(num, place{offset: -1})
	default:
		return fmt.Errorf("the entry of object %d is damaged", num)
	}
	return nil
}

// setPlace keeps what the newest section says, since sections are read from the newest back.
func (f *file) setPlace(num int, p place) {
	if _, ok := f.places[num]; !ok && num > 0 {
		f.places[num] = p
	}
}

// readXRefStream reads the rows of a cross-reference stream (7.5.8).
func (f *file) readXRefStream(s *stream) error {
	data, err := f.decode(s)
	if err != nil {
		return err
	}
	w, ok := s.dict["W"].(array)
	if !ok || len(w) != 3 {
		return errors.New("no field widths")
	}
	var widths [3]int
	for i := range widths {
		widths[i] = intOr(w[i], -1)
		if widths[i] < 0 || widths[i] > 8 {
			return errors.New("impossible field widths")
		}
	}
	row := widths[0] + widths[1] + widths[2]
	index, ok := s.dict["Index"].(array)
	if !ok {
		index = array{int64(0), s.dict["Size"]}
	}
	for i := 0; i+1 < len(index); i += 2 {
		first, count := intOr(index[i], -1), intOr(index[i+1], -1)
		if first < 0 || count < 0 || first+count > maxObjects+1 || row == 0 || len(data)/row < count {
			return errors.New("rows that do not fit its index")
		}
		for n := range count {
			f.readRow(first+n, data[n*row:], widths)
		}
		data = data[count*row:]
	}
	return nil
}

// readRow reads a row of a cross-reference stream. A field of no width has its default:
// type 1, all else 0.
func (f *file) readRow(num int, row []byte, widths [3]int) {
	field := [3]int{1, 0, 0}
	for i, w := range widths {
		if w == 0 {
			continue
		}
		v := 0
		for _, c := range row[:w] {
			v = v<<8 | int(c)
		}
		field[i], row = v, row[w:]
	}
	switch field[0] {
	case 0:
		f.setPlace(num, place{offset: -1})
	case 1:
		f.setPlace(num, place{offset: field[1], gen: field[2]})
	case 2:
		f.setPlace(num, place{pack: field[1], index: field[2]})
	}
}

// indirect reads "num gen obj … endobj" at an offset.
func (f *file) indirect(at int) (int, object, error) {
	l := lexer{data: f.data, pos: at, refs: true}
	if at < 0 || at >= len(f.data) {
		return 0, nil, fmt.Errorf("offset %d is outside the file", at)
	}
	l.skip()
	num, ok1 := l.digits()
	l.skip()
	_, ok2 := l.digits()
	l.skip()
	if !ok1 || !ok2 || l.regular() != "obj" {
		return 0, nil, fmt.Errorf("there is no object at byte %d", at)
	}
	o, err := l.object()
	if err != nil {
		return num, nil, err
	}
	if k, ok := o.(keyword); ok {
		if k == "endobj" { // an object without content is null
			return num, nil, nil
		}
		return num, nil, fmt.Errorf("%q where an object should be, at byte %d", clip(string(k)), at)
	}
	d, ok := o.(dict)
	if !ok {
		return num, o, nil
	}
	l.skip()
	if !bytes.HasPrefix(f.data[l.pos:], []byte("stream")) {
		return num, d, nil
	}
	s, err := f.streamAt(d, l.pos+len("stream"))
	if err != nil {
		return num, nil, err
	}
	return num, s, nil
}

// streamAt cuts out a stream's bytes by its Length, or by the next endstream when the
// length is wrong.
func (f *file) streamAt(d dict, pos int) (*stream, error) {
	if pos < len(f.data) && f.data[pos] == '\r' {
		pos++
	}
	if pos < len(f.data) && f.data[pos] == '\n' {
		pos++
	}
	n := intOr(f.resolve(d["Length"]), -1)
	if n >= 0 && pos+n <= len(f.data) {
		l := lexer{data: f.data[:min(len(f.data), pos+n+16)], pos: pos + n}
		for l.pos < len(l.data) && isSpace(l.data[l.pos]) {
			l.pos++
		}
		if bytes.HasPrefix(l.data[l.pos:], []byte("endstream")) {
			return &stream{d, f.data[pos : pos+n], pos}, nil
		}
	}
	return nil, fmt.Errorf("the stream at byte %d does not end where its Length says", pos)
}

// resolve follows references until an object that is none. What cannot be read is null,
// and recorded as damage.
func (f *file) resolve(o object) object {
	for range 32 {
		r, ok := o.(ref)
		if !ok {
			return o
		}
		o = f.load(r.num)
	}
	return nil
}

// load returns an object by its number; null when it is free, missing or needs itself to
// be read.
func (f *file) load(num int) object {
	if o, ok := f.loaded[num]; ok {
		return o
	}
	p, ok := f.places[num]
	if !ok || p.offset < 0 || f.loading[num] {
		return nil
	}
	f.loading[num] = true
	defer delete(f.loading, num)
	o, err := f.fetch(num, p)
	if err != nil {
		o = nil
		f.damage = append(f.damage, damage{num, err})
	}
	f.loaded[num] = o
	return o
}

// fetch reads an object where the cross-reference says that it is.
func (f *file) fetch(num int, p place) (object, error) {
	if p.pack > 0 {
		return f.member(num, p)
	}
	found, o, err := f.indirect(p.offset)
	if err == nil && found != num {
		return nil, fmt.Errorf("object %d stands where object %d should", found, num)
	}
	return o, err
}

// member reads an object out of its object stream.
func (f *file) member(num int, p place) (object, error) {
	k, err := f.pack(p.pack)
	if err != nil {
		return nil, err
	}
	if p.index >= len(k.numbers) || k.numbers[p.index] != num {
		return nil, fmt.Errorf("object stream %d does not hold it as number %d", p.pack, p.index)
	}
	l := lexer{data: k.data, pos: k.offsets[p.index], refs: true}
	o, err := l.object()
	if _, ok := o.(keyword); ok {
		return nil, fmt.Errorf("object stream %d is damaged", p.pack)
	}
	return o, err
}

// pack returns an object stream, decoded once.
func (f *file) pack(num int) (*pack, error) {
	if k := f.packs[num]; k != nil {
		return k, nil
	}
	s, ok := f.load(num).(*stream)
	if !ok || s.dict["Type"] != name("ObjStm") || f.places[num].pack != 0 {
		return nil, fmt.Errorf("object %d is not an object stream", num)
	}
	data, err := f.decode(s)
	if err != nil {
		return nil, err
	}
	k := &pack{data: data}
	first, n := intOr(f.resolve(s.dict["First"]), -1), intOr(f.resolve(s.dict["N"]), -1)
	if first < 0 || first > len(data) || n < 0 || n > first/2+1 {
		return nil, fmt.Errorf("object stream %d is damaged", num)
	}
	l := lexer{data: data[:first]}
	for range n {
		id, err1 := l.object()
		off, err2 := l.object()
		at := intOr(off, -1)
		if err1 != nil || err2 != nil || at < 0 || first+at > len(data) {
			return nil, fmt.Errorf("object stream %d is damaged", num)
		}
		k.numbers = append(k.numbers, intOr(id, -1))
		k.offsets = append(k.offsets, first+at)
	}
	f.packs[num] = k
	return k, nil
}

// decode undoes a stream's filters. Samples of an image stay as they are behind their
// image filter.
func (f *file) decode(s *stream) ([]byte, error) {
	filters, parms := f.filters(s.dict)
	data := s.data
	for i, n := range filters {
		if isImageFilter(n) {
			return data, nil
		}
		out, err := applyFilter(n, parms[i], data)
		if err != nil {
			return nil, err
		}
		if f.decoded += int64(len(out)); f.decoded > maxDecoded {
			f.exhausted = true
			return nil, fmt.Errorf("more than %d MiB of streams", maxDecoded>>20)
		}
		data = out
	}
	if s.at >= 0 {
		f.sound[s.at] = true
	}
	return data, nil
}

// filters lists a stream's filters with their parameters, one each.
func (f *file) filters(d dict) ([]name, []dict) {
	var names []name
	switch o := f.resolve(d["Filter"]).(type) {
	case name:
		names = []name{o}
	case array:
		for _, e := range o {
			n, _ := f.resolve(e).(name)
			names = append(names, n)
		}
	}
	parms := make([]dict, len(names))
	switch o := f.resolve(d["DecodeParms"]).(type) {
	case dict:
		if len(parms) > 0 {
			parms[0] = f.flat(o)
		}
	case array:
		for i := range min(len(o), len(parms)) {
			d, _ := f.resolve(o[i]).(dict)
			parms[i] = f.flat(d)
		}
	}
	return names, parms
}

// flat is a dictionary whose values are no references.
func (f *file) flat(d dict) dict {
	out := dict{}
	for k, v := range d {
		out[k] = f.resolve(v)
	}
	return out
}

// Typed access to dictionaries: the zero value when the key is missing or of another
// type.
func (f *file) dict(o object) dict {
	switch o := f.resolve(o).(type) {
	case dict:
		return o
	case *stream:
		return o.dict
	}
	return nil
}

func (f *file) array(o object) array { a, _ := f.resolve(o).(array); return a }
func (f *file) name(o object) name   { n, _ := f.resolve(o).(name); return n }

func (f *file) stream(o object) *stream { s, _ := f.resolve(o).(*stream); return s }

func (f *file) root() dict { return f.dict(f.trailer["Root"]) }
