package clean

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// backToTop are buttons that lead to a page's head.
var backToTop = []string{"haut de page", "retour en haut", "back to top", "top of page", "nach oben", "zum seitenanfang", "volver arriba", "voltar ao topo", "torna su", "inizio pagina"}

// siteBlock reports whether a block of pasted text is the site's wherever it
// stands: keywords, buttons, begging letters.
func siteBlock(b textBlock) bool {
	n := utf8.RuneCountInString(b.text)
	low := strings.ToLower(strings.Trim(b.text, " ↑▲.[]()"))
	return isAuthorBox(b) || isTagLine(b.text) || isLicenceLine(b.text) || isRowWithin(b.text) || b.kind == paragraph && isAdvert(b.text) || slices.Contains(backToTop, low) || n < 200 && chromeScore(b.text) > 1 || isReadingTime(b.text) && !isDateLine(b.text) ||
		n < 90 && b.kind == paragraph && hasLead(b.text, relatedLeads) && strings.Contains(b.text, ":") && !endsSentence(b.text)
}

// authorBoxes begin what a page says of the author below the text.
var authorBoxes = []string{"about the author", "about the authors", "about the writer", "à propos de l'auteur", "à propos de l'auteure", "à propos de l'autrice", "à propos des auteurs", "l'auteur", "l'auteure", "l'autrice", "über den autor", "über die autorin", "zum autor", "zur autorin", "sobre el autor", "sobre la autora", "sobre o autor", "sobre a autora", "sull'autore", "sull'autrice", "l'autore"}

// isAuthorBox reports a paragraph that says who the author is, after words such as
// "About the author:".
func isAuthorBox(b textBlock) bool {
	head, rest, ok := strings.Cut(strings.ReplaceAll(b.text, "’", "'"), ":")
	return ok && rest != "" && b.kind == paragraph && utf8.RuneCountInString(b.text) < 500 && !hasMark(b.text) && slices.Contains(authorBoxes, strings.ToLower(strings.TrimRight(head, " \u00a0")))
}

// siteGroupAt is the end of the group that begins at i if it is a box of the site
// within the text: two short lines or more of which half are the site's, no note among
// them.
func siteGroupAt(blocks []textBlock, i int) int {
	end := i + 1
	for end < len(blocks) && blocks[end].group == blocks[i].group {
		end++
	}
	if blocks[i].group == 0 || i > 0 && blocks[i-1].group == blocks[i].group || siteGroup(blocks[:end]) != end-i {
		return i
	}
	return end
}

// readTail takes the site's words from the end: lines of its menu, and headings
// such as "Comments" with what is under them, wherever they stand in the second half.
func (d *draft) readTail(blocks []textBlock) []textBlock {
	third := max(1, len(blocks)/3)
	begin := third
	if body := slices.IndexFunc(blocks, isBodyText); body >= 0 {
		begin = body + 1
	}
	third = max(third, min(begin, maxHead))
	d.dropClosing(blocks, third)
	d.dropRanked(blocks, third)
	blocks = slices.DeleteFunc(blocks, func(b textBlock) bool { return b.spare })
	d.dropBoxes(blocks, begin, third)
	blocks = slices.DeleteFunc(blocks, func(b textBlock) bool { return b.spare })
	return d.dropLast(blocks)
}

// dropRanked marks the lists that count the site's other articles as spare.
func (d *draft) dropRanked(blocks []textBlock, from int) {
	for i := from; i < len(blocks); i++ {
		if hasLead(blocks[i].text, rankedHeads) && isTeaser(blocks[i]) {
			end := i + 1
			for end < len(blocks) && isTeaser(unlabelled(blocks[end])) {
				end++
			}
			d.spareAll(blocks[i:end])
		}
	}
}

// dropBoxes marks as spare what is the site's between and below the paragraphs: its
// lines and boxes after begin, and after third also headings with what is under them.
func (d *draft) dropBoxes(blocks []textBlock, begin, third int) {
	for i := min(begin, len(blocks)); i < len(blocks); i++ {
		b := blocks[i]
		switch head := strings.TrimLeft(b.text, "# "); {
		case b.kind == caption && isPictureCredit(b.text): // nothing of the picture itself
			d.spareAll(blocks[i : i+1])
		case b.spare || b.kind != paragraph && b.kind != item || isNoteHead(head):
		case siteBlock(b):
			d.spareAll(blocks[i:max(i+1, siteGroupAt(blocks, i))])
		case i >= third && isTagHead(head) && i+1 < len(blocks) && blocks[i+1].group == b.group:
			for j := i + 1; j < len(blocks) && blocks[j].group == b.group && isTeaser(blocks[j]); j++ {
				d.meta.addKeywords(blocks[j].text)
			}
			d.dropTeasers(blocks, i)
		case i >= third && utf8.RuneCountInString(head) < 60 && isEndHead(head):
			d.dropTeasers(blocks, i)
		case siteGroupAt(blocks, i) > i:
			d.spareAll(blocks[i:siteGroupAt(blocks, i)])
		}
	}
}

