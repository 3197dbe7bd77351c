package clean

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// backSigns are texts of links back to where a note is called.
const backSigns = "↩↑⏎↵⤴^⇑↥⮐◂▲« \u00a0\ufe0e\ufe0f‹<"

// dropBacklinks takes the ways back out of a definition.
func (l *lifter) dropBacklinks(tree *html.Node) {
	for _, a := range tags(tree, atom.A) {
		if a.Parent == nil {
			continue
		}
		text, href := textOf(a), attr(a, "href")
		frag := l.fragment(href)
		_, hasFrag, _ := strings.Cut(href, "#")
		isBack := hasFrag != "" && (strings.Trim(text, backSigns) == "" || isBackWord(text) || noteLabel(text) != "" && (frag != "" || noteLike(hasFrag)) || noteLike(hasFrag) && noteLike(names(a)) && len(text) < 12)
		if !isBack && href == "" && attr(a, "name") != "" && noteLabel(text) != "" {
			isBack = true
		}
		if !isBack {
			continue
		}
		n := a
		for n.Parent != nil && n.Parent != tree && !isBlock(n.Parent) && strings.Trim(textOf(n.Parent), "[]().^ ") == strings.Trim(text, "[]().^ ") {
			n = n.Parent
		}
		trimAround(n)
		remove(n)
	}
	for _, s := range elements(tree, func(n *html.Node) bool {
		return strings.Contains(names(n), "cite-backlink") || strings.Contains(names(n), "backref")
	}) {
		remove(s)
	}
}

func isBackWord(s string) bool {
	low := strings.ToLower(strings.Trim(s, backSigns+"[]()."))
	return slices.Contains([]string{"retour", "back", "return", "zurück", "volver", "voltar", "torna", "retour au texte", "back to text", "return to text", "jump up", "zurück zum text", "volver al texto", "voltar ao texto", "torna al testo", "top", "jump back"}, low)
}

// trimAround takes the brackets of a mark that stand in the texts beside it.
func trimAround(n *html.Node) {
	p, s := n.PrevSibling, n.NextSibling
	if p == nil || s == nil || p.Type != html.TextNode || s.Type != html.TextNode {
		return
	}
	before, after := strings.TrimRight(p.Data, " \u00a0\u202f"), strings.TrimLeft(s.Data, " \u00a0\u202f")
	for _, pair := range [...][2]string{{"[", "]"}, {"(", ")"}, {"{", "}"}} {
		if strings.HasSuffix(before, pair[0]) && strings.HasPrefix(after, pair[1]) {
			p.Data, s.Data = strings.TrimSuffix(before, pair[0]), strings.TrimPrefix(after, pair[1])
			return
		}
	}
}
