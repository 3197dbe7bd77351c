package epub

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"hash/crc32"
	"io"
	"path"
)

// dosEpoch is 1980-01-01, the earliest date of a zip entry and every entry's here.
const dosEpoch = 1<<5 | 1

// pack writes files as an OCF container (EPUB 3.3, section 4.2): mimetype first and
// stored, the rest sorted by name, sizes and checksums in the local headers, so that
// readers that stream can read it.
func pack(w io.Writer, files map[string][]byte) error {
	z := zip.NewWriter(w)
	var p packer
	if err := p.add(z, "mimetype", files["mimetype"]); err != nil {
		return err
	}
	for _, name := range sortedNames(files) {
		if name == "mimetype" {
			continue
		}
		if err := p.add(z, name, files[name]); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("writing the EPUB: %w", err)
	}
	return nil
}

// packer reuses one compressor for all entries.
type packer struct {
	buf     bytes.Buffer
	deflate *flate.Writer
}

func (p *packer) add(z *zip.Writer, name string, data []byte) error {
	h := &zip.FileHeader{
		Name: name, Method: zip.Store,
		CRC32: crc32.ChecksumIEEE(data), UncompressedSize64: uint64(len(data)),
		ReaderVersion: 20, CreatorVersion: 20,
	}
	//lint:ignore SA1019 CreateRaw writes this field and no other of the date
	h.ModifiedDate = dosEpoch
	content := data
	if name != "mimetype" && !compressed(name) {
		h.Method = zip.Deflate
		content = p.compress(data)
	}
	h.CompressedSize64 = uint64(len(content))
	w, err := z.CreateRaw(h)
	if err == nil {
		_, err = w.Write(content)
	}
	if err != nil {
		return fmt.Errorf("writing the EPUB: %w", err)
	}
	return nil
}

// compressed reports whether a file is compressed by its own format.
func compressed(name string) bool {
	ext := path.Ext(name)
	return ext == ".jpg" || ext == ".png"
}

func (p *packer) compress(data []byte) []byte {
	p.buf.Reset()
	if p.deflate == nil {
		p.deflate, _ = flate.NewWriter(&p.buf, flate.DefaultCompression) // the level is one that exists
	} else {
		p.deflate.Reset(&p.buf)
	}
	p.deflate.Write(data) // a bytes.Buffer takes everything
	p.deflate.Close()
	return p.buf.Bytes()
}
