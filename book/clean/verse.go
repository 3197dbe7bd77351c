package clean

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// brokenVerse makes verse of the blocks whose lines breaks divide, if they read so.
func brokenVerse(root *html.Node) {
	for _, n := range tags(root, atom.P, atom.Div) {
		if isVerse(n) {
			n.Data, n.DataAtom = "cahier-verse", 0
		}
	}
}

// isVerse reports whether a block is a poem: named so, or several short lines
// that each begin with a capital.
func isVerse(n *html.Node) bool {
	if slices.ContainsFunc(children(n), isBlock) || len(tags(n, atom.Br)) == 0 || within(n, atom.Table, atom.Li) != nil {
		return false
	}
	var lines []string
	for l := range strings.SplitSeq(strings.ReplaceAll(breakLines(n), "\n\n", "\n"), "\n") {
		if l = squeeze(l); l != "" {
			lines = append(lines, l)
		}
	}
	if isNamedVerse(n) {
		return len(lines) >= 2
	}
	return looksLikeVerse(lines) || runsOver(lines) || setApart(n) && shortLines(lines)
}

// runsOver asks for three short lines or more without figures, in which a sentence runs
// over a break that its author set: a line goes on in lower case, or after an ellipsis.
// Lines broken by a program are nearly as long as each other; these are not.
func runsOver(lines []string) bool {
	all, over := 0, 0
	for i, l := range lines {
		n := utf8.RuneCountInString(l)
		if n > 56 || strings.ContainsAny(l, "0123456789@|/") || isSiteLine(l) || isByline(l) {
			return false
		}
		all += n
		if r := firstRune(l); i > 0 && (unicode.IsLower(r) || r == '…') {
			over++
		}
	}
	return len(lines) >= 3 && over*3 >= len(lines) && all <= 36*len(lines)
}

// verseNames are the words by which pages name poems, alone or in a name such as
// wp-block-verse.
var verseNames = []string{"poem", "poems", "poema", "poetry", "poesie", "verse", "vers", "stanza", "strophe", "gedicht"}

// isNamedVerse reports whether a block, or one around it, is named a poem.
func isNamedVerse(n *html.Node) bool {
	for p := n; p != nil; p = p.Parent {
		for w := range strings.FieldsFuncSeq(names(p), func(r rune) bool { return !unicode.IsLetter(r) }) {
			if slices.Contains(verseNames, w) {
				return true
			}
		}
	}
	return false
}

// breakLines is the text of a block with a line feed for each break alone.
func breakLines(n *html.Node) string {
	var b strings.Builder
	walk(n, func(c *html.Node) bool {
		if c.Type == html.TextNode {
			b.WriteString(strings.ReplaceAll(c.Data, "\n", " "))
		}
		if is(c, atom.Br) {
			b.WriteByte('\n')
		}
		return true
	})
	return b.String()
}

// looksLikeVerse asks for four lines or more, none long, most beginning with a
// capital, hardly any with figures, and some that end with a sign, which tells a poem
// from a menu.
func looksLikeVerse(lines []string) bool {
	capital, stops, marked := 0, 0, 0
	for _, l := range lines {
		if utf8.RuneCountInString(l) > 64 || strings.ContainsAny(l, "@:|") && strings.Contains(l, "http") {
			return false
		}
		if r := firstRune(strings.TrimLeft(l, "«“\"'’—– \u00a0")); unicode.IsUpper(r) {
			capital++
		}
		if strings.ContainsRune(",;.!?…:—–", lastRune(strings.TrimRight(l, " »”\"’"))) {
			marked++
		}
		if strings.HasSuffix(l, ":") || strings.ContainsAny(l, "0123456789") {
			stops++
		}
	}
	return len(lines) >= 4 && capital*4 >= len(lines)*3 && stops*4 <= len(lines) && marked*4 >= len(lines)
}