// dropLast takes lines of the site from the end until one is the article's; the
// address among them is kept.
func (d *draft) dropLast(blocks []textBlock) []textBlock {
	for len(blocks) > 1 {
		b := blocks[len(blocks)-1]
		if k := d.lastLines(blocks); k > 0 {
			d.spareAll(blocks[len(blocks)-k:])
			blocks = blocks[:len(blocks)-k]
			continue
		}
		n := utf8.RuneCountInString(b.text)
		label, rest := leadLabel(defLine{text: b.lead + b.text})
		if rest != "" && isNumber(label) && !isSiteLine(b.text) || !(isSiteLine(b.text) || isPlea(b) || n < 240 && chromeScore(b.text) > 0 || n < 400 && chromeScore(b.text) > 1) {
			if addressIn(b.text) == "" || n >= 200 || rest != "" || d.meta.url != "" {
				break
			}
			d.meta.url = addressIn(b.text)
		}
		d.spareAll(blocks[len(blocks)-1:])
		blocks = blocks[:len(blocks)-1]
	}
	return blocks
}

// dropClosing marks what stands below a closing head as spare, unless that were
// more than half of the text: then the head stands above the article.
func (d *draft) dropClosing(blocks []textBlock, from int) {
	size := func(list []textBlock) (n int) {
		for _, b := range list {
			n += len(b.text)
		}
		return n
	}
	all := size(blocks)
	for i := from; i < len(blocks); i++ {
		b := blocks[i]
		if b.spare || b.kind != paragraph || !isClosingHead(b.text) || isNoteHead(strings.TrimLeft(b.text, "# ")) {
			continue
		}
		if part := blocks[i:firstNoteAfter(blocks, i)]; size(part)*2 < all || size(blocks[:i])*2 > all {
			d.spareAll(part)
		}
	}
}

// lastLines is how many lines at the end are the site's by their shape: a number
// or a rule alone, a group of single words, what the author is.
func (d *draft) lastLines(blocks []textBlock) int {
	n := len(blocks)
	last := blocks[n-1]
	if isNumber(last.text) || last.kind == paragraph && isPause(last.text) {
		return 1
	}
	if name, ok := strings.CutPrefix(last.text, "Share "); ok && d.meta.publication != "" && sameText(name, d.meta.publication) {
		return 1
	}
	for _, a := range d.meta.authors {
		if rest, ok := strings.CutPrefix(last.text, a+" "); ok && utf8.RuneCountInString(rest) < 300 && strings.Contains(" is was writes teaches lives works est a enseigne écrit vit ist lebt schreibt arbeitet es vive escribe trabaja é foi vive escreve trabalha è vive scrive insegna lavora ", " "+firstWord(rest)+" ") {
			return 1
		}
	}
	if label, _ := blockLabel(last); label != "" {
		return 0
	}
	if n > 1 && last.kind == paragraph && len(strings.Fields(last.text)) <= 5 && !endsSentence(last.text) && slices.ContainsFunc(d.meta.authors, func(a string) bool { return sameText(a, blocks[n-2].text) }) {
		return 1 // tags below the author's name
	}
	letter := slices.ContainsFunc(blocks, func(b textBlock) bool { return isGreeting(b.text) }) // ends with a name and a wish
	if words := len(strings.Fields(last.text)); !letter && last.kind == paragraph && words <= 5 && !isName(last.text) && !isNoteHead(last.text) && !hasMark(last.text) && headingLike(last.text) && !strings.ContainsAny(last.text, ",!?0123456789()»”\"") && !isByline(last.text) && last.group != blocks[n-2].group {
		return 1 // a heading with nothing below it
	}
	if k := siteGroup(blocks); k > 0 {
		return k
	}
	k := 0
	for k < n && blocks[n-1-k].group == last.group && blocks[n-1-k].kind == paragraph {
		if text := blocks[n-1-k].text; len(strings.Fields(text)) > 2 || strings.HasSuffix(text, ".") || hasMark(text) {
			return 0
		}
		k++
	}
	if k >= 2 && k < n && !letter {
		return k
	}
	return 0
}

