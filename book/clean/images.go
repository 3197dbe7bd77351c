package clean

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"net/http"
	"net/url"
	"strings"

	"cahier/book"
)

// maxImages is the number of images that are brought along.
const maxImages = 300

// BringImages gets the images that a cleaned article links to, from the web or
// from the folder around the saved page, names them "images/01.jpg" and so on, and
// links them anew. files holds them by those names. An image that cannot be had stays
// as it is linked, with a problem.
func BringImages(ctx context.Context, r *Result, saved fs.FS, p Policy) (files map[string][]byte, problems book.Problems) {
	files = map[string][]byte{}
	md := string(r.Markdown)
	for i, address := range r.Images {
		if i == maxImages {
			problems.Add(book.Pos{}, book.CodeLimit, "", "more than %d images; the rest stay linked", maxImages)
			break
		}
		body, err := getImage(ctx, address, saved, p)
		kind := ""
		if err == nil {
			if kind = imageKind(body); kind == "" {
				err = fmt.Errorf("%s: not an image that a book can hold", address)
			}
		}
		if err != nil {
			problems.Add(book.Pos{}, book.CodeCleanDoubt, "save it by hand or delete its line", "image: %v", err)
			continue
		}
		name := fmt.Sprintf("images/%02d.%s", i+1, kind)
		files[name] = body
		md = relink(md, address, name)
	}
	r.Markdown = []byte(md)
	return files, problems
}

// getImage reads one image from the web or from the saved page's folder.
func getImage(ctx context.Context, address string, saved fs.FS, p Policy) ([]byte, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, err
	}
	if u.Scheme == "http" || u.Scheme == "https" {
		f, err := Fetch(ctx, address, p)
		return f.Body, err
	}
	if saved == nil || u.Scheme != "" || !fs.ValidPath(u.Path) {
		return nil, fmt.Errorf("%s: not in the folder of the page", address)
	}
	info, err := fs.Stat(saved, u.Path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > MaxSource {
		return nil, fmt.Errorf("%s: not a file of the page's folder", address)
	}
	return fs.ReadFile(saved, u.Path)
}

// imageKind is the ending of an image's name by its content, "" if it is none
// that a book can hold.
func imageKind(b []byte) string {
	switch http.DetectContentType(b) {
	case "image/jpeg":
		return "jpg"
	case "image/png":
		return "png"
	case "image/gif":
		return "gif"
	case "image/webp":
		return "webp"
	}
	if bytes.Contains(b[:min(len(b), 1024)], []byte("<svg")) {
		return "svg"
	}
	return ""
}

// relink writes a new address for the images that have the old one.
func relink(md, old, name string) string {
	var b strings.Builder
	for {
		_, after, ok := cutImage(md)
		if !ok {
			b.WriteString(md)
			return b.String()
		}
		b.WriteString(md[:len(md)-len(after)])
		if rest, ok := strings.CutPrefix(after, old); ok && (strings.HasPrefix(rest, ")") || strings.HasPrefix(rest, " ")) {
			b.WriteString(name)
			after = rest
		}
		md = after
	}
}
