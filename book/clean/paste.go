package clean

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// blockKind is what a paragraph of plain text is.
type blockKind int

const (
	paragraph blockKind = iota
	heading
	item    // of a list
	caption // of a picture that is not there
	verse
	epigraph
	grid  // the rows of a table, tabs between their cells
	quote // a quotation
	pause // a section break
	gone  // taken into the block after it
)

// textBlock is a paragraph of plain text.
type textBlock struct {
	kind  blockKind
	text  string // one line; of verse and of a table, one line for each of theirs
	lead  string // of an item: "- " or "3. "
	spare bool   // left out of the article
	depth int    // of a heading, below the first level
	group int    // blocks of one group have no empty line between them
}

// ligatures are letters that a PDF joins by its font.
var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st")

// cleanText reads text that was pasted from a page or from a PDF.
func cleanText(text string, opt Options) *draft {
	d := &draft{how: "the shape of the text"}
	d.meta.url = webAddress(opt.URL, "")
	blocks := paragraphs(d.openMail(ligatures.Replace(text)), d)
	whole := make([]string, len(blocks))
	for i, b := range blocks {
		whole[i] = b.text
	}
	d.meta.lang = opt.Lang
	if d.meta.lang == "" {
		d.meta.lang = guessLang(strings.Join(whole, "\n"))
	}
	blocks = d.dropContents(blocks)
	d.keepCitation(blocks)
	blocks = d.readTail(blocks)
	blocks = d.readHead(d.takeAbstracts(blocks))
	d.readCitation()
	blocks = d.dropParagraphNumbers(blocks)
	d.unshout()
	for _, names := range [...][]string{d.meta.authors, d.meta.translators} {
		for i, name := range names {
			names[i] = calmName(name)
		}
	}
	blocks = d.chapterNotes(joinLabels(blocks))
	blocks = d.readTail(blocks)
	blocks = d.readSignature(blocks)
	d.readHolder()
	blocks = slices.CompactFunc(blocks, func(a, b textBlock) bool { return isPause(a.text) && isPause(b.text) }) // notes stood between them
	for len(blocks) > 1 && isPause(blocks[len(blocks)-1].text) {
		blocks = blocks[:len(blocks)-1]
	}
	markLists(blocks)
	markHeadings(blocks)
	markEpigraph(blocks)
	d.body = writeBlocks(blocks, d.meta.lang)
	for _, n := range d.notes {
		n.body = writeText(markForeign(n.body, d.meta.lang))
	}
	if d.meta.publication == "" && d.meta.url != "" {
		d.meta.publication = hostName(d.meta.url)
		d.doubts = append(d.doubts, doubt{what: "the publication is the site's address; write its name", near: "publication: " + d.meta.publication})
	}
	d.missing(&d.meta)
	return d
}

// readSignature takes the author's name from the end of a text.
func (d *draft) readSignature(blocks []textBlock) []textBlock {
	for range 2 {
		if len(blocks) == 0 {
			return blocks
		}
		last := blocks[len(blocks)-1]
		text := strings.Trim(last.text, " .—–-()")
		names := readByline(text, true)
		for k, name := range names {
			names[k] = calmName(name)
		}
		if t := readTranslator(text); t != "" {
			d.meta.translators = append(d.meta.translators, t)
		} else if len(names) > 0 && utf8.RuneCountInString(text) < 70 && last.kind == paragraph && !hasMark(text) && (len(d.meta.authors) == 0 || slices.Equal(names, d.meta.authors)) {
			d.meta.authors = names
		} else {
			return blocks
		}
		d.leaveOut(last.text, "signature, now in the front matter")
		blocks = blocks[:len(blocks)-1]
	}
	return blocks
}

// markLists makes items of paragraphs that are numbered from one upwards and
// stand together.
func markLists(blocks []textBlock) {
	number := func(b textBlock) (string, string) {
		digits := b.text[:len(b.text)-len(strings.TrimLeft(b.text, "0123456789"))]
		rest := b.text[len(digits):]
		if b.kind != paragraph || digits == "" || len(digits) > 3 || !strings.HasPrefix(rest, ". ") && !strings.HasPrefix(rest, ") ") {
			return "", ""
		}
		return digits, strings.TrimSpace(rest[1:])
	}
	for i := 0; i < len(blocks); i++ {
		end := i
		for end < len(blocks) {
			if n, _ := number(blocks[end]); n != itoa(end-i+1) {
				break
			}
			end++
		}
		if end-i < 2 {
			continue
		}
		for ; i < end; i++ {
			n, text := number(blocks[i])
			blocks[i].kind, blocks[i].lead, blocks[i].text = item, n+". ", text
		}
	}
}

// markHeadings makes headings of short lines without a stop that stand between
// paragraphs and have one of some length after them.
func markHeadings(blocks []textBlock) {
	speakers := map[string]int{}
	for _, b := range blocks {
		speakers[speaker(b.text)]++
	}
	for i := range blocks {
		b := &blocks[i]
		if isPause(b.text) {
			b.kind = pause
		}
		if b.kind != paragraph || i+1 == len(blocks) || !headingLike(b.text) || isGreeting(b.text) || speaker(b.text) != "" && speakers[speaker(b.text)] > 1 {
			continue
		}
		next := blocks[i+1]
		longer := utf8.RuneCountInString(next.text) > utf8.RuneCountInString(b.text)+20
		subheading := next.kind == paragraph && headingLike(next.text) && i+2 < len(blocks) && utf8.RuneCountInString(blocks[i+2].text) > 100
		if next.kind == paragraph && longer || next.kind == verse || next.kind == item && utf8.RuneCountInString(b.text) < 60 || subheading {
			b.kind = heading
		}
	}
}