// siteGroup is the size of the last group if half of its lines or more are the
// site's and none is long or a note.
func siteGroup(blocks []textBlock) int {
	k, site := 0, 0
	for n := len(blocks); k < n && blocks[n-1-k].group == blocks[n-1].group; k++ {
		b := blocks[n-1-k]
		label, _ := blockLabel(b)
		if label != "" && !isFirstLabel(label) && isBareLabel(defLine{text: b.text}, label) && k+1 < n { // "14 Chapel Lane" after no 13
			if before, _ := blockLabel(blocks[n-2-k]); !follows(before, label) {
				label = ""
			}
		}
		if label != "" || utf8.RuneCountInString(b.text) > 80 || hasMark(b.text) {
			return 0
		}
		if isSiteLine(b.text) || chromeScore(b.text) > 0 {
			site++
		}
	}
	if k < 2 || k == len(blocks) || site*2 < k {
		return 0
	}
	return k
}

// spareAll leaves blocks out of the article, as words of the site.
func (d *draft) spareAll(blocks []textBlock) {
	for i := range blocks {
		if !blocks[i].spare {
			d.readImprint(blocks[i].text)
			d.leaveOut(blocks[i].text, "words of the site")
			blocks[i].spare = true
		}
	}
}

// firstNoteAfter is where the notes below block i begin, the end if there are
// none.
func firstNoteAfter(blocks []textBlock, i int) int {
	for j := i + 1; j < len(blocks); j++ {
		if isNoteHead(strings.TrimLeft(blocks[j].text, "# ")) {
			return j
		}
	}
	return len(blocks)
}

// rankedHeads are the heads of lists that count the site's other articles.
var rankedHeads = []string{"most read", "most popular", "trending", "top stories", "les plus lus", "les plus lues", "meistgelesen", "lo más leído", "lo más visto", "mais lidas", "mais lidos", "i più letti", "le più lette"}

// dropTeasers marks a heading of the site and the lines under it as spare: those
// of its group, else all short lines up to the next paragraph, but for the last of them
// if a paragraph follows, which is that paragraph's heading.
func (d *draft) dropTeasers(blocks []textBlock, i int) {
	ranked := hasLead(blocks[i].text, rankedHeads)
	if !slices.ContainsFunc(blocks[i+1:], func(b textBlock) bool { return isArticleLike(b, ranked) }) {
		d.spareAll(blocks[i:])
		return
	}
	end := i + 1
	for end < len(blocks) && (isTeaser(blocks[end]) || ranked && isTeaser(unlabelled(blocks[end]))) {
		end++
	}
	own := i + 1
	for own < end && blocks[own].group == blocks[i].group {
		own++
	}
	if own > i+1 {
		end = own
	} else if end < len(blocks) && end > i+1 && !isNoteHead(blocks[end].text) {
		if label, _ := blockLabel(blocks[end]); label == "" && blocks[end].group != blocks[end-1].group {
			end--
		}
	}
	d.spareAll(blocks[i:max(end, siteGroupAt(blocks, i))])
}

// isArticleLike reports whether a block below a heading of the site may be the
// article's after all: a note, or a sentence of some length.
func isArticleLike(b textBlock, ranked bool) bool {
	if label, _ := blockLabel(b); label != "" && !ranked || isNoteHead(b.text) || b.kind == verse {
		return true
	}
	n := utf8.RuneCountInString(b.text)
	return n >= 70 && endsSentence(b.text) && chromeScore(b.text) == 0
}

// unlabelled is a block without its label.
func unlabelled(b textBlock) textBlock {
	if _, rest := blockLabel(b); rest != "" {
		b.text, b.lead = rest, ""
	}
	return b
}

// isTeaser reports whether a block may be the title of another article or a
// button: short, no sentence, no note.
func isTeaser(b textBlock) bool {
	if isDateLine(b.text) && utf8.RuneCountInString(b.text) < 40 {
		return true
	}
	if _, rest := blockLabel(b); rest != "" && b.kind != item || isNoteHead(b.text) {
		return false
	}
	n := utf8.RuneCountInString(b.text)
	return n < 60 && chromeScore(b.text) > 0 || n < 110 && !endsSentence(b.text) && b.kind != verse && b.kind != caption
}
