package clean

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// separators makes rules of the elements that say they are one.
func separators(root *html.Node) {
	for _, n := range elements(root, func(n *html.Node) bool { return attr(n, "role") == "separator" && textOf(n) == "" }) {
		rename(n, atom.Hr)
	}
}

// ornaments makes rules of paragraphs that hold nothing but signs of a pause.
func ornaments(root *html.Node) {
	for _, n := range tags(root, atom.P, atom.Div) {
		if text := textOf(n); text != "" && (isPause(text) || isOrnament(text)) && first(n, atom.Img) == nil {
			for _, c := range children(n) {
				remove(c)
			}
			rename(n, atom.Hr)
		}
	}
}

// trimRules takes rules away that part the article from nothing.
func trimRules(root *html.Node) {
	rules := tags(root, atom.Hr)
	for _, hr := range rules { // two with nothing between them are one
		next := hr.NextSibling
		for next != nil && next.Type != html.CommentNode && !is(next, atom.Hr) && isBlank(next) {
			next = next.NextSibling
		}
		if is(next, atom.Hr) {
			remove(hr)
		}
	}
	rules = tags(root, atom.Hr)
	for i, hr := range rules {
		if strings.TrimSpace(between(root, hr)) == "" && !hasImageBefore(root, hr) {
			remove(rules[i])
		}
	}
	rules = tags(root, atom.Hr)
	for _, hr := range slices.Backward(rules) {
		if strings.TrimSpace(textFrom(hr, root)) != "" || hasPictureAfter(root, hr) {
			return
		}
		remove(hr)
	}
}

// hasImageBefore reports whether an image stands before n.
func hasImageBefore(root, n *html.Node) bool {
	for _, img := range tags(root, atom.Img) {
		if contains(root, img) && strings.HasPrefix(between(root, n), between(root, img)) && before(root, img, n) {
			return true
		}
	}
	return false
}

// before reports whether a stands before b below root.
func before(root, a, b *html.Node) bool {
	result, done := false, false
	walk(root, func(n *html.Node) bool {
		if !done && (n == a || n == b) {
			result, done = n == a, true
		}
		return !done
	})
	return result
}

// isOrnament reports a printer's flower and such, alone on its line.
func isOrnament(text string) bool {
	return utf8.RuneCountInString(text) <= 7 && strings.ContainsAny(text, "❦❧☙✻✽◆◇●○∴✦★☆❖♦⁂✤✣❋") && strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0
}
