package clean

import (
	"errors"
	"io/fs"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// page is a page on its way to Markdown.
type page struct {
	opt     Options
	doc     *html.Node
	root    *html.Node // holds the article once it is extracted
	base    *url.URL   // what relative addresses are relative to, nil if unknown
	meta    metadata
	removed *[]Removal
	doubts  *[]doubt
	seen    *sight // the page as it came
}

// cleanHTML reads a page.
func cleanHTML(text string, opt Options) (*draft, error) {
	doc, flattened, err := parse(text)
	if err != nil {
		return nil, err
	}
	d := &draft{}
	p := &page{opt: opt, doc: doc, removed: &d.removed, doubts: &d.doubts}
	d.removed = tidyTree(doc)
	selfLinks(doc)
	if flattened {
		d.doubts = append(d.doubts, doubt{what: "the page nests its elements deeper than any article; what lay below was made flat"})
	}
	p.meta = readMetadata(doc, opt.URL)
	p.findBase()
	rule := opt.ruleFor(p.meta.url)
	keep, drop, err := selectors(doc, append(slices.Clone(opt.Keep), rule.Keep...), append(slices.Clone(opt.Drop), rule.Drop...))
	if err != nil {
		return nil, err
	}
	for _, n := range drop {
		p.remove(n, "asked for with --drop")
	}
	p.seen = look(doc)
	p.styles()
	p.strip()
	l := newLifter(doc, []string{p.meta.url, opt.URL})
	l.linked()
	l.inline()
	for _, h := range l.heads {
		*p.removed = append(*p.removed, Removal{Text: excerpt(h), Why: "heading of notes", whole: h})
	}
	p.stripHidden(keep)
	p.extract(l, keep, rule, d)
	for _, n := range l.notes {
		if n.tree != nil {
			setAttr(n.tree, "lang", p.meta.lang)
			p.prepare(n.tree)
		}
	}
	conv := newConverter()
	for _, n := range l.notes {
		if n.tree != nil {
			n.body, n.tree = toMarkdown(conv, n.tree), nil
		}
	}
	d.missing(&p.meta)
	d.meta, d.notes = p.meta, l.notes
	d.body = toMarkdown(conv, p.root)
	return d, nil
}

// extract finds the article, trims it, and gathers it below one element.
func (p *page) extract(l *lifter, keep []*html.Node, rule SiteRule, d *draft) {
	base := p.base
	if base == nil {
		base = &url.URL{Scheme: "https", Host: "localhost", Path: "/"}
	}
	x := extract(p.doc, base)
	if roots := p.ruleRoots(rule); len(roots) > 0 {
		x.roots, x.how = roots, "the site's rule"
	}
	d.how = x.how
	d.seen = p.seen.words(x.roots)
	t := &trimmer{removed: p.removed, keep: map[*html.Node]bool{}, voted: x.voted, strict: x.how == "readability", meta: &p.meta}
	for _, n := range keep {
		t.keep[n] = true
	}
	leads := p.gather(x.roots, keep)
	whole := cloneTree(p.root)
	t.run(p.root)
	standBefore(p.root, leads)
	if textOf(p.root) == "" && first(whole, atom.P) != nil && textOf(whole) != "" { // better the site's words than none
		p.root = whole
		*p.doubts = append(*p.doubts, doubt{what: "the article could not be told from the site; everything was kept"})
	}
	p.settleLang()
	setAttr(p.root, "lang", p.meta.lang)
	*p.doubts = append(*p.doubts, l.plain(p.root)...)
	t.emptyHeadings(p.root)
	p.prepare(p.root)
	trimRules(p.root)
}

// gather moves the elements that hold the article below one root, and returns what
// belongs to it and stands before them.
func (p *page) gather(roots, keep []*html.Node) []*html.Node {
	p.root = element(atom.Div)
	for _, k := range keep { // kept elements outside of the article come first
		if !slices.ContainsFunc(roots, func(r *html.Node) bool { return contains(r, k) || contains(k, r) }) {
			p.root.AppendChild(cloneTree(k))
		}
	}
	leads := p.leads(roots[0])
	for _, r := range roots {
		remove(r)
		if r == p.doc {
			if b := first(r, atom.Body); b != nil {
				r = b
			}
		}
		if is(r, atom.Body, atom.Html, atom.Td) || r.Type == html.DocumentNode {
			box := element(atom.Div)
			moveChildren(box, r)
			r = box
		} else if !is(r, atom.Div) {
			rename(r, atom.Div)
		}
		p.root.AppendChild(r)
	}
	return leads
}

// parse builds the tree of a page. The parser refuses what is nested too deep;
// such a page is made flatter first.
func parse(text string) (doc *html.Node, flattened bool, err error) {
	text = closeEmpty(text)
	doc, err = html.ParseWithOptions(strings.NewReader(text), html.ParseOptionEnableScripting(false))
	if err == nil {
		return doc, false, nil
	}
	doc, err = html.ParseWithOptions(strings.NewReader(flatten(text)), html.ParseOptionEnableScripting(false))
	if err != nil {
		return nil, true, errors.New("the page cannot be parsed: " + err.Error())
	}
	return doc, true, nil
}

// closeEmpty writes the end tags of elements that are closed in the manner of XML:
// <a id="x"/> is to HTML a beginning without an end (HTML, section 13.1.2.1), and all
// that follows would stand in the link.
func closeEmpty(text string) string {
	var b strings.Builder
	done, open := 0, -1 // what is written, and where the last tag begins: each sign is looked at once
	for i := 0; ; {
		k := strings.Index(text[i:], "/>")
		if k < 0 {
			break
		}
		at := i + k
		if begin := strings.LastIndexByte(text[i:at], '<'); begin >= 0 {
			open = i + begin
		}
		i = at + 2
		if open < done {
			continue
		}
		tag := text[open+1 : at]
		name := tag[:len(tag)-len(strings.TrimLeft(tag, "abcdefghijklmnopqrstuvwxyz123456"))]
		rest := tag[len(name):]
		if !slices.Contains(closable, name) || rest != "" && (rest[0] > ' ' || !strings.ContainsRune("\"' \t\n\r", rune(rest[len(rest)-1]))) || name == "a" && strings.Contains(rest, "href") {
			continue
		}
		b.WriteString(text[done:at] + "></" + name + ">")
		done = at + 2
	}
	b.WriteString(text[done:])
	return b.String()
}

// closable are the elements that XML writes empty and HTML never does.
var closable = []string{"a", "span", "div", "p", "i", "b", "em", "strong", "sup", "script", "title", "iframe", "td", "th", "li", "textarea", "video", "audio"}

// maxDepth is the number of open elements that flatten leaves; articles need a
// tenth of it.
const maxDepth = 200

// flatten leaves out the tags that would nest deeper than maxDepth.
func flatten(text string) string {
	z := html.NewTokenizer(strings.NewReader(text))
	var b strings.Builder
	depth := 0
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			return b.String()
		case html.StartTagToken:
			name, _ := z.TagName()
			if isVoid(string(name)) {
				b.Write(z.Raw())
				continue
			}
			if depth++; depth <= maxDepth {
				b.Write(z.Raw())
			}
		case html.EndTagToken:
			if depth <= maxDepth {
				b.Write(z.Raw())
			}
			depth = max(0, depth-1)
		default:
			b.Write(z.Raw())
		}
	}
}

