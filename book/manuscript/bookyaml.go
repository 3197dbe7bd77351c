package manuscript

import (
	"slices"
	"strings"

	"cahier/book"
)

// bookKeys are the values of the keys that say how the book is made.
type bookKeys struct {
	contents  *node
	style     string
	stylePos  book.Pos
	numbering book.Numbering
	questions book.QuestionsPlace
	outputs   []book.Output
	print     []book.Setting
	schedule  []book.Meeting
}

// makingKeys are the keys that say how a book is made. They stand in book.yaml, or in
// the front matter of an article that is a book by itself.
var makingKeys = map[string]key{
	"notes":     (*head).notes,
	"numbering": (*head).numbering,
	"questions": (*head).questions,
	"outputs":   (*head).outputs,
	"print":     func(h *head, n *node) { h.settings.print = h.flatten(nil, "", n) },
	"schedule":  (*head).schedule,
	"style":     func(h *head, n *node) { h.settings.style, h.settings.stylePos = h.value(n), n.pos },
}

// contentsKeys are book.yaml's alone.
var contentsKeys = map[string]key{
	"contents": func(h *head, n *node) { h.settings.contents = n },
}

// notes reads where notes stand and how they are numbered.
func (h *head) notes(n *node) {
	h.read(n, map[string]key{
		"place": func(h *head, n *node) {
			h.policy.Place = book.NotePlace(h.choice(n, string(book.NotesOnPage), string(book.NotesAfterArticle), string(book.NotesAfterVolume)))
		},
		"numbering": func(h *head, n *node) {
			h.policy.Numbering = book.NoteNumbering(h.choice(n, string(book.NumberByArticle), string(book.NumberByVolume)))
		},
		"head-pages": func(h *head, n *node) { // what every edition does: there is nothing to keep
			if h.choice(n, "true", "false") == "false" {
				h.add(n.pos, book.CodeUnknownField, "leave the key out", "the heads above notes at the end always name the pages")
			}
		},
	})
}

// numbering reads what the margin counts.
func (h *head) numbering(n *node) {
	h.settings.numbering = book.Numbering(h.choice(n, string(book.NumberNothing), string(book.NumberParagraphs), string(book.NumberLines)))
}

// questions reads where the questions for discussion stand.
func (h *head) questions(n *node) {
	h.settings.questions = book.QuestionsPlace(h.choice(n, string(book.QuestionsInArticle), string(book.QuestionsAfterVolume)))
}

// outputKinds are the files that a build can write.
var outputKinds = []string{"epub", "pdf", "booklet", "cover", "kepub"}

// outputs reads what `cahier build` writes: a kind, or a mapping with its kind.
func (h *head) outputs(n *node) {
	for _, item := range n.all() {
		o := book.Output{Pos: item.pos}
		if item.kind == mapping {
			for _, p := range item.pairs {
				h.outputKey(&o, p)
			}
			if item.get("kind") == nil {
				h.add(item.pos, book.CodeBadValue, "write kind: "+strings.Join(outputKinds, " or kind: "), "an output without its kind")
				continue
			}
		} else {
			o.Kind = h.choice(item, outputKinds...)
		}
		if o.Kind != "" {
			h.settings.outputs = append(h.settings.outputs, o)
		}
	}
}

// outputKey reads a key of an output; those that are none of its own override the style.
func (h *head) outputKey(o *book.Output, p pair) {
	switch p.key {
	case "kind":
		o.Kind = h.choice(p.value, outputKinds...)
	case "style":
		o.Style = h.value(p.value)
	case "name":
		o.Name = h.value(p.value)
		if strings.ContainsAny(o.Name, `/\`) || strings.HasPrefix(o.Name, ".") {
			h.add(p.value.pos, book.CodeBadValue, "use -o to choose a folder", "the name of an output is a file name, not a path: %q", o.Name)
			o.Name = ""
		}
	default:
		o.Settings = h.flatten(o.Settings, p.key, p.value)
	}
}

// flatten makes settings of nested keys: {notes: {size: 9pt}} is "notes.size". A list's
// items are joined by ", ".
func (h *head) flatten(settings []book.Setting, prefix string, n *node) []book.Setting {
	switch n.kind {
	case mapping:
		for _, p := range n.pairs {
			key := p.key
			if prefix != "" {
				key = prefix + "." + key
			}
			settings = h.flatten(settings, key, p.value)
		}
		return settings
	case null:
		return settings
	}
	if prefix == "" {
		h.add(n.pos, book.CodeBadValue, "write keys and values, as in {paper: a5, size: 11pt}", "a mapping is wanted here, not %s", n.kind)
		return settings
	}
	var values []string
	for _, item := range n.all() {
		values = append(values, h.value(item))
	}
	return append(settings, book.Setting{Pos: n.pos, Key: prefix, Value: strings.Join(values, ", ")})
}

// schedule reads the dates of a reading group: [{date, articles, note}].
func (h *head) schedule(n *node) {
	for _, item := range n.all() {
		m := book.Meeting{Pos: item.pos}
		h.read(item, map[string]key{
			"date":     func(h *head, n *node) { m.Date = h.date(n) },
			"article":  func(h *head, n *node) { m.Articles = append(m.Articles, h.paths(n)...) },
			"articles": func(h *head, n *node) { m.Articles = append(m.Articles, h.paths(n)...) },
			"note":     func(h *head, n *node) { m.Note = h.value(n) },
		})
		if item.kind == mapping {
			h.settings.schedule = append(h.settings.schedule, m)
		}
	}
}

// paths reads names of articles.
func (h *head) paths(n *node) []string {
	var paths []string
	for _, item := range n.all() {
		if p := h.value(item); p != "" {
			paths = append(paths, cleanPath(p))
		}
	}
	return paths
}

// checkSchedule reports meetings for articles that the book does not hold.
func checkSchedule(b *book.Book, problems *book.Problems) {
	var held []string
	for _, a := range b.Articles() {
		held = append(held, a.Path)
	}
	for _, m := range b.Schedule {
		for _, path := range m.Articles {
			if !slices.Contains(held, path) {
				problems.Add(m.Pos, book.CodeBadValue, "name a file of contents", "the schedule names %q, which the book does not hold", path)
			}
		}
	}
}
