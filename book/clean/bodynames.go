package clean

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// bodyClasses are classes and ids by which content systems name the text of an
// article: WordPress, Drupal, SPIP, Blogger, Ghost, Substack, MediaWiki, Lodel,
// LaTeXML, Word, static generators, and the habits of newspapers.
var bodyClasses = []string{"entry-content", "post-content", "article-content", "article-body", "articlebody", "article__body", "article__content", "article-text", "article_body", "article_content",
	"article__text", "articletext", "article-main-body", "articlecontent", "article-copy", "article-page__body",
	"post-body", "post__content", "post__body", "post-text", "postcontent", "post-full-content", "post-entry", "single-content", "single-post-content", "td-post-content", "entry__content", "entry-body", "entry-text",
	"story-body", "story-content", "story__body", "story-text", "storytext", "story-copy", "storybody", "story__content", "body-copy", "body__content", "content-body", "content__body", "content-article", "content__article-body", "article-body__content", "page-content__body",
	"field--name-body", "field-name-body", "field-body", "node__content", "available-content", "mw-parser-output", "gh-content", "markdown-body", "e-content", "texte", "article-texte", "wresizable",
	"ltx_document", "ltx_page_content", "quarto-document-content", "wordsection1", "doc-content", "rich-text", "richtext", "wysiwyg", "prose", "text-content", "news-body", "newsbody", "news-content", "news-text", "main-text", "maintext", "caas-body", "wsj-snippet-body", "blog-content", "blog-post-content", "blog-post-body", "blogpost-body", "paragraph-content", "section-content-article", "asset-double-wide", "articulo-cuerpo", "cuerpo", "cuerpo-noticia", "corpo", "corpo-noticia", "testo", "testo-articolo", "artikeltext", "artikel-text", "artikelbody", "beitrag", "texto", "texto-noticia", "materia-conteudo", "contenu", "contenu-article", "corps", "corps-article", "article-detail-body", "js-article-body", "c-entry-content", "l-article__body", "notebody", "entry", "postbody", "hentry-content", "post_content", "post-inner-content", "article-section", "zn-body-text", "articlebodycontent", "articlepage-body", "pf-content", "kb-content"}

// bodyNamed reports whether an element is named as an article's text.
func bodyNamed(n *html.Node) bool {
	if prop := strings.ToLower(attr(n, "itemprop")); strings.Contains(prop, "articlebody") || prop == "text" && !is(n, atom.P, atom.Span) {
		return true
	}
	if !is(n, atom.Div, atom.Section, atom.Article, atom.Main, atom.Td) || attr(n, "id") == "entry" { // Substack's whole page
		return false
	}
	for token := range strings.FieldsSeq(strings.ToLower(attr(n, "class") + " " + attr(n, "id") + " " + attr(n, "property"))) {
		token = strings.TrimPrefix(strings.TrimPrefix(token, "js-"), "c-")
		for _, c := range bodyClasses {
			if token == c || len(c) > 8 && (strings.HasSuffix(token, c) || strings.HasPrefix(token, c+"-") || strings.HasPrefix(token, c+"_")) {
				return !unlikelyWrap(token)
			}
		}
	}
	return attr(n, "data-testid") == "article-body" || attr(n, "data-component") == "text-block"
}

// unlikelyWrap tells tokens that hold a body's name but mean something at it.
func unlikelyWrap(token string) bool {
	for _, w := range [...]string{"footer", "header", "related", "sidebar", "meta", "share", "comment", "title", "image", "author", "ads", "promo", "teaser", "-ad-"} {
		if strings.Contains(token, w) {
			return true
		}
	}
	return false
}

// proseLength is the length of the text below n that is no link, counting only
// what stands in paragraphs or is long enough to be one.
func proseLength(n *html.Node) int {
	sum := 0
	walk(n, func(c *html.Node) bool {
		if c.Type == html.ElementNode && (is(c, atom.A, atom.Script, atom.Style, atom.Nav, atom.Aside, atom.Footer) || isHeading(c)) {
			return false
		}
		if c.Type == html.TextNode {
			if t := strings.TrimSpace(c.Data); len(t) > 1 {
				sum += len(t)
			}
		}
		return true
	})
	return sum
}
