package manuscript

import (
	"path"
	"strings"

	"cahier/book"
	"cahier/book/markdown"
)

// maxSources is the most sources that a library may hold.
const maxSources = 50_000

// library reads the sources that front matter gives: those written in it, then its
// files in order. It is nil if there are none. Of two sources with one key the first is
// kept.
func (r *reader) library(from string, keys sourceKeys) *book.Library {
	if keys.inline == nil && len(keys.files) == 0 {
		return nil
	}
	l := &shelf{library: &book.Library{}, byKey: map[string]*book.Source{}, problems: r.problems}
	before := r.problems.Errors()
	l.add(keys.inline)
	for _, n := range keys.files {
		l.add(r.libraryFile(from, n))
	}
	l.library.Incomplete = r.problems.Errors() > before
	return l.library
}

// libraryFile reads a file of CSL-JSON or CSL-YAML: a list of sources, or, as in
// Pandoc's YAML, a mapping with the list under references.
func (r *reader) libraryFile(from string, n *node) *node {
	p, ok := r.resolve(n.pos, from, n.trimmed())
	if !ok {
		return nil
	}
	data, ok := r.read(n.pos, p)
	if !ok {
		return nil
	}
	src, problems := markdown.Normalize(p, data)
	var tree *node
	if problems.Errors() == 0 {
		*r.problems = append(*r.problems, problems...)
		problems = nil
		switch ext := strings.ToLower(path.Ext(p)); ext {
		case ".json":
			tree, problems = parseJSON(p, src)
		case ".yaml", ".yml":
			tree, problems = parseYAML(p, src, 1)
		default:
			problems.Add(n.pos, book.CodeSourceBad, "export it as CSL-JSON (.json) or CSL-YAML (.yaml)", "a library of the kind %s cannot be read", path.Base(p))
		}
	}
	*r.problems = append(*r.problems, problems...)
	if inner := tree.get("references"); inner != nil {
		return inner
	}
	return tree
}

// shelf is a library that is being filled.
type shelf struct {
	library  *book.Library
	byKey    map[string]*book.Source
	problems *book.Problems
}

// add reads a list of sources.
func (l *shelf) add(n *node) {
	if n == nil || n.kind == null {
		return
	}
	if n.kind != list {
		l.problems.Add(n.pos, book.CodeSourceBad, "write a list: each source begins with \"- id: …\"", "a list of sources is wanted here, not %s", n.kind)
		return
	}
	for _, item := range n.items {
		if len(l.library.Sources) == maxSources {
			l.problems.Add(item.pos, book.CodeLimit, "", "more than %d sources", maxSources)
			return
		}
		s := l.source(item)
		if s == nil {
			continue
		}
		if first := l.byKey[s.Key]; first != nil {
			l.problems.Add(s.Pos, book.CodeSourceRepeated, "the first one is used", "there are two sources %s; the other is at %s", s.Key, first.Pos)
			continue
		}
		l.byKey[s.Key] = s
		l.library.Sources = append(l.library.Sources, s)
	}
}

// source reads an item of CSL-JSON 1.0.2: names, dates and the rest by the variable's
// kind. nil if it has no id.
func (l *shelf) source(n *node) *book.Source {
	key := n.get("id").trimmed()
	if n.kind != mapping || key == "" {
		l.problems.Add(n.pos, book.CodeSourceBad, "write id: and the key that citations use", "a source without an id")
		return nil
	}
	s := &book.Source{Pos: n.pos, Key: key, Fields: map[string]string{}, Names: map[string][]book.Name{}, Dates: map[string]book.Date{}}
	for _, p := range n.pairs {
		l.variable(s, p)
	}
	if s.Type == "" {
		s.Type = "document"
	}
	return s
}

