package clean

import (
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// lazyAttrs hold the address of an image that a script loads later.
var lazyAttrs = []string{"data-src", "data-lazy-src", "data-original", "data-hi-res-src", "data-full-src", "data-orig-file", "data-url", "data-image", "data-srcset", "data-lazy-srcset"}

// imageSource is the address of an image: the one that a script would load
// before a placeholder, the largest of a set.
func imageSource(img *html.Node) string {
	src := strings.TrimSpace(attr(img, "src"))
	for _, key := range lazyAttrs {
		if v := attr(img, key); v != "" && (src == "" || strings.HasPrefix(src, "data:") || isPlaceholder(src)) {
			if strings.HasSuffix(key, "srcset") {
				v = largestOf(v)
			}
			src = strings.TrimSpace(v)
		}
	}
	if set := attr(img, "srcset"); set != "" && (src == "" || strings.HasPrefix(src, "data:")) {
		src = largestOf(set)
	}
	return src
}

// isPlaceholder reports addresses of pictures that stand in for others.
func isPlaceholder(src string) bool {
	low := strings.ToLower(path.Base(src))
	for _, w := range [...]string{"placeholder", "blank.", "spacer", "pixel", "transparent", "lazy", "loading", "1x1", "grey.gif"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// largestOf is the candidate of a srcset with the greatest width or density.
func largestOf(set string) string {
	best, size := "", -1.0
	for part := range strings.SplitSeq(set, ",") {
		f := strings.Fields(part)
		if len(f) == 0 {
			continue
		}
		k := 1.0
		if len(f) > 1 {
			if v, err := strconv.ParseFloat(strings.TrimRight(f[1], "wx"), 64); err == nil {
				k = v
			}
		}
		if k > size {
			best, size = f[0], k
		}
	}
	return best
}

// isTracker reports images that nobody is meant to see.
func isTracker(img *html.Node, src string) bool {
	w, _ := strconv.Atoi(strings.TrimSuffix(attr(img, "width"), "px"))
	h, _ := strconv.Atoi(strings.TrimSuffix(attr(img, "height"), "px"))
	if hasAttr(img, "width") && hasAttr(img, "height") && w <= 3 && h <= 3 {
		return true
	}
	return isPlaceholder(src) || strings.Contains(src, "/adserver/") || strings.Contains(src, "doubleclick.net/") || strings.Contains(attr(img, "class"), "emoji") || strings.Contains(src, "/emoji/") || w > 0 && w <= 20 && h <= 20 && h > 0
}

// images settles every image of the article: its address is made absolute, or
// relative to a saved page's folder, and kept; data and script addresses go.
func (p *page) images(root *html.Node) {
	for _, img := range tags(root, atom.Img) {
		src := imageSource(img)
		address := p.resolve(src)
		switch {
		case strings.HasPrefix(strings.ToLower(src), "data:") && !isTracker(img, ""):
			p.remove(img, "image written into the page: "+excerpt(attr(img, "alt")))
		case isTracker(img, src), address == "":
			if alt := attr(img, "alt"); alt != "" && strings.Contains(attr(img, "class")+src, "emoji") {
				replaceWithText(img, alt)
				continue
			}
			remove(img)
		default:
			setAttr(img, "src", address)
		}
	}
	for _, c := range tags(root, atom.Picture) {
		unwrap(c)
	}
	p.captions(root)
}

// resolve makes an address absolute against the page's own, and "" of one that
// is not of the web. A relative one stays if the page's address is not known.
func (p *page) resolve(ref string) string {
	u, err := url.Parse(strings.TrimSpace(ref))
	if err != nil || ref == "" {
		return ""
	}
	if p.base != nil && !u.IsAbs() && !p.local(ref) {
		u = p.base.ResolveReference(u)
	}
	switch u.Scheme {
	case "http", "https":
		return u.String()
	case "":
		if strings.HasPrefix(ref, "//") {
			return "https:" + ref
		}
		return strings.TrimPrefix(u.String(), "./")
	}
	return ""
}

// captionNames name the text below a picture.
var captionNames = []string{"caption", "legend", "credit", "legende", "didascalia", "bildunterschrift", "pie-de-foto", "epigrafe-foto", "spip_doc_titre", "spip_doc_descriptif"}

// captions makes a figure of every image that stands with its caption.
func (p *page) captions(root *html.Node) {
	for _, f := range tags(root, atom.Figure) {
		tableCaption(f)
		gallery(f)
	}
	for _, n := range elements(root, isCaption) {
		if n.Parent == nil || within(n.Parent, atom.Figure) != nil && !is(n, atom.Figcaption) || within(n, atom.Table) != nil && contains(root, within(n, atom.Table)) && is(n, atom.Caption) {
			continue
		}
		box := n.Parent
		for i := 0; i < 4 && box != root && box != nil && len(tags(box, atom.Img)) == 0; i++ {
			box = box.Parent
		}
		imgs := []*html.Node{}
		if box != nil && box != root || is(n.Parent, atom.Figure) {
			imgs = tags(box, atom.Img)
		}
		if len(imgs) == 0 || len(textOf(box)) > len(textOf(n))+200 {
			if prev := imageBefore(n); prev != nil {
				imgs = []*html.Node{prev}
			} else if box := n.Parent; box != root && first(box, atom.Table) != nil && len(textOf(box)) < len(textOf(n))+len(textOf(first(box, atom.Table)))+300 {
				continue // the source below a table
			} else {
				p.remove(n, "caption of a picture that is not there")
				continue
			}
		}
		setCaption(imgs[len(imgs)-1], n)
	}
	for _, list := range tags(root, atom.Ul, atom.Ol) {
		pictureList(list)
	}
	for _, n := range tags(root, atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6) {
		pictureAside(n)
	}
}

// pictureList takes apart a list of nothing but pictures with their captions.
func pictureList(list *html.Node) {
	items := children(list)
	for _, li := range items {
		if li.Type == html.TextNode && strings.TrimSpace(li.Data) == "" {
			continue
		}
		captions := ""
		for _, c := range tags(li, atom.Figcaption) {
			captions += textOf(c)
		}
		if !is(li, atom.Li) || first(li, atom.Img) == nil || bare(captions) != bare(textOf(li)) {
			return
		}
	}
	for _, li := range items {
		if is(li, atom.Li) {
			rename(li, atom.Div)
		}
	}
	unwrap(list)
}

// pictureAside moves the picture that a paragraph begins with before it, and that of a
// heading below: it floated beside the text. Small ones, initials and formulas stay.
func pictureAside(n *html.Node) {
	img := first(n, atom.Img)
	text := textOf(n)
	if img == nil || within(img, atom.Figure) != nil || len(tags(n, atom.Img)) > 1 || text == "" || strings.Contains(names(img), "tex") || strings.Contains(names(img), "math") || strings.Contains(attr(img, "alt"), `\`) {
		return
	}
	width, _ := strconv.Atoi(strings.TrimSuffix(attr(img, "width"), "px"))
	if alt := utf8.RuneCountInString(attr(img, "alt")); width > 0 && width <= 100 || alt > 0 && alt <= 2 {
		return
	}
	at := n.NextSibling
	if !isHeading(n) {
		if strings.TrimSpace(between(n, img)) != "" || utf8.RuneCountInString(text) < minSentence || unicode.IsLower(firstRune(text)) {
			return
		}
		at = n
	}
	p := element(atom.P)
	n.Parent.InsertBefore(p, at)
	p.AppendChild(detach(img))
}

// setCaption makes n the caption of an image, or adds it to the one that the image has.
func setCaption(img, n *html.Node) {
	switch c := captionOf(img); {
	case contains(n, img): // no caption, but the box around both
		rename(n, atom.Div)
	case c == n:
	case c != nil: // credit after caption
		if !strings.Contains(textOf(c), textOf(n)) {
			c.AppendChild(textNode(" "))
			moveChildren(c, n)
		}
		remove(n)
	default:
		c = element(atom.Figcaption)
		moveChildren(c, n)
		remove(n)
		wrap(img, atom.Figure).AppendChild(c)
	}
}

// gallery takes apart a figure that holds others, and the list around them.
func gallery(f *html.Node) {
	if first(f, atom.Figure) == nil {
		return
	}
	for _, n := range tags(f, atom.Ul, atom.Ol, atom.Li) {
		unwrap(n)
	}
	for _, c := range children(f) { // its own caption
		if is(c, atom.Figcaption) {
			rename(c, atom.P)
		}
	}
	rename(f, atom.Div)
}

// tableCaption gives a table the caption of the figure that holds nothing else.
func tableCaption(f *html.Node) {
	t, c := first(f, atom.Table), first(f, atom.Figcaption)
	if t == nil || c == nil || first(f, atom.Img) != nil || first(t, atom.Caption) != nil {
		return
	}
	remove(c)
	rename(c, atom.Caption)
	t.InsertBefore(c, t.FirstChild)
	unwrap(f)
}

// isCaption reports whether an element is the caption of a picture.
func isCaption(n *html.Node) bool {
	if is(n, atom.Figcaption) {
		return true
	}
	class := strings.ToLower(attr(n, "class"))
	if class == "" || is(n, atom.Figure, atom.Img, atom.Table, atom.Caption, atom.Body, atom.Article, atom.Section) {
		return false
	}
	if !slices.ContainsFunc(captionNames, func(w string) bool { return strings.Contains(class, w) }) {
		return false
	}
	text := textOf(n)
	return text != "" && len(text) <= 900 && first(n, atom.Img) == nil
}

// captionOf is the caption that an image already has.
func captionOf(img *html.Node) *html.Node {
	if s := nextElement(img); is(s, atom.Figcaption) && is(img.Parent, atom.Figure) {
		return s
	}
	return nil
}

// imageBefore is the image that ends right before a block.
func imageBefore(n *html.Node) *html.Node {
	s := n.PrevSibling
	for s != nil && s.Type != html.ElementNode && strings.TrimSpace(s.Data) == "" {
		s = s.PrevSibling
	}
	if s == nil || s.Type != html.ElementNode || textOf(s) != "" {
		return nil
	}
	if list := tags(s, atom.Img); len(list) == 1 {
		return list[0]
	}
	return nil
}

// renderFigure writes a figure: its images, the last with the caption.
func renderFigure(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	imgs := tags(n, atom.Img)
	if len(imgs) == 0 {
		return converter.RenderTryNext
	}
	c := gatherCaption(n)
	if c != nil {
		for _, b := range tags(c, atom.Strong, atom.B, atom.Em, atom.I) {
			if textOf(b) == textOf(c) {
				unwrap(b)
			}
		}
	}
	for i, img := range imgs {
		caption := ""
		if c != nil && i == len(imgs)-1 {
			caption = squeeze(strings.ReplaceAll(inner(ctx, c), "\\\n", " "))
		}
		w.WriteString("\n\n" + imageMarkdown(img, caption) + "\n\n")
	}
	return converter.RenderSuccess
}

// gatherCaption puts all text of a figure into its caption, such as the credit below
// it; nil if there is none.
func gatherCaption(n *html.Node) *html.Node {
	c := first(n, atom.Figcaption)
	var loose []*html.Node
	walk(n, func(x *html.Node) bool {
		switch {
		case x == c, is(x, atom.Img), isBlank(x):
			return false
		case x == n, first(x, atom.Img) != nil, c != nil && contains(x, c):
			return true
		}
		loose = append(loose, x)
		return false
	})
	if c == nil && len(loose) > 0 {
		c = element(atom.Figcaption)
		n.AppendChild(c)
	}
	for _, x := range loose {
		if c.FirstChild != nil {
			c.AppendChild(textNode(" "))
		}
		c.AppendChild(detach(x))
	}
	return c
}

// titleSigns write an alternative text as a title within parentheses.
var titleSigns = strings.NewReplacer(`"`, "&quot;", `\`, `\\`, "(", "&#40;", ")", "&#41;", "<", "&lt;", ">", "&gt;")

// isFileName reports alternative texts that are the file's name and say nothing.
func isFileName(alt string) bool {
	return !strings.Contains(alt, " ") && (strings.ContainsAny(alt, "_.") || strings.Count(alt, "-") > 1 || strings.ContainsAny(alt, "0123456789"))
}

func renderImage(_ converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	w.WriteString(imageMarkdown(n, ""))
	return converter.RenderSuccess
}

// imageMarkdown writes an image with its caption, and its alternative text as
// the title: in brackets it would be printed, and every reader of Markdown knows
// a title.
func imageMarkdown(img *html.Node, caption string) string {
	s := "![" + caption + "](" + destination(attr(img, "src"))
	if alt := squeeze(attr(img, "alt")); alt != "" && !sameText(alt, caption) && !isFileName(alt) {
		s += ` "` + titleSigns.Replace(alt) + `"`
	}
	return s + ")"
}
