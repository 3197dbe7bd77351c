package epub

import (
	"bytes"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
)

// styleFile is the one style sheet, relative to the package document.
const styleFile = "css/epub.css"

// media are the files that are not text, by their names relative to the package
// document.
func (e *edition) media() map[string][]byte {
	files := map[string][]byte{styleFile: append(e.fontFaces(), e.css...)}
	for _, img := range e.images {
		files["images/"+img.file] = img.Data
	}
	if e.options.Cover != nil {
		files["images/"+coverFile(e.options.Cover)] = e.options.Cover.Data
	}
	for i, f := range e.options.Fonts {
		files["fonts/"+fontFile(i)] = f.Data
	}
	return files
}

func fontFile(i int) string { return fmt.Sprintf("face-%d.ttf", i+1) }

// licenceFile is the licence of a family, under a name of its letters and digits. It
// stands in META-INF, since no text refers to it.
func licenceFile(family string) string {
	return "META-INF/licence-" + strings.ToLower(idPart(family)) + ".txt"
}

// fontFaces are the rules that make embedded faces known, and the book's own.
func (e *edition) fontFaces() []byte {
	var css bytes.Buffer
	for i, f := range e.options.Fonts {
		style := "normal"
		if f.Italic {
			style = "italic"
		}
		fmt.Fprintf(&css, "@font-face { font-family: %q; font-style: %s; font-weight: %d; src: url(../fonts/%s); }\n", f.Family, style, f.Weight, fontFile(i))
	}
	if len(e.options.Fonts) > 0 {
		fmt.Fprintf(&css, "body { font-family: %q, serif; }\n", e.options.Fonts[0].Family)
	}
	return css.Bytes()
}

// mediaType is the type of a file by our own names (EPUB 3.3, section 3.2).
func mediaType(name string) string {
	switch path.Ext(name) {
	case ".css":
		return "text/css"
	case ".jpg":
		return "image/jpeg"
	case ".png":
		return "image/png"
	case ".svg":
		return "image/svg+xml"
	case ".ttf":
		return "font/ttf"
	case ".ncx":
		return "application/x-dtbncx+xml"
	}
	return "application/xhtml+xml"
}

func sortedNames[T any](files map[string]T) []string { return slices.Sorted(maps.Keys(files)) }
