package epub

import (
	"fmt"
	"net/url"
	"strings"

	"cahier/book"
)

func (p *printer) inlines(list []book.Inline) {
	for _, n := range list {
		p.inline(n)
	}
}

func (p *printer) inline(n book.Inline) {
	switch n := n.(type) {
	case *book.Text:
		p.running(n.Value)
	case *book.Emphasis:
		p.wrap("em", n.Inlines)
	case *book.Strong:
		p.wrap("strong", n.Inlines)
	case *book.Superscript:
		p.wrap("sup", n.Inlines)
	case *book.Subscript:
		p.wrap("sub", n.Inlines)
	case *book.Strikeout:
		p.wrap("s", n.Inlines)
	case *book.Span:
		p.wrap("span", n.Inlines, p.attrs(&n.Attr)...)
	case *book.CodeSpan:
		p.open("code")
		p.running(n.Value)
		p.close()
	case *book.LineBreak:
		p.running("\n")
		p.empty("br")
	case *book.Link:
		p.link(n)
	case *book.Image:
		p.image(n)
	case *book.NoteCall:
		p.call(n)
	case *book.Citation:
		p.inlines(n.Text)
	default:
		panic(fmt.Sprintf("epub: unknown inline %T", n))
	}
}

func (p *printer) wrap(name string, list []book.Inline, attrs ...string) {
	p.open(name, attrs...)
	p.inlines(list)
	p.close()
}

// link prints a link. Inside another, and where it leads nowhere in this edition, its
// text stands alone.
func (p *printer) link(n *book.Link) {
	href, role := p.resolve(n)
	if href == "" || p.inLink {
		p.inlines(n.Inlines)
		return
	}
	types := strings.TrimPrefix(role, "doc-")
	p.open("a", "href", href, "title", n.Title, "epub:type", types, "role", role)
	p.inLink = true
	p.inlines(n.Inlines)
	p.inLink = false
	p.close()
	held := p.held
	p.held = nil
	for _, c := range held {
		p.call(c)
	}
}

// resolve returns what a link's href becomes, "" if it must not be one, and its role.
func (p *printer) resolve(n *book.Link) (href, role string) {
	if id, inside := strings.CutPrefix(n.Href, "#"); inside {
		file, ok := p.edition.names[id]
		if !ok { // it stands in a section of the print edition alone
			return "", ""
		}
		if p.edition.works[id] {
			role = "doc-biblioref"
		}
		if file == p.doc.file {
			return "#" + id, role
		}
		return file + "#" + id, role
	}
	href, err := address(n.Href)
	if err == errActive {
		p.edition.problems.Add(n.Pos, book.CodeActiveLink, "link to a web page or an e-mail address", "the link %q does more than lead somewhere", short(n.Href))
	} else if err != nil {
		p.edition.problems.Add(n.Pos, book.CodeLinkMissing, "correct the address", "the link %q is no address (%v); it becomes plain text", short(n.Href), err)
	}
	return href, ""
}

var errActive = fmt.Errorf("its scheme is not allowed")

// address checks an address and escapes what may not stand in one (RFC 3986, 2).
func address(href string) (string, error) {
	scheme, rest, ok := strings.Cut(strings.TrimSpace(href), ":")
	scheme = strings.ToLower(scheme)
	switch {
	case !ok:
		return "", fmt.Errorf("it has no scheme")
	case scheme != "http" && scheme != "https" && scheme != "mailto" && scheme != "tel":
		return "", errActive
	}
	escaped := scheme + ":" + escapeAddress(rest)
	u, err := url.Parse(escaped)
	if err != nil {
		return "", err.(*url.Error).Err
	}
	if scheme == "mailto" || scheme == "tel" {
		return escaped, nil
	}
	if !validHost(u) {
		return "", fmt.Errorf("its host is not one")
	}
	return escaped, nil
}

// escapeAddress percent-encodes what an address may not hold, and lone percent signs.
func escapeAddress(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '%' && (i+2 >= len(s) || !isHex(s[i+1]) || !isHex(s[i+2])),
			c <= ' ', c == 0x7f, strings.IndexByte("\"<>\\^`{|}", c) >= 0:
			fmt.Fprintf(&b, "%%%02X", c)
		default:
			b.WriteByte(c)
		}
	}
	// Letters of other scripts stay: readers know IRIs (RFC 3987).
	return strings.ToValidUTF8(b.String(), "%EF%BF%BD")
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

// validHost accepts names and numbers of hosts: letters of any script, digits, points,
// hyphens and underscores, or an IPv6 number in brackets.
func validHost(u *url.URL) bool {
	host := u.Hostname()
	if host == "" || len(host) > 253 || strings.Contains(host, "..") || strings.HasPrefix(host, ".") {
		return false
	}
	if port := u.Port(); len(port) > 5 || len(port) == 5 && port > "65535" {
		return false
	}
	if strings.HasPrefix(u.Host, "[") {
		return strings.Trim(host, "0123456789abcdefABCDEF:.") == ""
	}
	return !strings.ContainsFunc(host, func(r rune) bool {
		return r < 0x80 && !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '.' || r == '-' || r == '_')
	})
}

func short(s string) string {
	if len(s) > 60 {
		return strings.ToValidUTF8(s[:60], "") + "…"
	}
	return s
}

// image prints an image and counts it for the accessibility metadata.
func (p *printer) image(n *book.Image) {
	img := p.edition.picture(n.Src, n.Pos)
	if img == nil {
		return
	}
	p.edition.found.images = true
	if n.Alt == "" && !n.Decorative {
		p.edition.found.undescribed = true
	}
	alt, role := n.Alt, ""
	if n.Decorative {
		alt, role = "", "presentation"
	}
	attrs := append(p.attrs(&n.Attr), "src", "../images/"+img.file, "alt", strings.ReplaceAll(alt, "\n", " "), "role", role)
	p.anchored(attrs, func(attrs []string) { p.empty("img", attrs...) })
}
