package clean

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// contentsHeads are the headings of a page's table of contents.
var contentsHeads = []string{"contents", "table of contents", "in this article", "on this page", "sommaire", "table des matières", "plan", "inhalt", "inhaltsverzeichnis", "índice", "indice", "contenido", "contenidos", "tabla de contenidos", "conteúdo", "sumário", "contenuti", "sommario"}

// dropContents takes out the table of contents that a page prints before its
// text: three lines or more, each of them a heading further down, and the notes'
// and the links' headings among them.
func (d *draft) dropContents(blocks []textBlock) []textBlock {
	last := map[string]int{} // where a text stands last
	for i, b := range blocks {
		if key := entryKey(b.text); key != "" {
			last[key] = i
		}
	}
	later := func(i int) bool {
		key := entryKey(blocks[i].text)
		return key != "" && last[key] > i
	}
	for i := 0; i < len(blocks); i++ {
		end := i
		for end < len(blocks) && later(end) {
			end++
		}
		if end-i < 3 {
			continue
		}
		if i > 0 && slices.Contains(contentsHeads, strings.ToLower(strings.Trim(blocks[i-1].text, " :[]"))) {
			i--
		}
		for j := i; j < end; j++ {
			setDepth(blocks[end:], blocks[j].text)
			d.leaveOut(blocks[j].text, "table of contents")
		}
		return slices.Delete(blocks, i, end)
	}
	return blocks
}

// entryKey is a short text as entries of a table of contents are compared, "" if
// it is too long or too short for one.
func entryKey(text string) string {
	if len(text) > 220 {
		return ""
	}
	key := strings.ToLower(squeeze(entryText(text)))
	if n := utf8.RuneCountInString(key); n < 3 || n > 110 {
		return ""
	}
	return key
}

// setDepth gives the heading of an entry the depth that the entry's number says:
// "1.2" stands below "1".
func setDepth(blocks []textBlock, entry string) {
	number := entry[:len(entry)-len(strings.TrimLeft(entry, "0123456789."))]
	for i := range blocks {
		if entryKey(blocks[i].text) != "" && entryKey(entry) == entryKey(blocks[i].text) {
			blocks[i].depth = strings.Count(strings.TrimRight(number, "."), ".")
		}
	}
}

// entryText is an entry of a table of contents without its number.
func entryText(s string) string {
	return strings.TrimLeft(strings.TrimLeft(s, "0123456789."), ") \u00a0")
}

// dropParagraphNumbers takes out the numbers that a journal prints before its
// paragraphs, glued to them: three or more, rising from one, before paragraphs that
// make up most of the text.
func (d *draft) dropParagraphNumbers(blocks []textBlock) []textBlock {
	var list []int
	size, all := 0, 0
	for i, b := range blocks {
		all += len(b.text)
		number := itoa(len(list) + 1)
		rest, ok := strings.CutPrefix(b.text, number)
		if r := firstRune(rest); ok && b.kind == paragraph && (unicode.IsUpper(r) || strings.ContainsRune("«“„\"[", r)) {
			list = append(list, i)
			size += len(b.text)
		}
	}
	if len(list) < 3 || size*2 < all {
		return blocks
	}
	for n, i := range list {
		blocks[i].text = blocks[i].text[len(itoa(n+1)):]
	}
	d.removed = append(d.removed, Removal{Text: "1 … " + itoa(len(list)), Why: "numbers of the paragraphs"})
	return blocks
}
