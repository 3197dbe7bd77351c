package manuscript

import (
	"bytes"
	"path"
	"strings"
)

// format is what a file is that somebody gives as a manuscript and that is none.
type format struct{ what, hint string }

const (
	hintWord   = "save it as a web page (.html) and clean that: cahier clean page.html -o article.md"
	hintImage  = "an article shows an image: ![caption](file)"
	hintSource = "name it in the front matter of an article: bibliography: file"
)

// signatures are the bytes that formats begin with (PNG 3rd ed. 5.2, JPEG ISO 10918-1 B.1.1,
// GIF89a 17, PDF ISO 32000-2 7.5.2, ZIP APPNOTE 4.3.7, RTF 1.9.1, RIFF for WebP): they say
// more than a name, which people change without changing the file.
var signatures = []struct {
	begin  string
	format format
}{
	{"\x89PNG\r\n\x1a\n", format{"a PNG image", hintImage}},
	{"\xff\xd8\xff", format{"a JPEG image", hintImage}},
	{"GIF8", format{"a GIF image", hintImage}},
	{"RIFF", format{"an image or a sound", hintImage}},
	{"%PDF-", format{"a PDF", "copy its text into a file and clean that: cahier clean text.txt -o article.md"}},
	{"PK\x03\x04", format{"a zip archive", "unpack it first"}},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", format{"an old Word or Office file", hintWord}},
	{`{\rtf`, format{"a rich text file", hintWord}},
}

// extensions are the formats that a name tells: text, or archives that begin alike.
var extensions = map[string]format{
	".docx":  {"a Word document", hintWord},
	".odt":   {"an OpenDocument text", hintWord},
	".epub":  {"an EPUB, a finished book", "unpack it and clean its pages: cahier clean page.xhtml -o article.md"},
	".json":  {"a JSON file", hintSource},
	".bib":   {"a BibTeX library", "export it as CSL-JSON (.json) and name that in the front matter: bibliography: file.json"},
	".html":  {"a web page", "clean it first: cahier clean page.html -o article.md"},
	".htm":   {"a web page", "clean it first: cahier clean page.htm -o article.md"},
	".xhtml": {"a web page", "clean it first: cahier clean page.xhtml -o article.md"},
	".mhtml": {"a saved web page", "clean it first: cahier clean page.mhtml -o article.md"},
	".svg":   {"an SVG image", hintImage},
	".tex":   {"a LaTeX file", "convert it to Markdown first"},
}

// formatOf says what a file is that cannot be an article; the zero format if it may be one.
func formatOf(name string, data []byte) format {
	ext, isNamed := extensions[strings.ToLower(path.Ext(name))]
	if isNamed {
		base := path.Base(name)
		ext.hint = strings.NewReplacer("page"+strings.ToLower(path.Ext(base)), base, ": file", ": "+base).Replace(ext.hint)
		return ext
	}
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.begin)) {
			return s.format
		}
	}
	head := bytes.ToLower(bytes.TrimSpace(data[:min(len(data), 1<<10)]))
	if bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html")) {
		return format{"a web page", "clean it first: cahier clean " + path.Base(name) + " -o article.md"}
	}
	return format{}
}
