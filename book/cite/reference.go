package cite

import (
	"strings"

	"cahier/book"
)

// reference is a full reference in the making: in a note, or in the list of works.
type reference struct {
	wording
	source *book.Source
	who    whose
}

// noteReference words a work in full for a note: names in reading order, title, the
// details, the place cited. Names and title are one link to the work's entry.
func noteReference(s *book.Source, c book.Cite, href string, l *language) []book.Inline {
	r := reference{wording{lang: l}, s, creators(s, l)}
	head := wording{lang: l}
	if !c.SuppressAuthor {
		head.commaText(inNote(r.who.names, l) + r.who.note(""))
	}
	head.comma(title(s, l)...)
	if len(head.list) == 0 {
		head.text(unnamed(s))
	}
	r.add(link(href, head.list)...)
	r.details(true)
	if loc := locator(c.Locator, l); loc != "" {
		r.commaText(loc)
	} else if isPart(s) {
		r.commaText(pages(s.Fields["page"], l))
	}
	if isOnline(s) {
		r.address()
	}
	return r.list
}

// listReference words a work for the list: the first name turned around, with the
// year after the names when the text cites by year.
func listReference(s *book.Source, byYear string, l *language) []book.Inline {
	r := reference{wording{lang: l}, s, creators(s, l)}
	dated := ""
	if byYear != "" {
		dated = byYear + original(s, l)
	}
	if names := inList(r.who.names, l); names != "" {
		r.text(names + r.who.note(dated))
		r.comma(title(s, l)...)
	} else {
		r.comma(title(s, l)...)
		if len(r.list) == 0 {
			r.text(unnamed(s))
		}
		r.text(whose{}.note(dated))
	}
	r.details(byYear == "")
	if isPart(s) {
		r.commaText(pages(s.Fields["page"], l))
	}
	r.address()
	r.punctuate('.')
	return r.list
}

// unnamed is what a source is called that has neither names nor a title: its key.
func unnamed(s *book.Source) string { return "[" + s.Key + "]" }

// details are what stands between the title and the place cited.
func (r *reference) details(dated bool) {
	s, f, l := r.source, r.source.Fields, r.lang
	r.genre()
	r.container()
	if !isPart(s) || s.Type == "chapter" {
		r.others()
	} else if t := named(s, "translator"); t != nil {
		r.commaText(strings.Replace(l.translated, "%s", inNote(t, l), 1))
	}
	r.commaText(edition(f["edition"], l))
	r.numbers()
	if c := f["collection-title"]; c != "" {
		if n := f["collection-number"]; n != "" {
			c += ", " + n
		}
		r.text(" (" + c + ")")
	}
	r.commaText(f["publisher-place"])
	if p := f["publisher"]; len(r.who.names) != 1 || r.who.names[0].Literal != p {
		r.commaText(p) // a body that publishes its own work is named once
	}
	if a := f["archive"]; a != "" {
		r.commaText(a)
		r.commaText(f["archive_location"])
	}
	switch {
	case dated:
		r.commaText(dateInNote(s, l))
	case hasFullDate(s) && s.Dates["issued"].Month > 0:
		r.commaText(fullDate(s.Dates["issued"], l))
	}
}

// container names the work that holds a part: "in X (ed.), Title", or a periodical.
func (r *reference) container() {
	s, l := r.source, r.lang
	name := s.Fields["container-title"]
	if name == "" {
		r.commaText(s.Fields["event-title"])
		return
	}
	held := []book.Inline{italic(text(name))}
	if !isBookPart(s) {
		r.comma(held...)
		return
	}
	w := wording{lang: l}
	w.text(l.in + " ")
	by := whose{named(s, "container-author"), [2]string{}}
	if len(by.names) == 0 {
		by = whose{named(s, "editor"), l.editor}
	}
	if names := inNote(by.names, l); names != "" {
		w.text(names + by.note("") + ", ")
	}
	w.add(held...)
	r.comma(w.list...)
}

// others are translators, and editors who do not stand first.
func (r *reference) others() {
	s, l := r.source, r.lang
	if e := named(s, "editor"); e != nil && named(s, "author") != nil && !isBookPart(s) {
		r.commaText(strings.Replace(l.editedBy, "%s", inNote(e, l), 1))
	}
	if t := named(s, "translator"); t != nil {
		r.commaText(strings.Replace(l.translated, "%s", inNote(t, l), 1))
	}
}