// isVoid reports elements without an end tag (HTML, section 13.1.2).
func isVoid(name string) bool {
	switch name {
	case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr":
		return true
	}
	return false
}

// findBase settles what relative addresses are relative to.
func (p *page) findBase() {
	address := p.meta.url
	if p.opt.URL != "" {
		address = p.opt.URL
	}
	if b := first(p.doc, atom.Base); b != nil {
		if u := webAddress(attr(b, "href"), address); u != "" {
			address = u
		}
	}
	if u, err := url.Parse(address); err == nil && address != "" {
		p.base = u
	}
}

// local reports whether a relative address is a file beside the saved page.
func (p *page) local(ref string) bool {
	if p.opt.Files == nil {
		return false
	}
	u, err := url.Parse(ref)
	if err != nil || u.IsAbs() || u.Host != "" {
		return false
	}
	name := strings.TrimPrefix(u.Path, "./")
	info, err := fs.Stat(p.opt.Files, name)
	return fs.ValidPath(name) && err == nil && info.Mode().IsRegular()
}

// remove takes an element out and notes why.
func (p *page) remove(n *html.Node, why string) {
	if text := textOf(n); text != "" || is(n, atom.Img) {
		*p.removed = append(*p.removed, Removal{Text: excerpt(text), Why: why, whole: text})
	}
	remove(n)
}

