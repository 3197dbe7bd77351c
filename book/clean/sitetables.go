package clean

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxSiteTable is the length of the table with the site's links, in characters.
const maxSiteTable = 300

// maxTables is the number of tables above which none is taken for the site's, which
// keeps hostile pages from taking long.
const maxTables = 100

// siteTables drops the tables by which pages made by hand lead through their site:
// cells of links before the first paragraph or after the last. The one at the head names
// the site.
func (t *trimmer) siteTables(root *html.Node) {
	leaves, tables := leafBlocks(root), tags(root, atom.Table)
	if len(tables) > maxTables {
		return
	}
	for _, table := range tables {
		text := textOf(table)
		if utf8.RuneCountInString(text) >= maxSiteTable || hasMark(text) || len(tags(table, atom.Th, atom.Caption, atom.P)) > 0 || len(tags(table, atom.A)) < 2 || len(tags(table, atom.Tr)) > 3 {
			continue
		}
		isText := func(n *html.Node) bool { return isParagraph(n) && !contains(table, n) }
		from := slices.IndexFunc(leaves, func(n *html.Node) bool { return contains(table, n) })
		if from < 0 {
			continue
		}
		switch share := linkShare(table); {
		case share >= 30 && !slices.ContainsFunc(tags(table, atom.Td), isProse) && !slices.ContainsFunc(leaves[:from], isText):
			for _, cell := range tags(table, atom.Td) {
				if name := textOf(cell); name != "" && linkShare(cell) == 0 && utf8.RuneCountInString(name) < 60 && len(tags(cell, atom.B, atom.Strong)) > 0 {
					set(&t.meta.publication, name)
				}
			}
			t.drop(table, "links of the site")
		case share >= 60 && !slices.ContainsFunc(leaves[from:], func(n *html.Node) bool { return isText(n) && t.tailReason(n, textOf(n)) == "" }):
			t.drop(table, "links of the site")
		}
	}
}

// isProse reports whether a cell says something besides its links: more than a name.
func isProse(cell *html.Node) bool {
	return linkShare(cell) < 80 && len(strings.Fields(textOf(cell))) > 5
}
