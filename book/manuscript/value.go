package manuscript

import (
	"strings"

	"cahier/book"
	"cahier/book/markdown"
)

// value returns a scalar's text, with a problem for anything else.
func (h *head) value(n *node) string {
	if n.kind == list || n.kind == mapping {
		h.add(n.pos, book.CodeBadValue, "", "one value is wanted here, not %s", n.kind)
		return ""
	}
	return n.trimmed()
}

// text is a key whose value is plain text.
func text(field func(*book.FrontMatter) *string) key {
	return func(h *head, n *node) { *field(h.front) = h.value(n) }
}

// inlines is a key whose value is a line of Markdown.
func inlines(field func(*book.FrontMatter) *[]book.Inline) key {
	return func(h *head, n *node) {
		if h.value(n) == "" {
			return
		}
		content, problems := markdown.Inlines(n.markdown())
		*field(h.front) = content
		h.problems = append(h.problems, problems...)
	}
}

// blocks reads Markdown; a list is its items one after the other.
func blocks(field func(*book.FrontMatter) *[]book.Block) key {
	return func(h *head, n *node) {
		for _, item := range n.all() {
			if h.value(item) == "" {
				continue
			}
			content, problems := markdown.Blocks(item.markdown())
			*field(h.front) = append(*field(h.front), content...)
			h.problems = append(h.problems, problems...)
		}
	}
}

// toggle is a key whose value is true or false.
func toggle(field func(*book.FrontMatter) *bool) key {
	return func(h *head, n *node) { *field(h.front) = h.bool(n) }
}

// offToggle is a key whose false is the field's true: link-citations is on unless it is off.
func offToggle(field func(*book.FrontMatter) *bool) key {
	return func(h *head, n *node) { *field(h.front) = !h.bool(n) }
}

// bool reads what is on or off.
func (h *head) bool(n *node) bool {
	on, err := book.Truth(h.value(n))
	if err != nil {
		h.problems.Fail(n.pos, book.CodeBadValue, err)
	}
	return on
}

// choice returns the value if it is one of those given.
func (h *head) choice(n *node, choices ...string) string {
	v := h.value(n)
	for _, c := range choices {
		if v == c {
			return c
		}
	}
	if n.kind != list && n.kind != mapping {
		h.add(n.pos, book.CodeBadValue, "write "+strings.Join(choices, " or "), "%q is not possible here", v)
	}
	return ""
}
