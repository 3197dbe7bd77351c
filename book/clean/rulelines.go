package clean

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// trimRules takes rules away that part the article from nothing.
func trimRules(root *html.Node) {
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
