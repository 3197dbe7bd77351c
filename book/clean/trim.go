package clean

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// trimmer takes out of the chosen elements what is not the article's: block by
// block, by what it is named, by its links, by its words and by its place.
type trimmer struct {
	removed *[]Removal
	keep    map[*html.Node]bool // asked for by the user: never removed
	voted   map[*html.Node]bool // readability's choice
	strict  bool                // no element was named: what readability left out needs a reason to stay
	meta    *metadata
	total   int // length of the article's text

	afterTitle bool // the last block that was dropped at the head was the title
}

// drop takes a block out and notes why.
func (t *trimmer) drop(n *html.Node, why string) {
	if n.Parent == nil || t.protected(n) {
		return
	}
	if text := textOf(n); text != "" {
		*t.removed = append(*t.removed, Removal{Text: excerpt(text), Why: why, whole: text})
	}
	remove(n)
}

// protected reports whether a block, or something in it, is to be kept.
func (t *trimmer) protected(n *html.Node) bool {
	for k := range t.keep {
		if contains(n, k) || contains(k, n) {
			return true
		}
	}
	return false
}

// excerpt is the beginning of a text, for the report.
func excerpt(s string) string {
	s = replaceMarks(s, func(int) string { return "" })
	if r := []rune(s); len(r) > 90 {
		return strings.TrimRight(string(r[:89]), " ") + "…"
	}
	return s
}

// unwanted are parts of names of elements that surround an article. An element
// so named goes if it is small against the article.
var unwanted = []string{"share", "sharing", "social", "related", "recommend", "newsletter", "subscri", "signup", "sign-up", "comment", "disqus", "promo", "advert", "sponsor", "sidebar", "breadcrumb", "cookie", "consent", "paywall",
	"recirc", "read-more", "readmore", "read-next", "toolbar", "pagination", "pager", "post-nav", "navigation", "nav-links", "navbar", "widget", "taboola", "outbrain", "author-bio", "authorbio", "author-box", "author-info", "about-author", "author-card",
	"bio-", "-bio", "taglist", "tag-list", "post-tags", "entry-tags", "article-tags", "tags-links", "cat-links", "entry-meta", "post-meta", "article-meta", "article__meta", "byline", "dateline", "timestamp", "publish-date", "pubdate", "post-date", "entry-date", "print-", "printonly", "screen-reader", "sr-only", "visually-hidden", "visuallyhidden", "skip-link", "popup", "modal", "banner", "callout-cta", "cta-", "donate", "donation", "donativo", "donacion", "donazion", "doacao", "spenden", "faire-un-don", "appel-aux-dons", "fundraising", "teaser", "most-read", "mostread", "trending", "popular", "copyright", "disclaimer", "editsection", "noprint", "toc", "table-of-contents", "infobox", "sinottico", "navbox", "metadata", "jump-link", "reading-time", "readtime", "back-to-top", "follow", "jp-relatedposts", "sharedaddy", "yarpp", "addtoany", "post-footer", "entry-footer", "article-footer", "mw-jump", "catlinks", "mbox", "inline-video", "video-player", "videoplayer", "video-title", "videotitle", "video-embed", "videoembed", "embeddedvideo", "inlinevideo", "videofooter", "vidfooter", "player-overlay", "jwplayer", "wpcnt", "gallery-nav", "slideshow", "credit-line", "flag", "abstract-toggle", "more-links", "morelink", "more-on", "see-also", "inline-story", "story-link", "rollover", "hovercard", "interstitial", "embed-card", "zergnet", "partner", "ad-container", "ad-wrapper", "adsbygoogle", "ad-slot", "ad-unit", "adbox", "speech", "listen", "audio-", "fontsize", "text-size", "rate-", "rating", "poll", "quiz", "login", "feedback", "spip_documents_portfolio", "pullquote", "pull-quote", "ltx_authors", "ltx_dates", "section-label", "kicker", "eyebrow", "overline", "antetitulo", "ws-noexport", "callout-emoji", "callout-icon", "affil", "field-label", "field__label"}