// numbers are volume and issue.
func (r *reference) numbers() {
	f, l := r.source.Fields, r.lang
	volume := l.volume
	if isPeriodical(r.source) {
		volume = l.annual
	}
	if v := f["volume"]; v != "" {
		r.commaText(number(volume, v))
	}
	if v := f["volume-title"]; v != "" {
		r.comma(italic(text(v)))
	}
	if v := f["issue"]; v != "" {
		r.commaText(number(l.issue, v))
	}
}

// number puts a label before a value that begins with a figure or is a Roman numeral; any
// other value has its own words ("Neue Folge 2").
func number(label, v string) string {
	if first, _, _ := strings.Cut(v, " "); isNumber(wordAfter([]rune(first))) {
		return label + ranges(v)
	}
	return v
}

// address is the DOI, or the address on the web and the day it was seen.
func (r *reference) address() {
	f, l := r.source.Fields, r.lang
	if doi := bareDOI(f["DOI"]); doi != "" {
		r.comma(webLink("https://doi.org/" + doi))
		return
	}
	url := strings.TrimSpace(f["URL"])
	if url == "" {
		return
	}
	r.comma(webLink(url))
	if seen := fullDate(r.source.Dates["accessed"], l); seen != "" {
		r.text(" (" + strings.Replace(l.accessed, "%s", seen, 1) + ")")
	}
}

func bareDOI(doi string) string {
	doi = strings.TrimSpace(doi)
	for _, p := range []string{"https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:", "DOI:"} {
		doi = strings.TrimPrefix(doi, p)
	}
	return strings.TrimSpace(doi)
}

// webLink is an address as a link, or as text if it is none of the web.
func webLink(url string) book.Inline {
	if !strings.HasPrefix(url, "https://") && !strings.HasPrefix(url, "http://") || strings.ContainsAny(url, " <>\"\\^`{|}") {
		return text(url)
	}
	return &book.Link{Href: url, Inlines: []book.Inline{text(url)}}
}

// link makes inlines a link if there is something to lead to.
func link(href string, list []book.Inline) []book.Inline {
	if href == "" || len(list) == 0 {
		return list
	}
	return []book.Inline{&book.Link{Href: href, Inlines: list}}
}

// genre is the kind of a work in the source's own words, with its number: "Report no. 12".
func (r *reference) genre() {
	g, n := r.source.Fields["genre"], r.source.Fields["number"]
	if g == "" && r.source.Type == "thesis" {
		g = r.lang.thesis
	}
	r.commaText(g)
	switch {
	case n == "":
	case g == "":
		r.commaText(number(r.lang.issue, n))
	default:
		r.text(" " + number(r.lang.issue, n))
	}
}

func edition(e string, l *language) string {
	if e == "" {
		return ""
	}
	if strings.Trim(e, "0123456789") == "" {
		return strings.Replace(l.edition, "%s", l.ordinal(e), 1)
	}
	return e
}

// dateInNote is the date at its place among the details.
func dateInNote(s *book.Source, l *language) string {
	d := s.Dates["issued"]
	if d.IsZero() {
		switch {
		case s.Fields["status"] != "":
			return s.Fields["status"]
		case isOnline(s) || hasFullDate(s) || isPeriodical(s):
			return ""
		}
		return l.undated + original(s, l)
	}
	if hasFullDate(s) {
		return fullDate(d, l) + original(s, l)
	}
	return year(d, l) + original(s, l)
}

// original is the year of the first edition, in brackets.
func original(s *book.Source, l *language) string {
	o := year(s.Dates["original-date"], l)
	if o == "" || o == year(s.Dates["issued"], l) {
		return ""
	}
	return " [" + o + "]"
}

// hasFullDate reports whether day and month of a work's date matter.
func hasFullDate(s *book.Source) bool {
	switch s.Type {
	case "article-newspaper", "article-magazine", "webpage", "post", "post-weblog", "speech", "interview", "personal_communication",
		"broadcast", "manuscript", "legislation", "bill", "legal_case", "treaty", "hearing":
		return true
	}
	return isPeriodical(s) && s.Fields["volume"] == ""
}

func isPeriodical(s *book.Source) bool {
	switch s.Type {
	case "article-journal", "article-magazine", "article-newspaper", "review", "review-book":
		return true
	}
	return false
}

// isBookPart reports whether a part stands "in" a book, with editors.
func isBookPart(s *book.Source) bool {
	switch s.Type {
	case "chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference":
		return true
	}
	return false
}

// isOnline reports whether a work is read at its address, so that a note gives it.
func isOnline(s *book.Source) bool {
	switch s.Type {
	case "webpage", "post", "post-weblog", "dataset", "software":
		return true
	}
	return false
}
