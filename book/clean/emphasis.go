package clean

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// looseSigns moves punctuation out of emphasis where a letter stands right beside it:
// "**a.**b" is no emphasis in Markdown (CommonMark 0.31, section 6.2), "**a**.b" is.
func looseSigns(root *html.Node) {
	for _, n := range tags(root, atom.Em, atom.I, atom.Strong, atom.B) {
		if n.Parent == nil {
			continue
		}
		if text := textOf(n); strings.TrimFunc(text, isMarkdownSign) == "" && (isWordRune(besideRune(n, true)) || isWordRune(besideRune(n, false))) {
			unwrap(n) // nothing is left to emphasise
			continue
		}
		if t := edgeText(n, false); t != nil && isWordRune(besideRune(n, false)) {
			if rest := strings.TrimRightFunc(t.Data, isMarkdownSign); rest != t.Data && rest != "" {
				n.Parent.InsertBefore(textNode(t.Data[len(rest):]), n.NextSibling)
				t.Data = rest
			}
		}
		if t := edgeText(n, true); t != nil && isWordRune(besideRune(n, true)) {
			if rest := strings.TrimLeftFunc(t.Data, isMarkdownSign); rest != t.Data && rest != "" {
				n.Parent.InsertBefore(textNode(t.Data[:len(t.Data)-len(rest)]), n)
				t.Data = rest
			}
		}
	}
}

// looseSpaces moves the spaces at the edges of raised letters and code into the line: the
// marks of Markdown cling to their text.
func looseSpaces(root *html.Node) {
	for _, n := range tags(root, atom.Sup, atom.Sub, atom.Code, atom.Kbd, atom.Samp, atom.Tt, atom.Var) {
		if n.Parent == nil || within(n, atom.Pre) != nil {
			continue
		}
		if t := n.FirstChild; t != nil && t.Type == html.TextNode {
			if rest := strings.TrimLeftFunc(t.Data, unicode.IsSpace); rest != t.Data {
				n.Parent.InsertBefore(textNode(" "), n)
				t.Data = rest
			}
		}
		if t := n.LastChild; t != nil && t.Type == html.TextNode {
			if rest := strings.TrimRightFunc(t.Data, unicode.IsSpace); rest != t.Data {
				n.Parent.InsertBefore(textNode(" "), n.NextSibling)
				t.Data = rest
			}
		}
	}
}

func isWordRune(r rune) bool { return !unicode.IsSpace(r) && !isMarkdownSign(r) }

// isMarkdownSign reports the characters that count as punctuation beside emphasis.
func isMarkdownSign(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// edgeText is the text at the beginning or the end of emphasis, nil if something else
// than emphasis stands there.
func edgeText(n *html.Node, begin bool) *html.Node {
	for n != nil && n.Type != html.TextNode {
		if !is(n, atom.Em, atom.I, atom.Strong, atom.B) {
			return nil
		}
		if begin {
			n = n.FirstChild
		} else {
			n = n.LastChild
		}
	}
	return n
}

// besideRune is the character before or after an element in its paragraph, a space at
// its ends.
func besideRune(n *html.Node, before bool) rune {
	for {
		next := n.NextSibling
		if before {
			next = n.PrevSibling
		}
		switch {
		case next == nil && (n.Parent == nil || isBlock(n.Parent)):
			return ' '
		case next == nil:
			n = n.Parent
			continue
		case isBlock(next), is(next, atom.Br):
			return ' '
		}
		if text := rawText(next); text != "" {
			if before {
				return lastRune(text)
			}
			return firstRune(text)
		}
		n = next
	}
}