// strip takes out what is never text.
func (p *page) strip() {
	for _, n := range tags(p.doc, atom.Form, atom.Fieldset) {
		if len(textOf(n)) < 600 {
			p.remove(n, "form")
		} else { // some systems put the whole page into one form
			unwrap(n)
		}
	}
	walk(p.doc, func(n *html.Node) bool {
		switch {
		case n.Type == html.CommentNode:
			remove(n)
			return false
		case is(n, atom.Noscript):
			p.noscript(n)
		case is(n, atom.Sup) && (hasClass(n, "noprint") || hasClass(n, "reference") && first(n, atom.A) == nil && first(n, atom.Span) != nil):
			p.remove(n, "a remark of the site on the text") // "citation needed", the page within a source
			return false
		case is(n, atom.Summary) && strings.Contains(" code show code code anzeigen afficher le code ", " "+strings.ToLower(textOf(n))+" "):
			p.remove(n, "a control of the page")
			return false
		case is(n, atom.A) && slices.Contains(finders, textOf(n)):
			remove(n)
			return false
		case n.Data == "amp-img":
			rename(n, atom.Img)
		case is(n, atom.Script, atom.Style, atom.Template, atom.Iframe, atom.Object, atom.Embed, atom.Applet, atom.Canvas, atom.Svg, atom.Video, atom.Audio, atom.Select, atom.Textarea, atom.Dialog, atom.Link, atom.Frame, atom.Noframes, atom.Map, atom.Progress, atom.Meter, atom.Datalist, atom.Rp):
			if is(n, atom.Dialog) && noteLike(names(n)) {
				return true
			}
			remove(n)
			return false
		}
		return true
	})
}

// finders are the links by which a bibliography on the web leads on.
var finders = []string{"DOI", "[DOI]", "CrossRef", "[CrossRef]", "Crossref", "[Crossref]", "Google Scholar", "[Google Scholar]", "PubMed", "[PubMed]", "Sudoc"}

// noscript keeps the image that it holds for readers without scripts, if the
// page has none in its place.
func (p *page) noscript(n *html.Node) {
	imgs := tags(n, atom.Img)
	prev := n.PrevSibling
	for prev != nil && prev.Type == html.TextNode && strings.TrimSpace(prev.Data) == "" {
		prev = prev.PrevSibling
	}
	if len(imgs) == 1 && (prev == nil || !is(prev, atom.Img) && first(prev, atom.Img) == nil) {
		remove(imgs[0])
		n.Parent.InsertBefore(imgs[0], n)
	}
	p.remove(n, "shown without scripts alone")
}

// stripHidden takes out what a reader does not see, and controls. It runs after
// the lifting of notes: their texts are often hidden until one points at them.
func (p *page) stripHidden(keep []*html.Node) {
	walk(p.doc, func(n *html.Node) bool {
		if n.Type != html.ElementNode || is(n, atom.Body, atom.Html, atom.Head) {
			return true
		}
		style := styleOf(n)
		hidden := hasAttr(n, "hidden") || strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
		if hasClass(n, "hidden", "d-none", "is-hidden", "invisible", "av-structured-data") && len(textOf(n)) < 600 {
			hidden = true
		}
		if attr(n, "aria-hidden") == "true" && len(textOf(n)) < 200 {
			hidden = true
		}
		if (hidden || is(n, atom.Button, atom.Input)) && !hasMark(rawText(n)) && !slices.Contains(keep, n) {
			if hidden && len(textOf(n)) > 2000 && len(textOf(p.doc)) < 3*len(textOf(n)) { // the article itself, shown by a script
				return true
			}
			why := "hidden"
			if !hidden {
				why = "a control of the page"
			}
			p.remove(n, why)
			return false
		}
		return true
	})
}

// settleLang believes the text more than the page's declaration: themes declare
// English whatever is written in them.
func (p *page) settleLang() {
	if p.opt.Lang != "" {
		p.meta.lang = p.opt.Lang
		return
	}
	guess := guessLang(textOf(p.root))
	declared, _, _ := strings.Cut(p.meta.lang, "-")
	if guess != "" && guess != declared {
		if declared != "" {
			*p.doubts = append(*p.doubts, doubt{what: "the page declares the language " + declared + ", but the text reads as " + guess})
		}
		p.meta.lang = guess
	}
}

// missing notes what the front matter must still be given.
func (d *draft) missing(m *metadata) {
	if m.title == "" {
		d.doubts = append(d.doubts, doubt{what: "no title was found: write one into the front matter"})
	}
	if m.lang == "" {
		d.doubts = append(d.doubts, doubt{what: "the language was not found: write lang into the front matter"})
	}
	if len(m.authors) == 0 {
		d.doubts = append(d.doubts, doubt{what: "no author was found"})
	}
}
