package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/jung-kurt/gofpdf"

	"cahier/book/unit"
)

// container is the document as gofpdf holds it: pages with their content streams, and
// images. This file alone imports gofpdf. Fonts do not pass through it: every part of
// its font objects would have to be replaced, and its font code is where it panics on
// runes above U+FFFF and damaged files and prints faults to standard output.
//
// Nor does it draw: content streams come compressed, behind a line that tells them from
// what gofpdf writes at a page's start.
type container struct {
	pdf    *gofpdf.Fpdf
	images int
}

// contentMark is the line after which a page's content stream is ours.
const contentMark = "%cahier\n"

func newContainer() *container {
	pdf := gofpdf.New("P", "pt", "A4", "")
	pdf.SetCompression(false)
	pdf.SetCatalogSort(true)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(0, 0, 0)
	return &container{pdf: pdf}
}

// page adds a page with its compressed content. gofpdf writes boxes to two decimals and
// in any order, so finish writes them anew.
func (c *container) page(width, height unit.Length, content []byte) {
	c.pdf.AddPageFormat("P", gofpdf.SizeType{Wd: width.Points(), Ht: height.Points()})
	c.pdf.RawWriteStr(contentMark + string(content))
}

// image registers an image as PNG or JPEG bytes and returns its number, from 1. A file
// that gofpdf refuses, or panics on, is an error and leaves the document as it was.
func (c *container) image(kind string, data []byte) (number int, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			number, err = 0, fmt.Errorf("damaged %s image", kind)
		}
		c.pdf.ClearError()
	}()
	options := gofpdf.ImageOptions{ImageType: kind}
	c.pdf.RegisterImageOptionsReader(imageName(c.images+1), options, bytes.NewReader(data))
	if c.pdf.Err() {
		return 0, c.pdf.Error()
	}
	c.images++
	return c.images, nil
}

func imageName(n int) string { return fmt.Sprint("image ", n) }

// write closes the document. A last page, which finish drops, paints the images in the order of
// their numbers: the only place where gofpdf says which resource name each has.
func (c *container) write() (raw []byte, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("the container could not be written: %v", fault)
		}
	}()
	c.pdf.AddPage()
	for n := range c.images {
		c.pdf.ImageOptions(imageName(n+1), 0, 0, 1, 1, false, gofpdf.ImageOptions{}, 0, "")
	}
	var keep keeper
	if err := c.pdf.Output(&keep); err != nil {
		return nil, err
	}
	if keep.data == nil {
		return nil, errors.New("the container is empty")
	}
	return keep.data, nil
}

// keeper takes the bytes of a single Write without copying them: gofpdf hands over its
// own buffer and is not used again.
type keeper struct{ data []byte }

func (k *keeper) Write(p []byte) (int, error) {
	if k.data != nil {
		return 0, io.ErrShortWrite
	}
	k.data = p
	return len(p), nil
}
