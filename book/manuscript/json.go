package manuscript

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sort"
	"unicode/utf8"

	"cahier/book"
)

// jsonFile is a file of JSON on its way into nodes.
type jsonFile struct {
	name    string
	src     []byte
	starts  []int // offsets of the lines
	decoder *json.Decoder
	// The last place that was counted, from which the next one on its line is: a library
	// may stand on one line of megabytes.
	offset int
	last   book.Pos
}

// parseJSON reads one JSON value.
func parseJSON(name string, src []byte) (*node, book.Problems) {
	j := &jsonFile{name: name, src: src, starts: []int{0}, decoder: json.NewDecoder(bytes.NewReader(src))}
	j.decoder.UseNumber()
	for i, c := range src {
		if c == '\n' {
			j.starts = append(j.starts, i+1)
		}
	}
	n, err := j.value(0)
	if err == nil {
		if _, more := j.decoder.Token(); more != io.EOF {
			err = errors.New("more than one value")
		}
	}
	if err != nil {
		var problems book.Problems
		offset := int(j.decoder.InputOffset())
		if syntax := (*json.SyntaxError)(nil); errors.As(err, &syntax) {
			offset = int(syntax.Offset) - 1
		}
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			err = errors.New("the JSON ends too early")
		}
		problems.Add(j.pos(offset), book.CodeSourceBad, "", "%v", err)
		return nil, problems
	}
	return n, nil
}

// pos is the place of an offset.
func (j *jsonFile) pos(offset int) book.Pos {
	offset = min(max(offset, 0), len(j.src))
	line := sort.SearchInts(j.starts, offset+1) - 1
	from, col := j.starts[line], 1
	if j.last.Line == line+1 && j.offset <= offset {
		from, col = j.offset, j.last.Col
	}
	j.offset, j.last = offset, book.Pos{File: j.name, Line: line + 1, Col: col + utf8.RuneCount(j.src[from:offset])}
	return j.last
}

// next is the place of the token that comes next.
func (j *jsonFile) next() book.Pos {
	offset := int(j.decoder.InputOffset())
	for offset < len(j.src) && bytes.IndexByte([]byte(" \t\r\n,:"), j.src[offset]) >= 0 {
		offset++
	}
	return j.pos(offset)
}

// value reads what comes next. Numbers are kept as written, as in YAML.
func (j *jsonFile) value(depth int) (*node, error) {
	if depth > maxYAMLDepth {
		return nil, fmt.Errorf("more than %d levels of nesting", maxYAMLDepth)
	}
	pos := j.next()
	token, err := j.decoder.Token()
	if err != nil {
		return nil, err
	}
	switch t := token.(type) {
	case json.Delim:
		if t == '[' {
			return j.list(pos, depth)
		}
		return j.mapping(pos, depth)
	case nil:
		return &node{pos: pos}, nil
	case string:
		return &node{pos: pos, kind: scalar, text: t}, nil
	}
	return &node{pos: pos, kind: scalar, text: fmt.Sprint(token)}, nil
}

// list reads the items up to the closing bracket.
func (j *jsonFile) list(pos book.Pos, depth int) (*node, error) {
	n := &node{pos: pos, kind: list}
	for j.decoder.More() {
		item, err := j.value(depth + 1)
		if err != nil {
			return nil, err
		}
		n.items = append(n.items, item)
	}
	_, err := j.decoder.Token()
	return n, err
}

// mapping reads the pairs up to the closing brace; a key that comes twice stays twice, and the
// first one counts.
func (j *jsonFile) mapping(pos book.Pos, depth int) (*node, error) {
	n := &node{pos: pos, kind: mapping}
	for j.decoder.More() {
		p := pair{pos: j.next()}
		token, err := j.decoder.Token()
		if err != nil {
			return nil, err
		}
		p.key, _ = token.(string)
		if p.value, err = j.value(depth + 1); err != nil {
			return nil, err
		}
		n.pairs = append(n.pairs, p)
	}
	_, err := j.decoder.Token()
	return n, err
}
