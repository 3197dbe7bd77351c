package pdf

import (
	"strconv"
	"strings"

	"cahier/book"
)

// labelRange is a run of pages whose labels count on (ISO 32000-1, 12.4.2).
type labelRange struct {
	page   int    // index of the first page
	style  string // "D", "R", "r", or "" for a label that is all prefix
	prefix string
	start  int
}

// labelRanges finds the fewest ranges that give each page exactly its folio.
func labelRanges(folios []string) []labelRange {
	var ranges []labelRange
	for i, folio := range folios {
		style, value := folioStyle(folio)
		if n := len(ranges); n > 0 && style != "" {
			if r := ranges[n-1]; r.style == style && r.start+i-r.page == value {
				continue
			}
		}
		r := labelRange{page: i, style: style, start: value}
		if style == "" {
			r.prefix = folio
		}
		ranges = append(ranges, r)
	}
	return ranges
}

// folioStyle reads a folio as the number that a reader would print; "" if none prints
// it so.
func folioStyle(folio string) (string, int) {
	if n, err := strconv.Atoi(folio); err == nil && n > 0 && strconv.Itoa(n) == folio {
		return "D", n
	}
	lower := strings.ToLower(folio)
	if n := book.RomanValue(lower); n > 0 && n < 4000 { // viewers print no greater one
		switch folio {
		case lower:
			return "r", n
		case strings.ToUpper(folio):
			return "R", n
		}
	}
	return "", 0
}

// appendLabels writes the number tree of page labels.
func appendLabels(b []byte, folios []string) []byte {
	b = append(b, "<</Nums["...)
	for _, r := range labelRanges(folios) {
		b = appendSeparator(b, 0)
		b = strconv.AppendInt(b, int64(r.page), 10)
		b = append(b, "<<"...)
		if r.style != "" {
			b = append(b, "/S/"+r.style...)
		}
		if r.prefix != "" {
			b = appendText(append(b, "/P"...), textString(r.prefix))
		}
		if r.start > 1 {
			b = append(b, "/St "+strconv.Itoa(r.start)...)
		}
		b = append(b, ">>"...)
	}
	return append(b, "]>>"...)
}
