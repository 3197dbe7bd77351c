package impose

// Side is one side of a sheet and the pages on it.
type Side struct {
	Sheet     int // from 1
	Back      bool
	Signature int // from 1; 0 outside booklets
	Depth     int // the sheets of its signature that are folded around this one
	// Cells are the pages by rows from the top left as one reads the side, numbered from
	// 1; 0 is a blank.
	Cells []int
}

// pad lists the pages of a booklet: as many blanks as make whole sheets of four go before
// the last pages, tail of them. The first page is always first.
func pad(pages, tail int) []int {
	tail = min(max(tail, 0), pages-1)
	total := (pages + 3) / 4 * 4
	slots := make([]int, total)
	for i := range pages - tail {
		slots[i] = i + 1
	}
	for i := range tail {
		slots[total-tail+i] = pages - tail + i + 1
	}
	return slots
}

// signatures divides sheets into signatures of at most so many: all full but the last. A
// last one of a single sheet would not hold its thread, so it takes one from its neighbour
// when that has three or more.
func signatures(sheets, most int) []int {
	if most <= 0 || most > sheets {
		most = sheets
	}
	var list []int
	for left := sheets; left > 0; left -= most {
		list = append(list, min(most, left))
	}
	if n := len(list); n > 1 && list[n-1] == 1 && list[n-2] >= 3 {
		list[n-2]--
		list[n-1]++
	}
	return list
}

// saddle gives the sides of the sheets of a booklet. slots are its pages with the blanks,
// a multiple of four; signature is the most pages of one signature, 0 for all.
//
// Of a signature's pages 1…n its outermost sheet carries n and 1 in front, 2 and n−1
// behind; the sheet inside it n−2 and 3, 4 and n−3; and so on.
func saddle(slots []int, signature int) []Side {
	var sides []Side
	sheet := 0
	for i, sheets := range signatures(len(slots)/4, signature/4) {
		own := slots[:4*sheets]
		slots = slots[4*sheets:]
		for depth := range sheets {
			sheet++
			first, last := 2*depth, len(own)-1-2*depth
			side := Side{Sheet: sheet, Signature: i + 1, Depth: depth}
			side.Cells = []int{own[last], own[first]}
			back := side
			back.Back = true
			back.Cells = []int{own[first+1], own[last-1]}
			sides = append(sides, side, back)
		}
	}
	return sides
}

// handout puts pages in reading order, so many to a side.
func handout(pages, perSide int, oneSided bool) []Side {
	var sides []Side
	for from := 0; from < pages; from += perSide {
		n := len(sides)
		s := Side{Sheet: n/2 + 1, Back: n%2 == 1, Cells: make([]int, perSide)}
		if oneSided {
			s.Sheet, s.Back = n+1, false
		}
		for i := range min(perSide, pages-from) {
			s.Cells[i] = from + i + 1
		}
		sides = append(sides, s)
	}
	return sides
}

// cards fills a sheet with each page, so that everyone gets one.
func cards(pages, perSide int) []Side {
	var sides []Side
	for i := range pages {
		s := Side{Sheet: i + 1, Cells: make([]int, perSide)}
		for c := range s.Cells {
			s.Cells[c] = i + 1
		}
		sides = append(sides, s)
	}
	return sides
}