// variable reads a key of a source by its kind. What is neither text nor list is structure that
// no style prints, such as "custom".
func (l *shelf) variable(s *book.Source, p pair) {
	value := p.value
	switch {
	case p.key == "id" || value.kind == null:
	case p.key == "type":
		s.Type = value.trimmed()
	case p.key == "title" && value.kind == scalar:
		title, problems := markdown.Inlines(value.richText())
		*l.problems = append(*l.problems, problems...)
		s.Title = title
		s.Fields["title"] = book.PlainText(title)
	case dateVariables[p.key]:
		l.date(s, p)
	case nameVariables[p.key]:
		l.names(s, p)
	case value.kind == scalar:
		s.Fields[p.key] = value.plain()
	case value.kind == list:
		var words []string
		for _, item := range value.items {
			words = append(words, item.plain())
		}
		s.Fields[p.key] = strings.Join(words, ", ")
	}
}

// date reads a date; one that is only words is kept as words.
func (l *shelf) date(s *book.Source, p pair) {
	if p.value.kind == scalar {
		d, ok := parseDate(p.value.trimmed())
		if !ok {
			d = book.Date{Literal: p.value.trimmed()}
		}
		s.Dates[p.key] = d
		return
	}
	d, ok := cslDate(p.value)
	if !ok {
		l.problems.Add(p.pos, book.CodeSourceBad, "write it as {date-parts: [[2018, 1, 2]]} or 2018-01-02", "the date %s of %s cannot be read", p.key, s.Key)
		return
	}
	s.Dates[p.key] = d
}

// names reads a list of names, or one.
func (l *shelf) names(s *book.Source, p pair) {
	for _, item := range p.value.all() {
		name := cslName(item)
		if name == (book.Name{}) {
			l.problems.Add(item.pos, book.CodeSourceBad, "write {family: …, given: …} or {literal: …}", "a name in %s of %s cannot be read", p.key, s.Key)
			continue
		}
		s.Names[p.key] = append(s.Names[p.key], name)
	}
}

// cslName reads a name of CSL-JSON, or one written in a string.
func cslName(n *node) book.Name {
	if n.kind == scalar {
		return parseName(n.trimmed())
	}
	return book.Name{
		Family: n.get("family").trimmed(), Given: n.get("given").trimmed(), Suffix: n.get("suffix").trimmed(),
		Dropping: n.get("dropping-particle").trimmed(), NonDropping: n.get("non-dropping-particle").trimmed(), Literal: n.get("literal").trimmed(),
	}
}

// The variables of CSL 1.0.2 (specification, appendix IV) that are not text.
var (
	dateVariables = wordSet(`accessed available-date event-date issued original-date submitted`)
	nameVariables = wordSet(`author chair collection-editor compiler composer container-author contributor curator director editor
		editorial-director editor-translator executive-producer guest host illustrator interviewer narrator organizer original-author
		performer producer recipient reviewed-author script-writer series-creator translator`)
)

// csLTags are the tags of CSL-JSON's rich text and what Markdown has for them.
var cslTags = strings.NewReplacer(
	"<i>", "*", "</i>", "*", "<b>", "**", "</b>", "**", "<em>", "*", "</em>", "*",
	"<sup>", "^", "</sup>", "^", "<sub>", "~", "</sub>", "~",
	`<span style="font-variant: small-caps;">`, "[", `<span style="font-variant:small-caps;">`, "[", `<span class="nocase">`, "[", "</span>", "]{.nocase}",
)

// richText is a title as Markdown: CSL-JSON writes emphasis as HTML.
func (n *node) richText() markdown.Text {
	if !strings.Contains(n.text, "<") {
		return n.markdown()
	}
	return markdown.NewText(cslTags.Replace(n.text), n.pos)
}

var noTags = strings.NewReplacer(
	"<i>", "", "</i>", "", "<b>", "", "</b>", "", "<em>", "", "</em>", "", "<sup>", "", "</sup>", "", "<sub>", "", "</sub>", "",
	`<span style="font-variant: small-caps;">`, "", `<span style="font-variant:small-caps;">`, "", `<span class="nocase">`, "", "</span>", "",
)

// plain is a text without the tags of CSL-JSON, in one line.
func (n *node) plain() string {
	return strings.Join(strings.Fields(noTags.Replace(n.text)), " ")
}