// unwantedName says by its name why an element is unwanted, "" if it is not.
func unwantedName(n *html.Node) string {
	s := names(n)
	if noteLike(attr(n, "class")) || noteLike(attr(n, "id")) || strings.Contains(s, "gallery-caption") || ownsHeading(n) {
		return ""
	}
	for _, w := range unwanted {
		i := strings.Index(s, w)
		for ; i >= 0; i = next(s, w, i) {
			after := s[i+len(w)]
			if (beginsWord(s, i) || len(w) >= 7) && (len(w) > 5 || after < 'a' || after > 'z' || w[len(w)-1] == '-') {
				return w
			}
		}
	}
	return ""
}

// next is the place of w in s after i, -1 if there is none.
func next(s, w string, i int) int {
	if j := strings.Index(s[i+1:], w); j >= 0 {
		return i + 1 + j
	}
	return -1
}

// beginsWord reports whether a word of a name begins at i.
func beginsWord(s string, i int) bool {
	return s[i] == '-' || i == 0 || strings.ContainsRune(" -_:", rune(s[i-1]))
}

// run trims the article's elements.
func (t *trimmer) run(root *html.Node) {
	wrapLoose(root)
	t.total = max(1, len(textOf(root)))
	t.countedParagraphs(root)
	t.takeAbstract(root)
	t.takeStandfirst(root)
	t.byName(root)
	t.byVote(root)
	t.total = max(1, len(textOf(root)))
	t.cutTail(root)
	t.byContent(root)
	t.siteTables(root)
	t.edges(root)
	t.pullQuotes(root)
	t.emptyHeadings(root)
	trimRules(root)
}

// byName drops what is named as something else than an article.
func (t *trimmer) byName(root *html.Node) {
	spared := t.spared(root)
	walk(root, func(n *html.Node) bool {
		if n.Type != html.ElementNode || n == root {
			return true
		}
		size := len(textOf(n))
		switch {
		case is(n, atom.Nav, atom.Menu) || attr(n, "role") == "navigation":
			t.drop(n, "navigation")
			return false
		case is(n, atom.Footer) && size*3 < t.total && !hasMark(rawText(n)) && within(n, atom.Blockquote) == nil:
			t.drop(n, "footer")
			return false
		case is(n, atom.Aside) && size*4 < t.total && !hasMark(rawText(n)) && !ownsHeading(n):
			t.drop(n, "aside")
			return false
		case is(n, atom.Header) && size*5 < t.total && !hasMark(rawText(n)) && len(textBeforeIn(root, n)) < 200 && !slices.ContainsFunc(tags(n, atom.P), func(p *html.Node) bool { return len(textOf(p)) > 160 }):
			t.drop(n, "head of the article")
			return false
		case is(n, atom.Section) && hasClass(n, "quarto-appendix-contents"): // the author's own are sections of a level
			t.drop(n, "how to cite and to use it again")
			return false
		case hasClass(n, "paranumber"):
			t.drop(n, "paragraph number")
			return false
		case is(n, atom.Body, atom.Main, atom.Article, atom.Figure, atom.Img, atom.Figcaption, atom.Sup, atom.Em, atom.I, atom.B, atom.Strong, atom.Td, atom.Th, atom.Tr, atom.Code):
			return true
		}
		if why := unwantedName(n); why != "" && size*5 < t.total*2 && !t.looksLikeProse(n, size) && !slices.Contains(spared, why) && !inSentence(n, why) {
			t.drop(n, "named "+strings.Trim(why, "-"))
			return false
		}
		return true
	})
}

