package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// isSiteHead reports whether a heading names the site: it leads to the first
// page, or is named for the site.
func isSiteHead(h *html.Node) bool {
	for _, a := range append(tags(h, atom.A), within(h, atom.A)) {
		if a == nil {
			continue
		}
		if href := attr(a, "href"); href == "/" || href == "./" || strings.Contains(attr(a, "rel"), "home") || strings.HasPrefix(href, "index.") {
			return true
		}
	}
	for n, i := h, 0; n != nil && i < 3; n, i = n.Parent, i+1 {
		s := names(n)
		for _, w := range [...]string{"site-title", "site-name", "sitename", "site_title", "logo", "branding", "masthead", "blog-title", "nom_site", "site-header"} {
			if strings.Contains(s, w) {
				return true
			}
		}
	}
	return false
}

// siteHead is the site's name as the head of the page shows it.
func siteHead(doc *html.Node) string {
	for _, n := range elements(doc, func(n *html.Node) bool {
		return hasClass(n, "nom_site_spip", "site-title", "site-name") || attr(n, "id") == "site-title" || attr(n, "id") == "site-name" || isHeading(n) && isSiteHead(n)
	}) {
		if text := textOf(n); text != "" && utf8.RuneCountInString(text) < 60 {
			return text
		}
	}
	return ""
}

// logoText is what the first link to the site's first page says, as text or as a
// picture's alternative.
func logoText(doc *html.Node) string {
	for _, a := range tags(doc, atom.A) {
		if href := attr(a, "href"); href != "/" && !strings.Contains(attr(a, "rel"), "home") {
			continue
		}
		if text := textOf(a); text != "" {
			return text
		}
		if img := first(a, atom.Img); img != nil && attr(img, "alt") != "" {
			return attr(img, "alt")
		}
	}
	return ""
}

// siteOf is the name of the site in the title of a page: after the article's
// title, before it and a colon, or in brackets.
func siteOf(full, title, logo string) string {
	if title == "" {
		return ""
	}
	site := ""
	if rest, ok := strings.CutPrefix(full, title); ok {
		if site = lastPart(rest); site == rest {
			site = ""
		}
		if after, ok := strings.CutPrefix(rest, ": "); ok && site == "" && sameText(after, logo) {
			site = after
		}
	} else if lead, ok := strings.CutSuffix(withoutLife(full), title); ok {
		lead = strings.TrimSpace(lead)
		if strings.HasSuffix(lead, ":") || strings.HasPrefix(lead, "[") && strings.HasSuffix(lead, "]") && strings.IndexFunc(lead, unicode.IsLetter) >= 0 {
			site, _, _ = strings.Cut(strings.Trim(lead, " []"), ":")
		}
		for _, sep := range titleSeps {
			if s, ok := strings.CutSuffix(lead, strings.TrimSpace(sep)); ok {
				site = strings.TrimSpace(s)
				for _, sep := range titleSeps { // "Archive - Author"
					site, _, _ = strings.Cut(site, sep)
				}
			}
		}
	}
	if utf8.RuneCountInString(site) >= 60 {
		return ""
	}
	return site
}

// withoutBracket takes a site's name in brackets off a title: "[Site] Title".
func withoutBracket(title string) string {
	if rest, ok := strings.CutPrefix(title, "["); ok {
		if site, text, ok := strings.Cut(rest, "] "); ok && text != "" && len(site) < 60 {
			return text
		}
	}
	return title
}

// titleSeps divide a title from the name of its site.
var titleSeps = []string{" | ", " – ", " — ", " - ", " :: ", " « ", " » ", " • ", " · "}

// lastPart is what stands after the last separator.
func lastPart(s string) string {
	for _, sep := range titleSeps {
		if i := strings.LastIndex(s, sep); i >= 0 {
			s = s[i+len(sep):]
		}
	}
	return s
}

// withoutSite takes the name of the site off the end or the beginning of a title.
func withoutSite(title, site, host string) string {
	label, _, _ := strings.Cut(host, ".")
	for _, sep := range titleSeps {
		if i := strings.LastIndex(title, sep); i > 0 {
			tail := title[i+len(sep):]
			if sameText(tail, site) || sameText(tail, host) || label != "" && bare(tail) == bare(label) || site != "" && len(tail) < 40 && strings.HasPrefix(bare(tail), bare(site)) {
				title = strings.TrimSpace(title[:i])
			}
		}
		if head, rest, ok := strings.Cut(title, sep); ok && site != "" && sameText(head, site) {
			title = rest
		}
	}
	return title
}

// withoutSlogan is a site's name without its motto or its parts: "The Mast | News",
// "The Mast - All that sails today". What names an account is no name.
func withoutSlogan(site string) string {
	site, _, _ = strings.Cut(site, " | ")
	for _, sep := range [...]string{" - ", " – ", " — "} {
		if name, rest, ok := strings.Cut(site, sep); ok && len(strings.Fields(rest)) >= 3 {
			site = name
		}
	}
	switch {
	case strings.HasPrefix(site, "@"):
		return ""
	case strings.Contains(site, "://"):
		return hostName(site)
	}
	return site
}

// isHostName reports whether a site's name is the address of the page's host, or its
// first label: "nj", "livescience.com".
func isHostName(site, host string) bool {
	label, _, _ := strings.Cut(host, ".")
	return host != "" && site == strings.ToLower(site) && (site == host || site == label)
}
