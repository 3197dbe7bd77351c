package clean

import (
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// classRule is a rule of a style sheet for one class and nothing else.
var classRule = regexp.MustCompile(`\.([A-Za-z][\w-]*)\s*\{([^{}]*)\}`)

// maxSheet bounds the style sheets that are read; exported documents have short
// ones, and a site's own says little about its text.
const maxSheet = 1 << 16

// styles makes elements of what spans are set in by style: italics, bold and
// raised letters. Word processors write their emphasis so, in the attribute or by
// a class of the page's own sheet.
func (p *page) styles() {
	sheet := classStyles(p.doc)
	for _, n := range tags(p.doc, atom.Span, atom.Font) {
		style := attr(n, "style")
		for c := range strings.FieldsSeq(attr(n, "class")) {
			style += ";" + sheet[c]
		}
		style += classStyle(n)
		if style == "" || textOf(n) == "" || hasBlock(n) {
			continue
		}
		style = strings.ToLower(strings.ReplaceAll(style, " ", ""))
		if strings.Contains(style, "font-style:italic") && within(n, atom.Em, atom.I) == nil {
			wrapInside(n, atom.Em)
		}
		if isBoldStyle(style) && within(n, atom.Strong, atom.B, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Th) == nil {
			wrapInside(n, atom.Strong)
		}
		if strings.Contains(style, "vertical-align:super") && within(n, atom.Sup, atom.A) == nil {
			wrapInside(n, atom.Sup)
		}
	}
	for _, n := range tags(p.doc, atom.Cite) { // browsers set a cited title in italics
		if prev := n.PrevSibling; len(n.Attr) == 0 && prev != nil && prev.Type == html.TextNode && strings.TrimSpace(prev.Data) != "" && first(n, atom.Em) == nil && first(n, atom.I) == nil && within(n, atom.Em, atom.I) == nil {
			rename(n, atom.Em)
		}
	}
}

// classStyle is the style that the classes of some systems mean.
func classStyle(n *html.Node) string {
	switch {
	case hasClass(n, "ltx_font_italic", "italic", "italics", "italique"):
		return ";font-style:italic"
	case hasClass(n, "ltx_font_bold"):
		return ";font-weight:bold"
	}
	return ""
}

// isBoldStyle reports whether a style sets bold.
func isBoldStyle(style string) bool {
	for _, w := range [...]string{"bold", "600", "700", "800", "900"} {
		if strings.Contains(style, "font-weight:"+w) {
			return true
		}
	}
	return false
}

// classStyles reads the style of each class from the sheets in a page.
func classStyles(doc *html.Node) map[string]string {
	styles := map[string]string{}
	for _, s := range tags(doc, atom.Style) {
		if s.FirstChild == nil || len(s.FirstChild.Data) > maxSheet {
			continue
		}
		for _, m := range classRule.FindAllStringSubmatch(s.FirstChild.Data, -1) {
			styles[m[1]] += ";" + m[2]
		}
	}
	return styles
}

// wrapInside puts all that lies below n into an element of a kind.
func wrapInside(n *html.Node, kind atom.Atom) {
	e := element(kind)
	moveChildren(e, n)
	n.AppendChild(e)
}

// redirects are the pages by which large sites count their outgoing links, with
// the parameter that holds where the link leads.
var redirects = map[string]string{"www.google.com/url": "q", "google.com/url": "q", "l.facebook.com/l.php": "u", "lm.facebook.com/l.php": "u", "www.youtube.com/redirect": "q", "slack-redir.net/link": "url", "out.reddit.com/": "url"}

// direct is where a link leads that passes through a counter.
func direct(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	if key, ok := redirects[u.Host+u.Path]; ok {
		if to := webAddress(u.Query().Get(key), ""); to != "" {
			return to
		}
	}
	return address
}
