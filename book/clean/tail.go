package clean

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxTail is the number of blocks at the end that are read as words of the site
// with less proof than elsewhere.
const maxTail = 8

// tail drops, from the end, blocks that speak of the site, its author, its
// rights; it stops at the first that does not.
func (t *trimmer) tail(leaves []*html.Node) {
	kept := 0
	for i := len(leaves) - 1; i >= 0 && i >= len(leaves)-maxTail; i-- {
		n := leaves[i]
		text := textOf(n)
		if hasMark(text) || len(text)*3 > t.total || is(n, atom.Pre, atom.Td) || within(n, atom.Blockquote, atom.Figure) != nil {
			return
		}
		if list := outermostList(n); list != nil && !siteList(list) { // an item alone proves nothing: "Printing" ends a list of trades
			kept++
			continue
		}
		if isHeading(n) && (kept == 0 || isEndHead(text)) {
			if kept == 0 {
				t.drop(n, "heading without text")
			}
			continue
		}
		if kept == 0 && utf8.RuneCountInString(text) < minSentence && strings.HasSuffix(text, ":") && within(n, atom.Li) == nil {
			t.drop(n, "announces what is not there")
			continue
		}
		if why := t.tailReason(n, text); why != "" {
			t.drop(n, why)
			continue
		}
		if kept++; kept > 2 {
			return
		}
	}
}

// tailReason says why a block at the end is not the article's, "" if it may be.
func (t *trimmer) tailReason(n *html.Node, text string) string {
	score, share, size := chromeScore(text), linkShare(n), utf8.RuneCountInString(text)
	switch {
	case score > 0 && size < 140, score > 1 && size < 420, score > 0 && share > 20 && size < 420:
		return "words of the site"
	case size < 160 && hasLead(text, relatedLeads) && (share > 0 || size < 60), size < 60 && isEndHead(text):
		return "leads to another article"
	case size < 240 && (share >= 40 || share > 0 && (score > 0 || !endsSentence(text))) && hasLead(text, promoLeads) && !is(n, atom.Li):
		return "words of the site"
	case size < 200 && !endsSentence(strings.TrimRight(text, "0123456789./-: ")) && !is(n, atom.Li) && slices.ContainsFunc(footWords, func(w string) bool { return strings.Contains(strings.ToLower(text), w) }):
		return "foot of the page"
	case size < 120 && isDateLine(text) && !is(n, atom.Li):
		return "date line"
	case size < 400 && share >= 70 && !is(n, atom.Li) && !announcedLink(n):
		return "links after the article"
	case t.meta.readLicence(n):
		return "licence, now in the front matter"
	case size < 80 && hasLead(text, postedLeads) && len(readByline(text, false)) > 0:
		t.meta.addAuthors(readByline(text, false)...)
		return "byline"
	case size < 600 && (isAuthorNote(text) || t.beginsWithAuthor(text)):
		return "about the author"
	}
	return t.siteLine(text)
}

// promoLeads begin lines at the end, with a link, that send the reader to the site's
// other works.
var promoLeads = []string{"follow", "listen to", "watch", "catch up on", "you can follow", "vous pouvez nous suivre", "vous pouvez suivre", "sie können uns", "puedes seguirnos", "puede seguirnos", "você pode nos seguir", "você pode seguir", "puoi seguirci", "get access to", "get our", "get the", "download", "try", "suivez", "retrouvez", "écoutez", "recevez", "téléchargez", "folgen sie", "hören sie", "erhalten sie", "sigue a", "sigue el", "escucha", "recibe", "descarga", "siga", "ouça", "receba", "baixe", "segui", "ascolta", "ricevi", "scarica"}

// footWords stand in the last line of pages made by hand: who keeps them, since when,
// for which screen, where their beginning is.
var footWords = []string{"webmaster", "best viewed with", "best viewed at", "this page was last", "page last updated", "page last modified", "last updated on", "visitor no",
	"webmestre", "haut de la page", "haut de page", "page mise en ligne", "page mise à jour", "page créée le", "dernière mise à jour", "site optimisé pour", "e visiteur",
	"seitenanfang", "diese seite wurde", "seite zuletzt geändert", "zuletzt aktualisiert am", "optimiert für", "besucher nr", "besucher seit",
	"principio de la página", "inicio de la página", "página actualizada", "última actualización", "visitante número", "visitante nº",
	"topo da página", "início da página", "página atualizada", "última atualização",
	"inizio pagina", "inizio della pagina", "pagina aggiornata", "ultimo aggiornamento", "visitatore n."}

// siteLine says why a line beside the article is the site's: keywords, which it
// keeps, counters, buttons; "" if it may be the article's.
func (t *trimmer) siteLine(text string) string {
	switch {
	case isTagLine(text):
		if len(t.meta.keywords) == 0 {
			t.meta.addKeywords(lineTags(text)...)
		}
		return "keywords, now in the front matter"
	case counterLine.MatchString(text):
		return "counter of readers"
	case isReadingTime(text):
		return "reading time"
	case isButtonRow(text), utf8.RuneCountInString(text) < 60 && hasLead(text, serialLeads):
		return "words of the site"
	}
	return ""
}

