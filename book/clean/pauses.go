package clean

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// separators makes rules of the elements that say they are one, and of the pictures of
// a line that stood for one before style sheets.
func separators(root *html.Node) {
	for _, n := range elements(root, func(n *html.Node) bool { return attr(n, "role") == "separator" && textOf(n) == "" }) {
		rename(n, atom.Hr)
	}
	for _, n := range tags(root, atom.Img) {
		if !isDrawnRule(n) {
			continue
		}
		for p := n.Parent; p != root && textOf(p) == "" && len(tags(p, atom.Img)) == 1 && is(p, atom.P, atom.Div, atom.Center, atom.Font, atom.Span); p = n.Parent {
			n = p
		}
		for _, c := range children(n) {
			remove(c)
		}
		rename(n, atom.Hr)
	}
}

// isDrawnRule reports whether a picture is a line: flat and wide, or one whose
// alternative is drawn with hyphens.
func isDrawnRule(img *html.Node) bool {
	width, _ := strconv.Atoi(attr(img, "width"))
	height, _ := strconv.Atoi(attr(img, "height"))
	alt := strings.TrimSpace(attr(img, "alt"))
	return height > 0 && height <= 10 && width >= 10*height || len(alt) >= 3 && strings.Trim(alt, "-_=*~ ") == ""
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

// trimRules takes rules away that part the article from nothing, or before every
// heading what the heading parts by itself.
func trimRules(root *html.Node) {
	var headed []*html.Node
	for _, hr := range tags(root, atom.Hr) { // two with nothing between them are one
		next := hr.NextSibling
		for next != nil && next.Type != html.CommentNode && !is(next, atom.Hr) && isBlank(next) {
			next = next.NextSibling
		}
		switch {
		case is(next, atom.Hr):
			remove(hr)
		case isHeading(next):
			headed = append(headed, hr)
		}
	}
	if heads := elements(root, isHeading); len(headed) > 1 && len(headed)*2 > len(heads) { // before a few it is the author's
		for _, hr := range headed {
			remove(hr)
		}
	}
	rules := tags(root, atom.Hr)
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
