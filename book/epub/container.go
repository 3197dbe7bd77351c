package epub

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"path"
	"path/filepath"
	"strings"
	"sync"

	container "github.com/go-shiori/go-epub"
)

// assembling serialises go-epub, whose store is one variable of the package.
var assembling sync.Mutex

// container lets go-epub assemble the files: sections, style sheet, images, fonts. Names
// are all ours: go-epub writes whatever path it is given. Its covers, its image
// embedding and its metadata are not used; finish makes what they would.
func (e *edition) container() ([]byte, error) {
	files := e.media()
	c, err := container.NewEpub(plain(e.volume.Front.Title))
	if err != nil {
		return nil, fmt.Errorf("assembling the EPUB: %w", err)
	}
	c.Client = &http.Client{Transport: shelf(files)}
	c.SetIdentifier(e.volume.Identifier)
	c.SetLang(languageTag(e.volume.Front.Lang, "und"))
	for _, name := range sortedNames(files) {
		if err := addMedia(c, name); err != nil {
			return nil, fmt.Errorf("assembling the EPUB: %s: %w", name, err)
		}
	}
	for _, d := range e.docs {
		if _, err := c.AddSection(d.body, d.title, d.file, "../"+styleFile); err != nil {
			return nil, fmt.Errorf("assembling the EPUB: %s: %w", d.file, err)
		}
	}
	assembling.Lock()
	defer assembling.Unlock()
	if err := container.Use(store()); err != nil {
		return nil, fmt.Errorf("assembling the EPUB: %w", err)
	}
	var packed bytes.Buffer
	if _, err := c.WriteTo(&packed); err != nil {
		return nil, fmt.Errorf("assembling the EPUB: %w", err)
	}
	return packed.Bytes(), nil
}

// store is go-epub's store in memory. Where paths have backslashes that store loses
// files, and the one on disk serves.
func store() container.FSType {
	if filepath.Separator == '/' {
		return container.MemoryFS
	}
	return container.OsFS
}

func addMedia(c *container.Epub, name string) error {
	folder, base := path.Split(name)
	add := c.AddImage
	switch folder {
	case "css/":
		add = c.AddCSS
	case "fonts/":
		add = c.AddFont
	}
	_, err := add(shelfAddress+name, base)
	return err
}

// shelfAddress begins the addresses under which go-epub asks for our own files; the
// domain is reserved never to exist (RFC 2606, section 2).
const shelfAddress = "http://shelf.invalid/"

// shelf answers go-epub's requests from memory. Nothing else is ever asked for, and
// nothing can reach the network.
type shelf map[string][]byte

func (s shelf) RoundTrip(r *http.Request) (*http.Response, error) {
	data, ok := s[strings.TrimPrefix(r.URL.Path, "/")]
	if !ok || r.URL.Host != "shelf.invalid" {
		return nil, fmt.Errorf("no such file: %s", r.URL)
	}
	if r.Method == http.MethodHead {
		data = nil
	}
	return &http.Response{
		StatusCode: http.StatusOK, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Request: r,
		Header: http.Header{}, Body: io.NopCloser(bytes.NewReader(data)), ContentLength: int64(len(data)),
	}, nil
}
