package clean

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// edges trims what stands before the first paragraph of an article and after the
// last: title, byline, date, standing words of the site.
func (t *trimmer) edges(root *html.Node) {
	leaves := leafBlocks(root)
	begin := slices.IndexFunc(leaves, isParagraph)
	for i, n := range leaves {
		if begin >= 0 && i >= begin || i > 12 {
			break
		}
		if first(n, atom.Br) != nil && !is(n, atom.Td, atom.Pre) && within(n, atom.Blockquote, atom.Table) == nil && !isVerse(n) && (len(textOf(n)) < 300 || hasLead(textOf(n), sourceLeads)) {
			pushDown(n)
			splitLines(n)
		}
	}
	leaves = leafBlocks(root)
	begin = slices.IndexFunc(leaves, isParagraph)
	for i, n := range leaves {
		if begin >= 0 && i >= begin || i > 12 {
			break
		}
		if why := t.headReason(n); why != "" {
			t.drop(n, why)
			t.afterTitle = sameText(textOf(n), t.meta.title)
		} else if text := textOf(n); isHeading(n) && utf8.RuneCountInString(text) >= minSentence && endsSentence(text) {
			rename(n, atom.P) // a standfirst, set as a heading
		}
	}
	if begin >= 0 && begin+1 < len(leaves) { // a date or byline between a standfirst and the text
		for _, n := range leaves[begin:min(len(leaves), begin+4)] {
			switch text := textOf(n); {
			case len(text) < 140 && isDateLine(text):
				t.drop(n, "date line")
			case len(text) < 140 && !isHeading(n) && hasName(readByline(text, false)):
				t.meta.addAuthors(readByline(text, false)...)
				t.drop(n, "byline")
			}
		}
	}
	t.tail(leafBlocks(root))
}

// hasName reports whether the first of a byline's names is of two words or more: "By
// Friday" is none.
func hasName(names []string) bool { return len(names) > 0 && strings.Contains(names[0], " ") }

// pushDown moves inline elements that hold line breaks out of the way, so that
// the breaks stand right below the block.
func pushDown(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && !is(c, atom.Br) && first(c, atom.Br) != nil {
			next := c.FirstChild
			unwrap(c)
			if next != nil {
				c = next
			}
		}
	}
}

// leafBlocks lists the blocks below root that hold no other block.
func leafBlocks(root *html.Node) []*html.Node {
	return elements(root, func(n *html.Node) bool {
		return isBlock(n) && !is(n, atom.Hr, atom.Tr, atom.Tbody, atom.Thead) && !slices.ContainsFunc(children(n), func(c *html.Node) bool { return isBlock(c) || hasBlock(c) }) && !isBlank(n)
	})
}

// hasBlock reports whether an inline element holds a block.
func hasBlock(n *html.Node) bool {
	found := false
	walk(n, func(c *html.Node) bool {
		found = found || c != n && isBlock(c)
		return !found
	})
	return found
}

// isParagraph reports whether a block reads as running text.
func isParagraph(n *html.Node) bool {
	if isHeading(n) || is(n, atom.Figcaption, atom.Li) {
		return false
	}
	text := textOf(n)
	return hasMark(text) || utf8.RuneCountInString(text) >= 80 && linkShare(n) < 60 && !isDateLine(text) && !hasLead(text, sourceLeads)
}

// headReason says why a short block before the first paragraph is not the
// article's.
func (t *trimmer) headReason(n *html.Node) string {
	text := textOf(n)
	size := utf8.RuneCountInString(text)
	switch {
	case within(n, atom.Figure, atom.Table, atom.Blockquote, atom.Pre) != nil:
		return ""
	case sameText(text, t.meta.title):
		return "title, now in the front matter"
	case size < 140 && t.nameAndDate(text):
		return "byline and date, now in the front matter"
	case isYear(strings.Trim(text, "()")):
		set(&t.meta.date, strings.Trim(text, "()"))
		return "date line"
	case size < 160 && isDateLine(text):
		set(&t.meta.date, isoDate(text, t.meta.lang))
		return "date line"
	case size < 40 && t.monthLine(text):
		return "date line"
	case size < 120 && isByline(text):
		t.meta.addAuthors(readByline(text, false)...)
		return "byline"
	case isRole(text):
		return "byline"
	case size < 40 && !isHeading(n) && !endsSentence(text) && len(t.meta.publication) > 3 && strings.HasPrefix(bare(text), bare(t.meta.publication)):
		return "name of the site"
	case size < 140 && chromeScore(text) > 0 && !isHeading(n):
		return "words of the site"
	case size < 80 && linkShare(n) >= 60 && !isHeading(n):
		return "links before the article"
	case size < 200 && t.namesAuthors(text):
		return "authors, now in the front matter"
	case size < 40 && !isHeading(n) && hasClass(n, labelClasses...):
		return "name of a section"
	case size < 240 && t.sourceLine(text):
		return "about the source"
	case slices.ContainsFunc(t.meta.authors, func(a string) bool { return sameText(a, withoutLife(text)) }), sameText(text, t.meta.subtitle):
		return "now in the front matter"
	case len(t.meta.authors) == 0 && size < 50 && isName(text) && (!isHeading(n) || t.overTitle(n)):
		t.meta.addAuthor(text)
		return "author, now in the front matter"
	case isHeading(n) && t.meta.subtitle == "" && t.afterTitle && !isOpening(n):
		t.meta.subtitle = text
		return "subtitle, now in the front matter"
	case isHeading(n) || is(n, atom.Li, atom.Figcaption):
		return ""
	}
	return t.siteLine(text)
}

