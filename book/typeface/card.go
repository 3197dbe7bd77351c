package typeface

import (
	"encoding/binary"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
)

// card is what a font file says of itself: enough to file it in its family without
// reading the rest.
type card struct {
	family string
	style  Style
	err    *Error // the file is no TrueType face
}

// readCard reads the directory of a font file and its tables name, head and OS/2.
func readCard(fsys fs.FS, name string) (card, error) {
	file, err := fsys.Open(name)
	if err != nil {
		return card{}, err
	}
	defer file.Close()
	at, ok := file.(io.ReaderAt)
	if !ok {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return card{}, err
		}
		at = strings.NewReader(string(data))
	}
	tables, e := readTables(at, "name", "head", "OS/2")
	if e != nil {
		e.File = name
		return card{err: e}, nil
	}
	return newCard(name, tables), nil
}

// maxCardTable bounds a table that is read for a card.
const maxCardTable = 1 << 20

// readTables reads the tables named, those of them that are there.
func readTables(file io.ReaderAt, tags ...string) (map[string][]byte, *Error) {
	var head [12 + 16*maxTables]byte
	n, err := file.ReadAt(head[:], 0)
	if err != nil && err != io.EOF {
		return nil, damaged(err.Error())
	}
	if e := checkFormat(head[:n]); e != nil {
		return nil, e
	}
	tables := map[string][]byte{}
	for i := range min(u16(head[:], 4), maxTables, (n-12)/16) {
		record := head[12+16*i:]
		length := binary.BigEndian.Uint32(record[12:])
		for _, tag := range tags {
			if string(record[:4]) != tag || length > maxCardTable {
				continue
			}
			table := make([]byte, length)
			if _, err := file.ReadAt(table, int64(binary.BigEndian.Uint32(record[8:]))); err != nil {
				return nil, damaged(fmt.Sprintf("table %q reaches beyond the end of the file", tag))
			}
			tables[tag] = table
		}
	}
	return tables, nil
}

// boldFrom and semiBoldFrom are the weights (OS/2 usWeightClass) from which a face is
// filed as bold and semibold.
const (
	semiBoldFrom = 550
	boldFrom     = 650
)

func newCard(file string, tables map[string][]byte) card {
	n := readNames(tables["name"])
	c := card{family: n.family}
	if c.family == "" {
		c.family = strings.TrimSuffix(path.Base(file), path.Ext(file))
	}
	weight, italic := 400, false
	if head := tables["head"]; len(head) >= headLength {
		italic = u16(head, 44)&2 != 0
		if u16(head, 44)&1 != 0 {
			weight = 700
		}
	}
	if os2 := tables["OS/2"]; len(os2) >= os2Length {
		weight, italic = u16(os2, 4), italic || u16(os2, 62)&1 != 0
	}
	switch {
	case weight >= boldFrom:
		c.style = Bold
	case weight >= semiBoldFrom:
		c.style = SemiBold
	}
	if italic {
		c.style++ // the italic of a weight follows it
	}
	return c
}
