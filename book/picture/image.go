// Package picture turns an image file inside the book's folder into a checked,
// converted and, where needed, resized image that both writers can embed. A damaged,
// hostile or oversized file is a problem, never a crash.
package picture

// Image is an image that has been read and checked.
type Image struct {
	Src           string // path in the book's folder
	Width, Height int    // pixels
	Format        Format
	Data          []byte // the file to embed: JPEG, PNG or GIF bytes, or sanitised SVG
}

// Format is the format of an image's Data.
type Format string

// The formats that leave this package.
const (
	JPEG Format = "jpeg"
	PNG  Format = "png"
	GIF  Format = "gif"
	SVG  Format = "svg"
)