// isOpening reports whether a heading heads text, and not the lines of a title
// page that a rule or the next heading parts from it.
func isOpening(h *html.Node) bool {
	next := nextElement(h)
	for next != nil && !is(next, atom.Hr) && isBlank(next) {
		next = nextElement(next)
	}
	return next == nil || !is(next, atom.Hr) && (!isHeading(next) || next.Data >= h.Data)
}

// labelClasses name the line over a title that says the section.
var labelClasses = []string{"rubrik", "rubrique", "section", "section-name", "seccion", "sezione", "occhiello", "categoria", "category", "label", "topic"}

// namesAuthors reports whether a line is the authors' names and hardly more, such
// as the letters that lead to where they work.
func (t *trimmer) namesAuthors(text string) bool {
	rest := text
	for _, a := range t.meta.authors {
		rest = strings.Replace(rest, a, "", 1)
	}
	return rest != text && len(bare(rest)) <= 5
}

// overTitle reports whether a heading stands right over that of the title.
func (t *trimmer) overTitle(n *html.Node) bool {
	next := nextElement(n)
	return isHeading(next) && sameText(textOf(next), t.meta.title)
}

// withoutLife takes the years of a life off a name: "Jane Doe (1801–1866)".
func withoutLife(text string) string {
	name, years, ok := strings.Cut(text, " (")
	if ok && len(years) < 30 && strings.HasSuffix(years, ")") && strings.ContainsAny(years, "0123456789") {
		return name
	}
	return text
}

// sourceLeads begin the lines of archives about where a text comes from.
var sourceLeads = []string{"written:", "source:", "first published:", "published:", "transcription:", "transcribed:", "transcribed by", "transcribed & marked up", "transcribed and marked up", "marked up by", "transcription/", "html markup:", "transcription & markup:", "transcription & html", "transcription and markup", "transcription and html", "markup:", "mark-up:", "html:", "copyleft:", "public domain:", "online version:", "proofread:", "proofreading:", "translated:", "première publication :", "source :", "transcription :", "quelle:", "erstveröffentlichung:", "fuente:", "primera publicación:", "fonte:", "primeira edição:", "prima pubblicazione:", "transcripción:", "transcrição:", "trascrizione:"}

// sourceLine reads a line about where the text comes from.
func (t *trimmer) sourceLine(text string) bool {
	if !hasLead(text, sourceLeads) {
		return false
	}
	_, rest, _ := strings.Cut(text, ":")
	set(&t.meta.date, isoDate(strings.TrimRight(rest, ". "), t.meta.lang))
	month, _ := findMonth(rest)
	set(&t.meta.date, month)
	return true
}

// monthLine reads a line that is nothing but a month and its year.
func (t *trimmer) monthLine(text string) bool {
	month, alone := findMonth(text)
	if alone {
		set(&t.meta.date, month)
	}
	return alone
}

// nameAndDate reads a line that holds an author's name and a date.
func (t *trimmer) nameAndDate(text string) bool {
	names, date := splitNameDate(text, t.meta.lang)
	if len(names) == 0 {
		return false
	}
	t.meta.addAuthors(names...)
	set(&t.meta.date, date)
	return true
}

// emptyHeadings drops headings that nothing follows before the next of the same
// or a higher level.
func (t *trimmer) emptyHeadings(root *html.Node) {
	leaves := leafBlocks(root)
	for i := len(leaves) - 1; i >= 0; i-- {
		n := leaves[i]
		noteHead := isNoteHead(textOf(n)) && (i == len(leaves)-1 || isHeading(leaves[i+1])) && within(n, atom.Li, atom.Table) == nil
		if !isHeading(n) && !noteHead || hasMark(textOf(n)) {
			continue
		}
		if i == len(leaves)-1 || noteHead || isHeading(leaves[i+1]) && leaves[i+1].Data < n.Data && leaves[i+1].Parent != nil {
			if hasPictureAfter(root, n) {
				continue
			}
			t.drop(n, "heading without text")
			leaves = slices.Delete(leaves, i, i+1)
		}
	}
}

// hasPictureAfter reports whether an image follows a heading.
func hasPictureAfter(root, h *html.Node) bool {
	on, found := false, false
	walk(root, func(n *html.Node) bool {
		if n == h {
			on = true
			return false
		}
		if on && isHeading(n) {
			on = false
		}
		found = found || on && is(n, atom.Img, atom.Table)
		return true
	})
	return found
}
