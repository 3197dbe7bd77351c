package layout

import (
	"cmp"
	"fmt"
	"reflect"
	"strings"

	"cahier/book"
)

// imprint is the publisher's statement: what the book is, where its text comes from,
// what may be done with it.
func (a *arranger) imprint() *Section {
	f, w := &a.front, a.words
	s := &Section{Kind: Imprint, ID: "imprint", Title: text(w.imprint)}
	add := func(class string, content []book.Inline) {
		if len(content) > 0 {
			s.Blocks = append(s.Blocks, paragraph(class, content))
		}
	}
	title := []book.Inline{&book.Emphasis{Inlines: withoutNotes(f.Title)}}
	if len(f.Subtitle) > 0 {
		title = append(title, text(". ")...)
		title = append(title, withoutNotes(f.Subtitle)...)
	}
	if authors := f.By(book.RoleAuthor); len(authors) > 0 {
		title = append(text(w.list(names(authors))+", "), title...)
	}
	add("", title)
	s.Blocks = append(s.Blocks, w.roles(f, "")...)
	if own := a.book.Front.Abstract; len(own) > 0 && !a.book.Single { // an article's stands at its opening
		s.Blocks = append(s.Blocks, group(book.ClassAbstract, own))
	}
	s.Blocks = append(s.Blocks, people(f)...)
	said := *f
	if said.Republished == nil && (!a.single() || reflect.DeepEqual(f.Date, yearOf(f.Date))) {
		said.Date = book.Date{} // the date of this edition, or on the title page
	}
	s.Blocks = append(s.Blocks, w.provenance(&said)...)
	add("", text(published(f, w)))
	add("", text(f.Rights))
	add("", w.licenceLine(f.Licence, f.LicenceURL))
	for _, id := range f.Identifiers {
		add("", identifierLine(id))
	}
	add("", text(a.editionLine()))
	return s
}

// people says of those who made a text where they belong and where more of them is to be
// found, a line for each of whom something is known.
func people(f *book.FrontMatter) []book.Block {
	var list []book.Block
	for _, c := range f.Contributors {
		line := text(joined(", ", c.Name.String(), c.Affiliation))
		if c.ORCID != "" {
			line = append(line, &book.Text{Value: ", ORCID "}, &book.Link{Href: "https://orcid.org/" + c.ORCID, Inlines: text(c.ORCID)})
		}
		if c.URL != "" {
			line = append(append(line, text(", ")...), address(c.URL)...)
		}
		if c.Affiliation != "" || c.ORCID != "" || c.URL != "" {
			list = append(list, paragraph(book.ClassSource, line))
		}
	}
	return list
}

// editionLine says of when this edition is, as precisely as somebody wrote; "" if nobody did.
// The date of an article, or of what it was taken from, is not that of this book.
func (a *arranger) editionLine() string {
	date := a.date
	if a.options.Epoch == nil && a.front.Modified.IsZero() {
		date = book.Date{}
		if !a.single() {
			date = a.book.Front.Date
		}
	}
	if date.IsZero() {
		return ""
	}
	return a.words.on(a.words.edition, date)
}

func published(f *book.FrontMatter, w *words) string {
	if f.Publisher == "" {
		return f.Place
	}
	return fmt.Sprintf(w.published, joined(", ", f.Publisher, f.Place))
}

func identifierLine(id book.Identifier) []book.Inline {
	switch id.Scheme {
	case "isbn":
		return text("ISBN " + id.Shown())
	case "doi":
		return []book.Inline{&book.Text{Value: "DOI "}, &book.Link{Href: "https://doi.org/" + id.Value, Inlines: text(id.Value)}}
	case "url":
		return address(id.Value)
	case "uuid": // for machines
		return nil
	}
	return text(id.Value)
}

// licenceLine names the licence, leading to its text when that has an address.
func (w *words) licenceLine(name, url string) []book.Inline {
	if name == "" && url == "" {
		return nil
	}
	content := text(cmp.Or(name, url))
	if url != "" {
		content = []book.Inline{&book.Link{Href: url, Inlines: content}}
	}
	return fill(w.licence, content)
}

// firstPublished words where and when a text appeared first, and where it was taken from
// if that is another date; nothing if nobody said.
func (w *words) firstPublished(f *book.FrontMatter) []string {
	place, date := "", book.Date{}
	if r := f.Republished; r != nil {
		place, date = w.place(r), r.Date
	}
	first, when := w.day(f.Date), w.day(date)
	if first != "" && when != "" && first != when {
		return []string{fmt.Sprintf(w.firstDate, first), fmt.Sprintf(w.again, joined(", ", place, when))}
	}
	when = cmp.Or(when, first)
	switch {
	case place != "" && when != "":
		return []string{fmt.Sprintf(w.firstOn, place, when)}
	case place != "":
		return []string{fmt.Sprintf(w.first, place)}
	case when != "":
		return []string{fmt.Sprintf(w.firstDate, when)}
	}
	return nil
}