// byVote drops parts of which readability kept nothing, if it kept most of the
// rest and they read as teasers: headings with links, or many links.
func (t *trimmer) byVote(root *html.Node) {
	if len(t.voted) == 0 {
		return
	}
	walk(root, func(n *html.Node) bool {
		if n == root || !is(n, atom.Div, atom.Section, atom.Ul, atom.Aside, atom.Article) {
			return true
		}
		text := textOf(n)
		if len(text) < 40 || hasMark(text) {
			return true
		}
		kept := 0
		walk(n, func(c *html.Node) bool {
			if t.voted[c] {
				kept++
			}
			return kept == 0
		})
		if kept == 0 && (linkShare(n) >= 25 || slices.ContainsFunc(tags(n, atom.A), inHeading) || is(n, atom.Article) && t.strict) {
			t.drop(n, "apart from the article, mostly links")
			return false
		}
		return true
	})
}

// minSentence is the length, in characters, from which a paragraph is taken for a
// sentence or more, not for a label or a teaser.
const minSentence = 60

// looksLikeProse reports whether a block reads as text of the article in spite
// of its name: some length, few links, sentences.
func (t *trimmer) looksLikeProse(n *html.Node, size int) bool {
	if hasMark(rawText(n)) {
		return true
	}
	if !is(n, atom.P, atom.Div, atom.Section, atom.Blockquote) || size*10 < t.total || size < 500 {
		return false
	}
	sentences := 0
	for _, p := range tags(n, atom.P) {
		if utf8.RuneCountInString(textOf(p)) >= minSentence {
			sentences++
		}
	}
	return linkShare(n) < 15 && sentences >= 2
}

// byContent drops blocks that are links, leads to other articles, or the site's
// words about itself.
func (t *trimmer) byContent(root *html.Node) {
	walk(root, func(n *html.Node) bool {
		if is(n, atom.Span) && isMediaLabel(n) && textOf(n.Parent) == textOf(n) {
			t.drop(n, "label of a film or a row of pictures") // and not the picture beside it
			return false
		}
		if !isBlock(n) || n == root {
			return true
		}
		text := textOf(n)
		if text == "" || hasMark(text) {
			return true
		}
		if why := t.contentReason(n, text); why != "" {
			t.drop(n, why)
			return false
		}
		return true
	})
}

// contentReason says why a block is not the article's, "" if it may be.
func (t *trimmer) contentReason(n *html.Node, text string) string {
	leaf := !slices.ContainsFunc(children(n), isBlock)
	related := hasLead(text, relatedLeads) || hasLead(firstText(n), relatedLeads)
	share := linkShare(n)
	size := utf8.RuneCountInString(text)
	switch {
	case is(n, atom.Ul, atom.Ol, atom.Dl) && share >= 75 && (len(tags(n, atom.A)) >= 2 || share >= 95 && slices.ContainsFunc(tags(n, atom.A), inHeading)) && !hasCitations(n) && !announced(n):
		return "list of links"
	case is(n, atom.Ul, atom.Ol) && related && share >= 40 && size < 400 && !announced(n):
		return "leads to another article"
	case is(n, atom.Div, atom.Section) && share >= 80 && size < 600 && len(tags(n, atom.A)) >= 2 && !inVerse(n):
		return "block of links"
	case isMediaLabel(n):
		return "label of a film or a row of pictures"
	case size < 20 && isAdvert(text), size < 50 && !isDatum(n) && !endsSentence(text) && hasLead(text, adBreaks):
		return "advertisement"
	case isHeading(n) && size < 40 && hasLead(text, relatedLeads) && headsLinks(n):
		return "leads to another article"
	case isHeading(n) && size < 40 && hasLead(text, relatedLeads) && strings.HasSuffix(text, ":"):
		return "leads to another article"
	case isHeading(n) && share >= 95 && len(tags(n, atom.A)) == 1 && strings.HasPrefix(attr(first(n, atom.A), "href"), "http") && t.strict:
		return "heading of another article"
	case !leaf || isHeading(n) || is(n, atom.Td, atom.Th, atom.Li, atom.Dt, atom.Dd, atom.Pre, atom.Figcaption, atom.Caption):
		return ""
	case size < 250 && share >= 30 && related, size < 120 && related && strings.Contains(text, ":") && share > 0:
		return "leads to another article"
	case size < minSentence && chromeScore(text) > 1 && !endsSentence(text) && within(n, atom.Blockquote) == nil:
		return "words of the site"
	case share >= 90 && size < 200 && size > 3 && !announcedLink(n) && !isHeading(n) && within(n, atom.Li, atom.Blockquote, atom.Table) == nil && !strings.HasPrefix(text, "http"):
		return "link alone"
	case size < 60 && isEndHead(text) && share > 0:
		return "words of the site"
	case size < 320 && share > 0 && within(n, atom.Blockquote, atom.Figure) == nil && chromeScore(text)*60 >= size:
		return "words of the site"
	}
	return ""
}

