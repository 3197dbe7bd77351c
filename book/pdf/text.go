package pdf

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// Text reads the text of a tagged PDF in the order of its structure, as a screen reader
// would: what stands in one block element is a line, soft hyphens are gone, replacement
// texts stand for what they replace, artifacts are left out. Texts of fonts whose codes are not
// CIDs are left out too: cahier writes none.
func Text(r io.ReaderAt, size int64) (string, error) {
	if size > maxFile {
		return "", fmt.Errorf("the file is larger than %d MiB", maxFile>>20)
	}
	data := make([]byte, size)
	if n, err := r.ReadAt(data, 0); err != nil && !(err == io.EOF && n == len(data)) {
		return "", fmt.Errorf("reading the PDF: %w", err)
	}
	f, err := openFile(data)
	if err != nil {
		return "", err
	}
	c := newChecker()
	c.f, c.texts = f, map[contentKey][]byte{}
	c.listPages(f.dict(f.root()["Pages"]), dict{}, map[int]bool{}, 0)
	c.readStructure(f.root())
	if c.root == nil {
		return "", errors.New("the PDF is not tagged")
	}
	for i := range c.pages {
		p := &c.pages[i]
		k := &contentCheck{checker: c, at: where{page: i + 1}, container: p.num, resources: p.resources}
		k.read(c.pageContent(k.at, p))
	}
	var sb strings.Builder
	c.writeText(&sb, c.root)
	return strings.ReplaceAll(sb.String(), "\u00ad", ""), nil
}

// inlineRoles are the elements that stand within a line (ISO 32000-1, 14.8.4.4).
var inlineRoles = map[name]bool{
	"Span": true, "Quote": true, "Reference": true, "Code": true, "Link": true, "Lbl": true, "Annot": true,
	"BibEntry": true, "Ruby": true, "Warichu": true,
}

func (c *checker) writeText(sb *strings.Builder, e *element) {
	if actual, ok := e.dict["ActualText"]; ok {
		sb.WriteString(c.textOf(actual))
	} else {
		for _, p := range e.parts {
			if p.kid != nil {
				c.writeText(sb, p.kid)
			} else {
				sb.Write(c.texts[p.key])
			}
		}
	}
	if !inlineRoles[e.role] && len(e.marks)+len(e.kids) > 0 && !strings.HasSuffix(sb.String(), "\n") {
		sb.WriteByte('\n')
	}
}

// appendShown adds the text of a string's codes.
func (k *contentCheck) appendShown(b []byte, f *checkedFont, t text) []byte {
	if f.texts == nil {
		f.texts = map[int]string{}
		if s := k.f.stream(f.dict["ToUnicode"]); s != nil {
			if data, err := k.f.decode(s); err == nil {
				if m, err := readToUnicode(data); err == nil {
					f.texts = m
				}
			}
		}
	}
	if !f.identity {
		return b
	}
	for i := 0; i+1 < len(t); i += 2 {
		b = append(b, f.texts[int(t[i])<<8|int(t[i+1])]...)
	}
	return b
}