// markEpigraph makes an epigraph of a quotation at the head of the text and the
// line below it that names its source after a dash.
func markEpigraph(blocks []textBlock) {
	if len(blocks) < 3 || blocks[0].kind != paragraph && blocks[0].kind != heading && blocks[0].kind != verse || blocks[1].kind != paragraph && blocks[1].kind != heading {
		return
	}
	source := blocks[1].text
	if utf8.RuneCountInString(source) > 120 || utf8.RuneCountInString(blocks[0].text) > 600 || !strings.HasPrefix(source, "— ") && !strings.HasPrefix(source, "– ") && !strings.HasPrefix(source, "—") || hasMark(blocks[0].text) && endsSentence(source) {
		return
	}
	if r := firstRune(blocks[2].text); r == '—' || r == '–' { // the first turn of a dialogue
		return
	}
	text := blocks[0].text
	if blocks[0].kind == verse {
		text = "| " + strings.ReplaceAll(text, "\n", "\n| ")
	}
	blocks[1].kind, blocks[1].text = epigraph, text+"\n\n"+source
	blocks[0].kind, blocks[0].text = gone, ""
}

// speaker is the name before the colon that begins a turn of an interview or a
// play, "" if none does.
func speaker(text string) string {
	name, rest, ok := strings.Cut(text, ":")
	if !ok || utf8.RuneCountInString(name) > 40 || !strings.HasPrefix(rest, " ") && !strings.HasPrefix(rest, "\u00a0") {
		return ""
	}
	return strings.TrimSpace(name)
}

// headingLevel is 2, and one more for every number after the first: "2.1 Method".
func headingLevel(text string) int {
	number := text[:len(text)-len(strings.TrimLeft(text, "0123456789."))]
	if !strings.HasPrefix(text[len(number):], " ") {
		return 2
	}
	return min(6, 2+strings.Count(strings.TrimRight(number, "."), "."))
}

// isPause reports a line of signs that parts sections.
func isPause(text string) bool {
	s := strings.ReplaceAll(strings.ReplaceAll(text, " ", ""), "\u00a0", "")
	return s != "" && strings.Trim(s, "*⁂-–—_=~§•#.oO") == "" && (strings.Trim(s, ".") != "" || len(s) > 4) && utf8.RuneCountInString(s) < 90
}

// headingLike reports whether a line may be a heading.
func headingLike(text string) bool {
	n := utf8.RuneCountInString(text)
	if n == 0 || n > 110 || hasMark(text) && n < 8 {
		return false
	}
	bareText := strings.TrimRight(replaceMarks(text, func(int) string { return "" }), " \u00a0»”\"")
	last := lastRune(bareText)
	if strings.ContainsRune(".,;:…–—-", last) && !strings.HasSuffix(bareText, "etc.") {
		return isNumeral(bareText)
	}
	return !strings.HasPrefix(text, "«") && !strings.HasPrefix(text, "—") && !strings.HasPrefix(text, "–") && !strings.HasPrefix(text, "http") && !strings.ContainsAny(text, "@=<>")
}

// isNumeral reports headings that are a number alone: "II.", "3.".
func isNumeral(s string) bool {
	s = strings.Trim(s, " .")
	return s != "" && (isNumber(s) && len(s) < 3 || strings.Trim(s, "IVXLC") == "")
}

// writeBlocks writes the blocks as Markdown.
func writeBlocks(blocks []textBlock, lang string) string {
	var b strings.Builder
	for i, k := range blocks {
		text := markForeign(k.text, lang)
		switch k.kind {
		case gone:
			continue
		case heading:
			b.WriteString(strings.Repeat("#", min(6, max(2+k.depth, headingLevel(text)))) + " " + escapedLine(text))
		case pause:
			b.WriteString("***")
		case item:
			lead := k.lead
			if lead == "* " {
				lead = "- "
			}
			b.WriteString(lead + indent(writeText(text), len(lead)))
			if i+1 < len(blocks) && blocks[i+1].kind == item && isNumber(lead[:1]) == isNumber(blocks[i+1].lead[:1]) {
				b.WriteString("\n")
				continue
			}
		case epigraph:
			b.WriteString("::: epigraph\n" + writeText(text) + "\n:::")
		case caption:
			b.WriteString("::: caption\n" + writeText(text) + "\n:::")
		case grid:
			b.WriteString(writeGrid(text))
		case quote:
			b.WriteString("> " + strings.ReplaceAll(writeText(text), "\n", "\n> "))
		case verse:
			for j, l := range strings.Split(text, "\n") {
				if j > 0 {
					b.WriteString("\n")
				}
				b.WriteString("| " + writeText(l))
			}
		default:
			b.WriteString(writeText(text))
		}
		b.WriteString("\n\n")
	}
	return strings.TrimSpace(b.String())
}

// writeText escapes a line of text for Markdown.
func writeText(s string) string {
	var paras []string
	for p := range strings.SplitSeq(s, "\n\n") {
		paras = append(paras, restore(escapeInline(escapeStart(p), &html.Node{})))
	}
	return strings.Join(paras, "\n\n")
}
