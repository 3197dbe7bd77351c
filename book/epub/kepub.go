package epub

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// koboCounter numbers the sentence spans of the book: paragraph, and sentence in it.
// Kobo keeps bookmarks and reading positions by these ids (kobolabs/epub-spec).
type koboCounter struct{ paragraph, sentence, last int }

func (k *koboCounter) next() string {
	if k.paragraph != k.last {
		k.last, k.sentence = k.paragraph, 0
	}
	k.sentence++
	return "kobo." + strconv.Itoa(k.paragraph) + "." + strconv.Itoa(k.sentence)
}

// sentences prints characters; for a Kobo each sentence in a span of its own. Nothing
// else stands in these spans, so that an element with an id is never inside one.
func (p *printer) sentences(s string) {
	if !p.edition.options.Kepub {
		p.text(s)
		return
	}
	for s != "" {
		n := sentence(s)
		if strings.TrimSpace(s[:n]) == "" {
			p.text(s[:n])
		} else {
			p.element("span", s[:n], "class", "koboSpan", "id", p.edition.kobo.next())
		}
		s = s[n:]
	}
}

// anchored prints an image; for a Kobo in a span of its own, so that a reading position may
// rest on it as on a sentence. The specification speaks of spans around text alone: that
// images take one, too, has not been verified on a device. The image's id, which is its
// attribute, then stands on an element outside that span.
func (p *printer) anchored(attrs []string, image func(attrs []string)) {
	if !p.edition.options.Kepub {
		image(attrs)
		return
	}
	id := attrs[1]
	if id != "" {
		p.open("span", "id", id)
	}
	p.edition.kobo.paragraph++
	p.open("span", "class", "koboSpan", "id", p.edition.kobo.next())
	image(attrs[2:])
	p.close()
	p.edition.kobo.paragraph++
	if id != "" {
		p.close()
	}
}

// sentence is the length of the first sentence with the spaces after it: up to a full
// stop or its like, closing marks, and a space.
func sentence(s string) int {
	ended := false
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case strings.ContainsRune(".!?…", r):
			ended = true
		case ended && r == ' ':
			for i += n; i < len(s) && s[i] == ' '; {
				i++
			}
			return i
		case !strings.ContainsRune("»”’\"')", r) && !unicode.IsSpace(r):
			ended = false
		}
		i += n
	}
	return len(s)
}
