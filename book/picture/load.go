package picture

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"cahier/book"
)

// Load reads the image src, slash-separated and relative to the root of fsys, and
// makes it fit for both outputs. pos is where the manuscript names it. The image is
// nil when there is a problem of severity error: a missing or forbidden file, an
// unknown or damaged format, a limit exceeded, an SVG that is not a plain drawing.
//
// Whether symbolic links may lead out of the folder is decided by fsys (os.Root
// refuses them).
func Load(fsys fs.FS, src string, pos book.Pos) (*Image, book.Problems) {
	data, problem := read(fsys, src)
	if problem == nil {
		var img *Image
		if img, problem = convert(data); problem == nil {
			img.Src = src
			return img, nil
		}
	}
	return nil, book.Problems{{
		Pos: pos, Code: problem.code, Message: fmt.Sprintf("image %s %s", src, problem.message), Hint: problem.hint,
	}}
}

// Decode makes an image of bytes that are already at hand, such as a cover that was
// made; the rules are those of Load.
func Decode(data []byte) (*Image, error) {
	img, problem := convert(data)
	if problem != nil {
		return nil, errors.New("image " + problem.message)
	}
	return img, nil
}

// fault is what is wrong with one image; its message completes "image x.png …".
type fault struct {
	code          book.Code
	message, hint string
}

func bad(hint, format string, args ...any) *fault {
	return &fault{book.CodeImageBad, fmt.Sprintf(format, args...), hint}
}

func limit(hint, format string, args ...any) *fault {
	return &fault{book.CodeLimit, fmt.Sprintf(format, args...), hint}
}

func read(fsys fs.FS, src string) ([]byte, *fault) {
	const inside = "images stand in the book's folder, and are named relative to it"
	if !fs.ValidPath(src) || src == "." {
		return nil, &fault{book.CodeFileForbidden, "leads out of the book's folder", inside}
	}
	f, err := fsys.Open(src)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &fault{book.CodeFileMissing, "does not exist", inside}
	} else if err != nil {
		return nil, &fault{book.CodeFileForbidden, "cannot be opened: " + reason(err), inside}
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil, &fault{book.CodeFileForbidden, "is not a regular file", inside}
	}
	data, err := io.ReadAll(io.LimitReader(f, MaxBytes+1))
	switch {
	case err != nil:
		return nil, &fault{book.CodeUnreadable, "cannot be read: " + reason(err), ""}
	case len(data) > MaxBytes:
		return nil, limit("save it smaller", "is larger than %d MB", MaxBytes>>20)
	case len(data) == 0:
		return nil, bad("", "is empty")
	}
	return data, nil
}

// reason drops the path from an error of the file system: the message names it already.
func reason(err error) string {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err.Error()
	}
	return err.Error()
}

// convert sniffs the format by the file's first bytes, never by its name.
func convert(data []byte) (*Image, *fault) {
	const convertHint = "save it as JPEG or PNG"
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		return fromJPEG(data)
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")):
		return fromPNG(data)
	case bytes.HasPrefix(data, []byte("GIF87a")), bytes.HasPrefix(data, []byte("GIF89a")):
		return fromGIF(data)
	case len(data) >= 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		return fromWebP(data)
	case len(data) >= 12 && string(data[4:8]) == "ftyp":
		return nil, bad(convertHint, "is in a format of the AVIF and HEIC family, which e-readers do not show")
	case bytes.HasPrefix(data, []byte("II*\x00")), bytes.HasPrefix(data, []byte("MM\x00*")):
		return nil, bad(convertHint, "is a TIFF, which e-readers do not show")
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return nil, bad(convertHint, "is a PDF, not an image")
	case looksLikeXML(data):
		return fromSVG(data)
	}
	return nil, bad(convertHint, "is not a JPEG, PNG, GIF, WebP or SVG image")
}

func looksLikeXML(data []byte) bool {
	head := bytes.TrimPrefix(data[:min(len(data), 4096)], []byte("\ufeff"))
	return bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n"), []byte("<"))
}
