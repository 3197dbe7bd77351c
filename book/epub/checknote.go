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
	c.count(calls, "lead nowhere", true, func(n noteCall) bool { return n.target != nil })
	var found []noteCall
	for _, n := range calls {
		if n.target != nil {
			found = append(found, n)
		}
	}
	c.count(found, "stand in another file than their call: Thorium and old Apple Books show no pop-up", false, func(n noteCall) bool { return n.to == n.file })
	c.count(found, "stand before their call: Kobo shows no pop-up", false, func(n noteCall) bool {
		return n.to != n.file || n.target.order > n.call.order
	})
	c.count(found, "are shorter than 9 or longer than 5000 characters: Kobo shows no pop-up", false, func(n noteCall) bool {
		length := utf8.RuneCountInString(strings.TrimSpace(n.target.text()))
		return length <= 5000 && length >= 9
	})
	c.count(found, "are not typed footnote: Apple Books and Kindle show no pop-up", false, func(n noteCall) bool {
		return n.target.is("footnote") || n.target.attr("role") == "doc-footnote"
	})
	c.count(found, "are called by a link with elements inside it, which old Apple Books do not follow", false, func(n noteCall) bool { return len(n.call.children) == 0 })
	c.count(found, "are called by a link without epub:type noteref", false, func(n noteCall) bool {
		return n.call.is("noteref") || n.call.is("endnote") // Kobo's own
	})
	c.count(found, "have no way back to their call", false, func(n noteCall) bool { return c.back(n) != nil })
	times := map[*tree]int{}
	for _, n := range found {
		times[n.target]++
	}
	c.count(found, "do not begin with the way back: Kindle shows the notes after them too", false, func(n noteCall) bool {
		b := c.back(n)
		return b == nil || times[n.target] > 1 || strings.HasPrefix(strings.TrimSpace(n.target.text()), strings.TrimSpace(b.text()))
	})
}

// count reports how many notes fail a test.
func (c *checker) count(list []noteCall, what string, broken bool, good func(noteCall) bool) {
	bad, file := 0, ""
	for _, n := range list {
		if !good(n) {
			bad++
			file = or(file, n.file)
		}
	}
	if bad == 0 {
		return
	}
	if broken {
		c.broken(file, "", "%d of %d notes %s", bad, len(list), what)
	} else {
		c.weak(file, "", "%d of %d notes %s", bad, len(list), what)
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
