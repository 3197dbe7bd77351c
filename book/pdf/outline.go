package pdf

import (
	"strconv"
	"strings"

	"cahier/book"
	"cahier/book/layout"
)

// writeOutline emits the outline (ISO 32000-1, 12.3.3) and returns its number, 0 when
// there is nothing to show. Entries whose target is nowhere are left out with what is
// under them moved up. The first level is open.
func writeOutline(e *emitter, entries []*layout.OutlineEntry, places map[string]destination, pageNums []int) int {
	items := outlineItems(entries, places)
	if len(items) == 0 {
		return 0
	}
	root := e.reserve()
	first, last, count := writeOutlineLevel(e, items, root, pageNums)
	b := appendRef([]byte("<</Type/Outlines/First "), first)
	b = appendRef(append(b, "/Last "...), last)
	b = strconv.AppendInt(append(b, "/Count "...), int64(count), 10)
	e.put(root, append(b, ">>"...))
	return root
}

type outlineItem struct {
	title string
	to    destination
	kids  []outlineItem
}

// outlineItems keeps the entries that can be shown and followed.
func outlineItems(entries []*layout.OutlineEntry, places map[string]destination) []outlineItem {
	var items []outlineItem
	for _, entry := range entries {
		kids := outlineItems(entry.Entries, places)
		title := strings.Join(strings.Fields(book.PlainText(entry.Title)), " ")
		to, ok := places[entry.Target]
		if !ok || title == "" {
			items = append(items, kids...)
			continue
		}
		items = append(items, outlineItem{title, to, kids})
	}
	return items
}

// writeOutlineLevel emits siblings and what is under them. Lower levels are closed: their
// count is negative, and no part of the parent's.
func writeOutlineLevel(e *emitter, items []outlineItem, parent int, pageNums []int) (first, last, count int) {
	nums := make([]int, len(items))
	for i := range items {
		nums[i] = e.reserve()
	}
	for i, it := range items {
		b := appendText([]byte("<</Title"), textString(it.title))
		b = appendRef(append(b, "/Parent "...), parent)
		if i > 0 {
			b = appendRef(append(b, "/Prev "...), nums[i-1])
		}
		if i+1 < len(items) {
			b = appendRef(append(b, "/Next "...), nums[i+1])
		}
		if len(it.kids) > 0 {
			first, last, n := writeOutlineLevel(e, it.kids, nums[i], pageNums)
			b = appendRef(append(b, "/First "...), first)
			b = appendRef(append(b, "/Last "...), last)
			b = strconv.AppendInt(append(b, "/Count -"...), int64(n), 10)
		}
		b = appendDestination(append(b, "/Dest"...), it.to, pageNums)
		e.put(nums[i], append(b, ">>"...))
	}
	return nums[0], nums[len(nums)-1], len(items)
}

// writeNamedPlaces emits the names under which the outline's places can be opened from outside
// ("book.pdf#a2"); 0 when there are none.
func writeNamedPlaces(e *emitter, entries []*layout.OutlineEntry, places map[string]destination, pageNums []int) int {
	found := map[string]bool{}
	var list []named
	var visit func([]*layout.OutlineEntry)
	visit = func(entries []*layout.OutlineEntry) {
		for _, entry := range entries {
			if to, ok := places[entry.Target]; ok && !found[entry.Target] {
				found[entry.Target] = true
				list = append(list, named{entry.Target, appendDestination(nil, to, pageNums)})
			}
			visit(entry.Entries)
		}
	}
	visit(entries)
	if len(list) == 0 {
		return 0
	}
	return writeNames(e, list)
}
