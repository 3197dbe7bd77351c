package clean

import (
	"net/url"
	"slices"
	"strconv"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// tagAttr numbers the elements of a page, so that what readability returns can be
// found again in the page itself.
const tagAttr = "data-cahier"

// extraction is the choice of what belongs to the article.
type extraction struct {
	roots []*html.Node        // elements that hold the article, in document order
	voted map[*html.Node]bool // what readability kept
	how   string
}

// extract finds the elements that hold the article. Two opinions are heard:
// readability's, which misses little, and the names that content systems give to
// an article's text, which let in little else. The named element is believed if
// it holds at least half of what readability found; else the smallest element
// around readability's choice serves, and only what readability kept in it.
func extract(doc *html.Node, base *url.URL) extraction {
	voted := vote(doc, base)
	prose := 0
	for n := range voted {
		if ownProse(n) {
			prose += proseLength(n)
		}
	}
	if named := namedRoots(doc, voted); len(named) > 0 {
		inside := 0
		for n := range voted {
			if ownProse(n) && slices.ContainsFunc(named, func(r *html.Node) bool { return contains(r, n) }) {
				inside += proseLength(n)
			}
		}
		size := 0
		for _, r := range named {
			size += proseLength(r)
		}
		if size >= 140 && (inside*5 >= prose*2 || size >= prose) {
			return extraction{roots: named, voted: voted, how: "the name that the page gives it"}
		}
	}
	if root := withSections(around(voted)); root != nil && prose >= 80 {
		return extraction{roots: []*html.Node{root}, voted: voted, how: "readability"}
	}
	for _, kind := range [...]atom.Atom{atom.Article, atom.Main, atom.Body} {
		if n := largest(tags(doc, kind)); n != nil {
			return extraction{roots: []*html.Node{n}, how: "the page's " + kind.String()}
		}
	}
	return extraction{roots: []*html.Node{doc}, how: "the whole page"}
}

// ownProse reports whether a block's text is its own and not of blocks below it.
func ownProse(n *html.Node) bool {
	return is(n, atom.P, atom.Li, atom.Blockquote, atom.Pre, atom.Td, atom.Dd, atom.Div) && !slices.ContainsFunc(children(n), isBlock)
}

// children lists the nodes right below n.
func children(n *html.Node) []*html.Node {
	var list []*html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		list = append(list, c)
	}
	return list
}

// vote asks readability and returns the elements of doc that it kept.
func vote(doc *html.Node, base *url.URL) map[*html.Node]bool {
	var all []*html.Node
	walk(doc, func(n *html.Node) bool {
		if n.Type == html.ElementNode {
			setAttr(n, tagAttr, strconv.Itoa(len(all)))
			all = append(all, n)
		}
		return true
	})
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	article, err := parser.ParseAndMutate(cloneTree(doc), base)
	kept := map[*html.Node]bool{}
	if err == nil && article.Node != nil {
		walk(article.Node, func(n *html.Node) bool {
			if i, err := strconv.Atoi(attr(n, tagAttr)); err == nil && i >= 0 && i < len(all) {
				kept[all[i]] = true
			}
			return true
		})
	}
	for _, n := range all {
		n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key == tagAttr })
	}
	return kept
}

// namedRoots lists the elements that are named as the article's text: the one
// with the most prose, as small as it can be without losing a tenth, and the other
// parts of the same name.
func namedRoots(doc *html.Node, voted map[*html.Node]bool) []*html.Node {
	list := elements(doc, bodyNamed)
	apart := map[*html.Node]bool{}
	best := largest(list)
	if best == nil {
		return nil
	}
	for {
		inner := largest(slices.DeleteFunc(slices.Clone(list), func(n *html.Node) bool { return n == best || !contains(best, n) }))
		if inner == nil || proseLength(inner)*10 < proseLength(best)*9 {
			break
		}
		best = inner
	}
	// SPIP keeps the standfirst and the postscript apart, Lodel the bibliography
	for _, n := range elements(doc, func(n *html.Node) bool {
		return (hasClass(best, "texte") && hasClass(n, "chapo", "ps") || attr(n, "id") == "bibliography") && !contains(best, n) && !contains(n, best)
	}) {
		list = append(list, n)
		apart[n] = true
	}
	if len(apart) > 0 {
		slices.SortStableFunc(list, func(a, b *html.Node) int {
			if a != b && before(doc, a, b) {
				return -1
			}
			return 1
		})
	}
	for n := range apart { // its heading is of the rank of the text's own
		top, own := highest(best), highest(n)
		if top != nil && own != nil {
			rename(own, top.DataAtom)
		}
	}
	roots := []*html.Node{}
	for _, n := range list {
		nested := slices.ContainsFunc(roots, func(r *html.Node) bool { return contains(r, n) })
		if !nested && (n == best || apart[n] || isSequel(n, best, voted)) {
			roots = append(roots, n)
		}
	}
	return roots
}

// highest is the first heading of the highest rank below n, nil if there is none.
func highest(n *html.Node) *html.Node {
	for _, kind := range [...]atom.Atom{atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6} {
		if h := first(n, kind); h != nil {
			return h
		}
	}
	return nil
}

// isSequel reports whether an element is another part of the article: of the
// same name, and beside the first or with paragraphs that readability kept.
func isSequel(n, best *html.Node, voted map[*html.Node]bool) bool {
	name := firstWord(attr(best, "class"))
	if name == "" || firstWord(attr(n, "class")) != name || contains(best, n) || contains(n, best) {
		return false
	}
	return n.Parent == best.Parent || slices.ContainsFunc(tags(n, atom.P), func(p *html.Node) bool { return voted[p] })
}

// largest is the element with the most prose, the first of equals.
func largest(list []*html.Node) *html.Node {
	var best *html.Node
	size := 0
	for _, n := range list {
		if p := proseLength(n); p > size {
			best, size = n, p
		}
	}
	return best
}

// around is the smallest element that holds nine tenths of the prose of a set of
// elements.
func around(set map[*html.Node]bool) *html.Node {
	sum := map[*html.Node]int{}
	total := 0
	for n := range set {
		if !ownProse(n) {
			continue
		}
		p := proseLength(n)
		total += p
		for a := n.Parent; a != nil; a = a.Parent {
			sum[a] += p
		}
	}
	var best *html.Node
	for n, s := range sum {
		if s*10 >= total*9 && n.Type == html.ElementNode && (best == nil || depth(n) > depth(best)) {
			best = n
		}
	}
	return best
}

// withSections widens the choice of one section of a document, as text systems write
// them, to the sections beside it.
func withSections(root *html.Node) *html.Node {
	for n := root; n != nil && n.Parent != nil; n = n.Parent {
		if isTextSection(n) && slices.ContainsFunc(children(n.Parent), func(c *html.Node) bool { return c != n && isTextSection(c) }) {
			root = n.Parent
		}
	}
	return root
}

// isTextSection reports whether an element is a section of a document, beginning with
// its heading, by the names of Docutils, DocBook, Pandoc and LaTeXML.
func isTextSection(n *html.Node) bool {
	return is(n, atom.Div, atom.Section) && hasClass(n, sectionClasses...) && firstHeading(n)
}

var sectionClasses = []string{"section", "chapter", "appendix", "sect1", "sect2", "sect3", "sect4", "level1", "level2", "level3", "level4", "level5", "ltx_section", "ltx_subsection", "ltx_appendix"}

// depth is the number of elements around n.
func depth(n *html.Node) int {
	d := 0
	for p := n.Parent; p != nil; p = p.Parent {
		d++
	}
	return d
}
