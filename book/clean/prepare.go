package clean

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// prepare brings the article's tree to the shape that conversion expects:
// paragraphs for double breaks, verse, headings from level two on, addresses
// that lead somewhere.
func (p *page) prepare(root *html.Node) {
	p.links(root)
	bulletImages(root)
	drawnSigns(root)
	p.images(root)
	unwrapPlain(root)
	p.mathText(root)
	wikiQuotes(root)
	wordLists(root)
	quotes(root)
	epigraphs(root)
	verseLines(root)
	crossheads(root)
	separators(root)
	joinTexts(root)
	for _, n := range elements(root, func(n *html.Node) bool {
		return is(n, atom.P, atom.Div, atom.Blockquote, atom.Td, atom.Li, atom.Section) || n == root
	}) {
		splitBreaks(n)
	}
	lineLists(root)
	paragraphLists(root)
	brokenQuotes(root)
	brokenVerse(root)
	ornaments(root)
	codeLanguage(root)
	p.headings(root)
	attachMarks(root)
}

// unwrapPlain takes out inline elements of which Markdown knows nothing.
func unwrapPlain(root *html.Node) {
	for _, n := range tags(root, atom.Details, atom.Summary, atom.Font, atom.Center, atom.Nobr, atom.Ins, atom.Small, atom.Big, atom.U, atom.Abbr, atom.Time, atom.Label, atom.Address) {
		if !isBlock(n) {
			unwrap(n)
		}
	}
}

// links keeps links to the web and takes the others off their text.
func (p *page) links(root *html.Node) {
	for _, a := range tags(root, atom.A) {
		href := strings.TrimSpace(attr(a, "href"))
		low := strings.ToLower(href)
		address := ""
		switch {
		case strings.HasPrefix(low, "mailto:"):
			address = href
		case !strings.HasPrefix(href, "#") && href != "":
			address = direct(p.resolve(href))
		}
		if i := strings.IndexByte(address, '#'); i >= 0 && p.base != nil && address[:i] == p.base.String() {
			address = ""
		}
		if p.base == nil && address != "" && !strings.Contains(address, ":") { // relative, with nothing to be relative to
			address = ""
		}
		if address == "" || first(a, atom.Img) != nil && textOf(a) == "" || hasBlock(a) {
			if strings.Contains(low, "script:") {
				*p.doubts = append(*p.doubts, doubt{what: "a link that runs a script was taken off its text", near: textOf(a)})
			}
			unwrap(a)
			continue
		}
		setAttr(a, "href", address)
	}
}

// mathText puts a formula's text in its place.
func (p *page) mathText(root *html.Node) {
	for _, t := range tags(root, atom.Table) { // a table that only numbers a formula
		if hasClass(t, "ltx_equation", "ltx_eqn_table", "ltx_equationgroup") {
			for _, row := range tags(t, atom.Tr) {
				rename(row, atom.P)
				for _, c := range tags(row, atom.Td) {
					c.AppendChild(textNode(" "))
					unwrap(c)
				}
				t.Parent.InsertBefore(detach(row), t)
			}
			remove(t)
		}
	}
	for _, m := range elements(root, func(n *html.Node) bool { return is(n, atom.Span, atom.Div) && hasClass(n, "math") }) {
		text := textOf(m)
		for _, d := range [...][2]string{{`\(`, `\)`}, {`\[`, `\]`}, {"$$", "$$"}, {"$", "$"}} {
			if t, ok := strings.CutPrefix(text, d[0]); ok && strings.HasSuffix(t, d[1]) {
				formula(m, strings.TrimSpace(strings.TrimSuffix(t, d[1])))
				break
			}
		}
	}
	for _, m := range tags(root, atom.Math) {
		text := attr(m, "alttext")
		if text == "" {
			text = texSource(m)
		}
		if text == "" {
			text = textOf(m)
		}
		formula(m, squeeze(text))
		if len([]rune(text)) > 1 {
			*p.doubts = append(*p.doubts, doubt{what: "a formula stands as its source", near: text})
		}
	}
}

// texSource is the source of a formula that MathML keeps beside it (MathML 3,
// section 5.1).
func texSource(m *html.Node) string {
	for _, a := range elements(m, func(n *html.Node) bool { return n.Data == "annotation" }) {
		if strings.Contains(attr(a, "encoding"), "tex") {
			return textOf(a)
		}
	}
	return ""
}

// formula puts the text of a formula in its place: a letter alone in italics, as
// print has it, a number as it is, all else as code, which keeps its signs.
func formula(m *html.Node, text string) {
	kind := atom.Code
	switch r := []rune(text); {
	case len(r) == 1 && unicode.IsLetter(r[0]):
		kind = atom.Em
	case len(r) == 0, strings.IndexFunc(text, unicode.IsLetter) < 0 && !strings.ContainsAny(text, "\\^_{}"):
		replaceWithText(m, text)
		return
	}
	e := element(kind)
	e.AppendChild(textNode(text))
	if m.Parent != nil {
		m.Parent.InsertBefore(e, m)
		remove(m)
	}
}

// detach takes n out of its tree and gives it back.
func detach(n *html.Node) *html.Node {
	remove(n)
	return n
}
