package clean

import "bytes"

// binaries are files that hold no text to clean, by their first bytes, and what to do with
// each.
var binaries = []struct{ magic, name, hint string }{
	{"%PDF-", "a PDF", "open it, copy its text into a .txt file, and clean that"},
	{"PK\x03\x04", "a zip archive, as of a word processor or an EPUB", "save the text as a web page (.html), and clean that"},
	{"\xd0\xcf\x11\xe0", "a file of an old word processor", "save the text as a web page (.html), and clean that"},
	{"\x89PNG\r\n", "a PNG image", "there is no text in it to clean"},
	{"\xff\xd8\xff", "a JPEG image", "there is no text in it to clean"},
	{"GIF8", "a GIF image", "there is no text in it to clean"},
	{"\x1f\x8b", "a compressed file", "unpack it first"},
}

// binary names what a source is when it is no text, and says what to do; "" for text.
func binary(src []byte) (name, hint string) {
	for _, b := range binaries {
		if bytes.HasPrefix(src, []byte(b.magic)) {
			return b.name, b.hint
		}
	}
	return "", ""
}
