package manuscript

import (
	"strings"
	"testing"
	"testing/fstest"

	"cahier/book"
)

// TestFormats gives files in other formats as manuscripts: one error each, which says what the
// file is and what to do.
func TestFormats(t *testing.T) {
	for _, c := range []struct{ name, data, message, hint string }{
		{"owl.png", "\x89PNG\r\n\x1a\n\x00\x00", "this is a PNG image, not a manuscript", "![caption](file)"},
		{"owl.md", "\xff\xd8\xff\xe0", "this is a JPEG image, not a manuscript", "![caption](file)"},
		{"a.pdf", "%PDF-1.7\n\xe2\xe3", "this is a PDF, not a manuscript", "cahier clean"},
		{"a.zip", "PK\x03\x04\x14", "this is a zip archive, not a manuscript", "unpack"},
		{"a.docx", "PK\x03\x04\x14", "this is a Word document, not a manuscript", ".html"},
		{"in/works.json", "[]", "this is a JSON file, not a manuscript", "bibliography: works.json"},
		{"Saved.HTML", "<p>x", "this is a web page, not a manuscript", "cahier clean Saved.HTML"},
		{"saved.htm", "<p>x", "this is a web page, not a manuscript", "cahier clean saved.htm -o"},
		{"page", " <!DOCTYPE HTML>\n", "this is a web page, not a manuscript", "cahier clean page -o"},
	} {
		b, problems := Read(fstest.MapFS{c.name: {Data: []byte(c.data)}}, c.name)
		if b == nil || len(problems) != 1 || problems[0].Code != book.CodeUnreadable || problems[0].Message != c.message || !strings.Contains(problems[0].Hint, c.hint) {
			t.Errorf("%s: %v, %q", c.name, problems, problems)
		}
	}
	for _, name := range []string{"a.md", "a.txt", "-", "a"} {
		if _, problems := Read(fstest.MapFS{name: {Data: []byte("---\ntitle: T\nlang: en\n---\nRIF and %PDF\n")}}, name); len(problems) != 0 {
			t.Errorf("%s: %v", name, problems)
		}
	}
}
