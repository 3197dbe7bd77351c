package clean

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// takeAbstracts takes the abstracts that a journal prints before an article out of its
// text: their head, alone or before a colon, and the paragraph after it. The
// one in the article's language, else the first, goes into the front matter.
func (d *draft) takeAbstracts(blocks []textBlock) []textBlock {
	own, begun := false, false
	for i := 0; i < len(blocks) && i < maxHead; i++ {
		head, text, said := strings.Cut(blocks[i].text, ":")
		lang := abstractLang(head)
		end := i + 1
		if lang == "" || blocks[i].kind != paragraph {
			begun = begun || isBodyText(blocks[i])
			continue
		}
		if begun && said { // "Summary: …" within the text is the author's
			continue
		}
		if text = strings.TrimSpace(text); !said || text == "" {
			if end == len(blocks) || blocks[end].kind != paragraph {
				continue
			}
			text = blocks[end].text
			end++
		}
		if utf8.RuneCountInString(text) < 60 || !endsSentence(text) || hasMark(text) || end == len(blocks) {
			continue
		}
		if d.meta.abstract == "" || lang == d.meta.lang && !own {
			d.meta.abstract, own = text, lang == d.meta.lang
		}
		for j := range blocks[i:end] {
			d.leaveOut(blocks[i+j].text, "abstract")
			blocks[i+j].spare = true
		}
		i = end - 1
	}
	return slices.DeleteFunc(blocks, func(b textBlock) bool { return b.spare })
}

// citeHeads begin the lines that say how an article is cited.
var citeHeads = []string{"pour citer", "référence électronique", "référence papier", "citer cet article", "how to cite", "cite this", "to cite this", "recommended citation", "suggested citation", "zitierempfehlung", "zitiervorschlag", "zitierweise", "empfohlene zitierweise", "cómo citar", "para citar", "cita recomendada", "como citar", "citação sugerida", "come citare", "per citare"}

// keepCitation keeps the line that cites the article: what follows a heading that says
// so, or its colon; such a line is no part of the article.
func (d *draft) keepCitation(blocks []textBlock) {
	for i, b := range blocks {
		if d.citation != "" || !hasLead(b.text, citeHeads) || utf8.RuneCountInString(b.text) > 600 {
			continue
		}
		if lead, rest, ok := strings.Cut(b.text, ":"); ok && utf8.RuneCountInString(lead) < 40 && utf8.RuneCountInString(rest) > 40 && citesWork(rest) {
			d.citation = rest
			d.spareAll(blocks[i : i+1])
		} else if i+1 < len(blocks) && utf8.RuneCountInString(b.text) < 60 {
			d.citation = blocks[i+1].text
		}
	}
}

// citesWork reports whether a text is the citation of a work: it has an address or figures.
func citesWork(text string) bool {
	return strings.Contains(text, "http") || strings.ContainsAny(text, "0123456789")
}

// readCitation reads journal, year, pages and address from the line that cites the
// article: after the title, its subtitle and the quotation marks stands the journal.
func (d *draft) readCitation() {
	title := strings.Index(strings.ToLower(d.citation), strings.ToLower(d.meta.title))
	if d.meta.title == "" || title < 0 || title+len(d.meta.title) > len(d.citation) {
		return
	}
	for _, own := range [...]bool{true, false} { // its own address before that of a register
		for i := range d.citation {
			if a := addressIn(d.citation[i:]); strings.HasPrefix(d.citation[i:], "http") && own != strings.Contains(a, "doi.org/") {
				set(&d.meta.url, a)
			}
		}
	}
	rest := d.citation[title+len(d.meta.title):]
	if i := strings.Index(rest, "http"); i >= 0 {
		rest = rest[:i]
	}
	if d.meta.subtitle != "" {
		if _, after, ok := strings.Cut(rest, d.meta.subtitle); ok {
			rest = after
		}
	}
	if i := strings.IndexAny(rest, "»”“\"«"); i >= 0 && i < 200 {
		_, size := utf8.DecodeRuneInString(rest[i:])
		rest = rest[i+size:]
	}
	rest = strings.TrimLeft(rest, " ,.;:–—-()/*_\u00a0")
	for _, w := range [...]string{"in: ", "In: ", "in ", "In ", "dans ", "en "} {
		rest = strings.TrimPrefix(rest, w)
	}
	for _, w := range [...]string{" DOI", " doi", " URL", " [En ligne]", " [en ligne]", " [Online]", " [online]"} {
		rest, _, _ = strings.Cut(rest, w)
	}
	rest = strings.Trim(rest, " .,;")
	if j, ok := readJournal(rest); ok {
		d.setJournal(j, rest)
	} else if name, numbers, ok := strings.Cut(rest, ","); ok && unicode.IsUpper(firstRune(name)) && len(strings.Fields(name)) < 9 && strings.ContainsAny(numbers, "0123456789") {
		set(&d.meta.publication, name)
	}
	for _, s := range [...]string{rest, d.citation} { // "Valcourt, É. (2011)" says the year before the title
		if y := issueYear.FindStringSubmatch(s); y != nil {
			set(&d.meta.date, y[1])
		}
	}
}
