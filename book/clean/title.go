package clean

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readTitle prefers the visible heading where it says the same as the head, and
// passes over the one that names the site.
func (m *metadata) readTitle(doc *html.Node) {
	full := ""
	if t := first(doc, atom.Title); t != nil {
		full = textOf(t)
	}
	headings := titleHeadings(doc)
	for _, h := range headings {
		if text := withoutMarks(h); sameText(text, m.title) {
			m.title = text
			return
		}
	}
	if m.title == "" {
		m.title = withoutBracket(full)
	}
	if m.title == "" {
		m.title = titleOfDocument(doc)
	}
	headings = slices.DeleteFunc(headings, func(h *html.Node) bool { return is(h, atom.H3) || isSiteHead(h) })
	if len(headings) > 0 && m.title == full && is(headings[0], atom.H1) { // "Archive: Author: Title (1911) — Site"
		if b := bare(withoutMarks(headings[0])); len(tags(doc, atom.H1)) == 1 && (len(b) >= 4 && endsPart(full, b) || len(b) >= 8 && strings.Contains(bare(full), b)) {
			m.title = withoutMarks(headings[0])
			return
		}
	}
	if len(headings) == 0 && m.title == full {
		if line := lineOfTitle(doc, full); line != "" {
			m.title = line
			return
		}
	}
	for _, h := range headings {
		text := withoutMarks(h)
		b := bare(text)
		if b != "" && (strings.HasPrefix(bare(m.title), b) || strings.HasPrefix(bare(full), b) || strings.HasPrefix(b, bare(m.title)) && m.title != "") && len(b) >= 4 {
			if is(h, atom.H1) || len(b)*3 >= len(bare(m.title)) {
				m.title = text
				return
			}
		}
	}
	if len(headings) > 0 && is(headings[0], atom.H1) && len(tags(doc, atom.H1)) == 1 && !holdsPart(textOf(headings[0]), m.title) && shareWords(m.title, textOf(headings[0])) {
		m.title = withoutMarks(headings[0]) // the head's is written for machines
		return
	}
	if m.title == "" && len(headings) > 0 && len(textBeforeIn(doc, headings[0])) < 300 {
		m.title = textOf(headings[0])
	}
}

// holdsPart reports whether a heading holds the title, without the site's name
// or with it: then a kicker stands before it.
func holdsPart(heading, title string) bool {
	parts := []string{title}
	for _, sep := range titleSeps {
		parts = append(parts, strings.Split(title, sep)...)
	}
	return slices.ContainsFunc(parts, func(p string) bool {
		return len(bare(p)) >= 8 && strings.Contains(bare(heading), bare(p))
	})
}

// shareWords reports whether two titles have half of their longer words in
// common.
func shareWords(a, b string) bool {
	count := func(s, in string) (all, found int) {
		in = " " + strings.Join(strings.FieldsFunc(strings.ToLower(in), isNoLetter), " ") + " "
		for w := range strings.FieldsFuncSeq(strings.ToLower(s), isNoLetter) {
			if utf8.RuneCountInString(w) > 3 {
				all++
				if strings.Contains(in, " "+w+" ") {
					found++
				}
			}
		}
		return all, found
	}
	allA, found := count(a, b)
	allB, _ := count(b, a)
	return found >= 2 && found*2 >= min(allA, allB)
}

func isNoLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// lineOfTitle is the line at the head of a page without headings that says the
// last part of the page's title: "Archive - Author - Title (1908)".
func lineOfTitle(doc *html.Node, full string) string {
	b := first(doc, atom.Body)
	if b == nil {
		return ""
	}
	last := bare(withoutLife(lastPart(full)))
	leaves := leafBlocks(b)
	for _, n := range leaves[:min(len(leaves), 12)] {
		if text := textOf(n); last != "" && bare(withoutLife(text)) == last {
			return withoutLife(text)
		}
	}
	return ""
}

// titleHeadings lists the headings that may hold the title, the highest first.
func titleHeadings(doc *html.Node) []*html.Node {
	var list []*html.Node
	for _, kind := range [...]atom.Atom{atom.H1, atom.H2, atom.H3} {
		for _, h := range tags(doc, kind) {
			if textOf(h) != "" && within(h, atom.Nav, atom.Aside) == nil {
				list = append(list, h)
			}
		}
	}
	return list
}

// titleOfDocument is the title of a page that names none: the element that is
// named so, else a first line that is set as one, in bold or in the middle.
func titleOfDocument(doc *html.Node) string {
	if n := firstNamed(doc, "title", "MsoTitle", "entry-title", "article-title", "doc-title", "titre", "titolo", "titel", "titulo"); n != nil && len(textOf(n)) < 250 {
		return textOf(n)
	}
	b := first(doc, atom.Body)
	if b == nil {
		return ""
	}
	leaves := leafBlocks(b)
	if len(leaves) == 0 || !is(leaves[0], atom.P, atom.Div) {
		return ""
	}
	text, style := textOf(leaves[0]), styleOf(leaves[0])
	bold := 0
	for _, s := range tags(leaves[0], atom.B, atom.Strong) {
		bold += len(textOf(s))
	}
	if utf8.RuneCountInString(text) > 120 || strings.ContainsAny(lastOf(text), ".,;:") || bold < len(text) && attr(leaves[0], "align") != "center" && !strings.Contains(style, "text-align:center") && within(leaves[0], atom.Center) == nil {
		return ""
	}
	return text
}

// titleHeading is the heading that shows the title, nil if there is none.
func (m *metadata) titleHeading(doc *html.Node) *html.Node {
	for _, h := range titleHeadings(doc) {
		if sameText(withoutMarks(h), m.title) {
			return h
		}
	}
	return nil
}

// withoutMarks is the text of a heading without what is raised in it: the mark of
// a note on the title.
func withoutMarks(h *html.Node) string {
	c := cloneTree(h)
	for _, s := range tags(c, atom.Sup) {
		if noteLabel(textOf(s)) != "" {
			remove(s)
		}
	}
	return textOf(c)
}

// endsPart reports whether a part of a page's title ends so.
func endsPart(full, b string) bool {
	if strings.HasSuffix(bare(full), b) {
		return true
	}
	for _, sep := range titleSeps {
		for part := range strings.SplitSeq(full, sep) {
			if strings.HasSuffix(bare(part), b) {
				return true
			}
		}
	}
	return false
}
