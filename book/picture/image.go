// Package picture turns an image file inside the book's folder into a checked,
// converted and, where needed, resized image that both writers can embed. A damaged,
// hostile or oversized file is a problem, never a crash.
//
// JPEG, PNG, GIF, WebP and SVG go in, told apart by their bytes; JPEG, PNG and
// sanitised SVG come out. The package never looks outside the file system that it is
// given and never uses the network.
package picture

// Image is an image that has been read and checked.
type Image struct {
	Src           string // path in the book's folder
	Width, Height int    // pixels; of an SVG, its size in CSS pixels
	Format        Format
	// Data is the file to embed. JPEG is upright (no EXIF orientation) and grey or
	// YCbCr; PNG is 8 bits a sample or less, without interlacing, on white where it was
	// transparent; SVG is sanitised, on white.
	Data []byte
}

// Format is the format of an image's Data.
type Format string

// The formats that leave this package. A GIF leaves as a PNG of its first frame, a
// WebP as a JPEG or, if it is transparent or lossless, as a PNG. An SVG is for the
// EPUB; a writer that cannot draw it says so with a problem.
const (
	JPEG Format = "jpeg"
	PNG  Format = "png"
	SVG  Format = "svg"
)

// MediaType is the format's media type (RFC 2045), as EPUB 3.3 section 3.2 lists it.
func (f Format) MediaType() string {
	if f == SVG {
		return "image/svg+xml"
	}
	return "image/" + string(f)
}

// Extension is the ending of a file of this format, with its dot.
func (f Format) Extension() string {
	if f == JPEG {
		return ".jpg"
	}
	return "." + string(f)
}

// Limits on what an article may bring. Each is checked before memory is asked for.
const (
	// MaxBytes bounds the file.
	MaxBytes = 50 << 20
	// MaxPixels bounds width times height of a file, read from its header: a
	// 48-megapixel telephone passes.
	MaxPixels = 50_000_000
	// MaxSide is the longest side that leaves the package; a larger image is scaled
	// down to it. E-readers show at most about 2000 pixels.
	MaxSide = 2000
	// MaxScans bounds the passes of a progressive JPEG. Encoders write about ten;
	// thousands of empty ones are an attack on the decoder's time.
	MaxScans = 200
	// MaxSVGBytes, MaxSVGElements and MaxSVGDepth bound a drawing.
	MaxSVGBytes    = 2 << 20
	MaxSVGElements = 50_000
	MaxSVGDepth    = 100
)