// looksLikeStanza asks for three lines or more, short, without figures, none
// spoken or labelled, that mostly break within a sentence, at a comma or nothing, with
// commas in some: in a text of whole paragraphs only a poem has such lines.
func looksLikeStanza(lines []string) bool {
	soft, commas := 0, 0
	for _, l := range lines {
		n := utf8.RuneCountInString(l)
		label, rest := leadLabel(defLine{text: l})
		lead, _ := itemLead(l)
		if n > 64 || n < 8 || strings.ContainsAny(l, "0123456789@|/\t") || speaker(l) != "" || label != "" && rest != "" || lead != "" || isSiteLine(l) || isByline(l) {
			return false
		}
		last := lastRune(strings.TrimRight(l, " »”\"’"))
		if !strings.ContainsRune(".!?…:", last) {
			soft++
		}
		if strings.ContainsRune(",;", last) {
			commas++
		}
	}
	return len(lines) >= 3 && soft*2 >= len(lines) && soft < len(lines) && commas*4 >= len(lines)
}

// setApart reports whether a block stands in a quotation or in the middle of the
// line.
func setApart(n *html.Node) bool {
	style := styleOf(n)
	return within(n, atom.Blockquote, atom.Center) != nil || attr(n, "align") == "center" || strings.Contains(style, "text-align:center")
}

// shortLines reports whether two lines or more are short, without figures, and
// some end with a sign.
func shortLines(lines []string) bool {
	marked := 0
	for _, l := range lines {
		if utf8.RuneCountInString(l) > 50 || strings.ContainsAny(l, "0123456789@") {
			return false
		}
		if strings.ContainsRune(",;.!?…", lastRune(strings.TrimRight(l, " »”\"’"))) {
			marked++
		}
	}
	return len(lines) >= 2 && marked*4 >= len(lines)
}

// isSetByLine reports whether the lines of a group in a wrapped text are all well
// short of its width, three or more: a paragraph's lines are not, but for the last. The
// lines of a title, a signature or a list have capitals, figures or signs.
func isSetByLine(lines []string, width int) bool {
	lower, words := 0, 0
	for i, l := range lines {
		label, rest := leadLabel(defLine{text: l})
		lead, _ := itemLead(l)
		if utf8.RuneCountInString(l)*3 > width*2 || strings.ContainsAny(l, "0123456789@|/\t") || speaker(l) != "" || label != "" && rest != "" || lead != "" || isSiteLine(l) || isByline(l) || isName(l) || strings.HasSuffix(l, "-") {
			return false
		}
		if i > 0 && unicode.IsLower(firstRune(l)) {
			lower++
		}
		words += len(strings.Fields(l))
	}
	return len(lines) >= 3 && lower > 0 && words >= 3*len(lines)
}

// verseLines makes verse of a box whose children are each named as a line, or are boxes in
// one named a poem, as SPIP writes them.
func verseLines(root *html.Node) {
	for _, n := range tags(root, atom.Div, atom.P, atom.Blockquote, atom.Section) {
		var lines []*html.Node
		for _, c := range children(n) {
			switch {
			case c.Type == html.ElementNode && isVerseLine(c):
				lines = append(lines, c)
			case !isBlank(c):
				lines = nil
			}
		}
		if len(lines) < 2 || len(lines) < len(children(n))/2 {
			continue
		}
		for i, l := range lines {
			if i > 0 {
				n.InsertBefore(element(atom.Br), l)
			}
			unwrap(l)
		}
		n.Data, n.DataAtom = "cahier-verse", 0
	}
}

// isVerseLine reports elements that are named as the line of a poem, or stand as one.
func isVerseLine(n *html.Node) bool {
	named := is(n, atom.Div, atom.Span, atom.P) && hasClass(n, "line", "verse-line", "poem-line", "verse", "vers", "verso", "ltx_verse_line", "zeile")
	return (named || is(n, atom.Div) && len(tags(n, atom.Br)) == 0 && isNamedVerse(n.Parent)) && !hasBlock(n)
}
