package epub

import (
	"strings"
	"unicode/utf8"
)

// noteCall is a call as a check finds it, with the element it leads to (nil if none).
type noteCall struct {
	file   string
	call   *tree
	target *tree
	to     string // the target's file
}

// notes checks that notes pop up in every reader.
func (c *checker) notes() {
	calls := c.calls()
	if len(calls) == 0 {
		return
	}
	c.count(calls, c.broken, "lead nowhere", "", func(n noteCall) bool { return n.target != nil })
	var found []noteCall
	for _, n := range calls {
		if n.target != nil {
			found = append(found, n)
		}
	}
	c.count(found, c.weak, "stand in another file than their call: Thorium and old Apple Books show no pop-up", "", func(n noteCall) bool { return n.to == n.file })
	c.count(found, c.weak, "stand before their call: Kobo shows no pop-up", "", func(n noteCall) bool {
		return n.to != n.file || n.target.order > n.call.order
	})
	length := func(n noteCall) int { return utf8.RuneCountInString(strings.TrimSpace(n.target.text())) }
	c.count(found, c.weak, "are longer than 5000 characters: Kobo shows no pop-up", "make the longest shorter, or leave them: the link leads to them all the same",
		func(n noteCall) bool { return length(n) <= 5000 })
	c.count(found, c.remark, "are shorter than 9 characters: Kobo leads to them and shows no pop-up", "",
		func(n noteCall) bool { return length(n) >= 9 })
	c.count(found, c.weak, "are not typed footnote: Apple Books and Kindle show no pop-up", "", func(n noteCall) bool {
		return n.target.is("footnote") || n.target.attr("role") == "doc-footnote"
	})
	c.count(found, c.weak, "are called by a link with elements inside it, which old Apple Books do not follow", "", func(n noteCall) bool { return len(n.call.children) == 0 })
	c.count(found, c.weak, "are called by a link without epub:type noteref", "", func(n noteCall) bool {
		return n.call.is("noteref") || n.call.is("endnote") // Kobo's own
	})
	c.count(found, c.weak, "have no way back to their call", "", func(n noteCall) bool { return c.back(n) != nil })
	times := map[*tree]int{}
	for _, n := range found {
		times[n.target]++
	}
	c.count(found, c.weak, "do not begin with the way back: Kindle shows the notes after them too", "", func(n noteCall) bool {
		b := c.back(n)
		return b == nil || times[n.target] > 1 || strings.HasPrefix(strings.TrimSpace(n.target.text()), strings.TrimSpace(b.text()))
	})
}

// count tells how many notes of the whole book fail a test; of the file they stand in, if it is
// one.
func (c *checker) count(list []noteCall, tell func(file, hint, format string, args ...any), what, hint string, good func(noteCall) bool) {
	bad, file := 0, ""
	for _, n := range list {
		if good(n) {
			continue
		}
		if bad++; bad == 1 {
			file = n.file
		} else if file != n.file {
			file = ""
		}
	}
	if bad > 0 {
		tell(file, hint, "notes (%d of the book's %d) %s", bad, len(list), what)
	}
}

// calls are the links that are typed as calls of notes.
func (c *checker) calls() []noteCall {
	content, ids := c.content(), c.ids()
	var list []noteCall
	for _, name := range sortedNames(content) {
		for _, a := range content[name].all("a") {
			if !a.is("noteref") && a.attr("role") != "doc-noteref" {
				continue
			}
			to, id := join(name, a.attr("href"))
			list = append(list, noteCall{name, a, ids[to+"#"+id], to})
		}
	}
	return list
}

// back is the note's link that leads to its call, or to what holds the call.
func (c *checker) back(n noteCall) *tree {
	for _, a := range n.target.all("a") {
		file, id := join(n.to, a.attr("href"))
		if file == n.file && id != "" && id == n.call.attr("id") {
			return a
		}
	}
	return nil
}