// serialLeads begin the line with the number of a periodical.
var serialLeads = []string{"issn", "e-issn", "eissn", "isbn"}

// counterLine says how often a page was read or answered, and nothing else.
var counterLine = regexp.MustCompile(`(?i)^[\pL ]{0,12}:? ?\d[\d., ]*(k )? ?(reads|views|visits|hits|shares|likes|comments?|lectures|vues|visites|partages|commentaires?|messages?|aufrufe|mal gelesen|kommentare?|visitas|lecturas|vistas|comentarios?|visualizações|leituras|comentários?|visualizzazioni|letture|visite|commenti|commento)\.?$`)

// outermostList is the list that holds a block, nil if none does.
func outermostList(n *html.Node) *html.Node {
	var list *html.Node
	for p := n.Parent; p != nil; p = p.Parent {
		if is(p, atom.Ul, atom.Ol) {
			list = p
		}
	}
	return list
}

// siteList reports whether most items of a list are links or words of the site.
func siteList(list *html.Node) bool {
	items := tags(list, atom.Li)
	site := 0
	for _, li := range items {
		if linkShare(li) >= 70 || chromeScore(textOf(li)) > 0 || counterLine.MatchString(textOf(li)) {
			site++
		}
	}
	return site*2 > len(items)
}

// beginsWithAuthor reports whether a block at the end begins with the name of an
// author and goes on: "Jane Doe lives in …"
func (t *trimmer) beginsWithAuthor(text string) bool {
	return slices.ContainsFunc(t.meta.authors, func(a string) bool {
		rest, ok := strings.CutPrefix(text, a+" ")
		return ok && unicode.IsLower(firstRune(rest))
	})
}

// isAuthorNote reports whether a block at the end presents the author.
func isAuthorNote(text string) bool {
	low := strings.ToLower(text)
	for _, w := range [...]string{" is a senior ", " is the senior ", " is a staff writer", " is a reporter", " is a freelance", " is a contributing ", " is the editor", " is an editor", " is a journalist", " is a writer ", " is a columnist", " is the author of", " est journaliste", " est l'auteur", " est l’auteur", " est l'autrice", " est l’autrice", " ist journalist", " ist redakteur", " ist autor", " es periodista", " es autor de", " é jornalista", " é autor de", " è giornalista", " è autore di", "about the author", "à propos de l'auteur", "covers ", "contributed to this report", "contributed reporting", "follow her ", "follow him ", "@"} {
		if i := strings.Index(low, w); i >= 0 && i < 90 {
			return true
		}
	}
	return false
}

// cutTail drops the first heading that ends an article and all that follows, if
// it stands in the last part.
func (t *trimmer) cutTail(root *html.Node) {
	seen := 0
	var from *html.Node
	walk(root, func(n *html.Node) bool {
		if n.Type == html.TextNode {
			seen += len(n.Data)
		}
		if from == nil && seen*10 > t.total*4 && (isHeading(n) || is(n, atom.P, atom.Div, atom.Strong) && len(tags(n, atom.P, atom.Div)) == 0) && len(textOf(n)) < 60 && (isEndHead(textOf(n)) || isHeading(n) && len(readByline(textOf(n), false)) > 0) && within(n, atom.Li, atom.Table, atom.Blockquote) == nil {
			if isHeading(n) || t.aloneStrong(n) {
				from = n
			}
		}
		return from == nil
	})
	if from == nil {
		return
	}
	rest := textFrom(from, root)
	if hasMark(rest) || len(rest)*2 > t.total || longProse(from, root) {
		return
	}
	if hasLead(textOf(from), relatedLeads) && t.proseAfter(from, root) {
		return
	}
	for n := from; n != root && n != nil; {
		p := n.Parent
		for s := n.NextSibling; s != nil; {
			next := s.NextSibling
			if s.Type == html.ElementNode {
				t.drop(s, "after the article's end")
			} else if strings.TrimSpace(rawText(s)) != "" {
				remove(s)
			}
			s = next
		}
		n = p
	}
	t.drop(from, "after the article's end")
}

// proseAfter reports whether a paragraph of the article follows: one that
// readability kept, of some length and with few links.
func (t *trimmer) proseAfter(from, root *html.Node) bool {
	on, found := false, false
	walk(root, func(n *html.Node) bool {
		on = on || n == from
		found = found || on && is(n, atom.P) && t.voted[n] && len(textOf(n)) >= 60 && linkShare(n) < 30
		return !found
	})
	return found
}

// aloneStrong reports whether a short block is set as a heading.
func (t *trimmer) aloneStrong(n *html.Node) bool {
	if is(n, atom.Strong, atom.B) {
		return textOf(n.Parent) == textOf(n)
	}
	return n.Parent != nil && len(textOf(n)) < 40
}

// longProse reports whether paragraphs of an article follow a heading: two of
// them, long and without links, before any list of links.
func longProse(from, root *html.Node) bool {
	on, count := false, 0
	walk(root, func(n *html.Node) bool {
		on = on || n == from
		if on && is(n, atom.P) && len(textOf(n)) > 200 && linkShare(n) < 20 {
			count++
		}
		return true
	})
	return count >= 3
}
