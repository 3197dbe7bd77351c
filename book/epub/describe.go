package epub

import (
	"fmt"
	"io"
	"strings"
)

// Describe reads title and first author from any EPUB: what its file is named after on
// an e-reader. Either may be "". The error says that it is no EPUB that can be read.
func Describe(r io.ReaderAt, size int64) (title, author string, err error) {
	c, err := open(r, size)
	if err != nil {
		return "", "", err
	}
	if !c.readPackage() || c.err != nil {
		return "", "", fmt.Errorf("not an EPUB: it has no package document")
	}
	return strings.Join(strings.Fields(c.pack.first("title")), " "), strings.Join(strings.Fields(c.pack.first("creator")), " "), nil
}