// announced reports whether a list follows a sentence that announces it with a
// colon, as an article's own list of links does.
func announced(list *html.Node) bool {
	p := prevElement(list)
	return is(p, atom.P) && strings.HasSuffix(textOf(p), ":") && utf8.RuneCountInString(textOf(p)) > 25 && !hasLead(textOf(p), relatedLeads) && chromeScore(textOf(p)) == 0
}

// announcedLink reports whether a paragraph that is a link is one of several that a
// sentence announces.
func announcedLink(n *html.Node) bool {
	if p, q := prevElement(n), nextElement(n); !(is(p, atom.P) && linkShare(p) >= 90) && !(is(q, atom.P) && linkShare(q) >= 90) {
		return false
	}
	for is(n, atom.P) && linkShare(n) >= 90 && is(prevElement(n), atom.P) {
		if announced(n) {
			return true
		}
		n = prevElement(n)
	}
	return false
}

// headsLinks reports whether what follows a heading is links to other articles: the
// next block, or the list that was one.
func headsLinks(h *html.Node) bool {
	for n := h; n != nil; n = n.Parent {
		for s := n.NextSibling; s != nil; s = s.NextSibling {
			if next := firstLeaf(s); next != nil {
				return linkShare(next) >= 75
			}
		}
	}
	return false
}

// firstLeaf is the first block from n on, below it, that has a text and no block right in
// it; nil if there is none.
func firstLeaf(n *html.Node) *html.Node {
	var leaf *html.Node
	walk(n, func(c *html.Node) bool {
		if leaf == nil && isBlock(c) && textOf(c) != "" && !slices.ContainsFunc(children(c), isBlock) {
			leaf = c
		}
		return leaf == nil
	})
	return leaf
}

// firstText is the first text below n; inline elements stand side by side
// without a space in "<b>Read also</b><a>Title</a>".
func firstText(n *html.Node) string {
	found := ""
	walk(n, func(c *html.Node) bool {
		if found == "" && c.Type == html.TextNode {
			found = squeeze(c.Data)
		}
		return found == ""
	})
	return found
}

// mediaCount is the length of a film, the place of a picture among others, or the word
// over one that a reader who sees does not need.
var mediaCount = regexp.MustCompile(`(?i)^(?:(?:video|vidéo|vídeo|audio|áudio)\s?(?:\d{1,2}:\d\d)+|(?:image|photo|foto|bild|imagen|imagem|immagine) \d+ (?:of|sur|von|de|di)(?: /)? \d+|\d+(?: ?[-–] ?\d+)? (?:of|sur|von) \d+|image|bild|imagen|imagem|immagine)$`)

// isMediaLabel reports whether an element says nothing else.
func isMediaLabel(n *html.Node) bool {
	text := textOf(n)
	return utf8.RuneCountInString(text) < 30 && mediaCount.MatchString(text) && first(n, atom.Img) == nil && !isDatum(n)
}

// isDatum reports whether an element stands in a table, a list or a quotation, where a few
// words may be what the author has to say.
func isDatum(n *html.Node) bool {
	return is(n, atom.Td, atom.Th, atom.Li, atom.Dt, atom.Dd, atom.Blockquote) || within(n, atom.Td, atom.Th, atom.Li, atom.Dd, atom.Blockquote) != nil
}
