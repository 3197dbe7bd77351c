package layout

import (
	"fmt"
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
	s.Blocks = append(s.Blocks, a.roles(f, "")...)
	if a.single() {
		s.Blocks = append(s.Blocks, w.provenance(f)...)
	}
	add("", text(published(f, w)))
	add("", text(f.Rights))
	add("", w.licenceLine(f.Licence, f.LicenceURL))
	for _, id := range f.Identifiers {
		add("", identifierLine(id))
	}
	add("", text(fmt.Sprintf(w.edition, w.day(a.editionDate()))))
	return s
}

func (a *arranger) editionDate() book.Date {
	return book.Date{Year: a.date.Year(), Month: int(a.date.Month()), Day: a.date.Day()}
}

func published(f *book.FrontMatter, w *words) string {
	if f.Publisher == "" {
		return ""
	}
	return fmt.Sprintf(w.published, joined(", ", f.Publisher, f.Place))
}

func identifierLine(id book.Identifier) []book.Inline {
	switch id.Scheme {
	case "isbn":
		return text("ISBN " + id.Value)
	case "doi":
		return []book.Inline{&book.Text{Value: "DOI "}, &book.Link{Href: "https://doi.org/" + id.Value, Inlines: text(id.Value)}}
	}
	return nil
}

// licenceLine names the licence, leading to its text when that has an address.
func (w *words) licenceLine(name, url string) []book.Inline {
	if name == "" && url == "" {
		return nil
	}
	content := text(either(name, url))
	if url != "" {
		content = []book.Inline{&book.Link{Href: url, Inlines: content}}
	}
	return fill(w.licence, content)
}

// firstPublished words where and when a text appeared first, in one line; "" if nobody
// said.
func (w *words) firstPublished(f *book.FrontMatter) string {
	r, date := f.Republished, f.Date
	if r == nil {
		return ""
	}
	if !r.Date.IsZero() {
		date = r.Date
	}
	where := []string{r.Publication, r.Publisher}
	if r.Volume != "" {
		where = append(where, fmt.Sprintf(w.volume, r.Volume))
	}
	if r.Issue != "" {
		where = append(where, fmt.Sprintf(w.issue, r.Issue))
	}
	if r.Page != "" {
		where = append(where, fmt.Sprintf(w.pages, r.Page))
	}
	place, when := joined(", ", where...), w.day(date)
	switch {
	case place != "" && when != "":
		return fmt.Sprintf(w.firstOn, place, when)
	case place != "":
		return fmt.Sprintf(w.first, place)
	case when != "":
		return fmt.Sprintf(w.firstDate, when)
	}
	return ""
}

// provenance words all that is known of where a text comes from, a paragraph for each
// fact.
func (w *words) provenance(f *book.FrontMatter) []book.Block {
	r := f.Republished
	if r == nil {
		return nil
	}
	var list []book.Block
	add := func(content []book.Inline) {
		if len(content) > 0 {
			list = append(list, paragraph(book.ClassSource, content))
		}
	}
	add(text(w.firstPublished(f)))
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
		add(worded(w.retrieved, w.day(r.Retrieved)))
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
	if a.single() {
		return nil
	}
	s := &Section{Kind: Sources, ID: "sources", Blocks: []book.Block{heading(1, "sources-title", book.ClassTitle, text(a.words.sources))}}
	for _, art := range a.articles {
		facts := a.words.provenance(&art.Front)
		for _, line := range [][]book.Inline{text(art.Front.Rights), a.words.licenceLine(art.Front.Licence, art.Front.LicenceURL)} {
			if len(line) > 0 {
				facts = append(facts, paragraph(book.ClassSource, line))
			}
		}
		if len(facts) == 0 {
			continue
		}
		title := []book.Inline{&book.Link{Href: "#" + art.ID, Inlines: withoutNotes(art.Front.Title)}}
		if authors := art.Front.By(book.RoleAuthor); len(authors) > 0 {
			title = append(text(a.words.list(names(authors))+", "), title...)
		}
		s.Blocks = append(s.Blocks, paragraph("work", title))
		s.Blocks = append(s.Blocks, facts...)
	}
	if len(s.Blocks) == 1 {
		return nil
	}
	return s
}

// colophon is the closing note on the making: faces, program, edition date.
func (a *arranger) colophon() *Section {
	s := &Section{Kind: Colophon, ID: "colophon", Title: text(a.words.colophon)}
	lines := []string{a.words.made, fmt.Sprintf(a.words.edition, a.words.day(a.editionDate()))}
	if len(a.options.Faces) > 0 {
		lines = append([]string{fmt.Sprintf(a.words.set, a.words.list(a.options.Faces))}, lines...)
	}
	for _, l := range lines {
		s.Blocks = append(s.Blocks, paragraph("", text(l)))
	}
	return s
}
