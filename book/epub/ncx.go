package epub

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"cahier/book"
)

// ncx is the contents for readers of EPUB 2 (DAISY Z39.86-2005, section 8), with the
// same points as nav. playOrder counts points and pages together in reading order; two
// with one target share it.
func (e *edition) ncx() string {
	x := &xhtml{narrow: e.options.NarrowSpaces}
	points := e.points(e.volume.Outline)
	play := e.playOrder(points)
	x.WriteString(xmlHead)
	x.open("ncx", "xmlns", "http://www.daisy.org/z3986/2005/ncx/", "version", "2005-1", "xml:lang", languageTag(e.volume.Front.Lang, "und"))
	x.WriteByte('\n')
	x.open("head")
	x.WriteByte('\n')
	for _, m := range [][2]string{
		{"dtb:uid", e.volume.Identifier}, {"dtb:depth", strconv.Itoa(max(1, depth(points)))},
		{"dtb:totalPageCount", strconv.Itoa(len(e.pages))}, {"dtb:maxPageNumber", strconv.Itoa(e.lastPage())},
	} {
		x.empty("meta", "name", m[0], "content", m[1])
		x.WriteByte('\n')
	}
	x.line()
	ncxText(x, "docTitle", plain(e.volume.Front.Title))
	people := e.volume.Front.By(book.RoleAuthor)
	if len(people) == 0 { // a collection is by its editors
		people = e.volume.Front.By(book.RoleEditor)
	}
	for _, c := range people {
		ncxText(x, "docAuthor", c.Name.String())
	}
	x.open("navMap")
	x.WriteByte('\n')
	n := 0
	ncxPoints(x, points, play, &n)
	x.line()
	if len(e.pages) > 0 {
		e.ncxPages(x, play)
	}
	x.line()
	return x.String()
}

func ncxText(x *xhtml, name, text string) {
	x.open(name)
	x.element("text", text)
	x.line()
}

func ncxPoints(x *xhtml, list []*point, play map[string]int, n *int) {
	for _, pt := range list {
		*n++
		x.open("navPoint", "id", "point-"+strconv.Itoa(*n), "playOrder", strconv.Itoa(play[pt.target]))
		ncxText(x, "navLabel", pt.label)
		x.empty("content", "src", pt.target)
		x.WriteByte('\n')
		ncxPoints(x, pt.points, play, n)
		x.line()
	}
}

func (e *edition) ncxPages(x *xhtml, play map[string]int) {
	x.open("pageList")
	x.WriteByte('\n')
	for i, pg := range e.pages {
		target := "xhtml/" + pg.file + "#" + pg.id
		kind, value := "front", ""
		if n, err := strconv.Atoi(pg.folio); err == nil && n > 0 {
			kind, value = "normal", pg.folio
		}
		x.open("pageTarget", "id", "page-target-"+strconv.Itoa(i+1), "type", kind, "value", value, "playOrder", strconv.Itoa(play[target]))
		ncxText(x, "navLabel", pg.folio)
		x.empty("content", "src", target)
		x.line()
	}
	x.line()
}

// lastPage is the highest folio in figures.
func (e *edition) lastPage() int {
	last := 0
	for _, pg := range e.pages {
		if n, err := strconv.Atoi(pg.folio); err == nil {
			last = max(last, n)
		}
	}
	return last
}

func depth(list []*point) int {
	d := 0
	for _, pt := range list {
		d = max(d, 1+depth(pt.points))
	}
	return d
}

// playOrder numbers every target of points and pages in reading order.
func (e *edition) playOrder(points []*point) map[string]int {
	fileOrder := map[string]int{}
	for i, d := range e.docs {
		fileOrder[d.file] = i
	}
	targets := map[string]bool{}
	collect(points, targets)
	for _, pg := range e.pages {
		targets["xhtml/"+pg.file+"#"+pg.id] = true
	}
	list := sortedNames(targets)
	place := func(target string) (file, id int) {
		name, fragment, inside := strings.Cut(strings.TrimPrefix(target, "xhtml/"), "#")
		if !inside {
			return fileOrder[name], -1
		}
		return fileOrder[name], e.order[fragment]
	}
	slices.SortStableFunc(list, func(a, b string) int {
		af, ai := place(a)
		bf, bi := place(b)
		return cmp.Or(cmp.Compare(af, bf), cmp.Compare(ai, bi))
	})
	play := map[string]int{}
	for i, t := range list {
		play[t] = i + 1
	}
	return play
}

func collect(points []*point, targets map[string]bool) {
	for _, pt := range points {
		targets[pt.target] = true
		collect(pt.points, targets)
	}
}