// place is where a republished text stands.
func (w *words) place(r *book.Provenance) string {
	parts := []string{r.Publication, r.Publisher}
	for _, p := range [][2]string{{w.volume, r.Volume}, {w.issue, r.Issue}, {w.pages, r.Page}} {
		if p[1] != "" {
			parts = append(parts, fmt.Sprintf(p[0], p[1]))
		}
	}
	return joined(", ", parts...)
}

// provenance words all that is known of where a text comes from, a paragraph for each
// fact.
func (w *words) provenance(f *book.FrontMatter) []book.Block {
	var list []book.Block
	add := func(content []book.Inline) {
		if len(content) > 0 {
			list = append(list, paragraph(book.ClassSource, content))
		}
	}
	for _, line := range w.firstPublished(f) {
		add(text(line))
	}
	r := f.Republished
	if r == nil {
		return list
	}
	add(worded(w.under, r.Title))
	if r.URL != "" {
		add(address(r.URL))
	}
	if r.DOI != "" {
		add(identifierLine(book.Identifier{Scheme: "doi", Value: r.DOI}))
	}
	add(worded(w.original, r.OriginalTitle))
	if from := r.CopiedFrom; strings.HasPrefix(from, "http://") || strings.HasPrefix(from, "https://") {
		add(fill(w.copied, address(from)))
	} else {
		add(worded(w.copied, from))
	}
	if !r.Retrieved.IsZero() {
		add(text(w.on(w.retrieved, r.Retrieved)))
	}
	if len(r.Changes) > 0 {
		add(text(w.changes + " " + strings.Join(r.Changes, " ; ")))
	}
	add(w.licenceLine(r.Licence, licenceAddress(r.Licence)))
	add(worded(w.permission, r.Permission))
	return list
}

func licenceAddress(s string) string {
	if strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://") {
		return s
	}
	return ""
}

// worded puts a value into its form; nothing for an empty one.
func worded(form, value string) []book.Inline {
	if value == "" {
		return nil
	}
	return text(fmt.Sprintf(form, value))
}

func joined(sep string, parts ...string) string {
	var some []string
	for _, p := range parts {
		if p != "" {
			some = append(some, p)
		}
	}
	return strings.Join(some, sep)
}

// sources says for each article of a volume where it comes from and by whose leave it
// stands here.
func (a *arranger) sources() *Section {
	s := &Section{Kind: Sources, ID: "sources", Blocks: []book.Block{heading(1, "sources-title", book.ClassTitle, text(a.words.sources))}}
	for _, art := range a.articles {
		facts := a.words.facts(a.unsaid(art))
		if len(facts) == 0 {
			continue
		}
		title := []book.Inline{&book.Link{Href: "#" + art.ID, Inlines: withoutNotes(art.Front.Title)}}
		if authors := art.Front.By(book.RoleAuthor); len(authors) > 0 {
			title = append(text(a.words.list(names(authors))+", "), title...)
		}
		p := paragraph("work", title)
		p.Attr.Lang = a.foreign(art)
		s.Blocks = append(s.Blocks, p)
		s.Blocks = append(s.Blocks, facts...)
	}
	if len(s.Blocks) == 1 {
		return nil
	}
	return s
}

// facts are what is to be said of an article's source.
func (w *words) facts(f book.FrontMatter) []book.Block {
	if f.Republished == nil { // the byline has the date
		f.Date = book.Date{}
	}
	list := append(people(&f), w.provenance(&f)...)
	lines := [][]book.Inline{text(published(&f, w)), text(w.seriesLine(f.Series)), text(f.Rights), w.licenceLine(f.Licence, f.LicenceURL)}
	for _, id := range f.Identifiers {
		lines = append(lines, identifierLine(id))
	}
	for _, line := range lines {
		if len(line) > 0 {
			list = append(list, paragraph(book.ClassSource, line))
		}
	}
	return list
}

// colophon is the closing note on the making: faces, program, edition date.
func (a *arranger) colophon() *Section {
	s := &Section{Kind: Colophon, ID: "colophon", Title: text(a.words.colophon)}
	lines := []string{a.words.made}
	if line := a.editionLine(); line != "" {
		lines = append(lines, line)
	}
	if len(a.options.Faces) > 0 {
		lines = append([]string{fmt.Sprintf(a.words.set, a.words.list(a.options.Faces))}, lines...)
	}
	for _, l := range lines {
		s.Blocks = append(s.Blocks, paragraph("", text(l)))
	}
	return s
}
