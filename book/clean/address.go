package clean

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// addressIn is the web address that a line consists of, perhaps after a word.
func addressIn(text string) string {
	i := strings.Index(text, "http://")
	if j := strings.Index(text, "https://"); j >= 0 {
		i = j
	}
	if i < 0 || i > 40 || strings.ContainsAny(text[i:], " ") && len(text)-i > 300 {
		return ""
	}
	u, rest, _ := strings.Cut(text[i:], " ")
	if utf8.RuneCountInString(rest) > 20 {
		return ""
	}
	return webAddress(strings.TrimRight(u, ").,;>]"), "")
}

// slugOf lists the words of an address's last part.
func slugOf(address string) []string {
	path := strings.TrimRight(address, "/")
	return slugWords(path[strings.LastIndexByte(path, '/')+1:])
}

// slugWords writes a text's words as addresses do: without accents, in lower
// case.
func slugWords(s string) []string {
	return strings.FieldsFunc(strings.Map(func(r rune) rune {
		if i := strings.IndexRune("àáâãäåçèéêëìíîïñòóôõöùúûüýÿ", r); i >= 0 {
			return []rune("aaaaaaceeeeiiiinooooouuuuyy")[utf8.RuneCountInString("àáâãäåçèéêëìíîïñòóôõöùúûüýÿ"[:i])]
		}
		return r
	}, strings.ToLower(s)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// readAddress reads where the page stands: the canonical address, else the one
// that is given, else the comment that browsers write into saved pages.
func (m *metadata) readAddress(doc *html.Node, head pageMeta, address string) {
	for _, n := range tags(doc, atom.Link) {
		if slices.Contains(strings.Fields(strings.ToLower(attr(n, "rel"))), "canonical") {
			set(&m.url, webAddress(attr(n, "href"), address))
		}
	}
	set(&m.url, webAddress(head.first("og:url", "citation_public_url", "citation_abstract_html_url", "dc.identifier.uri", "twitter:url", "parsely-link"), address))
	set(&m.url, webAddress(address, ""))
	walk(doc, func(n *html.Node) bool {
		if n.Type == html.CommentNode {
			if _, rest, ok := strings.Cut(n.Data, "saved from url=("); ok {
				if _, u, ok := strings.Cut(rest, ")"); ok {
					set(&m.url, webAddress(strings.TrimSpace(u), ""))
				}
			}
		}
		return m.url == ""
	})
}

// webAddress is an http address made absolute, "" for any other.
func webAddress(s, base string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || s == "" {
		return ""
	}
	if b, err := url.Parse(base); err == nil && base != "" && !u.IsAbs() {
		u = b.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	u.Fragment = ""
	return u.String()
}
