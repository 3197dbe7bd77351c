package clean

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
)

// archived is the page in an MHTML archive (RFC 2557).
type archived struct {
	html     []byte
	charset  string
	location string // address of the page
}

// readMHTML finds the first part of an archive that is HTML.
func readMHTML(src []byte) (archived, error) {
	m, err := mail.ReadMessage(bytes.NewReader(bytes.TrimLeft(src, "\xef\xbb\xbf\r\n ")))
	if err != nil {
		return archived{}, err
	}
	kind, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		return archived{}, err
	}
	location := m.Header.Get("Snapshot-Content-Location")
	if kind == "text/html" {
		return part(m.Body, m.Header.Get("Content-Transfer-Encoding"), params["charset"], location)
	}
	r := multipart.NewReader(m.Body, params["boundary"])
	for {
		p, err := r.NextRawPart()
		if errors.Is(err, io.EOF) {
			return archived{}, errors.New("the archive holds no HTML")
		}
		if err != nil {
			return archived{}, err
		}
		kind, params, _ := mime.ParseMediaType(p.Header.Get("Content-Type"))
		if kind == "text/html" {
			if location == "" {
				location = p.Header.Get("Content-Location")
			}
			return part(p, p.Header.Get("Content-Transfer-Encoding"), params["charset"], location)
		}
	}
}

// part decodes one part.
func part(r io.Reader, transfer, charset, location string) (archived, error) {
	switch strings.ToLower(transfer) {
	case "quoted-printable":
		r = quotedprintable.NewReader(r)
	case "base64":
		r = base64.NewDecoder(base64.StdEncoding, r)
	}
	b, err := io.ReadAll(io.LimitReader(r, MaxSource))
	if !strings.HasPrefix(location, "http") {
		location = ""
	}
	return archived{b, charset, location}, err
}

// charsetOf is the charset of a media type.
func charsetOf(mediaType string) string {
	_, params, err := mime.ParseMediaType(mediaType)
	if err != nil {
		return ""
	}
	return params["charset"]
}
