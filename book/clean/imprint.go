package clean

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// readImprint keeps what a line of the site says about the article: its keywords,
// its licence and its address.
func (d *draft) readImprint(text string) {
	text = squeeze(strings.Trim(text, "*_# "))
	d.meta.addKeywords(lineTags(text)...)
	set(&d.meta.licence, licenceIn(text))
	if hasLead(text, publishedLeads) {
		set(&d.meta.url, addressIn(text))
	}
}

// readHolder takes the publication from the line of copyright among the words of
// the site, unless it names an author.
func (d *draft) readHolder() {
	if name := d.holder(); name != "" && (d.meta.publication == "" || sameText(d.meta.publication, name)) {
		d.meta.publication = name // one in capitals at the head is in letters here
	}
}

// holder is the first name in lines of copyright among the words of the site that is
// no author's, "" if there is none.
func (d *draft) holder() string {
	for _, r := range d.removed {
		name := copyrightHolder(r.Text)
		if name != "" && !slices.ContainsFunc(d.meta.authors, func(a string) bool { return sameText(a, name) }) {
			return name
		}
	}
	return ""
}

// rightsWords end the holder's name in a line of copyright.
var rightsWords = []string{"all rights", "tous droits", "alle rechte", "todos los derechos", "todos os direitos", "tutti i diritti", "p. iva", "p.iva", "mentions légales", "impressum", "issn", "licence", "licencia", "licenza", "powered by", "reproduction", "design"}

// copyrightHolder is the name in a line such as "© 2019 The Harbour Review. All
// rights reserved.", "" if the line is none or names none.
func copyrightHolder(text string) string {
	_, rest, ok := strings.Cut(text, "©")
	if !ok || utf8.RuneCountInString(text) > 160 {
		return ""
	}
	rest = strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(rest), "Copyright"), "copyright")
	low := strings.ToLower(rest)
	for _, w := range rightsWords {
		if i := strings.Index(low, w); i >= 0 && len(low) == len(rest) {
			rest, low = rest[:i], low[:i]
		}
	}
	for _, sep := range [...]string{" | ", " · ", " • ", " – ", " — ", " - ", ". "} {
		head, tail, _ := strings.Cut(rest, sep)
		if rest = head; strings.Trim(head, " 0123456789–-") == "" {
			rest = tail
		}
	}
	if head, tail, ok := strings.Cut(rest, ", "); ok && strings.ContainsAny(tail, "0123456789") { // "The Review, 12 Quay Street"
		rest = head
	}
	name := strings.Trim(rest, " ,.;:0123456789–—-|·•()")
	if n := len(strings.Fields(name)); n == 0 || n > 7 || utf8.RuneCountInString(name) < 3 || strings.ContainsAny(name, "@/?!") {
		return ""
	}
	return name
}
