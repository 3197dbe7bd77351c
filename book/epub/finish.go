package epub

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"

	"cahier/book/layout"
)

// finish brings the assembled container to EPUB 3.3: heads, navigation and package
// document made anew, everything checked against what went in and packed again in a
// fixed order.
func (e *edition) finish(packed []byte, w io.Writer) error {
	files, err := unpack(packed)
	if err != nil {
		return err
	}
	if err := e.verify(files); err != nil {
		return err
	}
	for _, d := range e.docs {
		files["EPUB/xhtml/"+d.file] = []byte(e.wrap(d))
	}
	for _, f := range e.options.Fonts {
		if len(f.Licence) > 0 {
			files[licenceFile(f.Family)] = f.Licence
		}
	}
	files["EPUB/nav.xhtml"] = []byte(e.nav())
	files["EPUB/toc.ncx"] = []byte(e.ncx())
	files["EPUB/package.opf"] = []byte(e.packageDocument())
	return pack(w, files)
}

// unpack reads what go-epub has written.
func unpack(packed []byte) (map[string][]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return nil, fmt.Errorf("reading the assembled EPUB: %w", err)
	}
	files := make(map[string][]byte, len(z.File))
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return nil, fmt.Errorf("reading the assembled EPUB: %w", err)
		}
		buf := bytes.NewBuffer(make([]byte, 0, f.UncompressedSize64))
		if _, err := buf.ReadFrom(r); err != nil {
			return nil, fmt.Errorf("reading the assembled EPUB: %w", err)
		}
		files[f.Name] = buf.Bytes()
	}
	return files, nil
}

// verify compares the container with what was put in: go-epub logs some of its errors
// and goes on without the file.
func (e *edition) verify(files map[string][]byte) error {
	want := map[string]bool{"mimetype": true, "META-INF/container.xml": true, "EPUB/package.opf": true, "EPUB/nav.xhtml": true, "EPUB/toc.ncx": true}
	for name, data := range e.media() {
		want["EPUB/"+name] = true
		if !bytes.Equal(files["EPUB/"+name], data) {
			return fmt.Errorf("assembling the EPUB: %s was not taken up as it is", name)
		}
	}
	for _, d := range e.docs {
		want["EPUB/xhtml/"+d.file] = true
		if !bytes.Contains(files["EPUB/xhtml/"+d.file], []byte(d.body)) {
			return fmt.Errorf("assembling the EPUB: %s was not taken up as it is", d.file)
		}
	}
	for name := range want {
		if _, ok := files[name]; !ok {
			return fmt.Errorf("assembling the EPUB: %s is missing", name)
		}
	}
	for name := range files {
		if !want[name] {
			return fmt.Errorf("assembling the EPUB: %s was not asked for", name)
		}
	}
	return nil
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

// wrap gives a section's body the head and root that its language and title need.
func (e *edition) wrap(d *document) string {
	x := &xhtml{narrow: e.options.NarrowSpaces}
	e.begin(x, d.title, d.lang, "../"+styleFile)
	x.open("body", "class", e.bodyClass(d), "epub:type", d.matter)
	x.WriteByte('\n')
	if e.options.Kepub && d.section != nil {
		x.WriteString(`<div id="book-columns"><div id="book-inner">` + "\n")
	}
	x.WriteString(strings.TrimRight(d.body, "\n"))
	x.WriteByte('\n')
	if e.options.Kepub && d.section != nil {
		x.WriteString("</div></div>\n")
	}
	x.line()
	x.line()
	return x.String()
}

// bodyClass lets a style sheet know the kind of page without selectors that old
// engines lack.
func (e *edition) bodyClass(d *document) string {
	if d.section == nil {
		return "cover"
	}
	return "page-" + string(d.section.Kind)
}

// begin writes an XHTML file up to its body.
func (e *edition) begin(x *xhtml, title, lang, style string) {
	x.WriteString(xmlHead + "<!DOCTYPE html>\n")
	x.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "xmlns:epub", "http://www.idpf.org/2007/ops", "lang", lang, "xml:lang", lang, "dir", direction(lang))
	x.WriteByte('\n')
	x.open("head")
	x.empty("meta", "charset", "utf-8")
	x.element("title", title)
	x.empty("link", "rel", "stylesheet", "type", "text/css", "href", style)
	x.line()
}

// target is where an id stands, relative to the package document; a section is its
// whole file. "" if it is not in this edition.
func (e *edition) target(id string) string {
	file, ok := e.names[id]
	if !ok {
		return ""
	}
	for _, d := range e.docs {
		if d.section != nil && d.section.ID == id {
			return "xhtml/" + file
		}
	}
	return "xhtml/" + file + "#" + id
}

// first is the first file of a kind of section, "" if there is none.
func (e *edition) first(match func(*layout.Section) bool) *document {
	for _, d := range e.docs {
		if d.section != nil && match(d.section) {
			return d
		}
	}
	return nil
}
