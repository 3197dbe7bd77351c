package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"strconv"
)

// packSize is how many objects share an object stream: enough for them to compress well,
// few enough that a reader that wants one decodes little (7.5.7).
const packSize = 200

// emitter writes a file object by object: streams at once, all else gathered in object
// streams. Nothing written is kept but the places of the objects.
type emitter struct {
	w      io.Writer
	sum    hash.Hash
	offset int
	err    error
	places []place // by object number; places[0] is the head of the free list

	pack    int // number of the object stream being filled
	numbers []int
	offsets []int
	body    []byte
	flate   deflater
	scratch []byte
}

// newEmitter writes the header.
func newEmitter(w io.Writer) *emitter {
	e := &emitter{w: w, sum: sha256.New(), places: make([]place, 1)}
	// Four bytes above 127 in the second line tell transport programs, and PDF/A-2
	// (6.1.2) asks, that the file is binary.
	e.write([]byte("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"))
	return e
}

// write writes and sums up bytes; after the first error it does nothing.
func (e *emitter) write(b []byte) {
	if e.err != nil {
		return
	}
	e.sum.Write(b)
	n, err := e.w.Write(b)
	e.offset, e.err = e.offset+n, err
}

// reserve returns the next object number.
func (e *emitter) reserve() int {
	e.places = append(e.places, place{offset: -1})
	return len(e.places) - 1
}

// add writes an object other than a stream and returns its number.
func (e *emitter) add(body []byte) int {
	num := e.reserve()
	e.put(num, body)
	return num
}

// put writes the object of a reserved number. The body is not kept.
func (e *emitter) put(num int, body []byte) {
	if e.pack == 0 {
		e.pack = e.reserve()
	}
	e.places[num] = place{pack: e.pack, index: len(e.numbers)}
	e.numbers = append(e.numbers, num)
	e.offsets = append(e.offsets, len(e.body))
	e.body = append(append(e.body, body...), '\n')
	if len(e.numbers) == packSize {
		e.flush()
	}
}

// flush writes the object stream being filled.
func (e *emitter) flush() {
	if e.pack == 0 {
		return
	}
	var index []byte
	for i, n := range e.numbers {
		index = strconv.AppendInt(index, int64(n), 10)
		index = append(index, ' ')
		index = strconv.AppendInt(index, int64(e.offsets[i]), 10)
		index = append(index, ' ')
	}
	head := fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(e.numbers), len(index))
	num := e.pack
	e.pack = 0
	e.stream(num, head, append(index, e.body...))
	e.numbers, e.offsets, e.body = e.numbers[:0], e.offsets[:0], e.body[:0]
}

// stream writes a stream of plain bytes, deflated; keys are the dictionary's entries
// besides its length and filter.
func (e *emitter) stream(num int, keys string, data []byte) {
	e.rawStream(num, keys+"/Filter/FlateDecode", e.flate.deflate(data))
}

// rawStream writes a stream whose bytes are filtered already, or shall stay plain. The end
// of line before endstream is not counted in Length (PDF/A-2, 6.1.7.1).
func (e *emitter) rawStream(num int, keys string, data []byte) {
	e.places[num] = place{offset: e.offset}
	e.write(fmt.Appendf(e.scratch[:0], "%d 0 obj\n<<%s/Length %d>>\nstream\n", num, keys, len(data)))
	e.write(data)
	e.write([]byte("\nendstream\nendobj\n"))
}

// close writes what is left: the cross-reference stream and the end. The file's
// identifier is a hash of every byte before it, so that it changes with any of them
// and with nothing else (ISO 32000-1, 14.4).
func (e *emitter) close(root, info int) error {
	e.flush()
	num := e.reserve()
	start := e.offset
	e.places[num] = place{offset: start}
	id := hex.EncodeToString(e.sum.Sum(nil)[:16])
	width := 1
	for start>>(8*width) > 0 || len(e.places)>>(8*width) > 0 {
		width++
	}
	keys := fmt.Sprintf("/Type/XRef/Size %d/W[1 %d 2]/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]", len(e.places), width, root, info, id, id)
	e.stream(num, keys, e.rows(width))
	e.write(fmt.Appendf(nil, "startxref\n%d\n%%%%EOF\n", start))
	return e.err
}

// rows are the entries of the cross-reference stream (7.5.8.3).
func (e *emitter) rows(width int) []byte {
	rows := make([]byte, 0, len(e.places)*(width+3))
	for i, p := range e.places {
		kind, a, b := byte(1), p.offset, p.gen
		switch {
		case i == 0:
			kind, a, b = 0, 0, 65535
		case p.pack > 0:
			kind, a, b = 2, p.pack, p.index
		case p.offset < 0:
			panic("pdf: an object that was reserved and never written")
		}
		rows = append(rows, kind)
		for shift := 8 * (width - 1); shift >= 0; shift -= 8 {
			rows = append(rows, byte(a>>shift))
		}
		rows = append(rows, byte(b>>8), byte(b))
	}
	return rows
}

// deflater compresses one stream after another with the same tables. The zero value
// works.
type deflater struct {
	fast bool
	buf  bytes.Buffer
	w    *zlib.Writer
}

// fastLevel is the compression of sheets for printing: half the time of zlib's usual one for
// five parts more in a hundred of a file that is sent to a printer and not kept.
const fastLevel = 4

// deflate returns the compressed bytes, valid until the next call.
func (d *deflater) deflate(data []byte) []byte {
	d.buf.Reset()
	if d.w == nil {
		d.w = d.newWriter()
	} else {
		d.w.Reset(&d.buf)
	}
	d.w.Write(data)
	d.w.Close()
	return d.buf.Bytes()
}

func (d *deflater) newWriter() *zlib.Writer {
	if !d.fast {
		return zlib.NewWriter(&d.buf)
	}
	w, err := zlib.NewWriterLevel(&d.buf, fastLevel)
	if err != nil {
		panic(err) // no such level
	}
	return w
}
